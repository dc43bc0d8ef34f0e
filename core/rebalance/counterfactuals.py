"""What the proposal would be without one trade: the rest solved again as a linear program.

Trades that the proposal does not hold stay out; those it holds may grow or shrink to nothing, shares continuous and
minimum trade waived; the wash-sale choices stay. Its objective is dollars: tax and spread, and 100 for each dollar
that stands beyond a limit.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.account import Amounts
from core.domain.frozen_map import FrozenMap
from core.domain.rationale import Counterfactual
from core.domain.trade import DriftPicture, Proposed, TaxBill, Trade
from core.rebalance.book import Key
from core.rebalance.building import build
from core.rebalance.effort import Effort, Solved
from core.rebalance.engine import Answer, Ready
from core.rebalance.goals import Goal, drift_total
from core.rebalance.line import Line
from core.rebalance.model_base import Model
from core.rebalance.naming import plain_points
from core.rebalance.reasons import loss_taken
from core.rebalance.setting import Pattern, Setting, TradeKey
from core.rebalance.tax_model import exact_bill
from core.risk.exposure import split
from core.words import dollars

NICKEL = Decimal("0.05")
"""Dollars of tax within which continuous shares and whole ones come to the same."""
BEYOND_LIMIT = 100.0
"""Dollars of objective for each dollar beyond a limit."""


def with_counterfactuals(ready: Ready, answer: Answer, proposed: Proposed) -> Proposed:
    """The proposal with `without` on every trade."""
    if not proposed.trades or answer.solution is None:
        return proposed
    model = _linear(ready, answer, proposed.trades)
    price = Line().plus(model.excess, BEYOND_LIMIT).plus(model.cost)
    trades = tuple(replace(trade, without=_without(ready, model, price, trade, proposed)) for trade in proposed.trades)
    return replace(proposed, trades=trades)


def _linear(ready: Ready, answer: Answer, trades: Sequence[Trade]) -> Model:
    """The proposal's trades as a linear program; what gave way for required cash may give way as far again."""
    amounts: dict[TradeKey, float] = {trade.key: float(trade.amount) for trade in trades}
    losses = {
        (ready.book.accounts[trade.account].taxpayer, ready.book.wash.groups[trade.symbol])
        for trade in trades
        if loss_taken(ready.book, trade)
    }
    pattern = Pattern(amounts, frozenset(losses), leaving=_sold_out(ready, trades))
    model = build(ready.book, ready.goals, ready.curves, Setting(pattern=pattern, linear=True))
    given = answer.solution.given if answer.solution else None
    if given is None:
        return model
    for account, (withdrawal, reserve) in model.short_cash.items():
        model.program.bound(withdrawal, 0.0, model.units(0.05))
        model.program.bound(reserve, 0.0, model.units(given.reserve.get(account, 0.0) + 0.05))
    for payer, column in model.budgets.items():
        model.program.bound(column, 0.0, model.units(given.over_budget.get(payer, 0.0) + 0.01))
    if model.short_gains.terms and model.book.required:
        model.program.row(model.short_gains, upper=model.units(given.short_gains + 0.01))
    return model


def _sold_out(ready: Ready, trades: Sequence[Trade]) -> frozenset[str]:
    """Lots of which nothing is left."""
    held = {(account.id, lot.id): lot.quantity for account in ready.case.accounts for lot in account.lots}
    return frozenset(
        pick.lot for trade in trades for pick in trade.lots if pick.quantity == held[trade.account, pick.lot]
    )


def _without(ready: Ready, model: Model, price: Line, trade: Trade, proposed: Proposed) -> Counterfactual:
    columns = _columns(model, trade)
    kept = {column: model.program.bounds(column) for column in columns}
    if any(lower > 0 for lower, _ in kept.values()):
        return _impossible(trade)
    for column in columns:
        model.program.bound(column, 0.0, 0.0)
    found = model.program.minimise(price, Effort())
    for column, (lower, upper) in kept.items():
        model.program.bound(column, lower, upper)
    return _impossible(trade) if found is None else _described(ready, model, price, found, trade, proposed)


def _columns(model: Model, trade: Trade) -> tuple[int, ...]:
    key = (trade.account, trade.symbol)
    if trade.side == "sell":
        return model.sells.get(key, ())
    return (model.buys[key],) if key in model.buys else ()


