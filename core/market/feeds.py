"""The feed that the settings name: `simulated`, `yahoo`, or `file:PATH`."""

from pathlib import Path

from core.domain.errors import UnknownName
from core.market.feed import Feed
from core.market.layered import LayeredFeed
from core.settings import Settings

PRICES, FACTORS, HOLDINGS = "prices.csv", "factors.csv", "top_holdings.csv"
"""Files of the firm's folder: prices that the feed does not have, factor returns, what funds hold most of."""


def open_feed(settings: Settings) -> Feed:
    """The feed of `settings.feed` with the firm's price file beneath it."""
    return LayeredFeed(named_feed(settings), settings.firm / PRICES)


def named_feed(settings: Settings) -> Feed:
    """The feed of `settings.feed` alone; nothing is imported or read until a price is asked for."""
    name, _, rest = settings.feed.partition(":")
    if name == "simulated":
        from core.market.simulated import SimulatedFeed

        return SimulatedFeed()
    if name == "yahoo":
        from core.market.yahoo import YahooFeed

        return YahooFeed(cache=settings.cache / "yahoo")
    if name == "file" and rest:
        from core.market.files import FileFeed

        return FileFeed(Path(rest).expanduser())
    raise UnknownName(f"No price feed '{settings.feed}'. Known: simulated, yahoo, file:PATH.")
