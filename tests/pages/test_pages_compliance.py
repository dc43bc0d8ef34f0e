"""The product shelf, the client file and a proposal's documents, as a person uses them."""

from typing import Any

import pytest
from pages_markup import html_of  # type: ignore[import-not-found]

from core.domain.profile import InvestmentProfile
from core.workflow import demo
from core.workflow.compliance import profile, set_profile
from core.workflow.desk import Desk
from core.workflow.documents import documents
from core.workflow.products import products
from core.workflow.proposals import approve_proposal, draft, submit_proposal


def acting(desk: Desk, role: str) -> Desk:
    return desk.acting_as(demo.person_for(role))


def button(page: Any, label: str) -> Any:
    return next(one for one in page.button if one.label == label)


def test_a_product_stands_beside_like_ones_in_dollars_at_a_size(open_page: Any) -> None:
    page = open_page("pages.compliance.products", product="VNQ")
    markup = html_of(page)
    assert "may be bought" in markup and "VNQ side by side at $100,000" in markup
    assert "130.00" in markup and "70.00" in markup
    page.number_input(key="shelf-size").set_value(200_000)
    page.run()
    assert not page.exception and "260.00" in html_of(page)
    page.multiselect[0].set_value(["SCHH", "BND"])
    page.run()
    assert "Vanguard Total Bond Market ETF" in html_of(page)


@pytest.mark.usefixtures("own_book")
def test_an_advisor_proposes_a_product_and_notes_a_change(open_page: Any, desk: Desk) -> None:
    page = open_page("pages.compliance.products")
    told = {"Symbol": "nwx", "Name": "New Index ETF", "Structure": "Exchange-traded fund",
            "How fast it turns into cash": "same day"}  # fmt: skip
    for label, text in told.items():
        next(one for one in page.text_input if one.label == label).set_value(text)
    button(page, "Propose").click()
    page.run()
    assert not page.exception and products(desk)["NWX"].status == "not_approved"
    assert "NWX side by side" in html_of(page)
    other = open_page("pages.compliance.products", product="VNQ")
    next(one for one in other.selectbox if one.label == "What changed").set_value("manager")
    next(one for one in other.text_input if one.label.startswith("In words")).set_value("a notice of Nov 12")
    button(other, "Note it").click()
    other.run()
    assert "Manager changed: a notice of Nov 12" in other.warning[0].value.replace("\\", "")
    assert not [one for one in open_page("pages.compliance.products", actor="committee").button
                if one.label == "Propose"]  # fmt: skip


@pytest.mark.usefixtures("own_book")
def test_only_the_committee_decides_and_the_decision_stands(open_page: Any, desk: Desk) -> None:
    assert "The committee decides" in html_of(open_page("pages.compliance.products", product="VNQ"))
    page = open_page("pages.compliance.products", actor="committee", product="VNQ")
    next(one for one in page.selectbox if one.label == "Standing from now on").set_value("suspended")
    page.text_input[-1].set_value("index under review")
    button(page, "Decide").click()
    page.run()
    assert not page.exception
    assert products(acting(desk, "committee"))["VNQ"].status == "suspended"


@pytest.mark.usefixtures("own_book")
def test_the_client_file_shows_the_profile_previews_papers_and_issues_them(open_page: Any, desk: Desk) -> None:
    page = open_page("pages.compliance.client_file", household="H-0006")
    markup = html_of(page)
    assert "Ibarra: the profile is whole" in markup and "data:image/png;base64," in markup
    button(page, "Issue it").click()
    page.run()
    assert not page.exception
    assert [one.kind for one in documents(acting(desk, "advisor")) if one.household == "H-0006"] == ["policy"]
    button(page, "Make the bundle").click()
    page.run()
    assert not page.exception and not page.error


@pytest.mark.usefixtures("own_book")
def test_a_record_that_lacks_something_says_what_and_where(open_page: Any, desk: Desk) -> None:
    advisor = acting(desk, "advisor")
    whole = profile(advisor, "H-0001")
    set_profile(advisor, InvestmentProfile("H-0001"), "wiped for the test")
    made = draft(advisor, "H-0001")
    submit_proposal(advisor, made.id, 1)
    approve_proposal(acting(desk, "committee"), made.id, 2, demo.demo_password())
    page = open_page("pages.compliance.documents", proposal=made.id)
    assert "It cannot be finalised" in html_of(page) and "profile.risk_tolerance" in html_of(page)
    button(page, "Issue letter and order list").click()
    page.run()
    set_profile(advisor, whole, "told again")
    page.run()
    button(page, "Finalise the record").click()
    page.run()
    assert not page.exception
    assert "record" in {one.kind for one in documents(advisor, made.id)}
