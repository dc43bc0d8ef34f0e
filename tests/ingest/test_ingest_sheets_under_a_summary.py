"""A sheet of accounts before the sheets of each: who holds what is told there, and no line of a sheet is one of it."""

import io
from decimal import Decimal

import openpyxl
import pytest

from core.ingest.reading import read_here

ACCOUNTS = (
    ("Ines Calloway & Tobias Okonjo", "551122330", "Joint WROS", "taxable_joint", 10),
    ("Odile Fenwick Cust FBO Maren Fenwick", "551144556", "UTMA", "utma", 20),
)


def workbook(titled: bool) -> bytes:
    """Sheets of two accounts behind a summary; `titled`: each tells its owner, number and kind over its rows."""
    book = openpyxl.Workbook()
    summary = book.active
    summary.title = "Summary"
    for row in (
        ["Relationship summary"],
        ["As of June 30, 2026"],
        [],
        ["Account", None, "Number", "Registration", "Market Value"],
    ):
        summary.append(row)
    for owner, number, kind, _, units in ACCOUNTS:
        summary.append([owner, None, number, kind, units * 50])
    summary.append(["Total", None, None, None, 1500])
    for owner, number, kind, _, units in ACCOUNTS:
        sheet = book.create_sheet(f"{kind} {number[-4:]}")
        sheet.append(["Alder Portfolio Accounting"])
        sheet.append([f"{owner}   |   Account {number}   |   {kind}"] if titled else ["Holdings by asset class"])
        sheet.append(["Valuation date: 06/30/2026"])
        sheet.append(["Security", "Ticker", "Quantity", "Price", "Value"])
        sheet.append(["Quill Fund", "QZAB", units, 50, units * 50])
        sheet.append(["Total Portfolio", None, None, None, units * 50])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize("titled", [True, False])
def test_accounts_of_sheets_behind_their_summary(titled: bool) -> None:
    read = read_here("book.xlsx", workbook(titled)).accounts
    assert [(one.number[-4:], one.registration, one.status) for one in read] == [
        (number[-4:], registration, "proven") for _, number, _, registration, _ in ACCOUNTS
    ]
    assert [one.stated_total for one in read] == [Decimal(500), Decimal(1000)]
    assert read[0].owner == "Ines Calloway & Tobias Okonjo"
    assert read[1].owner in ("Maren Fenwick", "Odile Fenwick")
