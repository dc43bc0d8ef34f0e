"""A book of portfolios as arrays, and what many metrics need of it, computed once for all of them.

P portfolios (households and accounts), A assets, T periods, C classes. What is not known is NaN, never 0.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from core.risk.assets import Assets
from core.risk.sample import Matrix, Vector

LEAST_OBSERVATIONS = 252
"""Daily returns that an asset must have (or 80 % of the periods, if they are fewer) to count as one with history."""
FACTORS = ("market", "size", "value", "quality", "momentum")
LEAST_FACTOR_DAYS = 126


@dataclass(frozen=True)
class Portfolios:
    """Portfolios in one frame.

    dollars : (P, A) everything held, cash as an asset of its own
    aimed : (P, A) what the target divides; target : (P, A) its weights, each class as its fund, NaN rows: none
    class_target : (P, C), NaN rows: none; counted : (P, C) whether a class counts in drift
    returns : (T, A) simple, daily, NaN where there is none; factors : name -> (T,)
    figures : dollars and days from the ledger, name -> (P,); basis_known : (P,) share of value with a known basis
    """

    names: tuple[str, ...]
    assets: Assets
    dollars: Matrix
    aimed: Matrix
    target: Matrix
    class_target: Matrix
    counted: Matrix
    returns: Matrix
    figures: Mapping[str, Vector]
    basis_known: Vector
    risk_free: float = 0.0
    periods_per_year: float = 252.0
    factors: Mapping[str, Vector] = field(default_factory=dict)

    @cached_property
    def total(self) -> Vector:
        """Dollars of each portfolio."""
        return np.asarray(self.dollars.sum(axis=1))

    @cached_property
    def weights(self) -> Matrix:
        """(P, A), summing to 1; NaN for a portfolio that holds nothing."""
        return divided(self.dollars, self.total)

    @cached_property
    def aimed_weights(self) -> Matrix:
        """(P, A) weights in what the target divides."""
        return divided(self.aimed, self.aimed.sum(axis=1))

    @cached_property
    def class_weights(self) -> Matrix:
        """(P, C) weights by class in what the target divides, classes that do not count left out."""
        held = self.aimed @ self.assets.shares["classes"] * self.counted
        return divided(held, held.sum(axis=1))

    @cached_property
    def drift(self) -> Matrix:
        """(P, C) weight less target."""
        return np.asarray(self.class_weights - self.class_target)

    @cached_property
    def covered(self) -> Vector:
        """(A,) 1 for an asset with enough history."""
        seen = np.isfinite(self.returns).sum(axis=0)
        return np.asarray(seen >= max(2, min(LEAST_OBSERVATIONS, 0.8 * len(self.returns))), dtype=np.float64)

    @cached_property
    def risky(self) -> Matrix:
        """(P, A) weights of what has history, brought to a sum of 1."""
        held = self.weights * self.covered
        return divided(held, held.sum(axis=1))

    @cached_property
    def covariance(self) -> Matrix:
        """(A, A) annual, each pair over the periods that both have, ddof 1; 0 for what has no history."""
        there = np.isfinite(self.returns)
        centred = np.where(there, self.returns - self._means, 0.0) * self.covered
        pairs = there.T.astype(np.float64) @ there.astype(np.float64)
        return np.asarray(centred.T @ centred / np.maximum(pairs - 1.0, 1.0) * self.periods_per_year)

    @cached_property
    def path(self) -> Matrix:
        """(P, T) returns of the weights held constant; of a period without an asset's return the others stand."""
        return self.paths(self.risky)

    def paths(self, weights: Matrix) -> Matrix:
        """(P, T) returns of any weights (P, A)."""
        there = np.isfinite(self.returns) * self.covered
        known = np.where(there > 0, self.returns, 0.0)
        if there[:, self.covered > 0].all():
            return np.asarray(weights @ known.T)
        present = weights @ there.T
        return np.asarray(np.divide(weights @ known.T, present, out=np.zeros_like(present), where=present != 0))

    @cached_property
    def benchmark(self) -> Matrix:
        """(P, T) returns of the target, each class as its fund; NaN rows without a target."""
        held = np.nan_to_num(self.target) * self.covered
        return np.where(np.isfinite(self.target[:, :1]), self.paths(divided(held, held.sum(axis=1))), np.nan)

    @cached_property
    def variance(self) -> Vector:
        """(P,) annual w'Sw."""
        return np.asarray(((self.risky @ self.covariance) * self.risky).sum(axis=1))

    @cached_property
    def contributions(self) -> Matrix:
        """(P, A) share of each asset in the variance, summing to 1."""
        return divided(self.risky * (self.risky @ self.covariance), self.variance)

    @cached_property
    def depths(self) -> Matrix:
        """(P, T) compounded depth below the high, 0 or less; wealth starts at 1 before the first return."""
        wealth = np.cumprod(1.0 + self.path, axis=1)
        high = np.maximum(np.maximum.accumulate(wealth, axis=1), 1.0)
        return np.asarray(wealth / high - 1.0)

    @cached_property
    def losses(self) -> Matrix:
        """(P, T) losses, the worst first."""
        return np.sort(-self.path, axis=1)[:, ::-1]

    @cached_property
    def factor_betas(self) -> dict[str, Vector]:
        """Factor -> (P,) betas of the path over the risk-free rate, one least-squares fit with a constant."""
        there = [factor for factor in FACTORS if factor in self.factors]
        days = np.isfinite([self.factors[factor] for factor in there]).all(axis=0) if there else np.zeros(0, dtype=bool)
        if days.sum() < LEAST_FACTOR_DAYS:
            return {}
        design = np.column_stack([np.ones(int(days.sum())), *(self.factors[factor][days] for factor in there)])
        rate = np.nan_to_num(self.factors["risk_free"][days]) if "risk_free" in self.factors else np.zeros(len(design))
        found = np.linalg.pinv(design) @ (self.path[:, days].T - rate[:, None])
        return {factor: np.asarray(found[place + 1]) for place, factor in enumerate(there)}

    @cached_property
    def _means(self) -> Vector:
        there = np.isfinite(self.returns)
        seen = np.maximum(there.sum(axis=0), 1)
        return np.asarray(np.where(there, self.returns, 0.0).sum(axis=0) / seen)

    def coverage(self, need: str) -> Vector:
        """(P,) share of the value behind a metric that has the data it needs, 0 to 1."""
        return COVERAGE[need](self)

    def share(self, mask: Vector, of: Vector | None = None) -> Vector:
        """(P,) share of the gross value (or of a part of it) for which the mask is 1."""
        part = np.ones(len(mask)) if of is None else of
        gross = np.abs(self.dollars)
        whole = gross @ part
        return np.asarray(np.divide(gross @ (part * mask), whole, out=np.ones_like(whole), where=whole > 0))


