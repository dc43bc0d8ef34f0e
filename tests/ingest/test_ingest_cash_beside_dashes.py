"""Cash in exports: in the column of symbols beside dashes, with units under other headings; private funds are none."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

HEAD = "Symbol,Description,Quantity,Price,Market Value\n"
ROWS = "QZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00\nFNCH,FINCH PAPER CO,50,10.00,500.00\n"


def read(text: str) -> StatementAccount:
    (account,) = read_here("cash.csv", text.encode()).accounts
    return account


@pytest.mark.parametrize("name", ["CASH AND EQUIVALENTS", "Insured Deposit Program", "Cash & Cash Investments"])
def test_cash_in_the_column_of_symbols_beside_dashes(name: str) -> None:
    account = read(f"{HEAD}{ROWS}{name},,--,--,300.00\nTotal,,,,2800.00\n")
    assert (account.status, account.cash) == ("proven", D("300.00"))


def test_activity_that_is_pending_is_cash() -> None:
    account = read(f"{HEAD}{ROWS}SPAXX**,HELD IN MONEY MARKET,--,--,300.00\nPending Activity,,--,--,-20.00\n")
    assert account.cash == D("280.00")


@pytest.mark.parametrize("name", ["Cash and Cash Equivalents", "Bank Sweep"])
def test_cash_with_units_under_another_heading(name: str) -> None:
    text = f"Equities\n{ROWS},{name},300.00,1.00,300.00\n"
    assert read(f"Account Number,4417-8820\n{HEAD}{text}").cash == D("300.00")


@pytest.mark.parametrize("name", ["Willow Private Credit Opportunities", "Finch Infrastructure III SCSp"])
def test_a_private_fund_of_a_value_alone_is_no_cash(name: str) -> None:
    account = read(f"{HEAD}{ROWS},{name},n/a,n/a,300.00\nTotal,,,,2800.00\n")
    assert (account.cash, [line.market_value for line in account.positions][2:]) == (None, [D("300.00")])


def test_a_row_that_stands_twice_but_for_its_share_is_told() -> None:
    head = "Symbol,Description,Quantity,Price,Market Value,Weight\n"
    row = "QZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00"
    assert read(f"{head}{row},10.00%\n{row},12.00%\n").status == "unproven"


def test_rows_that_stand_twice_are_told_of_their_own_account() -> None:
    head = "Account Number,Symbol,Description,Quantity,Price,Market Value\n"
    rows = "4417-8820,QZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00\n4417-8820,FNCH,FINCH PAPER CO,50,10.00,500.00\n"
    text = f"{head}{rows}{rows}4417-9931,ALDR,ALDER FOODS PLC,10,10.00,100.00\n"
    first, second = read_here("twice.csv", text.encode()).accounts
    assert (first.status, second.status) == ("unproven", "proven")


def test_cash_that_its_symbol_names() -> None:
    assert read(f"{HEAD}{ROWS}EUR CASH,EURO,,,55.00\n").cash == D("55.00")
