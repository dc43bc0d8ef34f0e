"""Papers of clearing firms, bank trusts and fund families: lots over pages in type of one width, moves by fund."""

from decimal import Decimal as D

from core.domain.statement import Statement
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def read(pencil: Pencil) -> Statement:
    return read_here("pinewick.pdf", pencil.drawn().data)


def clearing_page(pencil: Pencil, section: str) -> None:
    """The head of a page in type of one width, and the heads of its table."""
    pencil.page()
    pencil.row([(40, "PINEWICK SECURITIES CORP.")], "B", size=8)
    pencil.row([(40, "ACCOUNT NUMBER: TQ7-904682"), (330, "JUNE 01 - JUNE 30, 2026")], size=8, step=24)
    heads = [(40, "DESCRIPTION"), (190, "SYMBOL"), (250, "ACQUIRED"), (-370, "QUANTITY"), (-440, "COST")]
    pencil.row([*heads, (-500, "PRICE"), (-580, "VALUE")], "B", size=7)
    pencil.row([(40, section)], "B", size=7)


def lot(pencil: Pencil, name: str, symbol: str, day: str, units: str, cost: str, value: str) -> None:
    cells = [(40, name), (190, symbol), (250, day), (-370, units), (-440, cost), (-500, "10.00"), (-580, value)]
    pencil.row([(place, text) for place, text in cells if text], size=7)


def test_lots_go_on_behind_a_break_of_the_page_under_a_heading_that_says_so() -> None:
    pencil = Pencil(font="Courier")
    clearing_page(pencil, "EQUITIES")
    lot(pencil, "QUILL HOLDINGS INC", "QZAB", "03/17/21", "10", "80.00", "100.00")
    lot(pencil, "EMBER TIDE CO", "QZCD", "05/18/12", "20", "150.00", "200.00")
    clearing_page(pencil, "EQUITIES - CONTINUED")
    lot(pencil, "", "", "02/01/13", "30", "250.00", "300.00")
    pencil.row([(50, "** POSITION TOTAL **"), (-370, "50"), (-440, "400.00"), (-580, "500.00")], size=7)
    lot(pencil, "ALDER FOODS PLC", "QZEF", "12/18/14", "40", "390.00", "400.00")
    pencil.row([(50, "TOTAL EQUITIES"), (-440, "870.00"), (-580, "1,000.00")], "B", size=7)
    (account,) = read(pencil).accounts
    assert account.status == "proven"
    assert [(line.symbol, line.quantity, line.cost_basis, len(line.lots)) for line in account.positions] == [
        ("QZAB", D("10"), D("80.00"), 1),
        ("QZCD", D("50"), D("400.00"), 2),
        ("QZEF", D("40"), D("390.00"), 1),
    ]


def fund_family() -> Statement:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Funds")], "B", size=12)
    pencil.row([(40, "For the quarter ended June 30, 2026")], step=20)
    pencil.row([(48, "Ines Calloway")])
    pencil.row([(48, "94 Orchard Street")])
    pencil.row([(48, "Saint Paul, MN 55105")], step=24)
    pencil.row([(40, "Joint tenants with rights of survivorship")], "B")
    pencil.row([(40, "Ines Calloway and Tobias Calloway")])
    pencil.row([(40, "Account number 2062-282675")], step=20)
    pencil.row([(40, "Fund"), (220, "Symbol"), (-340, "Shares"), (-430, "Share price"), (-540, "Value")], "B")
    pencil.row([(40, "Quill Balanced Fund"), (220, "QZABX"), (-340, "101.410"), (-430, "$10.00"), (-540, "$1,014.10")])
    pencil.row([(40, "Account total"), (-540, "$1,014.10")], step=20)
    pencil.row([(40, "Quill Balanced Fund (QZABX)")], "B")
    heads = [(40, "Date"), (120, "Transaction"), (-340, "Dollar amount"), (-430, "Share price"), (-500, "Shares")]
    pencil.row([*heads, (-580, "Total shares")], "B")
    pencil.row([(120, "Balance on 03/31/2026"), (-430, "$9.50"), (-580, "100.000")])
    bought = [(40, "05/15/2026"), (120, "Purchase by electronic transfer"), (-340, "$14.10"), (-430, "$10.00")]
    pencil.row([*bought, (-500, "1.410"), (-580, "101.410")])
    pencil.row([(120, "Balance on 06/30/2026"), (-340, "$1,014.10"), (-430, "$10.00"), (-580, "101.410")])
    return read(pencil)


