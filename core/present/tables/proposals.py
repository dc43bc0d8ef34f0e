"""Proposals: their state, what they realise, and how they stand beside simpler ways."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.proposal import CheckResult, Proposal
from core.domain.trade import Proposed
from core.present.html import Badge, Column, Safe, join, table, tag, toned
from core.present.tables.account_rules import cash_in_words
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tokens import OUTSIDE, PROVEN
from core.words.days import short_day
from core.words.numbers import dollars, number, percent, points, signed_dollars, whole_dollars
from core.words.sentences import count, in_words, listing, start

STATES: Mapping[str, Badge] = {
    "draft": Badge("Draft"),
    "submitted": Badge("○ Submitted", "info"),
    "approved": Badge("● Approved", "ok"),
    "signed": Badge("● Signed", "ok"),
    "released": Badge("● Released", "ok"),
    "reconciled": Badge("● Reconciled", "ok"),
    "returned": Badge("□ Returned", "caution"),
    "rejected": Badge("■ Rejected", "bad"),
    "void": Badge("■ Void", "bad"),
}
WAYS = {
    "do_nothing": "Do nothing",
    "pro_rata_per_account": "Each account by itself, pro rata",
    "ignore_tax": "Ignore tax",
    "sell_everything": "Sell everything, buy the target",
}


def state_badge(state: str) -> Badge:
    """Shape, word and tone of a state."""
    return STATES[state]


def fingerprint_short(fingerprint: str) -> str:
    """`8f3c…d21a`."""
    plain = fingerprint.removeprefix("sha256:")
    return f"{plain[:4]}…{plain[-4:]}" if len(plain) > 8 else plain


def tax_sentence(answer: Proposed, year: int) -> str:
    """Which year's tax it is, and what doing nothing would leave."""
    nothing = f"{year}, federal and state; doing nothing costs $0"
    outside = len(answer.before.out_of_band)
    if not outside:
        return nothing
    classes = "one class outside its band" if outside == 1 else f"{in_words(outside)} classes outside their bands"
    return f"{nothing} and leaves {classes}"


def tracking_sentence(answer: Proposed) -> str:
    """What the trades do to the yearly tracking error, where drift is weighed by risk."""
    before, after = percent(answer.before.tracking_error, 2), percent(answer.after.tracking_error, 2)
    return f"Weighed by risk: the yearly tracking error to the target goes from {before} to {after}."


def gains_table(answer: Proposed, taxed: Mapping[str, bool]) -> Safe | None:
    """What the sales in taxable accounts realise, gains and losses apart, by term; None where it is nothing."""
    picks = [pick for trade in answer.trades if taxed.get(trade.account) for pick in trade.lots if pick.gain]
    columns = (Column("Realized"), Column("Gains", True), Column("Losses", True), Column("Net", True))
    rows = []
    for term in ("long", "short"):
        realised = [pick.gain for pick in picks if pick.term == term and pick.gain]
        gains = sum((gain for gain in realised if gain > 0), Decimal(0))
        losses = sum((gain for gain in realised if gain < 0), Decimal(0))
        if gains or losses:
            rows.append([f"{term.capitalize()} term", *(signed_dollars(v, 0) for v in (gains, losses, gains + losses))])
    if answer.tax.disallowed:
        rows.append(["Disallowed by the wash-sale rule", "", signed_dollars(answer.tax.disallowed, 0), ""])
    return table(columns, rows) if rows else None


def baselines_table(answer: Proposed) -> Safe:
    """Drift left, tax and trades of each way, this proposal last and bold."""
    columns = (Column("Way"), Column("Drift left", True), Column("Tax", True), Column("Trades", True))
    rows = [
        [
            WAYS.get(one.name, one.name), _drift(one.drift_total), whole_dollars(one.tax),
            number(one.trades),
        ]
        for one in answer.baselines
    ]  # fmt: skip
    rows.append(
        ["This proposal", _drift(answer.after.drift_total), whole_dollars(answer.tax.total), number(len(answer.trades))]
    )
    return table(columns, rows, strong=frozenset({len(rows) - 1}))


