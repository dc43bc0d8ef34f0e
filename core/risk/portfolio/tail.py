"""The worst days of today's weights: positive losses, historical, at 95 %."""

import math

import numpy as np

from core.risk.portfolio_metric import portfolio_metric
from core.risk.portfolios import Portfolios
from core.risk.sample import Matrix, Vector

TAIL = 0.05
HALF_YEAR, BLOCK, DRAWS, SEED = 126, 21, 2000, 20261120


@portfolio_metric(
    18, unit="fraction", convention="1 day, order statistic ceil(0.05 n)", sign="positive loss",
    source="riskfolio VaR_Hist",
)  # fmt: skip
def value_at_risk(book: Portfolios) -> Vector:
    """The loss that 95 % of days do not exceed."""
    return np.asarray(book.losses[:, _rank(book.losses) - 1])


@portfolio_metric(
    19, unit="fraction", convention="1 day, mean of the worst 5 %, the one on the border in part",
    sign="positive loss", source="riskfolio CVaR_Hist; Rockafellar and Uryasev 2000",
)  # fmt: skip
def expected_shortfall(book: Portfolios) -> Vector:
    """Mean loss on the worst 5 % of days."""
    return tail_means(book.losses)


@portfolio_metric(
    20, unit="fraction", convention="1 day, least entropic bound at 95 %", sign="positive loss",
    source="riskfolio EVaR_Hist; Ahmadi-Javid 2012",
)  # fmt: skip
def entropic_value_at_risk(book: Portfolios) -> Vector:
    """The tightest Chernoff bound on value at risk: least over z of z log(mean(exp(-r/z)) / 0.05)."""
    worst, reach = book.losses[:, :1], np.ptp(book.losses, axis=1)
    below = book.losses - worst
    low, high = np.full(len(reach), -7.0), np.full(len(reach), 4.0)
    golden = (math.sqrt(5) - 1) / 2
    for _ in range(20):
        left, right = high - golden * (high - low), low + golden * (high - low)
        first = _bound(left, reach, below) <= _bound(right, reach, below)
        low, high = np.where(first, low, left), np.where(first, right, high)
    found = worst[:, 0] + _bound((low + high) / 2, reach, below)
    return np.asarray(np.minimum(found, worst[:, 0]))


@portfolio_metric(
    21, unit="fraction",
    convention=f"5 % quantile of {DRAWS} half-years of {HALF_YEAR} days, circular blocks of {BLOCK} days, fixed seed",
    sign="positive loss", source="Politis and Romano 1992; cf. the 95 % range of risk questionnaires",
)  # fmt: skip
def six_month_loss(book: Portfolios) -> Vector:
    """The half-year loss that 95 % of resampled half-years do not exceed."""
    logs = np.log1p(np.maximum(book.path, -0.999999))
    sums = logs @ _draws(logs.shape[1])
    return np.asarray(-np.expm1(np.quantile(sums, TAIL, axis=1)))


@portfolio_metric(
    23, unit="ratio", convention="bias-adjusted (Fisher-Pearson G1)", sign="negative: falls are larger",
    source="quantstats skew",
)  # fmt: skip
def return_skew(book: Portfolios) -> Vector:
    """Third moment of daily returns."""
    count = book.path.shape[1]
    centred = book.path - book.path.mean(axis=1, keepdims=True)
    squares = centred * centred
    spread = squares.mean(axis=1)
    raw = (squares * centred).mean(axis=1) / np.where(spread > 0, spread, np.nan) ** 1.5
    return np.asarray(raw * math.sqrt(count * (count - 1)) / max(count - 2, 1))


@portfolio_metric(
    23, unit="ratio", convention="|95 % quantile / 5 % quantile|, linear", sign="0 or more",
    source="quantstats tail_ratio",
)  # fmt: skip
def tail_balance(book: Portfolios) -> Vector:
    """Size of the good tail over that of the bad one."""
    low, high = np.quantile(book.path, [TAIL, 1.0 - TAIL], axis=1)
    return np.asarray(np.abs(high / np.where(low == 0, np.nan, low)))


def tail_means(losses: Matrix, tail: float = TAIL) -> Vector:
    """Mean of the worst `tail` of each row (sorted, worst first), the one on the border counting in part."""
    share = tail * losses.shape[1]
    whole = min(math.floor(share + 1e-9), losses.shape[1])
    part = (share - whole) * losses[:, whole] if whole < losses.shape[1] else 0.0
    return np.asarray((losses[:, :whole].sum(axis=1) + part) / share)


def _rank(losses: Matrix) -> int:
    return max(1, math.ceil(TAIL * int(losses.shape[1]) - 1e-9))


def _bound(log_z: Vector, reach: Vector, below: Matrix) -> Vector:
    """What the bound adds to the worst loss at z = reach x exp(log_z)."""
    z = np.where(reach > 0, reach, 1.0) * np.exp(log_z)
    return np.asarray(z * np.log(np.exp(below / z[:, None]).mean(axis=1) / TAIL))


def _draws(periods: int) -> Matrix:
    """(T, draws) how often each day stands in each resampled half-year; the same for every portfolio."""
    blocks = -(-HALF_YEAR // BLOCK)
    starts = np.random.default_rng(SEED).integers(0, periods, size=(DRAWS, blocks, 1))
    days = ((starts + np.arange(BLOCK)) % periods).reshape(DRAWS, -1)[:, :HALF_YEAR]
    counts = np.zeros((periods, DRAWS))
    np.add.at(counts, (days, np.arange(DRAWS)[:, None]), 1.0)
    return counts
