"""A feed that fails, lags, says nothing, or whose prices split: it is named, and nothing passes on its word."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from core.domain.corporate_action import CorporateAction
from core.domain.frozen_map import FrozenMap
from core.market.asking import asked
from core.market.feed import Feed, Quotes, gather
from core.workflow.alerts import open_alerts
from core.workflow.book import book
from core.workflow.desk import BookCard, Desk
from core.workflow.drift import drift
from core.workflow.households import household, households
from core.workflow.market_actions import apply_split, corporate_actions, record_action
from core.workflow.monitoring import monitor


@dataclass(frozen=True)
class Bent:
    """The demo's market with something wrong in it."""

    inner: Feed
    raises: type[Exception] | None = None
    history_raises: type[Exception] | None = None
    factor: FrozenMap[Decimal] = field(default_factory=FrozenMap)
    empty_history: bool = False
    lag: int = 0
    reports: tuple[CorporateAction, ...] = ()
    name: str = "bent"
    label: str = "bent"

    def quotes(self, symbols: Any, as_of: date) -> Quotes:
        if self.raises:
            raise self.raises("the line is dead")
        found = self.inner.quotes(symbols, as_of - timedelta(days=self.lag))
        prices = {name: price * (self.factor.get(name) or Decimal(1)) for name, price in found.prices.items()}
        return replace(found, prices=FrozenMap(prices), actions=self.reports)

    def history(self, symbols: Any, end: date, days: int) -> Any:
        if self.history_raises:
            raise self.history_raises("the line is dead")
        if self.empty_history:
            return pd.DataFrame()
        return self.inner.history(symbols, end, days)


@pytest.fixture
def desk() -> Desk:
    return Desk.sample()


def bent(desk: Desk, **wrong: Any) -> Desk:
    return replace(desk, feed=Bent(desk.feed, **wrong))


@pytest.mark.parametrize("trouble", [OSError, ValueError, KeyError, RuntimeError, AttributeError])
def test_a_feed_that_fails_is_named_in_every_check_and_nothing_passes(desk, trouble):
    seen = monitor(bent(desk, raises=trouble))
    assert {check.result for check in seen.checks} == {"failed"}
    assert all("the feed bent failed" in check.problem for check in seen.checks)
    assert all("the feed bent failed" in row.problem for row in book(bent(desk, raises=trouble)).rows)


def test_a_failing_feed_closes_no_alert(desk):
    before = {one.key for one in monitor(desk).standing}
    assert {one.key for one in monitor(bent(desk, raises=OSError)).standing} == before
    assert {one.key for one in open_alerts(desk)} == before


def test_numbers_that_are_no_prices_are_missing_and_named(desk):
    held = households(desk)[0]
    symbol = held.accounts[0].lots[0].symbol
    for wrong in (Decimal("NaN"), Decimal("Infinity"), Decimal(-1)):
        seen = monitor(bent(desk, factor=FrozenMap({symbol: wrong})))
        check = next(one for one in seen.checks if one.household == held.id)
        assert (check.result, symbol in check.problem) == ("failed", True)


def test_prices_that_lag_leave_every_class_unknown(desk):
    seen = monitor(bent(desk, lag=7))
    for check in seen.checks:
        assert check.result != "no breach"
        assert {one.standing for one in check.readings if one.value and one.subject != "cash"} == {"unknown"}
    assert {"stale_price", "unknown_standing"} <= {one.kind for one in seen.opened}


@pytest.mark.parametrize("wrong", [{"empty_history": True}, {"history_raises": OSError}])
def test_without_history_the_metrics_of_risk_say_nothing_and_the_data_alert_is_raised(desk, wrong):
    seen = monitor(bent(desk, **wrong))
    for check in seen.checks:
        volatility = next(one for one in check.metrics if one.name == "volatility")
        assert (volatility.value, volatility.standing) == (None, "unknown")
    assert {one.household for one in seen.opened if one.kind == "thin_data"} == {c.household for c in seen.checks}


def test_a_price_that_halves_as_in_a_split_never_passes_and_is_named(desk):
    held = households(desk)[0]
    symbol = max(held.accounts[0].lots, key=lambda lot: lot.quantity).symbol
    view = drift(bent(desk, factor=FrozenMap({symbol: Decimal("0.5")})), held.id)
    (alert,) = [one for one in view.alerts if one.kind == "split_suspected"]
    assert symbol in alert.sentence
    assert any("as in a split of 2 for 1" in issue.message for issue in view.file.issues)
    touched = set(next(one for one in view.file.case.securities if one.symbol == symbol).classes)
    assert not [one for one in view.readings if one.subject in touched and one.standing in ("inside", "near")]


def test_a_split_that_only_the_feed_reports_never_passes_until_the_lots_have_their_shares(desk):
    held = households(desk)[0]
    symbol = max(held.accounts[0].lots, key=lambda lot: lot.quantity).symbol
    day = desk.today() - timedelta(days=1)
    told = bent(desk, reports=(CorporateAction(symbol, day, "split", Decimal(2), "Yahoo"),))
    view = drift(told, held.id)
    assert [one.kind for one in view.alerts if symbol in one.sentence and "split" in one.kind] == ["split_suspected"]
    touched = set(next(one for one in view.file.case.securities if one.symbol == symbol).classes)
    assert not [one for one in view.readings if one.subject in touched and one.standing in ("inside", "near")]
    apply_split(told, record_action(told, symbol, day, "split", Decimal(2), "the issuer's notice").id)
    assert not [one for one in drift(told, held.id).alerts if one.kind == "split_suspected"]


