"""Fund shares held six months or less: dividends received on them turn or take away the loss, in the solve as well."""

from decimal import Decimal
from typing import Any

import pytest
from rebalance_cases import account, answer, case_of, codes, household, lot, only
from test_rebalance_reasons import unfounded

from core.domain.trade import Proposed
from core.rebalance import check_answer, harvests

WEIGHTS = {"us_equity": 0.5, "us_bond": 0.5}


def young_fund(acquired: str = "2025-11-03", **dividends: str) -> dict[str, Any]:
    """Bonds at a loss of 10,000, bought four months ago; stocks at a gain stand over their band."""
    bonds = {**lot("B", "BOND", "1000", "60000", acquired), **dividends}
    plain = household(account("own", "taxable_individual", "1000", lot("S", "STOCK", "500", "20000"), bonds),
                      weights=WEIGHTS)  # fmt: skip
    plain["taxpayers"][0]["realized"] = {"short": "12000", "long": "0"}
    plain["securities"].append({**plain["securities"][2], "symbol": "BOND2"})
    plain["securities"][2]["substitutes"] = ["BOND2"]
    return plain


def harvested(plain: dict[str, Any]) -> Proposed:
    found = answer(plain)
    assert [result.sentence for result in check_answer(case_of(plain), found) if not result.ok] == []
    return found


def test_capital_gain_dividends_make_part_of_a_short_loss_long_term() -> None:
    bare, turned = harvested(young_fund()), harvested(young_fund(capital_gain_dividends="4000"))
    assert (bare.tax.short_term, bare.tax.long_term) == (Decimal("-10000.00"), Decimal("0.00"))
    assert (turned.tax.short_term, turned.tax.long_term) == (Decimal("-6000.00"), Decimal("-4000.00"))
    assert "fund_dividends" in codes(only(turned, "sell")[0])
    assert all(unfounded(case_of(young_fund()), one) == [] for trade in turned.trades for one in trade.reasons)
    # raw gain and basis of the lot stay what the contract says
    assert only(turned, "sell")[0].lots[0].gain == Decimal("-10000.00")


def test_exempt_dividends_take_the_loss_away_and_what_is_left_of_it_decides() -> None:
    found = harvested(young_fund(exempt_dividends="9000"))
    assert found.tax.short_term == Decimal("-1000.00")
    assert harvested(young_fund(exempt_dividends="10000")).trades == ()
    assert harvests(case_of(young_fund(exempt_dividends="9000")))[0].loss == Decimal("1000.00")


@pytest.mark.parametrize(("acquired", "counts"), [("2025-09-02", True), ("2025-09-01", False), ("2025-08-29", False)])
def test_six_months_are_counted_by_the_calendar(acquired: str, counts: bool) -> None:
    """On March 2, 2026 a purchase of September 2 is six months old, one of September 1 older."""
    found = harvested(young_fund(acquired, exempt_dividends="9000"))
    assert found.tax.short_term == (Decimal("-1000.00") if counts else Decimal("-10000.00"))
