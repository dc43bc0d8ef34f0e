"""What a table of holdings leaves out of a security, and a later list tells; cash told in two amounts."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

WILLOW, QUILL = "US969457Q004", "US517101C906"
HELD = (40, -300, -400, -500)


def account(
    *listed: tuple[str, ...], kind: str = "IRA-Rollover", summary: tuple[tuple[str, str], ...] = ()
) -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Activity Statement"), (300, "June 30, 2026")], step=20)
    pencil.row([(40, "Account Information"), (300, "Net Asset Value")])
    pencil.row([(40, "Account"), (140, "U7700123"), (300, "Stock"), (-560, "900.00")])
    pencil.row([(40, "Account Type"), (140, kind), (300, "Bonds"), (-560, "0.00")], step=20)
    for label, amount in summary:
        pencil.row([(40, label), (-500, amount)])
    pencil.row(list(zip(HELD, ("Symbol", "Quantity", "Close Price", "Value"), strict=True)))
    pencil.row(list(zip(HELD, ("QKB", "10", "50.00", "500.00"), strict=True)))
    pencil.row(list(zip(HELD, ("WLLW", "40", "10.00", "400.00"), strict=True)))
    pencil.row([(40, "Total"), (-500, "900.00")], step=30)
    pencil.row([(40, "Instrument Information")])
    for row in (("Symbol", "Description", "Conid", "Security ID"), *listed):
        pencil.row(list(zip((40, 110, 330, 440), row, strict=True)))
    (found,) = read_here("activity.pdf", pencil.drawn().data).accounts
    return found


def test_a_list_of_instruments_tells_names_and_numbers() -> None:
    found = account(("QKB", "QUILL BRIDGE CORP", "40218", QUILL), ("WLLW", "WILLOW MILLS INC", "40219", WILLOW))
    told = [(line.symbol, line.description, line.isin) for line in found.positions]
    assert told == [("QKB", "QUILL BRIDGE CORP", QUILL), ("WLLW", "WILLOW MILLS INC", WILLOW)]
    assert found.registration == "traditional_ira"


def test_two_numbers_of_one_symbol_tell_none() -> None:
    found = account(("QKB", "QUILL BRIDGE CORP", "40218", QUILL), ("QKB", "QUILL BRIDGE CORP B", "40219", WILLOW))
    assert [line.isin for line in found.positions] == [None, None]


def test_a_number_with_a_wrong_check_digit_tells_nothing() -> None:
    found = account(("QKB", "QUILL BRIDGE CORP", "40218", QUILL[:-1] + "5"))
    assert [line.isin for line in found.positions] == [None, None]


@pytest.mark.parametrize(
    ("total", "status", "cash"), [("$1,000.50", "proven", "100.50"), ("$1,000.60", "explained", "20.50")]
)
def test_cash_in_two_amounts_counts_where_both_make_up_the_total(total: str, status: str, cash: str) -> None:
    told = (("Brokerage Cash Balance", "$20.50"), ("Deposit Sweep Balance", "$80.00"), ("Portfolio Value", total))
    found = account(summary=told)
    assert (found.status, found.cash) == (status, D(cash))


def test_an_outline_may_tell_the_numbers_of_its_accounts_in_a_column() -> None:
    text = """Client / Account / Security,Account Number,Ticker,Quantity,Price,Market Value
Farrow Family,,,,,1300.00
    Odile Farrow - Roth IRA,22104577,,,,900.00
        Equity,,,,,900.00
            Quill Bridge Corp,,QKB,10,50.00,500.00
            Willow Mills Inc,,WLLW,40,10.00,400.00
    Piers Farrow - SEP IRA,22104688,,,,400.00
        Equity,,,,,400.00
            Willow Mills Inc,,WLLW,40,10.00,400.00
"""
    found = read_here("tree.csv", text.encode()).accounts
    assert [(one.number, one.owner, one.registration, one.stated_total, one.status) for one in found] == [
        ("…4577", "Odile Farrow", "roth_ira", D(900), "proven"),
        ("…4688", "Piers Farrow", "sep_ira", D(400), "proven"),
    ]


def test_the_day_of_a_download_may_hold_its_time_before_the_year() -> None:
    text = """"Lot Details for Individual ...817 as of Fri Jun 26 16:42:17 EDT 2026"
"Symbol","Name","Opened Date","Quantity","Price","Market Value","Cost Basis"
"QKB","QUILL BRIDGE CORP","08/07/2023","10","$50.00","$500.00","$400.00"
"""
    (found,) = read_here("lots.csv", text.encode()).accounts
    assert str(found.as_of) == "2026-06-26"


def test_a_label_that_says_only_trust_leaves_the_kind_to_the_name() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "ODILE FARROW 2012 IRREVOCABLE TRUST"), (300, "Account No."), (420, "22104577")])
    pencil.row([(40, "PIERS FARROW TTEE"), (300, "Account type"), (420, "Trust")])
    pencil.row([(40, "12 LARCH ST"), (300, "Period"), (420, "06/01/2026 - 06/30/2026")], step=30)
    pencil.row(list(zip(HELD, ("Symbol", "Quantity", "Close Price", "Value"), strict=True)))
    pencil.row(list(zip(HELD, ("QKB", "10", "50.00", "500.00"), strict=True)))
    pencil.row([(40, "Total account value"), (-500, "500.00")])
    (found,) = read_here("trust.pdf", pencil.drawn().data).accounts
    assert found.registration == "trust_nongrantor"
