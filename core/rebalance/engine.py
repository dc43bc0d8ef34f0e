"""One household, one answer: read, solve, round, check, explain. Pure: the same case always has the same answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from core.domain.account import Amounts, Taxpayer
from core.domain.case import Case
from core.domain.errors import BadInput, CoreError
from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue
from core.domain.money import ZERO
from core.domain.proposal import CheckResult, Tweak
from core.domain.rationale import Reason
from core.domain.trade import Conflict, DriftPicture, Lockout, Proposed, SolverRecord, TaxBill, Trade
from core.rebalance.book import Book, open_book
from core.rebalance.checker import check
from core.rebalance.conflicts import given_conflicts, limit_conflicts, withdrawal_conflicts
from core.rebalance.fingerprint import fingerprint, in_order
from core.rebalance.goals import Goal, goal_picture, goals
from core.rebalance.lots import cash_after, costs, gains_by_taxpayer, holdings_after, trades_of
from core.rebalance.program import SOLVER, solver_version
from core.rebalance.reasons import Ground, loss_taken, with_reasons
from core.rebalance.setting import Setting, TradeKey
from core.rebalance.solve import Solution, build, solve
from core.rebalance.tax_model import TaxCurve, exact_bill, tax_curve, taxpayers_of, year_of
from core.rebalance.triggers import nothing_to_do, standing_orders, stays_still, triggers
from core.rebalance.wash_warning import disallowed_losses, wash_issues
from core.risk.exposure import picture
from core.tax.households import lockouts
from core.tax.years import TaxYear

NO_SOLVE = SolverRecord(SOLVER, "", "not called", None)
CENTS_SHORT = 0.05
"""Dollars of a withdrawal below which nothing is missing."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A case made ready for solving."""

    case: Case
    book: Book
    goals: tuple[Goal, ...]
    payers: Mapping[str, Taxpayer]
    curves: Mapping[str, TaxCurve]
    year: TaxYear
    issues: tuple[Issue, ...]
    causes: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Trades before they are explained, and what the solver said.

    missing : withdrawals that cannot be raised, by account; still : the policy's trigger asks for no look at all
    """

    trades: tuple[Trade, ...] = ()
    setting: Setting = field(default_factory=Setting)
    solution: Solution | None = None
    missing: Mapping[str, float] = field(default_factory=dict)
    still: bool = False


def make_ready(case: Case) -> Ready:
    """Index the case, read its tax year and say what calls for trades."""
    case = in_order(case)
    payers, issues = taxpayers_of(case)
    year = year_of(case, payers)
    taxed = {account.taxpayer for account in case.accounts if account.taxable}
    curves = {name: tax_curve(payers[name], payers.values(), year) for name in sorted(taxed)}
    book = open_book(case, payers)
    aims = goals(book)
    return Ready(case, book, aims, payers, curves, year, issues, triggers(book, aims))


def answer_of(ready: Ready, setting: Setting) -> Answer:
    """Solve with shares continuous, then in whole shares around that."""
    if stays_still(ready.book, ready.causes) and not setting.fixed:
        return Answer(still=True)
    short = _unraisable(ready)
    if short or not (ready.book.positions or ready.book.buys):
        return Answer(missing=short)
    found = _continuous(ready, setting)
    if found is None:
        raise _impossible(setting)
    short = {name: amount for name, amount in found.given.withdrawal.items() if amount > CENTS_SHORT}
    if short:
        return Answer(missing=short)
    final = _rounded(ready, setting, found)
    return Answer(trades_of(ready.book, final, setting.fixed), setting, final)


def answered(ready: Ready, answer: Answer) -> Proposed:
    """The answer as what the engine gives back, without counterfactuals and baselines."""
    if answer.missing:
        return _infeasible(ready, answer)
    _prove(ready.case, answer.trades)
    assumed = frozenset(ready.payers) - {payer.id for payer in ready.case.taxpayers}
    ground = Ground(ready.book, ready.goals, ready.curves, assumed)
    trades = with_reasons(ground, answer.trades)
    conflicts = _conflicts(ready, answer, trades)
    moves = bool(trades or conflicts)
    causes = (*standing_orders(ready.book), *ready.causes, *_harvest_cause(ready, trades))
    return replace(
        _shell(ready, trades),
        status="proposed" if moves else "no_action",
        triggered_by=causes if moves else (nothing_to_do(ready.book, ready.causes),),
        conflicts=conflicts,
        solver=_record(answer.solution),
    )


def bill_of(ready: Ready, trades: Sequence[Trade]) -> TaxBill:
    """The exact tax of the trades, losses that the wash-sale rule disallows taken out of them."""
    gains = gains_by_taxpayer(ready.case, trades)
    lost = disallowed_losses(ready.case, trades)
    for payer, amounts in lost.items():
        old = gains.get(payer, Amounts())
        gains[payer] = Amounts(old.short + amounts.short, old.long + amounts.long)
    total = sum((amounts.short + amounts.long for amounts in lost.values()), ZERO)
    return exact_bill(ready.payers, gains, total, ready.year)


def after_picture(case: Case, trades: Sequence[Trade]) -> DriftPicture:
    """Drift of the household after the trades."""
    return picture(case, holdings_after(case, trades), cash_after(case, trades))


def setting_for(ready: Ready, tweaks: Sequence[Tweak]) -> Setting:
    """What a person's tweaks fix and forbid; a lock keeps the line of the answer that stood before it."""
    fixed: dict[TradeKey, Decimal] = {}
    dropped: set[TradeKey] = set()
    for tweak in tweaks:
        key = (tweak.account, tweak.symbol, tweak.side)
        if tweak.kind == "drop" or tweak.quantity == 0:
            fixed.pop(key, None)
            dropped.add(key)
            continue
        before = Setting(fixed=dict(fixed), dropped=frozenset(dropped))
        fixed[key] = tweak.quantity if tweak.quantity is not None else _standing(ready, before, key)
        dropped.discard(key)
        _possible(ready.book, key, fixed[key])
    return Setting(fixed=fixed, dropped=frozenset(dropped), harvest=ready.case.policy.harvest_losses)


