"""Simpler ways, for comparison: doing nothing, every account to the target by itself, the solve without tax."""

from collections.abc import Mapping
from decimal import Decimal

from core.domain.account import Amounts
from core.domain.allocation import CASH
from core.domain.trade import Baseline
from core.rebalance.book import Key
from core.rebalance.engine import Ready
from core.rebalance.goals import Goal, drift_total
from core.rebalance.setting import Setting
from core.rebalance.solve import build, solve
from core.rebalance.tax_model import exact_bill
from core.risk.exposure import split

Moves = Mapping[Key, float]
"""Dollars by (account, symbol): bought above 0, sold below."""


def baselines(ready: Ready) -> tuple[Baseline, ...]:
    """The three ways, in the order in which they are shown."""
    household = next((goal for goal in ready.goals if not goal.name), None)
    if household is None:
        return (do_nothing(ready),)
    return (do_nothing(ready), _of_moves(ready, household, "pro_rata_per_account", _pro_rata(ready, household)),
            _ignoring_tax(ready, household))  # fmt: skip


def do_nothing(ready: Ready) -> Baseline:
    """The household as it stands."""
    household = next((goal for goal in ready.goals if not goal.name), None)
    drift = household.before.drift_total if household else 0.0
    return Baseline("do_nothing", drift, Decimal("0.00"), 0, Decimal("0.00"))


def _ignoring_tax(ready: Ready, household: Goal) -> Baseline:
    solution = solve(build(ready.book, ready.goals, ready.curves, Setting(taxed=False, harvest=False)))
    if solution is None:
        return Baseline("ignore_tax", None, None, None)
    moves: dict[Key, float] = {key: -sum(parts) for key, parts in solution.sells.items()}
    moves |= solution.buys
    return _of_moves(ready, household, "ignore_tax", moves, solution.sells)


def _of_moves(
    ready: Ready,
    household: Goal,
    name: str,
    moves: Moves,
    parts: Mapping[Key, tuple[float, ...]] | None = None,
) -> Baseline:
    moves = {key: amount for key, amount in moves.items() if abs(amount) >= 1.0}
    kept = {key: amount for key, amount in moves.items() if ready.book.securities[key[1]].collectible}
    collectibles = {payer: gains.long for payer, gains in _gains(ready, kept, parts or {}).items()}
    bill = exact_bill(ready.payers, _gains(ready, moves, parts or {}), Decimal(0), ready.year, collectibles)
    spread = sum(abs(amount) * ready.book.securities[key[1]].spread for key, amount in moves.items())
    return Baseline(name, round(_drift(ready, household, moves), 9), bill.total, len(moves), _cents(spread))


def _pro_rata(ready: Ready, household: Goal) -> Moves:
    """Each account to the target on its own, with the funds it may trade, lots in proportion."""
    moves: dict[Key, float] = {}
    for account in sorted(household.accounts):
        own = {symbol: position.value for (place, symbol), position in ready.book.positions.items() if place == account}
        cash = ready.book.cash[account]
        whole = sum(own.values()) + cash.now
        for name, weight in household.target.weights.items():
            if name != CASH:
                _bring(ready, household, moves, account, name, weight * whole, own)
    return moves


def _bring(
    ready: Ready,
    household: Goal,
    moves: dict[Key, float],
    account: str,
    name: str,
    aim: float,
    own: Mapping[str, float],
) -> None:
    """Move one class of one account to its dollars."""
    carriers = [symbol for symbol in own if _main_class(ready, household, symbol) == name]
    held = sum(own[symbol] for symbol in carriers)
    if held > aim:
        for symbol in carriers:
            moves[(account, symbol)] = -own[symbol] * (held - aim) / held
        return
    choices = [symbol for place, symbol in ready.book.buys if place == account]
    choices = [symbol for symbol in choices if _main_class(ready, household, symbol) == name]
    if choices:
        best = max(choices, key=lambda symbol: (own.get(symbol, 0.0), symbol))
        moves[(account, best)] = aim - held


def _main_class(ready: Ready, household: Goal, symbol: str) -> str:
    shares = split(ready.book.securities[symbol], household.target.by)
    return max(sorted(shares), key=lambda name: shares[name])


def _gains(ready: Ready, moves: Moves, parts: Mapping[Key, tuple[float, ...]]) -> dict[str, Amounts]:
    """Gains of the sales: of the pieces named, else of every piece in proportion."""
    found: dict[str, Amounts] = {}
    for key, amount in moves.items():
        account = ready.book.accounts[key[0]]
        if amount >= 0 or not account.taxable:
            continue
        position = ready.book.positions[key]
        sold = parts.get(key) or tuple(-amount * piece.value / position.value for piece in position.pieces)
        for piece, part in zip(position.pieces, sold, strict=True):
            gain = _cents(piece.gain * part / piece.value) if piece.value else Decimal(0)
            old = found.get(account.taxpayer, Amounts())
            short = gain if piece.term == "short" else Decimal(0)
            found[account.taxpayer] = Amounts(old.short + short, old.long + gain - short)
    return found


def _drift(ready: Ready, household: Goal, moves: Moves) -> float:
    total = float(household.before.total)
    values = {name: household.before.weights.get(name, 0.0) * total for name in household.counted}
    for key, amount in moves.items():
        if key[0] in household.accounts:
            security = ready.book.securities[key[1]]
            values[CASH] -= amount + abs(amount) * security.spread
            for name, share in split(security, household.target.by).items():
                if name in values:
                    values[name] += share * amount
    return drift_total(household, values)


def _cents(amount: float) -> Decimal:
    return Decimal(repr(round(amount, 2)))
