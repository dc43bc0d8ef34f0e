"""Real closes through yfinance; the only file that asks Yahoo.

Yahoo answers trouble with an empty or hollow table rather than an error, so every symbol is looked at by itself:
no row, no value, or a call that failed is an issue that names the feed, and the price stays missing.
"""

import importlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from core.domain.corporate_action import CorporateAction
from core.domain.errors import CoreError
from core.domain.issue import Issue
from core.market.feed import Quotes, gather

if TYPE_CHECKING:
    import pandas as pd

LOOK_BACK_DAYS = 14
"""Calendar days before the day asked for in which a close must lie; older is no price at all."""
SPLIT_DAYS = 400
"""Calendar days for whose splits Yahoo is asked: its closes of before one are rewritten, so no jump would show it."""


class Downloader(Protocol):
    """What this file needs of yfinance."""

    def download(self, tickers: list[str], **options: Any) -> "pd.DataFrame | None":
        """Daily rows of the tickers; columns are (field, ticker)."""

    def set_tz_cache_location(self, cache_dir: str) -> None:
        """Where it keeps its small cache of time zones and cookies."""


class FeedUnavailable(CoreError):
    """The outside feed could not be asked at all."""


def load_yfinance() -> Downloader:
    """The yfinance package; FeedUnavailable where it is not installed."""
    try:
        return cast(Downloader, importlib.import_module("yfinance"))
    except ImportError:
        raise FeedUnavailable("yfinance is not installed; choose another price feed in the settings") from None


@dataclass(frozen=True, slots=True)
class YahooFeed:
    """Yahoo's daily closes.

    cache : folder for what yfinance keeps (its own default where None)
    load : brings the package that is asked, on first use
    """

    cache: Path | None = None
    name: str = "yahoo"
    label: str = "Yahoo"
    load: Callable[[], Downloader] = field(default=load_yfinance, repr=False)

    def quotes(self, symbols: Sequence[str], as_of: date) -> Quotes:
        """The last close on or before `as_of`, not adjusted for dividends, and the splits that Yahoo reports."""
        answer = self._rows(symbols, as_of - timedelta(days=SPLIT_DAYS), as_of, adjusted=False)
        found: dict[str, tuple[date, Decimal]] = {}
        if answer.closes is not None:
            recent = answer.closes[answer.closes.index >= str(as_of - timedelta(days=LOOK_BACK_DAYS))]
            for symbol in symbols:
                if symbol in recent and recent[symbol].notna().any():
                    found[symbol] = _last_close(recent[symbol].dropna())
        quotes = gather(found, symbols, as_of, "Yahoo", self.label, answer.issues)
        return replace(quotes, actions=answer.splits)

    def history(self, symbols: Sequence[str], end: date, days: int) -> "pd.DataFrame":
        """Adjusted closes (date x symbol) of the last `days` sessions up to `end`; NaN where Yahoo has none."""
        import pandas as pd

        wanted = list(dict.fromkeys(symbols))
        start = end - timedelta(days=math.ceil(days * 365 / 250) + LOOK_BACK_DAYS)
        table = self._rows(wanted, start, end, adjusted=True).closes
        if table is None:
            return pd.DataFrame(columns=wanted, index=pd.DatetimeIndex([], name="date"), dtype="float64")
        return table.reindex(columns=wanted).tail(days)

    def _rows(self, symbols: Sequence[str], start: date, end: date, adjusted: bool) -> "_Answer":
        """Closes and splits by our symbols, or why there are none."""
        names = {to_yahoo(symbol): symbol for symbol in symbols}
        if not names:
            return _Answer()
        try:
            package = self.load()
        except FeedUnavailable as error:
            return _Answer(issues=(Issue("error", "yahoo", str(error), "feed_unavailable"),))
        try:
            return self._ask(package, names, start, end, adjusted)
        except _failures(package) as error:
            return _failed(f"Yahoo could not be asked: {type(error).__name__}")

    def _ask(self, package: Downloader, names: dict[str, str], start: date, end: date, adjusted: bool) -> "_Answer":
        """What the package gives, looked at: a table without one value is no answer. names : ticker -> our symbol"""
        tickers = sorted(names)
        if self.cache is not None:
            self.cache.mkdir(parents=True, exist_ok=True)
            package.set_tz_cache_location(str(self.cache))
        raw = package.download(
            tickers, start=start.isoformat(), end=(end + timedelta(days=1)).isoformat(), interval="1d",
            auto_adjust=adjusted, actions=not adjusted, progress=False, threads=False, group_by="column",
        )  # fmt: skip
        if raw is None or raw.empty:
            return _failed("Yahoo answered with an empty table: offline, rate-limited, or no such symbols")
        closes, splits = (_columns(raw, tickers, name) for name in ("Close", "Stock Splits"))
        if closes is None:
            return _failed("Yahoo answered without a column of closes")
        closes = _by_day(closes, end).rename(columns=names)
        if not len(closes):
            return _failed("Yahoo answered with a table that holds no close")
        return _Answer(closes, () if splits is None else _splits(_by_day(splits, end).rename(columns=names)))


