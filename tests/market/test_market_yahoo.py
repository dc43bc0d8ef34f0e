"""Yahoo's ways of failing, each a named issue and never a price. A small stand-in takes the package's place."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from core.domain.corporate_action import CorporateAction
from core.market.asking import asked
from core.market.feed import Quotes, gather
from core.market.yahoo import FeedUnavailable, YahooFeed

FRIDAY = date(2026, 11, 20)


class OwnError(Exception):
    """What the stand-in raises as its own kind."""


class Exceptions:
    """The stand-in's `exceptions` module."""

    YFException = OwnError


@dataclass
class FakeYahoo:
    """Answers every download with one frame, or raises; remembers what it was asked."""

    answer: Any
    asked: dict[str, Any] = field(default_factory=dict)
    exceptions: type = Exceptions
    cache: str = ""

    def download(self, tickers: list[str], **options: Any) -> Any:
        self.asked = {"tickers": tickers, **options}
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def set_tz_cache_location(self, cache_dir: str) -> None:
        self.cache = cache_dir


@dataclass
class FileOf:
    """A feed of fixed prices without history."""

    prices: dict[str, Decimal]
    name: str = "fixed"
    label: str = "fixed"

    def quotes(self, symbols: Any, as_of: date) -> Quotes:
        return gather({name: (as_of, self.prices[name]) for name in symbols}, symbols, as_of, "fixed", "fixed")

    def history(self, symbols: Any, end: date, days: int) -> Any:
        return pd.DataFrame()


def frame(closes: dict[str, list[float]], days: list[str]) -> pd.DataFrame:
    """What yfinance gives: columns (field, ticker), an index of days."""
    columns = pd.MultiIndex.from_product([["Close", "Volume"], list(closes)], names=["Price", "Ticker"])
    values = [[*row, *([1000] * len(row))] for row in zip(*closes.values(), strict=True)]
    return pd.DataFrame(values, index=pd.DatetimeIndex(days, tz="America/New_York"), columns=columns)


def ask(answer: Any, symbols: list[str], as_of: date = FRIDAY):
    """Quotes of a feed that gets that answer."""
    return YahooFeed(load=lambda: FakeYahoo(answer)).quotes(symbols, as_of)


def test_closes_are_taken_and_share_classes_translated():
    fake = FakeYahoo(frame({"BRK-B": [495.1, 496.849998], "VTI": [296.0, 297.42]}, ["2026-11-19", "2026-11-20"]))
    quotes = YahooFeed(load=lambda: fake).quotes(["VTI", "BRK.B"], FRIDAY)
    assert quotes.prices == {"VTI": Decimal("297.42"), "BRK.B": Decimal("496.85")}
    assert (quotes.as_of, quotes.stale_days, quotes.issues, quotes.label) == (FRIDAY, 0, (), "Yahoo")
    assert fake.asked["tickers"] == ["BRK-B", "VTI"]
    assert fake.asked["auto_adjust"] is False
    assert fake.asked["end"] == "2026-11-21"


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (None, "empty table"),
        (pd.DataFrame(), "empty table"),
        (frame({"VTI": [np.nan, np.nan]}, ["2026-11-19", "2026-11-20"]), "holds no close"),
        (frame({"VTI": [0.0, 0.0]}, ["2026-11-19", "2026-11-20"]), "holds no close"),
        (pd.DataFrame({"Volume": [1]}, index=pd.DatetimeIndex(["2026-11-20"])), "without a column of closes"),
        (ConnectionError("offline"), "could not be asked: ConnectionError"),
        (KeyError("currentTradingPeriod"), "could not be asked: KeyError"),
        (OwnError("rate limited"), "could not be asked: OwnError"),
    ],
)
def test_a_hollow_answer_is_a_named_failure_and_no_price(answer: Any, says: str):
    quotes = ask(answer, ["VTI"])
    assert not quotes.prices
    assert [issue.code for issue in quotes.issues] == ["feed_failed", "price_missing"]
    assert says in quotes.issues[0].message
    assert all(issue.severity == "error" for issue in quotes.issues)


def test_a_ticker_that_is_missing_or_all_nan_is_named_while_the_others_are_given():
    answer = frame({"VTI": [297.42], "BND": [np.nan]}, ["2026-11-20"])
    quotes = ask(answer, ["VTI", "BND", "VXUS"])
    assert set(quotes.prices) == {"VTI"}
    assert [(issue.where, issue.code) for issue in quotes.issues] == [
        ("BND", "price_missing"),
        ("VXUS", "price_missing"),
    ]


