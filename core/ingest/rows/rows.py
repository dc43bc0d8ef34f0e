"""One line of a table, understood: a row of a security, a lot, a total, plain text, or prose that ends the table."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from core.ingest.heads.assign import Assigned, Token, assign, tokens_of
from core.ingest.lexicon.amounts import is_blank, read_amount
from core.ingest.lexicon.asset_kinds import BOND_TERMS, CASH_ALONE, DEPOSITS
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.doing import DONE
from core.ingest.lexicon.identifiers import CLASS, NOT_TICKERS, is_bare_ticker, labelled, symbol_in
from core.ingest.lexicon.sections import is_section_heading, total_name
from core.ingest.lexicon.vocabulary import DATES, NAMES, NUMBERS, known_role
from core.ingest.nouns.events import Cell, Where
from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line, span
from core.ingest.rows.block_lines import is_note
from core.ingest.rows.lot_rows import begins_with_day, bought_at, dated, is_lot, lot_under, only_in_words, with_day
from core.ingest.rows.run_into_names import apart
from core.ingest.rows.second_names import second_names, with_own_day, with_terms

RowKind = Literal["record", "lot", "total", "text", "numbers", "prose", "under"]
FEW = 3
COSTS = ("unit_cost", "cost")
DOLLARS = re.compile(r"[(−-]?\s*\$")
BEGINS_SUM = re.compile(r"\W*(?:sub-?\s?|grand |net |in )?totals?\b", re.I)
PAGE_NUMBER = re.compile(
    r"\bpage\s+\d+(?:\s+of\s+\d+)?\b|^(?:[-–—] )?\d{1,3}(?:\s+of\s+\d{1,3})?(?: [-–—])?$|^[-–—]\d{1,3}[-–—]$", re.I
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its cells by role. `label` is its text; `spare` are numbers that found no column.

    `under` are cells by the roles of a second line, where the line stands under a row in stacked columns.
    """

    kind: RowKind
    cells: Mapping[str, Cell]
    label: str
    line: Line
    spare: tuple[str, ...] = ()
    under: Mapping[str, Cell] = field(default_factory=dict)

    @property
    def where(self) -> Where:
        """Page, place and box of the line."""
        return Where(self.line.page, None, span(self.line.words))


def read_row(line: Line, header: Header) -> Row:
    """The line as a row of the table that the header opened."""
    found = assign(tokens_of(line.words, header.columns), header.columns)
    cells = apart(dated(_worth(_by_role(found, header)), found, header), header, line)
    label = _label(cells, found, line)
    numeric = {role for role in ("quantity", "price", "value", "cost", "amount") if _number(cells.get(role))}
    spare = tuple(token.text for token in found.left_over if token.kind == "number" and re.search(r"[.,]", token.text))
    kind = _kind(line, header, cells, label, numeric)
    if lot := lot_under(found, header, line):
        return Row("lot", lot, label, line, ())
    bare = kind == "lot" and not {"acquired", "quantity"} & set(cells)
    own = any(told.fullmatch(label) for told in (CASH_ALONE, DEPOSITS)) and "value" in numeric
    under = _under(found, header, label) if bare or (kind in ("record", "numbers", "text") and not own) else {}
    if under or (kind == "numbers" and _is_second(found, header)):
        cells = second_names(cells, header)
        return Row("under", with_terms(cells, found, line, under), label, line, (), under)
    if kind == "record" and header.kind == "holdings" and not set(DATES) & set(cells):
        cells = with_own_day(cells, found)
    return Row(kind, bought_at(with_day(cells, found), line) if kind == "lot" else cells, label, line, spare)


def _worth(cells: dict[str, Cell]) -> dict[str, Cell]:
    """The cells, where the only figure of a line is dollars that stand under the units: they are its value."""
    figures = {role for role in cells if role in NUMBERS}
    if figures == {"quantity"} and DOLLARS.match(cells["quantity"].text):
        cells["value"] = cells.pop("quantity")
    return cells


def _under(found: Assigned, header: Header, label: str) -> dict[str, Cell]:
    """The cells of a second line: every figure of it stands in a column that has one, and it is no full row."""
    placed = [(header.columns[place], token) for place, token in sorted(found.cells.items())]
    figures = [
        (column, token)
        for column, token in placed
        if (column.under and column.under not in NAMES)
        or (token.kind not in ("text", "name") and column.role not in (*NAMES, "other") and not _is_rate(column, token))
    ]
    if not figures or any(column.under is None for column, _ in figures):
        return {}
    stacked = [column for column in header.columns if column.under and column.role in NUMBERS]
    full = len(stacked) < len([column for column in header.columns if column.role in NUMBERS])
    tops = {column.role for column, token in figures if token.kind == "number"}
    named = len(figures) == 1 and figures[0][0].under == known_role(label)
    if (not full and not named) or (tops and {"quantity", "value"} <= tops):
        return {}
    if all(column.under == column.role for column, _ in figures):
        return {}
    return {
        column.under: Cell(token.text, token.box)
        for column, token in figures
        if column.under is not None
        and (column.under != column.role or column.under in COSTS)
        and (column.under not in DATES or begins_with_day(token.text))
    }


