"""Asking a feed so that no trouble of its own passes for a price: a failure, a number that is none, a jump.

A feed that raises answers with nothing and an issue that names it; what is no positive, finite number is missing; a
price of nothing, a simple split away from the last close, or beside a split that the feed reports is doubted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from core.domain.corporate_action import CorporateAction
from core.domain.errors import CoreError
from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue
from core.market.feed import Feed, Quotes, missing_price
from core.market.splits import Jump, jumps, reported_words, without_splits

if TYPE_CHECKING:
    import pandas as pd

FAILURES = (
    CoreError, OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RuntimeError
)  # fmt: skip
"""What a feed may raise: its own errors, the network's, and what its parsing of an odd answer runs into."""
JUMP_SESSIONS = 23
"""Sessions looked back for a jump that the holdings may not know of: about a month."""


def asked(
    feed: Feed, symbols: Sequence[str], as_of: date, actions: Iterable[CorporateAction] = (), closed: date | None = None
) -> Quotes:
    """The feed's quotes, cleaned and doubted; never raises for what the feed does wrong.

    actions : what is known of splits, and prices that a person has confirmed; a split that the feed reports and that
        is not among them is doubted like a jump, since the shares held may be those of before it
    closed : the last session that has closed, where that is not the one of `as_of` yet
    """
    try:
        found = _cleaned(feed, feed.quotes(symbols, as_of), symbols, as_of)
    except FAILURES as trouble:
        return _nothing(feed, symbols, as_of, trouble)
    if closed is not None and closed < as_of:
        found = found.known_at(closed)
    confirmed = {(one.symbol, one.day) for one in actions if one.kind != "dividend"}
    reported = [(one.symbol, one.day, reported_words(one)) for one in found.actions if one.kind == "split"]
    jumped = [(one.symbol, one.day, one.words) for one in _jumps(feed, found, as_of)]
    nothing = [
        (name, found.days.get(name) or found.as_of, f"the price of {name} is given as $0.00")
        for name, price in found.prices.items()
        if not price
    ]
    seen = [one for one in (*reported, *jumped, *nothing) if one[:2] not in confirmed]
    if not seen:
        return found
    told = tuple(Issue("warning", symbol, words, "split_suspected") for symbol, _, words in seen)
    latest = FrozenMap({symbol: day for symbol, day, _ in sorted(seen)})
    return replace(found, jumps=latest, issues=(*found.issues, *told))


def past(
    feed: Feed, symbols: Sequence[str], end: date, days: int, actions: Iterable[CorporateAction] = ()
) -> "pd.DataFrame":
    """The feed's history (date x symbol) with known splits taken out; all missing where the feed fails."""
    import pandas as pd

    wanted = list(dict.fromkeys(symbols))
    try:
        found = feed.history(wanted, end, days)
    except FAILURES:
        found = None
    if found is None or found.empty:
        return pd.DataFrame(columns=wanted, index=pd.DatetimeIndex([], name="date"), dtype="float64")
    return without_splits(found.reindex(columns=wanted), actions)


def _cleaned(feed: Feed, found: Quotes, symbols: Sequence[str], as_of: date) -> Quotes:
    """Without numbers that are no prices and without symbols that nobody asked for; each price with its day."""
    wanted = frozenset(symbols)
    right = {
        symbol: price
        for symbol, price in found.prices.items()
        if symbol in wanted and isinstance(price, Decimal) and price.is_finite() and price >= 0
    }
    days = {symbol: min(found.days.get(symbol) or found.as_of, as_of) for symbol in right}
    told = {issue.where for issue in found.issues}
    lost = tuple(missing_price(symbol, feed.label or feed.name) for symbol in symbols
                 if symbol not in right and symbol not in told)  # fmt: skip
    if len(right) == len(found.prices) and not lost and len(found.days) == len(days):
        return found
    return replace(found, prices=FrozenMap(right), days=FrozenMap(days), issues=(*found.issues, *lost))


def _jumps(feed: Feed, found: Quotes, as_of: date) -> tuple[Jump, ...]:
    symbols = sorted(found.prices)
    closes = past(feed, symbols, as_of, JUMP_SESSIONS) if symbols else None
    if closes is None or closes.empty:
        return ()
    oldest = as_of - timedelta(days=2 * JUMP_SESSIONS)
    quoted = {name: (found.days.get(name) or found.as_of, float(price)) for name, price in found.prices.items()}
    return tuple(jump for jump in jumps(closes, quoted) if jump.day >= oldest)


def _nothing(feed: Feed, symbols: Sequence[str], as_of: date, trouble: Exception) -> Quotes:
    name = feed.label or feed.name
    what = str(trouble) if isinstance(trouble, CoreError) else type(trouble).__name__
    failed = Issue("error", name, f"the feed {name} failed: {what}", "feed_failed")
    return Quotes(FrozenMap(), as_of, name, feed.label, issues=(failed, *(missing_price(one, name) for one in symbols)))
