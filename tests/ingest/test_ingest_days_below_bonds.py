"""Bonds whose figures stand beside their CUSIP, the day they were bought on the line under it; funds over their lots.

As brokers of banks print them: `Acquired 03/07/16 L`, the original cost under the adjusted one, `Reinvestments L m`.
"""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

EDGES = (34, -175, -241, -290, -345, -392, -450, -507, -545)
HEADS = (
    ("", "", "", "", "", "", "", "", "ESTIMATED"),
    ("", "% OF", "", "ADJ PRICE/", "ADJ COST/", "CURRENT", "CURRENT", "UNREALIZED", "ANNUAL"),
    ("DESCRIPTION", "ACCOUNT", "QUANTITY", "ORIG PRICE", "ORIG COST", "PRICE", "MARKET VALUE", "GAIN/LOSS", "INCOME"),
)


def new_page(pencil: Pencil, *sections: str) -> None:
    pencil.page()
    pencil.row([(34, "Larkrun Advisors"), (300, "INES CALLOWAY")], step=9)
    pencil.row([(300, "JUNE 1 - JUNE 30, 2026")], step=9)
    pencil.row([(300, "ACCOUNT NUMBER: 4417-2093")], step=20)
    for number, section in enumerate(sections):
        pencil.row([(32, section)], "B", size=8.5 if number else 11, step=12)
    for heads in HEADS:
        line(pencil, *heads, style="B", size=6, step=8)
    pencil.y += 6


def line(pencil: Pencil, *cells: str, style: str = "", size: float = 7.6, step: float = 9) -> None:
    row = [(x, text) for x, text in zip(EDGES, cells, strict=False) if text]
    pencil.row(row, style, size=size, step=step)


def end(pencil: Pencil, section: str, cost: str, value: str) -> StatementAccount:
    line(pencil, f"Total {section}", "100.00", "", "", cost, "", value, style="B", step=14)
    line(pencil, "Total asset value on Jun 30, 2026", "", "", "", "", "", value, style="B")
    (account,) = read_here("larkrun.pdf", pencil.drawn().data).accounts
    return account


def two_bonds(breaks_before: str = "", cost: str = "103,000.00") -> StatementAccount:
    pencil = Pencil()
    new_page(pencil, "Fixed income securities", "Corporate bonds")

    def told(step: str) -> None:
        if step == breaks_before:
            new_page(pencil, "Fixed income securities (continued)")

    for text in ("QUILL RAIL CORP SR NT", "CPN 3.875% DUE 08/01/31"):
        line(pencil, text, style="B")
    line(
        pencil, "CUSIP 148418F92", "50.00", "100,000", "103.0000", cost, "98.0000", "98,000.00", "-5,000.00", "3,875.00"
    )
    told("day")
    line(pencil, "Acquired 03/07/16 L nc", step=1)
    line(pencil, "", "", "", "104.1200", "104,120.00", size=6.4, step=8)
    told("rating")
    line(pencil, "Moody Baa1, S&P BBB+", size=6.4)
    line(pencil, "Accrued interest $1,614.58", size=6.4, step=13)
    for text in ("EMBER RIVER CAP NOTE", "CPN 4.000% DUE 05/15/29"):
        line(pencil, text, style="B")
    line(pencil, "CUSIP 495467B92", "50.00", "100,000", "99.0000", "99,000.00", "98.0000", "98,000.00", "-1,000.00",
         "4,000.00")  # fmt: skip
    line(pencil, "Acquired 06/02/25 S")
    line(pencil, "Moody A1, S&P A", size=6.4)
    line(pencil, "Accrued interest $511.11", size=6.4, step=13)
    return end(pencil, "Fixed income securities", "$202,000.00", "$196,000.00")


@pytest.mark.parametrize("breaks_before", ["", "day", "rating"])
def test_a_day_below_a_bond_is_that_of_all_its_units_at_its_own_cost(breaks_before: str) -> None:
    account = two_bonds(breaks_before)
    assert account.status == "proven"
    assert [(one.cusip, one.accrued) for one in account.positions] == [
        ("148418F92", D("1614.58")),
        ("495467B92", D("511.11")),
    ]
    lots = [lot for one in account.positions for lot in one.lots]
    assert [(str(lot.acquired), lot.quantity, lot.cost_basis) for lot in lots] == [
        ("2016-03-07", D("100000"), D("103000")),
        ("2025-06-02", D("100000"), D("99000")),
    ]


def test_a_cost_that_is_not_value_less_gain_is_not_proven() -> None:
    assert two_bonds(cost="103,010.00").status != "proven"