def _impossible(trade: Trade) -> Counterfactual:
    sentence = f"Without the {_named(trade)} the other trades alone leave no answer within the rules."
    return Counterfactual("infeasible", None, None, None, sentence)


def _described(
    ready: Ready, model: Model, price: Line, found: Solved, trade: Trade, proposed: Proposed
) -> Counterfactual:
    bill = _bill(ready, model, found)
    drift = _drift_total(ready, model, found, proposed.before)
    beyond = model.excess.at(found.values) * model.scale
    objective = round(BEYOND_LIMIT * beyond + float(bill.total) + _spread(model, found), 2)
    same = abs(bill.total - proposed.tax.total) < NICKEL
    tax = "the same tax" if same else f"a tax of {dollars(bill.total)} instead of {dollars(proposed.tax.total)}"
    sentence = (
        f"Without the {_named(trade)} the drift left would be {plain_points(drift)} instead of "
        f"{plain_points(proposed.after.drift_total)}, with {tax}."
    )
    facts = FrozenMap({"drift": round(drift, 6), "proposal_drift": round(proposed.after.drift_total, 6),
                       "tax": str(bill.total), "proposal_tax": str(proposed.tax.total)})  # fmt: skip
    return Counterfactual("lp_fixed", round(drift, 9), bill.total, objective, sentence, facts)


def _named(trade: Trade) -> str:
    return f"{'sale' if trade.side == 'sell' else 'purchase'} of {trade.symbol} in {trade.account}"


def _bill(ready: Ready, model: Model, found: Solved) -> TaxBill:
    gains: dict[str, tuple[float, float]] = {}
    collectibles: dict[str, float] = {}
    for key, columns in model.sells.items():
        account = ready.book.accounts[key[0]]
        for piece, column in zip(ready.book.positions[key].pieces, columns, strict=True):
            part = float(found.values[column]) * model.scale / piece.value if piece.value else 0.0
            if not account.taxable or part <= 1e-9:
                continue
            payer, gain = account.taxpayer, piece.gain * part
            short, long = gains.get(payer, (0.0, 0.0))
            gains[payer] = (short + piece.of_term("short") * part, long + piece.of_term("long") * part)
            if piece.term == "long" and ready.book.securities[key[1]].collectible:
                collectibles[payer] = collectibles.get(payer, 0.0) + gain
    exact = {payer: Amounts(_cents(short), _cents(long)) for payer, (short, long) in gains.items()}
    kept = {payer: _cents(gain) for payer, gain in collectibles.items()}
    return exact_bill(ready.payers, exact, Decimal(0), ready.year, kept)


def _cents(amount: float) -> Decimal:
    return Decimal(repr(round(amount, 2)))


def _spread(model: Model, found: Solved) -> float:
    return sum(
        _amount(model, key, columns, found) * model.book.securities[key[1]].spread for key, columns in _all(model)
    )


def _amount(model: Model, key: Key, columns: Sequence[int], found: Solved) -> float:
    return sum(float(found.values[column]) for column in columns) * model.scale


def _all(model: Model) -> list[tuple[Key, tuple[int, ...]]]:
    return [*model.sells.items(), *((key, (column,)) for key, column in model.buys.items())]


def _drift_total(ready: Ready, model: Model, found: Solved, before: DriftPicture) -> float:
    """Half the sum of |drift| of the household after the linear answer."""
    household = next((goal for goal in ready.goals if not goal.name), None)
    if household is None:
        return before.drift_total
    return drift_total(household, _values(model, household, found))


def _values(model: Model, goal: Goal, found: Solved) -> dict[str, float]:
    """Dollars by class after the linear answer."""
    total = float(goal.before.total)
    values = {name: goal.before.weights.get(name, 0.0) * total for name in goal.counted}
    for sign, pairs in ((-1.0, model.sells.items()), (1.0, [(key, (column,)) for key, column in model.buys.items()])):
        for key, columns in pairs:
            if key[0] not in goal.accounts:
                continue
            moved, security = _amount(model, key, columns, found), model.book.securities[key[1]]
            values["cash"] = values.get("cash", 0.0) - sign * moved - security.spread * moved
            for name, share in split(security, goal.target.by).items():
                if name in values:
                    values[name] += sign * share * moved
    return values
