"""The tax ledger and the questions to a proposal in a real browser."""

from typing import Any

import pytest

pytestmark = pytest.mark.browser


def test_the_ledger_opens_from_the_menu_and_plans_over_years(visit: Any) -> None:
    visit.sign_in("Jules Okafor")
    visit.open("Tax ledger")
    visit.see("The year so far")
    visit.see("Losses that could be taken")
    visit.is_calm()
    visit.sign_in("Jules Okafor", "ledger?household=H-0005")
    visit.title_says("to take")
    visit.see("Work a concentrated position off")
    budget = visit.page.get_by_label("Gain a year, $")
    budget.fill("many")
    budget.press("Enter")
    visit.see("no amount of dollars")
    budget.fill("400,000")
    budget.press("Enter")
    visit.see("VTI falls from")
    visit.is_calm()


def test_a_proposal_says_why_not(visit: Any) -> None:
    visit.sign_in("Jules Okafor", "drift?household=H-0005")
    visit.press("Propose trades")
    visit.see("Lock-out calendar")
    visit.see("What called for it")
    visit.page.get_by_role("button", name="Ask", exact=True).click()
    visit.see("is not allowed")
    visit.press("Solve in full without it")
    visit.see("Without the trade")
    visit.is_calm()
