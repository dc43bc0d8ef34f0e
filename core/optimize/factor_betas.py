"""Betas of assets to factors: one least-squares regression with an intercept on all factors together."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput
from core.words import count, listing

if TYPE_CHECKING:
    import pandas as pd

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Factors:
    """betas : factor -> the beta of each asset, in the order of the symbols; covariance : of the factors, a period."""

    betas: dict[str, NDArray[np.float64]]
    covariance: Matrix


NO_FACTORS = Factors({}, np.empty((0, 0)))


def regressed(returns: "pd.DataFrame", symbols: tuple[str, ...], factor_returns: "pd.DataFrame | None") -> Factors:
    """The assets (in the order of `symbols`) on all factors, over the dates that both tables have."""
    if factor_returns is None:
        raise BadInput("factor_returns", "the mandate asks for factors; give their returns here")
    common = returns.index.intersection(factor_returns.index)
    names = [str(name) for name in factor_returns.columns]
    if len(common) < len(names) + 2:
        raise BadInput("factor_returns", f"only {count(len(common), 'date')} in common with the prices")
    exposures = factor_returns.loc[common].to_numpy(dtype=np.float64)
    bad = [name for name, column in zip(names, exposures.T, strict=True) if not np.isfinite(column).all()]
    if bad:
        raise BadInput("factor_returns", f"{listing(bad)}: missing values")
    design = np.column_stack([np.ones(len(common)), exposures])
    if np.linalg.matrix_rank(design) < design.shape[1]:
        raise BadInput("factor_returns", f"{listing(names)}: they follow from one another or never vary")
    own = returns.loc[common, list(symbols)].to_numpy(dtype=np.float64)
    there = np.isfinite(own).all(axis=1)
    fitted, *_ = np.linalg.lstsq(design[there], own[there], rcond=None)
    covariance = np.cov(exposures, rowvar=False).reshape(len(names), len(names))
    return Factors(dict(zip(names, fitted[1:], strict=True)), covariance)