def _is_rate(column: Column, token: Token) -> bool:
    """Whether a percentage stands under an amount of gain, as so much of the cost: it is no cell of a second line."""
    return token.kind == "percent" and column.role == "gain" and column.under is None


def under_heads(line: Line, header: Header) -> dict[str, Cell]:
    """The figures of a second line by what the lower of two whole heads over one another names them."""
    found = assign(tokens_of(line.words, header.columns), header.columns)
    placed = [(header.columns[place], token) for place, token in sorted(found.cells.items())]
    return {
        column.under: Cell(token.text, token.box)
        for column, token in placed
        if column.under not in (None, column.role) and token.kind == "number"
    }


def _is_second(found: Assigned, header: Header) -> bool:
    """Whether every figure of a line stands under a head of two lines, and none under that of units or value.

    Costs under heads that name both of two are no second line of something else.
    """
    placed = [header.columns[place] for place, token in found.cells.items() if token.kind == "number"]
    if all(column.role in COSTS and column.role == column.under for column in placed):
        return False
    apart = all(column.under is not None and column.role not in ("quantity", "value") for column in placed)
    return bool(placed) and apart


def _kind(line: Line, header: Header, cells: Mapping[str, Cell], label: str, numeric: set[str]) -> RowKind:
    if _is_prose(line, header) or (PAGE_NUMBER.search(line.text) and not _ends_a_name(line, header)):
        return "prose"
    name = None if _is_bought(cells, label, numeric) else total_name(label)
    if name is not None and (numeric or _number(cells.get("gain"))) and not {"quantity", "price"} <= numeric:
        return "total"
    if not numeric and _is_all_dashes(cells, header):
        return "record"
    if not numeric or (numeric <= {"quantity", "price", "cost"} and len(numeric) < 2 and BOND_TERMS.search(line.text)):
        return "text"
    if header.kind == "activity":
        return "record" if "amount" in numeric or any(role in cells for role in DATES) else "total"
    if header.kind == "lots" and "acquired" not in cells and "value" not in numeric and only_in_words(line):
        return "text"
    if is_lot(cells, label, header) and numeric & {"quantity", "cost"}:
        return "lot"
    named = any(role in cells for role in NAMES)
    if named and (numeric & {"value", "quantity"} or (numeric == {"price"} and header.has("acquired"))):
        return "record"
    return "record" if {"quantity", "value"} <= numeric or {"quantity", "price"} <= numeric else "numbers"


def _is_bought(cells: Mapping[str, Cell], label: str, numeric: set[str]) -> bool:
    """Whether a row tells a day and units and begins like no sum: its name may end in `TOTAL`, wrapped over lines."""
    dated = "acquired" in cells and read_date(cells["acquired"].text) is not None
    return dated and {"quantity", "value"} <= numeric and not BEGINS_SUM.match(label)


def _is_all_dashes(cells: Mapping[str, Cell], header: Header) -> bool:
    """Whether a row of a name has a dash in each column of figures, of which there are several."""
    columns = {column.role for column in header.columns if column.role in NUMBERS}
    dashes = {role for role, cell in cells.items() if role in NUMBERS and is_blank(cell.text)}
    named = any(role in cells for role in NAMES)
    return named and header.kind == "holdings" and len(dashes) >= FEW and dashes == columns


def _by_role(found: Assigned, header: Header) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for place, token in sorted(found.cells.items()):
        role = header.columns[place].role
        if role is None or role == "other":
            continue
        old = cells.get(role)
        if old is None or (not _number(old) and role in NUMBERS):
            cells[role] = Cell(token.text, token.box)
            if role == "description" and "symbol" not in cells:
                cells.update(_named_with_symbol(header.columns[place].label, cells[role]))
    extra = [token for token in found.left_over if token.kind in ("text", "name") or _in_name(token, found, header)]
    first_number = min((token.box[0] for token in found.cells.values() if token.kind == "number"), default=1e9)
    extra = [token for token in extra if token.box[0] < first_number or not cells.get("description")]
    if extra:
        own = [token for place, token in found.cells.items() if header.columns[place].role == "description"]
        ordered = sorted([*own, *extra], key=lambda token: token.box[0])
        doing = header.kind == "activity" and _says_doing(ordered[0].text, header)
        if len(ordered) > 1 and doing and _are_words(ordered[1:]):
            cells.setdefault("activity", Cell(ordered[0].text, ordered[0].box))
            ordered = ordered[1:]
        if len(ordered) > 1 and not header.has("symbol") and _is_symbol(ordered[0].text):
            cells["symbol"] = Cell(ordered[0].text, ordered[0].box)
            ordered = ordered[1:]
        cells["description"] = Cell(" ".join(token.text for token in ordered), (own or ordered)[0].box)
    return cells