def _standing(ready: Ready, setting: Setting, key: TradeKey) -> Decimal:
    answer = answer_of(ready, setting.changed(harvest=ready.case.policy.harvest_losses))
    for trade in answer.trades:
        if trade.key == key:
            return trade.quantity
    raise BadInput("tweaks", f"there is no {key[2]} of {key[1]} in {key[0]} to lock")


def _possible(book: Book, key: TradeKey, quantity: Decimal) -> None:
    account, symbol, side = key
    place = (account, symbol)
    if account not in book.accounts or symbol not in book.securities:
        raise BadInput("tweaks", f"{account}/{symbol} is not in the case")
    if side == "sell":
        if place not in book.positions:
            raise BadInput("tweaks", f"{symbol} may not be sold in {account}")
        if quantity > book.positions[place].quantity:
            raise BadInput("tweaks", f"{account} can sell {book.positions[place].quantity} of {symbol}, not {quantity}")
    elif place not in book.buys:
        raise BadInput("tweaks", f"{symbol} may not be bought in {account}")
    closing = side == "sell" and book.positions[place].whole and quantity == book.positions[place].quantity
    step = Decimal("0.0001") if book.securities[symbol].fractional else Decimal(1)
    if quantity < 0 or (quantity % step and not closing):
        raise BadInput("tweaks", f"{quantity} of {symbol} is no quantity that can be traded")


def _unraisable(ready: Ready) -> dict[str, float]:
    """Withdrawals of accounts that may not trade at all."""
    return {
        name: rule.withdrawal
        for name, rule in ready.book.cash.items()
        if rule.withdrawal > CENTS_SHORT and not any(key[0] == name for key in ready.book.positions)
    }


