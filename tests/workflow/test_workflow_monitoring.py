"""Looking at the book: every check kept, alerts opened and closed once on a price path, a restart in the middle."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.domain.bands import BandRule
from core.domain.errors import BadInput, NotAllowed
from core.domain.frozen_map import FrozenMap
from core.market.feed import Feed, Quotes
from core.settings import read_settings
from core.workflow import demo
from core.workflow.alerts import acknowledge, assign, open_alerts, snooze, stored_alerts
from core.workflow.bands import set_band
from core.workflow.book import book
from core.workflow.desk import BookCard, Desk
from core.workflow.drift import drift
from core.workflow.households import households
from core.workflow.monitoring import monitor
from core.workflow.monitoring_log import checks, monitoring_csv
from core.workflow.trail import verify_trail


@dataclass(frozen=True)
class Moved:
    """A recorded path: from a day on, some prices are a multiple of the demo's, or gone altogether."""

    inner: Feed
    factor: dict[str, str]
    missing: tuple[str, ...] = ()
    name: str = "recorded"
    label: str = "recorded"

    def quotes(self, symbols: Any, as_of: date) -> Quotes:
        found = self.inner.quotes(symbols, as_of)
        moved = {
            symbol: (price * Decimal(self.factor.get(symbol, "1"))).quantize(Decimal("0.01"))
            for symbol, price in found.prices.items()
            if symbol not in self.missing
        }
        return replace(found, prices=FrozenMap(moved))

    def history(self, symbols: Any, end: date, days: int) -> Any:
        return self.inner.history(symbols, end, days)


def on(desk: Desk, day: date, **moved: Any) -> Desk:
    return replace(desk, book=BookCard(desk.book.title, day), feed=Moved(demo.demo_feed(), **moved))


def breaches_of(desk: Desk, household: str) -> set[str]:
    return {one.subject for one in drift(desk, household).readings if one.standing == "outside"}


def standing(desk: Desk, household: str) -> set[str]:
    found = stored_alerts(desk).get(household, ())
    return {one.key.split(":")[2] for one in found if one.kind == "breach" and one.state != "closed"}


def test_on_a_price_path_each_breach_is_one_alert_over_a_restart(tmp_path: Path) -> None:
    settings = read_settings({"PLUMBLINE_HOME": str(tmp_path)})
    advisor = demo.person_for("advisor")
    desk = demo.fill(Desk.open(settings)).acting_as(advisor)
    home = households(desk)[0].id
    path = [("1", 20), ("0.55", 23), ("0.55", 24), ("1", 25), ("0.55", 27)]
    for factor, day in path:
        desk = Desk.open(settings, actor=advisor)
        today = on(desk, date(2026, 11, day), factor={"VTI": factor, "VOO": factor, "ITOT": factor, "SCHB": factor})
        monitor(today)
        monitor(today)
        assert standing(today, home) == breaches_of(today, home)
    kinds = [event.kind for event in desk.store.events() if event.entity == "alert"]
    keys = [one.key for one in open_alerts(desk)]
    assert len(keys) == len(set(keys))
    assert "alert.closed" in kinds and kinds.count("alert.opened") > kinds.count("alert.closed")
    assert len(checks(desk, home, date(2026, 11, 20), date(2026, 11, 27))) == 10
    assert verify_trail(desk.acting_as(demo.person_for("compliance"))).ok


@pytest.fixture
def desk() -> Desk:
    return Desk.sample()


def test_every_household_and_account_is_checked_and_calm_ones_are_logged_too(desk):
    seen = monitor(desk)
    held = {one.id: one for one in households(desk)}
    assert {check.household for check in seen.checks} == set(held)
    for check in seen.checks:
        assert set(check.accounts) == {account.id for account in held[check.household].accounts}
        assert len(check.metrics) > 38
        assert (check.result == "breach") == any(one.standing == "outside" for one in check.readings)
        assert check.snapshot.startswith("sha256:")
    assert "no breach" in {check.result for check in seen.checks}
    assert {alert.key for alert in seen.standing} == {alert.key for alert in book(desk).alerts}