def _says_doing(text: str, header: Header) -> bool:
    """Whether a few words that stand apart before a name say what was done, which no head does: `SOLD`."""
    told = header.has("type") or header.has("activity")
    return not told and DONE.match(text) is not None and len(text.split()) <= FEW


def _are_words(tokens: Sequence[Token]) -> bool:
    """Whether what stands behind is a name, and not the price alone of what is named before: `@ 74.48`."""
    return any(mark.isalpha() for token in tokens for mark in token.text)


def _in_name(token: Token, found: Assigned, header: Header) -> bool:
    """Whether a day or a figure stands behind a name and before every other column: `PUT QZAB  09/17/26  170`."""
    place = next((place for place in found.cells if header.columns[place].role == "description"), None)
    if place is None or token.kind == "blank":
        return False
    name, begin = found.cells[place].box, header.columns[place].x0
    right = min((column.x0 for column in header.columns if column.x0 > begin), default=0.0)
    return name[2] < token.box[0] and token.box[2] < right


def _is_symbol(text: str) -> bool:
    """Whether a word that stands apart before a name is its ticker."""
    return re.fullmatch(rf"[A-Z]{{2,5}}{CLASS}?", text) is not None and is_bare_ticker(text)


def _named_with_symbol(label: str, cell: Cell) -> dict[str, Cell]:
    """Name and symbol apart, where the head says that both are there: `Growth Fund VGRX`."""
    found = re.fullmatch(rf"(.*[a-z].*?)(?:\s+|-)([A-Z]{{2,5}}{CLASS}?)", cell.text)
    if not re.search(r"symbol|ticker", label, re.I) or found is None or found[2] in NOT_TICKERS:
        return {}
    return {"description": Cell(found[1], cell.box), "symbol": Cell(found[2], cell.box)}


def _label(cells: Mapping[str, Cell], found: Assigned, line: Line) -> str:
    words = [token for token in (*found.cells.values(), *found.left_over) if token.kind in ("text", "name", "date")]
    first = min(words, key=lambda token: token.box[0], default=None)
    if first is not None and first.box[0] <= line.words[0].x0 + 1:
        return first.text
    return cells["description"].text if "description" in cells else (first.text if first else "")


def _number(cell: Cell | None) -> bool:
    return cell is not None and not is_blank(cell.text) and read_amount(cell.text) is not None


def _ends_a_name(line: Line, header: Header) -> bool:
    """Whether a lone number stands where the names begin: the last word of one, `UNIT SER` over `1`."""
    if len(line.words) != 1:
        return False
    name = next((column for column in header.columns if column.role == "description"), None)
    if name is None:
        return line.words[0].x1 < min(column.x0 for column in header.columns)
    return abs(line.words[0].x0 - name.x0) < 3


def _is_prose(line: Line, header: Header) -> bool:
    """A line of running text reaches far into the columns of numbers right of the name."""
    begin = next((column.x0 for column in header.columns if column.role == "description"), 0.0)
    begin = begin if min(word.x0 for word in line.words) > begin - 3 else 0.0
    numbers = sorted(
        (column for column in header.columns if column.role in NUMBERS and column.x0 >= begin),
        key=lambda column: column.x0,
    )
    text = line.text
    told = labelled(text)
    named = len(line.words) < 14 and bool(symbol_in(text) or told or is_section_heading(text) or is_note(text))
    named = named or bool({"cusip", "isin"} & set(told)) or text.count(";") > 1
    if not numbers or named or len(line.words) < 7 or BOND_TERMS.search(text):
        return False
    if sum(read_amount(word.text) is not None for word in line.words) * 2 > len(line.words):
        return False
    reach = max(word.x1 for word in line.words)
    gaps = [right.x0 - left.x1 for left, right in zip(line.words, line.words[1:], strict=False)]
    return reach > numbers[0].x1 + 5 and max(gaps) < 1.2 * line.size
