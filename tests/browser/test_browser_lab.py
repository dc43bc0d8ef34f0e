"""The lab in a real browser: a slider answers, a kept setting travels by its link, long work goes on when left."""

import re
from typing import Any

import pytest

pytestmark = pytest.mark.browser


def move(visit: Any, place: int, steps: int) -> None:
    """Move a slider by the keyboard and wait for the new picture."""
    handle = visit.page.get_by_test_id("stSlider").nth(place).get_by_role("slider")
    handle.focus()
    for _ in range(steps):
        visit.page.keyboard.press("ArrowRight")
    visit.settle()


def test_a_kept_setting_is_opened_by_somebody_else_from_its_link(visit: Any) -> None:
    visit.sign_in("Jules Okafor", "what-if?household=H-0005")
    visit.title_says("what if")
    move(visit, 2, 5)
    visit.see("Largest drift")
    visit.page.get_by_role("button", name="Keep as scenario").click()
    visit.page.get_by_placeholder("e.g. to the edge, harvest").fill("wider bands")
    visit.page.get_by_role("button", name="Keep", exact=True).click()
    visit.settle()
    visit.see("bands x1.25")
    visit.press("Share")
    link = visit.page.get_by_test_id("stCode").inner_text().strip()
    assert "scenario=H-0005-" in link
    visit.sign_in("Tess Whitlock", link.split("/", 3)[3])
    visit.see("“wider bands”")
    assert visit.page.get_by_role("row", name="This setting").get_by_text("bands x1.25").count() == 1
    visit.is_calm()


def test_a_walk_through_the_engine_goes_on_when_its_page_is_left(visit: Any) -> None:
    visit.sign_in("Tess Whitlock", "policy-lab?mandate=preservation")
    slider = visit.page.get_by_test_id("stSlider").first.get_by_role("slider")
    slider.focus()
    for _ in range(4):
        visit.page.keyboard.press("ArrowLeft")
    visit.settle()
    visit.press("Walk it through the engine")
    visit.open("Mandates")
    visit.title_says("in force")
    visit.open("Policy lab")
    visit.see(re.compile("of the same days|walked; you can leave"))


def test_a_model_answers_to_views_in_words(visit: Any) -> None:
    visit.sign_in("Tess Whitlock", "models?mandate=growth-80-20")
    visit.title_says("risk for")
    visit.see("By class")
    visit.is_calm()
