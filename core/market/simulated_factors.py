"""Factor returns of the simulated market, in the form of the published ones, for a house without a file of its own.

Market, size and value come from the market's own factors; quality and momentum are seeded series of their own.
Simulated like the prices, and marked so wherever they are shown.
"""

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from core.market.market_model import market_model
from core.market.simulated import DAYS, factor_returns, session_days

if TYPE_CHECKING:
    import pandas as pd

OWN = {"quality": (0.02, 0.06), "momentum": (0.03, 0.10)}
"""Annual mean and volatility of what the simulated market itself does not have."""
LABEL = "simulated"


def simulated_factors(end: date, days: int) -> "pd.DataFrame":
    """Factors (date x market, size, value, quality, momentum, risk_free) of the last `days` sessions up to `end`."""
    import pandas as pd

    model = market_model()
    found, every = factor_returns(model.seed), session_days()
    small = (found["us_small"] + found["us_small_value"]) / 2
    table = {
        "market": 0.85 * found["us_large"] + 0.15 * found["us_small"] - found["cash"],
        "size": small - found["us_large"],
        "value": (found["us_large_value"] - found["us_large_growth"] + found["us_small_value"] - found["us_small"]) / 2,
        **{name: _own(place, len(every)) for place, name in enumerate(OWN)},
        "risk_free": found["cash"],
    }
    last = sum(1 for day in every if day <= end)
    index = pd.DatetimeIndex(every, name="date")
    return pd.DataFrame(table, index=index).iloc[max(0, last - days) : last]


def _own(place: int, length: int) -> np.ndarray:
    mean, spread = list(OWN.values())[place]
    chance = np.random.default_rng([market_model().seed, place])
    return np.asarray(mean / DAYS + spread / np.sqrt(DAYS) * chance.standard_normal(length))
