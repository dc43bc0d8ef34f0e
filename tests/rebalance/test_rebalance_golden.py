"""Published rebalancing examples that fit the case form; the files lie beside the project and may be absent."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from rebalance_cases import account, answer, household, lot

GOLDEN = Path(__file__).resolve().parents[2].parent / "shared" / "golden" / "rebalance"


def golden(name: str) -> dict[str, Any]:
    path = GOLDEN / f"{name}.json"
    if not path.exists():
        pytest.skip("the published examples are not here")
    loaded: dict[str, Any] = json.loads(path.read_text())
    return loaded


def as_case(data: dict[str, Any], **policy: Any) -> dict[str, Any]:
    """Stocks and bonds at one dollar a share in an IRA, cash as cash, back to the target itself."""
    by_name = {asset["name"]: asset for asset in data["assets"]}
    lots = [
        lot(f"L-{name}", name, str(int(by_name[name]["value"])), None)
        for name in ("Stocks", "Bonds")
        if by_name[name]["value"]
    ]
    kept = [name for name in ("Stocks", "Bonds") if by_name[name].get("sell") is False]
    flow = str(data["cash_flow"])
    ira = account("ira", "traditional_ira", str(by_name["Cash"]["value"]), *lots, cash_flow=flow, do_not_sell=kept)
    plain = household(ira, weights={name.lower(): asset["target"] for name, asset in by_name.items()}, width=0.01)
    plain["securities"] = [
        {"symbol": name, "price": "1", "classes": {name.lower(): 1.0}, "fractional": True}
        for name in ("Stocks", "Bonds")
    ]
    plain["target"]["destination"] = "target"
    plain["policy"] = {"minimum_trade": "0", **policy}
    return plain


def moved(plain: dict[str, Any]) -> dict[str, Decimal]:
    proposed = answer(plain)
    return {trade.symbol: trade.amount * (1 if trade.side == "buy" else -1) for trade in proposed.trades}


@pytest.mark.parametrize("name", ["rb-ian-full0", "rb-ian-restricted-bonds-locked"])
def test_full_and_restricted_rebalancing(name: str) -> None:
    data = golden(name)
    found, expected = moved(as_case(data["input"])), data["expected"]["trades"]
    slack = sum(asset["value"] for asset in data["input"]["assets"]) * 2e-4
    for symbol in ("Stocks", "Bonds"):
        assert float(found.get(symbol, Decimal(0))) == pytest.approx(expected[symbol], abs=slack)


@pytest.mark.parametrize(
    "name", ["rb-lazy-ian-add25k", "rb-lazy-ian-add325k", "rb-lazy-ian-empty100k", "rb-lazy-ian-wdall"]
)
def test_trading_the_cash_flow_only(name: str) -> None:
    data = golden(name)
    found, expected = moved(as_case(data["input"], cash_flow_only=True)), data["expected"]["trades"]
    slack = max(sum(asset["value"] for asset in data["input"]["assets"]) + data["input"]["cash_flow"], 1.0) * 2e-4
    for symbol in ("Stocks", "Bonds"):
        assert float(found.get(symbol, Decimal(0))) == pytest.approx(expected[symbol], abs=slack)


def test_daryanani_trades_only_outside_and_back_to_half_the_band() -> None:
    data = golden("rb-daryanani-60")
    for weight, traded in zip(data["input"]["weights"], data["expected"]["trade"], strict=True):
        stocks = round(weight * 1000)
        ira = account(
            "ira",
            "roth_ira",
            "0",
            lot("L1", "STOCK", str(stocks), None),
            lot("L2", "BOND", str(2 * (1000 - stocks)), None),
        )
        plain = household(ira, weights={"us_equity": 0.6, "us_bond": 0.4})
        plain["target"]["bands"] = {
            "us_equity": {"kind": "relative", "width": 0.2},
            "us_bond": {"kind": "absolute", "width": 0.4},
        }
        proposed = answer(plain)
        assert bool(proposed.trades) is traded
        if traded:
            after = proposed.after.weights["us_equity"]
            assert after == pytest.approx(data["expected"]["post_trade_weight_from_above"], abs=0.002)


@pytest.mark.parametrize("fractional", [False, True])
def test_funds_go_where_they_cost_least(fractional: bool) -> None:
    """The one cheap fund takes all of its account to the cent, whether shares are whole or cut."""
    data = golden("rb-location-sarah")["input"]
    menu = data["k401_menu"]
    plain = household(
        account("taxable", "taxable_individual", str(data["accounts"]["taxable"])),
        account("ira", "traditional_ira", str(data["accounts"]["ira"])),
        account("k401", "401k", str(data["accounts"]["k401"]), menu=["PLAN_US", "PLAN_BOND", "PLAN_INTL"]),
        weights={"us_equity": 0.4, "intl_developed": 0.3, "us_bond": 0.3},
    )
    costs = {"PLAN_US": menu["us_total_market"], "PLAN_BOND": menu["bonds"], "PLAN_INTL": menu["intl"][0]}
    plain["securities"] = [
        {"symbol": f"{where}_{kind}", "price": "10", "fractional": fractional, "classes": {name: 1.0},
         "dividend_yield": income, "qualified": qualified, "expense_ratio": costs.get(f"{where}_{kind}", 0.0005)}
        for where in ("OPEN", "PLAN")
        for kind, name, income, qualified in (
            ("US", "us_equity", 0.014, 0.95), ("INTL", "intl_developed", 0.03, 0.7), ("BOND", "us_bond", 0.04, 0.0)
        )
    ]  # fmt: skip
    for place in plain["accounts"][:2]:
        place["menu"] = ["OPEN_US", "OPEN_INTL", "OPEN_BOND"]
    plain["target"]["destination"] = "target"
    proposed = answer(plain)
    held = {(trade.account, trade.symbol): float(trade.amount) for trade in proposed.trades}
    assert held[("k401", "PLAN_US")] == pytest.approx(100000, abs=0.01)
    assert ("taxable", "OPEN_BOND") not in held
