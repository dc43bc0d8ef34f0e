"""Days of other statements than the one that is read: the last one, the next one, and when prices were taken."""

from datetime import date

import pytest

from core.ingest.lexicon.dates import read_as_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

END = date(2026, 2, 28)


@pytest.mark.parametrize(
    "text",
    [
        "Last statement: January 31, 2026",
        "Next statement date: March 31, 2026",
        "Prior period ended 01/31/2026",
        "Previous statement 01/01/26 - 01/31/26",
        "Change since last statement (January 31, 2026)",
    ],
)
def test_the_day_of_another_statement_is_not_that_of_this_one(text: str) -> None:
    assert read_as_of(text) is None
    assert read_as_of(f"{text} This statement: February 28, 2026") == END


@pytest.mark.parametrize("text", ["Last updated 02/28/2026", "Last quarter: 12/01/2025 - 02/28/2026"])
def test_what_is_only_called_last_keeps_its_day(text: str) -> None:
    assert read_as_of(text) == END


@pytest.mark.parametrize(
    "lines",
    [
        [("Last statement:", "January 31, 2026"), ("This statement:", "February 28, 2026")],
        [("Next statement date:", "March 31, 2026"), ("Statement ending:", "February 28, 2026")],
        [("Prices as of March 1, 2026",), ("Holdings as of February 28, 2026",)],
    ],
)
def test_the_account_has_the_day_of_its_holdings(lines: list[tuple[str, ...]]) -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    for texts in lines:
        pencil.row(list(zip((40, 200), texts, strict=False)))
    pencil.y += 20
    pencil.row([(40, "Description"), (-300, "Quantity"), (-400, "Price"), (-500, "Market value")])
    pencil.row([(40, "Quill Harbor Corp (QZAB)"), (-300, "100.000"), (-400, "12.00"), (-500, "$1,200.00")])
    pencil.row([(40, "Total account value"), (-500, "$1,200.00")])
    (account,) = read_here("days.pdf", pencil.drawn().data).accounts
    assert (account.status, account.as_of) == ("proven", END)
