"""`without` against a second solver: the rest of a proposal solved again from the case and its trades alone.

Nothing of the engine's model is used: the program is written down from the contract (the trade forbidden, the others
may grow or shrink to nothing, shares continuous) and solved by scipy. Only gains are realised, at flat rates, so that
tax is linear.
"""

import random
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from rebalance_cases import account, answer, case_of, fund, household, lot
from scipy.optimize import linprog

from core.domain.case import Case
from core.domain.lot import Lot
from core.domain.trade import Proposed, Trade

Floats = NDArray[np.float64]
CLASSES = ["us_equity", "us_bond", "emerging", "gold"]
SHORT, LONG, BEYOND = 0.4, 0.2, 100.0


def drifted(seed: int) -> dict[str, Any]:
    """Two accounts with gains only, four classes in six funds, two or three classes outside their bands."""
    rng = random.Random(seed)
    prices = {name: rng.randint(5, 60) for name in ("STOCK", "STOCK2", "BOND", "EM", "GOLD", "MIX")}
    held = {"STOCK": 0.35 + 0.2 * rng.random(), "BOND": 0.25, "EM": 0.1 * rng.random(), "MIX": 0.1}

    def lots(name: str, dollars: float) -> list[dict[str, Any]]:
        found = []
        for symbol, share in held.items():
            for part, day in ((0.6, "2018-05-07"), (0.4, "2025-11-03")):
                quantity = max(1, int(dollars * share * part / prices[symbol]))
                basis = round(quantity * prices[symbol] * rng.uniform(0.4, 0.95), 2)
                found.append(lot(f"{name}{symbol}{day[:4]}", symbol, str(quantity), str(basis), day))
        return found

    plain = household(
        account("joint", "taxable_joint", "9000", *lots("J", 300000)),
        account("ira", "traditional_ira", "6000", *lots("I", 200000)),
        weights=dict(zip(CLASSES, (0.35, 0.3, 0.2, 0.15), strict=True)),
    )
    plain["taxpayers"][0]["flat_rates"] = {"short_term": SHORT, "long_term": LONG}
    plain["policy"] = {"location": False, "minimum_trade": "0"}
    classes = {"STOCK": "us_equity", "STOCK2": "us_equity", "BOND": "us_bond", "EM": "emerging", "GOLD": "gold"}
    plain["securities"] = [fund(name, str(prices[name]), kind) for name, kind in classes.items()]
    mixed = {"us_equity": 0.5, "us_bond": 0.5}
    plain["securities"].append({**fund("MIX", str(prices["MIX"]), "x"), "classes": mixed})
    return plain


def solved_again(case: Case, found: Proposed, left_out: Trade) -> float | None:
    """The least of 100 x what stands beyond the limits + tax + spread without one trade, in dollars."""
    kept = [trade for trade in found.trades if trade.key != left_out.key]
    price = {one.symbol: float(one.price) for one in case.securities}
    columns: list[tuple[Trade, Lot | None]] = [(trade, None) for trade in kept if trade.side == "buy"]
    for trade in (trade for trade in kept if trade.side == "sell"):
        columns += [(trade, one) for one in case.account(trade.account).lots if one.symbol == trade.symbol]
    names = sorted({*CLASSES, "cash"})
    width, total = 0.05, float(found.before.total)
    size = len(columns) + 2 * len(names)
    cost: Floats = np.zeros(size)
    bounds: list[tuple[float, float | None]] = [(0.0, None)] * size
    moves: dict[str, Floats] = {name: np.zeros(size) for name in names}
    cash: dict[str, Floats] = {one.id: np.zeros(size) for one in case.accounts}
    for place, (trade, one) in enumerate(columns):
        spread, sign = case.security(trade.symbol).spread, 1.0 if trade.side == "buy" else -1.0
        for name, share in case.security(trade.symbol).classes.items():
            moves[name][place] += sign * share
        cash[trade.account][place] -= sign + spread
        moves["cash"][place] -= sign + spread
        cost[place] += spread
        if one is not None:
            value = float(one.quantity) * price[one.symbol]
            bounds[place] = (0.0, value)
            rate = (SHORT if str(one.acquired) > "2025-03-02" else LONG) * (trade.account == "joint")
            cost[place] += rate * (value - float(one.cost_basis or 0)) / value
    rows, most = [], []
    for number, name in enumerate(names):
        aim = case.target.weight(name)
        outside = name in found.before.out_of_band
        limit = width / 2 if outside else width
        over, under = len(columns) + 2 * number, len(columns) + 2 * number + 1
        cost[[over, under]] = BEYOND * (1.0 if outside else 20.0)
        drift = moves[name] - aim * sum(moves[one] for one in names)
        for side, slack in ((1.0, over), (-1.0, under)):
            edge = limit * sum(moves[one] for one in names)
            row: Floats = side * drift - edge
            row[slack] -= 1.0
            rows.append(row)
            most.append(limit * total - side * found.before.drift[name] * total)
    for home in case.accounts:
        rows.append(-cash[home.id])
        most.append(float(home.cash))
    answered = linprog(cost, A_ub=np.array(rows), b_ub=np.array(most), bounds=bounds, method="highs")
    return float(answered.fun) if answered.status == 0 else None


@pytest.mark.parametrize("seed", range(8))
def test_every_without_is_what_a_second_solver_finds(seed: int) -> None:
    plain = drifted(seed)
    found, case = answer(plain, counterfactuals=True), case_of(plain)
    assert found.trades
    for trade in found.trades:
        assert trade.without is not None
        best = solved_again(case, found, trade)
        if best is None:
            assert trade.without.method == "infeasible"
            continue
        assert trade.without.objective is not None
        # a tenth of a percent, and what the engine charges beside it for closeness and placing
        assert trade.without.objective == pytest.approx(best, rel=1e-3, abs=60)
