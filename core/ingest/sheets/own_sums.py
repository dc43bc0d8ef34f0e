"""Sums of a table file in rows that name whose they are, and sums that stand over the rows which they sum.

A sum goes to the account that its row names, whatever account was spoken of before it. Over the rows of its account it
is the total of that account: a program prints the whole first, and what it is made of below.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.ingest.accounts.draft import same_account
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.registrations import tells_number
from core.ingest.lines.facts import total_rank
from core.ingest.nouns.events import Event, Fact, Record, Total
from core.ingest.rows.row_keys import account_in

HELD = ("holdings", "lots", "cash")


@dataclass(slots=True)
class Told:
    """Which account is spoken of, which have rows above, and the tables with rows below."""

    account: str = ""
    begun: set[str] = field(default_factory=set)
    rows_left: dict[int, int] = field(default_factory=dict)

    def knows(self, number: str) -> bool:
        """Whether a number is that of the account spoken of."""
        return bool(self.account) and tells_number(self.account) and same_account(self.account, number)


def sums_in_place(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events, each sum behind the account that its row names, and a sum over its rows as the account's total."""
    told = Told()
    for event in events:
        if isinstance(event, Record) and event.kind in HELD:
            told.rows_left[event.table] = told.rows_left.get(event.table, 0) + 1
    placed: list[Event] = []
    for event in events:
        if isinstance(event, Fact) and event.kind in ("account", "named"):
            told.account = event.text
        elif isinstance(event, Record):
            _pass(told, event)
        elif isinstance(event, Total) and event.kind == "holdings":
            placed += _opened(told, event)
            event = _over_its_rows(told, event, comma)
        placed.append(event)
    return placed


def _pass(told: Told, row: Record) -> None:
    """A row: the account it names is spoken of, and has begun."""
    number = account_in(row)
    told.account = number or told.account
    if row.kind in HELD:
        told.rows_left[row.table] -= 1
        told.begun.add(told.account)


def _opened(told: Told, total: Total) -> list[Event]:
    """The account that the row of a sum names, where another was spoken of."""
    number = account_in(total)
    if not number or told.knows(number):
        return []
    told.account = number
    return [Fact("account", number, total.where)]


def _over_its_rows(told: Told, total: Total, comma: bool) -> Event:
    """The sum of everything over the rows of an account that has none above, as its total; else the sum as it is."""
    amount = read_amount(total.cells["value"].text, comma) if "value" in total.cells else None
    first = told.account not in told.begun and told.rows_left.get(total.table, 0) > 0
    if total.name or amount is None or amount.percent or not first:
        return total
    return Fact("total", total.text, total.where, amount.value, rank=max(total_rank(total.text), 1))
