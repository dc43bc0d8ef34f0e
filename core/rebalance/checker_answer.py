"""A whole answer checked: its figures counted again from the case and its trades, beside the always-true rules.

Cash after, drift before and after, gains and tax of the answer are recomputed in decimals with nothing of the solver.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.domain.account import Account, Amounts
from core.domain.allocation import CASH, UNKNOWN, Allocation
from core.domain.case import Case
from core.domain.lot import LotPick
from core.domain.proposal import CheckResult
from core.domain.security import Security
from core.domain.trade import DriftPicture, Proposed, Trade
from core.rebalance import checker_policy as policy
from core.rebalance.checker import check, result
from core.rebalance.checker_draws import draws, paid_out
from core.rebalance.checker_lines import CENT, ZERO, Trades, Troubles, accounts_of, is_known, outside, securities_of
from core.rebalance.checker_money import cash_after
from core.settings import read_settings
from core.tax.bill import tax_bill
from core.tax.fund_losses import counted
from core.tax.households import taxpayers
from core.tax.years import tax_year_for

CLOSE = 1e-7
"""Weight within which two counts agree, beside the cents that an answer rounds its cash to."""


def check_answer(
    case: Case, answer: Proposed, by_hand: Collection[tuple[str, str, str]] = policy.NO_HANDS
) -> tuple[CheckResult, ...]:
    """The always-true rules, the policy's limits, and every figure of an answer; `by_hand` are lines a person set."""
    causes, paying = answer.triggered_by, draws(case, answer.triggered_by)
    case = paid_out(case, causes)
    trades = tuple(trade for trade in answer.trades if is_known(case, trade))
    known = replace(answer, trades=trades)
    found = [
        result("sizes", "No trade is smaller than the policy's least.", policy.sizes(case, trades, by_hand)),
        result("turnover", "Turnover stays within the policy's limit.", policy.turnover(case, trades)),
        result("short-term gains", "No short-term gain is taken where policy avoids it.",
               policy.short_gains(case, trades)),
        result("cash flow only", "Nothing is sold but for cash where policy trades only cash flows.",
               policy.cash_flow_only(case, trades)),
        result("outside the target", "Nothing outside the target is bought, or sold against the policy.",
               policy.untargeted(case, trades)),
        result("withdrawal", "The accounts named pay the household's withdrawal to the cent.", paying),
        result("cash after", "The cash after the trades is right to the cent.", _cash(case, known)),
        result("drift", "Weights and drift before and after follow from the holdings.", _drift(case, known)),
        result("tax", "Gains, losses and tax follow from the lots, to the cent.", _tax(case, known)),
    ]  # fmt: skip
    return (*check(case, answer.trades), *found)


def _cash(case: Case, answer: Proposed) -> Troubles:
    right = cash_after(case, answer.trades)
    return [
        f"{name} ends with {right[name]:.2f}, not {said}"
        for name, said in answer.cash_after.items()
        if name not in right or abs(right[name] - said) > CENT / 2
    ]


def _drift(case: Case, answer: Proposed) -> Troubles:
    pairs = (("before", answer.before, ()), ("after", answer.after, answer.trades))
    return [trouble for when, said, trades in pairs for trouble in _weights(case, said, trades, when)]


def _weights(case: Case, said: DriftPicture, trades: Trades, when: str) -> Troubles:
    right = weights(case, trades)
    cents = 0.01 * len(case.accounts) / abs(float(said.total)) if said.total else 0.0
    wrong = [name for name in right if abs(said.weights.get(name, 0.0) - right[name]) > CLOSE + cents]
    total = sum(abs(right.get(name, 0.0) - case.target.weight(name)) for name in {*right, *case.target.weights}) / 2
    troubles = [f"the weights {when} of {', '.join(sorted(wrong)[:3])} differ"] if wrong else []
    return troubles + ([f"drift {when} is {total:.6f}"] if abs(total - said.drift_total) > CLOSE + cents else [])


