"""What a trade does to the tracking error, where the case gives a covariance."""

from collections.abc import Sequence

from core.domain.rationale import Reason
from core.domain.trade import Trade
from core.rebalance.after_trades import cash_after, holdings_after
from core.rebalance.goals import Goal, goal_picture
from core.rebalance.reason_ground import Ground, goals_of, reason
from core.rebalance.tracking import tracking_error
from core.words import percent

SEEN = 5e-5
"""Tracking error a year below which a difference is not worth a word."""


def tracked(ground: Ground, trade: Trade) -> list[Reason]:
    """The tracking error of all trades beside that of all but this one."""
    found = []
    for goal in goals_of(ground, trade) if ground.book.case.risk else ():
        others = tuple(other for other in ground.trades if other.key != trade.key)
        before, after = _left(ground, goal, others), _left(ground, goal, ground.trades)
        if abs(after - before) >= SEEN:
            does = "lowers" if after < before else "raises"
            sentence = (
                f"Beside the other trades it {does} the yearly tracking error from {percent(before, 2)} to "
                f"{percent(after, 2)}."
            )
            facts = {"account": goal.name or None, "others_alone": round(before, 6), "with_it": round(after, 6)}
            found.append(reason("tracking_error", sentence, **facts))
    return found


def _left(ground: Ground, goal: Goal, trades: Sequence[Trade]) -> float:
    case = ground.book.case
    after = goal_picture(case, goal, holdings_after(case, trades), cash_after(case, trades))
    return tracking_error(case, goal, after.drift) or 0.0
