"""A large tax bill that is owed anyway is no reason to make more trades than are needed."""

from dataclasses import replace
from decimal import Decimal as D

import pytest

from core.rebalance import rebalance
from core.workflow.case_files import case_file
from core.workflow.desk import Desk


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.sample()


def test_a_deposit_into_one_class_that_lacks_it_is_one_purchase(desk: Desk) -> None:
    case = case_file(desk, "H-0008").case
    answer = rebalance(case, counterfactuals=False)
    assert [(trade.side, trade.symbol) for trade in answer.trades] == [("buy", "MUB")]
    assert answer.after.out_of_band == ()


@pytest.mark.parametrize("household", ["H-0001", "H-0004", "H-0008"])
def test_the_trades_are_no_more_where_ten_times_the_income_is_taxed(desk: Desk, household: str) -> None:
    case = case_file(desk, household).case
    rich = replace(
        case,
        taxpayers=tuple(replace(one, ordinary_income=max(one.ordinary_income, D(5_000_000))) for one in case.taxpayers),
    )
    usual, other = (rebalance(one, counterfactuals=False) for one in (case, rich))
    assert len(other.trades) <= len(usual.trades)
