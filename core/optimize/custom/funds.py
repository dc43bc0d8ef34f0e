"""A private fund from its valuations: the risk behind appraisals that lag, spread over the periods of the history.

A smoothed return is part new, part the last one: r(t) = (1 - a) u(t) + a r(t - 1). Turned round, u is the return that
an owner bears (Geltner 1993, Journal of Real Estate Finance and Economics 6; Getmansky, Lo and Makarov 2004, Journal of
Financial Economics 74). Its mean is that of the valuations; only the risk is larger.
"""

import numpy as np
from numpy.typing import NDArray

from core.domain.custom_product import CustomProduct

Vector = NDArray[np.float64]

MOST_SMOOTHED = 0.9
EXPLAINED = 0.9
"""Share of a fund's variance that what it follows may explain; the rest is its own."""


def smoothing(product: CustomProduct) -> float:
    """The share of each return that is the last one's: as given, else the valuations' first autocorrelation."""
    if product.smoothing is not None:
        return product.smoothing
    returns = stated_returns(product)
    centred = returns - returns.mean()
    spread = float(centred @ centred)
    lagged = float(centred[1:] @ centred[:-1]) / spread if spread > 0 else 0.0
    return float(np.clip(lagged, 0.0, MOST_SMOOTHED))


def stated_returns(product: CustomProduct) -> Vector:
    """Simple returns between valuations, as reported."""
    values = np.array(product.valuations)
    return np.asarray(values[1:] / values[:-1] - 1.0)


def unsmoothed(product: CustomProduct) -> Vector:
    """The returns behind the reported ones, one fewer."""
    returns, share = stated_returns(product), smoothing(product)
    return np.asarray((returns[1:] - share * returns[:-1]) / (1.0 - share))


def exposure_kept(product: CustomProduct, followed: Vector, periods_per_year: int) -> float:
    """The share of its exposures that a fund can have without being riskier than its valuations tell; 1 as a rule."""
    explained = float(followed.var(ddof=1))
    most = EXPLAINED * _variance(product, periods_per_year)
    return 1.0 if explained <= most else float(np.sqrt(most / explained))


def _variance(product: CustomProduct, periods_per_year: int) -> float:
    """Variance a period of the history."""
    return float(unsmoothed(product).var(ddof=1)) * product.valuations_a_year / periods_per_year


def fund_returns(product: CustomProduct, followed: Vector, periods_per_year: int, seed: int) -> Vector:
    """One return a period: what it follows, and a remainder of its own that brings mean and risk to the fund's.

    followed : per period, the exposures times the returns of what the fund follows
    """
    variance = _variance(product, periods_per_year)
    mean = float(stated_returns(product).mean()) * product.valuations_a_year / periods_per_year
    moving = exposure_kept(product, followed, periods_per_year) * (followed - followed.mean())
    own = np.random.default_rng(seed).standard_normal(len(followed))
    own -= own.mean()
    own -= moving * (float(own @ moving) / float(moving @ moving)) if float(moving @ moving) > 0 else 0.0
    rest = max(variance - float(moving.var(ddof=1)), 0.0)
    return np.asarray(mean + moving + own * np.sqrt(rest / own.var(ddof=1)))
