"""Checks of the approval: its person, its moment, its age."""

from itertools import pairwise

from core.document.nigo.rules import Found, check, rules
from core.domain.household import Household
from core.domain.proposal import Proposal
from core.words import count, day, one_line


@check
def approval_missing(proposal: Proposal, household: Household) -> Found:
    """No approval, no person or no moment."""
    if proposal.state != "approved":
        yield proposal.id, f"It is {proposal.state}, not approved."
    elif not proposal.approver or proposal.decided is None:
        yield proposal.id, "The approval lacks its person or its moment."


@check
def approval_by_hand(proposal: Proposal, household: Household) -> Found:
    """Whoever worked on it approved it."""
    if proposal.approver and proposal.approver in (proposal.proposer, *proposal.hands):
        yield proposal.id, f"{one_line(proposal.approver)} worked on it and approved it."


@check
def dates_out_of_order(proposal: Proposal, household: Household) -> Found:
    """Submitted before it was made, or decided before it was submitted."""
    moments = (("made", proposal.created), ("submitted", proposal.submitted), ("decided", proposal.decided))
    known = [(name, at) for name, at in moments if at is not None]
    if proposal.state == "approved" and proposal.submitted is None:
        yield proposal.id, "It was approved and never submitted."
    for (first, earlier), (then, later) in pairwise(known):
        if later < earlier:
            yield proposal.id, f"It was {then} before it was {first}."


@check
def approval_stale(proposal: Proposal, household: Household) -> Found:
    """Approved long after the day of its prices."""
    if proposal.decided is None:
        return
    old = (proposal.decided.date() - proposal.case.as_of).days
    if old > rules()["most_days_old"]:
        yield (
            proposal.id,
            f"It was approved {count(old, 'day')} after {day(proposal.case.as_of)}, the day of its prices.",
        )
