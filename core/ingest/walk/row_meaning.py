"""What a row or a line means beside what is open: a lot that goes on, a sum of lots or of a section, a strange head."""

import itertools
import re
from dataclasses import replace
from decimal import Decimal

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.asset_kinds import ACCOUNT_SIDE, CASH_NAME
from core.ingest.lexicon.dates import is_date
from core.ingest.lexicon.figures import read, ties
from core.ingest.lexicon.identifiers import PAREN, is_identifier, labelled
from core.ingest.lexicon.sections import OF_ONE_SECURITY, is_section_heading, kind_of_section, section_key, total_name
from core.ingest.lexicon.vocabulary import NAMES, known_role
from core.ingest.lines.open_table import Open
from core.ingest.lines.standing import reads_as_note, would_have_fitted
from core.ingest.nouns.events import Cell, Fact, Heading, Record, Total
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, phrases
from core.ingest.rows.block_lines import is_side
from core.ingest.rows.rows import Row

NEAR = 0.6
ONE = Decimal(1)
MOST_WRAPPED = 4
SIDED = ("symbol", "identifier", "type")
MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\.?|"
    r"q[1-4]|[1-4](?:st|nd|rd|th) quarter",
    re.I,
)
ACCRUED_ON = re.compile(
    r"(?:(?:total|net|estimated|est\.?|plus:?|add:?) )*accrued (?:interest|income)(?: receivable)?"
    r"(?P<what> (?:on|for|from|of) .*)?$",
    re.I,
)
OF_DEBT = re.compile(r"\d ?%|\b(?:due|notes?|nts?|bonds?|bds?|bnds?|cds?|certificates?|treasur(?:y|ies))\b", re.I)
PERIOD = re.compile(
    r"(?:(?:this|current|last|prior|previous) )?(?:period|month|quarter|year)|(?:month|quarter|year)[- ]to[- ]date|"
    r"[mqy]td|\d{1,2}[ -](?:months?|years?|mos?\.?|yrs?\.?)|(?:since )?inception",
    re.I,
)


def goes_on(state: Open, row: Row) -> bool:
    """Whether a row with a date is a lot of the security above: notes stand for its name, or that is open."""
    above = state.record
    if state.header is not None and state.header.kind == "activity":
        return False
    if above is None or state.row is None or row.line.page != state.row.line.page or "acquired" not in row.cells:
        return False
    if state.row.kind == "lot" and not state.waiting and _only_identifies(row, above, state.row):
        return True
    noted = reads_as_note(row.label) and _has_price_of(row, above) is not False
    ends = _ends_name(state, row) or _ends_wrapped(state, row, above)
    if "acquired" in above.cells and not state.waiting and (noted or ends or _is_unpriced(row, above)):
        return True
    open_name = set(above.cells) & {"quantity", "value", "cost", "acquired"} == set() and "price" in above.cells
    return open_name and (PAREN.match(row.label) is not None or "description" not in row.cells)


def _ends_name(state: Open, row: Row) -> bool:
    """Whether a lot has the end of the security's name beside it: at its price, without the symbol that all rows have.

    `CORP  08/18/13  233.0000` under `QUILL EMBER SOFTWARE  QZAB  12/20/12  181.0000`; or its symbol alone, where the
    row above has none.
    """
    above = state.record
    if above is None or _has_price_of(row, above) is not True:
        return False
    ids = [role for role in NAMES if role != "description" and role in above.cells]
    return set(row.cells).isdisjoint(ids) if ids else _only_identifies(row, above, above)


def _is_unpriced(row: Row, above: Record) -> bool:
    """Whether a row prints no price and is worth its units at the price above: words beside it end the name there."""
    return "price" not in row.cells and "quantity" in row.cells and _has_price_of(row, above) is True


def _only_identifies(row: Row, security: Record, priced: Record | Row) -> bool:
    """Whether a row at the same price has but an identifier for its name, and the security above a name and none."""
    return is_identifier(row.label) and _is_unidentified(security) and _has_price_of(row, priced) is True


def _is_unidentified(security: Record) -> bool:
    """Whether a security has a name, and no identifier in a column, in the name or under it."""
    own = [cell.text for role, cell in security.cells.items() if role in NAMES]
    return len(own) == 1 and not is_identifier(own[0]) and not labelled(" ".join([*own, *security.details]))


