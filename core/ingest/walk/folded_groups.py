"""Heads of groups that a page of a site folds, each with what its rows are worth: of an account, of a class of assets.

`CALLOWAY REVOCABLE LIVING TRUST UA   $791,967.75` over `05/15/2010` over `Revocable Trust · 4417-2093`: the title of an
account may go on under its figures, down to the line with its number.
"""

from collections.abc import Sequence
from decimal import Decimal

from core.ingest.lexicon.figures import read
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.sections import total_name
from core.ingest.lines.folds import place_in
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Fact
from core.ingest.nouns.words import Line, phrases
from core.ingest.owners.account_titles import owner_in_title
from core.ingest.owners.told_owners import owner_of_cell
from core.ingest.rows.rows import Row, read_row
from core.ingest.walk.outlined_accounts import is_worth, number_at_end
from core.ingest.walk.taking_sums import ACCOUNT_RANK

MOST_TITLE = 3
"""So many lines at most tell the title of an account under its first."""


def takes_folded(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether a line of the open table of holdings is the head of a folded group, or goes on with such a title."""
    line = lines[at]
    if place_in(line) in state.titles:
        return True
    if not state.folded or state.header is None or state.header.kind != "holdings":
        return False
    row = read_row(line, state.header)
    if row.kind == "total" and (worth := _of_all(state, row)) is not None:
        state.end()
        state.events.append(Fact("grand", row.label, row.where, worth))
        return True
    if place_in(line) not in state.folded:
        return False
    if not is_worth(row) or total_name(row.label) is not None:
        return False
    state.drop_waiting()
    state.record, state.row = None, None
    title = _title_below(state, lines[at + 1 : at + 1 + MOST_TITLE])
    if title:
        _begin(state, row, title)
    else:
        state.section(row.label, line)
    return True


def _of_all(state: Open, row: Row) -> Decimal | None:
    """What a sum prints that is worth all accounts above by their titles, of which there are several; else None."""
    worths = [
        event.amount
        for event in state.events
        if isinstance(event, Fact) and event.kind == "total" and event.rank == ACCOUNT_RANK and event.amount is not None
    ]
    printed = read(row.cells.get("value"))
    whole = len(worths) > 1 and printed is not None and sum(worths, Decimal(0)) == printed.value
    return printed.value if whole and printed is not None else None


def _title_below(state: Open, lines: Sequence[Line]) -> list[Line]:
    """The lines of text under the first of a title, down to the one with the number; empty where none has one."""
    for count, line in enumerate(lines, start=1):
        if place_in(line) in state.folded or len(phrases(line.words, 1.0)) > 1:
            return []
        if number_at_end(line.text):
            return list(lines[:count])
    return []


def _begin(state: Open, row: Row, below: Sequence[Line]) -> None:
    """The account whose title the row and the lines below are: number, worth, kind and owner."""
    number, told = number_at_end(below[-1].text), below[-1].text
    assert number is not None
    name = " ".join([row.label, *(line.text for line in below[:-1])])
    if number != state.account:
        state.begin(number, row.line)
    stated = read(row.cells.get("value"))
    kinds = [text for text in (told, name) if registration_of(text)]
    owner = owner_in_title(name) or owner_of_cell(name)
    state.events += [Fact("total", name, row.where, stated.value, rank=ACCOUNT_RANK)] if stated is not None else []
    state.events += [Fact("registration", text, row.where) for text in kinds[:1]]
    state.events += [Fact("owner", owner, row.where)] if owner else []
    state.titles |= {place_in(line) for line in below}
