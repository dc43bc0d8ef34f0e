"""Objectives under other risk measures, answered by riskfolio-lib: seconds at the first call, fractions after it.

All are historical and per period; those of drawdowns are uncompounded.
"""

from core.optimize.problem import OBJECTIVES, Found, Problem, tidy

UNIT = "loss per period"


@OBJECTIVES.add(sentence="the least mean absolute deviation", unit=UNIT)
def min_mad(problem: Problem) -> Found | None:
    """Least mean absolute deviation (Konno and Yamazaki 1991)."""
    return _least(problem, "MAD")


@OBJECTIVES.add(sentence="the least deviation below the mean", unit=UNIT)
def min_semi_deviation(problem: Problem) -> Found | None:
    """Least semi standard deviation."""
    return _least(problem, "MSV")


@OBJECTIVES.add(sentence="the least entropic value at risk", unit=UNIT)
def min_evar(problem: Problem) -> Found | None:
    """Least entropic value at risk at 95 % (Ahmadi-Javid 2012)."""
    return _least(problem, "EVaR")


@OBJECTIVES.add(sentence="the least loss in the worst period", unit=UNIT)
def min_worst_loss(problem: Problem) -> Found | None:
    """Least worst realisation (Young 1998)."""
    return _least(problem, "WR")


@OBJECTIVES.add(sentence="the least maximum drawdown", unit="drawdown")
def min_max_drawdown(problem: Problem) -> Found | None:
    """Least maximum drawdown of uncompounded wealth."""
    return _least(problem, "MDD")


@OBJECTIVES.add(sentence="the least Ulcer index", unit="drawdown")
def min_ulcer(problem: Problem) -> Found | None:
    """Least root mean square drawdown of uncompounded wealth (Martin 1987)."""
    return _least(problem, "UCI")


def _least(problem: Problem, measure: str) -> Found | None:
    from core.optimize.reference import riskfolio_risk, riskfolio_weights

    weights = riskfolio_weights(problem, "MinRisk", measure)
    if weights is None:
        return None
    clean = tidy(problem, weights)
    return Found(clean, riskfolio_risk(problem, clean, measure), f"riskfolio ({measure})")
