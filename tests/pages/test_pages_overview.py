"""The overview names who needs somebody today, why, and offers one click."""

from typing import Any

from pages_markup import html_of  # type: ignore[import-not-found]

from core.workflow.book import book
from core.workflow.desk import Desk


def test_the_title_counts_and_each_card_has_its_reason(open_page: Any, desk: Desk) -> None:
    whole = book(desk)
    page = open_page("pages.book.overview")
    markup = html_of(page)
    assert "need" in markup.split("</h1>")[0]
    assert "Simulated prices" in markup
    for row in whole.needing[:4]:
        assert row.name in markup
    assert [metric.label for metric in page.metric] == ["Households", "Assets", "Out of band", "Alerts open"]
    assert page.metric[0].value == "8"
    shown = page.dataframe[0].value
    assert shown["Household"].iloc[0] == whole.rows[0].name


def test_the_committee_looks_but_does_not_propose(open_page: Any) -> None:
    page = open_page("pages.book.overview", actor="committee")
    assert not [button for button in page.button if button.label == "Propose"]
    assert [button for button in page.button if button.label == "See drift"]
