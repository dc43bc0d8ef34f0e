"""Tables of the review: what waits with why it is an exception, what happened in order, how orders settled."""

from collections.abc import Iterable, Mapping, Sequence

from core.domain.event import Event
from core.domain.proposal import Proposal
from core.domain.release import Comment, Settled
from core.present.html import Cell, Column, Safe, table
from core.present.tables.sheet import Head, Sheet, sheet
from core.words.days import moment, short_day
from core.words.numbers import shares, whole_dollars
from core.words.sentences import start

OUTCOMES = {
    "as ordered": ("● as ordered", "ok"),
    "not done": ("■ not done", "bad"),
    "partly done": ("□ partly done", "caution"),
    "more than ordered": ("■ more than ordered", "bad"),
    "not ordered": ("○ moved without an order", "info"),
}
STEPS = {
    "proposal.drafted": "drafted", "proposal.edited": "changed", "proposal.submitted": "submitted for approval",
    "proposal.approved": "approved", "proposal.returned": "returned", "proposal.rejected": "rejected",
    "orders.released": "released the orders", "orders.reconciled": "reconciled the orders",
}  # fmt: skip
_WAITING = (
    Head("Proposal", 120), Head("Household"), Head("Trades", 70, number=True),
    Head("Tax", 90, number=True, show=whole_dollars), Head("By", 150), Head("Submitted", 100),
)  # fmt: skip


def waiting_sheet(proposals: Sequence[Proposal], households: Mapping[str, str], people: Mapping[str, str]) -> Sheet:
    """One row for each proposal that waits; keys are proposal ids."""
    rows = [
        [
            one.id, households.get(one.household, one.household), len(one.answer.trades), float(one.answer.tax.total),
            people.get(one.proposer, one.proposer), short_day((one.submitted or one.created).date()),
        ]
        for one in proposals
    ]  # fmt: skip
    return sheet(_WAITING, rows, keys=[one.id for one in proposals])


def alone_table(waiting: Iterable[tuple[Proposal, Sequence[str]]], households: Mapping[str, str]) -> Safe:
    """The exceptions: each proposal with every reason for which it is looked at alone."""
    rows = [
        [Cell(f"{one.id} · {households.get(one.household, one.household)}", strong=True), " ".join(reasons)]
        for one, reasons in waiting
    ]
    return table((Column("Looked at alone"), Column("Why")), rows)


def steps_table(
    events: Sequence[Event], comments: Sequence[Comment], people: Mapping[str, str], notes: Mapping[int, str]
) -> Safe:
    """What happened and what was said, in one order. `notes` : version of the proposal -> the note it carries."""
    did = [(one.at, one.actor, _did(one, notes), _of(one)) for one in events]
    said = [(one.at, one.person, f"“{one.text}”", f"on version {one.proposal_version}") for one in comments]
    rows = [[moment(at), people.get(who, who), start(what), of] for at, who, what, of in sorted(did + said)]
    return table((Column("When"), Column("Who"), Column("What"), Column("Of")), rows)


def _did(one: Event, notes: Mapping[int, str]) -> str:
    note = notes.get(one.version) if one.entity == "proposal" else ""
    return f"{STEPS.get(one.kind, one.kind)}: {note}" if note else STEPS.get(one.kind, one.kind)


def _of(one: Event) -> str:
    return f"version {one.version}" if one.entity == "proposal" else ""


def settled_table(rows: Sequence[Settled], titles: Mapping[str, str]) -> Safe:
    """Ordered and found, security by security: what differs first, what nobody ordered and nothing moved left out."""
    shown = [one for one in rows if one.ordered or one.difference]
    shown.sort(key=lambda one: (one.outcome == "as ordered", one.account, one.symbol))
    columns = (
        Column("Account"), Column("Security"), Column("Before", True), Column("Ordered", True),
        Column("Expected", True), Column("Printed", True), Column("Difference", True), Column("Outcome"),
    )  # fmt: skip
    return table(columns, [_settled(one, titles) for one in shown])


def _settled(one: Settled, titles: Mapping[str, str]) -> list[object]:
    text, tone = OUTCOMES[one.outcome]
    return [
        titles.get(one.account, one.account), Cell(one.symbol, strong=True), shares(one.before),
        _signed(one.ordered), shares(one.expected), Cell(shares(one.found), strong=True), _signed(one.difference),
        Cell(text, tone),
    ]  # fmt: skip


def _signed(quantity: object) -> str:
    text = shares(quantity)  # type: ignore[arg-type]
    return text if text.startswith("\N{MINUS SIGN}") or text == "0" else f"+{text}"