def test_of_two_days_told_alike_the_later_is_that_of_the_statement_and_both_owners_are_read() -> None:
    (account,) = fund_family().accounts
    assert (str(account.as_of), account.owner) == ("2026-06-30", "Ines Calloway and Tobias Calloway")
    assert account.registration == "taxable_joint"


def test_transactions_under_the_name_of_a_fund_are_of_that_fund() -> None:
    (account,) = fund_family().accounts
    assert [(move.symbol, str(move.date), move.quantity) for move in account.activity] == [
        ("QZABX", "2026-05-15", D("1.410"))
    ]


def test_cash_without_units_stands_in_the_upper_of_two_stacked_columns() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "PINEWICK TRUST COMPANY, N.A.")], "B", size=12)
    pencil.row([(40, "INES CALLOWAY REVOCABLE TRUST")])
    pencil.row([(40, "U/A DATED MARCH 9, 2002")])
    pencil.row([(40, "ACCOUNT 82-2586-83-5"), (300, "APRIL 1, 2026 THROUGH JUNE 30, 2026")], step=24)
    pencil.row([(-120, "UNITS /"), (-400, "MARKET VALUE /"), (-480, "COST BASIS /"), (-560, "UNREALIZED")], "B")
    heads = [(-120, "PAR VALUE"), (140, "ASSET DESCRIPTION"), (-400, "UNIT PRICE"), (-480, "UNIT COST")]
    pencil.row([*heads, (-560, "GAIN / LOSS")], "B")
    pencil.row([(140, "CASH AND EQUIVALENTS")], "B")
    for name, amount in (("PRINCIPAL CASH", "16.74-"), ("INCOME CASH", "424.60")):
        pencil.row([(140, name), (-400, amount), (-480, amount)])
    pencil.row([(140, "TOTAL CASH AND EQUIVALENTS"), (-400, "407.86"), (-480, "407.86")], step=20)
    pencil.row([(140, "EXCHANGE TRADED FUNDS")], "B")
    pencil.row([(-120, "100"), (140, "HARBOR SELECT SECTOR"), (-400, "1,250.00"), (-480, "1,000.00"), (-560, "250.00")])
    pencil.row([(140, "SPDR"), (-400, "12.500"), (-480, "10.000")])
    pencil.row([(140, "CUSIP 81369Y209 (QZV)")])
    pencil.row([(140, "TOTAL EXCHANGE TRADED FUNDS"), (-400, "1,250.00"), (-480, "1,000.00")])
    pencil.row([(140, "TOTAL ASSETS"), (-400, "1,657.86"), (-480, "1,407.86")], "B")
    (account,) = read(pencil).accounts
    assert (account.status, account.cash, account.owner) == ("proven", D("407.86"), "INES CALLOWAY REVOCABLE TRUST")
    assert [(line.symbol, line.price) for line in account.positions if line.quantity] == [("QZV", D("12.500"))]


def test_contracts_are_counted_under_a_head_of_two_lines() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Wealth")], "B", size=12)
    pencil.row([(40, "Account Number 5511-2233")], step=20)
    pencil.row([(230, "Trade"), (-340, "Number of"), (-520, "Value on")], "B")
    heads = [(40, "Holding"), (230, "date"), (-340, "contracts"), (-430, "Cost basis ($)"), (-520, "Jun 30 ($)")]
    pencil.row([*heads, (-470, "")], "B")
    pencil.row(
        [(40, "CALL QZAB 01/15/27 85.00"), (230, "Mar 12, 26"), (-340, "-3"), (-430, "-1,132.56"), (-520, "-1,200.00")]
    )
    pencil.row([(40, "Total options"), (-430, "-1,132.56"), (-520, "-1,200.00")])
    (account,) = read(pencil).accounts
    assert account.positions[0].quantity == D("-3")