def divided(above: Matrix, below: Vector) -> Matrix:
    """Rows over numbers; NaN where the number is 0."""
    safe = np.where(below == 0, np.nan, below)
    return np.asarray(above / safe[:, None])


def _known(values: Vector) -> Vector:
    return np.asarray(~np.isnan(values), dtype=np.float64)


def _target_covered(book: Portfolios) -> Vector:
    """The lesser of the portfolio's coverage and its target's."""
    target = np.nan_to_num(book.target)
    whole = target.sum(axis=1)
    aimed = np.divide(target @ book.covered, whole, out=np.ones_like(whole), where=whole > 0)
    return np.asarray(np.minimum(book.share(book.covered), aimed))


COVERAGE: dict[str, Callable[[Portfolios], Vector]] = {
    "holdings": lambda book: np.ones(len(book.names)),
    "history": lambda book: book.share(book.covered),
    "target": lambda book: np.ones(len(book.names)),
    "target_history": _target_covered,
    "factors": lambda book: book.share(book.covered) * bool(book.factor_betas),
    "sectors": lambda book: book.share(_known(book.assets.shares["sectors"][:, 0]), book.assets.equity),
    "regions": lambda book: book.share(_known(book.assets.shares["regions"][:, 0])),
    "duration": lambda book: book.share(_known(book.assets.duration), book.assets.bonds),
    "credit": lambda book: book.share(_known(book.assets.below_grade), book.assets.bonds),
    "volume": lambda book: book.share(_known(book.assets.volume)),
    "income": lambda book: book.share(_known(book.assets.income)),
    "expenses": lambda book: book.share(_known(book.assets.expense_ratio)),
    "fall_2008": lambda book: book.share(_known(book.assets.shocks["fall_2008"])),
    "fall_2020": lambda book: book.share(_known(book.assets.shocks["fall_2020"])),
    "year_2022": lambda book: book.share(_known(book.assets.shocks["year_2022"])),
    "basis": lambda book: book.basis_known,
}
"""Need -> the share of each portfolio that has it."""
