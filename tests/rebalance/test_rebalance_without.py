"""`without` against a second solver: the rest of a proposal solved again from the case and its trades alone.

Nothing of the engine's model is used: the program is written down from the contract (the trade forbidden, the others
may grow or shrink to nothing, shares continuous, losses only where the proposal takes some) and solved by scipy, once
for each way in which short and long may net, at flat rates.
"""

import random
from dataclasses import dataclass, field
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
NAMES = sorted({*CLASSES, "cash"})
SHORT, LONG, BEYOND, WIDTH, CARRIED = 0.4, 0.2, 100.0, 0.05, 0.1


def drifted(seed: int, losses: bool) -> dict[str, Any]:
    """Two accounts, four classes in six funds, two or three of them outside; with losses some lots stand at one."""
    rng = random.Random(seed)
    prices = {name: rng.randint(5, 60) for name in ("STOCK", "STOCK2", "BOND", "EM", "GOLD", "MIX")}
    held = {"STOCK": 0.35 + 0.2 * rng.random(), "BOND": 0.25, "EM": 0.1 * rng.random(), "MIX": 0.1}

    def lots(name: str, dollars: float) -> list[dict[str, Any]]:
        found = []
        for symbol, share in held.items():
            for part, day in ((0.6, "2018-05-07"), (0.4, "2025-11-03")):
                quantity = max(1, int(dollars * share * part / prices[symbol]))
                worth = rng.uniform(0.5, 1.6) if losses and symbol != "BOND" else rng.uniform(0.4, 0.95)
                basis = round(quantity * prices[symbol] * worth, 2)
                found.append(lot(f"{name}{symbol}{day[:4]}", symbol, str(quantity), str(basis), day))
        return found

    plain = household(
        account("joint", "taxable_joint", "9000", *lots("J", 300000)),
        account("ira", "traditional_ira", "6000", *lots("I", 200000)),
        weights=dict(zip(CLASSES, (0.35, 0.3, 0.2, 0.15), strict=True)),
    )
    plain["taxpayers"][0]["flat_rates"] = {"short_term": SHORT, "long_term": LONG}
    realized = {"short": str(rng.choice([4000, -3000])), "long": str(rng.choice([5000, -6000]))}
    plain["taxpayers"][0]["realized"] = realized if losses else {"short": "0", "long": "0"}
    plain["policy"] = {"location": False, "minimum_trade": "0"}
    classes = {"STOCK": "us_equity", "STOCK2": "us_equity", "BOND": "us_bond", "EM": "emerging", "GOLD": "gold"}
    plain["securities"] = [fund(name, str(prices[name]), kind) for name, kind in classes.items()]
    mixed = {"us_equity": 0.5, "us_bond": 0.5}
    plain["securities"].append({**fund("MIX", str(prices["MIX"]), "x"), "classes": mixed})
    return plain


@dataclass
class Second:
    """The program without one trade: a column for each purchase and each lot that may be sold, then what is beyond
    the limits, then the tax."""

    columns: list[tuple[Trade, Lot | None]]
    rows: list[Floats] = field(default_factory=list)
    most: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.size = len(self.columns) + 2 * len(NAMES) + 1
        self.cost, self.short, self.long = (np.zeros(self.size) for _ in range(3))
        self.bounds: list[tuple[float | None, float | None]] = [(0.0, None)] * self.size
        self.bounds[-1], self.cost[-1] = (None, None), 1.0


def second(case: Case, found: Proposed, left_out: Trade) -> Second:
    kept = [trade for trade in found.trades if trade.key != left_out.key]
    made = Second([(trade, None) for trade in kept if trade.side == "buy"])
    for trade in (trade for trade in kept if trade.side == "sell"):
        made.columns += [(trade, one) for one in case.account(trade.account).lots if one.symbol == trade.symbol]
    made.__post_init__()
    taking = {t.symbol for t in found.trades for pick in t.lots if t.account == "joint" and (pick.gain or 0) < 0}
    moves: dict[str, Floats] = {name: np.zeros(made.size) for name in NAMES}
    cash: dict[str, Floats] = {one.id: np.zeros(made.size) for one in case.accounts}
    for place, (trade, one) in enumerate(made.columns):
        security, sign = case.security(trade.symbol), 1.0 if trade.side == "buy" else -1.0
        for name, share in security.classes.items():
            moves[name][place] += sign * share
        cash[trade.account][place] -= sign + security.spread
        moves["cash"][place] -= sign + security.spread
        made.cost[place] += security.spread
        if one is not None:
            _sold(made, place, trade, one, float(security.price), taking)
    _limits(made, case, found, moves)
    for home in case.accounts:
        made.rows.append(-cash[home.id])
        made.most.append(float(home.cash))
    return made


