"""Transactions under heads that do not name what was done: the rows below tell which column it is."""

from datetime import date
from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.book.ledger import activity_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HELD = (
    ("Quill Total Market ETF", "QZAB", "40.000000", "25.00", "1,000.00"),
    ("Ember Short Bond ETF", "EMBR", "20.000000", "50.00", "1,000.00"),
)


def holdings() -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Alder Hill Advisers")], "B", size=12, step=20)
    pencil.row([(40, "Account number: 7741-5502"), (300, "As of September 30, 2026")], step=24)
    pencil.row([(40, "Security"), (200, "Symbol"), (-330, "Shares"), (-400, "Price"), (-480, "Value")], "B", step=16)
    for name, symbol, shares, price, value in HELD:
        pencil.row([(40, name), (200, symbol), (-330, shares), (-400, price), (-480, value)], step=16)
    pencil.row([(40, "Total"), (-480, "2,000.00")], "B", step=30)
    return pencil


def read(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("alder.pdf", pencil.drawn().data).accounts
    return account


def told(account: StatementAccount) -> list[tuple[date, str, str, D]]:
    return [(move.date, move.side, move.symbol, move.quantity) for move in activity_of(account, "")]


def test_a_column_headed_what_tells_what_was_done_and_one_of_tickers_alone_tells_of_what() -> None:
    pencil = holdings()
    heads = [(40, "Date"), (110, "What"), (190, "Fund"), (260, "Why"), (-390, "Shares"), (-470, "Amount")]
    pencil.row(heads, "B", step=16)
    for day, done, fund, why, shares, amount in (
        ("Sep 3, 2026", "Reinvested", "QZAB", "Dividend", "1.250000", "$31.25"),
        ("Sep 9, 2026", "Sold", "PLMA", "Withdrawal", "4.000000", "$80.00"),
        ("Sep 21, 2026", "Bought", "EMBR", "Deposit", "2.500000", "$125.00"),
    ):
        cells = [(40, day), (110, done), (190, fund), (260, why), (-390, shares), (-470, amount)]
        pencil.row(cells, step=16)
    account = read(pencil)
    assert account.status == "proven"
    assert told(account) == [
        (date(2026, 9, 3), "reinvest", "QZAB", D("1.250000")),
        (date(2026, 9, 9), "sell", "PLMA", D("4.000000")),
        (date(2026, 9, 21), "buy", "EMBR", D("2.500000")),
    ]


def test_a_second_column_of_descriptions_tells_what_was_done_where_the_first_names_the_security() -> None:
    pencil = holdings()
    pencil.row([(40, "Trade"), (-500, "Transaction")], "B", step=9)
    heads = [(40, "Date"), (75, "Security Name"), (220, "Symbol"), (270, "Description")]
    pencil.row([*heads, (-380, "Quantity"), (-430, "Price"), (-500, "Cost"), (-560, "Amount")], "B", step=14)
    for day, name, symbol, done, units, price, amount in (
        ("09/04", HELD[0][0], "QZAB", "You Sold", "-3.000", "24.00000", "72.00"),
        ("09/05", HELD[1][0], "EMBR", "You Bought", "2.000", "50.00000", "-100.00"),
    ):
        cells = [(40, day), (75, name), (220, symbol), (270, done)]
        pencil.row([*cells, (-380, units), (-430, price), (-500, "-"), (-560, amount)], step=13)
    assert told(read(pencil)) == [
        (date(2026, 9, 4), "sell", "QZAB", D("3.000")),
        (date(2026, 9, 5), "buy", "EMBR", D("2.000")),
    ]
