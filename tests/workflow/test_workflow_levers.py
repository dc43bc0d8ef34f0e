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
from core.workflow.case_files import case_file
from core.workflow.desk import Desk
from core.workflow.levers import moved, moved_target
from core.workflow.what_if import what_if

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
