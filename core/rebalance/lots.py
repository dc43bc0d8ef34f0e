"""From the solver's dollars to orders: exact quantities, lot picks and cash to the cent, in decimals."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal

from core.domain.account import Amounts
from core.domain.case import Case
from core.domain.lot import LotPick
from core.domain.money import ZERO, cents, round_down
from core.domain.trade import Trade
from core.rebalance.book import Book, Key, Position
from core.rebalance.model_lots import FREE
from core.rebalance.solve import Solution
from core.risk.exposure import holdings
from core.tax.fund_losses import counted
from core.tax.relief import pick

FRACTION = Decimal("0.0001")
CLOSED = 1e-7
"""A sale within this fraction of the whole position is the whole position."""
LEAVING = 2e-6
"""The same where a reinvesting holding must be sold out: the solver's yes/no choices are whole within a millionth."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What trading costs, in dollars."""

    spread: Decimal
    commission: Decimal


def trades_of(book: Book, solution: Solution, fixed: Mapping[tuple[str, str, str], Decimal]) -> tuple[Trade, ...]:
    """The solution as orders, sorted by account, symbol and side."""
    made = [_sale(book, solution, key, fixed.get((*key, "sell"))) for key in solution.sells]
    made += [_purchase(book, solution, key, fixed.get((*key, "buy"))) for key in solution.buys]
    return tuple(sorted((trade for trade in made if trade is not None), key=lambda trade: trade.key))


def holdings_after(case: Case, trades: Iterable[Trade]) -> dict[Key, Decimal]:
    """Quantities by account and symbol after the trades."""
    held = holdings(case.accounts)
    for trade in trades:
        key = (trade.account, trade.symbol)
        held[key] = held.get(key, ZERO) + (trade.quantity if trade.side == "buy" else -trade.quantity)
    return held


def exact_cash(case: Case, trades: Iterable[Trade]) -> dict[str, Decimal]:
    """Cash of each account after the trades, its flow counted, spread and commission paid, not rounded."""
    cash = {account.id: account.cash + account.cash_flow for account in case.accounts}
    accounts = {account.id: account for account in case.accounts}
    securities = {security.symbol: security for security in case.securities}
    for trade in trades:
        security = securities[trade.symbol]
        value, spread = trade.quantity * security.unit_price, Decimal(repr(security.spread))
        cash[trade.account] += value * (1 - spread) if trade.side == "sell" else -value * (1 + spread)
        cash[trade.account] -= accounts[trade.account].commission
    return cash


def cash_after(case: Case, trades: Iterable[Trade]) -> dict[str, Decimal]:
    """The same to the cent."""
    return {account: cents(dollars) for account, dollars in exact_cash(case, trades).items()}


def costs(case: Case, trades: Sequence[Trade]) -> Costs:
    """Spread and commission of the trades."""
    spread = sum(
        (trade.quantity * case.security(trade.symbol).unit_price * Decimal(repr(case.security(trade.symbol).spread))
         for trade in trades),
        ZERO,
    )  # fmt: skip
    commission = sum((case.account(trade.account).commission for trade in trades), ZERO)
    return Costs(cents(spread), cents(commission))


def gains_by_taxpayer(case: Case, trades: Iterable[Trade]) -> dict[str, Amounts]:
    """Gains that the trades realise in taxable accounts, by taxpayer and term."""
    accounts = {account.id: account for account in case.accounts}
    found: dict[str, Amounts] = {}
    for trade in trades:
        account = accounts[trade.account]
        if not account.taxable:
            continue
        for chosen in taxed_picks(case, trade):
            old, gain = found.get(account.taxpayer, Amounts()), chosen.gain or ZERO
            short = chosen.term == "short"
            found[account.taxpayer] = Amounts(
                old.short + (gain if short else ZERO), old.long + (ZERO if short else gain)
            )
    return found


def taxed_picks(case: Case, trade: Trade) -> tuple[LotPick, ...]:
    """The picks of a sale as they are taxed: a loss of a fund less what its dividends take (852(b)(4))."""
    lots = {lot.id: lot for lot in case.account(trade.account).lots if lot.symbol == trade.symbol}
    return tuple(part for one in trade.lots for part in counted(lots[one.lot], one, case.as_of).picks)


def collectible_gains(case: Case, trades: Iterable[Trade]) -> dict[str, Decimal]:
    """Long-term gains of collectibles in taxable accounts, by taxpayer, losses among them taken off."""
    accounts = {account.id: account for account in case.accounts}
    kept = {security.symbol for security in case.securities if security.collectible}
    found: dict[str, Decimal] = {}
    for trade in trades:
        account = accounts[trade.account]
        if account.taxable and trade.symbol in kept:
            gain = sum((chosen.gain or ZERO for chosen in trade.lots if chosen.term == "long"), ZERO)
            found[account.taxpayer] = found.get(account.taxpayer, ZERO) + gain
    return found


