"""A trust bank's pages: trades told in sentences, lots apart, a fund's capital account of an earlier day bound in."""

from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.statement import Statement
from core.ingest.book.ledger import activity_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

FUND = "Quill Harbor Investment Grade Corporate Bond ETF"
HELD = (-260, -320, -400, -480)
LOTS = (250, -340, -420, -500)
MOVES = (90, 150, -420, -490, -560)


def line(pencil: Pencil, name: str, stops: tuple[int, ...], texts: tuple[str, ...], step: float = 11) -> None:
    placed = ((stop, text) for stop, text in zip(stops, texts, strict=True) if text)
    pencil.row([*([(40, name)] if name else []), *placed], step=step)


def page(pencil: Pencil) -> None:
    pencil.page()
    pencil.row([(40, "Harrow Trust Company, N.A."), (-570, "Orla Quist Revocable Trust")], step=11)
    pencil.row([(40, "Account Statement"), (-570, "Account Number 80-51554")], step=11)
    pencil.row([(-570, "July 1, 2026 - September 30, 2026")], step=20)


def held(pencil: Pencil) -> None:
    line(pencil, "Description", HELD, ("Shares /", "Market", "Market", ""))
    line(pencil, "Asset Identifier", HELD, ("Par Value", "Price", "Value", "Cost"))
    line(pencil, "Ember Corp", HELD, ("30.000", "30.00", "900.00", "620.00"))
    line(pencil, "    QZBF 306429C90", HELD, ("",) * 4)
    line(pencil, "Quill Harbor Investment Grade Corporate", HELD, ("20.000", "10.00", "200.00", "180.00"))
    line(pencil, "    Bond ETF QZAB 851091A73", HELD, ("",) * 4)
    line(pencil, "Total Portfolio", HELD, ("", "", "$1,100.00", "$800.00"))


def lots(pencil: Pencil) -> None:
    pencil.row([(40, "Tax Lot Detail")], step=14, style="B")
    line(pencil, "Description", LOTS, ("Acquired", "Shares / Par", "Cost", "Market Value"))
    line(pencil, "Ember Corp QZBF", LOTS, ("",) * 4)
    line(pencil, "", LOTS, ("01/04/2016", "10.000", "200.00", "300.00"))
    line(pencil, "", LOTS, ("08/11/2017", "20.000", "420.00", "600.00"))
    line(pencil, "", LOTS, ("Total", "30.000", "620.00", "900.00"))
    line(pencil, "Quill Harbor Investment Grade Corporate Bond ETF QZAB", LOTS, ("",) * 4)
    line(pencil, "", LOTS, ("02/03/2019", "20.000", "180.00", "200.00"))
    line(pencil, "", LOTS, ("Total", "20.000", "180.00", "200.00"))


def moves(pencil: Pencil, first: str, second: str) -> None:
    pencil.row([(40, "Transaction Detail")], step=14, style="B")
    line(pencil, "Date", MOVES, ("Type", "Description", "Principal Cash", "Income Cash", "Cost"))
    line(pencil, "7/1/26", MOVES, ("", "Opening balance", "210.04", "18.72", ""))
    line(pencil, "9/7/26", MOVES, ("Purchase", first, "(40.00)", "", "40.00"))
    line(pencil, "9/13/26", MOVES, ("Sale", second, "82.50", "", "61.00"))
    line(pencil, "9/30/26", MOVES, ("Fee", "Trustee fee for the quarter", "(14.60)", "(14.60)", ""))


def capital(pencil: Pencil) -> None:
    pencil.page()
    pencil.say("Tarn Infrastructure Partners III, L.P.")
    pencil.say("For the quarter ended June 30, 2026")
    pencil.say("Investor ID: LP-54792")
    stops = (-400, -500)
    line(pencil, "", stops, ("Quarter to date", "Year to date"))
    line(pencil, "Beginning capital account balance", stops, ("499.60", "489.32"))
    line(pencil, "Ending capital account balance", stops, ("$508.00", "$508.00"))


def read(
    first: str = f"Purchased 4 shares of {FUND} at 10.00", second: str = "Sold 2.5 shares of Ember Corp"
) -> Statement:
    pencil = Pencil(size=7.5)
    page(pencil)
    held(pencil)
    page(pencil)
    lots(pencil)
    page(pencil)
    moves(pencil, first, second)
    capital(pencil)
    return read_here("statement.pdf", pencil.drawn().data)


def test_the_day_is_that_of_the_account_and_not_of_a_fund_bound_in() -> None:
    statement = read()
    (account,) = statement.accounts
    assert account.as_of == date(2026, 9, 30)
    assert account.number.endswith("1554")
    assert not any("account numbers" in issue.message for issue in statement.issues)
    assert account.status == "proven"


def test_a_symbol_stands_before_the_cusip_behind_the_end_of_a_name() -> None:
    (account,) = read().accounts
    assert [(one.symbol, one.cusip, one.description, len(one.lots)) for one in account.positions] == [
        ("QZBF", "306429C90", "Ember Corp", 2),
        ("QZAB", "851091A73", "Quill Harbor Investment Grade Corporate Bond ETF", 1),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"Purchased 4 shares of {FUND} at 10.00", "Sold 2.5 units Ember Corp"),
        (f"Bought 4 shs {FUND} @ 10.00", "Sale of 2.5 shares of Ember Corp"),
        ("Purchased 4 units of QZAB at 10.00 per unit", "Sold 2.5 shares of Ember Corp @ 33.00"),
    ],
)
def test_trades_told_in_sentences_have_their_units(first: str, second: str) -> None:
    (account,) = read(first, second).accounts
    assert [(str(one.date), one.side, one.symbol, one.quantity) for one in activity_of(account, "")] == [
        ("2026-09-07", "buy", "QZAB", D("4")),
        ("2026-09-13", "sell", "QZBF", D("2.5")),
    ]
    assert account.status == "proven"


def test_cash_of_a_summary_that_is_the_money_funds_is_none_beside_them() -> None:
    pencil = Pencil(size=7.5)
    page(pencil)
    line(pencil, "Ember Corp and others", HELD, ("", "", "$900.00", "$620.00"))
    line(pencil, "Cash", HELD, ("", "", "$50.00", "50.00"))
    line(pencil, "Total Assets", HELD, ("", "", "$950.00", "$670.00"), step=20)
    line(pencil, "Description", HELD, ("Shares", "Price", "Market Value", "Cost"))
    line(pencil, "Ember Corp (QZBF)", HELD, ("30.000", "30.00", "900.00", "620.00"))
    line(pencil, "Total Equities", HELD, ("", "", "$900.00", "$620.00"))
    pencil.row([(40, "Cash")], style="B")
    line(pencil, "HARROW GOVERNMENT MONEY MARKET FUND - INCOME", HELD, ("20.000", "1.00", "20.00", "20.00"))
    line(pencil, "HARROW GOVERNMENT MONEY MARKET FUND - PRINCIPAL", HELD, ("30.000", "1.00", "30.00", "30.00"))
    line(pencil, "Total Cash", HELD, ("", "", "$50.00", "$50.00"))
    line(pencil, "Total Portfolio", HELD, ("", "", "$950.00", "$670.00"))
    (account,) = read_here("statement.pdf", pencil.drawn().data).accounts
    assert (account.stated_total, account.cash or 0, account.status) == (D("950.00"), 0, "proven")
