"""The simulated market: the same everywhere, with the moments it promises, and labelled as what it is."""

import hashlib
import math
from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from core.market.market_model import market_model
from core.market.returns import complete, daily_returns
from core.market.securities import known
from core.market.simulated import SimulatedFeed, factor_returns, path, session_days, storm_days

BOOK_DATE = date(2026, 11, 20)
FEED = SimulatedFeed()


def test_the_series_are_the_same_on_every_machine():
    """A change of this hash is a change of every price in the demo book: regenerate the demo with it."""
    digest = hashlib.sha256()
    for symbol in sorted(known()):
        cents = np.rint(path(symbol, market_model().seed).closes * 100).astype("<i8")
        digest.update(symbol.encode() + cents.tobytes())
    assert digest.hexdigest() == "dc20fb3503a9075caf9a2e94f6594961a2b86cd5f1ca8b37942087ee28a03b42"


def test_another_seed_is_another_market():
    ours, other = FEED.quotes(["VTI"], date(2020, 6, 1)), SimulatedFeed(seed=7).quotes(["VTI"], date(2020, 6, 1))
    assert ours.prices["VTI"] != other.prices["VTI"]


def test_every_security_closes_at_its_list_price_on_the_book_date():
    quotes = FEED.quotes(list(known()), BOOK_DATE)
    assert not quotes.issues
    assert quotes.label == "simulated"
    assert quotes.as_of == BOOK_DATE
    assert quotes.stale_days == 0
    assert quotes.prices == {symbol: facts.list_price for symbol, facts in known().items()}


def test_a_weekend_asks_for_friday_and_is_not_stale():
    quotes = FEED.quotes(["BND"], date(2026, 11, 22))
    assert (quotes.as_of, quotes.stale_days, quotes.prices["BND"]) == (BOOK_DATE, 0, Decimal("73.08"))


def test_an_unknown_symbol_is_an_issue_and_never_a_price():
    quotes = FEED.quotes(["VTI", "ZZZZ"], BOOK_DATE)
    assert set(quotes.prices) == {"VTI"}
    assert [(issue.severity, issue.where, issue.code) for issue in quotes.issues] == [
        ("error", "ZZZZ", "price_missing")
    ]


def test_after_its_last_day_the_market_says_how_stale_it_is():
    quotes = FEED.quotes(["VTI"], date(2029, 1, 5))
    assert quotes.as_of == market_model().end
    assert quotes.stale_days == 4
    assert {issue.code for issue in quotes.issues} == {"price_stale"}


def test_before_its_first_day_there_is_no_price():
    assert not FEED.quotes(["VTI"], date(2015, 12, 31)).prices


def test_history_ends_on_the_day_asked_for_and_has_the_columns_asked_for():
    closes = FEED.history(["BND", "VTI", "ZZZZ"], BOOK_DATE, 1512)
    assert list(closes.columns) == ["BND", "VTI", "ZZZZ"]
    assert closes.shape == (1512, 3)
    assert closes.index[-1] == pd.Timestamp(BOOK_DATE)
    assert closes["ZZZZ"].isna().all()
    assert closes[["BND", "VTI"]].notna().all().all()
    assert closes["VTI"].iloc[-1] == pytest.approx(297.42)


def test_adjusted_closes_earn_the_dividend_that_quoted_closes_pay_out():
    years = len(session_days()[: session_days().index(BOOK_DATE) + 1]) / 252
    series = path("VTI", market_model().seed)
    end = session_days().index(BOOK_DATE)
    quoted, adjusted = (math.log(closes[end] / closes[0]) / years for closes in (series.closes, series.adjusted))
    assert adjusted - quoted == pytest.approx(known()["VTI"].dividend_yield, abs=0.001)


def test_factors_have_the_mean_the_model_promises():
    end = session_days().index(market_model().anchor) + 1
    for name, daily in factor_returns(market_model().seed).items():
        assert daily[:end].mean() * 252 == pytest.approx(market_model().annual_return[name], abs=1e-9)


@pytest.mark.parametrize("state", [0, 1], ids=["calm", "storm"])
def test_factors_have_the_volatility_and_correlation_of_each_state(state: int):
    model = market_model()
    rows = storm_days(model.seed) == bool(state)
    returns = np.array([factor_returns(model.seed)[name][rows] for name in model.factors])
    promised = np.array([model.volatility[name][state] for name in model.factors])
    assert returns.std(axis=1, ddof=1) * math.sqrt(252) == pytest.approx(promised, rel=0.15)
    triangle = model.correlations[state]
    found = np.corrcoef(returns)
    error = [abs(found[row, col] - triangle[row][col]) for row in range(len(triangle)) for col in range(row)]
    assert np.mean(error) < 0.04
    assert max(error) < 0.20


def test_tails_are_fat_and_crashes_happen():
    closes = FEED.history(["VTI"], BOOK_DATE, 2700)["VTI"]
    daily = closes.pct_change().dropna()
    assert daily.kurt() > 3
    assert (closes / closes.cummax() - 1).min() < -0.20


def test_substitutes_move_together():
    returns = complete(daily_returns(FEED.history(["VTI", "ITOT", "BND", "AGG", "VXUS", "IXUS"], BOOK_DATE, 1512)))
    correlation = returns.corr()
    assert correlation.loc["VTI", "ITOT"] > 0.99
    assert correlation.loc["BND", "AGG"] > 0.97
    assert correlation.loc["VXUS", "IXUS"] > 0.99
    assert abs(correlation.loc["VTI", "BND"]) < 0.3


def test_the_share_classes_of_one_portfolio_earn_alike():
    returns = daily_returns(FEED.history(["VXUS", "VTIAX"], BOOK_DATE, 500))
    assert (returns["VXUS"] - returns["VTIAX"]).abs().max() < 1e-4


def test_a_money_market_share_is_a_dollar_on_every_day():
    assert set(path("SPAXX", market_model().seed).closes) == {1.0}
