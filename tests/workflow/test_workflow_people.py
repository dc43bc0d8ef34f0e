"""Signing in: the right password opens a session, wrong ones are recorded and lock for a while."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.domain.errors import BadInput, NotAllowed
from core.domain.person import Person
from core.workflow import demo, people, trail
from core.workflow.desk import Desk

GOOD = demo.demo_password()
MORNING = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


def desk_at(moment: datetime) -> Desk:
    return replace(Desk.sample(), clock=lambda: moment)


def at(desk: Desk, moment: datetime) -> Desk:
    return replace(desk, clock=lambda: moment)


def test_the_right_password_opens_a_session_that_ends_when_idle() -> None:
    desk = desk_at(MORNING)
    someone = demo.person_for("advisor")
    token = people.sign_in(desk, someone.id, GOOD)
    assert people.current(at(desk, MORNING + timedelta(minutes=14)), token) == someone
    assert people.current(at(desk, MORNING + timedelta(minutes=30)), token) is None


def test_a_session_ends_at_sign_out() -> None:
    desk = desk_at(MORNING)
    token = people.sign_in(desk, demo.person_for("compliance").id, GOOD)
    people.sign_out(desk, token)
    assert people.current(desk, token) is None


@pytest.mark.parametrize(("who", "password"), [("advisor", "wrong"), ("nobody", GOOD)])
def test_a_refusal_never_says_which_half_was_wrong(who: str, password: str) -> None:
    person_id = demo.person_for(who).id if who != "nobody" else who
    with pytest.raises(NotAllowed, match="do not belong together"):
        people.sign_in(desk_at(MORNING), person_id, password)


def test_five_wrong_passwords_lock_even_the_right_one_for_a_while() -> None:
    desk = desk_at(MORNING)
    someone = demo.person_for("advisor").id
    for _ in range(5):
        with pytest.raises(NotAllowed):
            people.sign_in(desk, someone, "wrong")
    with pytest.raises(NotAllowed, match="Too many"):
        people.sign_in(desk, someone, GOOD)
    assert people.sign_in(at(desk, MORNING + timedelta(minutes=2)), someone, GOOD)
    officer = desk.acting_as(demo.person_for("compliance"))
    assert sum(event.kind == people.FAILED for event in trail.trail(officer)) == 5


def test_only_an_admin_adds_people() -> None:
    desk = desk_at(MORNING)
    newcomer = Person("r.amari", "Rana Amari", "committee")
    with pytest.raises(NotAllowed):
        people.add_person(desk, newcomer, "long enough now")
    admin = desk.acting_as(demo.person_for("admin"))
    with pytest.raises(BadInput, match="ten characters"):
        people.add_person(admin, newcomer, "short")
    people.add_person(admin, newcomer, "long enough now")
    assert newcomer in people.people(desk)
    assert people.sign_in(desk, newcomer.id, "long enough now")


def test_a_closed_account_ends_every_session_and_opens_again_with_a_reason() -> None:
    desk = desk_at(MORNING)
    admin, advisor = demo.person_for("admin"), demo.person_for("advisor")
    token = people.sign_in(desk, advisor.id, GOOD)
    people.set_active(desk.acting_as(admin), advisor.id, False, "left the firm")
    assert people.current(desk, token) is None
    with pytest.raises(NotAllowed, match="do not belong together"):
        people.sign_in(desk, advisor.id, GOOD)
    kinds = [event.kind for event in trail.trail(desk.acting_as(admin), kind="person.")]
    assert "person.closed" in kinds
    people.set_active(desk.acting_as(admin), advisor.id, True, "came back")
    assert people.current(desk, people.sign_in(desk, advisor.id, GOOD)) == advisor
    for who, open_, why, said in (
        (admin.id, False, "x", "their own"), (advisor.id, True, "x", "is open already"),
        (advisor.id, False, " ", "say why"),
    ):  # fmt: skip
        with pytest.raises(BadInput, match=said):
            people.set_active(desk.acting_as(admin), who, open_, why)
    with pytest.raises(NotAllowed):
        people.set_active(desk.acting_as(advisor), admin.id, False, "no")


def test_a_password_is_changed_by_its_owner_with_the_one_before() -> None:
    desk = desk_at(MORNING)
    advisor = desk.acting_as(demo.person_for("advisor"))
    with pytest.raises(NotAllowed):
        people.change_password(advisor, "not it", "another password")
    with pytest.raises(BadInput, match="at least ten characters"):
        people.change_password(advisor, GOOD, "short")
    people.change_password(advisor, GOOD, "another password")
    with pytest.raises(NotAllowed):
        people.sign_in(desk, demo.person_for("advisor").id, GOOD)
    assert people.sign_in(desk, demo.person_for("advisor").id, "another password")
