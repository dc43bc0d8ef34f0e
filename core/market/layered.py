"""Two sources in one: a feed, and a price file of the firm that fills what the feed does not have.

Where both speak the feed is taken; `conflicts` names the closes on which they differ. Nothing is averaged.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from core.domain.issue import Issue
from core.market.feed import Feed, Quotes, gather

if TYPE_CHECKING:
    import pandas as pd

    from core.market.files import FileFeed

APART = 0.005
"""Share of the price by which two closes of one day may differ without being named."""


@dataclass(frozen=True, slots=True)
class LayeredFeed:
    """A feed with the firm's price file beneath it; the file may come and go."""

    first: Feed
    path: Path

    @property
    def name(self) -> str:
        """The feed's own."""
        return self.first.name

    @property
    def label(self) -> str:
        """The feed's own: prices of the file are those that it does not have."""
        return self.first.label

    @property
    def second(self) -> "FileFeed | None":
        """The price file, where there is one."""
        from core.market.files import FileFeed

        return FileFeed(self.path) if self.path.is_file() else None

    def quotes(self, symbols: Sequence[str], as_of: date) -> Quotes:
        """The feed's; the file's for what the feed has no price of, or only an older one."""
        found, file = self.first.quotes(symbols, as_of), self.second
        if file is None:
            return found
        own = {name: (found.days.get(name) or found.as_of, price) for name, price in found.prices.items()}
        lent = file.quotes(symbols, as_of)
        better = {
            name: (lent.days[name], price)
            for name, price in lent.prices.items()
            if name not in own or lent.days[name] > own[name][0]
        }
        if not better:
            return found
        kept = [one for one in found.issues if one.where not in better and one.code in ("feed_failed", "conflict")]
        told = [Issue("note", name, f"the price of {name} is from {lent.source}", "from_file") for name in better]
        both = gather({**own, **better}, symbols, as_of, f"{found.source} and {lent.source}", self.label, kept + told)
        return replace(both, actions=found.actions)

    def history(self, symbols: Sequence[str], end: date, days: int) -> "pd.DataFrame":
        """The feed's; whole columns of the file for symbols of which the feed has no history."""
        found, file = self.first.history(symbols, end, days), self.second
        if file is None:
            return found
        bare = [name for name in symbols if name not in found or not found[name].notna().any()]
        if not bare:
            return found
        lent = file.history(bare, end, days)
        lent = lent.loc[:, lent.notna().any()]
        if lent.empty:
            return found
        made = found.reindex(found.index.union(lent.index)).drop(columns=[name for name in lent if name in found])
        return made.join(lent).reindex(columns=list(dict.fromkeys(symbols))).tail(days)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One close on which feed and file differ by more than half a percent; `days` on which they do."""

    symbol: str
    day: date
    first: float
    second: float
    days: int

    @property
    def apart(self) -> float:
        """How far the file's is from the feed's, as a fraction of it."""
        return self.second / self.first - 1.0


def conflicts(first: "pd.DataFrame", second: "pd.DataFrame") -> tuple[Conflict, ...]:
    """The latest differing close of each symbol that both tables have (date x symbol)."""
    import numpy as np

    found = []
    for symbol in (name for name in first if name in second):
        both = first[[symbol]].join(second[[symbol]], lsuffix="_1", rsuffix="_2", how="inner").dropna()
        values = both.to_numpy(dtype=np.float64)
        differ = np.flatnonzero(np.abs(values[:, 1] / values[:, 0] - 1.0) > APART)
        if len(differ):
            last = differ[-1]
            day = both.index[last].date()
            found.append(Conflict(str(symbol), day, float(values[last, 0]), float(values[last, 1]), len(differ)))
    return tuple(found)
