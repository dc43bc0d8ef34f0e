"""Random households for the engine's invariants: plain case files, the same for the same seed.

They hold whatever a case file can: one to six accounts of every registration, one or two taxpayers with a child and a
trust beside them, five to a hundred securities, ten to five hundred lots, every destination and every trigger.
"""

import random
from datetime import date
from typing import Any

from random_accounts import account, history
from random_market import market

AS_OF = date(2026, 3, 2)
ADULTS = ("single", "married_joint", "head_of_household", "married_separate", "surviving_spouse")
SIZES = ((5, 10), (5, 10), (11, 25), (11, 25), (26, 50), (51, 100))


def household(seed: int) -> dict[str, Any]:
    """A random household case as plain JSON values."""
    rng = random.Random(seed)
    listed = market(rng, rng.randint(*rng.choice(SIZES)))
    payers = taxpayers(rng)
    lots = max(10, min(500, int(rng.lognormvariate(0.6, 0.7) * len(listed))))
    number = rng.randint(1, 6)
    accounts = [account(rng, place, number, payers, listed, lots // number, AS_OF) for place in range(number)]
    case: dict[str, Any] = {
        "schema": "household-case/1",
        "as_of": AS_OF.isoformat(),
        "taxpayers": payers,
        "accounts": accounts,
        "securities": listed,
        "history": history(rng, accounts, listed, AS_OF),
        "target": _target(rng, listed),
        "policy": _policy(rng),
    }
    if rng.random() < 0.2:
        case["risk"] = _risk(rng, sorted({name for plain in listed for name in plain["classes"]}))
    return case


def taxpayers(rng: random.Random) -> list[dict[str, Any]]:
    """One or two adults, related or not; sometimes a child and a trust of its own."""
    payers = [_taxpayer(rng, f"T{number + 1}", rng.choice(ADULTS)) for number in range(rng.choice([1, 1, 1, 2]))]
    if len(payers) == 2 and rng.random() < 0.6:
        payers[0]["related"] = ["T2"]
        payers[1]["related"] = rng.choice([["T1"], []])
    if rng.random() < 0.15:
        payers.append({**_taxpayer(rng, "C1", "child"), "ordinary_income": "1200", "gain_budget": None})
    if rng.random() < 0.12:
        payers.append(_taxpayer(rng, "E1", "estate_trust"))
    return payers


def _taxpayer(rng: random.Random, name: str, status: str) -> dict[str, Any]:
    plain = {
        "id": name,
        "filing_status": status,
        "ordinary_income": str(rng.choice([0, 12000, 30000, 60000, 120000, 250000, 700000])),
        "state_rate": rng.choice([0.0, 0.05, 0.093]),
        "realized": {"short": str(rng.choice([0, 0, 4000, -2500])), "long": str(rng.choice([0, 0, 9000, -6000]))},
        "carryforward": {"short": str(rng.choice([0, 0, 0, 5000])), "long": str(rng.choice([0, 0, 0, 12000]))},
        "gain_budget": rng.choice([None, None, None, None, "0", "5000", "40000"]),
        "related": [],
    }
    plain["other_investment_income"] = str(min(int(plain["ordinary_income"]), rng.choice([0, 2000, 15000])))
    if rng.random() < 0.2:
        plain["flat_rates"] = {"short_term": 0.41, "long_term": 0.26}
    if rng.random() < 0.1:
        plain["deductions"] = str(rng.choice([0, 45000]))
    return plain


def _target(rng: random.Random, listed: list[dict[str, Any]]) -> dict[str, Any]:
    """Weights by class or by symbol, cash named or not, with every kind of band."""
    by_symbol = rng.random() < 0.3
    known = [plain["symbol"] for plain in listed[:-1] if plain.get("tradable", True)] if by_symbol else sorted(
        {name for plain in listed for name in plain["classes"]} - {"cash"}
    )  # fmt: skip
    chosen = rng.sample(known, min(len(known), rng.randint(2, 12 if by_symbol else 8)))
    parts = {name: rng.choice([1, 2, 4, 8, 12]) for name in chosen}
    cash = rng.choice([0.0, 0.01, 0.02, 0.05])
    weights = {name: round(part / sum(parts.values()) * (1 - cash), 4) for name, part in parts.items()}
    rest = round(1 - sum(weights.values()), 4)
    weights = {**weights, "cash": rest} if cash else {**weights, chosen[0]: round(weights[chosen[0]] + rest, 4)}
    bands = {name: _band(rng) for name in weights if rng.random() < 0.9}
    if rng.random() < 0.8:
        bands["cash"] = {"kind": "absolute", "width": rng.choice([0.01, 0.02, 0.05])}
    destination = rng.choice(["target", "half_band", "half_band", "band_edge"])
    return {
        "by": "symbol" if by_symbol else "asset_class",
        "weights": weights,
        "bands": bands,
        "destination": destination,
    }


def _band(rng: random.Random) -> dict[str, Any]:
    widths = [0.02, 0.03, 0.05]
    plain = rng.choice([{"kind": "absolute"}, {"kind": "relative", "width": 0.2}, {"kind": "five_25"}])
    band = {**plain, "width": rng.choice(widths)} if plain["kind"] == "absolute" else plain
    return {**band, "side": rng.choice(["above", "below"])} if rng.random() < 0.04 else band


def _policy(rng: random.Random) -> dict[str, Any]:
    policy: dict[str, Any] = {"trigger": rng.choice(["threshold", "threshold", "always", "calendar", "cash_flow"])}
    choices: list[tuple[float, str, list[Any]]] = [
        (0.2, "short_term_gains", ["avoid"]),
        (0.25, "harvest_losses", [False]),
        (0.15, "untargeted", ["sell"]),
        (0.12, "turnover_limit", [0.02, 0.05, 0.15, 0.3]),
        (0.3, "minimum_trade", ["0", "25", "500", "1000", "5000"]),
        (0.15, "minimum_benefit", ["50", "200", "1000"]),
        (0.15, "same_index", ["allow"]),
        (0.2, "location", [False]),
        (0.08, "wash_sales", ["warn"]),
        (0.08, "cash_flow_only", [True]),
        (0.3, "relief", ["fifo", "lifo", "hifo"]),
    ]
    policy |= {name: rng.choice(values) for share, name, values in choices if rng.random() < share}
    return policy


def _risk(rng: random.Random, names: list[str]) -> dict[str, Any]:
    """A covariance of one common factor and own variance."""
    loads, own = [rng.uniform(0, 0.16) for _ in names], [rng.uniform(0.02, 0.1) for _ in names]
    rows = [
        [loads[i] * loads[j] + (own[i] ** 2 if i == j else 0.0) for j in range(len(names))] for i in range(len(names))
    ]
    return {"classes": names, "covariance": rows}


def plain_household(seed: int) -> dict[str, Any]:
    """The same household without what holds an engine back: budgets, locks, recent trades, closed accounts."""
    case = household(seed)
    case["history"] = []
    for payer in case["taxpayers"]:
        payer["gain_budget"] = None
    for holder in case["accounts"]:
        for name in ("tradable", "proof", "do_not_sell", "do_not_buy", "menu", "reinvest", "reserve", "target"):
            holder.pop(name, None)
        holder["required_distribution"] = holder["cash_flow"] = "0"
        for held in holder["lots"]:
            held["acquired"] = min(held["acquired"] or "2020-01-02", "2025-11-03")
    for plain in case["securities"]:
        plain.pop("lock_until", None)
        plain["tradable"] = True
    for name in ("turnover_limit", "short_term_gains", "minimum_benefit", "minimum_trade", "cash_flow_only"):
        case["policy"].pop(name, None)
    case["policy"]["trigger"] = "threshold"
    return case
