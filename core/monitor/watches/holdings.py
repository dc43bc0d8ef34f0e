"""Stale prices, what cannot be sold, and cash below what an account must keep."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from core.domain.account import Account
from core.domain.case import Case
from core.domain.security import Security
from core.monitor.look import WATCHES, Finding, Look
from core.risk.exposure import holdings
from core.words import count, day, dollars, listing, percent, whole_dollars

MUCH_ILLIQUID = 0.10
"""Share of the household's value from which what cannot be sold is a warning."""


@WATCHES.add()
def stale_price(look: Look) -> Iterator[Finding]:
    """A holding's price is older than the day, or there is none."""
    securities = look.securities
    for symbol in sorted({symbol for _, symbol in holdings(look.case.accounts)}):
        if symbol in look.stale:
            last = look.stale[symbol]
            old = count((look.case.as_of - last).days, "day")
            yield Finding(symbol, "warning", f"{symbol}: the price is of {day(last)}, {old} old.", last)
        elif securities[symbol].price == 0:
            yield Finding(symbol, "warning", f"{symbol}: held at a price of zero.")


@WATCHES.add()
def split_suspected(look: Look) -> Iterator[Finding]:
    """A holding's price jumped as in a split that the shares may not count yet."""
    for symbol in sorted({symbol for _, symbol in holdings(look.case.accounts)} & set(look.doubtful)):
        jumped = look.doubtful[symbol]
        sentence = (
            f"{symbol}: the price of {day(jumped)} is a simple part or multiple of the one before, as in a split; "
            "say on the market data page whether it was one."
        )
        yield Finding(symbol, "error", sentence, jumped)


@WATCHES.add()
def illiquid(look: Look) -> Iterator[Finding]:
    """Part of the household cannot be sold, or is committed and not yet called."""
    total, locked, unfunded, names = _illiquid(look.case)
    if not names or total <= 0:
        return
    share = float((locked + unfunded) / total)
    called = f", {whole_dollars(unfunded)} of it not yet called" if unfunded else ""
    sentence = f"{percent(share)} of the household cannot be sold now ({listing(names)}){called}."
    yield Finding("share", "warning" if share >= MUCH_ILLIQUID else "note", sentence)


@WATCHES.add()
def cash_below_reserve(look: Look) -> Iterator[Finding]:
    """An account's cash, with what is still to come, is below what it must keep or pay out."""
    for account in look.case.accounts:
        cash, needed = account.cash + account.cash_flow, required_cash(account)
        if cash < needed:
            sentence = (
                f"Account {account.id} has {dollars(cash)} of cash, {dollars(needed - cash)} less than the "
                f"{dollars(needed)} it must keep."
            )
            yield Finding(account.id, "error" if cash < 0 else "warning", sentence)


def required_cash(account: Account) -> Decimal:
    """Dollars an account must keep: its minimum, or its reserve with the required distribution if that is more."""
    return max(account.minimum_cash, account.reserve + account.required_distribution)


def cannot_be_sold(security: Security, as_of: date) -> bool:
    """Whether a holding is locked or has no market."""
    return not security.tradable or (security.lock_until is not None and security.lock_until > as_of)


def _illiquid(case: Case) -> tuple[Decimal, Decimal, Decimal, list[str]]:
    """Total dollars, dollars locked, dollars unfunded, and the symbols that cannot be sold."""
    securities = {security.symbol: security for security in case.securities}
    values: dict[str, Decimal] = {}
    for (_, symbol), quantity in holdings(case.accounts).items():
        values[symbol] = values.get(symbol, Decimal(0)) + quantity * securities[symbol].unit_price
    cash = sum((account.cash for account in case.accounts), Decimal(0))
    names = sorted(symbol for symbol in values if cannot_be_sold(securities[symbol], case.as_of))
    unfunded = sum((securities[symbol].unfunded for symbol in values), Decimal(0))
    locked = sum((values[symbol] for symbol in names), Decimal(0))
    return sum(values.values(), cash), locked, unfunded, names
