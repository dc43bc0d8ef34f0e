"""What a report tells of all accounts together, between the list of them and the first: it is no single account's.

A list of what the household holds, worth what the accounts hold that follow, repeats their rows. What is told beside
it, how all are spread over classes, how each has done, stands where the last account of the list was spoken of last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from core.ingest.accounts.draft import same_account
from core.ingest.accounts.finish import OF_ALL
from core.ingest.nouns.events import Event, Fact, Heading, Record, Total, Where
from core.ingest.rows.row_keys import by_keys, known_as, number_in

LEAST_ACCOUNTS = 2
SUMS = ("total", "sum", "money")
OF_ONE = ("owner", "joint_owner", "registration", "cash", "weak_cash", *SUMS)
HELD = ("holdings", "cash")
SMALLER, TIGHT = 0.95, 0.5
"""A second line in a cell: its letters against those of the row, its room in heights of the row."""
OVER = 40.0
"""How far over its number what is told of an account may stand, on the page of the list; in points."""
ZERO = Decimal(0)


@dataclass(slots=True)
class Span:
    """The rows that stand behind the number of an account, up to the next number."""

    number: str
    rows: list[Record] = field(default_factory=list)


def without_all_accounts(events: Sequence[Event]) -> list[Event]:
    """The events without what is told of all accounts together; a list that is not the sum of what follows stays."""
    place = _behind_list(events)
    if place is None:
        return list(events)
    first, end, worth = place
    listed = [event for event in events[first:end] if isinstance(event, Record) and event.kind == "holdings"]
    if listed and not is_sum_of(listed, [span.rows for span in _spans(events, end)]):
        return list(events)
    while end > first and _is_over(events[end - 1].where, events[end].where, events[first - 1].where):
        end -= 1
    return [*events[:first], *_of_all(events[first:end], worth), *events[end:]]


def _is_over(where: Where, number: Where, row: Where) -> bool:
    """Whether something stands over the number of an account, where it may be its own: on a page without the list."""
    if where.page != number.page or where.page != row.page:
        return where.page == number.page
    return where.box is not None and number.box is not None and number.box[1] - where.box[3] < OVER


def _behind_list(events: Sequence[Event]) -> tuple[int, int, Decimal] | None:
    """Where the list of several accounts ends, where the first of them begins, and what all are worth by the list.

    None where there is no such list, or where its last account has no rows but those that follow the list.
    """
    listed = _listed(events)
    if not listed:
        return None
    first = _end_of_line(events, listed[-1])
    end = _next_account(events, first)
    if end is None:
        return None
    later = [span.number for span in _spans(events, end) if span.rows]
    begun = [_number(events[at]) for at in listed if any(same_account(_number(events[at]), one) for one in later)]
    again = any(same_account(_number(events[listed[-1]]), one) for one in later)
    worth = sum((_amount(events[at]) for at in listed), ZERO)
    return (first, end, worth) if len(begun) >= LEAST_ACCOUNTS and again else None


def _listed(events: Sequence[Event]) -> list[int]:
    """The places of the accounts in the first list of them, each once; no row stands between them."""
    found: list[int] = []
    for at, event in enumerate(events):
        if not isinstance(event, Fact) or event.kind != "summary":
            if found and isinstance(event, Record):
                break
            continue
        if any(same_account(event.text, _number(events[one])) for one in found):
            break
        found.append(at)
    return found


def _number(event: Event) -> str:
    return event.text if isinstance(event, Fact) else ""


def _amount(event: Event) -> Decimal:
    return event.amount or ZERO if isinstance(event, Fact) else ZERO


def _begins(event: Event) -> bool:
    return isinstance(event, Fact) and event.kind == "account"


def _next_account(events: Sequence[Event], start: int) -> int | None:
    return next((at for at in range(start, len(events)) if _begins(events[at])), None)


def _end_of_line(events: Sequence[Event], row: int) -> int:
    """The place behind the last event on the line of an account that is listed, and on the small one right under it."""
    for at in range(row + 1, len(events)):
        if not _is_of_line(events[row].where, events[at].where):
            return at
    return len(events)


def _is_of_line(row: Where, where: Where) -> bool:
    """Whether something stands on a row, or in smaller letters right under it, where a cell goes on."""
    if where.page != row.page or where.box is None or row.box is None:
        return False
    high, below = row.box[3] - row.box[1], where.box[1] - row.box[3]
    smaller = where.box[3] - where.box[1] < SMALLER * high
    return below <= 0 or (below < TIGHT * high and smaller)


def _spans(events: Sequence[Event], start: int) -> list[Span]:
    """The accounts that events from one on speak of, one after the other, with their rows."""
    found: list[Span] = []
    for event in events[start:]:
        if _begins(event) and not (found and same_account(_number(event), found[-1].number)):
            found.append(Span(_number(event)))
        elif found and isinstance(event, Record) and event.kind == "holdings":
            found[-1].rows.append(event)
    return found


def is_sum_of(listed: Sequence[Record], accounts: Sequence[Sequence[Record]]) -> bool:
    """Whether a list holds each security of the accounts, and of each as much as they do together."""
    rows = [row for row in listed if number_in(row, "quantity") is not None]
    full = [[row for row in account if number_in(row, "quantity") is not None] for account in accounts]
    own = by_keys(rows)
    if sum(bool(account) for account in full) < LEAST_ACCOUNTS or not rows:
        return False
    if any(not known_as(row, own) for account in full for row in account):
        return False
    keyed = [by_keys(account) for account in full]
    return all(
        sum((_held(known_as(row, account)) for account in keyed), ZERO) == number_in(row, "quantity") for row in rows
    )


def _held(rows: Sequence[Record]) -> Decimal:
    """The units of a security in one account: those of its own row, else those of its lots."""
    whole = [row for row in rows if "acquired" not in row.cells] or rows
    return sum((number_in(row, "quantity") or ZERO for row in whole), ZERO)


def _of_all(events: Sequence[Event], worth: Decimal) -> Iterator[Event]:
    """What stays of events that speak of all accounts: what they are worth together, the day, what was done."""
    for event in events:
        if isinstance(event, Fact) and event.kind in SUMS and event.amount == worth:
            yield replace(event, kind="grand")
        elif isinstance(event, Fact):
            of_all = event.kind == "money" and OF_ALL.fullmatch(event.text) is not None
            if of_all or event.kind not in OF_ONE:
                yield event
        elif not isinstance(event, Heading | Total) and not (isinstance(event, Record) and event.kind in HELD):
            yield event
