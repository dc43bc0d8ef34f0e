"""Accounts of a household's outline: the title of each is a row of the open table, over the rows of that account.

`Roth IRA (4268-9841)   1,596,726.79`, or `Holdings Held Directly - xxxx4828   212,400.00`: no security is named by a
number that is partly hidden. The title of a deeper outline may print no figures, and a title may lack the number that
stands beside it in the list of accounts before.
"""

import re
from collections.abc import Sequence

from core.ingest.heads.columns import find_header
from core.ingest.lexicon.figures import read
from core.ingest.lexicon.registrations import PLAIN_NUMBER, are_years, registration_of, titled_number
from core.ingest.lexicon.sections import is_section_heading, total_name
from core.ingest.lines.open_table import Open
from core.ingest.lines.spoken import opening_number
from core.ingest.nouns.events import Fact
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, phrases
from core.ingest.owners.account_titles import owner_in_title
from core.ingest.rows.rows import Row, read_row
from core.ingest.walk.taking_sums import ACCOUNT_RANK

HIDDEN = r"(?:[Xx*•]{2,}[- ]?|[.…]+)\d{3,5}"
TITLE = re.compile(
    rf"(?P<title>.*[A-Za-z)].*?)[\s(#-](?P<number>{HIDDEN}|{PLAIN_NUMBER})\)?(?:\s\(?cont(?:inued|'d|d)\.?\)?)?", re.I
)
FIRST = re.compile(rf"(?P<number>{HIDDEN}|{PLAIN_NUMBER})[\s:|–—-]+(?P<title>[A-Za-z(].*)")
BEHIND = re.compile(rf"\s[-–—|]\s|\s\(?(?:{HIDDEN}|{PLAIN_NUMBER})")
STROKE = re.compile(r"\w [-–—|] \w")
INDENT, REACH, FAR = 3.0, 2, 6
MOST_WORDS, WHOLE = 14, 7


def number_in_outline(state: Open, lines: Sequence[Line], at: int) -> str | None:
    """The number of the account whose title is this row of the open table of holdings; None for any other row.

    It stands in the title, or in the list of accounts before, beside that name, or alone on the line below a kind.
    """
    if (number := opening_number(lines[at])) is not None:
        return number
    if state.header is None or state.header.kind != "holdings":
        return None
    row = read_row(lines[at], state.header)
    if (not is_worth(row) and not _is_alone(lines[at], row)) or total_name(row.label) is not None:
        return None
    label = _label(row)
    below = lines[at + 1] if at + 1 < len(lines) and registration_of(label) and is_worth(row) else None
    alone = below is not None and _is_alone(below, read_row(below, state.header))
    under = number_at_end(below.text) if below is not None and alone else None
    listed = None if is_section_heading(label) else state.listed.get(key_of(label))
    return number_at_end(label) or listed or under


def told_by_title(state: Open, lines: Sequence[Line], at: int) -> list[Fact] | None:
    """What the title of an account tells that is a row of the open table: its worth, if printed, its kind, its owner.

    None where the row is no such title, or the table does not go on under it.
    """
    if state.header is None or state.header.kind != "holdings" or at + 1 >= len(lines):
        return None
    row, below = read_row(lines[at], state.header), lines[at + 1 : at + 1 + FAR]
    label = _label(row)
    deeper = below[0].words[0].x0 > lines[at].words[0].x0 + INDENT
    titled = titled_number(label) is not None or number_in_outline(state, lines, at) is not None
    outlined = (is_worth(row) or deeper) and _go_on(state, below[:REACH])
    if not titled or not (outlined or _same_table_below(state.header, below)):
        return None
    state.drop_waiting()
    state.record, state.row = None, None
    stated = read(row.cells.get("value"))
    told = [Fact("total", label, row.where, stated.value, rank=ACCOUNT_RANK)] if stated is not None else []
    told += [Fact("registration", label, row.where)] if registration_of(label) else []
    owner = owner_in_title(BEHIND.split(label)[0])
    return [*told, *([Fact("owner", owner, row.where)] if owner else [])]


def reopens(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether the title of an account stands here, and under it the table goes on that a total has ended above."""
    if state.ended is None or state.ended.kind != "holdings":
        return False
    titled = titled_number(lines[at].text) or number_at_end(lines[at].text)
    return titled is not None and _same_table_below(state.ended, lines[at + 1 : at + 1 + FAR])


def key_of(name: str) -> str:
    """The name of an account as it may stand again, in other letters, before its custodian and its number."""
    return " ".join(BEHIND.split(name)[0].casefold().split())


def _go_on(state: Open, lines: Sequence[Line]) -> bool:
    """Whether one of these lines is a row of the open table, with a value."""
    rows = [read_row(line, state.header) for line in lines] if state.header is not None else []
    return any(row.kind == "record" and "value" in row.cells for row in rows)


def _same_table_below(header: Header, lines: Sequence[Line]) -> bool:
    """Whether rows of units and value stand in the columns of a table, under lines of text and before another head."""
    for at, line in enumerate(lines):
        if find_header(lines, at) is not None:
            return False
        row = read_row(line, header)
        if row.kind not in ("text", "prose"):
            return row.kind == "record" and {"quantity", "value"} <= set(row.cells)
    return False


def _label(row: Row) -> str:
    return row.label if is_worth(row) else row.line.text


def _is_alone(line: Line, row: Row) -> bool:
    """Whether a line is one piece of text."""
    return len(phrases(line.words, 1.0)) == 1 and not row.cells.keys() - {"description"}


def number_at_end(label: str) -> str | None:
    """The number at the end of a title: partly hidden, or whole where the title tells the kind or the custodian."""
    found = TITLE.fullmatch(label) or FIRST.fullmatch(label) if len(label.split()) <= MOST_WORDS else None
    if found is None or are_years(found["number"]):
        return None
    title, number = found["title"], found["number"]
    held = STROKE.search(title) is not None and sum(map(str.isdigit, number)) >= WHOLE
    return number if re.fullmatch(HIDDEN, number) or registration_of(title) or held else None


def is_worth(row: Row) -> bool:
    """Whether a row prints what it is worth, and no units of anything."""
    return read(row.cells.get("value")) is not None and not {"quantity", "price"} & set(row.cells)
