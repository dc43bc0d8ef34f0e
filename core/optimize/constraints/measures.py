"""Limits on averages of the portfolio: income, duration, cost, or any other number of an asset; and on sectors.

A number or sector that the mandate's `assets` do not give comes from the house's table of securities, where the asset
stands there. An asset that has it nowhere is named: nothing is taken for zero.
"""

from collections.abc import Callable
from functools import partial

import numpy as np

from core.domain.errors import BadInput
from core.market.securities import SecurityFacts, known
from core.optimize.limits import CONSTRAINTS, Facts, Limit
from core.words import listing, number, percent

TABLE: dict[str, Callable[[SecurityFacts], float]] = {
    "income": lambda facts: facts.dividend_yield,
    "cost": lambda facts: facts.expense_ratio,
    "duration": lambda facts: facts.duration or 0.0,
}
"""Measures that the table of securities answers: fractions a year, and years (0 for what is no bond)."""


@CONSTRAINTS.add(lasting=True, sentence="a weighted average of the assets' own numbers lies between its bounds")
def measures(facts: Facts) -> tuple[Limit, ...]:
    """`measures.NAME`: the sum of weight x the asset's number."""
    limits: list[Limit] = []
    for name, (least, most) in facts.mandate.measures.items():
        row, show = _numbers(facts, name), _unit(name)
        limits += _between(f"measures.{name}", f"average {name}", row, least, most, show)
    return tuple(limits)


@CONSTRAINTS.add(lasting=True, sentence="each sector's weight, looking through funds, lies between its bounds")
def sector_bounds(facts: Facts) -> tuple[Limit, ...]:
    """`sector_bounds.SECTOR`: the sum of weight x share of the sector in each asset."""
    limits: list[Limit] = []
    for name, (least, most) in facts.mandate.sector_bounds.items():
        row = _each(facts, f"sector_bounds.{name}", partial(_sector, facts, name))
        limits += _between(f"sector_bounds.{name}", name, row, least, most, percent)
    return tuple(limits)


def _between(
    path: str, who: str, row: np.ndarray, least: float, most: float, show: Callable[[float], str]
) -> list[Limit]:
    low = Limit(f"{path}.min", f"{who} must be at least {show(least)}", rows=-row[None], most=np.array([-least]))
    high = Limit(f"{path}.max", f"{who} may be at most {show(most)}", rows=row[None], most=np.array([most]))
    return [low, high]


def _unit(name: str) -> Callable[[float], str]:
    if name in ("income", "cost"):
        return lambda value: percent(value, 2)
    return lambda value: number(value, 2)


def _numbers(facts: Facts, name: str) -> np.ndarray:
    return _each(facts, f"measures.{name}", partial(_measure, facts, name))


def _each(facts: Facts, path: str, value: Callable[[str], float | None]) -> np.ndarray:
    found = {symbol: value(symbol) for symbol in facts.assets.symbols}
    missing = [symbol for symbol, one in found.items() if one is None]
    if missing:
        raise BadInput(f"mandate.{path}", f"not known of {listing(missing)}; give it in `assets`")
    return np.array([one for one in found.values() if one is not None])


def _measure(facts: Facts, name: str, symbol: str) -> float | None:
    given = facts.mandate.assets.get(symbol)
    if given is not None and name in given.measures:
        return given.measures[name]
    listed = known().get(symbol)
    return TABLE[name](listed) if listed is not None and name in TABLE else None


def _sector(facts: Facts, name: str, symbol: str) -> float | None:
    given = facts.mandate.assets.get(symbol)
    if given is not None and given.sectors:
        return given.sectors.get(name, 0.0)
    listed = known().get(symbol)
    return None if listed is None else listed.sectors.get(name, 0.0)
