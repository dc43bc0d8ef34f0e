"""Random accounts for household cases: every registration, lots of every origin and age, restrictions, cash to come."""

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

TAXED = ("taxable_individual", "taxable_joint", "trust_grantor", "other")
SHELTERED = ("traditional_ira", "roth_ira", "inherited_ira", "sep_ira", "simple_ira", "401k", "403b", "hsa", "annuity")
Plain = dict[str, Any]


def account(
    rng: random.Random, place: int, number: int, payers: list[Plain], listed: list[Plain], lots: int, as_of: date
) -> Plain:
    """One of `number` accounts, the first one taxable, with about `lots` lots."""
    registration, taxpayer = _whose(rng, place, payers)
    name = f"acct{place + 1}"
    held = _lots(rng, name, listed, max(1, lots), as_of)
    worth = sum(float(lot["quantity"]) * _price(listed, lot["symbol"]) for lot in held)
    plain: Plain = {
        "id": name,
        "owner": rng.choice(["ana", "ben"]),
        "taxpayer": taxpayer,
        "registration": registration,
        "cash": f"{rng.choice([0, 0.001, 0.01, 0.03, 0.15]) * worth * rng.uniform(0.5, 1.5):.2f}",
        "minimum_cash": str(rng.choice([0, 0, 0, 250, 2000])),
        "lots": held,
    }
    return plain | _money(rng, worth) | _closed(rng) | _limits(rng, registration, listed)


def _whose(rng: random.Random, place: int, payers: list[Plain]) -> tuple[str, str]:
    """A registration with the taxpayer that files for it; some accounts have no tax profile at all."""
    adults = [payer["id"] for payer in payers if payer["id"].startswith("T")]
    if place == 0:
        return rng.choice(TAXED), adults[0]
    special = [("utma", payer["id"]) for payer in payers if payer["id"] == "C1"]
    special += [("trust_nongrantor", payer["id"]) for payer in payers if payer["id"] == "E1"]
    if special and rng.random() < 0.5:
        return rng.choice(special)
    if rng.random() < 0.05:
        return rng.choice([("utma", rng.choice(adults)), ("529", rng.choice(adults))])
    registration = rng.choice(TAXED if rng.random() < 0.5 else SHELTERED)
    return registration, "unknown" if rng.random() < 0.03 else rng.choice(adults)


def _price(listed: list[Plain], symbol: str) -> float:
    plain = next(plain for plain in listed if plain["symbol"] == symbol)
    return float(plain["price"]) * float(plain.get("unit", 1))


def _money(rng: random.Random, worth: float) -> Plain:
    """Contributions, withdrawals, reserves and distributions of an account worth so much."""
    found: Plain = {}
    if rng.random() < 0.2:
        share = rng.choice([0.05, 0.3, -0.02, -0.05, -0.1]) * rng.uniform(0.5, 1.5)
        found["cash_flow"] = f"{worth * share:.2f}"
    if rng.random() < 0.05:
        found["reserve"] = f"{worth * rng.uniform(0.005, 0.05):.2f}"
    if rng.random() < 0.04:
        found["required_distribution"] = f"{worth * rng.uniform(0.01, 0.05):.2f}"
    if rng.random() < 0.1:
        found["commission"] = rng.choice(["1", "4.95"])
    return found


def _closed(rng: random.Random) -> Plain:
    """Held away, unproven, signed off, or counted otherwise than its registration says."""
    found: Plain = {}
    if rng.random() < 0.08:
        found["tradable"] = False
    if rng.random() < 0.08:
        found["proof"] = rng.choice(["unproven", "signed_off"])
    if rng.random() < 0.04:
        found["in_target"] = rng.random() < 0.5
    if rng.random() < 0.1:
        found["reinvest"] = True
    return found


