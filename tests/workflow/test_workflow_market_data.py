"""Market data as a person sees it: coverage, gaps, conflicts of two sources, and files that are refused or kept."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pandas as pd
import pytest

from core.domain.errors import BadInput, NotAllowed
from core.market.layered import LayeredFeed, conflicts
from core.workflow import demo
from core.workflow.desk import Desk
from core.workflow.households import households
from core.workflow.market_data import look_through, market_data
from core.workflow.market_files import PLACES, drop_file, factors_of, firm_files, risk_free_of, take_file
from core.workflow.metrics import metrics_of
from core.workflow.monitoring import monitor

FACTORS = "Date,Mkt-RF,SMB,HML,RMW,RF,MOM\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The demo book with a home of its own, the firm's price file beneath the feed."""
    found = Desk.sample()
    settings = replace(found.settings, home=tmp_path)
    return replace(found, settings=settings, feed=LayeredFeed(found.feed, settings.firm / PLACES["prices"]))


def days(desk: Desk, number: int) -> list[str]:
    return [(desk.today() - timedelta(days=place)).isoformat() for place in range(number)]


def test_everything_that_the_book_holds_is_covered_with_its_age_and_history(desk):
    data = market_data(desk)
    held = {lot.symbol for one in households(desk) for account in one.accounts for lot in account.lots}
    own = {security.symbol for one in households(desk) for security in one.securities}
    assert held - own <= {row.symbol for row in data.rows}
    assert all(row.price and row.day == desk.today() and row.history == 757 for row in data.rows)
    assert (data.label, data.troubled) == ("simulated", ())


def test_an_administrator_sees_prices_and_no_holdings(desk):
    data = market_data(desk.acting_as(demo.person_for("admin")))
    assert {row.holders for row in data.rows} == {None}


def test_a_price_file_fills_gaps_and_its_conflicts_with_the_feed_are_named(desk):
    before = metrics_of(desk, households(desk)[0].id)
    rows = "\n".join(f"{day},VTI,150.00" for day in days(desk, 3))
    made = take_file(desk, "prices", "prices.csv", f"date,symbol,close\n{rows}\n".encode())
    assert made.words.startswith("one symbol, 3 days")
    (conflict,) = market_data(desk).conflicts
    assert (conflict.symbol, conflict.second) == ("VTI", 150.0)
    first = market_data(desk).rows[0]
    assert (first.symbol, first.sound) == ("VTI", False) and "price file says $150.00" in first.trouble
    assert metrics_of(desk, households(desk)[0].id) == before
    assert firm_files(desk)["prices"].digest == made.digest
    drop_file(desk, "prices")
    assert not market_data(desk).conflicts
    kinds = [event.kind for event in desk.store.events() if event.entity == "market_file"]
    assert kinds == ["market.file_taken", "market.file_dropped"]


def test_what_the_feed_does_not_have_comes_from_the_file_and_is_said(desk):
    class Lacking:
        name, label = "lacking", "lacking"

        def quotes(self, symbols, as_of):
            return desk.feed.first.quotes([one for one in symbols if one != "VTI"], as_of)

        def history(self, symbols, end, number):
            return desk.feed.first.history(symbols, end, number).assign(VTI=float("nan"))

    bare = replace(desk, feed=LayeredFeed(Lacking(), desk.feed.path))
    assert next(row for row in market_data(bare).rows if row.symbol == "VTI").price is None
    assert "failed" in {check.result for check in monitor(bare).checks}
    take_file(bare, "prices", "prices.csv", f"date,VTI\n{desk.today()},301.25\n".encode())
    row = next(row for row in market_data(bare).rows if row.symbol == "VTI")
    assert (str(row.price), row.history) == ("301.25", 1)
    assert "failed" not in {check.result for check in monitor(bare).checks}


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("prices", "", "empty"),
        ("prices", "date,symbol,close\n2026-11-20,VTI,abc\n", "line 2.*'abc' is not a price"),
        ("prices", "date,symbol,close\n2026-11-20,VTI,NaN\n", "holds no prices"),
        ("prices", "date,symbol,close\n20.11.2026,VTI,3\n", "line 2.*not a date"),
        ("prices", "date,symbol,close\n2031-11-20,VTI,3\n", "still to come"),
        ("prices", "date,symbol,close\n2026-11-20,VTI,3\n2026-11-20,VTI,4\n", "line 3.*two closes"),
        ("factors", FACTORS + "2026-11-20,1.2,0,0,0,0,0\n", "decimals"),
        ("factors", FACTORS + "2026-11-20,0.01,0,0,0,0,0\n2026-11-20,0.02,0,0,0,0,0\n", "stands twice"),
        ("factors", "a,b\n1,2\n", "expected a first column of dates"),
        ("holdings", "fund,issuer\nVOO,Apple\n", "line 1.*expected the columns"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_line_and_the_old_one_stays(desk, kind, text, words):
    good = {
        "prices": "date,VTI\n2026-11-20,300\n",
        "factors": FACTORS + "2026-11-20,0.01,0,0,0,0.0001,0\n",
        "holdings": "fund,issuer,symbols,weight,as_of,source\nVOO,Apple,AAPL,0.07,2026-09-30,a sheet\n",
    }
    kept = take_file(desk, kind, "good.csv", good[kind].encode())
    with pytest.raises(BadInput, match=words):
        take_file(desk, kind, "wrong.csv", text.encode())
    assert firm_files(desk)[kind] == kept


def test_a_firm_s_factors_take_the_place_of_the_simulated_ones(desk):
    assert factors_of(desk, 757)[1] == "simulated"
    simulated = {one.name: one for one in metrics_of(desk, households(desk)[0].id)}
    assert simulated["size_beta"].value is not None
    index = pd.bdate_range(end=desk.today(), periods=600)
    rows = "\n".join(f"{day.date()},0.001,0.0,0.0,0.0,0.0002,0.0" for day in index)
    take_file(desk, "factors", "factors.csv", f"{FACTORS}{rows}\n".encode())
    assert factors_of(desk, 757)[1] == "the firm's file"
    assert risk_free_of(desk, 757) == pytest.approx(0.0002 * 252)


def test_who_does_not_look_after_market_data_may_not_change_it(desk):
    with pytest.raises(NotAllowed):
        take_file(replace(desk, actor=None), "prices", "prices.csv", b"date,VTI\n2026-11-20,300\n")


def test_the_look_through_table_has_a_hundred_securities_each_with_source_and_date(desk):
    rows = look_through(desk)
    assert len(rows) >= 100
    assert all(row.source and row.as_of and sum(row.classes.values()) == pytest.approx(1) for row in rows)


def test_closes_that_differ_by_less_than_half_a_percent_are_no_conflict():
    index = pd.bdate_range("2026-03-02", periods=3)
    first = pd.DataFrame({"AAA": [100.0, 100, 100], "BBB": [50.0, 50, 50]}, index=index)
    second = pd.DataFrame({"AAA": [100.4, 100, 99.7], "BBB": [50.0, 50.5, 50]}, index=index)
    (found,) = conflicts(first, second)
    assert (found.symbol, found.day.isoformat(), found.days) == ("BBB", "2026-03-03", 1)
