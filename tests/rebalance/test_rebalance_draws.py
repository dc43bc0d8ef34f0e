"""A household's withdrawal is checked from the answer alone: who pays, how much, and that nothing is missing."""

from dataclasses import replace

import pytest
from rebalance_cases import account, case_of, household, lot

from core.domain.case import Case
from core.rebalance import check_answer, rebalance


def asked(withdrawal: str, **ira: str) -> Case:
    lots = [lot("J1", "STOCK", "250", "10000"), lot("J2", "BOND", "500", "24000")]
    own = [lot("I1", "STOCK", "250", None), lot("I2", "BOND", "500", None)]
    joint = account("joint", "taxable_joint", "1000", *lots)
    plan = account("ira", "traditional_ira", "1000", *own, **ira)
    return case_of(household(joint, plan, weights={"us_equity": 0.5, "us_bond": 0.5}, withdrawal=withdrawal))


@pytest.mark.parametrize("withdrawal", ["500", "20000", "70000"])
def test_every_figure_of_an_answer_with_a_withdrawal_stands_when_counted_again(withdrawal: str) -> None:
    case = asked(withdrawal, required_distribution="300")
    found = rebalance(case, counterfactuals=False)
    assert [result for result in check_answer(case, found) if not result.ok] == []


def test_an_answer_without_trades_still_says_who_pays() -> None:
    found = rebalance(asked("500"), counterfactuals=False)
    assert [cause.code for cause in found.triggered_by][-1] == "withdrawal_source"


def test_an_answer_that_forgets_who_pays_is_seen() -> None:
    case = asked("20000")
    found = replace(rebalance(case, counterfactuals=False), triggered_by=())
    assert "withdrawal" in {result.rule for result in check_answer(case, found) if not result.ok}
