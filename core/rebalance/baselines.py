"""Simpler ways, for comparison: do nothing, each account to the target by itself, ignore tax, sell everything.

Amounts are continuous here. Losses that the way's own purchases would disallow (26 USC 1091) do not count.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from core.domain.account import Amounts
from core.domain.allocation import CASH
from core.domain.trade import Baseline
from core.rebalance.book import Key, Piece
from core.rebalance.engine import Ready
from core.rebalance.goals import Goal, drift_total
from core.rebalance.setting import Setting
from core.rebalance.solve import build, solve
from core.rebalance.tax_model import exact_bill
from core.risk.exposure import split

DOLLAR = 1.0
"""Dollars below which a trade is none."""


@dataclass(frozen=True, slots=True)
class Way:
    """Dollars sold and bought by (account, symbol); `parts` says how much of each piece, else all in proportion."""

    sells: Mapping[Key, float] = field(default_factory=dict)
    buys: Mapping[Key, float] = field(default_factory=dict)
    parts: Mapping[Key, tuple[float, ...]] = field(default_factory=dict)


def baselines(ready: Ready) -> tuple[Baseline, ...]:
    """The four ways, in the order in which they are shown."""
    household = next((goal for goal in ready.goals if not goal.name), None)
    if household is None:
        return (do_nothing(ready),)
    return (
        do_nothing(ready),
        _weighed(ready, household, "pro_rata_per_account", _pro_rata(ready, household)),
        _ignoring_tax(ready, household),
        _weighed(ready, household, "sell_everything", _sell_everything(ready, household)),
    )


def do_nothing(ready: Ready) -> Baseline:
    """The household as it stands."""
    household = next((goal for goal in ready.goals if not goal.name), None)
    drift = household.before.drift_total if household else 0.0
    return Baseline("do_nothing", drift, Decimal("0.00"), 0, Decimal("0.00"))


def _ignoring_tax(ready: Ready, household: Goal) -> Baseline:
    solution = solve(build(ready.book, ready.goals, ready.curves, Setting(taxed=False, harvest=False)))
    if solution is None:
        return Baseline("ignore_tax", None, None, None)
    sells = {key: sum(parts) for key, parts in solution.sells.items()}
    return _weighed(ready, household, "ignore_tax", Way(sells, solution.buys, solution.sells))


def _pro_rata(ready: Ready, household: Goal) -> Way:
    """Each account to the target on its own, with the funds it may trade, lots in proportion."""
    sells: dict[Key, float] = {}
    buys: dict[Key, float] = {}
    for account in sorted(household.accounts):
        own = _held(ready, account)
        for name, aim in _aims(ready, household, account).items():
            carriers = [symbol for symbol in own if _main_class(ready, household, symbol) == name]
            held = sum(own[symbol] for symbol in carriers)
            if held > aim:
                sells |= {(account, symbol): own[symbol] * (held - aim) / held for symbol in carriers}
            else:
                buys |= _bought(ready, household, account, name, aim - held)
    return Way(sells, buys)


def _sell_everything(ready: Ready, household: Goal) -> Way:
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


def _weighed(ready: Ready, household: Goal, name: str, way: Way) -> Baseline:
    """What a way costs and leaves."""
    gains, kept = _gains(ready, way)
    bill = exact_bill(ready.payers, gains, Decimal(0), ready.year, kept)
    moved = [(key, amount) for side in (way.sells, way.buys) for key, amount in side.items() if amount >= DOLLAR]
    spread = sum(amount * ready.book.securities[key[1]].spread for key, amount in moved)
    return Baseline(name, round(_drift(ready, household, way), 9), bill.total, len(moved), _cents(spread))


def _gains(ready: Ready, way: Way) -> tuple[dict[str, Amounts], dict[str, Decimal]]:
    """Gains by taxpayer, and the long-term part of them from collectibles."""
    gains: dict[str, Amounts] = {}
    kept: dict[str, Decimal] = {}
    for key, amount in way.sells.items():
        account, position = ready.book.accounts[key[0]], ready.book.positions[key]
        if not account.taxable or amount < DOLLAR:
            continue
        sold = way.parts.get(key) or tuple(amount * piece.value / position.value for piece in position.pieces)
        for piece, part in zip(position.pieces, sold, strict=True):
            gain, old = _gain(ready, way, key, piece, part), gains.get(account.taxpayer, Amounts())
            short = _cents(piece.of_term("short") * part / piece.value) if gain else Decimal(0)
            gains[account.taxpayer] = Amounts(old.short + short, old.long + gain - short)
            if piece.term != "short" and ready.book.securities[key[1]].collectible:
                kept[account.taxpayer] = kept.get(account.taxpayer, Decimal(0)) + gain
    return gains, kept


def _gain(ready: Ready, way: Way, key: Key, piece: Piece, part: float) -> Decimal:
    """The gain of a part of a piece; a loss that a purchase of the way disallows is none."""
    gain = _cents(piece.gain * part / piece.value) if piece.value else Decimal(0)
    return Decimal(0) if gain < 0 and _bought_again(ready, way, key) else gain


def _bought_again(ready: Ready, way: Way, key: Key) -> bool:
    wash, payer = ready.book.wash, ready.book.accounts[key[0]].taxpayer
    group = wash.groups[key[1]]
    return any(
        amount >= DOLLAR and place in wash.counting[payer] and wash.groups[symbol] == group
        for (place, symbol), amount in way.buys.items()
    )


def _drift(ready: Ready, household: Goal, way: Way) -> float:
    total = float(household.before.total)
    values = {name: household.before.weights.get(name, 0.0) * total for name in household.counted}
    for sign, side in ((-1.0, way.sells), (1.0, way.buys)):
        for key, amount in side.items():
            if key[0] not in household.accounts:
                continue
            security = ready.book.securities[key[1]]
            values[CASH] -= amount * (sign + security.spread)
            for name, share in split(security, household.target.by).items():
                if name in values:
                    values[name] += sign * share * amount
    return drift_total(household, values)


def _cents(amount: float) -> Decimal:
    return Decimal(repr(round(amount, 2)))
