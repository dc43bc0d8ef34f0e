"""One account with a target for every security: losses are taken wherever they pay, within the limits of all classes.

Invented funds and lots. Rates are flat at 41 % short and 26 % long, with gains of the year for losses to go against.
"""

from typing import Any

import pytest
from rebalance_cases import account, answer, fund, household, lot, only

NAMES = ("A", "B", "C", "D")


def four_funds(**lots: tuple[str, str]) -> dict[str, Any]:
    """Four funds of 25 % each at 100 dollars; by name the shares held and their basis."""
    held = [lot(f"L{name}", name, quantity, basis) for name, (quantity, basis) in lots.items()]
    plain = household(account("solo", "taxable_individual", "0", *held), weights=dict.fromkeys(NAMES, 0.25))
    plain["securities"] = [fund(name, "100", name.lower()) for name in NAMES]
    plain["target"]["by"] = "symbol"
    plain["taxpayers"][0] |= {
        "flat_rates": {"short_term": 0.41, "long_term": 0.26},
        "realized": {"short": "0", "long": "100000"},
    }
    return plain


def test_a_loss_inside_its_band_is_taken_and_its_money_goes_to_a_class_inside_its_own() -> None:
    """A stands above its band and D below; B is inside with a loss of half its price, C is inside without one."""
    proposed = answer(four_funds(A=("330", "33000"), B=("280", "56000"), C=("220", "22000"), D=("170", "17000")))
    sold = {trade.symbol: trade for trade in only(proposed, "sell")}
    assert "B" in sold and proposed.tax.total < 0
    assert not proposed.conflicts
    assert all(abs(drift) <= 0.05 + 1e-4 for drift in proposed.after.drift.values())


def test_without_harvests_the_same_holding_stays() -> None:
    plain = four_funds(A=("330", "33000"), B=("280", "56000"), C=("220", "22000"), D=("170", "17000"))
    plain["policy"] = {**plain.get("policy", {}), "harvest_losses": False}
    assert "B" not in {trade.symbol for trade in only(answer(plain), "sell")}


def at_its_edges(sold: dict[str, int], bought: dict[str, int]) -> tuple[dict[str, Any], float]:
    """A case whose bands are as wide as the drifts that some trades leave, to the last bit; and their drift in all."""
    spread, shares = 0.0005, {"A": 330, "B": 280, "C": 220, "D": 170}
    plain = four_funds(A=("330", "33000"), B=("280", "56000"), C=("220", "22000"), D=("170", "17000"))
    for security in plain["securities"]:
        security["spread"] = spread
    cash = sum(100 * number * (1 - spread) for number in sold.values())
    cash -= sum(100 * number * (1 + spread) for number in bought.values())
    after = {name: 100.0 * (held - sold.get(name, 0) + bought.get(name, 0)) for name, held in shares.items()}
    total = sum(after.values()) + cash
    drifts = {name: abs(value / total - 0.25) for name, value in after.items()} | {"cash": cash / total}
    plain["target"]["bands"] = {name: {"kind": "absolute", "width": drift} for name, drift in drifts.items()}
    plain["target"]["destination"] = "band_edge"
    return plain, sum(drifts.values()) / 2


@pytest.mark.parametrize("fractional", [False, True])
def test_an_answer_that_stands_at_every_edge_is_matched(fractional: bool) -> None:
    """60 shares of B sold at 100 dollars of loss each, and where the money goes, just fit: nothing is left undone."""
    plain, drift = at_its_edges({"A": 60, "B": 60}, {"D": 119})
    for security in plain["securities"]:
        security["fractional"] = fractional
    proposed = answer(plain)
    assert float(proposed.tax.total) <= -0.26 * 60 * 100 + 0.10
    assert proposed.after.drift_total <= drift + 1e-9
    assert len(proposed.trades) <= 3
    assert not proposed.after.out_of_band
