"""How fast, and at what price, what is held could be turned into cash."""

import numpy as np

from core.risk.portfolio_metric import portfolio_metric
from core.risk.portfolios import Portfolios
from core.risk.sample import Vector

SHARE_OF_VOLUME = 0.2
GOAL = 0.95
NEVER = 9999.0
"""Days, where more than 5 % cannot be sold at all."""


@portfolio_metric(
    34, unit="days", convention="all positions at once, each at 20 % of its median daily volume; 9999 = never",
    sign="0 or more", source="formula", needs="volume",
)  # fmt: skip
def days_to_liquidate(book: Portfolios) -> Vector:
    """Days until 95 % of the value is sold; funds redeemed daily and cash take none."""
    rate = np.where(book.assets.illiquid > 0, 0.0, np.nan_to_num(book.assets.volume, posinf=np.inf) * SHARE_OF_VOLUME)
    held = np.maximum(book.dollars * np.isfinite(np.where(rate == np.inf, 1.0, book.assets.volume)), 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        days = np.where(held > 0, held / rate, 0.0)
    order = np.argsort(days, axis=1)
    sold = np.take_along_axis(held, order, axis=1)
    days = np.take_along_axis(days, order, axis=1)
    rates = np.where(sold > 0, np.take_along_axis(np.broadcast_to(rate, held.shape), order, axis=1), 0.0)
    return _day_of_goal(sold, days, np.where(np.isinf(rates), 0.0, rates))


@portfolio_metric(
    35, unit="fraction", convention="(what cannot be sold + committed and not called) / (total + committed)",
    sign="0 or more", source="formula", needs="holdings",
)  # fmt: skip
def illiquid_share(book: Portfolios) -> Vector:
    """Share that is locked in or promised."""
    unfunded = book.figures["unfunded"]
    whole = book.total + unfunded
    return np.asarray((book.dollars @ book.assets.illiquid + unfunded) / np.where(whole == 0, np.nan, whole))


@portfolio_metric(
    36, unit="fraction", convention="sum of w x expense ratio a year", sign="0 or more", source="formula",
    needs="expenses",
)  # fmt: skip
def expense_ratio(book: Portfolios) -> Vector:
    """What funds charge a year over value."""
    return np.asarray(book.weights @ np.nan_to_num(book.assets.expense_ratio))


@portfolio_metric(
    36, unit="dollars", convention="sum of value x spread on one side", sign="0 or more", source="formula",
    needs="holdings",
)  # fmt: skip
def trading_cost(book: Portfolios) -> Vector:
    """What selling everything once would cost in spread."""
    return np.asarray(np.abs(book.dollars) @ book.assets.spread)


def _day_of_goal(sold: np.ndarray, days: np.ndarray, rates: np.ndarray) -> Vector:
    """The day on which 95 % is sold, positions in the order in which they are done."""
    need = GOAL * sold.sum(axis=1)
    done_before = np.cumsum(sold, axis=1) - sold
    rate_left = np.cumsum(rates[:, ::-1], axis=1)[:, ::-1]
    finite = np.where(np.isfinite(days), days, 0.0)
    reached = np.where(np.isfinite(days), done_before + finite * rate_left, 0.0) >= need[:, None] - 1e-9
    place = np.where(reached.any(axis=1), reached.argmax(axis=1), days.shape[1] - 1)
    rows = np.arange(len(need))
    left, rate = need - done_before[rows, place], rate_left[rows, place]
    with np.errstate(divide="ignore", invalid="ignore"):
        day = np.where(rate > 0, left / rate, np.where(left > 1e-9, NEVER, 0.0))
    never = ~reached.any(axis=1) & (left > 1e-9) & (rate <= 0)
    return np.asarray(np.where(never, NEVER, np.clip(day, 0.0, NEVER)))
