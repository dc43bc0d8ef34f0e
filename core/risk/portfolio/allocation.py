"""How far the mix is from what was agreed: classes, cash, regions, sectors."""

import numpy as np

from core.risk.portfolio_metric import portfolio_metric
from core.risk.portfolios import Portfolios, divided
from core.risk.sample import Matrix, Vector


@portfolio_metric(
    1, unit="points", convention="the largest w - t over the classes, signed", sign="positive: too much",
    source="formula", needs="target",
)  # fmt: skip
def class_drift(book: Portfolios) -> Vector:
    """w_c - t_c of the class that is farthest from its target."""
    return farthest(book.drift)


@portfolio_metric(
    2, unit="fraction", convention="the largest w / t - 1 over classes with a target, signed",
    sign="positive: too much", source="Daryanani 2008", needs="target",
)  # fmt: skip
def relative_drift(book: Portfolios) -> Vector:
    """w_c / t_c - 1 of the class that is farthest from its target in proportion."""
    target = np.where(book.class_target > 0, book.class_target, np.nan)
    return farthest(book.class_weights / target - 1.0)


@portfolio_metric(
    3, unit="weight", convention="half the sum of |w - t| over classes", sign="0 or more", source="formula",
    needs="target",
)  # fmt: skip
def total_drift(book: Portfolios) -> Vector:
    """How much would have to be moved to reach the target."""
    return np.asarray(np.abs(book.drift).sum(axis=1) / 2.0)


@portfolio_metric(
    4, unit="dollars", convention="cash and cash to come - (reserves + distributions of the next 12 months)",
    sign="negative: too little", source="formula", needs="holdings",
)  # fmt: skip
def cash_over_reserve(book: Portfolios) -> Vector:
    """Cash beyond what must be kept and paid out."""
    return np.asarray(book.figures["cash"] - book.figures["cash_needed"])


@portfolio_metric(
    5, unit="points", convention="the largest w - t over US, developed, emerging and global, looking through",
    sign="positive: too much", source="formula", needs="regions",
)  # fmt: skip
def region_drift(book: Portfolios) -> Vector:
    """Weight of the region that is farthest from the target's weight of it, each target class as its fund."""
    shares = np.nan_to_num(book.assets.shares["regions"])
    return farthest(book.aimed_weights @ shares - book.target @ shares)


@portfolio_metric(
    6, unit="points", convention="largest |w_s - b_s| within equity, b the target's equity", sign="0 or more",
    source="formula", needs="sectors",
)  # fmt: skip
def sector_active_weight(book: Portfolios) -> Vector:
    """The sector that is farthest from its weight in the target's equity."""
    shares = np.nan_to_num(book.assets.shares["sectors"])
    held, wanted = book.aimed_weights @ shares, book.target @ shares
    active = divided(held, held.sum(axis=1)) - divided(wanted, wanted.sum(axis=1))
    return np.asarray(np.abs(active).max(axis=1))


def farthest(values: Matrix) -> Vector:
    """The entry of each row that is largest in size, with its sign; NaN for a row of NaN."""
    sizes = np.where(np.isfinite(values), np.abs(values), -1.0)
    place = sizes.argmax(axis=1)
    return np.asarray(values[np.arange(len(values)), place])
