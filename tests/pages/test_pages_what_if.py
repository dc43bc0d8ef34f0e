"""The what-if page: classes stay where they are put, a kept setting is opened again by its link, permission checked."""

from typing import Any

import pytest
from pages_markup import html_of  # type: ignore[import-not-found]

from core.domain.errors import NotAllowed
from core.domain.frozen_map import FrozenMap
from core.domain.scenario import Levers
from core.workflow.desk import Desk
from core.workflow.what_if import keep, scenario, what_if

MOVED = Levers(
    destination="band_edge",
    band_scale=1.25,
    class_targets=FrozenMap({"us_equity": 0.46}),
    risk_aversion=1.3,
    harvest=False,
)


def slider(page: Any, label: str) -> Any:
    return next(one for one in page.slider if one.label.startswith(label))


@pytest.mark.usefixtures("own_book")
def test_a_link_opens_the_very_levers_that_were_kept(open_page: Any, desk: Desk) -> None:
    made = keep(desk, "H-0001", "edge and calm", what_if(desk, "H-0001", MOVED))
    assert made.levers == MOVED
    page = open_page("pages.rebalancing.what_if", household="H-0001", scenario=made.id)
    assert not page.exception
    assert slider(page, "Width of the bands").value == 1.25
    assert slider(page, "Risk aversion").value == 1.3
    assert slider(page, "US equity target").value == 46
    assert next(one for one in page.toggle if one.label == "Harvest losses").value is False
    shown = html_of(page)
    assert "to the edge, US equity 46%, risk aversion x1.3, bands x1.25" in shown
    assert "“edge and calm”" in " ".join(one.value for one in page.caption) + shown


@pytest.mark.usefixtures("own_book")
def test_a_link_to_a_setting_that_is_not_there_or_of_another_household_says_so(open_page: Any, desk: Desk) -> None:
    made = keep(desk, "H-0002", "other", what_if(desk, "H-0002"))
    other = open_page("pages.rebalancing.what_if", household="H-0001", scenario=made.id)
    gone = open_page("pages.rebalancing.what_if", household="H-0001", scenario="H-0001-99")
    assert "of another household" in " ".join(one.value for one in other.info)
    assert "There is no scenario" in " ".join(one.value for one in gone.info)


def test_a_kept_setting_is_opened_only_by_those_who_may_read_clients(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        scenario(desk.acting_as(None), "H-0001-1")


def test_two_classes_stay_where_they_were_put(open_page: Any) -> None:
    page = open_page("pages.rebalancing.what_if", household="H-0001")
    slider(page, "US equity target").set_value(46)
    page.run()
    next(one for one in page.selectbox if one.label == "Class to move").set_value("us_bond")
    page.run()
    bonds = slider(page, "US bonds target")
    bonds.set_value(bonds.value + 3)
    page.run()
    assert not page.exception
    shown = html_of(page)
    assert f"US bonds {slider(page, 'US bonds target').value}%, US equity 46%" in shown


def test_a_lever_that_stands_as_the_mandate_says_is_none_and_no_limit_is_said(open_page: Any) -> None:
    page = open_page("pages.rebalancing.what_if", household="H-0001")
    assert "as the mandate says" in html_of(page)
    slider(page, "Turnover limit").set_value(50)
    slider(page, "Smallest trade").set_value(2300)
    page.run()
    assert "any turnover, trades from $2,300" in html_of(page)


def test_the_household_trades_and_the_weights_they_lead_to_stand_beside_the_levers(open_page: Any, desk: Desk) -> None:
    quick = what_if(desk, "H-0001").quick
    page = open_page("pages.rebalancing.what_if", household="H-0001")
    shown = html_of(page)
    for move in quick.trades:
        assert f"{'Sell' if move.side == 'sell' else 'Buy'} {move.symbol}" in shown
    assert f"{quick.after.weights['us_equity']:.1%}" in shown
