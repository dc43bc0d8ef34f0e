"""Random households for the engine's invariants: plain case files, the same for the same seed."""

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

AS_OF = date(2026, 3, 2)
FUNDS = [
    # symbol, price, class, group, index, substitutes, yield, qualified, expense
    ("AAEQ", 251.10, {"us_equity": 1.0}, "us-total", None, ["ABEQ"], 0.013, 0.95, 0.0003),
    ("ABEQ", 108.35, {"us_equity": 1.0}, None, None, ["AAEQ"], 0.013, 0.94, 0.0003),
    ("ACEQ", 512.40, {"us_equity": 1.0}, None, "large-cap", [], 0.013, 0.96, 0.0009),
    ("ADEQ", 470.15, {"us_equity": 1.0}, None, "large-cap", ["ABEQ"], 0.014, 0.96, 0.0003),
    ("AEEQ", 84.20, {"us_equity": 1.0}, "us-total", None, [], 0.012, 0.95, 0.0004),
    ("BAIN", 62.75, {"intl_developed": 1.0}, None, None, ["BBIN"], 0.029, 0.7, 0.0005),
    ("BBIN", 41.30, {"intl_developed": 1.0}, None, None, ["BAIN"], 0.028, 0.7, 0.0006),
    ("CAEM", 47.90, {"emerging": 1.0}, None, None, ["CBEM"], 0.03, 0.4, 0.0008),
    ("CBEM", 58.05, {"emerging": 1.0}, None, None, ["CAEM"], 0.027, 0.45, 0.0009),
    ("DABD", 73.00, {"us_bond": 1.0}, None, "us-agg", ["DBBD"], 0.036, 0.0, 0.0003),
    ("DBBD", 98.70, {"us_bond": 1.0}, None, "us-agg", [], 0.035, 0.0, 0.0003),
    ("DCBD", 51.15, {"us_bond": 1.0}, None, None, [], 0.041, 0.0, 0.0005),
    ("EATP", 108.60, {"tips": 1.0}, None, None, [], 0.03, 0.0, 0.0003),
    ("FARE", 88.45, {"real_estate": 1.0}, None, None, [], 0.037, 0.1, 0.0012),
    ("GBAL", 27.35, {"us_equity": 0.4, "intl_developed": 0.2, "us_bond": 0.4}, None, None, [], 0.022, 0.5, 0.002),
    ("HMMK", 1.00, {"cash": 1.0}, None, None, [], 0.04, 0.0, 0.001),
    ("ZALT", 33.10, {"alternatives": 1.0}, None, None, [], 0.0, 0.0, 0.01),
]
TAXABLE = ["taxable_individual", "taxable_joint", "trust_grantor"]
SHELTERED = ["traditional_ira", "roth_ira", "401k", "hsa", "sep_ira"]


def household(seed: int) -> dict[str, Any]:
    """A random household case of one to six accounts as plain JSON values."""
    rng = random.Random(seed)
    securities = [_security(rng, fund) for fund in FUNDS]
    payers = [_taxpayer(rng, f"T{number + 1}") for number in range(rng.choice([1, 1, 1, 2]))]
    if len(payers) == 2 and rng.random() < 0.7:
        payers[0]["related"], payers[1]["related"] = ["T2"], ["T1"]
    accounts = [_account(rng, number, payers) for number in range(rng.randint(1, 6))]
    return {
        "schema": "household-case/1",
        "as_of": AS_OF.isoformat(),
        "taxpayers": payers,
        "accounts": accounts,
        "securities": securities,
        "history": _history(rng, accounts),
        "target": _target(rng),
        "policy": _policy(rng),
    }


def _security(rng: random.Random, fund: tuple[Any, ...]) -> dict[str, Any]:
    symbol, price, classes, group, index, substitutes, dividends, qualified, expense = fund
    moved = round(price * rng.uniform(0.7, 1.4), 2) if symbol != "HMMK" else price
    return {
        "symbol": symbol,
        "price": f"{moved:.2f}",
        "classes": classes,
        "spread": rng.choice([0.0001, 0.0002, 0.0005]),
        "identical_group": group,
        "same_index": index,
        "substitutes": substitutes,
        "fractional": symbol == "HMMK" or rng.random() < 0.15,
        "dividend_yield": dividends,
        "qualified": qualified,
        "expense_ratio": expense,
    }


def _taxpayer(rng: random.Random, name: str) -> dict[str, Any]:
    return {
        "id": name,
        "filing_status": rng.choice(["single", "married_joint", "head_of_household", "married_separate"]),
        "ordinary_income": str(rng.choice([30000, 60000, 120000, 250000, 700000])),
        "other_investment_income": str(rng.choice([0, 2000, 15000])),
        "state_rate": rng.choice([0.0, 0.05, 0.093]),
        "realized": {"short": str(rng.choice([0, 0, 4000, -2500])), "long": str(rng.choice([0, 0, 9000, -6000]))},
        "carryforward": {"short": "0", "long": str(rng.choice([0, 0, 0, 12000]))},
        "gain_budget": rng.choice([None, None, None, "0", "5000", "40000"]),
        "related": [],
        **({"flat_rates": {"short_term": 0.41, "long_term": 0.26}} if rng.random() < 0.2 else {}),
    }


