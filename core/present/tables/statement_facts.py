"""What is read of an account and a row besides its figures: whose it is, what a fund still calls, what was traded."""

from collections.abc import Sequence

from core.domain.statement import StatementAccount, StatementActivity, StatementLine
from core.ingest.owners.whose import doubts_of
from core.present.html import Column, Safe, line, table
from core.words.days import day
from core.words.numbers import DASH, dollars, shares, signed_dollars
from core.words.registrations import REGISTRATIONS
from core.words.sentences import count, start

MOVES = (
    Column("Day"), Column("Activity"), Column("Security"), Column("Quantity", True), Column("Amount", True),
    Column("Gain", True),
)  # fmt: skip
MOST = 60


def account_facts(account: StatementAccount) -> Safe:
    """`Ada Quill · Roth IRA · Northgate · as of Oct 31, 2026`; what the paper does not say is named as such."""
    kind = "" if account.registration == "other" else REGISTRATIONS.get(account.registration, "")
    told = (
        (account.owner, "owner"), (kind, "registration"), (account.institution, "institution"),
        (f"as of {day(account.as_of)}" if account.as_of else "", "date"),
    )  # fmt: skip
    parts = [text for text, _ in told if text]
    lacking = [name for text, name in told if not text]
    missing = [f"not read: {', '.join(lacking)}"] if lacking else []
    currency = [f"amounts in {account.currency}"] if account.currency != "USD" else []
    return line(" · ".join([*parts, *currency, *missing]))


def fact_doubts(account: StatementAccount) -> list[str]:
    """What of owner and registration a person should compare with the page, a sentence each."""
    return [start(f"{doubt.sentence}.") for doubt in doubts_of(account) if not doubt.missing]


def row_facts(row: StatementLine) -> Safe | None:
    """What a row prints besides its five figures, in one line; None where that is nothing."""
    parts = [
        f"{name} {dollars(value)}"
        for name, value in (
            ("commitment", row.commitment), ("called", row.called), ("still to be called", row.unfunded),
            ("accrued", row.accrued),
        )
        if value is not None
    ]  # fmt: skip
    parts += [f"valued on {day(row.nav_date)}"] if row.nav_date else []
    parts += [f"locked until {day(row.lock_until)}"] if row.lock_until else [row.lock_up] if row.lock_up else []
    parts += [f"printed gain {signed_dollars(row.gain)}"] if row.gain is not None else []
    parts += [f"in {row.currency}"] if row.currency != "USD" else []
    return line(" · ".join(parts)) if parts else None


def moves_title(moves: Sequence[StatementActivity]) -> str:
    """`Three transactions on this statement`."""
    return f"{count(len(moves), 'transaction', begin=True)} on this statement"


def moves_table(moves: Sequence[StatementActivity]) -> Safe:
    """The transactions as printed, in the order of the paper; a dash for what is not."""
    rows: list[list[object]] = [
        [
            day(one.date), one.kind or DASH, " ".join(filter(None, (one.symbol, one.description))) or DASH,
            DASH if one.quantity is None else shares(one.quantity),
            DASH if one.amount is None else dollars(one.amount), DASH if one.gain is None else signed_dollars(one.gain),
        ]
        for one in moves[:MOST]
    ]  # fmt: skip
    more = len(moves) - MOST
    return table(MOVES, [*rows, [f"and {more} more", *[""] * 5]] if more > 0 else rows)
