"""Reasons that come from limits: classes outside their bands, cash to raise, holdings outside the target."""

from core.domain.allocation import CASH
from core.domain.frozen_map import FrozenMap
from core.domain.rationale import Reason
from core.domain.trade import Trade
from core.rebalance.goals import Goal
from core.rebalance.naming import beyond, exact, must_raise, stands
from core.rebalance.reason_ground import Ground, carried, goals_of, reason
from core.risk.exposure import is_untargeted


def band_reasons(ground: Ground, trade: Trade, side: str) -> list[Reason]:
    """The classes outside their bands that the trade brings back."""
    found = []
    for goal in goals_of(ground, trade):
        for name in sorted(carried(ground, trade, goal)):
            drift = goal.before.drift.get(name, -goal.target.weight(name))
            width = goal.target.band(name).half_width(goal.target.weight(name))
            outside = name in goal.outside and abs(drift) > width and name != CASH and name in goal.limits
            if outside and (drift > 0) == (side == "over") and not is_untargeted(name, goal.target):
                found.append(_band_reason(goal, name, drift, width, side))
    return found


def _band_reason(goal: Goal, name: str, drift: float, width: float, side: str) -> Reason:
    where = f" in {goal.name}" if goal.name else ""
    sentence = f"{stands(name, drift, where)}, {beyond(abs(drift) - width, 'band')}."
    return Reason(
        f"{side}_band",
        sentence,
        FrozenMap(
            {
                "class": name,
                "drift": round(drift, 6),
                "band": round(width, 6),
                "limit": round(goal.limits[name], 6),
                "beyond": round(abs(drift) - width, 6),
            }
        ),
    )


def raised(ground: Ground, trade: Trade) -> list[Reason]:
    """Cash that the account must come up with."""
    rule = ground.book.cash[trade.account]
    if rule.required <= 0:
        return []
    required, now, least = (str(exact(amount)) for amount in (rule.required, rule.now, rule.least))
    sentence = must_raise(trade.account, rule.required, rule.now, rule.least)
    return [reason("raise_cash", sentence, account=trade.account, required=required, now=now, least=least)]


def untargeted(ground: Ground, trade: Trade) -> list[Reason]:
    """A holding outside the target that the policy sells."""
    goals = goals_of(ground, trade)
    names = [name for goal in goals for name in carried(ground, trade, goal) if is_untargeted(name, goal.target)]
    if not names or ground.book.case.policy.untargeted != "sell":
        return []
    sentence = f"{trade.symbol} stands outside the target, and the policy sells what does."
    return [reason("sell_untargeted", sentence, **{"class": names[0]})]