def _ends_wrapped(state: Open, row: Row, above: Record) -> bool:
    """Whether a row at the price right above begins with the end of its name, which had no room: `BOND ETF (QZAB)`.

    The symbol stands last in it, in parentheses, and the security above prints none.
    """
    ends = re.fullmatch(rf"(?:\S+ ){{0,{MOST_WRAPPED}}}{PAREN.pattern}", row.label)
    if ends is None or state.row is None or state.row.kind == "lot" or state.row.line is not state.last_line:
        return False
    bare = _is_unidentified(above) and PAREN.search(state.row.label) is None
    wrapped = PAREN.fullmatch(row.label) is not None or not would_have_fitted(row.line, state.row.line)
    return bare and wrapped and _has_price_of(row, above) is True


def _has_price_of(row: Row, above: Record | Row) -> bool | None:
    """Whether a row is priced as the security above; None where no price of one of them is printed or told.

    Units and value of a lot tell its price where that stands beside the first lot alone.
    """
    prices = [read(cells.get("price")) for cells in (above.cells, row.cells)]
    if prices[0] is None:
        return None
    if prices[1] is None:
        units, value = read(row.cells.get("quantity")), read(row.cells.get("value"))
        told = units is not None and value is not None and ties(units.value, prices[0].value, ONE, value.value)
        return True if told else None
    return prices[0].value == prices[1].value


def without_side(line: Line, row: Row) -> Line:
    """The line without the side of the account that holds a security, `Cash` under a head of symbols and types."""
    side = next((cell for role in SIDED if (cell := row.cells.get(role)) is not None), None)
    if side is None or side.box is None or ACCOUNT_SIDE.fullmatch(side.text) is None:
        return line
    left, right = side.box[0] - 1, side.box[2] + 1
    return replace(line, words=tuple(word for word in line.words if word.x1 < left or word.x0 > right))


def as_balance(row: Row) -> dict[str, Cell]:
    """The cells of a row; a balance of cash whose only amount stands under another head is its value."""
    cells = dict(row.cells)
    figures = [role for role in cells if role not in NAMES]
    if row.kind == "record" and figures == ["quantity"] and CASH_NAME.match(row.label):
        box = next((cells[name].box for name in NAMES if name in cells), None)
        return {"description": Cell(row.label, box), "value": cells["quantity"]}
    return cells


def is_accrued(state: Open, row: Row) -> bool:
    """Whether a row under a security prints only its accrued interest, in the column of values."""
    return _is_accrued(state, row) and not _lacks_above(state)


def _lacks_above(state: Open) -> bool:
    """Whether a security before the last one bears interest and has none told: what stands below is of the section."""
    rows = itertools.takewhile(lambda event: not isinstance(event, Heading | Total), reversed(state.events))
    others = [event for event in rows if isinstance(event, Record) and event is not state.record]
    others = [one for one in others if state.record is not None and one.table == state.record.table]
    return any("accrued" not in one.cells and _bears_interest(one) for one in others if one.kind == "holdings")


def _bears_interest(row: Record) -> bool:
    return "maturity" in row.cells or any(OF_DEBT.search(row.cells[role].text) for role in NAMES if role in row.cells)


def _is_accrued(state: Open, row: Row) -> bool:
    bare = row.kind == "record" and not {"quantity", "price", "acquired"} & set(row.cells) and "value" in row.cells
    return (
        bare
        and state.record is not None
        and "accrued" not in state.record.cells
        and (known_role(row.label) == "accrued")
    )


def is_accrued_of_all(state: Open, row: Row) -> bool:
    """Whether a row with a value alone is the interest accrued on all that stands above, `Accrued interest on bonds`.

    It stands under no security, says of what it is, or others above it bear interest as well; or it stands right
    below the total of the account, in whatever column its one amount falls.
    """
    if row.kind == "numbers":
        last = state.events[-1] if state.events else None
        below_total = isinstance(last, Fact) and last.kind == "total"
        return below_total and len(row.cells) == 2 and known_role(row.label) == "accrued"
    bare = row.kind == "record" and not {"quantity", "price", "acquired", "cost"} & set(row.cells)
    told = ACCRUED_ON.match(row.label.strip(" :*"))
    apart = state.record is None or (_is_accrued(state, row) and _lacks_above(state))
    return bare and "value" in row.cells and told is not None and (apart or bool(told["what"]))


def are_lots_above(state: Open) -> bool:
    """Whether the row above is a lot, on this page or the one before."""
    if state.row is not None:
        return state.row.kind == "lot" or "acquired" in state.row.cells
    last = next((event for event in reversed(state.events) if isinstance(event, Record | Total)), None)
    return isinstance(last, Record) and (last.kind == "lots" or "acquired" in last.cells)


