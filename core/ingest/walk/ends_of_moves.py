"""Where a table of transactions ends: at the title of another table whose heads are words of no column of ours.

`OPEN ORDERS` over `Entered  Side  Issue  Shares  Limit`: what stands below is dated, names securities and was not done.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import is_date
from core.ingest.lexicon.doing import says_moves, says_not_done
from core.ingest.lines.open_table import Open
from core.ingest.nouns.words import Line, phrases, text_of
from core.ingest.walk.outside import take_outside

LEAST_HEADS = 3
NEAR = 6.0
"""How far from the left edge of the table a title and the first head begin, in points."""
LONGEST_TITLE = 6
OF_CASH = re.compile(r"\b(?:money (?:market )?funds?|sweeps?|deposit|cash|checks?|cards?)\b", re.I)
CLOSE = 2.5
"""How far a head may stand below its title, in type sizes."""


def take_end_of_moves(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether the table ends at a line, which was read as the title that it is."""
    if not _ends_moves(state, lines, at):
        return False
    state.end()
    take_outside(state, lines[at])
    if says_not_done(lines[at].text):
        state.heading(lines[at])
    return True


def _ends_moves(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether such a title stands here: words alone at the left edge, over words apart without figures."""
    if state.header is None or state.header.kind != "activity" or at + 2 >= len(lines):
        return False
    title, head, row = lines[at : at + 3]
    if title.page != row.page or len(phrases(title.words)) > 1 or len(title.words) > LONGEST_TITLE:
        return False
    edge = min(column.x0 for column in state.header.columns)
    begin = all(abs(line.words[0].x0 - edge) < NEAR for line in (title, head))
    close = head.top - title.bottom < CLOSE * title.size
    told = (
        (says_moves(title.text) and OF_CASH.search(title.text) is None)
        or _figures(title)
        or title.text.endswith((".", ":", ","))
    )
    return begin and close and not told and _are_heads(head) and _figures(row)


def _are_heads(line: Line) -> bool:
    return len(phrases(line.words)) >= LEAST_HEADS and not _figures(line)


def _figures(line: Line) -> bool:
    """Whether a line prints a figure or a day."""
    return any(is_date(text) or read_amount(text) is not None for text in map(text_of, phrases(line.words)))
