"""The simulated market: seeded, the same on every machine, labelled "simulated" wherever it is shown.

Two-state Markov switching over a set of factors with Student t tails (`data/reference/simulated_market.toml`).
A security is its look-through mix of factors plus a path of its own; the share classes of one fund share one
path. Every path is rebased so that the close on the anchor day is the security's list price.
"""

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.market.asset_classes import leaves
from core.market.calendar import previous_session, sessions
from core.market.feed import Quotes, gather
from core.market.market_model import MarketModel, market_model
from core.market.securities import SecurityFacts, known

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
DAYS = 252
"""Sessions a year: annual figures become daily ones by it."""


@dataclass(frozen=True, slots=True)
class SimulatedFeed:
    """Prices of the simulated market; another `seed` is another market."""

    seed: int | None = None
    name: str = "simulated"
    label: str = "simulated"

    def quotes(self, symbols: Sequence[str], as_of: date) -> Quotes:
        """Closing prices of the last session on or before `as_of` (not adjusted for dividends)."""
        model = market_model()
        found: dict[str, tuple[date, Decimal]] = {}
        days = session_days()
        day = min(previous_session(as_of), days[-1])
        if day >= model.start:
            row = days.index(day)
            for symbol in symbols:
                if symbol in known():
                    found[symbol] = (day, Decimal(f"{path(symbol, self._seed).closes[row]:.2f}"))
        return gather(found, symbols, as_of, "the simulated market", self.label)

    def history(self, symbols: Sequence[str], end: date, days: int) -> "pd.DataFrame":
        """Adjusted closes (date x symbol) of the last `days` sessions up to `end`; unknown symbols are NaN."""
        import pandas as pd

        dates = session_days()
        last = sum(1 for day in dates if day <= end)
        rows = slice(max(0, last - days), last)
        columns = {
            symbol: path(symbol, self._seed).adjusted[rows] if symbol in known() else np.nan
            for symbol in dict.fromkeys(symbols)
        }
        return pd.DataFrame(columns, index=pd.DatetimeIndex(dates[rows], name="date"), dtype="float64")

    @property
    def _seed(self) -> int:
        return market_model().seed if self.seed is None else self.seed


@dataclass(frozen=True, slots=True)
class Path:
    """Daily closes of one security, in dollars: as quoted, and adjusted for its dividends."""

    closes: Floats
    adjusted: Floats


@lru_cache(maxsize=1)
def session_days() -> tuple[date, ...]:
    """The sessions that the simulated market covers."""
    model = market_model()
    return sessions(model.start, model.end)


@lru_cache(maxsize=1024)
def path(symbol: str, seed: int) -> Path:
    """The path of a symbol: total return for the adjusted closes, less what it pays out for the quoted ones."""
    facts = known()[symbol]
    model = market_model()
    beta, own_volatility = model.beta_and_own(facts)
    returns = np.zeros(len(session_days()))
    expected = 0.0
    for leaf, weight in facts.mix.items():
        for factor, load in leaves()[leaf].factors.items():
            returns += (beta * weight * load) * factor_returns(seed)[factor]
            expected += beta * weight * load * model.annual_return[factor]
    returns += _own_returns(facts, own_volatility, seed)
    payout = min(facts.dividend_yield, max(expected, 0.0)) / DAYS
    if facts.asset_type == "money_market":
        returns[:] = payout
    return Path(closes=_rebased(returns - payout, facts.list_price, 2), adjusted=_rebased(returns, facts.list_price, 4))


@lru_cache(maxsize=8)
def factor_returns(seed: int) -> dict[str, Floats]:
    """Simple daily total returns of every factor; their mean up to the anchor is the model's own."""
    model = market_model()
    storm = storm_days(seed)
    shocks = _correlated(model, storm, seed)
    returns: dict[str, Floats] = {}
    for column, name in enumerate(model.factors):
        calm_mean, storm_mean = (value / DAYS for value in model.state_return[name])
        calm_vol, storm_vol = (value / math.sqrt(DAYS) for value in model.volatility[name])
        drift = np.where(storm, storm_mean, calm_mean)
        daily = drift + np.where(storm, storm_vol, calm_vol) * shocks[:, column]
        returns[name] = daily + (model.annual_return[name] / DAYS - _mean_to_anchor(daily))
    return returns


@lru_cache(maxsize=8)
def storm_days(seed: int) -> NDArray[np.bool_]:
    """Whether the market is in the storm, session by session; it starts calm."""
    leave = market_model().leave
    draws = _generator(seed, "regime").random(len(session_days()))
    state, states = 0, np.zeros(len(draws), dtype=np.bool_)
    for row, draw in enumerate(draws):
        state = 1 - state if draw < leave[state] else state
        states[row] = state == 1
    return states


def _correlated(model: MarketModel, storm: NDArray[np.bool_], seed: int) -> Floats:
    """Student t shocks of unit variance (session x factor) with the correlations of each day's state."""
    count = len(model.factors)
    normals = _generator(seed, "factors").standard_normal((len(storm), count))
    scale = _tails(model, storm, seed)
    mixed = np.zeros_like(normals)
    for state, triangle in enumerate(model.correlations):
        rows = storm == bool(state)
        lower = _cholesky(triangle)
        for column in range(count):
            for source in range(column + 1):
                mixed[rows, column] += lower[column][source] * normals[rows, source]
    return mixed * scale[:, None]


def _tails(model: MarketModel, storm: NDArray[np.bool_], seed: int) -> Floats:
    """What turns a normal day into a Student t day of the same variance."""
    degrees = np.where(storm, model.tail_degrees[1], model.tail_degrees[0])
    chi_squared = 2.0 * _generator(seed, "tails").standard_gamma(degrees / 2.0)
    scale: Floats = np.sqrt((degrees - 2.0) / chi_squared)
    return scale


def _own_returns(facts: SecurityFacts, annual_volatility: float, seed: int) -> Floats:
    """What a security does by itself. Funds come back to their factors; stocks keep what they won or lost."""
    stream = _generator(seed, facts.identical_group or facts.symbol)
    daily = stream.standard_normal(len(session_days())) * (annual_volatility / math.sqrt(DAYS))
    return daily if facts.asset_type == "stock" else daily - _mean_to_anchor(daily)


def _rebased(returns: Floats, anchor_price: Decimal, places: int) -> Floats:
    """Closes of a path of returns that meet the anchor price on the anchor day.

    Returns are cut to a billionth first, so that the last bits of a machine's mathematics never reach a cent.
    """
    index = np.cumprod(1.0 + np.round(returns, 9))
    at_anchor = index[session_days().index(market_model().anchor)]
    closes: Floats = np.round(float(anchor_price) * index / at_anchor, places)
    return closes


def _mean_to_anchor(daily: Floats) -> float:
    rows = session_days().index(market_model().anchor) + 1
    return math.fsum(daily[:rows].tolist()) / rows


def _generator(seed: int, stream: str) -> np.random.Generator:
    """A stream of its own for each name: adding a security changes no other."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, zlib.crc32(stream.encode())])))


def _cholesky(triangle: Sequence[Sequence[float]]) -> list[list[float]]:
    """Lower Cholesky factor, in plain arithmetic so that it is the same everywhere."""
    lower: list[list[float]] = []
    for row, entries in enumerate(triangle):
        line: list[float] = []
        for column in range(row):
            known_part = math.fsum(line[k] * lower[column][k] for k in range(column))
            line.append((entries[column] - known_part) / lower[column][column])
        line.append(math.sqrt(1.0 - math.fsum(value * value for value in line)))
        lower.append(line)
    return lower
