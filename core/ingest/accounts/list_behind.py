"""What a report tells of all accounts behind the last of them: a list of them, and what they hold together.

The figures in a row of the list that are not what the account is worth are of other days, of classes, of fees. The
line that prints what all are worth together is the household's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from core.ingest.accounts.days_in_lists import place_of
from core.ingest.accounts.draft import same_account
from core.ingest.accounts.of_all import is_sum_of
from core.ingest.lexicon.sections import total_name
from core.ingest.nouns.events import Event, Fact, Record, Total, Trouble
from core.ingest.rows.row_keys import number_in

LEAST_ACCOUNTS = 2
SUMS = ("total", "sum", "money", "cash", "weak_cash")
HELD = ("holdings", "lots", "cash")
ZERO = Decimal(0)


@dataclass(slots=True)
class Account:
    """What is told of one account before the list: its rows and the last sum that closes them."""

    number: str
    rows: list[Record] = field(default_factory=list)
    total: Decimal | None = None

    @property
    def worths(self) -> set[Decimal]:
        """What it is worth, by its sum and by its rows."""
        held = (number_in(row, "value") or ZERO for row in self.rows if row.kind != "lots")
        return {sum(held, ZERO)} | ({self.total} if self.total is not None else set())


def without_list_behind(events: Sequence[Event]) -> list[Event]:
    """The events with what the list tells of all accounts as such, and without what it tells of none."""
    events = _without_common_holdings(events)
    last = max((at for at, event in enumerate(events) if _is_row(event)), default=-1)
    accounts = _accounts(events[: last + 1])
    listed = {
        place_of(one.where): one.text for one in events[last + 1 :] if isinstance(one, Fact) and one.kind == "account"
    }
    known = [one for one in accounts if any(same_account(one.number, number) for number in listed.values())]
    if len(known) < LEAST_ACCOUNTS:
        return list(events)
    told = list(_of_list(events[last + 1 :], listed, known))
    return [*events[: last + 1], *_with_sum_of_all(told, listed, accounts)]


def _of_list(events: Sequence[Event], listed: Mapping[str, str], accounts: Sequence[Account]) -> Iterator[Event]:
    """What stays of a list: of its rows whose they are, and what the account is worth; of its sum no row."""
    sums = {place_of(event.where) for event in events if isinstance(event, Record) and event.kind in HELD}
    for event in events:
        number = listed.get(place_of(event.where), "")
        own = next((one for one in accounts if number and same_account(one.number, number)), None)
        if isinstance(event, Fact) and own is not None:
            if event.kind not in SUMS or event.amount in own.worths:
                yield event
        elif not isinstance(event, Record | Trouble) or place_of(event.where) not in sums:
            yield event


def _with_sum_of_all(
    events: Sequence[Event], listed: Mapping[str, str], accounts: Sequence[Account]
) -> Iterator[Event]:
    """The events with the sum under the list as that of all, and without the figures beside it."""
    rows = sum((number_in(row, "value") or ZERO for one in accounts for row in one.rows if row.kind != "lots"), ZERO)
    worths = {rows, sum((one.total or ZERO for one in accounts), ZERO)} - {ZERO}
    sums = [one for one in events if isinstance(one, Fact) and one.kind in SUMS and place_of(one.where) not in listed]
    of_all = {place_of(one.where): one for one in sums if one.amount in worths}
    beside = {id(one) for one in sums if place_of(one.where) in of_all}
    for event in events:
        if id(event) not in beside:
            yield event
        elif isinstance(event, Fact) and event is of_all[place_of(event.where)]:
            yield replace(event, kind="grand", rank=1)


def _without_common_holdings(events: Sequence[Event]) -> Sequence[Event]:
    """The events without the last table, and its sums, where it holds what all accounts do together."""
    last = next((event for event in reversed(events) if _is_row(event)), None)
    if not isinstance(last, Record):
        return events
    table = [event for event in events if isinstance(event, Record) and event.table == last.table]
    others = [event for event in events if not (isinstance(event, Record) and event.table == last.table)]
    known = _accounts(others)
    accounts = [[row for row in one.rows if row.kind == "holdings"] for one in known]
    if len(known) < len(_accounts(events)) or not is_sum_of(table, accounts):
        return events
    dropped = {id(row) for row in table}
    first = next(at for at, event in enumerate(events) if id(event) in dropped)
    later = (event for event in events[first:] if not isinstance(event, Total) and id(event) not in dropped)
    return [*events[:first], *later]


def _is_row(event: Event) -> bool:
    """Whether something is a row of what is held, and no sum that was taken for one."""
    if not isinstance(event, Record) or event.kind not in HELD:
        return False
    return "description" not in event.cells or total_name(event.cells["description"].text) is None


def _accounts(events: Sequence[Event]) -> list[Account]:
    """The accounts that have rows, in order."""
    found: list[Account] = []
    now = Account("")
    for event in events:
        if isinstance(event, Fact) and event.kind == "account":
            now = next((one for one in found if same_account(one.number, event.text)), Account(event.text))
            found += [] if any(one is now for one in found) else [now]
        elif isinstance(event, Fact) and event.kind == "total":
            now.total = event.amount
        elif isinstance(event, Total) and not event.name:
            now.total = number_in(event, "value")
        elif isinstance(event, Record) and event.kind in HELD:
            now.rows.append(event)
    return [one for one in found if one.rows]
