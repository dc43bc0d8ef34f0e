"""The review page: two people at one proposal, comments, and the way of the orders after the approval."""

from typing import Any

import pytest
from pages_markup import html_of

from core.domain.proposal import Proposal
from core.workflow import demo
from core.workflow.desk import Desk
from core.workflow.documents import issue
from core.workflow.proposals import approve_proposal, draft, proposal, send_back, submit_proposal
from core.workflow.released import release_of
from core.workflow.reviewing import comments
from core.workflow.signing import sign_paper

PASSWORD = demo.demo_password()
pytestmark = pytest.mark.usefixtures("own_book")


def acting(desk: Desk, role: str) -> Desk:
    return desk.acting_as(demo.person_for(role))


def button(page: Any, label: str) -> Any:
    return next(one for one in page.button if one.label == label)


def submitted(desk: Desk) -> Proposal:
    return submit_proposal(desk, draft(desk, "H-0001").id, 1)


@pytest.mark.parametrize("first", ["approved", "returned"])
def test_a_click_after_somebody_else_decided_is_not_dropped_silently(open_page: Any, desk: Desk, first: str) -> None:
    one = submitted(desk)
    late = open_page("pages.rebalancing.review", actor="committee", proposal=one.id)
    officer = acting(desk, "compliance")
    if first == "approved":
        approve_proposal(officer, one.id, one.version, PASSWORD)
    else:
        send_back(officer, one.id, one.version, "Sell less.")
    late.text_input(key=f"password-approve-{one.id}").set_value(PASSWORD)
    button(late, "Approve").click()
    late.run()
    assert not late.exception
    told = " ".join(one.value for one in late.warning).replace("\\", "")
    assert officer.actor.name in told and first in told and "was not done" in told  # type: ignore[union-attr]
    assert proposal(desk, one.id).version == one.version + 1
    late.run()
    assert not [one for one in late.warning if "was not done" in one.value]


def test_the_own_step_is_no_surprise(open_page: Any, desk: Desk) -> None:
    one = submitted(desk)
    page = open_page("pages.rebalancing.review", actor="committee", proposal=one.id)
    page.text_input(key=f"password-approve-{one.id}").set_value(PASSWORD)
    button(page, "Approve").click()
    page.run()
    assert not page.warning and "● Approved" in html_of(page)


def test_a_comment_is_kept_and_shown_with_its_markup_inert(open_page: Any, desk: Desk) -> None:
    one = submitted(desk)
    page = open_page("pages.rebalancing.review", actor="committee", proposal=one.id)
    next(box for box in page.text_input if box.label == "Comment").set_value("Why <script>x</script>?")
    button(page, "Comment").click()
    page.run()
    assert [said.text for said in comments(desk, one.id)] == ["Why <script>x</script>?"]
    assert "Why &lt;script&gt;" in html_of(page) and "<script>" not in html_of(page)


def test_orders_are_released_from_the_page_once_the_letter_is_signed(open_page: Any, desk: Desk) -> None:
    one = submitted(desk)
    approve_proposal(acting(desk, "compliance"), one.id, one.version, PASSWORD)
    early = open_page("pages.rebalancing.review", proposal=one.id)
    assert "issued first" in html_of(early)
    letter = next(paper for paper in issue(desk, one.id) if paper.kind == "letter")
    sign_paper(desk, letter.id, PASSWORD)
    page = open_page("pages.rebalancing.review", proposal=one.id)
    assert "● Signed" in html_of(page)
    page.text_input(key=f"password-release-{one.id}").set_value(PASSWORD)
    button(page, "Release the orders").click()
    page.run()
    assert release_of(desk, one.id) is not None
    assert "● Released" in html_of(page) and "still to come" in html_of(page)
    committee = open_page("pages.rebalancing.review", actor="committee", proposal=one.id)
    assert not [one for one in committee.button if one.label == "Release the orders"]


def test_the_list_names_exceptions_and_what_passed_through_own_hands(open_page: Any, desk: Desk) -> None:
    submitted(desk)
    page = open_page("pages.rebalancing.review", actor="committee")
    assert "Routine: tick" in html_of(page) or "Exceptions: look at each" in html_of(page)
    own = open_page("pages.rebalancing.review")
    assert "passed through your own hands" in html_of(own)
