"""What falls of the past, or one of one's own, would do to what is held today."""

from collections.abc import Mapping

import numpy as np

from core.domain.errors import BadInput
from core.risk.portfolio_metric import portfolio_metric
from core.risk.portfolios import Portfolios
from core.risk.sample import Vector

FUNDS = "returns of one fund for each leaf, looking through"
UP = 0.01
"""A rise of every yield by 100 basis points."""


@portfolio_metric(
    22, unit="fraction", convention=f"2008-08-29 to 2009-03-31, {FUNDS}", sign="positive loss", source="formula",
    needs="fall_2008",
)  # fmt: skip
def stress_2008(book: Portfolios) -> Vector:
    """Sum of w x shock in the fall of 2008."""
    return _loss(book, book.assets.shocks["fall_2008"])


@portfolio_metric(
    22, unit="fraction", convention=f"2020-02-19 to 2020-03-23, {FUNDS}", sign="positive loss", source="formula",
    needs="fall_2020",
)  # fmt: skip
def stress_2020(book: Portfolios) -> Vector:
    """Sum of w x shock in the spring of 2020."""
    return _loss(book, book.assets.shocks["fall_2020"])


@portfolio_metric(
    22, unit="fraction", convention=f"the year 2022, {FUNDS}", sign="positive loss", source="formula",
    needs="year_2022",
)  # fmt: skip
def stress_2022(book: Portfolios) -> Vector:
    """Sum of w x shock in the year 2022."""
    return _loss(book, book.assets.shocks["year_2022"])


@portfolio_metric(
    22, unit="fraction", convention="every yield up by 100 bp: duration x 1 % on the bond part", sign="positive loss",
    source="formula", needs="duration",
)  # fmt: skip
def stress_rates_up(book: Portfolios) -> Vector:
    """Sum of w x duration x 1 %."""
    return np.asarray(book.weights @ np.nan_to_num(book.assets.duration) * UP)


def own_stress(book: Portfolios, shocks: Mapping[str, float]) -> Vector:
    """Loss of each portfolio where classes return what is given (a class not named: 0); BadInput for an unknown one."""
    names = book.assets.names["classes"]
    unknown = sorted(set(shocks) - set(names))
    if unknown:
        raise BadInput("shocks", f"no class {', '.join(unknown)}")
    returns = np.array([shocks.get(name, 0.0) for name in names])
    return np.asarray(-(book.weights @ (book.assets.shares["classes"] @ returns)))


def _loss(book: Portfolios, shocks: Vector) -> Vector:
    """Of the part whose shock is known, as if the rest fell with it."""
    known = np.isfinite(shocks)
    share = book.weights @ known.astype(np.float64)
    return np.asarray(-(book.weights @ np.where(known, shocks, 0.0)) / np.where(share == 0, np.nan, share))
