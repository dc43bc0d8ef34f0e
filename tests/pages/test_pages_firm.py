"""The firm page shows the letterhead before it is kept, and says in words what does not fit."""

from typing import Any

import pytest
from pages_markup import html_of  # type: ignore[import-not-found]

from core.workflow.desk import Desk
from core.workflow.firm import firm


@pytest.mark.usefixtures("own_book")
def test_the_letterhead_is_kept_when_the_administrator_says_so(open_page: Any, desk: Desk) -> None:
    page = open_page("pages.settings.firm", actor="admin")
    assert "Larkfield Vane Advisory" in html_of(page).split("</h1>")[0]
    page.text_input[0].set_value("Orchard & Pell").run()
    assert firm(desk).version == 1
    page.button[0].click().run()
    assert not page.exception
    assert firm(desk).name == "Orchard & Pell"


@pytest.mark.usefixtures("own_book")
def test_a_pale_colour_is_refused_in_one_sentence(open_page: Any, desk: Desk) -> None:
    page = open_page("pages.settings.firm", actor="admin")
    page.color_picker[0].set_value("#eeeeee").run()
    assert any("contrast" in one.value for one in page.error)
    assert firm(desk).version == 1


def test_others_are_turned_away(open_page: Any) -> None:
    page = open_page("pages.settings.firm", actor="advisor")
    assert not page.text_input
    assert page.info
