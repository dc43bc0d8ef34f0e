"""Sums of a table file that print figures and no word: told apart from rows by what stands above them."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.ingest.lexicon.figures import number
from core.ingest.lexicon.registrations import tells_number
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Cell, Event, Fact, Record, Total, Where
from core.ingest.rows.accrued_rows import ACCRUED
from core.ingest.sheets.columns import Columns

SUMMED = frozenset({"value", "cost", "gain", "accrued"})
WHOSE = frozenset({"account", "account_name", "owner", "holder", "institution", "registration", "nickname"})
SURE = 6
LEAST = 2
IN_CENTS = re.compile(r"[($-]*\s*\d[\d.,' ]*[.,]\d\d\)?-?")
OF_ACCOUNT = re.compile(r"^(?:sub-?)?totals? (?:(?:for|of) )?|\W*(?:sub-?)?totals?$", re.I)
"""What makes a number of an account that of its sum, `4417-8820 Total`."""
CENT = Decimal("0.01")


def nameless_sum(events: Sequence[Event], found: Mapping[str, Cell], comma: bool, where: Where) -> Total | None:
    """The sum that a row of figures without a name is, where the rows above are worth it, with or without interest.

    None where they are not, back to where the account begins: what such a row says is not known then.
    """
    printed = number(found.get("value"), comma)
    if printed is None or not set(found) <= SUMMED:
        return None
    held = accrued = Decimal(0)
    for event in reversed(events):
        if isinstance(event, Fact) and event.kind in ("account", "named"):
            return None
        if isinstance(event, Fact) and event.kind == "money" and ACCRUED.fullmatch(event.text):
            accrued += event.amount or 0
        if not isinstance(event, Record) or event.kind not in ("holdings", "cash"):
            continue
        held += number(event.cells.get("value"), comma) or 0
        accrued += number(event.cells.get("accrued"), comma) or 0
        if min(abs(printed - held), abs(printed - held - accrued)) <= CENT:
            return Total("", dict(found), where, "")
    return None


def is_sum_of_lots(events: Sequence[Event], found: Mapping[str, Cell], comma: bool) -> bool:
    """Whether a row of figures without a name is the sum of the lots of one security right above it, in all it prints.

    Of its units, its value and its cost; more than one lot has to stand there.
    """
    if not {"quantity", "value"} <= set(found) <= SUMMED | {"quantity"}:
        return False
    printed = {role: number(cell, comma) for role, cell in found.items()}
    held = dict.fromkeys(found, Decimal(0))
    names: tuple[str, ...] | None = None
    for count, row in enumerate(reversed(events), start=1):
        if not isinstance(row, Record) or not {"acquired", "date"} & set(row.cells):
            return False
        names = _name(row) if names is None else names
        if _name(row) != names:
            return False
        held = {role: amount + (number(row.cells.get(role), comma) or 0) for role, amount in held.items()}
        if count >= LEAST and held == printed:
            return True
    return False


def _name(row: Record) -> tuple[str, ...]:
    return tuple(row.cells[role].text for role in NAMES if role in row.cells)


def lone_sum(filled: Sequence[str], cells: Sequence[str], columns: Columns, where: Where) -> Total | None:
    """The sum that a row is whose one cell is an amount in cents in the column of values, also under a single row."""
    found = columns.cells(cells) if len(filled) == 1 and IN_CENTS.fullmatch(filled[0]) else {}
    return Total("", found, where, "") if set(found) == {"value"} else None


def sum_of_account(found: Mapping[str, Cell], comma: bool, where: Where) -> list[Event]:
    """What a row tells that names an account and its worth, and no security: the total of that account."""
    printed, account = number(found.get("value"), comma), found["account"].text if "account" in found else ""
    account = OF_ACCOUNT.sub("", account)
    if printed is None or not set(found) <= SUMMED | WHOSE or not tells_number(account):
        return []
    return [Fact("account", account, where), Fact("total", "account value", where, printed, rank=SURE)]
