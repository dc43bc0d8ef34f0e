"""Invented daily returns: normal with given moments, or blocks of a history put together anew."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput

DAYS_A_YEAR = 252
Matrix = NDArray[np.float64]


def normal_paths(mean: Sequence[float], covariance: Matrix, years: int, seed: int) -> Matrix:
    """Independent normal simple returns (day x class). `mean` and `covariance` are annual."""
    size = len(mean)
    if np.shape(covariance) != (size, size):
        raise BadInput("covariance", f"expected {size} rows of {size} numbers")
    chance = np.random.default_rng(seed)
    values, vectors = np.linalg.eigh(np.asarray(covariance) / DAYS_A_YEAR)
    root = vectors * np.sqrt(np.maximum(values, 0.0))
    drawn = chance.standard_normal((years * DAYS_A_YEAR, size)) @ root.T
    return np.asarray(drawn + np.asarray(mean) / DAYS_A_YEAR)


def block_bootstrap(history: Matrix, years: int, seed: int, block: int = 21) -> Matrix:
    """Blocks of whole days drawn from a history (day x class) with replacement, so that what goes together stays so.

    Circular: a block that runs past the end goes on at the beginning (Politis and Romano 1992).
    """
    days = len(history)
    if days < block:
        raise BadInput("history", f"{days} days are fewer than one block of {block}")
    wanted = years * DAYS_A_YEAR
    chance = np.random.default_rng(seed)
    starts = chance.integers(0, days, size=-(-wanted // block))
    rows = (starts[:, None] + np.arange(block)[None]).ravel()[:wanted] % days
    return np.asarray(history[rows])
