"""A real browser: every page opens calmly, and the whole walk from a dropped statement to a verified trail."""

import re
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
STATEMENT = ROOT / "data" / "demo" / "statements" / "tidewater-2026-10-30-kessler.csv"
PASSWORD = "plumb-line-demo"
PAGES = {
    "Overview": "need", "Statements": "statement", "Households": "households under", "Holdings": " in ",
    "Drift": ": ",
    "Alerts": "alerts", "Heat maps": "against its bands", "Exposure": "would go in", "Bands": "bands set",
    "Market data": "priced",
    "What if": "what if", "Proposal": re.compile("roposal|trade|action"),
    "Review": re.compile("approval|approve|wait"), "Documents": re.compile("ocuments|letter"),
    "Audit trail": "events",
}  # fmt: skip


def test_every_page_opens_without_an_error_box(visit: Any) -> None:
    visit.sign_in("Jules Okafor")
    for title, words in PAGES.items():
        visit.open(title)
        visit.title_says(words)
        visit.is_calm()


def test_a_page_seen_before_comes_back_quickly(visit: Any) -> None:
    visit.sign_in("Jules Okafor")
    for title in ("Overview", "Households", "Drift", "Audit trail"):
        visit.open(title)
    for title in ("Overview", "Households", "Drift", "Audit trail"):
        visit.open(title)
        visit.title_says(PAGES[title])


def test_the_administrator_manages_people_and_sees_no_client(visit: Any) -> None:
    visit.sign_in("Anton Petrov")
    visit.title_says("events")
    assert visit.page.get_by_test_id("stTopNavSection").filter(has_text="Clients").count() == 0
    visit.open("People")
    visit.title_says("may sign in")
    visit.is_calm()


def test_an_address_is_kept_through_the_sign_in(visit: Any) -> None:
    visit.sign_in("Jules Okafor", path="drift?household=H-0002")
    visit.title_says(": ")
    assert "household=H-0002" in visit.page.url


def test_the_style_sheet_still_finds_what_it_styles(visit: Any) -> None:
    from core.present.style import HOOKS

    visit.sign_in("Jules Okafor")
    found = _present(visit, HOOKS)
    visit.open("What if")
    found |= _present(visit, HOOKS)
    visit.page.locator('button[data-variant="segmented_control"][aria-checked="true"]').first.wait_for()
    visit.page.locator(".js-plotly-plot .annotation text").first.wait_for()
    visit.open("Drift")
    found |= _present(visit, HOOKS)
    assert set(HOOKS) - found == set()


def _present(visit: Any, hooks: tuple[str, ...]) -> set[str]:
    return {hook for hook in hooks if visit.page.locator(f'[data-testid="{hook}"]').count()}


def test_a_cell_of_the_heat_map_opens_the_household(visit: Any) -> None:
    visit.sign_in("Jules Okafor")
    canvas = visit.page.locator('[class*="st-key-heat-map"] canvas').first
    canvas.wait_for()
    visit.settle()
    box = canvas.bounding_box()
    visit.page.mouse.click(box["x"] + 230, box["y"] + 45)
    visit.page.wait_for_url("**/drift?household=*")
    visit.title_says("bands")
    visit.is_calm()


def test_the_walk_from_a_dropped_statement_to_a_verified_trail(visit: Any, tmp_path: Path) -> None:
    visit.sign_in("Jules Okafor")
    _sign_off(visit)
    visit.press("See drift")
    visit.title_says("Kessler: ")
    visit.press("What if")
    visit.title_says("Kessler: what if")
    visit.page.get_by_role("radio", name="Target", exact=True).or_(
        visit.page.get_by_role("button", name="Target", exact=True)
    ).first.click()
    visit.settle()
    cash = visit.page.get_by_label("In (+) or out (−), $")
    cash.fill("150000")
    cash.press("Enter")
    visit.settle()
    visit.see(re.compile("→|instead of|difference to the previous"))
    visit.press("Send to proposal")
    visit.title_says("Kessler: ")
    visit.page.wait_for_url("**/proposal?proposal=*")
    number = re.search(r"proposal=([\w-]+)", visit.page.url)
    assert number is not None
    visit.press(re.compile(r"^Submit "))
    visit.see("Open the review")
    visit.is_calm()
    _approve(visit, number.group(1))
    _documents(visit, number.group(1), tmp_path)
    visit.open("Audit trail")
    visit.press("Verify the trail")
    visit.see("The trail holds")
    visit.is_calm()


def _sign_off(visit: Any) -> None:
    visit.open("Statements")
    visit.page.locator('input[type="file"]').first.set_input_files(str(STATEMENT))
    visit.title_says("The account is proven")
    visit.settle()
    visit.is_calm()
    visit.press(re.compile("^Sign off…"))
    visit.press("Sign off this account")
    visit.see("Signed off")


def _approve(visit: Any, number: str) -> None:
    """The proposer is not offered the decision; another person decides with the password."""
    visit.press("Open the review")
    visit.see("another person has to")
    visit.sign_in("Tess Whitlock", path=f"review?proposal={number}")
    visit.see("Submitted")
    visit.press(re.compile(r"^Approve \w+ trade"))
    visit.page.get_by_label("Password").first.fill(PASSWORD)
    visit.page.get_by_test_id("stPopoverBody").get_by_role("button", name="Approve").click()
    visit.see("See documents")
    visit.see("● Approved")


def _documents(visit: Any, number: str, folder: Path) -> None:
    visit.sign_in("Jules Okafor", path=f"documents?proposal={number}")
    visit.title_says("can be issued")
    visit.press("Issue letter and order list")
    visit.title_says("are issued")
    visit.see(re.compile(r"^Letter, "))
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Download").first.click()
    path = folder / "letter.pdf"
    download.value.save_as(path)
    assert path.read_bytes().startswith(b"%PDF-")
    visit.is_calm()


def test_signing_out_leads_back_to_the_door(visit: Any) -> None:
    visit.sign_in("Jules Okafor")
    visit.page.get_by_test_id("stTopNavSection").filter(has_text="Jules Okafor").click()
    visit.page.get_by_test_id("stTopNavDropdownLink").filter(has_text="Sign out").click()
    visit.see("You are signed out")
    visit.page.get_by_text("Tess Whitlock").first.click()
    visit.page.get_by_role("button", name="Sign in").click()
    visit.title_says("need")
    visit.is_calm()
