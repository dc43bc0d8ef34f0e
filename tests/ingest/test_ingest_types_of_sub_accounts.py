"""Columns of exports that say `Cash`, `Margin`, `Short` under `Type` or `Account`: sides of one account."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

ROWS = (
    "{},QZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00\n{},FNCH,FINCH PAPER CO,50,10.00,500.00\n"
    "{},ALDR,ALDER FOODS PLC,10,10.00,100.00\n"
)


def read(head: str, *types: str, more: str = "") -> list[StatementAccount]:
    text = f"{head},Symbol,Description,Quantity,Price,Market Value\n{ROWS.format(*types)}{more}"
    return list(read_here("types.csv", text.encode()).accounts)


def test_a_column_of_accounts_with_cash_and_margin_is_one_account() -> None:
    (account,) = read("Account", "Cash", "Margin", "Cash")
    assert [line.symbol for line in account.positions] == ["QZAB", "FNCH", "ALDR"]


def test_a_short_type_is_owed() -> None:
    (account,) = read("Type", "Cash", "Short", "Margin", more=",,Total,,,1600.00\n")
    assert account.status == "proven"
    assert [(line.quantity, line.market_value) for line in account.positions][1] == (D(-50), D("-500.00"))


def test_a_fund_of_a_value_alone_beside_cash_is_no_cash() -> None:
    (account,) = read("Type", "Cash", "Cash", "Cash", more="Cash,,Willow Real Estate Credit II LP,,,900.00\n")
    assert account.cash is None
    assert account.positions[3].asset_type == "alternative"


def test_types_of_cash_alone_are_those_of_cash() -> None:
    text = "Symbol,Description,Type,Market Value\n,Core position,Cash,500.00\n,Free credit balance,Cash,300.00\n"
    text = f"Account Number,4417-8820\n{text},Total,,800.00\n"
    accounts = read_here("cash.csv", text.encode()).accounts
    assert [line.asset_type for account in accounts for line in account.positions] == ["cash", "cash"]


def test_beside_days_of_purchase_long_and_short_are_terms() -> None:
    text = (
        "Type,Symbol,Description,Date Acquired,Quantity,Price,Market Value,Cost Basis\n"
        "Long,QZAB,HARBOR QUILL HOLDINGS,02/03/2021,100,20.00,2000.00,1500.00\n"
        "Short,FNCH,FINCH PAPER CO,05/03/2026,50,10.00,500.00,400.00\n"
    )
    (account,) = read_here("terms.csv", text.encode()).accounts
    assert [line.quantity for line in account.positions] == [D(100), D(50)]
