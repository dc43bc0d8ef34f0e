"""Books of several accounts: sums beside numbers, owners in titles, nicknames, a column without a head of names."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.owners.told_owners import is_name
from core.ingest.reading import read_here


def read(*rows: str) -> tuple[StatementAccount, ...]:
    return read_here("book.csv", "\n".join(rows).encode()).accounts


def test_sums_beside_the_numbers_of_accounts() -> None:
    found = read(
        "Account Number,Symbol,Security Name,Quantity,Price,Current Value",
        "4471-8820,QZAB,Quill Harbor Corp,10,50.00,500.00",
        "4471-8820 Total,,,,,500.00",
        "4471-8821,QZCD,Larch Corp,20,10.00,200.00",
        "4471-8821 Total,,,,,200.00",
        "Household Total,,,,,700.00",
    )
    assert [(one.number, one.status, one.stated_total) for one in found] == [
        ("…8820", "proven", D("500.00")),
        ("…8821", "proven", D("200.00")),
    ]


def test_owners_in_titles_beside_the_household() -> None:
    found = read(
        "Client,Account,Custodian,Ticker,Security,Quantity,Price,Value",
        "Farrow Household,Ines Farrow IRA x8820,Alder,QZAB,Quill Harbor Corp,10,50.00,500.00",
        "Farrow Household,Ines Farrow IRA x8820 Total,,,,,,500.00",
        "Farrow Household,Odo Farrow Roth IRA x8821,Alder,QZCD,Larch Corp,20,10.00,200.00",
        "Farrow Household,Odo Farrow Roth IRA x8821 Total,,,,,,200.00",
    )
    assert [(one.number, one.owner, one.registration, one.status) for one in found] == [
        ("…8820", "Ines Farrow", "traditional_ira", "proven"),
        ("…8821", "Odo Farrow", "roth_ira", "proven"),
    ]


@pytest.mark.parametrize(("text", "named"), [("Ines's Roth", False), ("Ines Farrow", True), ("Eli Roth", True)])
def test_what_somebody_calls_an_account_is_no_name(text: str, named: bool) -> None:
    assert is_name(text) is named


def test_names_without_a_head() -> None:
    rows = ("Quill Harbor Corp (QZAB),10,50.00,500.00", "Larch Fund (QZCD),20,10.00,200.00", "Total,,,700.00")
    (account,) = read(",Shares,Price,Value", *rows)
    assert [line.symbol for line in account.positions] == ["QZAB", "QZCD"]
    assert account.status == "proven"


def test_people_in_a_column_without_a_head_are_no_securities_for_sure() -> None:
    (account,) = read(",Shares,Price,Value", "Ines Farrow,10,50.00,500.00", "Odo Farrow,20,10.00,200.00")
    assert account.status == "unproven"


def test_the_core_account_is_cash() -> None:
    (account,) = read(
        "Account,Description,Symbol,Quantity,Price,Value",
        "4471-8820,Quill Harbor Corp,QZAB,10,50.00,500.00",
        "4471-8820,Core Account (QZMXX)**,QZMXX**,,,60.00",
        "4471-8820,Total,,,,560.00",
    )
    assert (account.status, account.cash) == ("proven", D("60.00"))
    assert account.positions[1].description == "Core Account"


def test_accounts_with_a_fund() -> None:
    (account,) = read("Fund Account,Fund Name,Shares,NAV,Market Value", "0044178820,Alder Fund A,10,50.00,500.00")
    assert account.number == "…8820"
