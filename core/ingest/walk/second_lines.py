"""The second line of a row under heads of two lines: figures that the first line lacks, and a cost printed twice.

Amortised and original cost stand over one another, `Orig Total Cost` over `Adj Total Cost` or the other way round; the
row's own cost is the one that its value and its gain tell.
"""

import re
from collections.abc import Mapping

from core.ingest.heads.assign import assign, tokens_of
from core.ingest.lexicon.figures import read
from core.ingest.lexicon.identifiers import PAREN, labelled
from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.vocabulary import NAMES, known_role
from core.ingest.lines.open_table import Open
from core.ingest.lots.two_costs import COSTS, TWICE, is_own_cost
from core.ingest.nouns.events import Cell, Record, Total
from core.ingest.nouns.words import Line, span
from core.ingest.rows.block_lines import add_detail
from core.ingest.rows.rows import Row, under_heads

NEAR = 0.9
FRACTION = re.compile(r"fractional (?:share|unit)s?", re.I)
TERM = re.compile(r"(?:LT|ST|L|S|long|short)(?:[- ]term)?", re.I)
TERMS = re.compile(r"(?:coupon|cpn|rate|matur\w*|due)\b.*\d", re.I)


def completes(state: Open, row: Row) -> bool:
    """Whether a line without a name and units prints the value that the row right above it lacks.

    The terms of a bond are no name: `Coupon Rate 4.500%; Matures 03/15/2032; CUSIP 24702RAB7   10,020.00   9,825.00`.
    """
    if not _is_under(state, row) or state.record is None or {"quantity", "acquired"} & set(row.cells):
        return False
    if total_name(row.label) is not None:
        return False
    bare = TERM.fullmatch(row.label) is not None or TERMS.match(row.label) is not None
    named = any(name in row.cells for name in NAMES) and not bare
    return not named and "value" in row.cells and "value" not in state.record.cells


def complete(state: Open, row: Row) -> None:
    """Give the row above what its second line prints, under the lower of two heads where there are two."""
    assert state.record is not None and state.header is not None
    cells = state.record.cells
    own = is_own_cost(row.cells.get("cost"), row.cells)
    for role, cell in row.cells.items():
        if role in COSTS and own:
            cells[role] = cell
        elif role not in NAMES:
            cells.setdefault(role, cell)
    cells.update(under_heads(row.line, state.header))
    if TERMS.match(row.label):
        add_detail(state.record, f"— {row.label}", row.line)


def is_other_cost(state: Open, row: Row) -> bool:
    """Whether a line prints nothing but the other of two costs, under heads that name both, and perhaps the name."""
    assert state.header is not None
    figures = set(row.cells) - {"description"}
    under = _is_under(state, row) or _is_under_sum(state, row)
    if row.kind != "numbers" or row.spare or not figures or not under:
        return False
    heads = [column.label for column in state.header.columns if column.role in figures]
    return figures <= set(COSTS) and all("/" in head or TWICE.search(head) for head in heads)


def take_accrued(state: Open, row: Row) -> None:
    """Give the security whose lots a sum closes the interest that the line under that sum prints beside its cost."""
    assert state.header is not None
    told = row.under.get("accrued") or under_heads(row.line, state.header).get("accrued")
    if told is not None and state.closed is not None and _is_under_sum(state, row):
        state.closed.cells.setdefault("accrued", told)


def is_adjusted(state: Open, row: Row) -> bool:
    """Whether a line right under a bond prints the other of two costs with the gain, perhaps behind its CUSIP.

    `CUSIP 912828ZZ1   $98.849   $24,712.25   (1,222.50)   393.75` under heads of two lines, `Orig Total Cost` over
    `Adj Total Cost`, `Est Ann Income` over `Accrued Interest`.
    """
    figures = set(row.cells) - {"description"}
    if row.kind != "numbers" or row.spare or not {"cost", "gain"} <= figures <= {*COSTS, "gain"}:
        return False
    assert state.header is not None
    twice = all(TWICE.search(column.label) for column in state.header.columns if column.role in figures & {*COSTS})
    lacking = state.record is not None and not {"gain", "cusip", "isin"} & set(state.record.cells)
    return twice and lacking and _is_under(state, row) and (not row.label or bool(labelled(row.label)))


