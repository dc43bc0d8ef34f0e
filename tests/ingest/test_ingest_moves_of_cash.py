"""Transactions that move cash alone, without units; a money fund under the heading of cash; sales with their days."""

from datetime import date
from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = [(40, "Symbol"), (90, "Description"), (-340, "Quantity"), (-420, "Price($)"), (-540, "Market Value($)")]


def page() -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Heron Wealth Custody")], "B", size=12, step=20)
    pencil.row([(40, "Account Number: 5711-2044   For the period 06/01/2026 to 06/30/2026")], step=20)
    return pencil


def one(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("heron.pdf", pencil.drawn().data).accounts
    return account


def holding(pencil: Pencil) -> None:
    pencil.row([(40, "Stocks")], "B")
    pencil.row(HEADS, "B")
    pencil.row([(40, "QZAB"), (90, "QUILL HOLDINGS INC"), (-340, "10.0000"), (-420, "50.00"), (-540, "500.00")])
    pencil.row([(40, "Total Account Value"), (-540, "$500.00")], step=24)


def moves(pencil: Pencil) -> None:
    pencil.row([(40, "Investment and Other Activity by Date")], "B")
    pencil.row([(40, "Date"), (100, "Description"), (-440, "Quantity"), (-540, "Amount")], "B")
    pencil.row([(40, "06/03"), (100, "Deposit ACH CONTRIBUTION"), (-540, "$1,000.00")])
    pencil.row([(40, "06/05"), (100, "Transfer In Cash FROM TERN CUSTODY"), (-540, "$200.00")])
    pencil.row([(40, "06/10"), (100, "Buy QZAB QUILL HOLDINGS INC"), (-440, "10.000"), (-540, "-$500.00")])
    pencil.row([(40, "06/28"), (100, "Advisory Fee MONTHLY PROGRAM FEE"), (-540, "-$5.00")], step=24)


def test_rows_that_move_cash_alone_are_moves_and_say_what_was_done() -> None:
    pencil = page()
    holding(pencil)
    moves(pencil)
    found = [(str(move.date), move.kind, move.amount) for move in one(pencil).activity]
    assert found == [
        ("2026-06-03", "Deposit", D("1000.00")),
        ("2026-06-05", "Transfer In", D("200.00")),
        ("2026-06-10", "Buy", D("-500.00")),
        ("2026-06-28", "Advisory Fee", D("-5.00")),
    ]


def test_a_closing_balance_among_moves_is_no_move() -> None:
    pencil = page()
    holding(pencil)
    moves(pencil)
    pencil.row([(40, "06/30"), (100, "Closing Cash Balance"), (-540, "$0.00")])
    assert len(one(pencil).activity) == 4


def test_what_was_sold_has_the_day_of_the_sale_though_only_the_purchase_prints_its_year() -> None:
    pencil = page()
    holding(pencil)
    heads = [(40, "Security"), (-200, "Purchase date"), (-290, "Sale date"), (-370, "Quantity"), (-450, "Cost basis")]
    pencil.row([*heads, (-540, "Proceeds")], "B")
    sold = [(40, "QTDX"), (-200, "01/15/2022"), (-290, "06/17"), (-370, "30.000"), (-450, "$4,500.00")]
    pencil.row([*sold, (-540, "$6,000.00")])
    (move,) = one(pencil).activity
    assert (move.date, move.quantity, move.amount) == (date(2026, 6, 17), D("30.000"), D("6000.00"))


def test_a_sum_of_cash_over_a_money_fund_with_its_price_is_the_sum_of_that_fund() -> None:
    pencil = page()
    pencil.row([(40, "Cash and Cash Investments")], "B")
    heads = [(40, "Type"), (110, "Symbol"), (160, "Description"), (-400, "Quantity"), (-460, "Price($)")]
    pencil.row([*heads, (-560, "Ending Balance($)")], "B")
    fund = [(40, "Money Fund"), (110, "QTMXX"), (160, "TERN MONEY FUND"), (-400, "500.0000"), (-460, "1.0000")]
    pencil.row([*fund, (-560, "500.00")])
    pencil.row([(40, "Total Cash and Cash Investments"), (-560, "$500.00")])
    pencil.row([(40, "Positions - Mutual Funds")])
    pencil.row([(40, "Symbol"), (90, "Description"), (-340, "Quantity"), (-420, "Price($)"), (-560, "Market Value($)")])
    pencil.row([(40, "QTSIX"), (90, "TERN TOTAL STOCK"), (-340, "10.0000"), (-420, "100.00"), (-560, "1,000.00")])
    pencil.row([(40, "Total Mutual Funds"), (-560, "$1,000.00")], step=24)
    pencil.row([(40, "Ending Account Value"), (-560, "$1,500.00")])
    account = one(pencil)
    assert [(line.symbol, line.description, line.market_value) for line in account.positions] == [
        ("QTMXX", "TERN MONEY FUND", D("500.00")),
        ("QTSIX", "TERN TOTAL STOCK", D("1000.00")),
    ]
    assert (account.status, account.stated_total) == ("proven", D("1500.00"))
