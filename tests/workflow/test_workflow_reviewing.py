"""Several people at one proposal: comments, what happened in order, several approved by exception."""

from dataclasses import replace

import pytest

from core.domain.errors import BadInput, NotAllowed, NotFound
from core.domain.proposal import Proposal, Tweak
from core.store import Wanted
from core.workflow import demo, proposals
from core.workflow.book import book
from core.workflow.desk import Desk
from core.workflow.reviewing import approve_several, comment, comments, steps, waiting
from core.workflow.saving import Put, save
from core.workflow.trail import verify_trail

PASSWORD = demo.demo_password()
WIDE = 'most_tax = "1000000"\nmost_traded = "100000000"\nmost_turnover = 1.0\nmost_trades = 500\nsigned_by = []\n'


@pytest.fixture
def desk(tmp_path) -> Desk:  # type: ignore[no-untyped-def]
    """The demo book of a firm with wide limits."""
    (tmp_path / "firm").mkdir()
    (tmp_path / "firm" / "review.toml").write_text(WIDE)
    sample = Desk.sample("advisor")
    return replace(sample, settings=replace(sample.settings, home=tmp_path))


@pytest.fixture
def officer(desk: Desk) -> Desk:
    return desk.acting_as(demo.person_for("compliance"))


def submitted(desk: Desk, count: int = 1) -> list[Proposal]:
    home = next(row.household for row in book(desk).rows if row.outside)
    first = proposals.submit_proposal(desk, proposals.draft(desk, home).id, 1)
    copies = [replace(first, id=f"P-2026-{n:04d}", version=1) for n in range(901, 900 + count)]
    for one in copies:
        save(desk, "proposal.submitted", Put("proposal", one.id, 1, one, client=one.household))
    return [first, *copies]


def test_comments_stand_in_the_order_in_which_they_were_said_with_the_version_looked_at(
    desk: Desk, officer: Desk
) -> None:
    one = submitted(desk)[0]
    comment(officer, one.id, one.version, "  Why this lot? <b>hm</b> ")
    comment(desk, one.id, one.version, "It carries the least tax.")
    said = comments(officer, one.id)
    assert [(c.person, c.text) for c in said] == [(officer.actor.id, "Why this lot? <b>hm</b>"),  # type: ignore[union-attr]
                                                  (desk.actor.id, "It carries the least tax.")]  # type: ignore[union-attr]  # fmt: skip
    assert all(c.proposal_version == one.version for c in said)
    events = desk.store.search(Wanted(kind="proposal.commented"))
    assert [event.entity_id for event in events] == [f"{one.id}-c002", f"{one.id}-c001"]
    assert not any("lot" in event.note for event in events)
    with pytest.raises(BadInput, match="characters"):
        comment(desk, one.id, one.version, "   ")
    with pytest.raises(NotFound):
        comment(desk, one.id, 77, "which?")
    assert proposals.proposal(desk, one.id) == one


def test_what_happened_to_a_proposal_is_told_in_order(desk: Desk, officer: Desk) -> None:
    one = submitted(desk)[0]
    proposals.send_back(officer, one.id, one.version, "Sell less.")
    told = steps(desk, one.id)
    assert [event.kind for event in told] == ["proposal.drafted", "proposal.submitted", "proposal.returned"]
    assert told[-1].actor == officer.actor.id and told[-1].version == 3  # type: ignore[union-attr]


def test_routine_ones_are_approved_together_each_with_its_own_event_and_anchor(desk: Desk, officer: Desk) -> None:
    every = submitted(desk, 3)
    assert all(one.routine for one in waiting(officer))
    assert all("another person" in one.refused for one in waiting(desk))
    before = len(desk.store.search(Wanted(kind="person.identity_proved")))
    done = approve_several(officer, [(one.id, one.version) for one in every], PASSWORD)
    assert [one.approved for one in done] == [True] * 3
    approvals = desk.store.search(Wanted(kind="proposal.approved"))
    assert len(approvals) == 3 and len(desk.store.search(Wanted(kind="person.identity_proved"))) == before + 1
    with desk.store.trail() as found:
        anchored = {one.anchor.count for one in found.anchors}
    assert {event.seq for event in approvals} <= anchored
    assert verify_trail(officer).ok and not waiting(officer)


def test_an_exception_is_looked_at_alone_and_one_changed_meanwhile_says_so(desk: Desk, officer: Desk) -> None:
    plain, changed, odd = submitted(desk, 3)
    trade = odd.answer.trades[0]
    save(desk, "proposal.submitted", Put("proposal", odd.id, odd.version + 1, replace(
        odd, version=odd.version + 1, tweaks=(Tweak("lock", trade.account, trade.symbol, trade.side),)),
        client=odd.household))  # fmt: skip
    proposals.send_back(officer, changed.id, changed.version, "No.")
    assert [one.routine for one in waiting(officer)] == [True, False]
    done = approve_several(
        officer, [(odd.id, odd.version + 1), (changed.id, changed.version), (plain.id, plain.version)], PASSWORD
    )
    assert [one.approved for one in done] == [False, False, True]
    assert "looked at alone: A person changed one line" in done[0].sentence
    assert "does not wait" in done[1].sentence
    stale = approve_several(officer, [(odd.id, 1)], PASSWORD)[0]
    assert not stale.approved


def test_nobody_approves_several_of_their_own_nor_without_proof(desk: Desk, officer: Desk) -> None:
    one = submitted(desk)[0]
    own = approve_several(desk, [(one.id, one.version)], PASSWORD)[0]
    assert not own.approved and "another person has to" in own.sentence
    with pytest.raises(NotAllowed, match="do not belong together"):
        approve_several(officer, [(one.id, one.version)], "wrong password")
    with pytest.raises(BadInput, match="tick at least one"):
        approve_several(officer, [], PASSWORD)
    assert proposals.proposal(desk, one.id).state == "submitted"
