"""A person's hands on the pages: sign off, drop a line, submit, approve with the password, issue, verify."""

from decimal import Decimal
from typing import Any

import pytest
from pages_markup import html_of  # type: ignore[import-not-found]

from core.domain.scenario import Levers
from core.settings import DEMO
from core.workflow import demo
from core.workflow.desk import Desk
from core.workflow.documents import documents
from core.workflow.households import household, households
from core.workflow.proposals import approve_proposal, draft, proposal, send_back, submit_proposal
from core.workflow.statements import statement, upload

STATEMENT = DEMO / "statements" / "tidewater-2026-10-30-kessler.csv"


def button(page: Any, label: str) -> Any:
    return next(one for one in page.button if one.label == label)


def id_of(desk: Desk, name: str) -> str:
    return next(one.id for one in households(desk) if one.name == name)


def acting(desk: Desk, role: str) -> Desk:
    return desk.acting_as(demo.person_for(role))


@pytest.mark.usefixtures("own_book")
def test_a_proven_statement_is_signed_off_into_its_household(open_page: Any, desk: Desk) -> None:
    intake = upload(desk, STATEMENT.name, STATEMENT.read_bytes())
    page = open_page("pages.clients.statements", statement=intake.id)
    assert "The account is proven" in html_of(page)
    home = next(one for one in page.selectbox if one.label == "Into the household")
    assert home.value == "H-0007"
    button(page, "Sign off this account").click()
    page.run()
    assert not page.exception
    assert not page.error
    assert statement(desk, intake.id).dispositions[0].state == "signed_off"
    assert household(desk, "H-0007").version == 2


@pytest.mark.usefixtures("own_book")
def test_a_refusal_needs_its_reason(open_page: Any, desk: Desk) -> None:
    intake = upload(desk, STATEMENT.name, STATEMENT.read_bytes())
    page = open_page("pages.clients.statements", statement=intake.id)
    button(page, "Refuse this account").click()
    page.run()
    assert "why" in page.error[0].value
    assert statement(desk, intake.id).dispositions[0].state == "open"


@pytest.mark.usefixtures("own_book")
def test_a_dropped_line_is_solved_again_and_can_be_taken_back(open_page: Any, desk: Desk) -> None:
    made = draft(desk, "H-0001")
    page = open_page("pages.rebalancing.proposal", proposal=made.id)
    assert "Delacroix: " in html_of(page)
    assert page.query_params["proposal"] in (made.id, [made.id])
    button(page, "Drop").click()
    page.run()
    changed = proposal(desk, made.id)
    assert (changed.version, changed.tweaks[0].kind) == (2, "drop")
    button(page, "Undo").click()
    page.run()
    assert proposal(desk, made.id).tweaks == ()


@pytest.mark.usefixtures("own_book")
def test_a_wrong_number_of_shares_is_told_calmly(open_page: Any, desk: Desk) -> None:
    made = draft(desk, "H-0001")
    page = open_page("pages.rebalancing.proposal", proposal=made.id)
    next(one for one in page.text_input if one.label == "Shares").set_value("many")
    button(page, "Set").click()
    page.run()
    assert not page.exception
    assert "number of shares" in page.error[0].value.replace("\\", "")
    assert proposal(desk, made.id).version == 1


@pytest.mark.usefixtures("own_book")
def test_the_proposer_cannot_approve_and_another_person_can(open_page: Any, desk: Desk) -> None:
    made = draft(desk, "H-0001")
    submit_proposal(desk, made.id, 1)
    own = open_page("pages.rebalancing.review", proposal=made.id)
    assert not [one for one in own.button if one.label == "Approve"]
    assert "another person has to" in html_of(own)
    other = open_page("pages.rebalancing.review", actor="committee", proposal=made.id)
    other.text_input[-1].set_value("not the password")
    button(other, "Approve").click()
    other.run()
    assert "Nothing was changed" in other.info[0].value
    other.text_input[-1].set_value(demo.demo_password())
    button(other, "Approve").click()
    other.run()
    assert proposal(desk, made.id).state == "approved"
    assert "● Approved" in html_of(other)


