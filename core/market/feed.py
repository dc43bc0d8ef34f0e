"""What every price feed offers: quotes on a day, and daily history.

A feed never fakes a price: what it cannot answer stands in `issues`, and the price is missing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from core.domain.corporate_action import CorporateAction
from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue

if TYPE_CHECKING:
    import pandas as pd

OF_A_SYMBOL = frozenset({"price_missing", "price_stale", "split_suspected"})
"""Codes of issues that speak of one symbol."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """Prices by symbol in dollars, as they stood at the close of `as_of`.

    as_of : the day of the oldest price given (the day asked for where there is none)
    stale_days : NYSE sessions that closed after `as_of` and up to the day asked for; 0 = fresh
    label : how the prices must be marked where they are shown ("simulated", "price file", "Yahoo")
    days : symbol -> day of its price; jumps : symbol -> day of a jump as in a split, or of a split that the feed
        reports, that nobody has confirmed; actions : what the feed itself reports of splits
    closed : the last session that had closed when the feed was asked: no later price could be there; None: `as_of`'s
    """

    prices: FrozenMap[Decimal]
    as_of: date
    source: str
    label: str = ""
    stale_days: int = 0
    issues: tuple[Issue, ...] = field(default=())
    days: FrozenMap[date] = field(default_factory=FrozenMap)
    jumps: FrozenMap[date] = field(default_factory=FrozenMap)
    actions: tuple[CorporateAction, ...] = field(default=())
    closed: date | None = None

    def stale(self, as_of: date) -> dict[str, date]:
        """Symbol -> day of its price, for those that a session has closed after, up to `as_of`."""
        from core.market.calendar import sessions_between

        behind = {day: sessions_between(day, self._until(as_of)) for day in set(self.days.values())}
        return {symbol: day for symbol, day in self.days.items() if behind[day]}

    def only(self, symbols: Sequence[str], as_of: date) -> "Quotes":
        """The same quotes for some of the symbols, with the trouble of these and of the feed as a whole."""
        from core.market.calendar import sessions_between

        wanted = frozenset(symbols)
        days = FrozenMap({symbol: day for symbol, day in self.days.items() if symbol in wanted})
        oldest = min(days.values(), default=as_of)
        return replace(
            self,
            prices=FrozenMap({symbol: price for symbol, price in self.prices.items() if symbol in wanted}),
            as_of=oldest,
            stale_days=sessions_between(oldest, self._until(as_of)),
            issues=tuple(one for one in self.issues if one.where in wanted or one.code not in OF_A_SYMBOL),
            days=days,
            jumps=FrozenMap({symbol: day for symbol, day in self.jumps.items() if symbol in wanted}),
            actions=tuple(one for one in self.actions if one.symbol in wanted),
        )

    def known_at(self, closed: date) -> "Quotes":
        """The same as they stand when the last closed session is `closed`: a price of it is fresh."""
        from core.market.calendar import sessions_between

        fresh = {symbol for symbol, day in self.days.items() if day >= closed}
        told = tuple(one for one in self.issues if one.code != "price_stale" or one.where not in fresh)
        return replace(self, closed=closed, stale_days=sessions_between(self.as_of, closed), issues=told)

    def _until(self, as_of: date) -> date:
        return as_of if self.closed is None else min(as_of, self.closed)

    def why_missing(self, symbol: str) -> str:
        """What stands in the way of a price, in words: the feed's own trouble before the symbol's."""
        told = [one.message for one in self.issues if one.code == "feed_failed" or one.where == symbol]
        return told[0] if told else "no price from the feed"


class Feed(Protocol):
    """A source of prices. `name` is what settings call it, `label` what people read."""

    @property
    def name(self) -> str:
        """The feed's name in the settings."""

    @property
    def label(self) -> str:
        """How its prices are marked where they are shown."""

    def quotes(self, symbols: Sequence[str], as_of: date) -> Quotes:
        """The last closing prices on or before `as_of`; what is missing stands in `issues`."""

    def history(self, symbols: Sequence[str], end: date, days: int) -> "pd.DataFrame":
        """Adjusted closes (date x symbol), the last `days` sessions up to `end`; NaN where there is none."""


def missing_price(symbol: str, source: str) -> Issue:
    """The issue of a symbol that a feed cannot price."""
    return Issue("error", symbol, f"{source} has no price for {symbol}", "price_missing")


def gather(
    found: Mapping[str, tuple[date, Decimal]], symbols: Sequence[str], as_of: date, source: str, label: str,
    issues: Sequence[Issue] = (),
) -> Quotes:  # fmt: skip
    """Quotes from the (day, price) found for each symbol, with an issue for each that is missing or stale."""
    from core.market.calendar import sessions_between

    oldest = min((day for day, _ in found.values()), default=as_of)
    told = list(issues)
    told += [missing_price(symbol, source) for symbol in symbols if symbol not in found]
    for symbol, (day, _) in sorted(found.items()):
        behind = sessions_between(day, as_of)
        if behind:
            sentence = (
                f"the last price of {symbol} is of {day.isoformat()}, {behind} sessions before {as_of.isoformat()}"
            )
            told.append(Issue("warning", symbol, sentence, "price_stale"))
    prices = FrozenMap({symbol: price for symbol, (_, price) in found.items()})
    days = FrozenMap({symbol: day for symbol, (day, _) in found.items()})
    return Quotes(prices, oldest, source, label, sessions_between(oldest, as_of), tuple(told), days)