def cash_table(case: Case, answer: Proposed, titles: Mapping[str, str]) -> Safe | None:
    """Cash of each account that trades or pays: now, still to come or go, and after the trades; None for none."""
    trading, flows = {trade.account for trade in answer.trades}, _flows(case, answer)
    columns = (
        Column("Account"), Column("Cash now", True), Column("To come, to go", True), Column("After the trades", True),
        Column("Kept"),
    )  # fmt: skip
    rows: list[list[object]] = []
    for account in case.accounts:
        kept = cash_in_words(replace(account, cash_flow=Decimal(0)))
        if account.id in trading or flows[account.id] or kept:
            flow = signed_dollars(flows[account.id]) if flows[account.id] else "–"
            after = answer.cash_after.get(account.id)
            name = titles.get(account.id, account.id)
            rows.append([name, dollars(account.cash), flow, "–" if after is None else dollars(after), listing(kept)])
    return table(columns, rows) if rows else None


def _flows(case: Case, answer: Proposed) -> dict[str, Decimal]:
    """What is to come into or go out of each account, its part of the household's withdrawal with it."""
    flows = {account.id: account.cash_flow for account in case.accounts}
    for reason in answer.triggered_by:
        if reason.code == "withdrawal_source":
            for account, amount in zip(reason.facts["accounts"], reason.facts["amounts"], strict=True):
                flows[account] -= Decimal(amount)
    return flows


def answer_beside(proposed: Proposed, other: Proposed) -> Safe:
    """Another answer under the proposal: drift left, tax, spread and trades of both."""
    columns = (
        Column("Answer"), Column("Drift left", True), Column("Tax", True), Column("Spread", True),
        Column("Trades", True),
    )  # fmt: skip
    rows = [
        [name, _drift(one.after.drift_total), whole_dollars(one.tax.total), whole_dollars(one.spread),
         number(len(one.trades))]
        for name, one in (("This proposal", proposed), ("Without the trade", other))
    ]  # fmt: skip
    return table(columns, rows, strong=frozenset({1}))


def _drift(total: float | None) -> str:
    return points(total).removeprefix("+")


def checks_list(checks: Sequence[CheckResult]) -> Safe:
    """Every rule that is always checked, with what was found."""
    rows = [[join([_rule(one), tag("div", one.sentence, css="soft")])] for one in checks]
    return table((Column("Rule, and what was found"),), rows)


def _rule(check: CheckResult) -> Safe:
    return toned(f"{PROVEN if check.ok else OUTSIDE} {start(check.rule)}", "ok" if check.ok else "bad")


HEADS = (
    Head("Proposal", 110), Head("Household"), Head("State", 110), Head("Trades", 70, number=True),
    Head("Tax", 90, number=True, show=whole_dollars), Head("Version", 70, number=True), Head("By", 150),
    Head("Made", 90),
)  # fmt: skip


def proposals_sheet(
    proposals: Sequence[Proposal],
    households: Mapping[str, str],
    people: Mapping[str, str],
    stages: Mapping[str, str] = FrozenMap(),
) -> Sheet:
    """One row per proposal; keys are proposal ids. `stages` : how far each has come (else its state)."""
    rows = [
        [
            one.id, households.get(one.household, one.household), state_badge(stages.get(one.id, one.state)).text,
            len(one.answer.trades), float(one.answer.tax.total), one.version, people.get(one.proposer, one.proposer),
            short_day(one.created.date()),
        ]
        for one in proposals
    ]  # fmt: skip
    return sheet(HEADS, rows, keys=[one.id for one in proposals])


def approve_label(proposal: Proposal) -> str:
    """The button names its effect."""
    return f"Approve {count(len(proposal.answer.trades), 'trade')}"
