"""Simpler ways, for comparison: do nothing, each account to the target by itself, ignore tax, sell everything.

Each way becomes orders, in shares of four decimals and within the cash of each account; its figures are counted from
these orders as those of a proposal are. Losses that the way's own purchases would disallow (26 USC 1091) do not count.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from core.domain.money import round_down
from core.domain.trade import Baseline, Trade
from core.rebalance.after_trades import costs, exact_cash
from core.rebalance.answer import after_picture, bill_of
from core.rebalance.baseline_ways import DOLLAR, Way, ignoring_tax, pro_rata, sell_everything
from core.rebalance.book import Key, Position
from core.rebalance.engine import Ready
from core.rebalance.goals import Goal
from core.rebalance.lots import CLOSED, in_order, purchase, sale

PLACES = 4
"""Decimals of a share."""


@dataclass(frozen=True, slots=True)
class Followed:
    """One way with its orders; `trades` None where it has no answer."""

    name: str
    trades: tuple[Trade, ...] | None


def baselines(ready: Ready) -> tuple[Baseline, ...]:
    """The four ways, in the order in which they are shown."""
    household = next((goal for goal in ready.goals if not goal.name), None)
    if household is None:
        return (do_nothing(ready),)
    return (do_nothing(ready), *(_weighed(ready, followed) for followed in orders(ready, household)))


def do_nothing(ready: Ready) -> Baseline:
    """The household as it stands."""
    household = next((goal for goal in ready.goals if not goal.name), None)
    drift = household.before.drift_total if household else 0.0
    return Baseline("do_nothing", drift, Decimal("0.00"), 0, Decimal("0.00"))


def orders(ready: Ready, household: Goal) -> tuple[Followed, ...]:
    """Every way that trades, as orders of fractions of shares."""
    ways: tuple[tuple[str, Callable[[], Way | None]], ...] = (
        ("pro_rata_per_account", lambda: pro_rata(ready, household)),
        ("ignore_tax", lambda: ignoring_tax(ready)),
        ("sell_everything", lambda: sell_everything(ready, household)),
    )
    return tuple(_followed(ready, name, way()) for name, way in ways)


def _followed(ready: Ready, name: str, way: Way | None) -> Followed:
    if way is None:
        return Followed(name, None)
    sales = [_sale(ready, way, key) for key, amount in way.sells.items() if amount >= DOLLAR]
    sold = [trade for trade in sales if trade is not None]
    return Followed(name, tuple(sorted((*sold, *_purchases(ready, way, sold)), key=lambda trade: trade.key)))


def _sale(ready: Ready, way: Way, key: Key) -> Trade | None:
    position = ready.book.positions[key]
    amount = min(way.sells[key], position.value)
    parts = way.parts.get(key) or tuple(amount * piece.value / position.value for piece in position.pieces)
    quantity = min(_sold(position, amount, ready.book.unit_price(key[1])), in_order(ready.book, position))
    return sale(ready.book, key, parts, quantity) if quantity > 0 else None


def _sold(position: Position, amount: float, price: float) -> Decimal:
    if position.whole and amount >= position.value * (1 - CLOSED):
        return position.quantity
    return min(_shares(amount, price), round_down(position.quantity, PLACES))


def _purchases(ready: Ready, way: Way, sold: list[Trade]) -> list[Trade]:
    """What a way buys, less in proportion where an account has not the cash for all of it."""
    cash, found = exact_cash(ready.case, sold), []
    for account in sorted({key[0] for key in way.buys}):
        wanted = {key: amount for key, amount in way.buys.items() if key[0] == account and amount >= DOLLAR}
        cost = sum(amount * (1 + ready.book.securities[key[1]].spread) for key, amount in wanted.items())
        commission = float(ready.book.accounts[account].commission) * len(wanted)
        spare = float(cash[account]) - ready.book.cash[account].least_buying - commission
        part = min(1.0, max(0.0, spare) / cost) if cost else 0.0
        bought = {key: _shares(amount * part, ready.book.unit_price(key[1])) for key, amount in wanted.items()}
        found += [purchase(ready.book, key, quantity) for key, quantity in bought.items() if quantity > 0]
    return found


def _shares(amount: float, price: float) -> Decimal:
    return round_down(Decimal(repr(amount / price)), PLACES)


def _weighed(ready: Ready, followed: Followed) -> Baseline:
    """What a way costs and leaves, counted from its orders."""
    trades = followed.trades
    if trades is None:
        return Baseline(followed.name, None, None, None)
    policy = replace(ready.case.policy, wash_sales="warn")
    bill = bill_of(replace(ready, case=replace(ready.case, policy=policy)), trades)
    drift = after_picture(ready.case, trades).drift_total
    return Baseline(followed.name, round(drift, 9), bill.total, len(trades), costs(ready.case, trades).spread)
