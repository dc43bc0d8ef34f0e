"""Names alone on a line over the number of an account in a table file: they are those of whom it is.

A line with the kind of the account, or one with its trustees, may stand between. A trust over its trustees is the
owner.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.ingest.lexicon.people import is_couple, is_entity, is_trust, may_be_person
from core.ingest.lexicon.registrations import account_number, registration_of
from core.ingest.nouns.events import Event, Fact, Where
from core.ingest.owners.account_titles import title_of
from core.ingest.owners.trusts_over_trustees import TRUSTEES
from core.ingest.sheets.cells import clean

MOST_ABOVE = 4
MOST_CELLS = 2
"""A line that tells a number holds no more than its label and itself."""
BY_PLACE = -1
"""How surely a name is that of the owner where only its place tells it."""


def with_owners_over_numbers(events: Sequence[Event], rows: Sequence[Sequence[str]]) -> list[Event]:
    """The events with the owner behind each number over which a name stands; none where an owner is told there."""
    events = [_of_trust(event, rows) if isinstance(event, Fact) else event for event in events]
    told = {event.where.row for event in events if isinstance(event, Fact) and event.kind == "owner"}
    done: list[Event] = []
    last = 0
    for event in events:
        done.append(event)
        if not isinstance(event, Fact) or event.kind != "account" or event.where.row in (None, last):
            continue
        last = event.where.row or 0
        found = _name_above(rows, last - 1)
        if found is not None and not told & {found[0], *range(found[0], last + MOST_ABOVE)}:
            done.append(Fact("owner", found[1], Where(None, found[0]), rank=BY_PLACE))
    return done


def _of_trust(fact: Fact, rows: Sequence[Sequence[str]]) -> Fact:
    """A trustee who was read as the owner as the trust on the line above, and of its kind; any other fact as it is."""
    at = fact.where.row or 0
    if fact.kind not in ("owner", "registration") or not 1 < at <= len(rows):
        return fact
    above, own = _filled(rows[at - 2]), _filled(rows[at - 1])
    if len(above) != 1 or len(own) != 1 or not is_trust(above[0]) or not TRUSTEES.fullmatch(own[0]):
        return fact
    return replace(fact, text=above[0])


def _name_above(rows: Sequence[Sequence[str]], at: int) -> tuple[int, str] | None:
    """The number of the row of the name over the row `at`, counted from one, and the name; None where none is sure."""
    if not 1 <= len(_filled(rows[at])) <= MOST_CELLS:
        return None
    above = list(_lines_above(rows, at))
    named = [(row, name, trust) for row, text in above for name, trust in [_named(text)] if name]
    if not named:
        return None
    trusts = [one for one in named if one[2]]
    if trusts or len(named) == 1:
        row, name, _ = (trusts or named)[0]
        return row, name
    joint = any(registration_of(text) == "taxable_joint" for _, text in above)
    if joint and len(named) == 2 and named[0][0] == named[1][0] + 1:
        return named[1][0], f"{named[1][1]} & {named[0][1]}"
    return None


def _lines_above(rows: Sequence[Sequence[str]], at: int) -> Iterator[tuple[int, str]]:
    """The lines of one cell over a row, the nearest first, up to one that tells nothing of an account."""
    for place in range(at - 1, max(-1, at - 1 - MOST_ABOVE), -1):
        filled = _filled(rows[place])
        if len(filled) != 1 or account_number(filled[0]):
            return
        if not _named(filled[0])[0] and registration_of(filled[0]) is None:
            return
        yield place + 1, filled[0]


def _named(text: str) -> tuple[str, bool]:
    """The owner a line names, and whether it is the trust itself; empty where it names none."""
    if is_trust(text) or is_entity(text):
        return text, True
    title = title_of(text)
    if title is not None:
        return title.owner, is_trust(title.owner)
    return (text, False) if may_be_person(text) or is_couple(text) else ("", False)


def _filled(row: Sequence[str]) -> list[str]:
    return [cell for one in row if (cell := clean(one))]
