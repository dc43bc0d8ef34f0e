"""Objectives under other risk measures, answered by riskfolio-lib: seconds at the first call, fractions after it.

All are historical and per period; those of drawdowns are uncompounded.
"""

from core.optimize.problem import OBJECTIVES, Found, Problem, closest, tidy

UNIT = "loss per period"


@OBJECTIVES.add(sentence="the least mean absolute deviation", unit=UNIT)
def min_mad(problem: Problem) -> Found | None:
    """Least mean absolute deviation (Konno and Yamazaki 1991)."""
    return least(problem, "MAD")


@OBJECTIVES.add(sentence="the least deviation below the mean", unit=UNIT)
def min_semi_deviation(problem: Problem) -> Found | None:
    """Least semi standard deviation."""
    return least(problem, "MSV")


@OBJECTIVES.add(sentence="the least entropic value at risk", unit=UNIT)
def min_evar(problem: Problem) -> Found | None:
    """Least entropic value at risk at 95 % (Ahmadi-Javid 2012)."""
    return least(problem, "EVaR")


@OBJECTIVES.add(sentence="the least loss in the worst period", unit=UNIT)
def min_worst_loss(problem: Problem) -> Found | None:
    """Least worst realisation (Young 1998)."""
    return least(problem, "WR")


@OBJECTIVES.add(sentence="the least maximum drawdown", unit="drawdown")
def min_max_drawdown(problem: Problem) -> Found | None:
    """Least maximum drawdown of uncompounded wealth."""
    return least(problem, "MDD")


@OBJECTIVES.add(sentence="the least Ulcer index", unit="drawdown")
def min_ulcer(problem: Problem) -> Found | None:
    """Least root mean square drawdown of uncompounded wealth (Martin 1987)."""
    return least(problem, "UCI")


@OBJECTIVES.add(sentence="the least average shortfall below the risk-free rate", unit=UNIT)
def min_shortfall(problem: Problem) -> Found | None:
    """Least first lower partial moment below the risk-free rate (Fishburn 1977)."""
    return least(problem, "FLPM")


@OBJECTIVES.add(sentence="the least deviation below the risk-free rate", unit=UNIT)
def min_downside(problem: Problem) -> Found | None:
    """Least square root of the second lower partial moment below the risk-free rate."""
    return least(problem, "SLPM")


@OBJECTIVES.add(sentence="the least range from the worst to the best period", unit=UNIT)
def min_range(problem: Problem) -> Found | None:
    """Least range of returns."""
    return least(problem, "RG")


@OBJECTIVES.add(sentence="the least range between both tails", unit=UNIT)
def min_tail_range(problem: Problem) -> Found | None:
    """Least mean of the best 5 % of periods over that of the worst 5 %."""
    return least(problem, "CVRG")


@OBJECTIVES.add(sentence="the least average drawdown", unit="drawdown")
def min_average_drawdown(problem: Problem) -> Found | None:
    """Least average drawdown of uncompounded wealth."""
    return least(problem, "ADD")


@OBJECTIVES.add(sentence="the least entropic drawdown at risk", unit="drawdown")
def min_edar(problem: Problem) -> Found | None:
    """Least entropic drawdown at risk at 95 %, of uncompounded wealth."""
    return least(problem, "EDaR")


def least(problem: Problem, measure: str) -> Found | None:
    """The least of a measure by riskfolio's name of it, within every limit of the mandate; None where none is found."""
    from core.optimize.reference import riskfolio_risk, riskfolio_weights

    weights = riskfolio_weights(problem, "MinRisk", measure)
    if weights is None:
        return None
    clean, solver = tidy(problem, weights), f"riskfolio ({measure})"
    if problem.region.balls and not problem.keeps(clean):
        inside = closest(problem, clean)
        if inside is None:
            return None
        clean, solver = inside[0], f"{solver}, {inside[1]}"
    return Found(clean, riskfolio_risk(problem, clean, measure), solver)
