"""A real browser: every cell of the four heat maps opens what it promises, and each map is taken along."""

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

SAYS = """words => [...document.querySelectorAll('[data-testid=stHtml]')].some(
  box => words.every(word => box.innerText.includes(word)))"""
HEAD, ROW = 45, 30
"""Pixels from the top of a table to the middle of its first row, and from row to row."""


def open_map(visit: Any, name: str) -> None:
    visit.page.get_by_text(name, exact=True).first.click()
    visit.settle()


def click(visit: Any, key: str, x: int, row: int) -> None:
    canvas = visit.page.locator(f'[class*="st-key-{key}"] canvas').first
    canvas.wait_for()
    box = canvas.bounding_box()
    visit.page.mouse.click(box["x"] + x, box["y"] + HEAD + ROW * row)


def first_cell(visit: Any, key: str, row: int) -> str:
    """The text of a row's first cell, which the table keeps for screen readers."""
    cell = visit.page.locator(f'[class*="st-key-{key}"] [data-testid="glide-cell-0-{row}"]').first
    cell.wait_for(state="attached")
    return str(cell.text_content())


def says(visit: Any, *words: str) -> None:
    """Wait until one box of the page holds all these words."""
    visit.page.wait_for_function(SAYS, arg=list(words), polling="raf")


def test_cells_of_the_book_open_clause_value_and_distance(visit: Any) -> None:
    visit.sign_in("Jules Okafor", path="heat-maps")
    visit.title_says("against its bands")
    for row in range(4):
        click(visit, "map-classes", 230, row)
        says(visit, first_cell(visit, "map-classes", row))
        says(visit, "US equity", "Clause", "Value", "To the target", "To the nearer edge", "Since")
    visit.settle()
    visit.press("Open drift")
    visit.title_says(": ")
    assert "class=US+equity" in visit.page.url or "class=US%20equity" in visit.page.url


def test_cells_by_metric_account_and_month_open_too(visit: Any) -> None:
    visit.sign_in("Jules Okafor", path="heat-maps")
    open_map(visit, "Book by metric")
    click(visit, "map-metrics", 200, 3)
    says(visit, first_cell(visit, "map-metrics", 3))
    says(visit, "Volatility", "Clause", "limit", "How")
    open_map(visit, "Household by account")
    click(visit, "map-accounts", 300, 0)
    says(visit, "US equity", "Clause", "To the target")
    open_map(visit, "Household by month")
    click(visit, "map-months", 160, 1)
    says(visit, "Tracking error", "Clause", "Value")
    visit.is_calm()


def test_a_map_is_taken_along_as_picture_and_as_csv(visit: Any, tmp_path: Path) -> None:
    visit.sign_in("Jules Okafor", path="heat-maps")
    for label, start in (("Picture", b"\x89PNG"), ("CSV", b"Household,Assets,")):
        with visit.page.expect_download() as given:
            visit.page.get_by_text(label, exact=True).first.click()
        given.value.save_as(tmp_path / label)
        assert (tmp_path / label).read_bytes().startswith(start)
    assert b"simulated" in (tmp_path / "CSV").read_bytes()


def test_exposure_and_market_data_open_calmly(visit: Any) -> None:
    visit.sign_in("Jules Okafor", path="exposure")
    visit.title_says("would go in the")
    visit.page.get_by_text("Issuers", exact=True).first.click()
    visit.see("issuers not on file")
    visit.page.get_by_label("US equity").fill("-30")
    visit.page.keyboard.press("Enter")
    visit.see("It would lose")
    visit.is_calm()
    visit.open("Market data")
    visit.title_says("are priced and fresh")
    for view in ("Splits and dividends", "Files", "Look-through"):
        open_map(visit, view)
        visit.is_calm()