def _account(rng: random.Random, number: int, payers: list[dict[str, Any]]) -> dict[str, Any]:
    registration = rng.choice(TAXABLE + SHELTERED) if rng.random() < 0.95 else rng.choice(["utma", "529"])
    if number == 0:
        registration = rng.choice(TAXABLE)
    name = f"acct{number + 1}"
    account: dict[str, Any] = {
        "id": name,
        "owner": "ana",
        "taxpayer": rng.choice(payers)["id"],
        "registration": registration,
        "cash": f"{rng.choice([0, 500, 3000, 25000]) * rng.uniform(0.5, 1.5):.2f}",
        "minimum_cash": str(rng.choice([0, 0, 500, 2000])),
        "lots": _lots(rng, name),
    }
    if rng.random() < 0.15:
        account["cash_flow"] = f"{rng.choice([20000, 5000, -4000, -15000]) * rng.uniform(0.5, 1.5):.2f}"
    if rng.random() < 0.1:
        account["tradable"] = False
    if rng.random() < 0.08:
        account["proof"] = "unproven"
    if rng.random() < 0.15:
        account["do_not_sell"] = rng.sample([fund[0] for fund in FUNDS], 2)
    if rng.random() < 0.15:
        account["do_not_buy"] = rng.sample([fund[0] for fund in FUNDS], 4)
    if registration == "401k" and rng.random() < 0.7:
        account["menu"] = ["AAEQ", "BAIN", "DABD", "DCBD"]
    if rng.random() < 0.1:
        account["commission"] = "4.95"
    if rng.random() < 0.1:
        account["reinvest"] = True
    if rng.random() < 0.05:
        account["reserve"] = "3000"
    return account


def _lots(rng: random.Random, account: str) -> list[dict[str, Any]]:
    lots = []
    held = rng.sample([fund for fund in FUNDS if fund[0] != "ZALT" or rng.random() < 0.2], rng.randint(1, 6))
    for fund in held:
        for _ in range(rng.randint(1, 5)):
            quantity = Decimal(rng.randint(3, 400))
            if rng.random() < 0.15:
                quantity += Decimal(rng.randint(1, 999)) / 1000
            days = rng.choice([rng.randint(0, 30), rng.randint(31, 365), rng.randint(366, 4000)])
            lots.append(
                {
                    "id": f"{account}-L{len(lots) + 1}",
                    "symbol": fund[0],
                    "quantity": str(quantity),
                    "cost_basis": f"{float(quantity) * fund[1] * rng.uniform(0.5, 1.5):.2f}",
                    "acquired": (AS_OF - timedelta(days=days)).isoformat(),
                }
            )
    if rng.random() < 0.1:
        lots[0]["cost_basis"] = None
    return lots


def _history(rng: random.Random, accounts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rows = []
    for account in accounts:
        for lot in account["lots"]:
            if lot["acquired"] > (AS_OF - timedelta(days=61)).isoformat() and rng.random() < 0.6:
                row = {"account": account["id"], "symbol": lot["symbol"], "side": "buy", "date": lot["acquired"]}
                rows.append({**row, "quantity": lot["quantity"], "amount": None, "gain": None})
        if rng.random() < 0.25:
            day = AS_OF - timedelta(days=rng.randint(1, 40))
            row = {"account": account["id"], "symbol": rng.choice(FUNDS)[0], "side": "sell", "date": day.isoformat()}
            rows.append({**row, "quantity": "10", "amount": "1000", "gain": str(rng.choice([-300, 200]))})
    return rows


def _target(rng: random.Random) -> dict[str, Any]:
    names = ["us_equity", "intl_developed", "emerging", "us_bond", "tips", "real_estate"]
    parts = {name: rng.randint(1, 10) for name in rng.sample(names, rng.randint(2, 6))}
    parts["us_equity"], parts["us_bond"] = rng.randint(4, 12), rng.randint(4, 12)
    cash = rng.choice([0.02, 0.03, 0.05])
    whole = sum(parts.values())
    weights = {name: round(part / whole * (1 - cash), 4) for name, part in parts.items()}
    weights["cash"] = round(1 - sum(weights.values()), 4)
    kinds = [{"kind": "absolute", "width": 0.05}, {"kind": "relative", "width": 0.2}, {"kind": "five_25"}]
    bands = {name: rng.choice(kinds) for name in weights}
    bands["cash"] = {"kind": "absolute", "width": rng.choice([0.02, 0.05])} if rng.random() < 0.8 else bands["cash"]
    destination = rng.choice(["target", "half_band", "half_band", "band_edge"])
    return {"by": "asset_class", "weights": weights, "bands": bands, "destination": destination}


def _policy(rng: random.Random) -> dict[str, Any]:
    policy: dict[str, Any] = {"trigger": rng.choice(["threshold", "threshold", "always", "calendar"])}
    if rng.random() < 0.2:
        policy["short_term_gains"] = "avoid"
    if rng.random() < 0.2:
        policy["harvest_losses"] = False
    if rng.random() < 0.15:
        policy["untargeted"] = "sell"
    if rng.random() < 0.15:
        policy["turnover_limit"] = rng.choice([0.05, 0.15, 0.3])
    if rng.random() < 0.15:
        policy["minimum_trade"] = rng.choice(["0", "500", "1000"])
    if rng.random() < 0.1:
        policy["minimum_benefit"] = "200"
    if rng.random() < 0.1:
        policy["same_index"] = "allow"
    return policy


def plain_household(seed: int) -> dict[str, Any]:
    """The same household without what holds an engine back: budgets, locks, unproven accounts, turnover."""
    case = household(seed)
    for payer in case["taxpayers"]:
        payer["gain_budget"] = None
    for account in case["accounts"]:
        for name in ("tradable", "proof", "do_not_sell", "do_not_buy", "menu", "reinvest", "reserve"):
            account.pop(name, None)
        account["cash_flow"] = "0"
    for name in ("turnover_limit", "short_term_gains", "minimum_benefit"):
        case["policy"].pop(name, None)
    return case