@dataclass(frozen=True, slots=True)
class _Answer:
    """What Yahoo said: closes (date x symbol) or None, the splits it reports, and what went wrong."""

    closes: "pd.DataFrame | None" = None
    splits: tuple[CorporateAction, ...] = ()
    issues: tuple[Issue, ...] = ()


def _failed(why: str) -> _Answer:
    return _Answer(issues=(Issue("error", "yahoo", why, "feed_failed"),))


def to_yahoo(symbol: str) -> str:
    """Yahoo's spelling: share classes carry a hyphen (BRK.B -> BRK-B)."""
    return symbol.replace(".", "-")


def _failures(package: Downloader) -> tuple[type[Exception], ...]:
    """What a call may raise: the package's own errors, and what its parsing of an odd answer runs into."""
    own = getattr(getattr(package, "exceptions", None), "YFException", OSError)
    return (own, OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError)


def _columns(raw: "pd.DataFrame", tickers: list[str], name: str) -> "pd.DataFrame | None":
    """One field by ticker, whichever of its two shapes yfinance answers in; None where it is not there."""
    if raw.columns.nlevels == 2:
        level = next((number for number in (0, 1) if name in raw.columns.get_level_values(number)), None)
        return None if level is None else cast("pd.DataFrame", raw.xs(name, axis=1, level=level))
    if name in raw.columns and len(tickers) == 1:
        return raw[[name]].set_axis(tickers, axis=1)
    return None


def _by_day(closes: "pd.DataFrame", end: date) -> "pd.DataFrame":
    """Numbers above zero by plain calendar day, up to `end`; days without any are left out."""
    import pandas as pd

    days = pd.DatetimeIndex(closes.index).tz_localize(None).normalize()
    plain = closes.set_axis(days.rename("date"), axis=0)
    return plain[days <= pd.Timestamp(end)].where(lambda table: table > 0).dropna(how="all")


def _splits(ratios: "pd.DataFrame") -> tuple[CorporateAction, ...]:
    """New shares for one old, where a ratio stands; 1 for 1 is none."""
    import pandas as pd

    return tuple(
        CorporateAction(str(symbol), pd.Timestamp(str(day)).date(), "split", Decimal(f"{float(ratio):.6g}"), "Yahoo")
        for symbol, column in ratios.items()
        for day, ratio in column.dropna().items()
        if ratio != 1
    )


def _last_close(closes: "pd.Series[float]") -> tuple[date, Decimal]:
    import pandas as pd

    price = Decimal(f"{float(closes.iloc[-1]):.4f}")
    return pd.Timestamp(str(closes.index[-1])).date(), price.quantize(Decimal("0.01")) if price >= 1 else price
