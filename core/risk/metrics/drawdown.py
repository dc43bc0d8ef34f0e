"""Depth and length below the last high. Wealth starts at 1 before the first return; depths are negative.

`compounded` false counts the running sum of simple returns, in units of the first wealth.
"""

import numpy as np

from core.risk.metric import metric
from core.risk.metrics.tails import tail_mean, worst_but
from core.risk.sample import Sample, drawdowns, wealth

DEPTH = "fraction below the high"
HOW = "compounded: {compounded}"


@metric(
    unit=DEPTH, convention=f"{HOW}, sign: {{sign}}", sign="negative, unless `sign` is positive",
    source="CFA Institute; empyrical",
)  # fmt: skip
def max_drawdown(sample: Sample, *, compounded: bool = True, sign: str = "negative") -> float:
    """The deepest fall from a high; `sign` positive gives its size."""
    depth = float(min(drawdowns(sample.returns, compounded).min(), 0.0))
    return {"negative": depth, "positive": -depth}.get(sign, float("nan"))


@metric(unit=DEPTH, convention=f"mean over all periods, {HOW}", sign="negative", source="skfolio, average_drawdown")
def average_drawdown(sample: Sample, *, compounded: bool = True) -> float:
    """The mean depth over all periods."""
    return float(drawdowns(sample.returns, compounded).mean())


@metric(
    unit=DEPTH, convention=f"order statistic ceil(0.05 n), {HOW}", sign="negative", source="skfolio, drawdown_at_risk"
)
def drawdown_at_risk_95(sample: Sample, *, compounded: bool = True) -> float:
    """The depth that 95 % of periods do not exceed."""
    return -worst_but(-drawdowns(sample.returns, compounded))


@metric(
    unit=DEPTH,
    convention=f"mean of the deepest 5 %, the one on the border counting in part, {HOW}",
    sign="negative",
    source="Chekhlov, Uryasev and Zabarankin 2005",
)
def cdar_95(sample: Sample, *, compounded: bool = True) -> float:
    """The mean depth of the deepest 5 % of periods."""
    return -tail_mean(-drawdowns(sample.returns, compounded))


@metric(unit=DEPTH, convention=f"root mean square, {HOW}", sign="0 or more", source="Martin and McCann 1989")
def ulcer_index(sample: Sample, *, compounded: bool = True) -> float:
    """Root mean square depth."""
    return float(np.sqrt((drawdowns(sample.returns, compounded) ** 2).mean()))


@metric(
    unit=DEPTH, convention=f"mean size of the depth, {HOW}", sign="0 or more", source="Bacon 2008; Zephyr pain index"
)
def pain_index(sample: Sample, *, compounded: bool = True) -> float:
    """Mean depth as a positive number."""
    return -average_drawdown(sample, compounded=compounded)


@metric(
    unit=DEPTH,
    convention="of {window} periods; position counts windows from the first, -1 is the last",
    sign="negative",
    source="empyrical, roll_max_drawdown",
)
def rolling_max_drawdown(sample: Sample, *, window: int = 126, position: int = -1) -> float:
    """The deepest fall within one window."""
    windows = len(sample.returns) - window + 1
    place = position if position >= 0 else windows + position
    if window < 1 or not 0 <= place < windows:
        return float("nan")
    return float(min(drawdowns(sample.returns[place : place + window], True).min(), 0.0))


@metric(
    unit="periods",
    convention="from the low to the next new high; days where a period is a day",
    sign="0 or more",
    source="Portfolio Performance, Risk.Drawdown",
)
def longest_recovery_days(sample: Sample) -> float:
    """The longest time from a low to the next new high; a recovery still open counts to the last period."""
    path = wealth(sample.returns, True)
    high, low, low_at, longest = path[0], path[0], 0, 0
    for place, value in enumerate(path):
        if value > high:
            longest = max(longest, place - low_at)
            high = low = value
            low_at = place
        elif value < low:
            low, low_at = value, place
    return float(max(longest, len(path) - 1 - low_at))