def test_lots_of_a_bond_with_another_cost_below_them_and_a_sum() -> None:
    pencil = Pencil()
    new_page(pencil, "Fixed income securities", "Corporate bonds")
    for text in ("QUILL RAIL CORP SR NT", "CPN 3.875% DUE 08/01/31", "CUSIP 148418F92"):
        line(pencil, text)
    line(pencil, "Acquired 03/07/16 L", "", "10,000", "101.2000", "10,120.00", "98.0000", "9,800.00", "-320.00")
    line(pencil, "", "", "", "102.4000", "10,240.00", size=6.4)
    line(pencil, "Acquired 03/09/17 L nc", "", "5,000", "100.0000", "5,000.00", "98.0000", "4,900.00", "-100.00")
    line(pencil, "Total", "75.00", "15,000", "", "$15,120.00", "", "$14,700.00", "-$420.00", "$581.25", style="B")
    line(pencil, "", "", "", "", "$15,240.00", size=6.4)
    line(pencil, "Accrued interest $242.19", size=6.4, step=13)
    account = end(pencil, "Fixed income securities", "$15,120.00", "$14,700.00")
    (bond,) = account.positions
    assert account.status == "proven"
    assert (bond.quantity, bond.cost_basis, bond.accrued) == (D("15000"), D("15120"), D("242.19"))
    assert [one.cost_basis for one in bond.lots] == [D("10120"), D("5000")]


def funds(kind: str, *names: tuple[str, ...]) -> StatementAccount:
    pencil = Pencil()
    new_page(pencil, kind)
    for name in names:
        for text in name:
            line(pencil, text, style="B")
        line(pencil, "Acquired 07/19/17 L", "", "100.00000", "10.0000", "1,000.00", "12.5000", "1,250.00", "250.00")
        line(pencil, "Reinvestments L m", "", "10.00000", "10.0000", "100.00", "12.5000", "125.00", "25.00")
        line(pencil, "Reinvestments S a m", "", "4.00000", "10.0000", "40.00", "12.5000", "50.00", "10.00")
        line(pencil, "Total", "50.00", "114.00000", "", "$1,140.00", "", "$1,425.00", "$285.00", "$28.00", style="B")
    return end(pencil, kind, "$2,280.00", "$2,850.00")


def test_reinvestments_with_marks_behind_their_term_are_lots_without_a_day() -> None:
    account = funds("Mutual funds", ("QUILL GROWTH FUND OF THE NORTH", "QZABX"), ("EMBER INCOME FUND", "QZCDX"))
    assert account.status == "proven"
    assert [(one.symbol, one.quantity, [lot.acquired is None for lot in one.lots]) for one in account.positions] == [
        ("QZABX", D("114"), [False, True, True]),
        ("QZCDX", D("114"), [False, True, True]),
    ]


def test_symbols_between_names_and_days_stand_under_their_names_and_bold_names_wrap() -> None:
    account = funds("Exchange traded funds", ("QUILL GOLD SHARES", "QZG"), ("EMBER 1-3 MONTH T-BILL", "ETF", "QZEB"))
    assert account.status == "proven"
    assert [(one.symbol, one.description) for one in account.positions] == [
        ("QZG", "QUILL GOLD SHARES"),
        ("QZEB", "EMBER 1-3 MONTH T-BILL ETF"),
    ]


@pytest.mark.parametrize("first", [True, False])
def test_lots_acquired_on_an_unknown_day_are_no_securities(first: bool) -> None:
    pencil = Pencil()
    new_page(pencil, "Stocks, options & ETFs", "Stocks")
    for name, symbol in (("QUILL HARBOR CORP", "QZAB"), ("EMBER RIVER INC", "QZCD")):
        line(pencil, name, style="B")
        line(pencil, symbol)
        lots = [
            ("Acquired UNKNOWN nc", "", "10", "N/A", "N/A", "12.5000", "125.00", "N/A"),
            ("Acquired 07/19/17 L", "", "100", "10.0000", "1,000.00", "12.5000", "1,250.00", "250.00"),
        ]
        for lot in lots if first else lots[::-1]:
            line(pencil, *lot)
        line(pencil, "Total", "50.00", "110", "", "$1,000.00", "", "$1,375.00", "$250.00", style="B", step=13)
    account = end(pencil, "Stocks, options & ETFs", "$2,000.00", "$2,750.00")
    assert account.status == "proven"
    assert [(one.symbol, one.quantity, len(one.lots)) for one in account.positions] == [
        ("QZAB", D("110"), 2),
        ("QZCD", D("110"), 2),
    ]
