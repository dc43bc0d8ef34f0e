"""The second factor and the signatures on the screen: set up, asked, signed by two, closed afterwards."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyotp
import pytest
from pages_markup import html_of  # type: ignore[import-not-found]
from streamlit.testing.v1 import AppTest

from core.sign.page import reading_code
from core.workflow import demo
from core.workflow.desk import Desk
from core.workflow.documents import document, documents, issue
from core.workflow.people import enrol_code
from core.workflow.proposals import approve_proposal, draft, proposal, submit_proposal
from core.workflow.second_factor import confirm_code, has_code
from core.workflow.signatures import check_paper
from core.workflow.signing import make_link, sign_paper
from pages.shared.session import house

PASSWORD = demo.demo_password()
CLIENT = "Ana Moreau"


def acting(desk: Desk, role: str) -> Desk:
    return desk.acting_as(demo.person_for(role))


def button(page: AppTest, label: str) -> Any:
    return next(one for one in page.button if one.label == label)


def field(page: AppTest, label: str) -> Any:
    return next(one for one in page.text_input if one.label.startswith(label))


def letter_of(desk: Desk) -> str:
    """The id of a letter that was issued."""
    made = draft(acting(desk, "advisor"), "H-0001")
    submit_proposal(acting(desk, "advisor"), made.id, 1)
    approve_proposal(acting(desk, "committee"), made.id, 2, PASSWORD)
    return next(one.id for one in issue(acting(desk, "advisor"), made.id) if one.kind == "letter")


@pytest.mark.usefixtures("own_book")
def test_a_person_sets_up_a_second_factor_and_is_asked_for_it(open_page: Any, desk: Desk) -> None:
    page = open_page("pages.settings.second_factor", actor="committee")
    assert "is off" in html_of(page)
    field(page, "Password").set_value(PASSWORD)
    button(page, "Make a secret").click()
    page.run()
    secret = page.code[0].value
    assert secret in page.code[1].value and page.code[1].value.startswith("otpauth://")
    field(page, "First code").set_value(pyotp.TOTP(secret).now())
    button(page, "Switch it on").click()
    page.run()
    assert "is on" in html_of(page) and not page.code
    people = open_page("pages.settings.people", actor="admin")
    assert "● on" in html_of(people)
    button(people, "Take the second factor off").click()
    people.run()
    assert not has_code(desk, demo.person_for("committee").id)


@pytest.mark.usefixtures("own_book")
def test_an_approval_on_the_screen_takes_the_code(open_page: Any, desk: Desk) -> None:
    officer = acting(desk, "committee")
    device = pyotp.TOTP(enrol_code(officer, PASSWORD).secret)
    early = datetime.now(UTC) - timedelta(seconds=30)
    confirm_code(officer, demo.person_for("committee").id, device.at(early))
    made = submit_proposal(desk, draft(desk, "H-0001").id, 1)
    page = open_page("pages.rebalancing.review", actor="committee", proposal=made.id)
    field(page, "Password").set_value(PASSWORD)
    button(page, "Approve").click()
    page.run()
    assert "six digits" in page.info[0].value
    field(page, "Password").set_value(PASSWORD)
    field(page, "Code").set_value(device.at(datetime.now(UTC) + timedelta(seconds=30)))
    button(page, "Approve").click()
    page.run()
    assert proposal(desk, made.id).state == "approved"


@pytest.mark.usefixtures("own_book")
def test_the_advisor_signs_and_makes_a_link(open_page: Any, desk: Desk) -> None:
    paper = letter_of(desk)
    page = open_page("pages.compliance.documents", proposal=paper.partition("-v")[0])
    page.text_input(key=f"password-sign-{paper}").set_value(PASSWORD)
    button(page, "Sign").click()
    page.run()
    assert not page.exception and "signed by Jules Okafor, advisor" in html_of(page)
    field(page, "Client who signs").set_value(CLIENT)
    page.text_input(key=f"password-link-{paper}").set_value(PASSWORD)
    button(page, "Make the link").click()
    page.run()
    assert "/?sign=" in page.code[0].value
    button(page, "Check signatures").click()
    page.run()
    assert "The signature of Jules Okafor holds." in page.toast[0].value


@pytest.fixture()
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The house that a visitor without an account comes to, in a home of its own."""
    monkeypatch.setenv("PLUMBLINE_HOME", str(tmp_path / "home"))
    house.clear()
    yield house()
    house.clear()


def test_the_client_reads_consents_and_signs_once(at_home: Desk) -> None:
    advisor, paper = acting(at_home, "advisor"), letter_of(at_home)
    issued = document(advisor, paper)[1]
    sign_paper(advisor, paper, PASSWORD)
    token = make_link(advisor, paper, CLIENT, PASSWORD)

    def visit() -> AppTest:
        return AppTest.from_function(_script, args=(token,), default_timeout=120).run()

    page = visit()
    assert "Withdrawing your consent" in html_of(page) and "data:image/png;base64," in html_of(page)
    field(page, "Your full name").set_value(CLIENT)
    button(page, "Sign").click()
    page.run()
    assert "consent" in page.error[0].value
    page.checkbox[0].check()
    field(page, "Reading code").set_value(reading_code(issued))
    button(page, "Sign").click()
    page.run()
    assert not page.exception and "Thank you" in html_of(page)
    assert next(one for one in documents(advisor) if one.id == paper).signed == ("advisor", "client")
    assert check_paper(advisor, paper).ok
    assert "This link is closed" in html_of(visit())


def _script(token: str) -> None:
    from pages.shared.sign_link import render

    render(token)