def adjust(state: Open, row: Row) -> None:
    """Give the bond above the gain of its second line, the cost that this is of, its interest and its identifier."""
    assert state.record is not None and state.header is not None
    cells = state.record.cells
    cells["gain"] = row.cells["gain"]
    if is_own_cost(row.cells["cost"], cells):
        cells.update({role: row.cells[role] for role in COSTS if role in row.cells})
    found = assign(tokens_of(row.line.words, state.header.columns), state.header.columns)
    for place, token in found.cells.items():
        under = state.header.columns[place].under
        if token.kind == "number" and under is not None and under not in ("other", *COSTS):
            cells.setdefault(under, Cell(token.text, token.box))
    if row.label:
        state.record.details.append(row.label)
        state.record.places.append(span(row.line.words))


def tells_cost(state: Open, row: Row) -> bool:
    """Whether a line under a row is its whole cost by a label, where the row prints less: what was put in at first.

    `Total Cost Basis   259,511.73` under a fund whose head says `Amount Invested`; the row's gain proves it.
    """
    cells = state.record.cells if state.record is not None and state.record.kind == "holdings" else {}
    if known_role(row.label) != "cost" or set(row.cells) - {"description"} != {"cost"} or "cost" not in cells:
        return False
    return is_own_cost(row.cells["cost"], cells) and not is_own_cost(cells["cost"], cells)


def takes_symbol(state: Open, line: Line) -> bool:
    """Whether a line is the symbol in brackets of the security above: what stood for one before it ends the name.

    `QUILL HARBOR MUNICIPAL BOND` over `ETF` over `(QZAB)` under the heads `Description` over `(Symbol)`.
    """
    held = state.record.cells.get("symbol") if state.record is not None else None
    if state.record is None or held is None or state.waiting or PAREN.fullmatch(line.text) is None:
        return False
    lower = state.header is not None and any(one.under == "symbol" for one in state.header.columns)
    above = state.last_line
    near = above is not None and above.page == line.page and 0 <= line.top - above.bottom < NEAR * line.size
    if not lower or not near or held.text.startswith("(") or state.row is None or state.row.kind == "lot":
        return False
    state.record.details.insert(0, held.text)
    state.record.places.insert(0, held.box or span(line.words))
    state.record.cells["symbol"] = Cell(line.text, span(line.words))
    return True


def whole_of_fraction(state: Open, row: Row) -> Record | None:
    """The security whose fraction of a share stands on a line of its own below, at its price; None where it is none."""
    if FRACTION.fullmatch(row.label.strip()) is None or not {"quantity", "price", "value"} <= set(_of_fraction(row)):
        return None
    above = next((event for event in reversed(state.events) if isinstance(event, Record)), None)
    if above is None or above.kind != "holdings" or above.table != state.tables:
        return None
    prices = [read(cells.get("price")) for cells in (above.cells, row.cells)]
    same = prices[0] is not None and prices[1] is not None and prices[0].value == prices[1].value
    return above if same else None


def add_fraction(whole: Record, row: Row) -> None:
    """Units, value, cost and gain of a security with those of its fraction."""
    fraction = _of_fraction(row)
    for role in ("quantity", "value", "cost", "gain"):
        printed, more = read(whole.cells.get(role)), read(fraction.get(role))
        if printed is not None and more is not None:
            whole.cells[role] = Cell(f"{printed.value + more.value:,}", whole.cells[role].box)


def _of_fraction(row: Row) -> Mapping[str, Cell]:
    """The cells of a fraction of a share; units before its name, `.1905 Fractional Share`, are under no head."""
    lone = row.spare[0] if len(row.spare) == 1 and "quantity" not in row.cells else None
    return row.cells if lone is None else {**row.cells, "quantity": Cell(lone, span(row.line.words))}


def _is_under(state: Open, row: Row) -> bool:
    above = state.last_line
    own = state.row is not None and state.row.line is above
    return own and above is not None and 0 <= row.line.top - above.bottom < NEAR * row.line.size


def _is_under_sum(state: Open, row: Row) -> bool:
    """Whether a line stands right under the printed sum that was read last."""
    above, last = state.last_line, state.events[-1] if state.events else None
    if above is None or not isinstance(last, Total) or last.where.box != span(above.words):
        return False
    return last.where.page == row.line.page and 0 <= row.line.top - above.bottom < NEAR * row.line.size
