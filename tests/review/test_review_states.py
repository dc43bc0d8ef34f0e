"""Who may move a proposal, and what a move makes of it."""

from dataclasses import replace
from datetime import UTC, datetime

import document_samples as samples
import pytest

from core.domain.errors import BadInput, NotAllowed, OutOfDate
from core.domain.proposal import CheckResult, Proposal
from core.review import Move, approve, edit, refusal, reject, return_, submit

AT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


def draft() -> Proposal:
    return replace(
        samples.proposal(), state="draft", version=1, approver=None, decided=None, submitted=None, hands=(), note=""
    )


def test_a_draft_is_submitted_and_approved_by_somebody_else() -> None:
    submitted = submit(draft(), "okafor", AT, 1)
    assert (submitted.state, submitted.version, submitted.submitted) == ("submitted", 2, AT)
    approved = approve(submitted, "varga", AT, 2, "fine")
    assert (approved.state, approved.version, approved.approver, approved.decided) == ("approved", 3, "varga", AT)
    assert approved.answer == submitted.answer
    assert approved.note == "fine"


def test_the_proposer_never_approves() -> None:
    with pytest.raises(NotAllowed, match="another person"):
        approve(submit(draft(), "okafor", AT), "okafor", AT)


def test_nobody_approves_what_they_changed_or_submitted() -> None:
    changed = edit(draft(), "lindgren", AT, 1, samples.ANSWER, (), samples.CHECKS).draft
    handed_in = submit(changed, "haddad", AT)
    for hand in ("lindgren", "haddad", "okafor"):
        with pytest.raises(NotAllowed, match="another person"):
            approve(handed_in, hand, AT)
    assert approve(handed_in, "varga", AT).state == "approved"


@pytest.mark.parametrize("state", ["draft", "approved", "returned", "rejected", "void"])
def test_only_a_submitted_proposal_is_approved(state: str) -> None:
    with pytest.raises(NotAllowed, match=state):
        approve(replace(draft(), state=state), "varga", AT)


def test_a_version_that_is_no_longer_the_latest_is_not_moved() -> None:
    submitted = submit(draft(), "okafor", AT)
    with pytest.raises(OutOfDate, match=r"Version 1 .* version 2"):
        approve(submitted, "varga", AT, 1)


def test_a_failing_check_or_none_at_all_blocks_approval() -> None:
    broken = replace(draft(), checks=(*samples.CHECKS, CheckResult("cash", False, "Joint ends $12.00 below zero.")))
    with pytest.raises(NotAllowed, match=r"One check does not hold: Joint ends \$12\.00 below zero"):
        approve(submit(broken, "okafor", AT), "varga", AT)
    with pytest.raises(NotAllowed, match="not been checked"):
        approve(submit(replace(draft(), checks=()), "okafor", AT), "varga", AT)


def test_a_return_and_a_rejection_need_a_reason() -> None:
    submitted = submit(draft(), "okafor", AT)
    for move in (return_, reject):
        with pytest.raises(BadInput, match="note"):
            move(submitted, "varga", AT, 2, "  ")
    assert return_(submitted, "varga", AT, 2, "keep the VTI lots").note == "keep the VTI lots"
    assert reject(submitted, "varga", AT, 2, "the client moved away").state == "rejected"


def test_a_returned_proposal_goes_round_again() -> None:
    returned = return_(submit(draft(), "okafor", AT), "varga", AT, None, "sell less")
    again = submit(edit(returned, "okafor", AT, None, samples.ANSWER, (), samples.CHECKS).draft, "okafor", AT)
    assert (again.version, approve(again, "varga", AT).state) == (5, "approved")


def test_an_edit_after_approval_voids_it() -> None:
    approved = approve(submit(draft(), "okafor", AT), "varga", AT)
    edited = edit(approved, "okafor", AT, 3, samples.ANSWER, (), samples.CHECKS)
    assert [(one.version, one.state) for one in edited.versions] == [(4, "void"), (5, "draft")]
    assert edited.voided is not None and edited.voided.approver == "varga"
    assert (edited.draft.approver, edited.draft.decided, edited.draft.submitted) == (None, None, None)
    with pytest.raises(NotAllowed, match="draft"):
        approve(edited.draft, "varga", AT)


def test_an_edit_of_a_submitted_proposal_takes_it_back_to_draft() -> None:
    edited = edit(submit(draft(), "okafor", AT), "okafor", AT, 2, samples.ANSWER, (), samples.CHECKS)
    assert [one.state for one in edited.versions] == ["draft"]


def test_what_is_rejected_or_void_stays_so() -> None:
    moves: tuple[Move, ...] = ("submit", "approve", "return", "reject", "edit")
    for state in ("rejected", "void"):
        assert all(refusal(move, replace(draft(), state=state), "varga") for move in moves)


def test_an_infeasible_answer_is_never_submitted() -> None:
    with pytest.raises(NotAllowed, match="no trades meet every rule"):
        submit(samples.infeasible(), "okafor", AT)


def test_a_nameless_hand_moves_nothing() -> None:
    with pytest.raises(NotAllowed):
        submit(draft(), "", AT)
