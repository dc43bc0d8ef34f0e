"""The committee in a real browser: a change is proposed in the app, weighed, signed by two, and adopted."""

from typing import Any

import pytest

from core.workflow import demo

pytestmark = pytest.mark.browser


def sign(visit: Any) -> None:
    """Sign the candidate on the screen with the password."""
    visit.press("Sign v2")
    visit.page.get_by_label("Password", exact=True).fill(demo.demo_password())
    visit.page.get_by_role("button", name="Sign", exact=True).click()
    visit.settle()


def test_the_lab_answers_from_the_menu(visit: Any) -> None:
    visit.sign_in("Tess Whitlock")
    visit.open("Policy lab")
    visit.title_says("days of trading a year")
    visit.see("Hypothetical")


def test_two_members_sign_what_one_of_them_proposed(visit: Any) -> None:
    visit.sign_in("Tess Whitlock", "mandates?mandate=preservation")
    visit.title_says("the rules in force")
    visit.page.get_by_label("Issuer limit, %").fill("90")
    visit.page.get_by_label("Why").fill("No single issuer should carry everything.")
    visit.press("Put before the committee")
    visit.see("Needs 2 more signatures.")
    visit.see("Issuer limit")
    sign(visit)
    visit.see("Needs one more signature.")
    draft = visit.page.url.split("draft=")[1]
    visit.sign_in("Edda Halvorsen", f"mandates?draft={draft}")
    sign(visit)
    visit.see("Signed; it can be adopted.")
    visit.press("Adopt v2")
    visit.title_says("adopted")
