"""Pages as clearing houses print them: funds without days among lots, trades by settlement, numbers at the foot."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.book.ledger import activity_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

LOTS = (-190, -260, -330, -400, -480)
MOVES = ("Process/Settle Date", "Trade/Settlement Date", "Posting Date", "Transactions")


def accounts(pencil: Pencil) -> tuple[StatementAccount, ...]:
    return read_here("statement.pdf", pencil.drawn().data).accounts


def figures(pencil: Pencil, name: str, texts: tuple[str, ...], step: float = 9, style: str = "") -> None:
    placed = ((stop, text) for stop, text in zip(LOTS, texts, strict=True) if text)
    pencil.row([*([(36, name)] if name else []), *placed], step=step, style=style)


def heads(pencil: Pencil) -> None:
    figures(pencil, "Date Acquired", ("Quantity", "Unit Cost", "Cost Basis", "Market Price", "Market Value"), 12, "B")


def share(pencil: Pencil, name: str, symbol: str) -> None:
    pencil.row([(30, name)], step=9, style="B")
    pencil.row([(30, f"Security Identifier: {symbol} CUSIP: 123456AB0")], step=9)
    pencil.row([(30, "Dividend Option: Reinvest")], step=9)


def page(pencil: Pencil, number: str) -> None:
    pencil.page()
    pencil.row([(30, "Tarn Ridge Advisors"), (330, "Statement Period: 06/01/2026 - 06/30/2026")], step=20)
    pencil.on_page = lambda done: None
    pencil.at(30, f"Page {pencil.pages} of 9", y=760)
    pencil.at(260, f"Account Number: {number}", y=760)


def holdings(pencil: Pencil, units: str, worth: str, all_in_all: str) -> None:
    heads(pencil)
    share(pencil, "EMBER CORP", "QZBF")
    figures(pencil, "01/04/2016", ("10.000", "20.0000", "200.00", "30.0000", "300.00"))
    figures(pencil, "08/11/2017", ("20.000", "21.0000", "420.00", "30.0000", "600.00"))
    figures(pencil, "Total", ("30.000", "", "$620.00", "", "$900.00"), 14)
    share(pencil, "QUILL IBOXX $ HARBOR AND TARN INVESTMENT GRADE FUND ADMIRAL", "QZABX")
    figures(pencil, "", (units, "10.0000", "100.00", "10.0000", worth), 14)
    pencil.row([(36, "TOTAL ACCOUNT VALUE"), (-480, all_in_all)], step=20, style="B")


def moves(pencil: Pencil, head: str) -> None:
    title = head if head == "Transactions" else "Details of what was done"
    pencil.row([(30, title)], step=14, style="B", size=10)
    first = "Day" if head == "Transactions" else head
    pencil.row(
        [(30, first), (160, "Description"), (-380, "Quantity"), (-460, "Price"), (-560, "Amount")], step=12, style="B"
    )
    pencil.row(
        [(30, "06/05/26"), (95, "SOLD"), (160, "EMBER CORP"), (-380, "-4.000"), (-460, "29.0000"), (-560, "116.00")],
        step=9,
    )
    pencil.row([(160, "QZBF UNSOLICITED ORDER")], step=11)


def test_a_fund_without_a_day_among_lots_is_a_position() -> None:
    """Its name is as long as a sentence, and no lot of the security above stands under it."""
    pencil = Pencil(size=7)
    page(pencil, "WAX-966542")
    holdings(pencil, "12.500", "125.00", "$1,025.00")
    (found,) = accounts(pencil)
    assert [(one.symbol, one.quantity, one.market_value, len(one.lots)) for one in found.positions] == [
        ("QZBF", D("30.000"), D("900.00"), 2),
        ("QZABX", D("12.500"), D("125.00"), 0),
    ]
    assert found.positions[1].description == "QUILL IBOXX $ HARBOR AND TARN INVESTMENT GRADE FUND ADMIRAL"
    assert found.status == "proven"


@pytest.mark.parametrize("head", MOVES)
def test_trades_are_no_holdings(head: str) -> None:
    """What was done stands before the name, under no head of its own; the symbol stands below."""
    pencil = Pencil(size=7)
    page(pencil, "WAX-966542")
    holdings(pencil, "12.500", "125.00", "$1,025.00")
    moves(pencil, head)
    (found,) = accounts(pencil)
    assert [one.symbol for one in found.positions] == ["QZBF", "QZABX"]
    (move,) = activity_of(found, "")
    assert (str(move.date), move.side, move.symbol, move.quantity) == ("2026-06-05", "sell", "QZBF", D("4.000"))
    assert found.status == "proven"


def test_numbers_at_the_foot_part_accounts() -> None:
    pencil = Pencil(size=7)
    page(pencil, "WAX-966542")
    holdings(pencil, "12.500", "125.00", "$1,025.00")
    page(pencil, "HBF-504235")
    pencil.row([(36, "ENDING ACCOUNT VALUE"), (-480, "$1,035.00")], step=20)
    page(pencil, "HBF-504235")
    holdings(pencil, "13.500", "135.00", "$1,035.00")
    first, second = accounts(pencil)
    assert [(one.number[-4:], one.stated_total, one.status) for one in (first, second)] == [
        ("6542", D("1025.00"), "proven"),
        ("4235", D("1035.00"), "proven"),
    ]
    assert [one.quantity for one in second.positions] == [D("30.000"), D("13.500")]


def test_cash_that_is_owed_is_summed_with_the_money_fund() -> None:
    """The sum of both has the sign that is printed, whatever heading stands between them."""
    pencil = Pencil(size=7)
    page(pencil, "WAX-966542")
    stops = (-400, -480)
    pencil.row([(36, "Quantity"), (100, "Description"), (-400, "Opening Balance"), (-480, "Closing Balance")], step=11)
    pencil.row([(30, "CASH, MONEY FUNDS, AND BANK DEPOSITS")], style="B", step=10)
    pencil.row([(100, "Cash Balance"), *zip(stops, ("0.00", "-5.00"), strict=True)], step=10)
    pencil.row([(36, "Money Market")], style="B", step=10)
    pencil.row(
        [(36, "80.000"), (100, "TARN GOVT RESERVES CL S"), *zip(stops, ("79.00", "80.00"), strict=True)], step=10
    )
    total = "TOTAL CASH, MONEY FUNDS, AND BANK DEPOSITS"
    pencil.row([(100, total), *zip(stops, ("$79.00", "$75.00"), strict=True)], style="B", step=20)
    holdings(pencil, "12.500", "125.00", "$1,100.00")
    (found,) = accounts(pencil)
    assert [one.market_value for one in found.positions] == [D("-5.00"), D("80.00"), D("900.00"), D("125.00")]
    assert found.status == "proven"


def test_a_trade_is_of_the_symbol_held_that_stands_among_its_words() -> None:
    """The name is cut off, and the order's own words stand behind the symbol."""
    pencil = Pencil(size=7)
    page(pencil, "WAX-966542")
    holdings(pencil, "12.500", "125.00", "$1,025.00")
    heads_of_moves = ("Process/Settle Date", "Activity Type / Description", "Quantity", "Price", "Amount")
    pencil.row([(30, "Transactions in Date Sequence")], step=14, style="B", size=10)
    pencil.row(list(zip((30, 160, -380, -460, -560), heads_of_moves, strict=True)), step=12, style="B")
    cells = ("06/05/26", "QUILL IBOXX $ HARBOR AND TA", "4.000", "29.0000", "-116.00")
    pencil.row([(95, "PURCHASED"), *zip((30, 160, -380, -460, -560), cells, strict=True)], step=9)
    pencil.row([(160, "QZABX UNSOLICITED ORDER")], step=11)
    (move,) = activity_of(accounts(pencil)[0], "")
    assert (move.side, move.symbol, move.quantity) == ("buy", "QZABX", D("4.000"))
