"""The reference files, the calendar and the settings' feed: sane, sourced, and cheap to import."""

import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal

import pytest

from core.domain.errors import BadInput, UnknownName
from core.market.asset_classes import asset_classes, labels, leaves
from core.market.calendar import FIRST, LAST, is_session, next_session, previous_session, sessions, sessions_between
from core.market.feeds import named_feed
from core.market.files import FileFeed
from core.market.frame import as_array, weights_by_symbol
from core.market.market_model import market_model
from core.market.securities import facts, known, security
from core.market.simulated import SimulatedFeed
from core.market.yahoo import YahooFeed
from core.settings import REFERENCE, read_settings


def test_classes_stand_in_their_order_on_the_screen():
    assert list(labels().items()) == [
        ("us_equity", "US equity"), ("intl_developed", "Intl dev."), ("emerging", "Emerging"), ("us_bond", "US bonds"),
        ("tips", "TIPS"), ("intl_bond", "Intl bonds"), ("real_estate", "Real estate"),
        ("alternatives", "Alternatives"), ("cash", "Cash"),
    ]  # fmt: skip
    assert {leaf.asset_class for leaf in leaves().values()} == {row.name for row in asset_classes()}


def test_there_are_more_than_a_hundred_securities_and_each_looks_through_to_one():
    assert len(known()) >= 100
    for one in known().values():
        assert sum(one.mix.values()) == pytest.approx(1)
        assert sum(one.classes.values()) == pytest.approx(1)
        assert set(one.classes) <= set(labels())


def test_every_fact_is_in_its_range_and_says_where_it_comes_from():
    for one in known().values():
        assert 0 <= one.expense_ratio < 0.02
        assert 0 <= one.dividend_yield < 0.12
        assert 0 <= one.qualified <= 1
        assert 0 <= one.tax_exempt <= 1
        assert 0 <= one.spread < 0.001
        assert one.list_price > 0
        assert one.source
        assert one.as_of
        assert one.certainty in ("sourced", "mixed")
        assert one.fractional == (one.asset_type in ("mutual_fund", "money_market"))


def test_a_substitute_is_never_of_the_same_portfolio_or_index():
    for one in known().values():
        for symbol in one.substitutes:
            other = facts(symbol)
            assert (one.identical_group or one.symbol) != (other.identical_group or other.symbol)
            assert one.same_index is None or one.same_index != other.same_index


def test_share_classes_of_one_portfolio_are_one_group():
    assert facts("VXUS").identical_group == facts("VTIAX").identical_group == "vanguard-total-intl"
    assert facts("SPY").identical_group is None
    assert facts("SPY").same_index == facts("VOO").same_index == facts("VFIAX").same_index


def test_the_file_ships_no_licensed_identifier():
    header = (REFERENCE / "securities.csv").read_text(encoding="utf-8").splitlines()[0]
    assert "cusip" not in header
    assert "isin" not in header


def test_a_security_for_the_engine_carries_its_facts():
    one = security("VTI", Decimal("251.10"))
    assert (one.price, one.group, one.substitutes[0]) == (Decimal("251.10"), "vanguard-total-us", "ITOT")
    assert one.classes == {"us_equity": 1.0}


def test_an_unknown_symbol_offers_the_nearest():
    with pytest.raises(UnknownName, match="Did you mean"):
        facts("VTIX")


def test_every_leaf_moves_with_known_factors():
    factors = set(market_model().factors)
    assert all(set(leaf.factors) <= factors for leaf in leaves().values())


def test_the_closures_file_agrees_with_the_calendar_library():
    calendars = pytest.importorskip("exchange_calendars")
    library = calendars.get_calendar("XNYS", start=FIRST, end=LAST + timedelta(days=31))
    expected = [day.date() for day in library.sessions_in_range("2016-01-04", LAST.isoformat())]
    assert list(sessions(date(2016, 1, 4), LAST)) == expected


def test_outside_the_file_the_library_is_asked():
    assert not is_session(date(2012, 10, 29))  # Hurricane Sandy
    assert len(sessions(date(2012, 10, 26), date(2012, 11, 2))) == 4


def test_sessions_around_a_holiday():
    assert previous_session(date(2026, 11, 22)) == date(2026, 11, 20)
    assert next_session(date(2026, 11, 25)) == date(2026, 11, 27)
    assert sessions_between(date(2026, 11, 25), date(2026, 11, 30)) == 2
    assert sessions_between(date(2026, 11, 30), date(2026, 11, 25)) == 0
    with pytest.raises(BadInput):
        sessions(date(2026, 2, 1), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("name", "kind"), [("simulated", SimulatedFeed), ("yahoo", YahooFeed), ("file:prices.csv", FileFeed)]
)
def test_the_settings_name_the_feed(name: str, kind: type):
    assert isinstance(named_feed(read_settings({"PLUMBLINE_HOME": ".", "PLUMBLINE_FEED": name})), kind)


@pytest.mark.parametrize("name", ["bloomberg", "file", "file:"])
def test_an_unknown_feed_is_refused(name: str):
    with pytest.raises(UnknownName, match="Known: simulated, yahoo, file:PATH"):
        named_feed(read_settings({"PLUMBLINE_HOME": ".", "PLUMBLINE_FEED": name}))


def test_prices_on_a_day_need_no_heavy_library():
    program = (
        "import sys; from datetime import date; from core.market import feed, feeds, securities, asset_classes; "
        "from core.market.simulated import SimulatedFeed; SimulatedFeed().quotes(['VTI'], date(2026, 11, 20)); "
        "print([name for name in ('yfinance', 'exchange_calendars', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=REFERENCE.parents[1]
    )
    assert done.stdout.strip() == "[]"


def test_exact_numbers_become_floats_in_one_place():
    assert as_array([Decimal("1.5"), None]).tolist()[0] == 1.5
    assert str(as_array([None]).tolist()[0]) == "nan"
    assert weights_by_symbol((), {}) == {"cash": 0.0}
