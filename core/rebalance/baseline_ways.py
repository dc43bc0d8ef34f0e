"""Simpler ways to trade a household, in dollars: each account by itself, ignoring tax, selling everything."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.domain.allocation import CASH
from core.rebalance.book import Key
from core.rebalance.building import build
from core.rebalance.engine import Ready
from core.rebalance.goals import Goal
from core.rebalance.setting import Setting
from core.rebalance.solve import solve
from core.risk.exposure import split

DOLLAR = 1.0
"""Dollars below which a trade is none."""


@dataclass(frozen=True, slots=True)
class Way:
    """Dollars sold and bought by (account, symbol); `parts` says how much of each piece, else all in proportion."""

    sells: Mapping[Key, float] = field(default_factory=dict)
    buys: Mapping[Key, float] = field(default_factory=dict)
    parts: Mapping[Key, tuple[float, ...]] = field(default_factory=dict)


def ignoring_tax(ready: Ready) -> Way | None:
    """The engine's own answer where tax counts for nothing; None where it has none."""
    solution = solve(build(ready.book, ready.goals, ready.curves, Setting(taxed=False, harvest=False)))
    if solution is None:
        return None
    return Way({key: sum(parts) for key, parts in solution.sells.items()}, solution.buys, solution.sells)


def pro_rata(ready: Ready, household: Goal) -> Way:
    """Each account to the target on its own, with the funds it may trade, lots in proportion."""
    sells: dict[Key, float] = {}
    buys: dict[Key, float] = {}
    for account in sorted(household.accounts):
        own = _held(ready, account)
        aims = _aims(ready, household, account)
        if ready.case.policy.untargeted == "sell":
            aims |= {name: 0.0 for symbol in own if (name := _main_class(ready, household, symbol)) not in aims}
        for name, aim in aims.items():
            carriers = [symbol for symbol in own if _main_class(ready, household, symbol) == name]
            held = sum(own[symbol] for symbol in carriers)
            if held > aim:
                sells |= {(account, symbol): own[symbol] * (held - aim) / held for symbol in carriers}
            else:
                buys |= _bought(ready, household, account, name, aim - held)
    return Way(sells, buys)


def sell_everything(ready: Ready, household: Goal) -> Way:
    """Every account sells all that it may and buys the target."""
    sells = {key: position.value for key, position in ready.book.positions.items() if key[0] in household.accounts}
    buys: dict[Key, float] = {}
    for account in sorted(household.accounts):
        for name, aim in _aims(ready, household, account).items():
            buys |= _bought(ready, household, account, name, aim)
    return Way(sells, buys)


def _held(ready: Ready, account: str) -> dict[str, float]:
    """Dollars by symbol of what an account may sell."""
    return {symbol: position.value for (place, symbol), position in ready.book.positions.items() if place == account}


def _aims(ready: Ready, household: Goal, account: str) -> dict[str, float]:
    """Dollars by class that the target asks of one account alone."""
    whole = max(0.0, sum(_held(ready, account).values()) + ready.book.cash[account].now)
    return {name: weight * whole for name, weight in household.target.weights.items() if name != CASH}


def _bought(ready: Ready, household: Goal, account: str, name: str, amount: float) -> dict[Key, float]:
    """A purchase of one class in one account: of what is held most there."""
    own = _held(ready, account)
    choices = [symbol for place, symbol in ready.book.buys if place == account]
    choices = [symbol for symbol in choices if _main_class(ready, household, symbol) == name]
    if not choices or amount < DOLLAR:
        return {}
    return {(account, max(choices, key=lambda symbol: (own.get(symbol, 0.0), symbol))): amount}


def _main_class(ready: Ready, household: Goal, symbol: str) -> str:
    shares = split(ready.book.securities[symbol], household.target.by)
    return max(sorted(shares), key=lambda name: shares[name])
