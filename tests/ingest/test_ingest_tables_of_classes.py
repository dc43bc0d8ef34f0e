"""Tables that part bonds by year, by rating or by coming calls hold nothing: the bonds stand elsewhere."""

from collections.abc import Sequence
from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

EDGES = (-90, 100, -300, -370, -450, -530)
BONDS = (
    (("20,000", "ORRIN CNTY WIS GO SER B", "101.500", "20,300.00", "19,800.00", "500.00"),
     ("", "4.000% DUE 06/15/2031", "3.52%", "", "19,650.00", ""), "CUSIP 503093F92"),
    (("30,000", "QUILL HARBOR CORP NOTE", "99.000", "29,700.00", "30,150.00", "(450.00)"),
     ("", "3.875% DUE 02/01/2033", "4.03%", "", "30,200.00", ""), "CUSIP 787457B17"),
)  # fmt: skip
YEARS = ("Year", "Issues", "Par Value", "Market Value"), ("2031", "1", "20,000", "20,300.00"), (
    "2033", "1", "30,000", "29,700.00",
)  # fmt: skip


def table(pencil: Pencil, title: str, *rows: Sequence[str]) -> None:
    pencil.row([(40, title)], "B", step=14)
    for place, cells in enumerate(rows):
        pencil.row(
            [(edge, cell) for edge, cell in zip((40, -200, -300, -400), cells, strict=False)], "" if place else "B"
        )
    pencil.row([(40, "Total"), (-300, "50,000"), (-400, "50,000.00")], "B", step=20)


def account(*tables: tuple[Sequence[str], ...], title: str = "Maturity Ladder") -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Fairbridge Trust Company")], "B", size=12, step=18)
    pencil.row([(40, "Account number: 4412-7788"), (300, "August 31, 2026")], step=20)
    for rows in tables:
        table(pencil, title, *rows)
    pencil.row([(40, "Municipal Bonds")], "B", step=14)
    pencil.row([(-370, "Market"), (-450, "Amortized Cost"), (-530, "Unrealized"), (-300, "Price")], "B", size=7, step=9)
    heads = ("Par Value", "Description", "YTM", "Value", "Original Cost", "Gain/Loss")
    pencil.row(list(zip(EDGES, heads, strict=True)), "B", size=7, step=12)
    for first, second, third in BONDS:
        for cells in (first, second):
            pencil.row([(edge, cell) for edge, cell in zip(EDGES, cells, strict=True) if cell], size=7, step=9)
        pencil.row([(100, third)], size=7, step=12)
    pencil.row([(100, "TOTAL ACCOUNT"), (-370, "50,000.00"), (-450, "49,950.00"), (-530, "50.00")], "B", size=7)
    (one,) = read_here("fairbridge.pdf", pencil.drawn().data).accounts
    return one


def test_the_yield_and_the_first_cost_stand_under_price_and_cost() -> None:
    first, second = account().positions
    assert (first.price, first.cost_basis, first.gain) == (D("101.500"), D("19800.00"), D("500.00"))
    assert first.description == "ORRIN CNTY WIS GO SER B 4.000% DUE 06/15/2031"
    assert (second.cusip, second.cost_basis) == ("787457B17", D("30150.00"))
    assert account().status == "proven"


@pytest.mark.parametrize(
    "head", ["Year", "Maturity Year", "Moody's / S&P", "S&P", "Credit Quality", "Rating", "Duration (years)", "Insurer"]
)
def test_classes_of_bonds_are_no_holdings(head: str) -> None:
    (_, *labels), *rows = YEARS
    found = account(((head, *labels), *rows))
    assert [line.cusip for line in found.positions] == ["503093F92", "787457B17"]
    assert found.status == "proven"


def test_coming_calls_are_no_lots() -> None:
    heads = ("Call Date", "Price", "Par Value", "Security")
    calls = (heads, ("06/15/2029", "100.00", "20,000", "ORRIN CNTY WIS GO SER B 4.000% 06/15/2031"))
    found = account(calls, title="Upcoming Call Dates")
    assert [(line.cusip, len(line.lots)) for line in found.positions] == [("503093F92", 0), ("787457B17", 0)]
    assert found.status == "proven"