def _sold(made: Second, place: int, trade: Trade, one: Lot, price: float, taking: set[str]) -> None:
    value = float(one.quantity) * price
    gain = (value - float(one.cost_basis or 0)) / value
    barred = trade.account == "joint" and gain < 0 and trade.symbol not in taking
    made.bounds[place] = (0.0, 0.0 if barred else value)
    if trade.account == "joint":
        (made.short if str(one.acquired) > "2025-03-02" else made.long)[place] += gain


def _limits(made: Second, case: Case, found: Proposed, moves: dict[str, Floats]) -> None:
    total, whole = float(found.before.total), np.sum([moves[name] for name in NAMES], axis=0)
    for number, name in enumerate(NAMES):
        outside = name in found.before.out_of_band
        limit, first = WIDTH / 2 if outside else WIDTH, len(made.columns) + 2 * number
        made.cost[[first, first + 1]] = BEYOND * (1.0 if outside else 20.0)
        drift = moves[name] - case.target.weight(name) * whole
        for side, slack in ((1.0, first), (-1.0, first + 1)):
            row: Floats = side * drift - limit * whole
            row[slack] -= 1.0
            made.rows.append(row)
            made.most.append(limit * total - side * found.before.drift[name] * total)


def least(made: Second, short: float, long: float) -> float | None:
    """The least of what is beyond, spread and tax; `short` and `long` were realised before."""
    both = made.short + made.long
    ways = [
        ([(-made.short, short), (-made.long, long)], [(SHORT, LONG, 0.0)]),
        ([(-made.short, short), (made.long, -long), (-both, short + long)], [(SHORT, SHORT, 0.0)]),
        ([(made.short, -short), (-made.long, long), (-both, short + long)], [(LONG, LONG, 0.0)]),
        ([(both, -short - long)], [(SHORT, SHORT, 0.0), (CARRIED, CARRIED, -3000 * (SHORT - CARRIED))]),
    ]
    found = [value for rows, taxes in ways if (value := _solved(made, rows, taxes, short, long)) is not None]
    if not found:
        return None
    return min(found)[1] - _tax(short, long)


def _solved(made: Second, rows: Any, taxes: Any, short: float, long: float) -> tuple[float, float] | None:
    """What the program makes least, and the same without the worth of losses carried on."""
    table, most = list(made.rows), list(made.most)
    for row, limit in rows:
        table.append(row)
        most.append(limit)
    for on_short, on_long, less in taxes:
        row = on_short * made.short + on_long * made.long
        row[-1] -= 1.0
        table.append(row)
        most.append(-(on_short * short + on_long * long + less))
    answered = linprog(made.cost, A_ub=np.array(table), b_ub=np.array(most), bounds=made.bounds, method="highs")
    if answered.status != 0:
        return None
    net = short + long + float((made.short + made.long) @ answered.x)
    return float(answered.fun), float(answered.fun) + CARRIED * max(0.0, -net - 3000)


def _tax(short: float, long: float) -> float:
    if short >= 0 and long >= 0:
        return SHORT * short + LONG * long
    net = short + long
    return (SHORT if short > 0 else LONG) * net if net >= 0 else SHORT * max(net, -3000.0)


@pytest.mark.parametrize(
    ("seed", "losses"), [*((seed, False) for seed in range(5)), *((s, True) for s in range(5, 13))]
)
def test_every_without_is_what_a_second_solver_finds(seed: int, losses: bool) -> None:
    plain = drifted(seed, losses)
    found, case = answer(plain, counterfactuals=True), case_of(plain)
    assert found.trades
    realized = case.taxpayers[0].realized
    for trade in found.trades:
        best = least(second(case, found, trade), float(realized.short), float(realized.long))
        assert trade.without is not None
        if best is None or trade.without.objective is None:
            assert best is None and trade.without.method == "infeasible"
        else:  # a few dollars, and half a thousandth of what stands far beyond the limits
            assert trade.without.objective == pytest.approx(best, rel=5e-4, abs=5)
