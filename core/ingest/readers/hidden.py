"""What a workbook hides: sheets, rows and columns that its owner does not see, and that hold figures all the same.

A hidden sheet is not read where another holds a table of holdings: it may be of an earlier day, or a list behind the
scenes. Hidden rows and columns are read, since sums hold them too, and that is said; a holding of such a row is marked.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.domain.statement import Statement
from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.amounts import read_amount
from core.ingest.proof.unowned import with_doubts
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles

Rows = list[list[str]]
ROW = re.compile(rb'<(?:\w{1,20}:)?row\b[^>]*?\bhidden="(?:1|true)"[^>]*>')
COLUMN = re.compile(rb'<(?:\w{1,20}:)?col\b[^>]*?\bhidden="(?:1|true)"[^>]*>')
NUMBER = re.compile(rb'\b(?:r|min|max)="(\d{1,7})"')
MOST_HEADS = 60
LETTERS = 26


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook with what it hides: itself, or some of its rows and columns, by their numbers from 1."""

    name: str
    rows: Rows
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()


def hides(sheet: Any) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers of the rows and of the columns that a sheet of an XLSX workbook hides."""
    with sheet._get_source() as source:
        text = source.read()
    if b"hidden=" not in text:
        return (), ()
    rows = (NUMBER.search(found[0]) for found in ROW.finditer(text))
    spans = ([int(number) for number in NUMBER.findall(found[0])] for found in COLUMN.finditer(text))
    columns = (place for span in spans if span for place in range(min(span), min(max(span), min(span) + 500) + 1))
    return tuple(int(found[1]) for found in rows if found is not None), tuple(columns)


def shown(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[str]]:
    """The sheets that are read, and a sentence for each thing that is hidden."""
    open_ones = [sheet for sheet in sheets if not sheet.hidden]
    enough = any(map(_holds, open_ones))
    kept = open_ones if enough else list(sheets)
    told = []
    for sheet in sheets:
        if sheet.hidden and any(map(any, sheet.rows)):
            done = "not read; show it there to have it read" if enough else "read all the same"
            told.append(f"the sheet '{sheet.name}' is hidden in the workbook and is {done}")
        elif sheet in kept:
            told += _of_parts(sheet)
    return kept, told


def marked(statement: Statement, sheets: Sequence[Sheet]) -> Statement:
    """The statement with a doubt at each holding whose row is hidden."""
    rows = [sheet.rows[row - 1] for sheet in sheets for row in sheet.hidden_rows if row <= len(sheet.rows)]
    hidden = [({clean(cell) for cell in row}, _figures(row)) for row in rows]
    if not hidden:
        return statement
    accounts = []
    for account in statement.accounts:
        found = {
            place: {"row": "hidden in the workbook"}
            for place, line in enumerate(account.positions)
            for texts, figures in hidden
            if {line.symbol, line.cusip, line.description} & texts and line.market_value in figures
        }
        accounts.append(with_doubts(account, found))
    return replace(statement, accounts=tuple(accounts))


def _holds(sheet: Sheet) -> bool:
    """Whether a sheet holds a table of holdings."""
    heads = ([clean(cell) for cell in row] for row in sheet.rows[:MOST_HEADS] if len(row) > 1)
    return any(kind_of_table(settled_roles(labels)) in ("holdings", "lots") for labels in heads)


def _of_parts(sheet: Sheet) -> list[str]:
    """What is to be told of the hidden rows and columns of a sheet that hold figures."""
    told = []
    rows = [row for row in sheet.hidden_rows if row <= len(sheet.rows) and _figures(sheet.rows[row - 1])]
    if rows:
        several = f"{len(rows)} rows of the sheet '{sheet.name}' are" if len(rows) > 1 else ""
        one = f"row {rows[0]} of the sheet '{sheet.name}' is"
        told.append(f"{several or one} hidden in the workbook and read all the same")
    columns = [place for place in sheet.hidden_columns if any(_is_filled(row, place) for row in sheet.rows)]
    if columns:
        named = ", ".join(map(_letters, columns[:5]))
        several, are = ("columns", "are") if len(columns) > 1 else ("column", "is")
        told.append(f"{several} {named} of the sheet '{sheet.name}' {are} hidden in the workbook and read all the same")
    return told


def _is_filled(row: Sequence[str], place: int) -> bool:
    return place <= len(row) and bool(row[place - 1])


def _figures(row: Sequence[str]) -> Collection[object]:
    """The amounts in the cells of a row."""
    amounts = (read_amount(clean(cell)) for cell in row if cell)
    return {amount.value for amount in amounts if amount is not None}


def _letters(place: int) -> str:
    """The letters of a column, `AB` for 28."""
    text = ""
    while place:
        place, rest = divmod(place - 1, LETTERS)
        text = chr(ord("A") + rest) + text
    return text
