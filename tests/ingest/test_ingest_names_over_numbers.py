"""Table files in which names stand alone over the numbers of accounts, under heads on two rows, or behind a list."""

import io
from decimal import Decimal

import openpyxl
import pytest

from core.ingest.owners.account_titles import owner_in_title
from core.ingest.reading import read_here
from core.ingest.sheets.heads import settled_roles
from core.ingest.sheets.storeys import under

TABLE = ",,,Unit,Total,,Market,Unrealized\nDescription,Ticker,Quantity,Cost,Cost,Price,Value,Gain/Loss\n"
ROWS = "Quill Harbor Corp,QZAB,120,40.125,4815.00,50.00,6000.00,1185.00\nTotal,,,,4815.00,,6000.00,1185.00\n"


def read_with(*over: str) -> tuple[str, Decimal | None]:
    """The owner of an account under these lines, and what its first holding cost."""
    text = "ALDER PORTFOLIO REPORTS\nHoldings by Asset Class\n" + "\n".join(over) + "\n\n" + TABLE + ROWS
    (account,) = read_here("alder.csv", text.encode()).accounts
    assert account.status == "proven"
    return account.owner, account.positions[0].cost_basis


@pytest.mark.parametrize(
    ("over", "owner"),
    [
        (("INES B CALLOWAY", "ROTH IRA"), "INES B CALLOWAY"),
        (("INES CALLOWAY & TOBIAS CALLOWAY",), "INES CALLOWAY & TOBIAS CALLOWAY"),
        (
            ("INES CALLOWAY", "TOBIAS OKONJO", "JOINT TENANTS WITH RIGHT OF SURVIVORSHIP"),
            "INES CALLOWAY & TOBIAS OKONJO",
        ),
        (("CALLOWAY REVOCABLE LIVING TRUST", "INES CALLOWAY TRUSTEE"), "CALLOWAY REVOCABLE LIVING TRUST"),
        (("INES CALLOWAY", "TOBIAS OKONJO"), ""),
        (("INES CALLOWAY", "Quarterly letter"), ""),
        (("Realized Gains",), ""),
    ],
)
def test_name_over_the_number(over: tuple[str, ...], owner: str) -> None:
    assert read_with(*over, "Account 417-20934-1") == (owner, Decimal("4815.00"))


def test_words_over_labels_that_stand_twice() -> None:
    above = ["", "", "Prior", "Current", ""]
    assert under(above, ["Security", "Quantity", "Value", "Value", "Price"])[2:4] == ["Prior Value", "Current Value"]
    assert under(["", "", "Unit", "", "Market"], ["Security", "Quantity", "Cost", "Cost", "Value"])[2] == "Unit Cost"


def test_who_keeps_an_account_for_a_minor() -> None:
    assert owner_in_title("Ines Calloway Custodian for Odile Calloway") == "Odile Calloway"


def test_securities_beside_cash_are_amounts() -> None:
    heads = ["Account", "Account Number", "Registration", "Securities", "Cash", "Total Value"]
    assert settled_roles(heads) == ["holder", "account", "registration", "other", None, "value"]


def test_list_of_accounts_before_their_sheets() -> None:
    book = openpyxl.Workbook()
    summary = book.active
    summary.title = "Summary"
    for row in (
        ["Calloway Household"],
        ["Valuation date", "2026-06-30"],
        [],
        ["Account", "Account Number", "Registration", "Securities", "Cash", "Total Value"],
        ["Ines Calloway", "55112233", "Roth IRA", 500, 100, 600],
        ["Ines Calloway Custodian for Odile Calloway", "55114455", "UTMA", 1000, 100, 1100],
        ["Household Total", None, None, 1500, 200, 1700],
    ):
        summary.append(row)
    for number, units in (("55112233", 10), ("55114455", 20)):
        sheet = book.create_sheet(f"Account {number[-4:]}")
        sheet.append(["Account Number", number])
        sheet.append(["Security", "Symbol", "Quantity", "Price", "Market Value"])
        sheet.append(["Quill Fund", "QZAB", units, 50, units * 50])
        sheet.append(["Cash", None, None, None, 100])
        sheet.append(["Total", None, None, None, units * 50 + 100])
    data = io.BytesIO()
    book.save(data)
    read = read_here("book.xlsx", data.getvalue()).accounts
    assert [(one.owner, one.number[-4:], one.status) for one in read] == [
        ("Ines Calloway", "2233", "proven"),
        ("Odile Calloway", "4455", "proven"),
    ]
