"""Gold and other collectibles: their long-term gains pay up to 28 %, in the bill and in the choice of what is sold."""

from decimal import Decimal

from rebalance_cases import account, answer, fund, household, lot, only

WEIGHTS = {"alternatives": 0.1, "us_bond": 0.85, "cash": 0.05}


def plain(*gold: tuple[str, str, str], collectible: bool = True) -> dict:  # type: ignore[type-arg]
    lots = [lot(f"L-{symbol}", symbol, quantity, basis) for symbol, quantity, basis in gold]
    case = household(
        account("own", "taxable_individual", "5000", *lots, lot("B", "BOND", "1400", "70000")), weights=WEIGHTS
    )
    case["taxpayers"][0]["ordinary_income"] = "300000"
    case["securities"] += [fund("GOLD", "50", "alternatives", collectible=collectible),
                           fund("HEDGE", "50", "alternatives")]  # fmt: skip
    return case


def test_their_long_term_gain_is_taxed_at_28_percent() -> None:
    proposed = answer(plain(("GOLD", "500", "15000")))
    gain = proposed.tax.long_term
    assert gain > 0 and proposed.tax.federal == (gain * Decimal("0.28")).quantize(Decimal("0.01"))
    cheaper = answer(plain(("GOLD", "500", "15000"), collectible=False))
    assert cheaper.tax.federal == (cheaper.tax.long_term * Decimal("0.15")).quantize(Decimal("0.01"))


def test_of_two_equal_gains_the_one_taxed_less_is_taken() -> None:
    sold = only(answer(plain(("GOLD", "250", "7500"), ("HEDGE", "250", "7400"))), "sell")
    assert sum(trade.quantity for trade in sold if trade.symbol == "HEDGE") >= 249


def test_a_counterfactual_knows_them_too() -> None:
    proposed = answer(plain(("GOLD", "500", "15000")), counterfactuals=True)
    assert all(trade.without for trade in proposed.trades)
    assert {one.name for one in proposed.baselines} >= {"ignore_tax"}