def _purchase(book: Book, solution: Solution, key: Key, fixed: Decimal | None) -> Trade | None:
    security = book.securities[key[1]]
    if fixed is not None:
        quantity = fixed
    elif not security.fractional:
        quantity = Decimal(solution.steps.get((*key, "buy"), 0))
    else:
        quantity = round_down(Decimal(repr(solution.buys[key] / float(security.unit_price))), 4)
    return _trade(book, key, "buy", quantity, ()) if quantity > 0 else None


def _sale(book: Book, solution: Solution, key: Key, fixed: Decimal | None) -> Trade | None:
    position, parts = book.positions[key], solution.sells[key]
    quantity = fixed if fixed is not None else _sold_quantity(book, solution, position, parts)
    if quantity <= 0:
        return None
    return _trade(book, key, "sell", quantity, _picks(book, position, parts, quantity))


def _sold_quantity(book: Book, solution: Solution, position: Position, parts: Sequence[float]) -> Decimal:
    security = book.securities[position.key[1]]
    leaves = any(position.key in places for places in book.wash.exits.values())
    if position.whole and sum(parts) >= position.value * (1 - (LEAVING if leaves else CLOSED)):
        return position.quantity
    if not security.fractional:
        return min(Decimal(solution.steps.get((*position.key, "sell"), 0)), position.quantity)
    exact = sum(parts) / float(security.unit_price)
    up = book.cash[position.key[0]].required > 0
    steps = math.ceil(exact * 10000 - 1e-6) if up else math.floor(exact * 10000 + 1e-6)
    used = [piece.lots for piece, part in zip(position.pieces, parts, strict=True) if part > 0]
    held = sum((lot.quantity for lots in used for lot in lots), ZERO)
    return min(Decimal(steps) * FRACTION, round_down(held, 4))


def _trade(book: Book, key: Key, side: str, quantity: Decimal, lots: tuple[LotPick, ...]) -> Trade:
    security = book.securities[key[1]]
    amount = cents(quantity * security.unit_price)
    return Trade(key[0], key[1], "buy" if side == "buy" else "sell", quantity, security.price, amount, lots)


def _picks(book: Book, position: Position, parts: Sequence[float], quantity: Decimal) -> tuple[LotPick, ...]:
    account, symbol = position.key
    security, on = book.securities[symbol], book.case.as_of
    relief = book.case.policy.relief
    if not book.accounts[account].taxable or relief not in FREE:
        lots = [lot for lot in book.accounts[account].lots if lot.symbol == symbol]
        order = relief if book.accounts[account].taxable else "fifo"
        return _to_the_cent(pick(lots, quantity, security.unit_price, on, order))
    named = _named(position, parts, quantity, float(security.unit_price))
    lots = [piece.lots[0] for piece in position.pieces]
    return _to_the_cent(pick(lots, quantity, security.unit_price, on, "specific", named))


def _to_the_cent(picks: Iterable[LotPick]) -> tuple[LotPick, ...]:
    """The picks with basis and gain in cents also where a lot sold out has a basis in fractions of one."""
    return tuple(_rounded(one) for one in picks)


def _rounded(one: LotPick) -> LotPick:
    if one.cost_basis is None or one.gain is None:
        return one
    basis = cents(one.cost_basis)
    return replace(one, cost_basis=basis, gain=cents(one.gain + one.cost_basis - basis))


def _named(
    position: Position, parts: Sequence[float], quantity: Decimal, price: float
) -> list[tuple[str, Decimal | None]]:
    """Quantities by lot that add up to the sale: the solver's, rounded, small differences taken up by the lots used."""
    used = [(piece.lots[0], part / price) for piece, part in zip(position.pieces, parts, strict=True) if part > 0]
    step = Decimal(1) if quantity == quantity.to_integral_value() else FRACTION
    wanted = {lot.id: min(_near(amount, lot.quantity, step), lot.quantity) for lot, amount in used}
    room = {lot.id: lot.quantity for lot, _ in used}
    off = quantity - sum(wanted.values(), ZERO)
    for name in sorted(wanted, key=lambda name: (wanted[name] == room[name], -wanted[name], name)):
        change = max(-wanted[name], min(off, room[name] - wanted[name]))
        wanted[name] += change
        off -= change
    return [(name, amount) for name, amount in wanted.items() if amount > 0]


def _near(amount: float, whole: Decimal, step: Decimal) -> Decimal:
    if amount >= float(whole) * (1 - CLOSED):
        return whole
    return (Decimal(repr(amount)) / step).quantize(Decimal(1), rounding=ROUND_HALF_EVEN) * step
