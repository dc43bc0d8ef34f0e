"""Levers move a copy of the case: targets, bands, cash and switches; nothing else changes."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.allocation import Allocation, Band
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.scenario import Levers
from core.present.tables.scenarios import levers_in_words
from core.rebalance import rebalance
from core.workflow.case_files import case_file
from core.workflow.desk import Desk
from core.workflow.levers import moved, moved_target
from core.workflow.what_if import standing, what_if

TARGET = Allocation(
    "asset_class",
    FrozenMap({"us_equity": 0.5, "us_bond": 0.4, "cash": 0.1}),
    FrozenMap({"us_equity": Band("absolute", 0.05), "us_bond": Band("relative", 0.2)}),
)


@given(st.floats(0.0, 1.0))
def test_a_moved_class_target_leaves_the_others_in_proportion(weight: float) -> None:
    new = moved_target(TARGET, Levers(class_targets=FrozenMap({"us_equity": weight})))
    assert sum(new.weights.values()) == pytest.approx(1.0)
    assert new.weights["us_equity"] == weight
    assert new.weights["us_bond"] == pytest.approx(4 * new.weights["cash"])


def test_a_band_scale_widens_every_band() -> None:
    new = moved_target(TARGET, Levers(band_scale=2.0))
    assert new.band("us_equity").half_width(0.5) == pytest.approx(0.10)
    assert new.band("us_bond").half_width(0.4) == pytest.approx(0.16)
    assert new.band("cash").half_width(0.1) == pytest.approx(0.05)


def test_no_lever_is_the_same_case() -> None:
    case = case_file(Desk.sample(), "H-0008").case
    assert moved(case, Levers()) == case


def test_cash_goes_into_the_named_account_only() -> None:
    case = case_file(Desk.sample(), "H-0008").case
    account = case.accounts[0].id
    new = moved(case, Levers(cash_flow=Decimal(5000), cash_account=account))
    assert new.accounts[0] == replace(case.accounts[0], cash_flow=case.accounts[0].cash_flow + 5000)
    assert new.accounts[1:] == case.accounts[1:]


def test_an_unknown_cash_account_is_refused() -> None:
    case = case_file(Desk.sample(), "H-0008").case
    with pytest.raises(BadInput, match="choose the account"):
        moved(case, Levers(cash_flow=Decimal(1), cash_account="nowhere"))


@pytest.mark.parametrize(("name", "weight"), [("us_equity", 0.51), ("us_equity", 1.0), ("cash", 0.0)])
def test_a_class_stays_where_it_was_put_while_the_risk_aversion_moves_the_others(name: str, weight: float) -> None:
    levers = Levers(risk_aversion=1.1, class_targets=FrozenMap({name: weight}))
    target = what_if(Desk.sample(), "H-0005", levers).file.case.target
    assert target.weight(name) == pytest.approx(weight)
    assert sum(target.weights.values()) == pytest.approx(1.0, abs=1e-9)


def test_a_withdrawal_of_the_household_is_paid_by_accounts_that_the_order_chooses() -> None:
    desk = Desk.sample("advisor")
    for order in ("taxable_first", "minimum_tax"):
        levers = Levers(withdrawal=Decimal(900000), withdrawal_order=order)
        made = rebalance(case_file(desk, "H-0005", levers).case, counterfactuals=False)
        paid = next(reason for reason in made.triggered_by if reason.code == "withdrawal_source")
        assert (made.status, paid.facts["order"]) == ("proposed", order)
        assert order == "minimum_tax" or paid.facts["accounts"] == ("H-0005-joint",)
        assert sum(map(Decimal, paid.facts["amounts"])) == 900000


def test_a_required_distribution_is_kept_ready_in_its_own_account() -> None:
    desk = Desk.sample("advisor")
    case = case_file(desk, "H-0005").case
    plan = next(one for one in case.accounts if one.registration == "traditional_ira" and one.tradable)
    levers = Levers(distribution=Decimal(60000), distribution_account=plan.id)
    made = rebalance(case_file(desk, "H-0005", levers).case, counterfactuals=False)
    assert made.cash_after[plan.id] >= 60000
    with pytest.raises(BadInput, match="choose the account that pays out"):
        moved(case, Levers(distribution=Decimal(1)))


def test_the_rules_of_lots_and_cash_move_with_their_levers_and_back() -> None:
    case = case_file(Desk.sample(), "H-0008").case
    levers = Levers(relief="fifo", wait_days=45, cash_flow_only=True, withdrawal_order="minimum_tax")
    policy = moved(case, levers).policy
    assert (policy.relief, policy.wait_days, policy.cash_flow_only) == ("fifo", 45, True)
    assert policy.withdrawal_order == "minimum_tax"


def test_a_withdrawal_is_answered_while_a_lever_moves_and_said_in_words() -> None:
    desk = Desk.sample("advisor")
    ready = standing(desk, "H-0005")
    calm = what_if(desk, "H-0005", Levers(), ready)
    paying = Levers(withdrawal=Decimal(250000))
    answer = what_if(desk, "H-0005", paying, ready)
    assert answer.quick.unraised == 0
    assert answer.quick.after.total < calm.quick.after.total
    back = what_if(desk, "H-0005", Levers(), ready).quick
    assert (back.trades, back.tax) == (calm.quick.trades, calm.quick.tax)
    assert levers_in_words(paying) == "$250,000 paid out"
