"""The tax ledger page and the questions of the proposal page, as a person sees them."""

from typing import Any

import pytest
from pages_markup import html_of  # type: ignore[import-not-found]

from core.workflow.desk import Desk
from core.workflow.proposals import draft


def test_the_ledger_shows_the_year_losses_lots_and_a_plan(open_page: Any) -> None:
    page = open_page("pages.clients.ledger", household="H-0005")
    assert not page.exception
    shown = html_of(page)
    for words in ("The year so far", "Budget left", "Losses that could be taken", "Lock-outs", "Work a concentrated"):
        assert words in shown
    assert "to take" in page.title[0].value if page.title else "to take" in shown
    assert "of the household in" in shown and "Sold at once" in shown


def test_another_budget_gives_another_plan(open_page: Any) -> None:
    page = open_page("pages.clients.ledger", household="H-0005")
    before = html_of(page)
    next(one for one in page.text_input if one.label == "Gain a year, $").set_value("400,000")
    page.run()
    assert not page.exception and html_of(page) != before


@pytest.mark.usefixtures("own_book")
def test_a_proposal_says_what_called_for_it_what_is_locked_and_why_not(open_page: Any, desk: Desk) -> None:
    made = draft(desk, "H-0005")
    page = open_page("pages.rebalancing.proposal", proposal=made.id)
    shown = html_of(page)
    for words in ("What called for it", "Losses to take", "Lock-out calendar", "Sell everything, buy the target"):
        assert words in shown
    next(one for one in page.button if one.label == "Ask").click()
    page.run()
    assert not page.exception and "is not allowed" in html_of(page)


@pytest.mark.usefixtures("own_book")
def test_a_line_is_solved_again_without_it(open_page: Any, desk: Desk) -> None:
    made = draft(desk, "H-0005")
    page = open_page("pages.rebalancing.proposal", proposal=made.id)
    next(one for one in page.button if one.label == "Solve in full without it").click()
    page.run()
    assert not page.exception and "Without the trade" in html_of(page)
