"""A reload keeps the session and the page; signing out ends it for good, whatever the browser still knows."""

from typing import Any

import pytest

pytestmark = pytest.mark.browser


def cookies(visit: Any) -> list[dict[str, Any]]:
    return [one for one in visit.page.context.cookies() if one["name"].startswith("plumbline-") and one["value"]]


def test_a_reload_keeps_the_session_and_the_page(visit: Any) -> None:
    visit.sign_in("Jules Okafor", path="drift?household=H-0002")
    visit.title_says(": ")
    visit.settle()
    kept = cookies(visit)
    assert len(kept) == 1 and kept[0]["sameSite"] == "Strict" and kept[0]["expires"] == -1
    visit.page.reload()
    visit.title_says(": ")
    visit.settle()
    assert "household=H-0002" in visit.page.url
    visit.see("Jules Okafor")
    visit.is_calm()


def test_a_session_that_was_signed_out_does_not_come_back_with_its_cookie(visit: Any) -> None:
    visit.sign_in("Maren Brandt")
    visit.settle()
    kept = cookies(visit)
    visit.page.get_by_test_id("stTopNavSection").filter(has_text="Maren Brandt").click()
    visit.page.get_by_test_id("stTopNavDropdownLink").filter(has_text="Sign out").click()
    visit.see("You are signed out")
    visit.page.wait_for_function("() => !document.cookie.includes('plumbline-')")
    visit.page.context.add_cookies(kept)
    visit.page.reload()
    visit.see("Who is at the desk?")
