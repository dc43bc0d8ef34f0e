"""The worth of all accounts, printed once on a cover, is held against the accounts behind it."""

import pytest
from ingest_layouts import sheet

from core.domain.statement import Statement
from core.ingest.reading import read_here

HOLDINGS = {"5511-2233": ("QZAB", "100", "12.50", "1,250.00"), "5511-4455": ("QZCD", "40", "20.00", "800.00")}


def household(label: str, total: str) -> Statement:
    pdf = sheet()
    pdf.text(40, 40, "Pinewick Brokerage")
    rows = [("Account", "Registration", "Value"), *((number, "Joint", held[3]) for number, held in HOLDINGS.items())]
    for place, cells in enumerate([*rows, (label, "", total)]):
        for at, cell in enumerate(cells):
            pdf.text(40 + 180 * at, 80 + 14 * place, cell)
    for number, held in HOLDINGS.items():
        pdf.add_page()
        pdf.text(40, 40, f"Account number: {number}    Positions as of June 30, 2026")
        table = [("Symbol", "Quantity", "Price", "Market Value"), held, ("Total account value", "", "", held[3])]
        for place, cells in enumerate(table):
            for at, cell in enumerate(cells):
                pdf.text(40 + 120 * at, 80 + 14 * place, cell)
    return read_here("pinewick.pdf", bytes(pdf.output()))


@pytest.mark.parametrize("label", ["Total household value", "Total value of all accounts", "Household total"])
def test_accounts_are_held_against_the_household(label: str) -> None:
    good, bad = household(label, "2,050.00"), household(label, "2,550.00")
    assert [account.status for account in good.accounts] == ["proven", "proven"]
    assert not any(issue.code == "household_total" for issue in good.issues)
    (issue,) = [issue for issue in bad.issues if issue.code == "household_total"]
    assert "sum to 2,050.00, but 2,550.00 is printed" in issue.message
