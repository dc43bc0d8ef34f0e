"""Lots in a table of their own for several accounts: with whole numbers, with none, under masked numbers of sheets."""

import io

import openpyxl

from core.domain.statement import Statement
from core.ingest.reading import read_here

HEAD = ("Symbol", "Description", "Quantity", "Price", "Market Value", "Cost Basis")
LOTS = ("Symbol", "Description", "Date Acquired", "Quantity", "Cost Basis", "Market Value")
FIRST = ("QZAB", "HARBOR QUILL HOLDINGS", 100, 20, 2000, 1500)
SECOND = ("FNCH", "FINCH PAPER CO", 50, 10, 500, 400)
PARTS = (
    ("4417-8820", "QZAB", "HARBOR QUILL HOLDINGS", "02/03/2021", 60, 900, 1200),
    ("4417-8820", "QZAB", "HARBOR QUILL HOLDINGS", "02/03/2022", 40, 600, 800),
    ("5120-9931", "FNCH", "FINCH PAPER CO", "02/03/2022", 50, 400, 500),
)


def book(numbered: bool, second: tuple[object, ...] = SECOND) -> Statement:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, title, row in (("One", "Roth IRA ...8820", FIRST), ("Two", "SEP IRA ...9931", second)):
        sheet = made.create_sheet(name)
        for cells in ((title,), HEAD, row, ("Total", None, None, None, row[4], row[5])):
            sheet.append(cells)
    sheet = made.create_sheet("Tax Lots")
    for lot in (("Account Number", *LOTS), *PARTS):
        sheet.append(lot if numbered else lot[1:])
    out = io.BytesIO()
    made.save(out)
    return read_here("lots.xlsx", out.getvalue())


def test_lots_with_whole_numbers_are_those_of_sheets_with_masked_ones() -> None:
    found = book(numbered=True)
    assert [[len(line.lots) for line in one.positions] for one in found.accounts] == [[2], [1]]
    assert [account.status for account in found.accounts] == ["proven", "proven"]


def test_lots_that_name_no_account_are_of_the_one_position_they_add_up_to() -> None:
    found = book(numbered=False)
    assert [[len(line.lots) for line in one.positions] for one in found.accounts] == [[2], [1]]


def test_lots_that_add_up_to_less_are_no_position_of_another_account() -> None:
    found = book(numbered=False, second=("FNCH", "FINCH PAPER CO", 80, 10, 800, 700))
    assert [len(one.positions) for one in found.accounts] == [1, 1]
    assert found.accounts[1].status != "proven"
