"""Sums that close the security above them, and sums of securities that leave the cash above them out."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

LOT_STOPS = (-250, -300, -370, -430, -520)
TRUST_STOPS = (-250, -330, -400, -480)


def read(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("statement.pdf", pencil.drawn().data).accounts
    return account


def line(pencil: Pencil, name: str, figures: tuple[str, ...], stops: tuple[int, ...], x: int = 40) -> None:
    pencil.row([(x, name), *((stop, figure) for stop, figure in zip(stops, figures, strict=True) if figure)])


def start(number: str) -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, f"Account number {number}"), (350, "As of June 30, 2026")], step=24)
    return pencil


def test_a_total_under_lots_belongs_to_the_security_above_it() -> None:
    """Its name stands alone over the lots, `Total` repeats the price, and the next name follows at once."""
    pencil = start("5474-4712")
    line(pencil, "Security /", ("", "Unit", "Total", "Market", "Market"), LOT_STOPS)
    line(pencil, "Acquired", ("Quantity", "cost", "cost", "price", "value"), LOT_STOPS)
    line(pencil, "QUILL HARBOR CORP QZAB", ("",) * 5, LOT_STOPS)
    line(pencil, "01/04/2016", ("10.000", "20.000", "200.00", "30.00", "300.00"), LOT_STOPS, 44)
    line(pencil, "08/11/2017", ("20.000", "21.000", "420.00", "30.00", "600.00"), LOT_STOPS, 44)
    line(pencil, "Total", ("30.000", "", "620.00", "30.00", "900.00"), LOT_STOPS, 44)
    line(pencil, "EMBER CORP QZBF", ("",) * 5, LOT_STOPS)
    line(pencil, "09/12/2020", ("5.000", "40.000", "200.00", "50.00", "250.00"), LOT_STOPS, 44)
    line(pencil, "Total", ("5.000", "", "200.00", "50.00", "250.00"), LOT_STOPS, 44)
    line(pencil, "Total account value", ("", "", "", "", "$1,150.00"), LOT_STOPS)
    account = read(pencil)
    assert [(held.symbol, held.quantity, len(held.lots)) for held in account.positions] == [
        ("QZAB", D("30.000"), 2),
        ("QZBF", D("5.000"), 1),
    ]
    assert account.status == "proven"


def trust_page(principal: str, assets: str) -> Pencil:
    pencil = start("9558-3236")
    line(pencil, "ASSET DESCRIPTION", ("SHARES/PAR", "TAX COST", "PRICE", "MARKET VALUE"), TRUST_STOPS)
    line(pencil, "PRINCIPAL CASH", ("", principal, "", principal), TRUST_STOPS)
    line(pencil, "INCOME CASH", ("", "50.00", "", "50.00"), TRUST_STOPS)
    line(pencil, "QUILL HARBOR CORP", ("10.000", "400.00", "50.00", "500.00"), TRUST_STOPS)
    line(pencil, "EMBER PLC", ("20.000", "300.00", "20.00", "400.00"), TRUST_STOPS)
    line(pencil, "TOTAL EQUITIES", ("", "700.00", "", "900.00"), TRUST_STOPS)
    line(pencil, "TOTAL ASSETS", ("", "850.00", "", assets), TRUST_STOPS)
    return pencil


def test_a_sum_of_securities_leaves_the_cash_above_it_out() -> None:
    account = read(trust_page("100.00", "1,050.00"))
    assert (account.cash, account.stated_total, account.status) == (D("150.00"), D("1050.00"), "proven")


def test_cash_that_a_sum_leaves_out_is_still_held_against_the_total() -> None:
    assert read(trust_page("110.00", "1,050.00")).status != "proven"
