"""The engine's answer in full: trades with reasons, drift, tax, cash, lock-outs, and what could not be met."""

from collections.abc import Sequence
from dataclasses import replace

from core.domain.account import Amounts
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.money import ZERO
from core.domain.rationale import Reason
from core.domain.trade import Conflict, DriftPicture, Lockout, Proposed, SolverRecord, TaxBill, Trade
from core.rebalance.after_trades import cash_after, collectible_gains, costs, gains_by_taxpayer, holdings_after
from core.rebalance.call_warning import call_issues
from core.rebalance.conflicts import given_conflicts, limit_conflicts, withdrawal_conflicts
from core.rebalance.engine import Answer, Ready
from core.rebalance.fingerprint import fingerprint
from core.rebalance.goals import goal_picture
from core.rebalance.loaded import SOLVER, solver_version
from core.rebalance.reasons import Ground, loss_taken, with_reasons
from core.rebalance.solution import Given, Solution
from core.rebalance.switching import planned, switch_causes, waiting_issues
from core.rebalance.tax_model import exact_bill
from core.rebalance.tracking import tracking_error
from core.rebalance.triggers import nothing_to_do, standing_orders
from core.rebalance.wash_warning import disallowed_losses, wash_issues
from core.risk.exposure import picture
from core.tax.households import lockouts

SOURCES = frozenset({"required_distribution", "withdrawal_source"})
"""Causes that say who pays a household's withdrawal."""
NO_SOLVE = SolverRecord(SOLVER, "", "not called", None)


def answered(ready: Ready, answer: Answer) -> Proposed:
    """The answer as what the engine gives back, without counterfactuals and baselines."""
    if answer.missing:
        return _infeasible(ready, answer)
    assumed = frozenset(ready.payers) - {payer.id for payer in ready.case.taxpayers}
    ground = Ground(ready.book, ready.goals, ready.curves, assumed, named=frozenset(answer.setting.named))
    trades = with_reasons(ground, answer.trades)
    conflicts = _conflicts(ready, answer, trades)
    moves = bool(trades or conflicts)
    causes = (*standing_orders(ready.book), *ready.causes, *switch_causes(ready.book, trades))
    causes += _harvest_cause(ready, trades) if causes == standing_orders(ready.book) else ()
    return replace(
        _shell(ready, trades),
        status="proposed" if moves else "no_action",
        triggered_by=causes if moves else _no_action(ready),
        conflicts=conflicts,
        solver=_record(answer.solution),
    )


def _no_action(ready: Ready) -> tuple[Reason, ...]:
    """Why nothing is traded, and which accounts pay the household's withdrawal all the same."""
    why = nothing_to_do(ready.goals)
    return (why, *(cause for cause in ready.causes if cause.code in SOURCES))


def bill_of(ready: Ready, trades: Sequence[Trade]) -> TaxBill:
    """The exact tax of the trades, losses that the wash-sale rule disallows taken out of them."""
    gains = gains_by_taxpayer(ready.case, trades)
    lost = disallowed_losses(ready.case, trades)
    for payer, amounts in lost.items():
        old = gains.get(payer, Amounts())
        gains[payer] = Amounts(old.short + amounts.short, old.long + amounts.long)
    total = sum((amounts.short + amounts.long for amounts in lost.values()), ZERO)
    return exact_bill(ready.payers, gains, total, ready.year, collectible_gains(ready.case, trades))


def after_picture(case: Case, trades: Sequence[Trade]) -> DriftPicture:
    """Drift of the household after the trades."""
    return picture(case, holdings_after(case, trades), cash_after(case, trades))


def _shell(ready: Ready, trades: tuple[Trade, ...]) -> Proposed:
    case = ready.case
    paid = costs(case, trades)
    return Proposed(
        status="no_action",
        fingerprint=fingerprint(case, trades),
        triggered_by=(),
        trades=trades,
        before=_weighed(ready, after_picture(case, ())),
        after=_weighed(ready, after_picture(case, trades)),
        tax=bill_of(ready, trades),
        cash_after=FrozenMap(cash_after(case, trades)),
        baselines=(),
        lockouts=_lockouts(ready, trades),
        conflicts=(),
        issues=(
            *ready.issues,
            *wash_issues(case, trades),
            *call_issues(case, trades),
            *waiting_issues(ready.book, trades),
        ),
        solver=NO_SOLVE,
        spread=paid.spread,
        commission=paid.commission,
    )


def _weighed(ready: Ready, found: DriftPicture) -> DriftPicture:
    """The picture with its tracking error, where the case gives a covariance."""
    household = next((goal for goal in ready.goals if not goal.name), None)
    if ready.case.risk is None or household is None:
        return found
    error = tracking_error(ready.case, household, found.drift)
    return replace(found, tracking_error=None if error is None else round(error, 9))


def _infeasible(ready: Ready, answer: Answer) -> Proposed:
    return replace(
        _shell(ready, ()),
        status="infeasible",
        triggered_by=ready.causes,
        conflicts=tuple(withdrawal_conflicts(dict(answer.missing))),
        solver=SolverRecord(SOLVER, solver_version(), "infeasible", None),
    )


def _conflicts(ready: Ready, answer: Answer, trades: tuple[Trade, ...]) -> tuple[Conflict, ...]:
    found = given_conflicts(answer.solution.given if answer.solution else _nothing_raised(ready))
    held, cash = holdings_after(ready.case, trades), cash_after(ready.case, trades)
    for goal in ready.goals:
        found += limit_conflicts(ready.book, goal, goal_picture(ready.case, goal, held, cash), trades, ready.curves)
    return tuple(found)


def _nothing_raised(ready: Ready) -> Given:
    """What required cash lacks where no account may trade at all."""
    return Given({}, {name: rule.required for name, rule in ready.book.cash.items() if rule.required > 0}, {}, 0.0)


def _harvest_cause(ready: Ready, trades: tuple[Trade, ...]) -> tuple[Reason, ...]:
    loss = sum((loss_taken(ready.book, trade) for trade in trades), ZERO)
    facts = FrozenMap({"loss": str(loss)})
    return (Reason("harvest", f"Losses of ${loss:,.2f} are worth taking.", facts),) if loss else ()


def _lockouts(ready: Ready, trades: tuple[Trade, ...]) -> tuple[Lockout, ...]:
    """Groups that may not be bought: from earlier losses, and from today's."""
    groups = {ready.book.wash.groups[trade.symbol] for trade in trades if loss_taken(ready.book, trade)}
    return planned(ready.book, lockouts(ready.case, sorted(groups)), trades)


def _record(solution: Solution | None) -> SolverRecord:
    if solution is None:
        return NO_SOLVE
    return SolverRecord(SOLVER, solver_version(), solution.status, round(solution.gap, 9))
