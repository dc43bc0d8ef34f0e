"""CSV, TSV and other delimited text, and Excel workbooks: rows of cells."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from core.domain.issue import Issue
from core.domain.statement import Statement
from core.ingest.accounts import build
from core.ingest.book.merge import LOTS_READER
from core.ingest.files.kinds import FileToRead, Refused, text_of
from core.ingest.files.limits import uncollected
from core.ingest.heads.column_roles import kind_of_table, kind_without_values
from core.ingest.layouts.choice import fitting
from core.ingest.lexicon.amounts import read_amount, uses_decimal_comma
from core.ingest.lexicon.institutions import institution_of
from core.ingest.readers import READERS
from core.ingest.readers.hidden import Sheet, hides, marked, shown
from core.ingest.sheets.cells import clean
from core.ingest.sheets.indents import indented
from core.ingest.sheets.lines import is_head
from core.ingest.sheets.missed import what_is_missed
from core.ingest.sheets.months import newest_of
from core.ingest.sheets.names import with_names
from core.ingest.sheets.sheet import events_of, numbered
from core.ingest.sheets.unowned_in_rows import with_unowned_in_rows

MOST_ROWS = 200_000
MOST_COLUMNS = 500
MOST_CELLS = 1_000_000
LAST_ROW = 1_048_576
"""Of any XLSX worksheet, as the program that writes them has it."""
MOST_CELL = 20_000
MOST_HEAD_ROWS = 500
MOST_FOOT_ROWS = 12
FEW_WORDS = 6
FEW_CELLS = 3


@READERS.add("delimited", kind="table")
def read_delimited(file: FileToRead) -> Statement | None:
    """A file of delimited text."""
    return read_rows(file, delimited_rows(file), "delimited")


@READERS.add("workbook", kind="xlsx")
def read_workbook(file: FileToRead) -> Statement | None:
    """An XLSX workbook, every sheet one after the other."""
    return _of_book(file, _book_rows(file))


@READERS.add("old_workbook", kind="xls")
def read_old_workbook(file: FileToRead) -> Statement | None:
    """An XLS workbook of the old binary kind."""
    return _of_book(file, _old_book_rows(file))


def rows_of(file: FileToRead) -> list[list[str]]:
    """The rows of any table file; `Refused` where it is broken."""
    if file.kind == "xlsx":
        return _joined(_book_rows(file))[0]
    return _joined(_old_book_rows(file))[0] if file.kind == "xls" else delimited_rows(file)


def _of_book(file: FileToRead, sheets: Sequence[Sheet]) -> Statement:
    """The statement of a workbook; that sheets of earlier days are left out, and what is hidden, is told."""
    rows, issues = _joined(sheets)
    statement = marked(read_rows(file, rows, "workbook"), sheets)
    return replace(statement, issues=(*statement.issues, *issues))


def delimited_rows(file: FileToRead) -> list[list[str]]:
    """The rows of delimited text."""
    text = text_of(file.data)
    sign = delimiter_of(text)
    apart = re.search(rf'{re.escape(sign)} +"', text) is not None
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, skipinitialspace=apart))
    except csv.Error:
        raise Refused(f"{file.name} is not a readable table: a line or a cell is broken or far too long.") from None
    wide = max(Counter(map(len, rows)).items(), key=lambda found: (found[1], found[0]), default=(0, 0))[0] - 1
    broken = (row for row in rows if "\n" in "".join(row))
    if any("\n" in cell and _swallows(row, cell, sign, wide) for row in broken for cell in row):
        raise Refused(f"{file.name} is not a readable table: its quotation marks are broken.")
    return rows


def _swallows(row: Sequence[str], cell: str, sign: str, wide: int) -> bool:
    """Whether a cell of several lines holds the rows of a table, and not the prose of a note that stands alone."""
    alone = sum(bool(one.strip()) for one in row) == 1
    return any(line.count(sign) >= wide for line in cell.split("\n")) if alone else cell.count(sign) >= 2


def _book_rows(file: FileToRead) -> list[Sheet]:
    """The sheets of an XLSX workbook."""
    import zlib
    from zipfile import BadZipFile

    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(io.BytesIO(file.data), read_only=True, data_only=True)
        return [
            Sheet(
                sheet.title,
                list(_sheet_rows(file, indented(_whole(sheet)))),
                sheet.sheet_state != "visible",
                *hides(sheet),
            )
            for sheet in book.worksheets
        ]
    except (
        BadZipFile,
        zlib.error,
        InvalidFileException,
        KeyError,
        IndexError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
        SyntaxError,
        EOFError,
    ):
        raise Refused(f"{file.name} is a broken Excel workbook.") from None


def _old_book_rows(file: FileToRead) -> list[Sheet]:
    """The sheets of an XLS workbook."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(file.data))
        shut = {one.name for one in book.sheets_metadata if one.visible != python_calamine.SheetVisibleEnum.Visible}
        return [
            Sheet(name, list(_sheet_rows(file, book.get_sheet_by_name(name).to_python())), name in shut)
            for name in book.sheet_names
        ]
    except (python_calamine.CalamineError, ValueError, OSError):
        raise Refused(f"{file.name} is a broken Excel workbook.") from None