def _limits(rng: random.Random, registration: str, listed: list[Plain]) -> Plain:
    """Lists of what is not bought or sold, and the menus of plans."""
    symbols = [plain["symbol"] for plain in listed]
    found: Plain = {}
    if rng.random() < 0.12:
        found["do_not_sell"] = rng.sample(symbols, max(1, len(symbols) // 6))
    if rng.random() < 0.12:
        found["do_not_buy"] = rng.sample(symbols, max(1, len(symbols) // 4))
    if registration in ("401k", "403b", "529", "annuity") and rng.random() < 0.8:
        found["menu"] = rng.sample(symbols, max(2, len(symbols) // 4))
    if rng.random() < 0.04:
        chosen = rng.sample(sorted({name for plain in listed for name in plain["classes"]} - {"cash"}), 2)
        found["target"] = {"by": "asset_class", "weights": {chosen[0]: 0.6, chosen[1]: 0.4}}
    return found


def _lots(rng: random.Random, account: str, listed: list[Plain], number: int, as_of: date) -> list[Plain]:
    held = rng.sample(listed, min(len(listed), max(1, round(number / rng.uniform(1, 5)))))
    weights = [rng.lognormvariate(0, 1.0) for _ in held]
    size = rng.choice([20_000, 80_000, 300_000, 1_500_000]) / number
    return [_lot(rng, f"{account}-L{place + 1}", rng.choices(held, weights)[0], size, as_of) for place in range(number)]


def _lot(rng: random.Random, name: str, plain: Plain, size: float, as_of: date) -> Plain:
    price = float(plain["price"]) * float(plain.get("unit", 1))
    quantity = Decimal(max(1, round(size * rng.lognormvariate(0, 0.8) / price)))
    if rng.random() < 0.12:
        quantity += Decimal(rng.randint(1, 9999)) / 10000
    days = rng.choice([rng.randint(0, 32), rng.randint(33, 364), rng.randint(364, 372), rng.randint(366, 6000)])
    low = 1.0 if plain["symbol"] == "MMKT" else rng.choice([0.3, 0.6, 0.9])
    lot: Plain = {
        "id": name,
        "symbol": plain["symbol"],
        "quantity": str(quantity),
        "cost_basis": f"{float(quantity) * price * rng.uniform(low, 1.0 if low == 1.0 else 1.4):.2f}",
        "acquired": (as_of - timedelta(days=days)).isoformat(),
    }
    return lot | _origin(rng, lot)


def _origin(rng: random.Random, lot: Plain) -> Plain:
    """How the shares came: mostly bought; reinvested, given, inherited, of unknown basis or date, tacked."""
    kind, basis = rng.random(), float(lot["cost_basis"])
    if kind < 0.04:
        return {"origin": "reinvestment"}
    if kind < 0.06:
        return {"origin": "gift", "donor_basis": f"{basis * rng.uniform(0.5, 1.5):.2f}"}
    if kind < 0.08:
        return {"origin": "inheritance"}
    if kind < 0.09:
        return {"cost_basis": None}
    if kind < 0.1:
        return {"acquired": None}
    if kind < 0.12:
        earlier = date.fromisoformat(lot["acquired"]) - timedelta(days=rng.randint(5, 500))
        return {"holding_start": earlier.isoformat()}
    return {}


def history(rng: random.Random, accounts: list[Plain], listed: list[Plain], as_of: date) -> list[Plain]:
    """The last 61 days: purchases still held, purchases sold again, losses and gains taken."""
    rows, first = [], (as_of - timedelta(days=61)).isoformat()
    for plain in accounts:
        for lot in plain["lots"]:
            if lot["acquired"] and lot["acquired"] > first and lot.get("origin") in (None, "reinvestment"):
                side = "reinvest" if lot.get("origin") else "buy"
                if rng.random() < 0.6:
                    rows.append(_row(plain, lot["symbol"], side, lot["quantity"], lot["acquired"]))
        for _ in range(rng.choice([0, 0, 1, 2])):
            day = (as_of - timedelta(days=rng.randint(0, 40))).isoformat()
            sold = _row(plain, rng.choice(listed)["symbol"], "sell", "10", day)
            rows.append({**sold, "amount": "1000", "gain": rng.choice(["-300", "-300", "200", None])})
    return rows


def _row(account: Plain, symbol: str, side: str, quantity: str, day: str) -> Plain:
    row = {"account": account["id"], "symbol": symbol, "side": side, "quantity": quantity, "date": day}
    return {**row, "amount": None, "gain": None}
