"""Why a trade is not in the proposal: forced in, it costs more, or a rule stands against it."""

import pytest
from rebalance_cases import account, case_of, household, lot

from core.domain.case import Case
from core.domain.errors import BadInput
from core.rebalance import check, why_not

HALF = {"us_equity": 0.5, "us_bond": 0.45, "cash": 0.05}


def case(**facts: object) -> Case:
    """Two holdings of stocks, the second with a large gain."""
    lots = (lot("L1", "STOCK", "350", "34000"), lot("L2", "STOCK2", "350", "5000"), lot("L3", "BOND", "500", "25000"))
    return case_of(household(account("joint", "taxable_joint", "5000", *lots, **facts), weights=HALF))


def test_a_forced_sale_of_the_large_gain_costs_more_tax() -> None:
    told = why_not(case(), "joint", "STOCK2", "sell")
    assert told.verdict == "possible" and told.more_tax is not None and told.more_tax > 0
    assert any(trade.key == ("joint", "STOCK2", "sell") for trade in told.trades)
    assert all(result.ok for result in check(case(), told.trades))
    assert "more in tax and spread" in told.sentence


def test_what_the_proposal_holds_is_said_to_be_there() -> None:
    assert why_not(case(), "joint", "STOCK", "sell").verdict == "traded"


def test_a_rule_that_forbids_it_is_named() -> None:
    told = why_not(case(do_not_sell=["STOCK2"]), "joint", "STOCK2", "sell")
    assert told.verdict == "forbidden" and "does not sell" in told.sentence
    assert "menu" in why_not(case(menu=["BOND"]), "joint", "STOCK2", "buy").sentence


def test_names_that_are_not_there_are_bad_input() -> None:
    with pytest.raises(BadInput, match="not in the case"):
        why_not(case(), "joint", "NOPE", "sell")
