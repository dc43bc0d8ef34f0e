"""What a row holds by its symbol: funds of five letters, known funds among bonds, the core of an account, deposits."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here


def read(*rows: str, head: str = "Symbol,Description,Type,Quantity,Last Price,Current Value") -> Statement:
    return read_here("export.csv", "\n".join((head, *rows)).encode())


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("QZARX,QUILL ZERO TOTAL INDEX,,10,23.36,233.60", "mutual_fund"),
        ("QZARX,QUILL U.S. BOND INDEX,Bonds,10,10.00,100.00", "mutual_fund"),
        ("QZAXX,QUILL GOVT PORTFOLIO CL I,,100,1.00,100.00", "money_market"),
        ("BND,VANGUARD TOTAL BD MKT,Bonds,10,73.00,730.00", "etf"),
        ("VYM,VANGUARD WHITEHALL FDS HIGH DIV,,10,130.00,1300.00", "etf"),
        ("VYM,VYMOND HOLDINGS LTD,,10,130.00,1300.00", "stock"),
        ("QZAB,QUILL HOLDINGS 4.5% 2031,Bonds,10000,98.00,9800.00", "bond"),
        (",QZ DIRECT DEPOSIT PROGRM,,774,1.00,774.00", "cash"),
    ],
)
def test_a_symbol_makes_the_kind_surer(row: str, kind: str) -> None:
    (line,) = read(row).accounts[0].positions
    assert (line.asset_type, line.flagged) == (kind, False)


@pytest.mark.parametrize("row", ["MONEY MKT,,,,412.15", "QUILL GOVERNMENT MONEY MARKET,,412.15,1.00,412.15"])
def test_the_core_of_an_account_is_cash_with_units_and_without(row: str) -> None:
    (account,) = read("QZAB,QUILL INC,,10,20.00,200.00", f"QZMXX**,{row}").accounts
    assert (account.cash, account.positions[1].asset_type) == (D("412.15"), "cash")


def test_a_fund_with_a_price_of_its_own_is_no_core_for_its_mark() -> None:
    (account,) = read("QZARX**,QUILL MONEY & INCOME FUND,,10,20.00,200.00").accounts
    assert (account.cash, account.positions[0].asset_type) == (None, "mutual_fund")


def test_pending_activity_is_counted_and_said() -> None:
    found = read(
        "QZAB,QUILL INC,,10,20.00,200.00", "QZMXX**,HELD IN MONEY MARKET,,,,50.00", "Pending Activity,,,,,-20.00"
    )
    assert found.accounts[0].cash == D("30.00")
    assert [issue.message for issue in found.issues if issue.code == "unsettled"] == [
        "Pending Activity -20.00 is counted with the cash, and has not settled yet"
    ]
