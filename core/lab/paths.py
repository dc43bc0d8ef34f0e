"""Invented daily returns: normal with given moments, with swings, or blocks of a history put together anew."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput

DAYS_A_YEAR = 252
DAYS_A_MONTH = 21
WALKED = 0.8
"""The part of a class's deviation that is a random walk, where it swings as well."""
WARM_ROUNDS = 6
"""Rounds of a swing before the first day, after which its beginning at nothing is forgotten."""
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


def swinging_paths(
    mean: Sequence[float], deviation: Sequence[float], years: int, seed: int, swing: float = 0.5, months: int = 12
) -> Matrix:
    """Simple returns (day x class) of classes that swing about each other: each one a random walk and a swing.

    The swing of the logarithm of a price is a second-order autoregression that comes round every so many months and
    forgets itself over one round; the rest is independent from day to day. The walk has four fifths of the deviation.

    mean, deviation : annual; swing : the standard deviation of the swing, as a part of a year's deviation
    months : one round of the swing
    """
    chance, risk = np.random.default_rng(seed), np.asarray(deviation)
    walked = WALKED * risk
    days, around = years * DAYS_A_YEAR, months * DAYS_A_MONTH
    swings = _swings(chance.standard_normal((WARM_ROUNDS * around + days + 1, len(risk))), around)[-days - 1 :]
    level = swings / swings.std(axis=0) * (swing * risk)
    drift = (np.asarray(mean) - walked**2 / 2) / DAYS_A_YEAR
    daily = chance.standard_normal((days, len(risk))) * walked / np.sqrt(DAYS_A_YEAR)
    return np.asarray(np.expm1(drift + daily + np.diff(level, axis=0)))


def _swings(pushes: Matrix, around: int) -> Matrix:
    """Each class pushed by chance about a level that it goes round in so many days."""
    kept, angle = np.exp(-1 / around), 2 * np.pi / around
    swings = np.zeros_like(pushes)
    for day in range(2, len(pushes)):
        swings[day] = 2 * kept * np.cos(angle) * swings[day - 1] - kept**2 * swings[day - 2] + pushes[day]
    return swings


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
