"""A row that calls itself a sum is none of a security, however it names its account; a fund may be called Total."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = "Account,Title,Symbol,Description,Quantity,Price,Value,Cost,Gain"
ROWS = (
    "5511-2233,Ines Calloway Individual,QZABX,QUILL TOTAL MARKET FUND,10,290.00,2900.00,2000.00,900.00",
    "5511-2233,Ines Calloway Individual,QZCDX,QUILL BOND FUND,100,72.00,7200.00,7000.00,200.00",
)
PLACES = ("5511-2233,Ines Calloway Individual,{},,", "5511-2233,Ines Calloway Individual,--,{},", ",,{},,")
NAMES = (
    "Total", "Account Total", "Totals for account 5511-2233", "Total Ines Calloway", "<Total>", "Sum of positions",
    "Account Value", "Portfolio Value", "Household Total", "Total Equity",
)  # fmt: skip


def account_of(*rows: str) -> StatementAccount:
    """The one account of a table file."""
    (account,) = read_here("rows.csv", "\n".join(rows).encode()).accounts
    return account


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", NAMES)
def test_a_sum_is_no_holding_whether_it_ties_or_not(name: str, place: str) -> None:
    told = account_of(HEADS, *ROWS, f"{place.format(name)},,10100.00,9000.00,1100.00")
    assert (told.status, len(told.positions)) == ("proven", 2)
    told = account_of(HEADS, *ROWS, f"{place.format(name)},,12100.00,9000.00,3100.00")
    assert (told.status == "proven", len(told.positions)) == (False, 2)


def test_a_sum_with_noughts_for_units_and_price_is_none_of_a_security() -> None:
    told = account_of(HEADS, *ROWS, "5511-2233,Ines Calloway Individual,Total,,0,0.00,12100.00,,")
    assert (told.status == "proven", len(told.positions)) == (False, 2)


def test_a_security_with_a_symbol_may_be_called_total() -> None:
    told = account_of(HEADS, *ROWS, "5511-2233,Ines Calloway Individual,QZT,TOTAL,2,50.00,100.00,90.00,10.00")
    assert [line.symbol for line in told.positions] == ["QZABX", "QZCDX", "QZT"]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [("Fund,Units,Balance", ",10,"), ("Fund,Ticker,Balance", ",QZ{},"), ("Fund,Balance", ",")],
)
def test_a_fund_called_total_is_a_row(heads: str, cells: str) -> None:
    names = ("Total Bond Fund", "Growth Fund", "Total International Index")
    rows = [
        f"{name}{cells.format(['ABX', 'CDX', 'EFX'][place])}{1000 + 700 * place}.00" for place, name in enumerate(names)
    ]
    told = account_of(heads, *rows, f"Total{cells.count(',') * ','}5100.00")
    assert (told.status, [line.description for line in told.positions]) == ("proven", list(names))


def test_names_with_values_alone_are_holdings_only_where_they_add_up() -> None:
    assert len(account_of("Fund,Balance", "Quill Fund,600.00", "Larch Fund,500.00", "Total,1100.00").positions) == 2
    for rows in (
        ("Fund,Balance", "Quill Fund,600.00", "Larch Fund,500.00", "Total,1200.00"),
        ("Fund,Balance", "Quill Fund,600.00", "Larch Fund,500.00"),
        ("Name,Value", "Equities,600.00", "Fixed Income,500.00", "Total,1100.00"),
    ):
        refused = read_here("rows.csv", "\n".join(rows).encode())
        assert not refused.accounts
        assert "names with values alone must add up to a printed total" in (refused.refused or "")


@pytest.mark.parametrize("units", [0, 1, 2])
def test_funds_called_total_on_a_page(units: int) -> None:
    names = ("Growth Fund", "Total Bond Fund", "Total International Index")
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Ines Calloway 401(k) plan, account 5511-2233"), (350, "June 30, 2026")], step=24)
    pencil.row([(40, "Fund"), *[(-300, "Units"), (-360, "Price")][:units], (-430, "Value")], "B")
    for place, name in enumerate(names):
        figures = [(-300, str(10 + 7 * place)), (-360, "100.00")][:units]
        pencil.row([(40, name), *figures, (-430, f"{1000 + 700 * place:,}.00")])
    pencil.row([(40, "Total"), (-430, "5,100.00")])
    (told,) = read_here("funds.pdf", pencil.drawn().data).accounts
    assert (told.status, [line.description for line in told.positions]) == ("proven", list(names))


@pytest.mark.parametrize(
    "name",
    ["Core Account", "Core position", "Brokerage Sweep", "FDIC-Insured Bank Deposit", "$CASH", "Unsettled funds"],
)
def test_cash_by_the_names_that_brokers_give_it(name: str) -> None:
    told = account_of(HEADS, *ROWS, f"5511-2233,Ines Calloway Individual,,{name},,,500.00,,", ",,Total,,,,10600.00,,")
    assert (told.status, told.cash) == ("proven", 500)


def test_the_owner_of_an_account_in_a_sentence_over_its_positions() -> None:
    heads = "Symbol,Description,Quantity,Price,Value"
    rows = ("QZABX,QUILL TOTAL MARKET FUND,10,290.00,2900.00", "Total,,,,2900.00")
    for title, owner, kind in (
        ("Ines Calloway Roth IRA", "Ines Calloway", "roth_ira"),
        ("Calloway Family Trust", "Calloway Family Trust", "trust_grantor"),
        ("Individual", "", "taxable_individual"),
    ):
        told = account_of(f"Positions for account {title} ...2233 as of 06/30/2026", heads, *rows)
        assert (told.owner, told.number[-4:], told.status) == (owner, "2233", "proven")
        assert told.registration == kind or owner.endswith("Trust")


def test_the_sum_of_a_class_that_does_not_tie_is_no_fund_where_no_row_has_units() -> None:
    heads = "Fund,Commitment,Capital Called,Net Asset Value"
    rows = ("Quill Venture Fund II,1000.00,500.00,600.00", "Larch Buyout Partners,2000.00,900.00,1000.00")
    told = account_of(heads, *rows, "Total Alternative Investments,3000.00,1400.00,1900.00")
    assert (told.status == "proven", len(told.positions)) == (False, 2)


@pytest.mark.parametrize("name", ["Total Vested Balance", "Total Gain"])
def test_what_is_told_beside_a_sum_of_all_rows_is_no_fund(name: str) -> None:
    rows = "Account Number,4471-8820\nFund,Balance\nHarbor Growth Fund,300.00\nAlder Bond Fund,200.00\n"
    (account,) = read_here("plan.csv", f"{rows}{name},400.00\nTotal,500.00\n".encode()).accounts
    assert (account.status, [line.market_value for line in account.positions]) == ("proven", [300, 200])
