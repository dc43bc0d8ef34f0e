"""A file looked at for teaching: rows that may be heads with what stands under them, lines with amounts, headings.

Nothing is known here of what words mean; the reader's own guess stands beside each head.
"""

from collections.abc import Sequence
from decimal import Decimal

from core.domain.layout import HeadFound, LineFound, Sketch, TableFound
from core.domain.statement import Box
from core.ingest.files.kinds import FileToRead, Refused, look_at
from core.ingest.heads.assign import assign, tokens_of
from core.ingest.heads.columns import columns_of
from core.ingest.layouts.guess import with_guesses
from core.ingest.lexicon.amounts import read_amount, uses_decimal_comma
from core.ingest.lexicon.institutions import institution_of
from core.ingest.lexicon.sections import kind_of_section
from core.ingest.lexicon.taught import plain
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.lines.facts import label_and_amount, total_rank
from core.ingest.nouns.head import Column
from core.ingest.nouns.words import Line, phrases, span
from core.ingest.readers.pages import Pages, lines_in, pointed
from core.ingest.readers.tables import rows_of
from core.ingest.sheets.cells import clean

MOST_TABLES, MOST_LINES, MOST_HEADINGS, MOST_SAMPLES = 12, 60, 60, 3
REACH = 8
"""So many lines under its heads a table must begin."""


def sketch_here(name: str, data: bytes, password: str | None = None) -> Sketch:
    """The sketch of a file, in this process; `Refused` where it cannot be opened or shows no table."""
    file = look_at(name, data, password)
    if file.kind in ("pdf", "picture"):
        found = of_pages(file, lines_in(file))
    elif file.kind in ("table", "xlsx", "xls"):
        found = of_rows(file, rows_of(file))
    else:
        raise Refused(f"{name} says itself what its values mean; there is no layout to teach.")
    if not found.tables:
        raise Refused(f"{name} shows no row of heads with numbers under it, so there is nothing to teach from.")
    return found


def of_pages(file: FileToRead, read: Pages) -> Sketch:
    """The sketch of printed pages."""
    pages = pointed(read.lines)
    tables: dict[tuple[str, ...], TableFound] = {}
    for lines in pages:
        at = 0
        while at < len(lines):
            end = _band_end(lines, at)
            table = _table(lines, at, end) if end else None
            if table is not None:
                tables.setdefault(tuple(plain(head.label) for head in table.heads), table)
            at = (end or at) + 1
    pieces = [
        (line.page, [" ".join(word.text for word in run) for run in phrases(line.words, 1.0)])
        for lines in pages
        for line in lines
    ]
    first = [line.text for line in pages[0][:8]] if pages else []
    return _sketch(file.name, first, list(tables.values()), pieces)


def of_rows(file: FileToRead, rows: Sequence[Sequence[str]]) -> Sketch:
    """The sketch of a table file."""
    cells = [[clean(cell) for cell in row] for row in rows[:2000]]
    comma = uses_decimal_comma([cell for row in cells for cell in row if cell])
    tables: dict[tuple[str, ...], TableFound] = {}
    for at, row in enumerate(cells):
        below = cells[at + 1 : at + 1 + REACH]
        if _is_heads([cell for cell in row if cell], comma) and _numbers(below, comma):
            heads = tuple(
                HeadFound(label, role_of(label), _column_samples(below, place))
                for place, label in enumerate(row)
                if label
            )
            tables.setdefault(
                tuple(plain(head.label) for head in heads),
                TableFound(with_guesses(heads, comma), None, at + 1, len(cells) - at - 1),
            )
    pieces = [(None, [cell for cell in row if cell]) for row in cells]
    return _sketch(file.name, [" ".join(row) for row in cells[:3]], list(tables.values()), pieces, comma)


