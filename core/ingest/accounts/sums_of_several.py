"""Sums in a table whose rows are of several accounts, each with its own in a column: they are of no account alone.

`Total U.S. Equity` of a household by classes. A sum that is that of the rows above it is right and proves no account;
one that is not is told. Sums over rows of one account stay that account's, and so do those of funds that bear a number
each.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.ingest.lexicon.figures import number
from core.ingest.nouns.events import Event, Fact, Record, Total, Trouble
from core.ingest.rows.row_keys import account_in

HELD = ("holdings", "cash")
ZERO = Decimal(0)


def without_sums_of_several(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events without such sums, and with what does not tie."""
    kept: list[Event] = []
    run: list[Record] = []
    fresh = 0
    for event in events:
        if isinstance(event, Record) and event.kind in HELD and account_in(event):
            run.append(event)
        elif (isinstance(event, Record) and event.kind in HELD) or (
            isinstance(event, Fact) and event.kind == "account"
        ):
            run.clear()
        elif isinstance(event, Fact) and _is_of_all(event, run, comma):
            event = replace(event, kind="grand")
        elif isinstance(event, Total) and (told := _told_of_several(event, run, run[fresh:], comma)) is not None:
            kept += told
            fresh = len(run)
            continue
        fresh = min(fresh, len(run))
        kept.append(event)
    return kept


def _with(run: list[Record], row: Record) -> list[Record]:
    """The rows so far with one more; none where it names no account."""
    if not account_in(row):
        return []
    run.append(row)
    return run


def _told_of_several(total: Total, run: Sequence[Record], fresh: Sequence[Record], comma: bool) -> list[Event] | None:
    """What a sum over rows of several accounts tells: nothing where it ties; None for any other sum."""
    printed = number(total.cells.get("value"), comma)
    if printed is None or not _of_accounts(run):
        return None
    backward = run[::-1]
    worths = list(itertools.accumulate(number(row.cells.get("value"), comma) or ZERO for row in backward))
    if printed in worths:
        summed = backward[: worths.index(printed) + 1]
        return [] if _of_several(summed) or len(summed) == len(fresh) else None
    if not _of_several(fresh or run):
        return None
    name = f"the sum of {total.name}" if total.name else "a sum"
    return [
        Trouble(f"{name}, {printed:,}, is not that of the rows of several accounts above it", total.where, unread=True)
    ]


def _is_of_all(fact: Fact, run: Sequence[Record], comma: bool) -> bool:
    """Whether a total below the rows of several accounts is that of all of them."""
    if fact.kind != "total" or not _of_accounts(run):
        return False
    return fact.amount == sum((number(row.cells.get("value"), comma) or ZERO for row in run), ZERO)


def _of_accounts(rows: Sequence[Record]) -> bool:
    """Whether the numbers of rows are those of accounts: more than one of them holds more than one thing."""
    held = Counter(map(account_in, rows))
    return sum(count > 1 for count in held.values()) > 1


def _of_several(rows: Sequence[Record]) -> bool:
    return len({account_in(row) for row in rows}) > 1
