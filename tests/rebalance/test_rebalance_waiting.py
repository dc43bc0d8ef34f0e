"""A lot that turns long-term soon is waited for where the tax saved is worth it, and never by default."""

from typing import Any

import pytest
from rebalance_cases import account, answer, household, lot

HALF = {"us_equity": 0.5, "us_bond": 0.45, "cash": 0.05}


def over_in_stocks(bought: str, basis: str, **policy: Any) -> dict[str, Any]:
    """Stocks stand over their band in one lot of a taxable account, looked at on 2026-03-02."""
    joint = account(
        "joint", "taxable_joint", "5000", lot("NEW", "STOCK", "700", basis, bought), lot("B", "BOND", "500", "25000")
    )
    return household(joint, weights=HALF, policy=policy)


def sells_stock(plain: dict[str, Any]) -> bool:
    return any(trade.side == "sell" and trade.symbol == "STOCK" for trade in answer(plain).trades)


def test_ten_days_are_waited_for_a_large_gain() -> None:
    assert sells_stock(over_in_stocks("2025-03-12", "20000"))
    assert not sells_stock(over_in_stocks("2025-03-12", "20000", wait_days=30))


@pytest.mark.parametrize(
    ("bought", "basis"), [("2025-06-12", "20000"), ("2025-03-12", "69990"), ("2024-03-12", "20000")]
)
def test_too_many_days_a_gain_too_small_or_a_long_lot_wait_for_nothing(bought: str, basis: str) -> None:
    assert sells_stock(over_in_stocks(bought, basis, wait_days=30))


def test_what_waits_is_named_with_its_day_and_so_is_a_short_gain_that_policy_keeps() -> None:
    waiting = answer(over_in_stocks("2025-03-12", "20000", wait_days=30))
    over = next(conflict for conflict in waiting.conflicts if conflict.subject == "us_equity")
    assert "STOCK in joint waits to be long-term, from Mar 13, 2026 at the latest" in over.sentence
    assert over.facts["long_from"] == ("2026-03-13",)
    helped = answer(over_in_stocks("2025-03-12", "20000", wait_days=30), counterfactuals=True).relaxations
    assert [one.code for one in helped] == ["wait_days"]
    kept = answer(over_in_stocks("2025-06-12", "20000", short_term_gains="avoid"))
    assert any("STOCK in joint may not be sold at a short-term gain" in one.sentence for one in kept.conflicts)


def test_required_cash_never_waits() -> None:
    plain = over_in_stocks("2025-03-12", "20000", wait_days=30)
    plain["accounts"][0] |= {"cash_flow": "-20000", "do_not_sell": ["BOND"]}
    assert sells_stock(plain)
