"""The day of a report of a single day is that of its period, and not that on which it was written."""

import pytest

from core.ingest.reading import read_here

ROWS = "Symbol,Quantity,Price,Market Value\nQLT,40,25.00,1000.00\n"


@pytest.mark.parametrize(
    "told", ['Period,"November 26, 2026"', "Statement Period: 11/26/2026", 'Reporting period,"2026-11-26"']
)
def test_a_period_of_one_day_is_the_day(told: str) -> None:
    written = 'WhenGenerated,"2026-11-28, 05:24:15 EST"'
    for lines in (f"{told}\n{written}", f"{written}\n{told}"):
        (account,) = read_here("export.csv", f"{lines}\n\n{ROWS}".encode()).accounts
        assert str(account.as_of) == "2026-11-26"
