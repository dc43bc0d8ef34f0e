"""What stands behind every figure: prices and their age, history and its gaps, feeds that differ, the look-through.

Prices move at every refresh of the feed; nothing is fresher than the day shown here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from core.access import allowed
from core.market.asking import asked, past
from core.market.calendar import sessions_between
from core.market.feed import Feed, Quotes
from core.market.feeds import HOLDINGS
from core.market.files import FileFeed
from core.market.layered import Conflict, LayeredFeed, conflicts
from core.market.securities import known
from core.market.top_holdings import TopHolding, top_holdings
from core.words import day as day_words
from core.words import dollars
from core.workflow.case_files import symbols_of
from core.workflow.desk import Desk
from core.workflow.households import households, mandates
from core.workflow.market_actions import corporate_actions

if TYPE_CHECKING:
    import pandas as pd

SESSIONS = 757
"""Daily closes behind the metrics of risk: three years."""


@dataclass(frozen=True, slots=True)
class SymbolData:
    """What is known of one symbol. `price` None: missing; `behind` sessions that closed after its price.

    holders : households that hold it (None: not this person's to know); history : closes of the last three years;
    gaps : sessions within them without a close; trouble : in words, empty where there is none
    """

    symbol: str
    name: str
    holders: int | None
    price: Decimal | None
    day: date | None
    behind: int
    history: int
    gaps: int
    trouble: str

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return self.price is not None and not self.behind and not self.trouble and not self.gaps


@dataclass(frozen=True, slots=True)
class MarketData:
    """The market data of the book on its date; `rows` those in trouble first."""

    as_of: date
    feed: str
    label: str
    source: str
    rows: tuple[SymbolData, ...]
    conflicts: tuple[Conflict, ...]
    failed: str

    @property
    def troubled(self) -> tuple[SymbolData, ...]:
        """Rows with something wrong."""
        return tuple(row for row in self.rows if not row.sound)


@dataclass(frozen=True, slots=True)
class LookThrough:
    """One row of the look-through table; `classes` in words by weight, `issuers` the largest on file."""

    symbol: str
    name: str
    asset_type: str
    classes: Mapping[str, float]
    issuers: tuple[TopHolding, ...]
    as_of: str
    source: str
    certainty: str


def market_data(desk: Desk) -> MarketData:
    """Coverage, age, gaps and conflicts of everything that the book holds or may buy."""
    desk.require("market_data")
    holders = _holders(desk)
    symbols = tuple(sorted(holders)) or tuple(sorted(known()))
    quotes = asked(desk.feed, symbols, desk.today(), corporate_actions(desk), desk.last_close())
    closes = past(desk.feed, symbols, desk.today(), SESSIONS)
    file = _file(desk.feed)
    differ = conflicts(closes, past(file, symbols, desk.today(), SESSIONS)) if file else ()
    against = {one.symbol: one for one in differ}
    rows = [_row(desk, symbol, holders.get(symbol), quotes, closes, against.get(symbol)) for symbol in symbols]
    return MarketData(
        as_of=desk.today(),
        feed=desk.feed.name,
        label=desk.feed.label,
        source=quotes.source,
        rows=tuple(sorted(rows, key=lambda row: (row.sound, -(row.holders or 0), row.symbol))),
        conflicts=differ,
        failed=next((one.message for one in quotes.issues if one.code == "feed_failed"), ""),
    )


def look_through(desk: Desk) -> tuple[LookThrough, ...]:
    """The table by which funds are looked through, each row with its source and date."""
    desk.require("market_data")
    held = top_holdings(desk.settings.firm / HOLDINGS)
    return tuple(
        LookThrough(
            symbol=one.symbol,
            name=one.name,
            asset_type=one.asset_type,
            classes=one.classes,
            issuers=held.get(one.symbol, ()),
            as_of=one.as_of,
            source=one.source,
            certainty=one.certainty,
        )
        for one in known().values()
    )


def _holders(desk: Desk) -> dict[str, int | None]:
    """Symbol -> households that hold it, with what mandates may buy; only where the person may look at clients."""
    if desk.actor is None or not allowed(desk.actor, "read_clients"):
        return {}
    rules = {one.id: one for one in mandates(desk)}
    found: dict[str, int | None] = {}
    for one in households(desk):
        own = {security.symbol for security in one.securities}
        held = {lot.symbol for account in one.accounts for lot in account.lots} - own
        wanted = set(symbols_of(one, rules[one.mandate])) if one.mandate in rules else set()
        for symbol in held | wanted:
            found[symbol] = (found.get(symbol) or 0) + (symbol in held)
    return found


def _row(
    desk: Desk, symbol: str, holders: int | None, quotes: Quotes, closes: "pd.DataFrame", differs: Conflict | None
) -> SymbolData:
    day = quotes.days.get(symbol) if symbol in quotes.prices else None
    there = np.isfinite(closes[symbol].to_numpy(dtype=np.float64)) if symbol in closes else np.zeros(0, dtype=bool)
    first = int(there.argmax()) if there.any() else len(there)
    told = [one.message for one in quotes.issues if one.where == symbol and one.code != "from_file"]
    if differs:
        told.append(f"the price file says {dollars(differs.second)} on {day_words(differs.day)}")
    facts = known().get(symbol)
    return SymbolData(
        symbol=symbol,
        name=facts.name if facts else "not in the table of securities",
        holders=holders,
        price=quotes.prices.get(symbol),
        day=day,
        behind=sessions_between(day, desk.last_close()) if day else 0,
        history=int(there.sum()),
        gaps=int((~there[first:]).sum()),
        trouble="; ".join(told),
    )


def _file(feed: Feed) -> FileFeed | None:
    return feed.second if isinstance(feed, LayeredFeed) else None