def _sketch(
    name: str,
    first: Sequence[str],
    tables: Sequence[TableFound],
    pieces: Sequence[tuple[int | None, list[str]]],
    comma: bool = False,
) -> Sketch:
    lines: dict[str, LineFound] = {}
    headings: dict[str, str] = {}
    for page, texts in pieces:
        label, amount = _labelled(texts, comma)
        if label and amount is not None and sum(read_amount(text, comma) is not None for text in texts) < 3:
            guess = "account total" if total_rank(label) else None
            lines.setdefault(plain(label), LineFound(label[:80], amount, guess, page))
        elif len(texts) == 1 and 1 <= len(texts[0].split()) <= 6 and not any(map(str.isdigit, texts[0])):
            headings.setdefault(plain(texts[0]), texts[0][:80])
    lines.pop("", None)
    headings.pop("", None)
    named = [text for text in headings.values() if kind_of_section(text) is None]
    return Sketch(
        name,
        institution_of(first, "") or next((text for text in first if plain(text)), "")[:80],
        tuple(tables[:MOST_TABLES]),
        tuple(list(lines.values())[:MOST_LINES]),
        tuple(named[:MOST_HEADINGS]),
    )


def _labelled(texts: Sequence[str], comma: bool) -> tuple[str | None, Decimal | None]:
    if not texts:
        return None, None
    label, amount = label_and_amount(texts[0], texts[1] if len(texts) > 1 else "")
    found = read_amount(amount or "", comma) or (read_amount(texts[-1], comma) if len(texts) > 1 else None)
    if label is None and len(texts) > 1 and any(map(str.isalpha, texts[0])):
        label = texts[0]
    return label, found.value if found is not None and not found.percent else None


def _band_end(lines: Sequence[Line], at: int) -> int | None:
    """The last line of a band of heads that begins at `at`: no amounts in it, a row of numbers soon below."""
    if not _head_line(lines[at]):
        return None
    end = at
    while end + 1 < len(lines) and end - at < 3 and _stacks(lines[end], lines[end + 1]):
        end += 1
    if max(len(phrases(line.words)) for line in lines[at : end + 1]) < 3:
        return None
    below = lines[end + 1 : end + 1 + REACH]
    return end if any(_amounts(line) >= 2 for line in below) else None


def _stacks(above: Line, line: Line) -> bool:
    near = line.top - above.bottom <= 0.9 * line.size and abs(line.size - above.size) < 0.1 * above.size
    return near and _head_line(line) and len(phrases(line.words)) > 1


def _head_line(line: Line) -> bool:
    return _amounts(line) == 0 and len(phrases(line.words)) >= 2 and not any(w.text.endswith(":") for w in line.words)


def _amounts(line: Line) -> int:
    return sum(read_amount(word.text) is not None for word in line.words)


def _table(lines: Sequence[Line], at: int, end: int) -> TableFound | None:
    columns = columns_of(lines[at : end + 1])
    if len(columns) < 3:
        return None
    below = [line for line in lines[end + 1 : end + 1 + REACH] if _amounts(line) >= 2][:MOST_SAMPLES]
    taken = [assign(tokens_of(line.words, _blank(columns)), _blank(columns)).cells for line in below]
    heads = tuple(
        HeadFound(
            column.label,
            column.role,
            tuple(cells[place].text for cells in taken if place in cells),
            _box(column, lines[at : end + 1]),
        )
        for place, column in enumerate(columns)
    )
    rows = sum(_amounts(line) >= 2 for line in lines[end + 1 :])
    return TableFound(with_guesses(heads), lines[at].page, None, rows)


def _blank(columns: Sequence[Column]) -> list[Column]:
    return [Column(column.label, None, column.x0, column.x1) for column in columns]


def _box(column: Column, band: Sequence[Line]) -> Box:
    _, top, _, bottom = span([word for line in band for word in line.words])
    return (round(column.x0, 1), top, round(column.x1, 1), bottom)


def _is_heads(filled: Sequence[str], comma: bool) -> bool:
    return len(filled) >= 3 and not any(read_amount(cell, comma) for cell in filled) and len(set(filled)) == len(filled)


def _numbers(rows: Sequence[Sequence[str]], comma: bool) -> bool:
    return any(sum(read_amount(cell, comma) is not None for cell in row) >= 2 for row in rows)


def _column_samples(rows: Sequence[Sequence[str]], place: int) -> tuple[str, ...]:
    found = [row[place] for row in rows if place < len(row) and row[place]]
    return tuple(found[:MOST_SAMPLES])


__all__ = ["of_pages", "of_rows", "sketch_here"]
