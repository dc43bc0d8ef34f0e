"""Limits on distance: from today's holdings (turnover), a benchmark (tracking error), no risk at all, factor betas."""

import numpy as np

from core.domain.errors import BadInput
from core.optimize.limits import CONSTRAINTS, Ball, Facts, Limit, not_below_zero
from core.words import listing, number, percent


@CONSTRAINTS.add(lasting=True, sentence="half the sum of all weight changes is at most the limit")
def turnover(facts: Facts) -> tuple[Limit, ...]:
    """`turnover.limit`: half the sum of |w - current|; what is held beyond the assets offered is sold, and counts."""
    asked = facts.mandate.turnover
    if asked is None:
        return ()
    centre = facts.assets.vector(dict(asked.current))
    left = sum(abs(weight) for symbol, weight in asked.current.items() if symbol not in facts.assets.symbols)
    ball = Ball(centre, 2 * not_below_zero(asked.limit, "turnover.limit") - left, scale=0.5)
    return (Limit("turnover.limit", f"turnover may be at most {percent(asked.limit)}", ball=ball),)


@CONSTRAINTS.add(sentence="the annual tracking error against the benchmark is at most the limit")
def tracking_error(facts: Facts) -> tuple[Limit, ...]:
    """`tracking_error.limit`: sqrt((w - b)' S (w - b)), S the annual covariance."""
    asked = facts.mandate.tracking_error
    if asked is None:
        return ()
    unknown = [symbol for symbol, weight in asked.benchmark.items() if weight and symbol not in facts.assets.symbols]
    if unknown:
        raise BadInput("mandate.tracking_error.benchmark", f"there is no price series of {listing(unknown)}")
    most = not_below_zero(asked.limit, "tracking_error.limit")
    ball = Ball(facts.assets.vector(dict(asked.benchmark)), most, _root(facts))
    sentence = f"the tracking error may be at most {percent(asked.limit)} a year"
    return (Limit("tracking_error.limit", sentence, ball=ball),)


@CONSTRAINTS.add(sentence="the annual volatility is at most the limit")
def risk_limit(facts: Facts) -> tuple[Limit, ...]:
    """`risk_limit`: sqrt(w'Sw), S the annual covariance."""
    limit = facts.mandate.risk_limit
    if limit is None:
        return ()
    ball = Ball(np.zeros(facts.assets.size), not_below_zero(limit, "risk_limit"), _root(facts))
    return (Limit("risk_limit", f"volatility may be at most {percent(limit)} a year", ball=ball),)


@CONSTRAINTS.add(sentence="the portfolio's beta to each factor lies between its bounds")
def factors(facts: Facts) -> tuple[Limit, ...]:
    """`factors.NAME`: the weighted betas of one regression on all factors of the file."""
    limits: list[Limit] = []
    for name, (least, most) in facts.mandate.factors.items():
        if name not in facts.betas:
            known = listing(sorted(facts.betas)) or "none given"
            raise BadInput(f"mandate.factors.{name}", f"no such factor in factor_returns (known: {known})")
        row, path = facts.betas[name][None], f"factors.{name}"
        limits += [
            Limit(
                f"{path}.min",
                f"the beta to {name} must be at least {number(least, 2)}",
                rows=-row,
                most=np.array([-least]),
            ),
            Limit(
                f"{path}.max", f"the beta to {name} may be at most {number(most, 2)}", rows=row, most=np.array([most])
            ),
        ]
    return tuple(limits)


def _root(facts: Facts) -> np.ndarray:
    """R with R'R = the annual covariance."""
    return np.asarray(np.linalg.cholesky(facts.assets.covariance).T, dtype=np.float64)
