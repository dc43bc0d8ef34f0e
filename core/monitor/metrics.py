"""All portfolio metrics of a book: one matrix of values with their coverage, and single values as nouns."""

import math
import warnings
from dataclasses import dataclass

import numpy as np

from core.domain.metric import MetricValue
from core.registry import Entry
from core.risk.portfolio_metric import LEAST_COVERAGE, PORTFOLIO_METRICS, PortfolioMetric
from core.risk.portfolios import Portfolios
from core.risk.sample import Matrix, Vector

HISTORY = frozenset({"history", "target_history", "factors"})


@dataclass(frozen=True)
class MetricTable:
    """Metrics x portfolios. `values` NaN where one does not apply; `proxied` (P,) share that stands on stand-ins."""

    names: tuple[str, ...]
    units: tuple[str, ...]
    portfolios: tuple[str, ...]
    values: Matrix
    coverage: Matrix
    proxied: Vector

    def of(self, portfolio: str) -> tuple[MetricValue, ...]:
        """Every metric of one portfolio; under 80 % coverage it stands `unknown`."""
        place = self.portfolios.index(portfolio)
        return tuple(self._value(number, place) for number in range(len(self.names)))

    def all(self) -> dict[str, tuple[MetricValue, ...]]:
        """Portfolio -> its metrics."""
        return {
            name: tuple(self._value(number, place) for number in range(len(self.names)))
            for place, name in enumerate(self.portfolios)
        }

    def _value(self, number: int, place: int) -> MetricValue:
        value, coverage = float(self.values[number, place]), float(self.coverage[number, place])
        name = self.names[number]
        on_history = PORTFOLIO_METRICS.entry(name).facts["needs"] in HISTORY
        return MetricValue(
            name=name,
            value=value if math.isfinite(value) else None,
            unit=self.units[number],
            coverage=round(coverage, 6),
            proxied=round(float(self.proxied[place]), 6) if on_history else 0.0,
            standing="unknown" if coverage < LEAST_COVERAGE else "unbound",
        )


def measure_book(book: Portfolios) -> MetricTable:
    """Every metric of every portfolio, computed as one matrix over them."""
    entries = PORTFOLIO_METRICS.entries()
    if not book.names:
        return MetricTable((), (), (), np.empty((0, 0)), np.empty((0, 0)), np.empty(0))
    needs = {entry.facts["needs"]: np.empty(0) for entry in entries}
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        needs = {need: book.coverage(need) for need in needs}
        values = [_measured(entry, book) for entry in entries]
    return MetricTable(
        names=tuple(entry.name for entry in entries),
        units=tuple(entry.facts["unit"] for entry in entries),
        portfolios=book.names,
        values=np.array(values),
        coverage=np.array([needs[entry.facts["needs"]] for entry in entries]),
        proxied=book.share(book.assets.proxied * book.covered),
    )


def _measured(entry: Entry[PortfolioMetric], book: Portfolios) -> Vector:
    if entry.facts["needs"] in HISTORY and book.returns.shape[0] < 2:
        return np.full(len(book.names), np.nan)
    return np.asarray(entry.function(book), dtype=np.float64)
