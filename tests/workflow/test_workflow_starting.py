"""Calendar and events start proposals: where a policy says so, once, and not again while one is undecided or young."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from core.domain.errors import NotAllowed
from core.domain.mandate import Mandate
from core.domain.proposal import Proposal
from core.workflow import demo
from core.workflow.desk import BookCard, Desk
from core.workflow.drift import drift
from core.workflow.households import households
from core.workflow.saving import Put, load, load_all, save
from core.workflow.starting import due_households, quarter_day, start_proposals


@pytest.fixture
def desk() -> Desk:
    return replace(Desk.sample(), clock=lambda: datetime(2026, 11, 20, 21, tzinfo=UTC))


def outside(desk: Desk) -> set[str]:
    return {one.id for one in households(desk) if any(r.standing == "outside" for r in drift(desk, one.id).readings)}


def test_every_breach_starts_one_proposal_and_only_one(desk):
    """The default policy: looked at every time, acted on where a class left its band."""
    due = outside(desk)
    made = start_proposals(desk)
    assert due <= {one.household for one in made if one.proposal}
    assert all(one.reasons for one in made)
    again = start_proposals(desk)
    assert not [one for one in again if one.proposal]
    assert all("undecided" in one.why_not for one in again)
    started = [event for event in desk.store.events() if event.kind == "proposal.started"]
    assert len(started) == len([one for one in made if one.proposal])
    assert any("Outside the band" in event.note for event in started)


def test_a_decided_proposal_that_is_young_is_not_followed_by_another(desk):
    first = start_proposals(desk)[0]
    old = load(desk, "proposal", Proposal, first.proposal)
    save(desk, "proposal.rejected", Put("proposal", old.id, old.version + 1, replace(old, state="rejected",
         version=old.version + 1), client=old.household))  # fmt: skip
    (same,) = [one for one in due_households(desk) if one.household == first.household]
    assert "sessions ago" in same.why_not
    later = replace(desk, book=BookCard(desk.book.title, date(2026, 12, 18)))
    (free,) = [one for one in due_households(later) if one.household == first.household]
    assert free.why_not == ""


def test_a_calendar_policy_is_due_once_a_quarter_whatever_the_drift(desk):
    for rules in load_all(desk, "mandate", Mandate):
        policy = replace(rules.policy, trigger="calendar")
        made = replace(rules, policy=policy, version=rules.version + 1)
        save(desk, "mandate.adopted", Put("mandate", made.id, made.version, made))
    due = due_households(desk)
    assert {one.household for one in due} == {one.id for one in households(desk)}
    assert all("review of Oct 1, 2026 is due" in one.reasons[0].sentence for one in due)
    start_proposals(desk)
    assert due_households(desk) == ()


def test_the_quarter_begins_with_its_first_session():
    assert quarter_day(date(2026, 11, 20)) == date(2026, 10, 1)
    assert quarter_day(date(2027, 2, 3)) == date(2027, 1, 4)


def test_who_may_not_draft_starts_nothing(desk):
    with pytest.raises(NotAllowed):
        start_proposals(desk.acting_as(demo.person_for("compliance")))