def weights(case: Case, trades: Trades) -> dict[str, float]:
    """Weights by class, looking through, of the accounts in the target after some trades."""
    inside = {account.id for account in case.accounts if not outside(account)}
    quantities: dict[str, Decimal] = {}
    for account in case.accounts:
        for lot in account.lots if account.id in inside else ():
            quantities[lot.symbol] = quantities.get(lot.symbol, ZERO) + lot.quantity
    for trade in trades:
        if trade.account in inside:
            signed = trade.quantity if trade.side == "buy" else -trade.quantity
            quantities[trade.symbol] = quantities.get(trade.symbol, ZERO) + signed
    values = {CASH: float(sum((dollars for name, dollars in cash_after(case, trades).items() if name in inside), ZERO))}
    for symbol, quantity in quantities.items():
        security = securities_of(case)[symbol]
        for name, share in _shares(security, case.target).items():
            values[name] = values.get(name, 0.0) + float(quantity * security.price * security.unit) * share
    if case.policy.untargeted == "hold":
        values = {name: value for name, value in values.items() if name == CASH or name in case.target.weights}
    total = sum(values.values())
    return {name: value / total if total else 0.0 for name, value in values.items()}


def _shares(security: Security, target: Allocation) -> dict[str, float]:
    if target.by == "symbol":
        return {security.symbol: 1.0}
    missing = 1.0 - sum(security.classes.values())
    rest = {UNKNOWN: security.classes.get(UNKNOWN, 0.0) + missing} if missing > 1e-6 else {}
    return {**security.classes, **rest}


def _tax(case: Case, answer: Proposed) -> Troubles:
    gains, kept = _gains(case, answer.trades)
    short, long = (sum((getattr(one, term) for one in gains.values()), ZERO) for term in ("short", "long"))
    lost, said = answer.tax.disallowed, answer.tax
    if lost and case.policy.wash_sales == "avoid":
        return [f"a loss of {lost} is disallowed"]
    if abs(short + long + lost - said.short_term - said.long_term) > (CENT if lost else CENT / 2):
        return [f"gains come to {short + long}, not to {said.short_term + said.long_term - lost}"]
    payers = taxpayers(case)
    if lost:
        return []
    bill = tax_bill(payers, gains, ZERO, tax_year_for(payers, case.as_of.year, read_settings().firm), kept)
    names = ("short_term", "long_term", "federal", "net_investment", "state", "total")
    return [
        f"{name} is {getattr(bill, name)}, not {getattr(said, name)}"
        for name in names
        if getattr(bill, name) != getattr(said, name)
    ]


def _as_taxed(account: Account, trade: Trade, on: date) -> Iterator[LotPick]:
    """The picks of a taxable sale, losses of funds held shortly against their dividends (26 USC 852(b)(4))."""
    lots = {lot.id: lot for lot in account.lots}
    for pick in trade.lots if account.taxable else ():
        yield from counted(lots[pick.lot], pick, on).picks if pick.lot in lots else (pick,)


def _gains(case: Case, trades: Trades) -> tuple[dict[str, Amounts], dict[str, Decimal]]:
    """Gains by taxpayer and term, and the long-term part of them from collectibles."""
    accounts, securities = accounts_of(case), securities_of(case)
    gains: dict[str, Amounts] = {}
    kept: dict[str, Decimal] = {}
    for trade in trades:
        payer = accounts[trade.account].taxpayer
        for pick in _as_taxed(accounts[trade.account], trade, case.as_of):
            old, gain = gains.get(payer, Amounts()), pick.gain or ZERO
            short = gain if pick.term == "short" else ZERO
            gains[payer] = Amounts(old.short + short, old.long + gain - short)
            if pick.term == "long" and securities[trade.symbol].collectible:
                kept[payer] = kept.get(payer, ZERO) + gain
    return gains, kept
