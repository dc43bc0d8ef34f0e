"""Where a table of holdings ends without a head: at the title of flows over a lone column of amounts.

`Cash Flow Summary` over `Amount` over `Opening Balance  1,200.00`: labels and amounts, and none of them is held.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.doing import says_moves
from core.ingest.lexicon.vocabulary import known_role
from core.ingest.lines.open_table import Open
from core.ingest.nouns.words import Line, phrases, text_of
from core.ingest.walk.outside import take_outside

OF_FLOWS = re.compile(r"\b(?:cash )?flows?\b", re.I)
LONGEST_TITLE = 6
CLOSE = 2.5
"""How far the head may stand below its title, in type sizes."""
ALIGNED = 3.0
"""How far the right edges of a head and its amounts may lie apart, in points."""


def take_end_of_holdings(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether the table ends at a line, which was read as the title that it is."""
    if not _ends_holdings(state, lines, at):
        return False
    state.end()
    take_outside(state, lines[at])
    return True


def _ends_holdings(state: Open, lines: Sequence[Line], at: int) -> bool:
    if state.header is None or state.header.kind == "activity" or at + 2 >= len(lines):
        return False
    title, head, row = lines[at : at + 3]
    close = title.page == row.page and head.top - title.bottom < CLOSE * title.size
    return close and _is_title(title) and _heads_amounts(head, row)


def _is_title(line: Line) -> bool:
    told = says_moves(line.text) or OF_FLOWS.search(line.text) is not None
    return told and len(line.words) <= LONGEST_TITLE and not any(map(str.isdigit, line.text))


def _heads_amounts(head: Line, row: Line) -> bool:
    """Whether a line is the one head `Amount`, and the next a label with an amount that ends where the head does."""
    if known_role(head.text) != "amount" or len(phrases(row.words, 1.0)) < 2:
        return False
    amount = read_amount(text_of(phrases(row.words, 1.0)[-1]))
    return amount is not None and abs(row.words[-1].x1 - head.words[-1].x1) < ALIGNED
