"""Owners in the titles of accounts that a bank manages or keeps for them."""

import pytest

from core.ingest.owners.account_titles import title_of
from core.ingest.reading import read_here

PAGES = """Alder Moor Bank
ODILE FARROW
TOBIAS FARROW
12 Elm Street
Salem, OR 97301

{title}
Account 4471-8820                                        As of October 30, 2026

Description                       Quantity    Price    Market Value
Quill Corp                              10    50.00          500.00
Total account value                                          500.00
"""


@pytest.mark.parametrize(
    ("title", "owner", "kind"),
    [
        ("INVESTMENT MANAGEMENT AGENCY FOR ODILE M FARROW", "ODILE M FARROW", ""),
        ("Custody Account for Odile Farrow IRA", "Odile Farrow", "IRA"),
        ("Agency FBO Odile & Tobias Farrow", "Odile & Tobias Farrow", ""),
        ("Managed Account of Odile Farrow", "Odile Farrow", ""),
        ("ODILE FARROW IMA", "ODILE FARROW", ""),
        ("ODILE FARROW INVESTMENT AGENCY", "ODILE FARROW", ""),
        ("Farrow Family Trust - Custody Account", "Farrow Family Trust", "Farrow Family Trust"),
        (
            "AGENCY FOR ODILE FARROW REVOCABLE TRUST U/A DATED APRIL 10, 2016",
            "ODILE FARROW REVOCABLE TRUST",
            "ODILE FARROW REVOCABLE TRUST U/A DATED APRIL 10, 2016",
        ),
    ],
)
def test_a_title_names_whom_the_bank_serves(title: str, owner: str, kind: str) -> None:
    told = title_of(title)
    assert told is not None
    assert (told.owner, told.kind) == (owner, kind)


@pytest.mark.parametrize(
    "text",
    ["Federal Home Loan Agency", "Farm Credit Agency", "Investment Management Services for Individuals",
     "Asset Management for Retirement Plans", "Alder Bank Investment Agency", "Custody and Safekeeping Services"],
)  # fmt: skip
def test_services_and_issuers_name_nobody(text: str) -> None:
    assert title_of(text) is None


def test_the_title_of_an_account_counts_more_than_the_address() -> None:
    page = PAGES.format(title="INVESTMENT MANAGEMENT AGENCY FOR ODILE FARROW")
    (account,) = read_here("paper.txt", page.encode()).accounts
    assert (account.owner, account.status) == ("ODILE FARROW", "proven")
