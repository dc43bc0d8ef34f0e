"""The parameters of the simulated market, read from `data/reference/simulated_market.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from core.domain.frozen_map import FrozenMap
from core.market.securities import SecurityFacts
from core.settings import REFERENCE

Pair = tuple[float, float]
"""One number for the calm state and one for the storm."""


@dataclass(frozen=True, slots=True)
class MarketModel:
    """Two states (calm, storm) of a market of factors; returns and volatilities are annual.

    leave : chance a day of leaving each state; tail_degrees : Student t degrees of freedom in each
    annual_return : factor -> long-run arithmetic mean; state_return : factor -> mean in each state
    volatility : factor -> in each state; correlations : per state, lower triangle in the order of `factors`
    own_volatility : asset type -> what a security adds; special : symbol -> (beta, own volatility)
    """

    seed: int
    start: date
    anchor: date
    end: date
    leave: Pair
    tail_degrees: Pair
    factors: tuple[str, ...]
    annual_return: FrozenMap[float]
    state_return: FrozenMap[Pair]
    volatility: FrozenMap[Pair]
    correlations: tuple[tuple[tuple[float, ...], ...], tuple[tuple[float, ...], ...]]
    own_volatility: FrozenMap[float]
    special: FrozenMap[Pair]
    source: str

    def beta_and_own(self, facts: SecurityFacts) -> Pair:
        """How strongly a security moves with its factors, and its own annual volatility."""
        return self.special.get(facts.symbol) or (1.0, self.own_volatility[facts.asset_type])


@cache
def market_model() -> MarketModel:
    """The product's own model."""
    plain = tomllib.loads((REFERENCE / "simulated_market.toml").read_text(encoding="utf-8"))
    factors = tuple(plain["factors"])
    leave = _pair(plain["regimes"]["leave"])
    storm = leave[0] / sum(leave)
    rows = plain["factors"]
    return MarketModel(
        seed=plain["seed"],
        start=plain["start"],
        anchor=plain["anchor"],
        end=plain["end"],
        leave=leave,
        tail_degrees=_pair(plain["regimes"]["tail_degrees"]),
        factors=factors,
        annual_return=FrozenMap({name: row[0] for name, row in rows.items()}),
        state_return=FrozenMap({name: ((row[0] - storm * row[1]) / (1 - storm), row[1]) for name, row in rows.items()}),
        volatility=FrozenMap({name: (row[2], row[3]) for name, row in rows.items()}),
        correlations=(_triangle(plain["correlations_calm"], factors), _triangle(plain["correlations_storm"], factors)),
        own_volatility=FrozenMap(plain["own_volatility"]),
        special=FrozenMap({symbol: _pair(row) for symbol, row in plain["special"].items()}),
        source=plain["source"],
    )


def _pair(row: Any) -> Pair:
    first, second = row
    return (float(first), float(second))


def _triangle(rows: Mapping[str, list[float]], factors: tuple[str, ...]) -> tuple[tuple[float, ...], ...]:
    return tuple((*(float(entry) for entry in rows[name]), 1.0) for name in factors)
