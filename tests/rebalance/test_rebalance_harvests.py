"""Losses that could be taken, each with its benefit, its substitute, and what keeps it from being taken."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from rebalance_cases import account, answer, case_of, household, lot, only

from core.domain.harvest import Harvest
from core.rebalance import harvests, worth_together

WEIGHTS = {"us_equity": 0.5, "us_bond": 0.5}


def listed(*lots: dict[str, Any], others: tuple[dict[str, Any], ...] = (), **payer: Any) -> tuple[Harvest, ...]:
    plain = household(account("joint", "taxable_joint", "5000", *lots), *others, weights=WEIGHTS)
    plain["taxpayers"][0] |= payer
    return harvests(case_of(plain))


def test_a_loss_saves_tax_now_and_is_carried_forward_at_half_its_worth() -> None:
    """Of 10,000 long-term, 3,000 save 22 % now; 7,000 are carried, worth half of 15 %."""
    found = listed(lot("L1", "STOCK", "100", "20000"))
    assert [(one.symbol, one.loss, one.substitutes) for one in found] == [("STOCK", Decimal("10000.00"), ("STOCK2",))]
    assert found[0].benefit == Decimal("660.00") + Decimal("525.00")
    assert found[0].back_from == date(2026, 4, 2) and found[0].blocked_by == ""


def test_a_loss_against_gains_of_the_year_saves_their_tax() -> None:
    found = listed(lot("L1", "STOCK", "100", "20000"), realized={"short": "0", "long": "30000"})
    assert found[0].benefit == Decimal("1500.00")


def test_losses_taken_together_set_off_the_same_gains_once() -> None:
    """Each of two losses of 10,000 alone saves 1,500 of 15 %; together they have but 12,000 of gains to go against."""
    lots = (lot("L1", "STOCK", "100", "20000"), lot("L2", "BOND", "100", "15000"))
    plain = household(account("joint", "taxable_joint", "5000", *lots), weights=WEIGHTS)
    plain["taxpayers"][0]["realized"] = {"short": "0", "long": "12000"}
    found = harvests(case_of(plain))
    assert [one.benefit for one in found] == [Decimal("1500.00")] * 2
    # 12,000 at 15 %, 3,000 at 22 %, 5,000 carried at half of 15 %
    assert worth_together(case_of(plain), found) == Decimal("1800.00") + Decimal("660.00") + Decimal("375.00")


def test_gains_small_losses_and_plans_are_not_listed() -> None:
    ira = account("ira", "roth_ira", "0", lot("I1", "STOCK", "10", "9000"))
    assert listed(lot("L1", "STOCK", "100", "5000"), others=(ira,)) == ()


def test_a_recent_purchase_blocks_the_loss_and_says_until_when() -> None:
    ira = account("ira", "roth_ira", "0", lot("I1", "STOCK", "10", "900", "2026-02-20"))
    found = listed(lot("L1", "STOCK", "100", "20000"), others=(ira,))[0]
    assert found.blocked_by == "bought in ira on Feb 20, 2026"
    assert found.free_from == date(2026, 3, 23)


@pytest.mark.parametrize(("bought", "blocked"), [("2026-01-30", False), ("2026-01-31", True)])
def test_both_ends_of_the_window(bought: str, blocked: bool) -> None:
    ira = account("ira", "roth_ira", "0", lot("I1", "STOCK", "10", "900", bought))
    assert bool(listed(lot("L1", "STOCK", "100", "20000"), others=(ira,))[0].blocked_by) == blocked


def test_what_may_not_be_sold_is_listed_last() -> None:
    plain = household(
        account("joint", "taxable_joint", "0", lot("L1", "STOCK", "100", "20000"), lot("L2", "BOND", "10", "600"),
                do_not_sell=["STOCK"]),
        weights=WEIGHTS,
    )  # fmt: skip
    assert [(one.symbol, one.blocked_by) for one in harvests(case_of(plain))] == [
        ("BOND", ""), ("STOCK", "may not be sold"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "policy", "bought", "grade"),
    [
        ({}, {}, ["STOCK2"], "similar"),
        ({"same_index": "total"}, {"same_index": "allow"}, ["STOCK2"], "same_index"),
        ({"same_index": "total"}, {"same_index": "block"}, [], ""),
        ({"identical_group": "one"}, {"same_index": "allow"}, [], ""),
    ],
)
def test_the_grade_of_a_stand_in_decides_whether_it_may_be_bought_and_is_said(
    facts: dict[str, str], policy: dict[str, str], bought: list[str], grade: str
) -> None:
    lots = (lot("L", "STOCK", "500", "80000"), lot("B", "BOND", "1000", "50000"))
    plain = household(account("own", "taxable_individual", "0", *lots), weights={"us_equity": 0.5, "us_bond": 0.5},
                      policy=policy)  # fmt: skip
    for security in plain["securities"][:2]:
        security.update(facts)
    found = only(answer(plain), "buy")
    assert [trade.symbol for trade in found] == bought
    said = [one for trade in found for one in trade.reasons if one.code == "replace_harvested"]
    assert [one.facts["grade"] for one in said] == ([grade] if grade else [])
