"""Going back from a stand-in: once the lock-out is over, where the policy says so, and never at a short-term gain."""

from typing import Any

import pytest
from rebalance_cases import account, answer, case_of, codes, household, lines, lot, only

from core.present.tables.ledger import lockouts_table

WEIGHTS = {"us_equity": 0.5, "us_bond": 0.5}
LOSS = {"account": "joint", "symbol": "STOCK", "side": "sell", "quantity": "500", "amount": "45000", "gain": "-9000"}


def stood_in(basis: str, policy: str, loss_day: str = "2026-01-30", bought: str = "2026-01-30") -> dict[str, Any]:
    """500 STOCK2 at 100 stand in for STOCK, sold at a loss; everything is inside its band."""
    lots = (lot("T", "STOCK2", "500", basis, bought), lot("B", "BOND", "1000", "50000"))
    return household(
        account("joint", "taxable_joint", "1000", *lots),
        weights=WEIGHTS, history=[{**LOSS, "date": loss_day}], policy={"switch_back": policy},
    )  # fmt: skip


SWAP = [("joint", "buy", "STOCK", "500"), ("joint", "sell", "STOCK2", "500")]


@pytest.mark.parametrize(
    ("basis", "policy", "loss_day", "goes"),
    [
        ("50000", "at_a_loss", "2026-01-30", True),  # day 31 is the first free day
        ("50000", "at_a_loss", "2026-01-31", False),  # day 30 is locked still
        ("50000", "never", "2026-01-30", False),
        ("49000", "at_a_loss", "2026-01-30", False),  # a short-term gain
        ("49000", "no_short_gain", "2026-01-30", False),
        ("50500", "no_short_gain", "2026-01-30", True),
    ],
)
def test_whether_it_goes_back_today(basis: str, policy: str, loss_day: str, goes: bool) -> None:
    found = answer(stood_in(basis, policy, loss_day, loss_day))
    assert lines(found) == (SWAP if goes else [])


def test_a_gain_that_is_long_term_is_turned_only_where_the_policy_allows_it() -> None:
    def long_held(policy: str) -> dict[str, Any]:
        return stood_in("49000", policy, "2025-02-03", "2025-02-20")

    assert lines(answer(long_held("no_short_gain"))) == SWAP
    assert lines(answer(long_held("at_a_loss"))) == []


def test_the_answer_says_what_fired_and_both_trades_say_why() -> None:
    found = answer(stood_in("50000", "at_a_loss"))
    assert [cause.code for cause in found.triggered_by] == ["switch_back"]
    assert all("switch_back" in codes(trade) for trade in found.trades)
    assert "has stood in for STOCK in joint since Jan 30, 2026" in found.trades[0].reasons[0].sentence


def test_a_stand_in_that_waits_says_for_what() -> None:
    found = answer(stood_in("49000", "no_short_gain"))
    waits = next(issue for issue in found.issues if issue.code == "switch_back_waits")
    assert "would turn a short-term gain of $1,000.00, long-term from " in waits.message and "31, 2027" in waits.message


def test_the_calendar_of_lock_outs_names_the_day_and_the_intention() -> None:
    locked = answer(stood_in("50000", "at_a_loss", "2026-02-10", "2026-02-10")).lockouts[0]
    assert str(locked.until) == "2026-03-12" and str(locked.intended_on) == "2026-03-13"
    assert locked.intention == "Sell STOCK2 and go back to STOCK, unless at a gain."
    assert "Mar 13, 2026: Sell STOCK2 and go back" in str(lockouts_table([locked], case_of(stood_in("50000", "never"))))
    assert answer(stood_in("50000", "never", "2026-02-10", "2026-02-10")).lockouts[0].intention == ""


def test_a_harvest_of_today_is_in_the_calendar_with_its_way_back() -> None:
    lots = (lot("L", "STOCK", "500", "80000"), lot("B", "BOND", "1000", "50000"))
    plain = household(account("joint", "taxable_joint", "1000", *lots), weights=WEIGHTS,
                      policy={"switch_back": "no_short_gain"})  # fmt: skip
    found = answer(plain)
    assert only(found, "buy")[0].symbol == "STOCK2"
    assert (str(found.lockouts[0].intended_on), found.lockouts[0].intention) == (
        "2026-04-02", "Sell STOCK2 and go back to STOCK, unless it turns a short-term gain.",
    )  # fmt: skip


def test_what_stood_in_itself_is_not_gone_back_to() -> None:
    lots = (lot("S", "STOCK", "500", "50000", "2026-01-15"), lot("B", "BOND", "1000", "50000"))
    plain = household(
        account("joint", "taxable_joint", "1000", *lots),
        weights=WEIGHTS, policy={"switch_back": "no_short_gain"},
        history=[{**LOSS, "date": "2025-12-10"}, {**LOSS, "symbol": "STOCK2", "date": "2026-01-15"}],
    )  # fmt: skip
    plain["securities"][1]["substitutes"] = ["STOCK"]
    assert lines(answer(plain)) == []
