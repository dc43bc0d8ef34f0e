"""Objectives by Gini's differences, entropic ranges and fourth moments, answered by riskfolio-lib (Cajas 2021, 2022).

All are historical and per period.
"""

from core.optimize.objectives.by_riskfolio import UNIT, least
from core.optimize.problem import OBJECTIVES, Found, Problem


@OBJECTIVES.add(sentence="the least mean difference between periods (Gini)", unit=UNIT)
def min_gini(problem: Problem) -> Found | None:
    """Least Gini mean difference (Yitzhaki 1982)."""
    return least(problem, "GMD")


@OBJECTIVES.add(sentence="the least range between the entropic tails", unit=UNIT)
def min_entropic_range(problem: Problem) -> Found | None:
    """Least sum of the entropic values at risk of losses and of gains, 95 % each."""
    return least(problem, "EVRG")


@OBJECTIVES.add(sentence="the least kurtosis", unit=UNIT)
def min_kurtosis(problem: Problem) -> Found | None:
    """Least square root of the fourth central moment."""
    return least(problem, "KT")


@OBJECTIVES.add(sentence="the least semi-kurtosis", unit=UNIT)
def min_semi_kurtosis(problem: Problem) -> Found | None:
    """Least square root of the fourth central moment below the mean."""
    return least(problem, "SKT")