def test_a_person_says_that_the_price_is_right_and_it_counts(desk):
    held = households(desk)[0]
    symbol = held.accounts[0].lots[0].symbol
    halved = bent(desk, factor=FrozenMap({symbol: Decimal("0.5")}))
    record_action(halved, symbol, desk.today(), "price_confirmed", note="the issuer's own notice of the day")
    assert not [one for one in drift(halved, held.id).alerts if one.kind == "split_suspected"]


def test_a_split_gives_each_older_lot_its_shares_once_and_the_weights_come_back(desk):
    held = households(desk)[0]
    symbol = held.accounts[0].lots[0].symbol
    before = {one.subject: one.value for one in drift(desk, held.id).readings}
    halved = bent(desk, factor=FrozenMap({symbol: Decimal("0.5")}))
    action = record_action(halved, symbol, desk.today(), "split", Decimal(2), "the issuer's notice")
    assert [one for one in drift(halved, held.id).alerts if one.kind == "split_suspected"]
    touched = apply_split(halved, action.id)
    assert held.id in touched
    assert apply_split(halved, action.id) == ()
    assert [one.symbol for one in corporate_actions(halved)] == [symbol]
    after = {one.subject: one.value for one in drift(halved, held.id).readings}
    assert after == pytest.approx(before, abs=1e-4)
    assert not [one for one in drift(halved, held.id).alerts if one.kind == "split_suspected"]
    old, new = (
        sum((lot.quantity for account in home.accounts for lot in account.lots if lot.symbol == symbol), Decimal(0))
        for home in (held, household(halved, held.id))
    )
    assert new == 2 * old


def test_history_before_a_known_split_is_divided_so_that_no_return_is_a_split():
    from core.domain.corporate_action import CorporateAction
    from core.market.splits import jumps, without_splits

    days = pd.bdate_range("2026-03-02", periods=6)
    closes = pd.DataFrame({"AAA": [300.0, 303, 306, 102, 101, 103], "BBB": np.linspace(10, 11, 6)}, index=days)
    (jump,) = jumps(closes, {})
    assert (jump.symbol, jump.day, jump.ratio) == ("AAA", date(2026, 3, 5), 3.0)
    whole = without_splits(closes, [CorporateAction("AAA", date(2026, 3, 5), "split", Decimal(3))])
    assert whole["AAA"].tolist() == [100.0, 101.0, 102.0, 102.0, 101.0, 103.0]
    assert without_splits(whole, [CorporateAction("AAA", date(2026, 3, 5), "split", Decimal(3))]).equals(whole)
    assert jumps(whole, {"BBB": (date(2026, 3, 10), 5.5)})[0].symbol == "BBB"


@pytest.mark.parametrize(
    ("moment", "today", "closed"),
    [
        ("2026-11-20T20:59:00Z", "2026-11-20", "2026-11-19"),
        ("2026-11-20T21:00:00Z", "2026-11-20", "2026-11-20"),
        ("2026-11-21T03:00:00Z", "2026-11-20", "2026-11-20"),
        ("2026-11-22T15:00:00Z", "2026-11-22", "2026-11-20"),
        ("2026-11-27T15:00:00Z", "2026-11-27", "2026-11-25"),
        ("2026-07-06T20:00:00Z", "2026-07-06", "2026-07-06"),
    ],
)
def test_the_day_is_new_york_s_and_a_price_is_fresh_until_the_next_close(desk, moment, today, closed):
    """Thanksgiving, a weekend, the evening in London, summer time: before the close no later price could be there."""
    live = replace(desk, book=BookCard("Live", None), clock=lambda: datetime.fromisoformat(moment))
    assert (live.today().isoformat(), live.last_close().isoformat()) == (today, closed)
    price = (date.fromisoformat(closed), Decimal(10))
    fresh = asked(Fixed(price), ["VTI"], live.today(), closed=live.last_close())
    assert (fresh.stale(live.today()), fresh.stale_days, fresh.issues) == ({}, 0, ())
    late = asked(Fixed((price[0] - timedelta(days=7), Decimal(10))), ["VTI"], live.today(), closed=live.last_close())
    assert late.stale(live.today()) and late.stale_days >= 3
    assert [one.code for one in late.issues] == ["price_stale"]


@dataclass(frozen=True)
class Fixed:
    """A feed with one price for everything, and no history."""

    price: tuple[date, Decimal]
    name: str = "fixed"
    label: str = "fixed"

    def quotes(self, symbols: Any, as_of: date) -> Quotes:
        return gather(dict.fromkeys(symbols, self.price), symbols, as_of, "fixed", "fixed")

    def history(self, symbols: Any, end: date, days: int) -> Any:
        return pd.DataFrame()
