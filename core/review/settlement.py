"""The next statement held against the orders: each security of each account, as ordered or how else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.domain.case import Case
from core.domain.money import ZERO
from core.domain.release import Order, Outcome, Settled
from core.domain.statement import StatementAccount
from core.domain.trade import Trade


@dataclass(frozen=True, slots=True)
class Printed:
    """One account as its next statement prints it: shares by symbol."""

    account: str
    statement: str
    as_of: date
    shares: Mapping[str, Decimal]


def orders_of(trades: Iterable[Trade]) -> tuple[Order, ...]:
    """What is handed over, in the order of accounts, symbols and sides."""
    return tuple(Order(*trade.key[:2], trade.side, trade.quantity) for trade in sorted(trades, key=lambda one: one.key))


def printed(account: str, statement: str, read: StatementAccount) -> Printed | None:
    """The account as read, without its cash; None where the statement carries no day."""
    if read.as_of is None:
        return None
    shares: dict[str, Decimal] = {}
    for line in read.positions:
        if line.symbol and line.quantity is not None and line.asset_type != "cash":
            shares[line.symbol] = shares.get(line.symbol, ZERO) + line.quantity
    return Printed(account, statement, read.as_of, shares)


def settle(case: Case, orders: Iterable[Order], next_statement: Printed) -> tuple[Settled, ...]:
    """Every security that the account held, ordered or now holds, by symbol.

    A change without an order (a reinvested dividend, a transfer) is `not ordered`, and nothing where nothing moved.
    """
    name = next_statement.account
    before = _held(case, name)
    ordered: dict[str, Decimal] = {}
    for one in orders:
        if one.account == name:
            ordered[one.symbol] = ordered.get(one.symbol, ZERO) + one.change
    found = next_statement.shares
    return tuple(
        Settled(
            name, symbol, before.get(symbol, ZERO), ordered.get(symbol, ZERO), found.get(symbol, ZERO),
            outcome(before.get(symbol, ZERO), ordered.get(symbol, ZERO), found.get(symbol, ZERO)),
            next_statement.statement, next_statement.as_of,
        )
        for symbol in sorted({*before, *ordered, *found})
    )  # fmt: skip


def outcome(before: Decimal, ordered: Decimal, found: Decimal) -> Outcome:
    """How what was found stands to what was ordered."""
    moved = found - before
    if moved == ordered:
        return "as ordered"
    if ordered == 0:
        return "not ordered"
    if moved == 0:
        return "not done"
    if (moved > 0) == (ordered > 0):
        return "partly done" if abs(moved) < abs(ordered) else "more than ordered"
    return "not ordered"


def _held(case: Case, account: str) -> dict[str, Decimal]:
    held: dict[str, Decimal] = {}
    for one in case.accounts:
        for lot in one.lots if one.id == account else ():
            held[lot.symbol] = held.get(lot.symbol, ZERO) + lot.quantity
    return held
