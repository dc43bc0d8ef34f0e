"""The committee's pages: a candidate is read, weighed, signed by two and adopted; the lab answers on a mandate."""

from dataclasses import replace
from typing import Any

import pytest
from pages_markup import html_of  # type: ignore[import-not-found]

from core.domain.allocation import Band
from core.workflow import committee, demo
from core.workflow.desk import Desk
from core.workflow.households import mandate

PAGE, LAB = "pages.committee.mandates", "pages.committee.policy_lab"


def acting(desk: Desk, who: str) -> Desk:
    return desk.acting_as(demo.person_for(who))


def candidate(desk: Desk) -> committee.MandateDraft:
    chair = acting(desk, "whitlock")
    standing = mandate(chair, "balanced-60-40")
    bands = standing.target.bands.with_entry("us_equity", Band("absolute", 0.03))
    return committee.draft_mandate(chair, replace(standing, target=replace(standing.target, bands=bands)), "Tighter.")


@pytest.mark.usefixtures("own_book")
def test_a_candidate_is_read_weighed_and_adopted(desk: Desk, open_page: Any) -> None:
    made = candidate(desk)
    page = open_page(PAGE, actor="whitlock", draft=made.id)
    assert not page.exception and not page.error
    shown = html_of(page)
    assert "US equity band" in shown and "Needs 2 more signatures" in shown and "Why, Tess Whitlock" in shown
    assert "3 of 8 households follow this mandate" in shown
    for who, version in (("whitlock", 1), ("halvorsen", 2)):
        committee.vote(acting(desk, who), made.id, version, demo.demo_password())
    page = open_page(PAGE, actor="whitlock", draft=made.id)
    assert "Signed; it can be adopted." in html_of(page)
    next(button for button in page.button if button.label == "Adopt v2").click().run()
    assert not page.exception and not page.error
    assert mandate(acting(desk, "advisor"), "balanced-60-40").version == 2


@pytest.mark.usefixtures("own_book")
def test_a_signature_takes_the_password(desk: Desk, open_page: Any) -> None:
    made = candidate(desk)
    page = open_page(PAGE, actor="halvorsen", draft=made.id)
    password = next(field for field in page.text_input if field.label == "Password")
    password.input("wrong")
    next(button for button in page.button if button.label in ("Sign", "Vote against")).click().run()
    assert not page.exception
    assert committee.mandate_draft(acting(desk, "advisor"), made.id).votes == ()


@pytest.mark.usefixtures("own_book")
def test_an_advisor_reads_and_does_not_vote(desk: Desk, open_page: Any) -> None:
    made = candidate(desk)
    page = open_page(PAGE, actor="advisor", draft=made.id)
    assert not page.exception
    assert "The committee votes." in html_of(page)
    assert not [button for button in page.button if button.label in ("Sign", "Adopt v2", "Withdraw")]


def test_one_mandate_is_written_out(open_page: Any) -> None:
    page = open_page(PAGE, actor="committee", mandate="balanced-60-40")
    assert not page.exception and not page.error
    assert "Balanced 60/40: the rules in force" in html_of(page)
    assert "±5.0 pts" in html_of(page)


def test_an_unchanged_form_is_told_so(open_page: Any) -> None:
    page = open_page(PAGE, actor="committee", mandate="balanced-60-40")
    page.text_area[0].input("because")
    next(button for button in page.button if button.label == "Put before the committee").click().run()
    assert not page.exception
    assert "othing differs" in page.error[0].value


def test_the_list_counts_what_is_in_force(open_page: Any) -> None:
    page = open_page(PAGE, actor="committee")
    assert "Five mandates in force, no candidates on the table" in html_of(page)


def test_the_lab_answers_and_says_hypothetical(open_page: Any) -> None:
    page = open_page(LAB, actor="committee", mandate="growth-80-20")
    assert not page.exception and not page.error
    page.slider[0].set_value(5).run()
    shown = html_of(page)
    assert "Hypothetical" in shown and "days of trading a year" in shown and "Calendar, quarterly" in shown
    assert "5 simulated years" in shown


@pytest.mark.usefixtures("own_book")
def test_a_mandate_is_edited_as_the_file_it_is(open_page: Any, desk: Desk) -> None:
    page = open_page("pages.committee.mandates", actor="committee", mandate="preservation")
    area = next(one for one in page.text_area if one.label == "File")
    assert '"id": "preservation"' in area.value
    area.set_value(area.value.replace('"issuer_limit": null', '"issuer_limit": 0.85').replace('"bounds":', '"bonds":'))
    next(one for one in page.text_input if one.label == "Reason").set_value("Less in one hand.")
    next(one for one in page.button if one.label == "Put this text before the committee").click()
    page.run()
    assert "plays no part" in page.error[0].value
    area = next(one for one in page.text_area if one.label == "File")
    area.set_value(area.value.replace('"bonds":', '"bounds":'))
    next(one for one in page.button if one.label == "Put this text before the committee").click()
    page.run()
    assert "draft" in page.query_params
