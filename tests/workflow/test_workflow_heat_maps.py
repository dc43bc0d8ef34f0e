"""What stands behind each cell, the history of readings, and exposure: every figure counted again from the case."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.domain.bands import BandRule
from core.domain.errors import BadInput
from core.workflow.bands import clear_band, set_band
from core.workflow.case_files import case_file
from core.workflow.desk import BookCard, Desk
from core.workflow.details import account_detail, class_detail, metric_detail, month_detail
from core.workflow.exposure import exposure, own_scenario
from core.workflow.heat_maps import BookMap, account_map, book_map
from core.workflow.history import history, history_mark, metric_history
from core.workflow.households import households
from core.workflow.monitoring import monitor


@pytest.fixture(scope="module")
def sample() -> Desk:
    return Desk.sample()


@pytest.fixture(scope="module")
def whole(sample: Desk) -> BookMap:
    return book_map(sample)


def test_every_cell_of_the_book_opens_what_it_shows(sample, whole):
    for row in whole.rows:
        assert row.view is not None
        for reading in row.readings:
            found = class_detail(sample, row.view, reading.subject, whole.bands)
            assert found is not None
            assert (found.value, found.low, found.high) == (reading.value, reading.low, reading.high)
            assert found.clause.rstrip(".").endswith(f"version {row.view.file.mandate.version}")
            assert (found.since is not None) == (reading.standing == "outside")
            nearest = min((reading.value - reading.low, reading.value - reading.high), key=abs)
            assert float(found.to_edge) == pytest.approx(nearest * float(row.view.picture.total), abs=0.02)
        for name, value in row.metrics.items():
            found = metric_detail(sample, row, name, whole.bands)
            assert found is not None
            assert (found.value, found.clause) == (value.value, "No limit is set for it at any level.")


def test_the_clause_names_the_level_that_won():
    desk = Desk.sample()
    held = households(desk)[0]
    set_band(desk, "household", held.id, "us_equity", BandRule("absolute", 0.03, "above"), 0)
    set_band(desk, "household", held.id, "largest_issuer", BandRule("limit", high=0.001), 1)
    whole = book_map(desk)
    row = whole.row(held.id)
    assert row.farthest == max(row.readings, key=lambda one: abs(one.in_bands or 0)).subject
    assert row.tightest(("volatility", "largest_issuer")) == "largest_issuer"
    found = class_detail(desk, row.view, "us_equity", whole.bands)
    assert found.clause == "A band of ±3.00 pts, above only, set for this household (version 2 of its bands)."
    monitor(desk)
    whole = book_map(desk)
    beyond = metric_detail(desk, whole.row(held.id), "largest_issuer", whole.bands)
    assert beyond.clause.startswith("A limit: up to 0.1%, set for this household")
    assert (beyond.standing, beyond.since) == ("outside", desk.today())
    over = (beyond.value - 0.001) * float(whole.row(held.id).assets)
    assert float(beyond.to_edge) == pytest.approx(over, abs=0.02)


def test_the_accounts_of_a_household_add_up_to_it(sample):
    for held in households(sample):
        view, rows = account_map(sample, held.id)
        inside = {a.id for a in view.file.case.accounts if a.counts_in_target}
        for reading in view.readings:
            if reading.limit:
                continue
            dollars = sum(row.dollars.get(reading.subject, Decimal(0)) for row in rows if row.account in inside)
            assert float(dollars / view.picture.total) == pytest.approx(reading.value, abs=1e-9)
        assert account_detail(sample, view, rows[0], "us_equity").unit == "weight"


def test_months_before_the_log_are_marked_and_a_look_takes_their_place():
    desk = Desk.sample()
    home = households(desk)[0].id
    months = history(desk, home, 4)
    assert [one.day for one in months] == [date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 30), date(2026, 11, 20)]
    assert not any(one.kept for one in months)
    assert all("tax_to_liquidate" not in one.metrics for one in months)
    october = replace(desk, book=BookCard(desk.book.title, date(2026, 10, 30)))
    monitor(october)
    monitor(desk)
    monitor(desk)
    kept = history(desk, home, 4)
    assert [one.kept for one in kept] == [False, False, True, True]
    assert kept[2].metrics["volatility"] == months[2].metrics["volatility"]
    before = history_mark(desk)
    assert before == history_mark(desk)
    set_band(desk, "household", home, "volatility", BandRule("limit", high=0.5), 0)
    assert history_mark(desk) != before
    clear_band(desk, "household", home, "volatility", 1)
    points, edges = metric_history(kept, "volatility")
    assert ([one.kept for one in points], edges) == ([False, False, True, True], (None, None))
    found = month_detail(desk, home, kept[2], "volatility")
    assert "as the log kept it" in found.how


def test_exposure_adds_up_to_everything_held_and_risk_to_one(sample):
    for held in households(sample):
        found = exposure(sample, held.id)
        case = case_file(sample, held.id).case
        prices = {one.symbol: one.unit_price for one in case.securities}
        whole = sum(
            a.cash + a.cash_flow + sum(lot.quantity * prices[lot.symbol] for lot in a.lots) for a in case.accounts
        )
        assert found.total == pytest.approx(float(whole))
        assert sum(part.dollars for part in found.parts) == pytest.approx(float(whole))
        assert sum(found.risk.values()) == pytest.approx(1.0)
        assert {one.name for one in found.stresses} == {"fall_2008", "fall_2020", "year_2022", "rates_up"}


def test_a_scenario_of_one_s_own_is_the_sum_of_weights_and_falls(sample):
    found = exposure(sample, households(sample)[0].id)
    shocks = {"us_equity": -0.30, "us_bond": 0.05}
    by_class = {name: sum(p.dollars for p in found.parts if p.class_name == name) for name in shocks}
    expected = -sum(by_class[name] * shock for name, shock in shocks.items()) / found.total
    assert own_scenario(found, shocks).loss == pytest.approx(expected)
    up = next(one for one in found.stresses if one.name == "rates_up")
    assert own_scenario(found, {}, 100).loss == pytest.approx(up.loss)
    with pytest.raises(BadInput):
        own_scenario(found, {"moon": -0.5})
