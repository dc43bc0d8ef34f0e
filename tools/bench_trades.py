"""The trade engine on invented households of 10 to 100 assets: whole answers, and the slider cold and warm."""

import random
import time
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.rebalance import read_case, rebalance, slider

AS_OF = date(2026, 3, 2)
REGISTRATIONS = ("taxable_joint", "traditional_ira", "roth_ira")


def trade_engine() -> None:
    """One line for each size: CPU milliseconds of the whole answer without counterfactuals, and its proven gap."""
    for assets, lots, accounts, by in ((10, 40, 1, "symbol"), (100, 500, 1, "symbol"), (100, 500, 3, "asset_class")):
        case = household(assets, lots, accounts, by)
        spent, answer = timed(lambda case=case: rebalance(case, counterfactuals=False))
        name = f"trades, {assets} assets, {lots} lots, {accounts} accounts"
        print(f"{name:44} plumbline {spent:9.2f}   gap {answer.solver.gap:.1e}   {len(answer.trades)} trades")
    cold, moved = timed(lambda: slider(case).move(case))
    warm = slider(case)
    warm.move(case)
    spent, _ = timed(lambda: warm.move(leaning(case)))
    print(f"{'slider on the last of them':44} cold {cold:14.2f}   warm {spent:9.2f}   drift {moved.drift_total:.4f}")


def timed(call: Any) -> tuple[float, Any]:
    """CPU milliseconds of one call, and what it gave back."""
    start = time.process_time()
    found = call()
    return (time.process_time() - start) * 1000, found


def leaning(case: Case) -> Case:
    """A twentieth of the first class moved to the second."""
    weights = dict(case.target.weights)
    first, second = sorted(weights)[:2]
    moved = weights[first] / 20
    weights[first], weights[second] = weights[first] - moved, weights[second] + moved
    return replace(case, target=replace(case.target, weights=FrozenMap(weights)))


def household(assets: int, lots: int, accounts: int, by: str) -> Case:
    """Drifted weights, half of the lots at a loss, flat rates; the same for the same arguments."""
    chance = random.Random(assets)
    aims = [chance.uniform(0.5, 1.5) for _ in range(assets)]
    weights = [0.98 * aim / sum(aims) for aim in aims]
    held = [weight * chance.uniform(0.4, 1.6) * 20_000 * assets for weight in weights]
    prices = [round(chance.uniform(20, 400), 2) for _ in range(assets)]
    books: list[list[dict[str, Any]]] = [[] for _ in range(accounts)]
    for number in range(lots):
        place = number % assets
        quantity = max(1, round(held[place] * assets / lots / prices[place]))
        basis = quantity * prices[place] * chance.uniform(0.5, 1.5)
        bought = AS_OF - timedelta(days=chance.randint(35, 3000))
        lot = {"id": f"L{number}", "symbol": f"S{place:03d}", "quantity": str(quantity)}
        chance.choice(books).append({**lot, "cost_basis": f"{basis:.2f}", "acquired": bought.isoformat()})
    return read_case(_case(books, prices, weights, by), "bench")[0]


def _case(books: list[list[dict[str, Any]]], prices: list[float], weights: list[float], by: str) -> dict[str, Any]:
    names = [f"S{place:03d}" if by == "symbol" else f"class {place % 8}" for place in range(len(prices))]
    target: dict[str, float] = {}
    for name, weight in zip(names, weights, strict=True):
        target[name] = target.get(name, 0.0) + weight
    cash = f"{400 * len(prices) / len(books):.2f}"
    return {
        "as_of": AS_OF.isoformat(),
        "taxpayers": [{"id": "T1", "flat_rates": {"short_term": 0.41, "long_term": 0.26}}],
        "accounts": [
            {"id": f"a{k}", "owner": "o", "taxpayer": "T1", "registration": REGISTRATIONS[k], "cash": cash, "lots": own}
            for k, own in enumerate(books)
        ],
        "securities": [
            {"symbol": f"S{place:03d}", "price": price, "classes": {f"class {place % 8}": 1.0}, "spread": 0.0005}
            for place, price in enumerate(prices)
        ],
        "target": {"by": by, "weights": {**target, "cash": 1 - sum(target.values())}, "bands": {}},
    }