def _continuous(ready: Ready, setting: Setting) -> Solution | None:
    """The solve with shares continuous; a least benefit of harvests asks what is sold without any first."""
    if setting.harvest and ready.case.policy.minimum_benefit > 0:
        plain = solve(build(ready.book, ready.goals, ready.curves, setting.changed(harvest=False)))
        if plain is None:
            return None
        setting = setting.changed(needed=frozenset(plain.sells))
    return solve(build(ready.book, ready.goals, ready.curves, setting))


def _rounded(ready: Ready, setting: Setting, found: Solution) -> Solution:
    """Whole shares around the continuous answer, its choices kept."""
    whole = setting.changed(pattern=found.pattern, whole=True)
    rounded = solve(build(ready.book, ready.goals, ready.curves, whole))
    if rounded is None:
        raise CoreError("the answer cannot be rounded to whole shares within its limits")
    return rounded


def _impossible(setting: Setting) -> BadInput:
    if setting.fixed:
        lines = ", ".join(
            f"{side} {quantity} {symbol} in {account}" for (account, symbol, side), quantity in setting.fixed.items()
        )
        return BadInput("tweaks", f"cannot all be done within the household's rules: {lines}")
    return BadInput("case", "its rules leave no answer at all, not even doing nothing")


def _prove(case: Case, trades: Sequence[Trade]) -> tuple[CheckResult, ...]:
    """Hold the trades against the independent checker; broken trades never leave this room."""
    results = check(case, trades)
    broken = [f"{result.rule}: {result.sentence}" for result in results if not result.ok]
    if broken:
        raise CoreError(f"the proposal breaks a rule and is withheld: {' | '.join(broken)}")
    return results


def _shell(ready: Ready, trades: tuple[Trade, ...]) -> Proposed:
    case = ready.case
    paid = costs(case, trades)
    return Proposed(
        status="no_action",
        fingerprint=fingerprint(case, trades),
        triggered_by=(),
        trades=trades,
        before=_before(ready),
        after=after_picture(case, trades),
        tax=bill_of(ready, trades),
        cash_after=FrozenMap(cash_after(case, trades)),
        baselines=(),
        lockouts=_lockouts(ready, trades),
        conflicts=(),
        issues=(*ready.issues, *wash_issues(case, trades)),
        solver=NO_SOLVE,
        spread=paid.spread,
        commission=paid.commission,
    )


def _before(ready: Ready) -> DriftPicture:
    return after_picture(ready.case, ())


def _infeasible(ready: Ready, answer: Answer) -> Proposed:
    return replace(
        _shell(ready, ()),
        status="infeasible",
        triggered_by=ready.causes,
        conflicts=tuple(withdrawal_conflicts(dict(answer.missing))),
        solver=SolverRecord(SOLVER, solver_version(), "infeasible", None),
    )


def _conflicts(ready: Ready, answer: Answer, trades: tuple[Trade, ...]) -> tuple[Conflict, ...]:
    if answer.still:
        return ()
    found = given_conflicts(answer.solution.given) if answer.solution else []
    held, cash = holdings_after(ready.case, trades), cash_after(ready.case, trades)
    for goal in ready.goals:
        found += limit_conflicts(ready.book, goal, goal_picture(ready.case, goal, held, cash))
    return tuple(found)


def _harvest_cause(ready: Ready, trades: tuple[Trade, ...]) -> tuple[Reason, ...]:
    loss = sum((loss_taken(ready.book, trade) for trade in trades), ZERO)
    only = loss and not ready.causes
    facts = FrozenMap({"loss": str(loss)})
    return (Reason("harvest", f"Losses of ${loss:,.2f} are worth taking.", facts),) if only else ()


def _lockouts(ready: Ready, trades: tuple[Trade, ...]) -> tuple[Lockout, ...]:
    """Groups that may not be bought: from earlier losses, and from today's."""
    groups = {ready.book.wash.groups[trade.symbol] for trade in trades if loss_taken(ready.book, trade)}
    return lockouts(ready.case, sorted(groups))


def _record(solution: Solution | None) -> SolverRecord:
    if solution is None:
        return NO_SOLVE
    return SolverRecord(SOLVER, solver_version(), solution.status, round(solution.gap, 9))