def test_a_limit_on_a_metric_raises_an_alert_that_the_book_keeps_showing(desk):
    held = households(desk)[0]
    set_band(desk, "household", held.id, "volatility", BandRule("limit", high=0.01), 0)
    seen = monitor(desk)
    (alert,) = [one for one in seen.opened if one.kind == "metric_breach"]
    assert alert.sentence.startswith("Volatility is ")
    assert alert.key in {one.key for one in book(desk).alerts}
    set_band(desk, "household", held.id, "volatility", BandRule("limit", high=0.9), 1)
    assert alert.key in {one.key for one in monitor(desk).closed}


def test_a_limit_on_an_account_raises_an_alert_for_that_account_alone(desk):
    held = households(desk)[0]
    account = held.accounts[0].id
    set_band(desk, "account", f"{held.id}/{account}", "top_ten", BandRule("limit", high=0.01), 0)
    seen = monitor(desk)
    (alert,) = [one for one in seen.opened if one.kind == "account_breach"]
    assert alert.key.endswith(f"account_breach:{account}:top_ten")
    check = next(one for one in seen.checks if one.household == held.id)
    assert check.accounts[account].outside == ("top_ten",)
    assert not monitor(desk).opened


def test_a_household_that_cannot_be_priced_fails_by_name_and_keeps_its_alerts(desk):
    monitor(desk)
    before = {one.key for one in open_alerts(desk)}
    broken = on(desk, desk.today(), factor={}, missing=("VTI", "BND", "VXUS", "VEA", "VWO"))
    seen = monitor(broken)
    failed = [check for check in seen.checks if check.result == "failed"]
    assert failed and all("price" in check.problem for check in failed)
    names = {check.household for check in failed}
    assert {key for key in before if key.split(":")[0] in names} <= {one.key for one in open_alerts(broken)}


def test_people_acknowledge_snooze_and_assign_and_a_snoozed_alert_wakes(desk):
    monitor(desk)
    first, second, third, *_ = open_alerts(desk)
    assert acknowledge(desk, first.key, "seen").state == "acknowledged"
    assert snooze(desk, second.key, date(2026, 11, 30)).state == "snoozed"
    assert assign(desk, third.key, demo.person_for("compliance").id).person == demo.person_for("compliance").id
    monitor(desk)
    by_key = {one.key: one for one in open_alerts(desk)}
    assert [by_key[one.key].state for one in (first, second, third)] == ["acknowledged", "snoozed", "assigned"]
    monitor(replace(desk, book=BookCard("", date(2026, 11, 30))))
    assert {one.key: one.state for one in open_alerts(desk)}.get(second.key, "open") == "open"
    with pytest.raises(BadInput):
        snooze(desk, first.key, date(2026, 11, 1))
    with pytest.raises(NotAllowed):
        acknowledge(desk.acting_as(demo.person_for("admin")), first.key)


def test_the_log_of_a_client_and_period_is_a_table_and_an_event(desk):
    monitor(desk)
    home = households(desk)[0].id
    lines = monitoring_csv(desk, home, date(2026, 11, 1), date(2026, 11, 30)).decode().splitlines()
    assert lines[0].startswith("checked_at,as_of,prices_as_of")
    assert any(",volatility," in line for line in lines)
    assert any(",VTI,297.42,price," in line for line in lines)
    assert {line.count(",") for line in lines if '"' not in line} == {16}
    assert len(monitoring_csv(desk, home, date(2025, 1, 1), date(2025, 1, 2)).decode().splitlines()) == 1
    assert "monitor.exported" in {event.kind for event in desk.store.events()}


@dataclass
class Meanwhile:
    """The demo's market; while it is asked for the first time, somebody else looks at the book."""

    desk: Desk
    name: str = "simulated"
    label: str = "simulated"
    done: bool = False

    def quotes(self, symbols: Any, as_of: date) -> Any:
        if not self.done:
            self.done = True
            monitor(self.desk)
        return self.desk.feed.quotes(symbols, as_of)

    def history(self, symbols: Any, end: date, days: int) -> Any:
        return self.desk.feed.history(symbols, end, days)


def test_a_look_that_somebody_else_overtook_is_made_again_and_opens_nothing_twice(desk):
    seen = monitor(replace(desk, feed=Meanwhile(desk)))
    assert not seen.opened and seen.standing
    kinds = [event.kind for event in desk.store.events() if event.entity == "alert"]
    assert kinds == ["alert.opened"] * len(seen.standing)
