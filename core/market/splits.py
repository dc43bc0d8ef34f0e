"""Splits seen in prices: a jump of a simple ratio from one session to the next that no market explains; or reported.

A split that the holdings do not know of halves an account on paper. So a jump is named, and what it touches does not
pass until a person says which of the two it was.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from core.domain.corporate_action import CorporateAction

if TYPE_CHECKING:
    import pandas as pd

RATIOS = (1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 100.0)
"""New shares for one old, and the other way round for a reverse split."""
CLOSE_TO = 0.03
"""How near a jump must be to a ratio: the market moves on the day of a split as well."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A close that is a simple ratio away from the one before. `ratio`: new shares for one old, below 1 in reverse."""

    symbol: str
    day: date
    before: float
    after: float
    ratio: float

    @property
    def words(self) -> str:
        """`the price of VTI went from $300.00 to $150.10 on 2026-11-20, as in a split of 2 for 1`."""
        prices = f"from ${self.before:,.2f} to ${self.after:,.2f} on {self.day.isoformat()}"
        return f"the price of {self.symbol} went {prices}, as in a split of {_shares(self.ratio)}"


def reported_words(split: CorporateAction) -> str:
    """`Yahoo reports a split of NVDA, 4 for 1, on 2026-11-20`: what a feed says by itself."""
    return (
        f"{split.source} reports a split of {split.symbol}, {_shares(float(split.value))}, on {split.day.isoformat()}"
    )


def jumps(closes: "pd.DataFrame", quoted: Mapping[str, tuple[date, float]]) -> tuple[Jump, ...]:
    """The jumps within the closes (date x symbol), and from the last close to the price that is quoted now."""
    days = [stamp.date() for stamp in closes.index]
    table = closes.to_numpy(dtype=np.float64)
    found: list[Jump] = []
    for place, symbol in enumerate(map(str, closes.columns)):
        series = [(day, value) for day, value in zip(days, table[:, place], strict=True) if value > 0]
        now = quoted.get(symbol)
        if now is not None and series and now[1] > 0 and now[0] >= series[-1][0]:
            series = [*(one for one in series if one[0] < now[0]), now]
        found += _jumps_of(symbol, series)
    return tuple(found)


def without_splits(closes: "pd.DataFrame", actions: Iterable[CorporateAction]) -> "pd.DataFrame":
    """Closes before a known split divided by its ratio, where the jump is still in them."""
    import pandas as pd

    made = closes.copy()
    for one in actions:
        if one.kind != "split" or one.symbol not in made:
            continue
        earlier = made.index < pd.Timestamp(one.day)
        before, after = made.loc[earlier, one.symbol].dropna(), made.loc[~earlier, one.symbol].dropna()
        ratio = float(one.value)
        if len(before) and len(after) and _near(before.iloc[-1] / after.iloc[0], ratio):
            made.loc[earlier, one.symbol] /= ratio
    return made


def _jumps_of(symbol: str, series: list[tuple[date, float]]) -> list[Jump]:
    values = np.array([value for _, value in series])
    factors = values[:-1] / values[1:]
    found = []
    for place in np.flatnonzero((factors > 1.4) | (factors < 1 / 1.4)):
        ratio = _ratio(float(factors[place]))
        if ratio is not None:
            found.append(Jump(symbol, series[place + 1][0], float(values[place]), float(values[place + 1]), ratio))
    return found


def _shares(ratio: float) -> str:
    return f"{ratio:g} for 1" if ratio > 1 else f"1 for {1 / ratio:g}"


def _ratio(factor: float) -> float | None:
    for ratio in RATIOS:
        if _near(factor, ratio):
            return ratio
        if _near(1 / factor, ratio):
            return 1 / ratio
    return None


def _near(factor: float, ratio: float) -> bool:
    return abs(factor / ratio - 1.0) <= CLOSE_TO
