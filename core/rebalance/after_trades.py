"""What trades come to: holdings and cash after them, what they cost, and the gains they realise, in decimals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.domain.account import Amounts
from core.domain.case import Case
from core.domain.lot import LotPick
from core.domain.money import ZERO, cents
from core.domain.trade import Trade
from core.rebalance.book import Key
from core.risk.exposure import holdings
from core.tax.fund_losses import counted


@dataclass(frozen=True, slots=True)
class Costs:
    """What trading costs, in dollars."""

    spread: Decimal
    commission: Decimal


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