def _joined(sheets: Sequence[Sheet]) -> tuple[list[list[str]], list[Issue]]:
    """The rows of the sheets that are read, and what is told of those that are not, or are hidden."""
    seen, hidden = shown(sheets)
    kept, older = newest_of([(sheet.name, sheet.rows) for sheet in seen])
    issues = [Issue("warning", "", text, "hidden") for text in hidden]
    return with_names(kept), [*issues, *([Issue("warning", "", older, "older_sheets")] if older else [])]


def read_rows(file: FileToRead, rows: Sequence[Sequence[str]], reader: str) -> Statement:
    """Rows of text as a statement; `Refused` where they hold no account."""
    if len(rows) > MOST_ROWS:
        raise Refused(f"{file.name} is larger than a statement can be (over {MOST_ROWS:,} rows).")
    if any(len(row) > MOST_COLUMNS for row in rows):
        raise Refused(f"{file.name} is larger than a statement can be (over {MOST_COLUMNS:,} columns).")
    if any(max(map(len, row), default=0) > MOST_CELL for row in rows):
        raise Refused(f"{file.name} is not a readable table: a cell is far too long.")
    with fitting(rows[:MOST_HEAD_ROWS]), uncollected():
        return _understood(file, rows, reader)


def _understood(file: FileToRead, rows: Sequence[Sequence[str]], reader: str) -> Statement:
    comma = uses_decimal_comma([clean(cell) for row in rows[:2000] for cell in row if cell])
    first = [" ".join(row) for row in (*_titles(rows[:3], comma), *filter(_is_disclosure, rows[-MOST_FOOT_ROWS:]))]
    house = institution_of(first, file.name)
    for kind_of in (kind_of_table, kind_without_values):
        events, lots_only = events_of(rows, comma, kind_of)
        statement = build(events, file.name, house, None, LOTS_READER if lots_only else reader, comma)
        if any(account.positions or account.activity for account in statement.accounts):
            return with_unowned_in_rows(statement, numbered(rows))
    raise Refused(f"{file.name} {what_is_missed(rows)}")


def _titles(rows: Sequence[Sequence[str]], comma: bool) -> Iterator[Sequence[str]]:
    """The first rows that may name the house: no rows of figures below a head, in which securities are named."""
    headed = False
    for row in rows:
        filled = [cell for one in row if (cell := clean(one))]
        if not headed or len(filled) < FEW_CELLS or not any(read_amount(cell, comma) for cell in filled):
            yield row
        headed = headed or is_head(filled, comma)


def _is_disclosure(row: Sequence[str]) -> bool:
    """Whether a row under the tables tells in a sentence who provides the service."""
    text = " ".join(row)
    return len(text.split()) > FEW_WORDS and re.search(r"\bprovided by\b|\bmember\b.*\bSIPC\b", text, re.I) is not None


def delimiter_of(text: str) -> str:
    """The sign that cuts most lines into the same number of columns, at least two.

    Heads that are broken inside their quotes are lines too, of few signs each: that most lines have one sign says less
    than that several have twelve.
    """
    lines = [line for line in text.splitlines()[:400] if line.strip()]
    best, mark = 0, ","
    for sign in (",", "\t", ";", "|"):
        counts = [line.count(sign) for line in lines if line.count(sign)]
        repeated = [count for count in counts if counts.count(count) > 1] or counts
        common = max(set(repeated), key=lambda count: counts.count(count) * count, default=0)
        score = counts.count(common) * common
        if score > best:
            best, mark = score, sign
    return mark


def _whole(sheet: Any) -> Any:
    """The rows of cells that are there; what a sheet claims of its own size may be too little or far too much."""
    sheet.reset_dimensions()
    return sheet.iter_rows()


def _sheet_rows(file: FileToRead, rows: Any) -> Iterator[list[str]]:
    """Rows as text, without blank ones and blank cells at the end, of which a sheet may list a thousand in a row.

    `Refused` where there are more cells than a statement has.
    """
    blank = number = cells = 0
    for row in rows:
        cells += len(row)
        if cells > MOST_CELLS:
            raise Refused(f"{file.name} is larger than a statement can be (over {MOST_CELLS:,} cells).")
        filled = [place for place, value in enumerate(row) if value is not None and value != ""]
        if not filled:
            blank += 1
            if blank > LAST_ROW:
                raise Refused(f"{file.name} is larger than a statement can be (over {LAST_ROW:,} rows).")
            continue
        yield from ([] for _ in range(blank))
        number, blank = number + blank + 1, 0
        if number > MOST_ROWS:
            return
        yield [_as_text(value) for value in row[: filled[-1] + 1]]


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return format(Decimal(f"{value:.15g}"), "f").removesuffix(".0")
    return str(value)