def test_an_old_close_is_given_with_its_age():
    quotes = ask(frame({"VTI": [290.0, np.nan]}, ["2026-11-12", "2026-11-20"]), ["VTI"])
    assert quotes.prices == {"VTI": Decimal("290.00")}
    assert (quotes.as_of, quotes.stale_days) == (date(2026, 11, 12), 6)
    assert quotes.issues[0].code == "price_stale"


def test_a_close_after_the_day_asked_for_is_not_looked_at():
    quotes = ask(frame({"VTI": [297.42, 310.0]}, ["2026-11-20", "2026-11-23"]), ["VTI"])
    assert quotes.prices == {"VTI": Decimal("297.42")}


def test_without_the_package_the_feed_says_so():
    def missing():
        raise FeedUnavailable("yfinance is not installed; choose another price feed in the settings")

    quotes = YahooFeed(load=missing).quotes(["VTI"], FRIDAY)
    assert quotes.issues[0].code == "feed_unavailable"
    assert not quotes.prices


def test_a_split_that_yahoo_reports_is_named_though_its_closes_show_no_jump():
    """Yahoo rewrites the closes of before a split, so only its own word tells that lots count the old shares."""
    days = ["2026-10-01", "2026-10-02", "2026-11-20"]
    answer = frame({"NVDA": [49.9, 50.2, 51.0], "VTI": [290.0, 291.0, 297.42]}, days)
    answer["Stock Splits", "NVDA"], answer["Stock Splits", "VTI"] = [0.0, 4.0, 0.0], [0.0, np.nan, 0.0]
    feed = YahooFeed(load=lambda: FakeYahoo(answer))
    quotes = asked(feed, ["NVDA", "VTI"], FRIDAY)
    assert quotes.jumps == {"NVDA": date(2026, 10, 2)}
    (told,) = [one for one in quotes.issues if one.code == "split_suspected"]
    assert told.message == "Yahoo reports a split of NVDA, 4 for 1, on 2026-10-02"
    said = CorporateAction("NVDA", date(2026, 10, 2), "split", Decimal(4), "Jules", "the issuer's notice")
    assert not asked(feed, ["NVDA", "VTI"], FRIDAY, (said,)).jumps
    dividend = CorporateAction("NVDA", date(2026, 10, 2), "dividend", Decimal(1), "Jules", "the issuer's notice")
    assert asked(feed, ["NVDA", "VTI"], FRIDAY, (dividend,)).jumps


def test_a_price_of_nothing_is_doubted():
    quotes = asked(FileOf({"AAA": Decimal(0)}), ["AAA"], FRIDAY)
    assert quotes.jumps == {"AAA": FRIDAY}
    assert "given as $0.00" in quotes.issues[-1].message


def test_history_is_adjusted_and_keeps_the_columns_asked_for():
    fake = FakeYahoo(frame({"VTI": [296.0, 297.42]}, ["2026-11-19", "2026-11-20"]))
    closes = YahooFeed(load=lambda: fake).history(["VXUS", "VTI"], FRIDAY, 252)
    assert fake.asked["auto_adjust"] is True
    assert list(closes.columns) == ["VXUS", "VTI"]
    assert closes["VTI"].tolist() == [296.0, 297.42]
    assert closes["VXUS"].isna().all()
    assert closes.index.tz is None


def test_history_of_a_failure_is_empty():
    assert YahooFeed(load=lambda: FakeYahoo(None)).history(["VTI"], FRIDAY, 252).shape == (0, 1)


def test_what_yahoo_keeps_lies_in_the_folder_of_the_settings(tmp_path: Path):
    fake = FakeYahoo(frame({"VTI": [297.42]}, ["2026-11-20"]))
    YahooFeed(cache=tmp_path / "yahoo", load=lambda: fake).quotes(["VTI"], FRIDAY)
    assert fake.cache == str(tmp_path / "yahoo")
    assert (tmp_path / "yahoo").is_dir()


def test_the_real_package_has_the_calls_this_feed_uses():
    yfinance = pytest.importorskip("yfinance")
    assert callable(yfinance.download)
    assert callable(yfinance.set_tz_cache_location)
    assert issubclass(yfinance.exceptions.YFRateLimitError, yfinance.exceptions.YFException)
