"""Proposals that the calendar or an event starts: looked at often, acted on seldom.

Due is what the household's policy says: a breach or cash that moves (threshold, the default), the first session of a
quarter (calendar). A household whose last proposal is undecided, or younger than ten sessions, is left alone
(Daryanani 2008: look every two weeks, trade only what left its band).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.domain.errors import BadInput
from core.domain.proposal import Proposal
from core.domain.rationale import Reason
from core.market.calendar import sessions, sessions_between
from core.monitor import due, readings
from core.workflow.book_frame import book_frame
from core.workflow.case_files import CaseFile
from core.workflow.desk import Desk
from core.workflow.households import households
from core.workflow.proposals import draft
from core.workflow.saving import load_all, log

SELDOM = 10
"""Sessions between two proposals that were started for one household."""
UNDECIDED = frozenset({"draft", "submitted", "returned"})


@dataclass(frozen=True, slots=True)
class Started:
    """One household that was due. `proposal` : the draft that was made, empty where `why_not` says why none."""

    household: str
    name: str
    reasons: tuple[Reason, ...]
    proposal: str = ""
    why_not: str = ""


def due_households(desk: Desk) -> tuple[Started, ...]:
    """Every household that is due today, with what stands against a proposal now; nothing is made yet."""
    desk.require("read_clients")
    every = households(desk)
    frame = book_frame(desk, every)
    made: dict[str, list[Proposal]] = {}
    for one in load_all(desk, "proposal", Proposal):
        made.setdefault(one.household, []).append(one)
    found = []
    for held in every:
        if held.id not in frame.files:
            continue
        earlier = made.get(held.id, [])
        reasons = _reasons(frame.files[held.id], earlier, desk.today())
        if reasons:
            found.append(Started(held.id, held.name, reasons, why_not=_against(earlier, desk.today())))
    return tuple(found)


def start_proposals(desk: Desk) -> tuple[Started, ...]:
    """Draft a proposal for every household that is due and free; each start is an event with its reasons."""
    desk.require("draft")
    return tuple(_start(desk, one) for one in due_households(desk))


def _start(desk: Desk, one: Started) -> Started:
    if one.why_not:
        return one
    try:
        made = draft(desk, one.household)
    except BadInput as trouble:
        return Started(one.household, one.name, one.reasons, why_not=str(trouble))
    said = " ".join(reason.sentence for reason in one.reasons)
    with desk.store.transaction() as tx:
        log(desk, tx, "proposal.started", "proposal", made.id, made.version, said)
    return Started(one.household, one.name, one.reasons, proposal=made.id)


def _reasons(file: CaseFile, earlier: Iterable[Proposal], today: date) -> tuple[Reason, ...]:
    name, case = file.household.id, file.case
    found = readings(name, case, file.quotes.stale(case.as_of), file.bands, file.doubtful)
    quarter = quarter_day(today)
    looked = max((one.created.date() for one in earlier), default=date.min)
    return due(case, found, None if looked >= quarter else quarter)


def quarter_day(today: date) -> date:
    """The first session of the quarter that a day lies in."""
    first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    return sessions(first, first.replace(day=15))[0]


def _against(earlier: Iterable[Proposal], today: date) -> str:
    latest = max(earlier, key=lambda one: one.created, default=None)
    if latest is None:
        return ""
    if latest.state in UNDECIDED:
        return f"{latest.id} is still undecided"
    age = sessions_between(latest.created.date(), today)
    return f"{latest.id} was made {age} sessions ago" if age < SELDOM else ""
