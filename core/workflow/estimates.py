"""What the engine would do with a household, estimated by one linear program: milliseconds for the tenth of a second.

Shares are continuous and the yes-or-no choices are left open, so tax and drift come out close to the engine's own
answer and the count of trades a little high. For many households at once, never for an order.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.case import Case
from core.domain.committee import Outcome
from core.domain.errors import CoreError
from core.domain.trade import Trade
from core.rebalance.answer import after_picture, bill_of
from core.rebalance.engine import CENTS_SHORT, Ready, make_ready
from core.rebalance.lots import trades_of
from core.rebalance.solve import build, solve
from core.rebalance.triggers import stays_still
from core.rebalance.tweaks import setting_for
from core.workflow.crew import Answer, Progress, nothing


def estimates(cases: Sequence[Case], progress: Progress = nothing) -> list[Answer]:
    """The estimate of each case, in the order given; in one sentence why there is none."""
    found: list[Answer] = []
    for place, case in enumerate(cases, start=1):
        try:
            found.append(estimate(case))
        except CoreError as error:
            found.append(str(error))
        progress(place, len(cases))
    return found


def estimate(case: Case) -> Outcome:
    """The figures of one case; `infeasible` where a withdrawal cannot be raised."""
    ready = make_ready(replace(case, securities=tuple(replace(one, fractional=True) for one in case.securities)))
    if stays_still(ready.book, ready.causes):
        return _outcome(ready, (), "no_action")
    setting = setting_for(ready, ()).changed(linear=True)
    found = solve(build(ready.book, ready.goals, ready.curves, setting))
    if found is None or any(amount > CENTS_SHORT for amount in found.given.withdrawal.values()):
        return _outcome(ready, (), "infeasible")
    trades = trades_of(ready.book, found, setting.fixed)
    return _outcome(ready, trades, "proposed" if _counted(case, trades) or found.excess > 1 else "no_action")


def _outcome(ready: Ready, trades: tuple[Trade, ...], status: str) -> Outcome:
    before, after = after_picture(ready.case, ()), after_picture(ready.case, trades)
    bought, sold = (
        sum((trade.amount for trade in trades if trade.side == side), Decimal(0)) for side in ("buy", "sell")
    )
    return Outcome(
        status=status,  # type: ignore[arg-type]
        trades=len(_counted(ready.case, trades)),
        tax=bill_of(ready, trades).total,
        turnover=min(bought, sold),
        drift_before=before.drift_total,
        drift_after=after.drift_total,
        out_before=len(before.out_of_band),
        out_after=len(after.out_of_band),
    )


def _counted(case: Case, trades: Sequence[Trade]) -> list[Trade]:
    """Trades large enough to be made at all."""
    return [trade for trade in trades if trade.amount >= case.policy.minimum_trade]
