"""Names as statements may deal them: cash among the rows, symbols over names, names over identifiers."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HELD = (-330, -400, -470, -540)


def page() -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Osier Lane Advisors"), (350, "As of June 30, 2026")], "B", step=18)
    for title in ("Account Number: 5511-2233", "Individual Account", "Owner: Hollis Tern"):
        pencil.row([(40, title)], step=14)
    pencil.row([(40, "Security"), *zip(HELD, ("Quantity", "Price", "Value", "Cost Basis"), strict=True)], "B", step=13)
    return pencil


def row(pencil: Pencil, name: str, *figures: str, step: float = 12) -> None:
    pencil.row([(40, name), *((stop, text) for stop, text in zip(HELD, figures, strict=True) if text)], step=step)


def total(pencil: Pencil, value: str) -> None:
    pencil.row([(40, "Total Account Value"), (-470, value)], "B", step=26)


def only(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("osier.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize("units", [("120.50", "$1.00"), ("", "")])
@pytest.mark.parametrize("name", ["INSURED BANK DEPOSITS", "Sweep Program Deposits", "Bank Deposit Program"])
def test_deposits_are_cash_with_units_of_a_dollar_or_without(name: str, units: tuple[str, str]) -> None:
    pencil = page()
    row(pencil, "Quill Air Inc (QZAB)", "10", "20.00", "200.00", "150.00")
    row(pencil, name, *units, "120.50", "")
    total(pencil, "$320.50")
    account = only(pencil)
    assert account.cash == D("120.50")
    assert account.status == "proven"


def test_a_settlement_account_with_units_of_a_dollar_is_cash_though_its_name_is_cut() -> None:
    pencil = page()
    row(pencil, "SETTLEMENT ACCOUNT BALANC", "120.50", "1.00", "120.50", "")
    row(pencil, "Quill Air Inc (QZAB)", "10", "20.00", "200.00", "150.00")
    total(pencil, "$320.50")
    assert only(pencil).cash == D("120.50")


def test_names_over_identifiers_under_a_row_of_cash_are_not_shifted_by_one() -> None:
    pencil = page()
    row(pencil, "Core Account Cash", "120.50", "1.0000", "120.50", "", step=9.4)
    bonds = (("Quill Bank Cert of Deposit", "748385AB0"), ("Ember Corp Notes", "291002CD4"))
    for name, cusip in bonds:
        pencil.row([(40, name)], step=9.4)
        pencil.row([(40, "Rate: 3.860% Maturity: 04/23/2028")], step=9.4)
        row(pencil, f"CUSIP: {cusip}", "10,000.000", "98.000", "9,800.00", "10,000.00", step=9.4)
    total(pencil, "$19,720.50")
    account = only(pencil)
    assert account.cash == D("120.50")
    told = [(line.description.split(" Rate")[0], line.cusip, line.asset_type) for line in account.positions[-2:]]
    assert told == [(*bond, "bond") for bond in bonds]


def test_symbols_beside_the_figures_over_names_are_symbols() -> None:
    pencil = page()
    for symbol, name in (("QZAB", "Quill Air Inc"), ("QZBF", "EMBER CORP CLASS A")):
        row(pencil, symbol, "10", "20.00", "200.00", "150.00", step=9.4)
        pencil.row([(40, name)], step=12)
    total(pencil, "$400.00")
    account = only(pencil)
    assert [(line.symbol, line.description) for line in account.positions] == [
        ("QZAB", "Quill Air Inc"),
        ("QZBF", "EMBER CORP CLASS A"),
    ]
    assert account.status == "proven"


def test_the_period_at_the_head_of_a_page_is_no_name_of_lots() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "- 1 - From June 1, 2026 to June 30, 2026")], step=18)
    pencil.row([(40, "Account Number: 5511-2233")], step=14)
    heads = zip(HELD, ("Quantity", "Price", "Value", "Cost Basis"), strict=True)
    pencil.row([(40, "Security"), *heads], "B", step=13)
    row(pencil, "Quill Air Inc (QZAB)", "10", "20.00", "200.00", "150.00")
    row(pencil, "05/16/2015", "6", "", "120.00", "90.00")
    pencil.page()
    pencil.row([(40, "From June 1, 2026 to June 30, 2026 - 2 -")], step=18)
    row(pencil, "03/08/2017", "4", "", "80.00", "60.00")
    total(pencil, "$200.00")
    (line,) = only(pencil).positions
    assert [lot.quantity for lot in line.lots] == [D(6), D(4)]
