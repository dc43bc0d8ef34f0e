"""Alerts are taken on, bands are set and taken away, and metrics are shown, by hand."""

from typing import Any

import pytest
from pages_markup import html_of  # type: ignore[import-not-found]

from core.workflow.alerts import open_alerts
from core.workflow.bands import all_bands
from core.workflow.desk import Desk

pytestmark = pytest.mark.usefixtures("own_book")


def press(page: Any, label: str) -> Any:
    return next(button for button in page.button if button.label == label).click().run()


def test_a_look_fills_the_log_and_an_alert_is_acknowledged(open_page: Any, desk: Desk) -> None:
    page = open_page("pages.book.alerts")
    assert "Nobody has looked" in html_of(page)
    page = press(page, "Check the book now")
    assert not page.exception and not page.error
    assert "in the log" in html_of(page)
    page = press(page, "Keep")
    assert not page.exception and not page.error
    assert [one.state for one in open_alerts(desk)].count("acknowledged") == 1


def test_saving_an_unchanged_table_of_bands_changes_nothing(open_page: Any, desk: Desk) -> None:
    page = press(open_page("pages.monitoring.bands"), "Save")
    assert not page.exception and not page.error
    assert all_bands(desk) == ()
    assert "Nothing differs" in page.success[0].value


def test_compliance_looks_at_bands_and_sets_none(open_page: Any) -> None:
    page = open_page("pages.monitoring.bands", actor="compliance")
    assert "Save" not in [button.label for button in page.button]


def test_the_drift_page_shows_every_metric(open_page: Any) -> None:
    page = open_page("pages.monitoring.drift")
    assert not page.exception
    tables = [table.value for table in page.dataframe]
    metrics = next(table for table in tables if "Metric" in table.columns)
    assert set(metrics["No."]) == set(range(1, 39))
