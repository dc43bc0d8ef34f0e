"""Sums told twice, alone and with what has accrued: `Total Bonds` beside `Total Bonds with accrued interest`.

Where no row tells what has accrued on it, nothing can be held against the second; the first holds all rows.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from core.ingest.lexicon.amounts import read_amount
from core.ingest.nouns.events import Event, Fact, Record, Total

WITH = re.compile(
    r"[\s,(]+(?:with|including|incl\.?|inclusive of|plus|and|&) (?:all )?"
    r"(?:accruals?|accrued(?: (?:interest|income|dividends?|int\.?))?)(?: (?:and|&) (?:dividends?|interest|income))?"
    r"[^A-Za-z]*$",
    re.I,
)
NEAR = 4
"""The two stand so many events apart at most."""


def without_accrued_sums(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events without sums that count what has accrued, where the sum without it stands near and no row tells it."""
    if not any(WITH.search(event.text) for event in events if isinstance(event, Total | Fact)):
        return list(events)
    told = _accounts_that_tell(events)
    return [
        event
        for at, event in enumerate(events)
        if told[at] or not _counts_accrued(event) or not _has_plain(events, at, comma)
    ]


def _accounts_that_tell(events: Sequence[Event]) -> list[bool]:
    """Whether rows of the account of each event tell what has accrued on them."""
    account, places = 0, []
    telling: set[int] = set()
    for event in events:
        account += isinstance(event, Fact) and event.kind in ("account", "named")
        places.append(account)
        if isinstance(event, Record) and "accrued" in event.cells:
            telling.add(account)
    return [place in telling for place in places]


def _counts_accrued(event: Event) -> bool:
    return _is_sum(event) and WITH.search(event.text) is not None  # type: ignore[union-attr]


def _is_sum(event: Event) -> bool:
    return isinstance(event, Total) or (isinstance(event, Fact) and event.kind in ("total", "sum", "money"))


def _has_plain(events: Sequence[Event], at: int, comma: bool) -> bool:
    """Whether the same sum without what has accrued stands near, and is no more."""
    words, amount = _words(events[at]), _amount(events[at], comma)
    near = events[max(0, at - NEAR) : at + NEAR + 1]
    others = [one for one in near if _is_sum(one) and not _counts_accrued(one)]
    plain = [one for one in others if words == _words(one)]
    return amount is not None and any((_amount(one, comma) or amount + 1) <= amount for one in plain)


def _words(event: Event) -> frozenset[str]:
    text = event.text if isinstance(event, Total | Fact) else ""
    return frozenset(re.findall(r"[a-z]+", WITH.sub("", text).lower())) - {"total", "sub", "subtotal", "the", "your"}


def _amount(event: Event, comma: bool) -> Decimal | None:
    if isinstance(event, Fact):
        return event.amount
    found = (
        read_amount(event.cells["value"].text, comma) if isinstance(event, Total) and "value" in event.cells else None
    )
    return found.value if found is not None else None
