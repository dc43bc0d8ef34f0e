"""The states of a proposal and who may move it.

draft -> submitted -> approved, returned or rejected; an edit makes a draft again and voids an approval. A move
never changes a version: it makes the next one. Four eyes: nobody approves what passed through their own hands.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from core.domain.errors import BadInput, NotAllowed, OutOfDate
from core.domain.proposal import CheckResult, Inputs, Proposal, State, Tweak
from core.domain.trade import Proposed
from core.words import count

Move = Literal["submit", "approve", "return", "reject", "edit"]

_FROM: dict[Move, tuple[State, ...]] = {
    "submit": ("draft", "returned"),
    "approve": ("submitted",),
    "return": ("submitted",),
    "reject": ("draft", "submitted", "returned"),
    "edit": ("draft", "submitted", "returned", "approved"),
}
_DONE: dict[Move, str] = {
    "submit": "submitted",
    "approve": "approved",
    "return": "returned",
    "reject": "rejected",
    "edit": "changed",
}


@dataclass(frozen=True, slots=True)
class Edited:
    """What an edit makes: the new draft, and before it the voided approval where there was one."""

    draft: Proposal
    voided: Proposal | None = None

    @property
    def versions(self) -> tuple[Proposal, ...]:
        """The versions to store, oldest first."""
        return (self.draft,) if self.voided is None else (self.voided, self.draft)


def submit(proposal: Proposal, person: str, at: datetime, seen: int | None = None, note: str = "") -> Proposal:
    """The next version, submitted for approval. `seen` is the version that the person looked at."""
    _check("submit", proposal, person, seen)
    return replace(
        _next(proposal, "submitted", note), hands=_hands(proposal, person), submitted=at, approver=None, decided=None
    )


def approve(proposal: Proposal, person: str, at: datetime, seen: int | None = None, note: str = "") -> Proposal:
    """The next version, approved by somebody whose hand was not on it, every check holding."""
    _check("approve", proposal, person, seen)
    return replace(_next(proposal, "approved", note), approver=person, decided=at)


def return_(proposal: Proposal, person: str, at: datetime, seen: int | None, note: str) -> Proposal:
    """The next version, sent back with a note that says what to change."""
    _check("return", proposal, person, seen)
    return replace(_next(proposal, "returned", _needed(note, "say what to change")), decided=at)


def reject(proposal: Proposal, person: str, at: datetime, seen: int | None, note: str) -> Proposal:
    """The next version, rejected for a reason; nothing follows it."""
    _check("reject", proposal, person, seen)
    return replace(_next(proposal, "rejected", _needed(note, "say why it is rejected")), decided=at)


def edit(
    proposal: Proposal,
    person: str,
    at: datetime,
    seen: int | None,
    answer: Proposed,
    tweaks: tuple[Tweak, ...],
    checks: tuple[CheckResult, ...],
    inputs: Inputs | None = None,
    note: str = "",
) -> Edited:
    """A new draft with another answer; an approval that stood before is voided by it."""
    _check("edit", proposal, person, seen)
    voided = None
    if proposal.state == "approved":
        voided = replace(
            _next(proposal, "void", f"Changed after approval; version {proposal.version + 2} replaces it.")
        )
    draft = replace(
        _next(voided or proposal, "draft", note),
        answer=answer,
        tweaks=tweaks,
        checks=checks,
        inputs=inputs or proposal.inputs,
        hands=_hands(proposal, person),
        created=at,
        submitted=None,
        approver=None,
        decided=None,
    )
    return Edited(draft, voided)


def refusal(move: Move, proposal: Proposal, person: str) -> str | None:
    """Why this person cannot make this move now, in one sentence; None where the way is open."""
    if proposal.state not in _FROM[move]:
        return f"Version {proposal.version} is {proposal.state}: it cannot be {_DONE[move]}."
    if move in ("submit", "approve") and proposal.answer.status == "infeasible":
        return f"There is nothing to be {_DONE[move]}: no trades meet every rule."
    if move == "approve":
        return _no_approval(proposal, person)
    return None


def _no_approval(proposal: Proposal, person: str) -> str | None:
    if person == proposal.proposer:
        return "Who proposes does not approve: another person has to."
    if person in proposal.hands:
        return "Who changed or submitted a proposal does not approve it: another person has to."
    broken = [check for check in proposal.checks if not check.ok]
    if broken:
        does = "does" if len(broken) == 1 else "do"
        return f"{count(len(broken), 'check', begin=True)} {does} not hold: {broken[0].sentence}"
    if not proposal.checks:
        return "The trades have not been checked: check them first."
    return None


def _check(move: Move, proposal: Proposal, person: str, seen: int | None) -> None:
    if not person:
        raise NotAllowed(f"A proposal is {_DONE[move]} by somebody: nobody is named.")
    if seen is not None and seen != proposal.version:
        raise OutOfDate(f"Version {seen} was looked at, but version {proposal.version} stands now: look again first.")
    reason = refusal(move, proposal, person)
    if reason is not None:
        raise NotAllowed(reason)


def _next(proposal: Proposal, state: State, note: str) -> Proposal:
    return replace(proposal, version=proposal.version + 1, state=state, note=note.strip())


def _hands(proposal: Proposal, person: str) -> tuple[str, ...]:
    return proposal.hands if person in proposal.hands else (*proposal.hands, person)


def _needed(note: str, what: str) -> str:
    if not note.strip():
        raise BadInput("note", what)
    return note
