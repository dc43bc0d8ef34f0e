"""The second factor: set up once, asked at every decision, each code taken once, also when two are fast."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyotp
import pytest

from core.domain.errors import BadInput, CoreError, NotAllowed
from core.settings import read_settings
from core.store import open_store
from core.workflow import demo, people, proposals, second_factor, trail
from core.workflow.book import book
from core.workflow.case_files import export_case
from core.workflow.desk import Desk, command_line_person

PASSWORD = demo.demo_password()
MORNING = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


def at(desk: Desk, seconds: float) -> Desk:
    return replace(desk, clock=lambda: MORNING + timedelta(seconds=seconds))


def officer_of(desk: Desk) -> Desk:
    return desk.acting_as(demo.person_for("compliance"))


def enrolled(desk: Desk) -> Callable[[Desk], str]:
    """Set the person at the desk up, ten minutes before; returns what their device shows."""
    early = at(desk, -600)
    made = people.enrol_code(early, PASSWORD)
    device = pyotp.TOTP(made.secret)
    assert made.address.startswith("otpauth://totp/Plumbline:")
    assert desk.actor is not None
    second_factor.confirm_code(early, desk.actor.id, device.at(early.clock()))
    return lambda now: str(device.at(now.clock()))


@pytest.fixture
def officer() -> Desk:
    return officer_of(at(Desk.sample(), 0))


def test_nobody_of_the_demo_book_is_asked_for_a_code(officer: Desk) -> None:
    people.prove_identity(officer, demo.person_for("compliance"), PASSWORD)
    assert not any(second_factor.has_code(officer, one.id) for one in people.people(officer))


def test_a_code_is_asked_only_after_it_was_confirmed(officer: Desk) -> None:
    someone = demo.person_for("compliance")
    made = people.enrol_code(officer, PASSWORD)
    people.prove_identity(officer, someone, PASSWORD)
    with pytest.raises(NotAllowed, match="wrong"):
        second_factor.confirm_code(officer, someone.id, "000000")
    second_factor.confirm_code(officer, someone.id, pyotp.TOTP(made.secret).at(MORNING))
    with pytest.raises(NotAllowed, match="six digits"):
        people.prove_identity(officer, someone, PASSWORD)


def test_the_same_code_is_taken_once(officer: Desk) -> None:
    shown = enrolled(officer)(officer)
    someone = demo.person_for("compliance")
    people.prove_identity(officer, someone, PASSWORD, shown)
    for later in (0, 29, 45):
        with pytest.raises(NotAllowed, match="used before"):
            people.prove_identity(at(officer, later), someone, PASSWORD, shown)


def test_a_right_code_does_not_help_a_wrong_password_and_is_not_used_up_by_it(officer: Desk) -> None:
    shown = enrolled(officer)(officer)
    someone = demo.person_for("compliance")
    with pytest.raises(NotAllowed, match="belong together"):
        people.prove_identity(officer, someone, "wrong", shown)
    people.prove_identity(officer, someone, PASSWORD, shown)


def test_wrong_codes_lock_like_wrong_passwords(officer: Desk) -> None:
    shown = enrolled(officer)(officer)
    for _ in range(5):
        with pytest.raises(NotAllowed, match="wrong"):
            people.prove_identity(officer, demo.person_for("compliance"), PASSWORD, "123")
    with pytest.raises(NotAllowed, match="Too many"):
        people.prove_identity(officer, demo.person_for("compliance"), PASSWORD, shown)


def test_an_approval_and_an_export_take_the_code(officer: Desk) -> None:
    shows = enrolled(officer)
    advisor = officer.acting_as(demo.person_for("advisor"))
    home = next(row.household for row in book(advisor).rows if row.outside)
    made = proposals.submit_proposal(advisor, proposals.draft(advisor, home).id, 1)
    with pytest.raises(NotAllowed, match="six digits"):
        proposals.approve_proposal(officer, made.id, made.version, PASSWORD)
    done = proposals.approve_proposal(officer, made.id, made.version, PASSWORD, shows(officer))
    assert done.state == "approved"
    later = at(officer, 60)
    with pytest.raises(NotAllowed, match="six digits"):
        export_case(later, home)
    assert export_case(later, home, shows(later)).accounts
    assert export_case(advisor, home).accounts


def test_neither_code_nor_secret_stands_in_the_trail(officer: Desk) -> None:
    shown = enrolled(officer)(officer)
    people.prove_identity(officer, demo.person_for("compliance"), PASSWORD, shown)
    events = trail.trail(officer)
    secret = second_factor._secret(officer, demo.person_for("compliance").id)
    assert secret is not None
    assert not any(shown in str(event) or secret.secret in str(event) for event in events)
    assert [event.kind for event in events if event.entity == "code_step"] == ["person.code_used"] * 2


def test_somebody_else_sets_up_nothing_and_only_an_admin_takes_it_off(officer: Desk) -> None:
    enrolled(officer)
    someone = demo.person_for("compliance")
    admin = officer.acting_as(demo.person_for("admin"))
    with pytest.raises(NotAllowed, match="themselves"):
        second_factor.begin_code(admin, someone.id)
    with pytest.raises(BadInput, match="already"):
        second_factor.begin_code(officer, someone.id)
    with pytest.raises(NotAllowed):
        second_factor.remove_code(officer, someone.id)
    second_factor.remove_code(admin, someone.id)
    people.prove_identity(officer, someone, PASSWORD)
    with pytest.raises(NotAllowed, match="command line"):
        second_factor.begin_code(officer.acting_as(command_line_person()), command_line_person().id)


def test_of_ten_at_once_with_the_same_code_one_is_let_through(tmp_path: Path) -> None:
    settings = read_settings({"PLUMBLINE_HOME": str(tmp_path / "home")})
    desk = at(demo.fill(Desk.open(settings)), 0)
    officer = officer_of(desk)
    shown = enrolled(officer)(officer)

    def try_it(_: int) -> bool:
        own = replace(officer, store=open_store(settings, {}))
        try:
            people.prove_identity(own, demo.person_for("compliance"), PASSWORD, shown)
        except CoreError:
            return False
        return True

    with ThreadPoolExecutor(5) as pool:
        assert sum(pool.map(try_it, range(10))) == 1
