"""Review by several people: comments, what happened to a proposal in order, and several approved by exception."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.domain.errors import BadInput, CoreError
from core.domain.event import Event
from core.domain.proposal import Proposal
from core.domain.release import Comment
from core.review import exceptions, refusal, review_rules
from core.store import Wanted
from core.workflow.desk import Desk
from core.workflow.people import prove_identity
from core.workflow.products import refuse_blocked
from core.workflow.proposals import record_approval
from core.workflow.saving import Put, load, load_all, save

LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """A submitted proposal, why it is no routine one, and why the person at the desk may not approve it."""

    proposal: Proposal
    exceptions: tuple[str, ...]
    refused: str

    @property
    def routine(self) -> bool:
        """Whether it may be approved together with others."""
        return not self.exceptions and not self.refused


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of one of several: approved, or why not."""

    proposal: str
    version: int
    approved: bool
    sentence: str


def comment(desk: Desk, proposal_id: str, version: int, text: str) -> Comment:
    """Say something of a proposal; it stands beside it for good, with the version that was looked at."""
    someone = desk.require("read_clients")
    one = load(desk, "proposal", Proposal, proposal_id, version)
    said = text.strip()
    if not said or len(said) > LONGEST:
        raise BadInput("comment", f"write 1 to {LONGEST} characters")
    number = len(comments(desk, proposal_id)) + 1
    made = Comment(f"{one.id}-c{number:03d}", one.id, one.household, one.version, someone.id, desk.now(), said)
    save(desk, "proposal.commented", Put("comment", made.id, 1, made, client=made.household))
    return made


def comments(desk: Desk, proposal_id: str) -> tuple[Comment, ...]:
    """What was said of a proposal, in the order in which it was said."""
    desk.require("read_clients")
    return tuple(one for one in load_all(desk, "comment", Comment) if one.proposal == proposal_id)


def steps(desk: Desk, proposal_id: str) -> tuple[Event, ...]:
    """Every event of a proposal and of its orders, oldest first: who did what, and when."""
    desk.require("read_clients")
    load(desk, "proposal", Proposal, proposal_id)
    return tuple(reversed(desk.store.search(Wanted(entity_id=proposal_id))))


def waiting(desk: Desk) -> tuple[Waiting, ...]:
    """What waits for an approval: routine ones first, then those to be looked at alone; the oldest first."""
    someone = desk.require("read_clients")
    rules = review_rules(desk.settings.firm)
    found = [
        Waiting(one, exceptions(one, rules) + _blocked(desk, one), refusal("approve", one, someone.id) or "")
        for one in load_all(desk, "proposal", Proposal)
        if one.state == "submitted"
    ]
    return tuple(sorted(found, key=lambda one: (not one.routine, one.proposal.submitted or one.proposal.created)))


def approve_several(
    desk: Desk, picked: Sequence[tuple[str, int]], password: str, code: str = ""
) -> tuple[Decided, ...]:
    """Approve routine proposals together, proven once; each by itself in the trail, with its own event and anchor.

    picked : id and the version that was looked at. One that is an exception, or that somebody changed meanwhile, is
    left as it is and says why; the others go on.
    """
    someone = desk.require("approve")
    if not picked:
        raise BadInput("proposals", "tick at least one")
    prove_identity(desk, someone, password, code)
    now = {one.proposal.id: one for one in waiting(desk)}
    return tuple(_decided(desk, someone.id, now.get(id), id, version) for id, version in dict.fromkeys(picked))


def _decided(desk: Desk, person: str, found: Waiting | None, id: str, version: int) -> Decided:
    try:
        if found is None:
            raise BadInput(id, "does not wait for an approval any more")
        if found.exceptions:
            raise BadInput(id, f"is looked at alone: {found.exceptions[0]}")
        record_approval(desk, person, found.proposal, version)
    except CoreError as why:
        return Decided(id, version, False, str(why))
    return Decided(id, version, True, f"{id}: approved.")


def _blocked(desk: Desk, one: Proposal) -> tuple[str, ...]:
    try:
        refuse_blocked(desk, one)
    except CoreError as why:
        return (str(why),)
    return ()
