"""The assets to choose from: their returns checked, their moments estimated, in the order of their symbols.

Data that cannot carry an estimate are answered with the assets named; nothing is filled in or left out silently.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput
from core.domain.issue import Issue
from core.domain.mandate import Mandate
from core.optimize.estimation import COVARIANCES, MEANS, named
from core.words import count, listing, percent

if TYPE_CHECKING:
    import pandas as pd

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

FLAT = 1e-12
"""A standard deviation per period at or below this is no variation at all."""
SINGULAR = 1e-10
"""Least eigenvalue, relative to the mean variance, that a covariance is given when it is repaired."""
SHOWN = 20
"""Names written out in one message."""


@dataclass(frozen=True, slots=True, eq=False)
class Universe:
    """Assets sorted by symbol.

    returns : (period x asset), simple returns per period, no NaN; mean, covariance : annual
    """

    symbols: tuple[str, ...]
    returns: Matrix
    mean: Vector
    covariance: Matrix
    periods_per_year: int
    issues: tuple[Issue, ...] = ()

    @property
    def size(self) -> int:
        """How many assets."""
        return len(self.symbols)

    def vector(self, weights: "dict[str, float]") -> Vector:
        """Weights in the order of the symbols; 0 where one is not named."""
        return np.array([weights.get(symbol, 0.0) for symbol in self.symbols])


def universe(returns: "pd.DataFrame", mandate: Mandate) -> Universe:
    """Check the returns (date x symbol, simple, per period) and estimate their annual moments.

    Raises BadInput naming the assets: missing values, a name or a series standing twice, no variation, fewer
    rows than the estimator needs; and the known names where an estimator is unknown.
    """
    if mandate.periods_per_year < 1:
        raise BadInput("mandate.periods_per_year", f"expected 1 or more, found {mandate.periods_per_year}")
    mean_of = named(MEANS, mandate.estimation.mean, "mandate.estimation.mean")
    covariance_of = named(COVARIANCES, mandate.estimation.covariance, "mandate.estimation.covariance")
    symbols, values = _sorted(returns)
    _refuse_bad(symbols, values, returns)
    needed = covariance_of.facts["rows"](len(symbols))
    if len(values) < needed:
        raise BadInput(
            "returns",
            f"{count(len(values), 'row')} of returns for {count(len(symbols), 'asset')} ({_names(symbols)}); the "
            f"covariance '{mandate.estimation.covariance}' needs {needed}"
            + ("" if mandate.estimation.covariance == "ledoit_wolf" else ", 'ledoit_wolf' does with fewer"),
        )
    covariance, issues = _repaired(covariance_of.function(values), symbols)
    periods = mandate.periods_per_year
    mean = mean_of.function(values) * periods
    return Universe(symbols, values, mean, covariance * periods, periods, issues)


def _sorted(returns: "pd.DataFrame") -> tuple[tuple[str, ...], Matrix]:
    names = [str(name) for name in returns.columns.tolist()]
    if not names:
        raise BadInput("returns", "there are no assets")
    twice = sorted({name for name in names if names.count(name) > 1}) if len(set(names)) < len(names) else []
    if twice:
        raise BadInput("returns", f"{_names(twice)}: the column stands twice")
    try:
        values = returns.to_numpy(dtype=np.float64)
    except (TypeError, ValueError):
        raise BadInput("returns", "not all of them are numbers") from None
    order = sorted(range(len(names)), key=names.__getitem__)
    return tuple(names[place] for place in order), np.ascontiguousarray(values[:, order])


def _refuse_bad(symbols: tuple[str, ...], values: Matrix, returns: "pd.DataFrame") -> None:
    if len(values) < 2:
        raise BadInput(
            "returns", f"{count(len(values), 'row')} of returns for {_names(symbols)}; at least 2 are needed"
        )
    finite = np.isfinite(values)
    if not finite.all():
        raise BadInput("returns", gaps(symbols, finite, returns.index))
    flat = np.ptp(values, axis=0) <= FLAT
    if flat.any():
        names = [symbol for symbol, is_flat in zip(symbols, flat, strict=True) if is_flat]
        raise BadInput("returns", f"{_names(names)}: the returns never vary, so there is no risk to estimate")
    _refuse_twins(symbols, values)


def gaps(symbols: tuple[str, ...], finite: NDArray[np.bool_], dates: "pd.Index") -> str:
    """Who has missing values and of what kind, and over which dates nobody has."""
    whole = [_gap(symbol, there, dates) for symbol, there in zip(symbols, finite.T, strict=True) if not there.all()]
    shared = np.flatnonzero(finite.all(axis=1))
    more = "" if len(whole) <= SHOWN else f"; and {len(whole) - SHOWN} more"
    way = f"; all have values from {_day(dates[shared[0]])} to {_day(dates[shared[-1]])}" if len(shared) > 1 else ""
    return "; ".join(whole[:SHOWN]) + more + way


def _gap(symbol: str, there: NDArray[np.bool_], dates: "pd.Index") -> str:
    """No value at all, a later beginning, an earlier end, or holes."""
    rows = np.flatnonzero(there)
    if not len(rows):
        return f"{symbol} has no values at all"
    first, last = rows[0], rows[-1]
    holes = np.flatnonzero(~there[first : last + 1])
    said = []
    if first > 0:
        said.append(f"begins {_day(dates[first])}, later than the first row")
    if last < len(there) - 1:
        said.append(f"ends {_day(dates[last])}, before the last row")
    if len(holes):
        said.append(f"has {count(len(holes), 'missing value')}, the first on {_day(dates[first + holes[0]])}")
    return f"{symbol} {listing(said)}"


def _day(label: object) -> str:
    return str(label)[:10]


def _refuse_twins(symbols: tuple[str, ...], values: Matrix) -> None:
    seen: dict[bytes, str] = {}
    columns = np.ascontiguousarray(values.T)
    for symbol, column in zip(symbols, columns, strict=True):
        first = seen.setdefault(column.tobytes(), symbol)
        if first != symbol:
            raise BadInput("returns", f"{first} and {symbol} are the same series; keep one of them")


def _repaired(covariance: Matrix, symbols: tuple[str, ...]) -> tuple[Matrix, tuple[Issue, ...]]:
    """The covariance as it is where it is safely positive definite, else with its smallest eigenvalues lifted."""
    scale = float(np.mean(np.diag(covariance)))
    try:
        np.linalg.cholesky(covariance / scale - SINGULAR * np.eye(len(covariance)))
        return covariance, ()
    except np.linalg.LinAlgError:
        values, vectors = np.linalg.eigh(covariance / scale)
    who = _tied(vectors[:, 0], symbols)
    lifted = (vectors * np.maximum(values, 10 * SINGULAR)) @ vectors.T * scale
    message = (
        f"The covariance is singular: the returns of {_names(who)} follow from one another. Its smallest "
        f"eigenvalues were lifted to {percent(10 * SINGULAR, 7)} of the mean variance."
    )
    return (lifted + lifted.T) / 2, (Issue("warning", "returns", message, "covariance_repaired"),)


def _tied(direction: Vector, symbols: tuple[str, ...]) -> list[str]:
    """The assets that make up the combination without risk."""
    return [
        symbol for symbol, part in zip(symbols, np.abs(direction), strict=True) if part > 0.05 * np.abs(direction).max()
    ]


def _names(symbols: "tuple[str, ...] | list[str]") -> str:
    """The first few names, and how many more."""
    more = len(symbols) - SHOWN
    if more > 0:
        return f"{', '.join(symbols[:SHOWN])} and {more} more"
    return listing(list(symbols))
