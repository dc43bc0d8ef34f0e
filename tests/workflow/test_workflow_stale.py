"""A price that is behind the day is named and never passes."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from core.domain.breach import Alert
from core.market.feed import Feed, Quotes, gather
from core.workflow.book import book
from core.workflow.desk import Desk
from core.workflow.drift import drift
from core.workflow.households import households
from core.workflow.saving import Put, save


@dataclass(frozen=True)
class Lagging:
    """A feed whose prices of some symbols stopped on a day."""

    inner: Feed
    stuck: dict[str, date]
    name: str = "lagging"
    label: str = "lagging"

    def quotes(self, symbols: Any, as_of: date) -> Quotes:
        fresh = self.inner.quotes(symbols, as_of)
        found = {symbol: (self.stuck.get(symbol, as_of), price) for symbol, price in fresh.prices.items()}
        return gather(found, symbols, as_of, "lagging", "lagging")

    def history(self, symbols: Any, end: date, days: int) -> Any:
        return self.inner.history(symbols, end, days)


def held_symbols(desk: Desk, household: str) -> dict[str, Decimal]:
    found = next(one for one in households(desk) if one.id == household)
    return {lot.symbol: lot.quantity for account in found.accounts for lot in account.lots}


def test_a_class_whose_price_is_behind_reads_unknown_and_raises_alerts() -> None:
    desk = Desk.sample()
    household = households(desk)[0].id
    stuck = dict.fromkeys(held_symbols(desk, household), date(2026, 11, 12))
    view = drift(replace(desk, feed=Lagging(desk.feed, stuck)), household)
    assert {reading.standing for reading in view.readings if reading.value > 0 and reading.subject != "cash"} == {
        "unknown"
    }
    kinds = {alert.kind for alert in view.alerts}
    assert {"stale_price", "unknown_standing"} <= kinds
    assert not any(breach.reading.standing == "inside" for breach in view.breaches)


def test_fresh_prices_say_nothing_of_staleness() -> None:
    desk = Desk.sample()
    assert not [alert for alert in book(desk).alerts if alert.kind in ("stale_price", "unknown_standing")]


def test_an_alert_that_is_stored_keeps_its_date_and_state() -> None:
    desk = Desk.sample()
    first = next(alert for alert in book(desk).alerts if alert.kind == "breach")
    kept = replace(first, since=date(2026, 8, 3), state="acknowledged", person="p", version=1)
    save(desk, "alert.opened", Put("alert", "A-1", 1, kept, client=kept.household))
    (again,) = [alert for alert in book(desk).alerts if alert.key == first.key]
    assert isinstance(again, Alert)
    assert (again.since, again.state, again.person) == (date(2026, 8, 3), "acknowledged", "p")
