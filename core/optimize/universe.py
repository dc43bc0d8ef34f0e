"""The assets to choose from: their returns checked, their moments estimated, in the order of their symbols.

Data that cannot carry an estimate are answered with the assets named; nothing is filled in or left out silently.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput
from core.domain.issue import Issue
from core.domain.mandate import Mandate
from core.optimize.estimation import COVARIANCES, MEANS, named
from core.optimize.histories import even, names
from core.words import count, percent

if TYPE_CHECKING:
    import pandas as pd

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

FLAT = 1e-12
"""A standard deviation per period at or below this is no variation at all."""
SINGULAR = 1e-10
"""Least eigenvalue, relative to the mean variance, that a covariance is given when it is repaired."""


@dataclass(frozen=True, slots=True, eq=False)
class Universe:
    """Assets sorted by symbol.

    returns : (period x asset), simple returns per period, no NaN; mean, covariance : annual
    """

    symbols: tuple[str, ...]
    returns: Matrix
    mean: Vector
    covariance: Matrix
    periods_per_year: float
    issues: tuple[Issue, ...] = ()

    @property
    def size(self) -> int:
        """How many assets."""
        return len(self.symbols)

    def vector(self, weights: "dict[str, float]") -> Vector:
        """Weights in the order of the symbols; 0 where one is not named."""
        return np.array([weights.get(symbol, 0.0) for symbol in self.symbols])


def universe(returns: "pd.DataFrame", mandate: Mandate, periods_per_year: float | None = None) -> Universe:
    """Check the returns (date x symbol, simple, per period) and estimate their annual moments.

    periods_per_year : the mandate's own where none is given

    Raises BadInput naming the assets: missing values, a name or a series standing twice, no variation, fewer
    rows than the estimator needs; and the known names where an estimator is unknown. Histories that begin on
    different days are made even as `estimation.histories` says, which is an issue of the answer.
    """
    if mandate.periods_per_year < 1:
        raise BadInput("mandate.periods_per_year", f"expected 1 or more, found {mandate.periods_per_year}")
    asked = mandate.estimation
    mean_of = named(MEANS, asked.mean, "mandate.estimation.mean")
    covariance_of = named(COVARIANCES, asked.covariance, "mandate.estimation.covariance")
    symbols, values = _sorted(returns)
    values, uneven = _checked(symbols, values, returns, asked.histories)
    needed = covariance_of.facts["rows"](len(symbols))
    if len(values) < needed:
        _refuse_short(len(values), needed, symbols, asked.covariance, uneven)
    covariance, repaired = _repaired(covariance_of.function(values), symbols)
    periods = mandate.periods_per_year if periods_per_year is None else periods_per_year
    mean = mean_of.function(values) * periods
    covariance *= periods
    return Universe(symbols, values, mean, covariance, periods, (*uneven, *repaired))


def _sorted(returns: "pd.DataFrame") -> tuple[tuple[str, ...], Matrix]:
    """Symbols in order, and the returns (period x asset) laid out asset by asset, however the table was."""
    try:
        values = returns.to_numpy(dtype=np.float64)
    except (TypeError, ValueError):
        raise BadInput("returns", "not all of them are numbers") from None
    symbols, order = _in_order(tuple(returns.columns.tolist()))
    if order is None:
        return symbols, np.asfortranarray(values)
    return symbols, np.take(values.T, order, axis=0).T


@lru_cache(maxsize=16)
def _in_order(columns: tuple[object, ...]) -> tuple[tuple[str, ...], NDArray[np.int64] | None]:
    """The names sorted, and the place of each in the table; None where they stand sorted already."""
    found = [str(name) for name in columns]
    if not found:
        raise BadInput("returns", "there are no assets")
    twice = sorted({name for name in found if found.count(name) > 1}) if len(set(found)) < len(found) else []
    if twice:
        raise BadInput("returns", f"{names(twice)}: the column stands twice")
    order = sorted(range(len(found)), key=found.__getitem__)
    in_place = order == list(range(len(found)))
    return tuple(found[place] for place in order), None if in_place else np.array(order)


def _checked(
    symbols: tuple[str, ...], values: Matrix, returns: "pd.DataFrame", histories: str
) -> tuple[Matrix, tuple[Issue, ...]]:
    """The returns without gaps, and what was done about unequal histories; BadInput names what is wrong."""
    if len(values) < 2:
        raise BadInput("returns", f"{count(len(values), 'row')} of returns for {names(symbols)}; at least 2 are needed")
    with np.errstate(invalid="ignore"):
        sums = values.sum(axis=0)
    issues: tuple[Issue, ...] = ()
    if not np.isfinite(sums).all():
        values, issues = even(symbols, values, returns.index, histories)
        sums = values.sum(axis=0)
    if not (np.abs(values[0] - values[-1]) > FLAT).all():
        _refuse_flat(symbols, values)
    if len(set(sums.tolist())) < len(symbols):
        _refuse_twins(symbols, values)
    return values, issues


def _refuse_flat(symbols: tuple[str, ...], values: Matrix) -> None:
    flat = np.ptp(values, axis=0) <= FLAT
    if flat.any():
        found = [symbol for symbol, is_flat in zip(symbols, flat, strict=True) if is_flat]
        raise BadInput("returns", f"{names(found)}: the returns never vary, so there is no risk to estimate")


def _refuse_twins(symbols: tuple[str, ...], values: Matrix) -> None:
    seen: dict[bytes, str] = {}
    for symbol, column in zip(symbols, np.ascontiguousarray(values.T), strict=True):
        first = seen.setdefault(column.tobytes(), symbol)
        if first != symbol:
            raise BadInput("returns", f"{first} and {symbol} are the same series; keep one of them")


def _refuse_short(rows: int, needed: int, symbols: tuple[str, ...], covariance: str, uneven: tuple[Issue, ...]) -> None:
    way = "" if covariance == "ledoit_wolf" else ", 'ledoit_wolf' does with fewer"
    because = "".join(f" {issue.message}" for issue in uneven)
    raise BadInput(
        "returns",
        f"{count(rows, 'row')} of returns for {count(len(symbols), 'asset')} ({names(symbols)}); the "
        f"covariance '{covariance}' needs {needed}{way}.{because}".removesuffix("."),
    )


def _repaired(covariance: Matrix, symbols: tuple[str, ...]) -> tuple[Matrix, tuple[Issue, ...]]:
    """The covariance as it is where it is safely positive definite, else with its smallest eigenvalues lifted."""
    scale = float(np.mean(np.diag(covariance)))
    tried = covariance / scale
    tried.flat[:: len(tried) + 1] -= SINGULAR
    try:
        np.linalg.cholesky(tried)
        return covariance, ()
    except np.linalg.LinAlgError:
        values, vectors = np.linalg.eigh(covariance / scale)
    who = _tied(vectors[:, 0], symbols)
    lifted = (vectors * np.maximum(values, 10 * SINGULAR)) @ vectors.T * scale
    message = (
        f"The covariance is singular: the returns of {names(who)} follow from one another. Its smallest "
        f"eigenvalues were lifted to {percent(10 * SINGULAR, 7)} of the mean variance."
    )
    return (lifted + lifted.T) / 2, (Issue("warning", "returns", message, "covariance_repaired"),)


def _tied(direction: Vector, symbols: tuple[str, ...]) -> list[str]:
    """The assets that make up the combination without risk."""
    return [
        symbol for symbol, part in zip(symbols, np.abs(direction), strict=True) if part > 0.05 * np.abs(direction).max()
    ]
