"""The day on which all of a security was bought, on a line of its own under it: `Acquired 11/27/25 S`.

Beside it may stand the other of two costs, under heads that name both: `Acquired 10/15/19 L   104.1200   104,120.00`
under a bond whose adjusted cost is printed with its units. The lot has all units, and the cost of the security.
"""

import re

from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.lines.open_table import Open
from core.ingest.lines.standing import before_figures
from core.ingest.lots.two_costs import COSTS, TWICE, settle_cost
from core.ingest.nouns.events import Cell, Record, Where
from core.ingest.nouns.words import Line, span
from core.ingest.rows.lot_rows import LOT_DAY
from core.ingest.rows.rows import read_row
from core.ingest.walk.over_pages import left_overleaf

FAR = 4.0
"""How far under the figures of its security such a line stands at most, in type sizes: a rating may stand between."""
BOUGHT = re.compile(r"(?:date )?(?:acquired|purchased|bought|purchase date|trade date)\b(?: on)?:?\s*", re.I)


def take_day_below(state: Open, line: Line) -> bool:
    """A line that tells the day of all units above, as the lot that it is; False where it is anything else."""
    text = before_figures(line) or line.text
    begins = BOUGHT.match(text)
    day = LOT_DAY.fullmatch(text[begins.end() :]) if begins else None
    record = _awaiting(state, line) if day is not None else None
    if day is None or record is None or not _is_bare(state, line):
        return False
    assert state.header is not None
    settle_cost(state, read_row(line, state.header).cells)
    kept: dict[str, Cell] = {role: record.cells[role] for role in ("quantity", "cost") if role in record.cells}
    cells = {"acquired": Cell(day["day"], span(line.words)), **kept}
    state.events.append(Record("lots", cells, Where(line.page, None, span(line.words)), table=state.tables))
    return True


def _awaiting(state: Open, line: Line) -> Record | None:
    """The security little above, or at the end of the page before, with units and value and no lot so far."""
    record, row = state.record, state.row
    if state.header is None or state.header.kind != "holdings" or state.waiting:
        return None
    if record is None:
        above = left_overleaf(state, line)
    else:
        near = row is not None and row.kind == "record" and row.line.page == line.page
        near = near and row is not None and line.top - row.line.bottom < FAR * line.size
        above = record if near and record.kind == "holdings" and state.events[-1] is record else None
    whole = above is not None and {"quantity", "value"} <= set(above.cells) and "acquired" not in above.cells
    return above if whole else None


def _is_bare(state: Open, line: Line) -> bool:
    """Whether no figures stand beside the day but a cost under heads that name two."""
    assert state.header is not None
    row = read_row(line, state.header)
    roles = set(row.cells) - {"acquired", *NAMES}
    heads = [column.label for column in state.header.columns if column.role in roles]
    return not row.spare and roles <= set(COSTS) and all("/" in head or TWICE.search(head) for head in heads)
