"""Dividends and interest accrued that a summary tells beside positions and cash: the total may count them."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.proof.prove import ACCRUALS
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

TABLE = """
Description                Symbol   Quantity      Price     Market Value
Willow Mills Inc           WLLW           10      50.00           500.00
Total                                                             500.00
"""
SHEET = """Statement,Data,Title,Activity Statement
Statement,Data,Period,"April 1, 2026 - June 30, 2026"
Account Information,Data,Name,Ines Calloway
Account Information,Data,Account,U7700123
Net Asset Value,Header,Asset Class,Prior Total,Current Long,Current Short,Current Total,Change
Net Asset Value,Data,Cash ,70,88.40,0,88.40,18.40
Net Asset Value,Data,Stock,480,500,0,500,20
Net Asset Value,Data,Dividend Accruals,0,5,0,5,5
Net Asset Value,Data,Interest Accruals,0,1.25,0,1.25,1.25
Net Asset Value,Data,Total,550,{total},0,{total},44.65
Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult,Cost Price,Cost Basis,Close Price,Value,Unrealized P/L,Code
Open Positions,Data,Summary,Stocks,USD,WLLW,10,1,40,400,50,500,100,
Open Positions,Total,,Stocks,USD,,,,,400,,500,100,
"""  # noqa: E501


def statement(total: str, *told: str) -> StatementAccount:
    summary = [f"{label:<46}{amount:>12}" for label, amount in (line.rsplit(" ", 1) for line in told)]
    lines = ["Account Number: 5512-3301", "Statement as of 06/30/2026", "", f"{'Cash':<46}{'$88.40':>12}", *summary]
    text = "\n".join([*lines, f"{'Total account value':<46}{total:>12}", TABLE])
    (found,) = read_here("accruals.txt", text.encode()).accounts
    return found


def told(found: StatementAccount) -> list[str]:
    return [check.where for check in found.checks if check.check == ACCRUALS]


@pytest.mark.parametrize(
    ("lines", "total", "named"),
    [
        (("Accrued interest $1.25", "Dividends receivable $5.00"), "$594.65",
         "accrued interest 1.25, dividends receivable 5.00"),
        (("Estimated accrued income $6.25",), "$594.65", "estimated accrued income 6.25"),
        (("Interest accruals $1.25", "Dividend accruals $5.00"), "$593.40", "dividend accruals 5.00"),
        (("Accrued interest (not yet paid) $-0.40",), "$588.00", "accrued interest (not yet paid) -0.40"),
    ],
)  # fmt: skip
def test_labels_beside_the_cash_tell_what_the_total_counts(lines: tuple[str, ...], total: str, named: str) -> None:
    found = statement(total, *lines)
    assert (found.status, told(found)) == ("proven", [named])


def test_a_total_without_them_says_nothing_of_them() -> None:
    found = statement("$588.40", "Accrued interest $1.25")
    assert (found.status, told(found)) == ("proven", [])


@pytest.mark.parametrize("line", ["Accrued interest $1.25", "Realized gains $6.25", "Income received $6.25"])
def test_what_does_not_make_the_total_or_has_not_accrued_proves_nothing(line: str) -> None:
    assert statement("$594.65", line).status != "proven"


def test_the_net_asset_value_of_a_sheet_of_sections_counts_them() -> None:
    (found,) = read_here("activity.csv", SHEET.format(total="594.65").encode()).accounts
    assert (found.status, told(found)) == ("proven", ["dividend accruals 5, interest accruals 1.25"])
    (wrong,) = read_here("activity.csv", SHEET.format(total="604.65").encode()).accounts
    assert wrong.status != "proven"


def test_accruals_among_the_columns_of_two_days_count_as_the_later() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Account"), (160, "U7700123")])
    pencil.row([(40, "April 1, 2026 - June 30, 2026")], step=18)
    pencil.row([(40, "Net Asset Value")], "B")
    pencil.row([(-220, "March 31, 2026"), (-320, "Long"), (-380, "Short"), (-460, "June 30, 2026")], "B")
    for label, before, now in (("Cash", "70.00", "88.40"), ("Stock", "480.00", "500.00"),
                               ("Dividend Accruals", "2.00", "5.00"), ("Total", "552.00", "593.40")):  # fmt: skip
        pencil.row([(40, label), (-220, before), (-320, now), (-380, "0.00"), (-460, now)])
    pencil.row([(40, "Ending Value"), (-460, "593.40")])
    pencil.row([(40, "Ending Cash"), (-460, "88.40")], step=24)
    pencil.row([(40, "Symbol"), (-180, "Quantity"), (-300, "Close Price"), (-460, "Value")], "B")
    pencil.row([(40, "WLLW"), (-180, "10"), (-300, "50.0000"), (-460, "500.00")])
    pencil.row([(40, "Total"), (-460, "500.00")])
    (found,) = read_here("activity.pdf", pencil.drawn().data).accounts
    assert (found.status, found.stated_total, told(found)) == ("proven", D("593.40"), ["dividend accruals 5.00"])