@pytest.mark.usefixtures("own_book")
def test_an_approved_proposal_gives_a_letter_and_an_order_list(open_page: Any, desk: Desk) -> None:
    made = draft(desk, "H-0001")
    submit_proposal(desk, made.id, 1)
    approve_proposal(acting(desk, "committee"), made.id, 2, demo.demo_password())
    page = open_page("pages.compliance.documents", proposal=made.id)
    assert "can be issued" in html_of(page)
    button(page, "Issue letter and order list").click()
    page.run()
    assert not page.exception
    assert {one.kind for one in documents(acting(desk, "compliance"), made.id)} >= {"letter", "orders", "record"}
    assert "data:image/png;base64," in html_of(page)
    trail = open_page("pages.compliance.audit_trail", actor="compliance")
    button(trail, "Verify the trail").click()
    trail.run()
    assert trail.success[0].value


def test_a_lever_moves_the_answer(open_page: Any, desk: Desk) -> None:
    page = open_page("pages.rebalancing.what_if", household="H-0001")
    before = [metric.value for metric in page.metric]
    next(one for one in page.segmented_control if one.label == "Trade to").set_value("target")
    page.run()
    assert not page.exception
    assert [metric.value for metric in page.metric] != before
    assert "→" in html_of(page) or "instead of" in html_of(page)


def test_the_address_names_the_household(open_page: Any, desk: Desk) -> None:
    page = open_page("pages.monitoring.drift", household="H-0004")
    assert "Garrity: " in html_of(page)
    unknown = open_page("pages.monitoring.drift", household="nobody")
    assert not unknown.exception
    assert "There is no household" in html_of(unknown)


@pytest.mark.usefixtures("own_book")
def test_what_cannot_be_met_is_named_and_leads_to_what_conflicts(open_page: Any, desk: Desk) -> None:
    page = open_page("pages.rebalancing.what_if", household=id_of(desk, "Delacroix"))
    next(one for one in page.number_input if one.label.startswith("In (+)")).set_value(-90_000_000)
    page.run()
    assert not page.exception
    assert "No way through" in html_of(page)
    assert button(page, "See what conflicts")
    impossible = Levers(cash_flow=Decimal(-90_000_000))
    made = draft(desk, id_of(desk, "Delacroix"), impossible)
    page = open_page("pages.rebalancing.proposal", proposal=made.id)
    shown = html_of(page)
    assert not page.exception
    assert "cannot raise its withdrawal" in shown and "Nearest:" in shown
    assert not any(one.label.startswith("Submit") for one in page.button)


def test_an_unreadable_file_is_refused_and_nothing_is_stored(open_page: Any, desk: Desk) -> None:
    intake = upload(desk, "holiday.pdf", b"not a statement at all")
    assert intake.refused
    page = open_page("pages.clients.statements", statement="S-2026-9999")
    assert "There is no statement" in page.info[0].value.replace("\\", "")


@pytest.mark.usefixtures("own_book")
def test_the_proposer_reads_why_a_proposal_came_back(open_page: Any, desk: Desk) -> None:
    made = draft(desk, "H-0001")
    sent = submit_proposal(desk, made.id, made.version)
    send_back(acting(desk, "compliance"), made.id, sent.version, "Leave VTI for next year.")
    page = open_page("pages.rebalancing.proposal", proposal=made.id)
    assert page.warning[0].value == "Leave VTI for next year."


@pytest.mark.usefixtures("own_book")
def test_a_quantity_beyond_the_lots_is_refused_in_plain_words(open_page: Any, desk: Desk) -> None:
    made = draft(desk, "H-0001")
    page = open_page("pages.rebalancing.proposal", proposal=made.id)
    next(one for one in page.text_input if one.label == "Shares").input("999,999")
    button(page, "Set").click()
    page.run()
    assert "Individual" in page.error[0].value
    assert "H-0001" not in page.error[0].value
    assert proposal(desk, made.id).version == 1
