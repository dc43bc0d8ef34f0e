"""One account with a target for every security: losses are taken wherever they pay, within the limits of all classes.

Invented funds and lots. Rates are flat at 41 % short and 26 % long, with gains of the year for losses to go against.
"""

from typing import Any

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
