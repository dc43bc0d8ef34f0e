"""A loss that a recent purchase would take away stands where the purchase is sold out on the same day."""

from typing import Any

from measured_households import measured
from rebalance_cases import account, answer, household, lot, only

WEIGHTS = {"us_equity": 0.1, "us_bond": 0.9}


def over(recent: str, **policy: Any) -> dict[str, Any]:
    """Stocks far over their target, all old lots at a loss, and 50 shares bought on the day given, at a gain."""
    lots = (lot("OLD", "STOCK", "600", "90000"), lot("NEW", "STOCK", "50", "4500", recent))
    bonds = lot("B", "BOND", "500", "25000")
    return household(account("joint", "taxable_joint", "0", *lots, bonds), weights=WEIGHTS, policy=policy)


def sold(plain: dict[str, Any]) -> dict[str, int]:
    return {pick.lot: int(pick.quantity) for trade in only(answer(plain), "sell") for pick in trade.lots}


def test_the_recent_purchase_leaves_with_the_loss_where_the_limits_ask_for_both() -> None:
    found = sold(over("2026-02-10"))
    assert found["NEW"] == 50 and found["OLD"] > 450


def test_what_was_bought_today_or_may_not_be_sold_holds_the_loss_back() -> None:
    assert "OLD" not in sold(over("2026-03-02"))
    plain = over("2026-02-10")
    plain["accounts"].append(account("ira", "roth_ira", "0", lot("I", "STOCK", "10", None, "2026-02-12")))
    plain["accounts"][1]["do_not_sell"] = ["STOCK"]
    assert "OLD" not in sold(plain)


def test_each_trade_still_says_what_would_be_without_it() -> None:
    found = answer(over("2026-02-10"), counterfactuals=True)
    assert found.trades and all(trade.without is not None for trade in found.trades)
    assert found.tax.disallowed == 0


def test_a_reinvesting_holding_leaves_whole_although_the_solver_leaves_a_millionth_of_it() -> None:
    """239.9649 shares with losses among them: a ten-thousandth of a share kept would take the losses away."""
    assert measured(3002758).troubles == []