def is_sum_of_lots(state: Open, row: Row) -> bool:
    """Whether a row of figures, named as a sum of one security or of as many units, stands under the lots of one."""
    under_lots = are_lots_above(state)
    name = total_name(row.label)
    if row.kind == "record" and name is not None and {"quantity", "price"} <= set(row.cells):
        of_one = section_key(name) in OF_ONE_SECURITY or _adds_up(state, row)
        return under_lots and not state.waiting and of_one
    bare = row.kind in ("record", "numbers") and not {*NAMES, "acquired"} & set(row.cells)
    return bare and under_lots and not state.waiting and {"quantity", "value"} <= set(row.cells)


def _adds_up(state: Open, row: Row) -> bool:
    """Whether a row has as many units as the lots above it, with the first lot where that stands on the row over it."""
    printed, held = read(row.cells.get("quantity")), Decimal(0)
    for event in reversed(state.events):
        if not isinstance(event, Record):
            continue
        units = read(event.cells.get("quantity"))
        if event.kind != "lots" and "acquired" not in event.cells:
            break
        held += units.value if units is not None else 0
        if event.kind != "lots":
            break
    return printed is not None and printed.value == held


def is_side_of_lots(state: Open, row: Row) -> bool:
    """Whether a row of all covered, or all other, units stands for lots: right under a name, or another such."""
    if row.kind not in ("record", "total") or not is_side(row.label) or "quantity" not in row.cells:
        return False
    over = state.row is not None and state.record is not None and is_side(state.row.label)
    goes_on = "price" in row.cells or (state.row is not None and state.row.kind == "lot")
    return bool(state.waiting) or (over and goes_on) or _goes_on_overleaf(state)


def _goes_on_overleaf(state: Open) -> bool:
    """Whether the last row, on the page before, is such a side: the other one stands first under heads again."""
    last = next((event for event in reversed(state.events) if isinstance(event, Record | Total)), None)
    sided = isinstance(last, Record) and last.kind == "lots" and "description" in last.cells
    return state.row is None and sided and last is not None and is_side(last.cells["description"].text)


def is_side_below(state: Open, header: Header, line: Line) -> bool:
    """Whether what looks like a head goes on with the row right above it: the side of the account that holds it.

    `Dividend Option Reinvest | MARGIN` under the name and the symbol of a security.
    """
    if header.kind != "other" or state.header is None or state.row is None or state.last_line is None:
        return False
    near = state.last_line.page == line.page and line.top - state.last_line.bottom < NEAR * line.size
    return near and any(ACCOUNT_SIDE.fullmatch(column.label) for column in header.columns)


def is_sum_above(state: Open, row: Row) -> bool:
    """Whether a row is a heading that carries the sum of the rows under it: bold, and without a quantity."""
    bare = row.kind == "record" and not {"quantity", "price", "acquired"} & set(row.cells)
    kind = kind_of_section(row.label)
    heading = row.line.bold and is_section_heading(row.label) and kind not in ("cash", "money_market", None)
    return bare and heading and state.header is not None and state.header.has("quantity")


def is_strange_head(state: Open, line: Line) -> bool:
    """Whether a line of several words apart, without an amount, is the head of a table that is not ours.

    It is bold where rows are not, or names months or quarters one beside the other. Type of one width has wide gaps
    in headings too, `EQUITIES - CONTINUED`; a name may be bold with its identifiers behind their labels.
    """
    pieces = [" ".join(word.text for word in run) for run in phrases(line.words)]
    figures = [piece for piece in pieces if read_amount(piece) is not None or is_date(piece)]
    if len(pieces) < 3 or figures or is_section_heading(line.text) or (":" in line.text and labelled(line.text)):
        return False
    return names_months(line) or (line.bold and (state.row is None or not state.row.line.bold))


def names_months(line: Line) -> bool:
    """Whether a line names months, quarters or periods one beside the other, as heads of what is expected or past.

    Two are enough where nothing else stands beside them, `This Period   Year to Date` over what came in.
    """
    pieces = [" ".join(word.text for word in run) for run in phrases(line.words)]
    spans = [piece for piece in pieces if MONTH.fullmatch(piece) or PERIOD.fullmatch(piece)]
    return len(spans) > 1 and (len(pieces) > 2 or len(spans) == len(pieces))
