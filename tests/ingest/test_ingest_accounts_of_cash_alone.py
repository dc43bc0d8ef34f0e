"""A second account that holds nothing but cash stands by itself beside the one that holds securities."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def read(total: str, second: tuple[str, ...]) -> list[StatementAccount]:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    pencil.say("INES CALLOWAY - Individual")
    pencil.y += 20
    pencil.row([(40, "Description"), (-300, "Quantity"), (-400, "Price"), (-500, "Market value")])
    pencil.row([(40, "Quill Harbor Corp (QZAB)"), (-300, "100.000"), (-400, "12.00"), (-500, "$1,200.00")])
    pencil.row([(40, "Total account value"), (-500, total)])
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, second[0])])
    for line in second[1:-2]:
        pencil.say(line)
    pencil.y += 20
    for label in second[-2:]:
        pencil.row([(40, label), (-500, "$250.00")])
    return list(read_here("cash.pdf", pencil.drawn().data).accounts)


def test_an_account_of_cash_alone_is_an_account() -> None:
    second = ("Account number: 7719-5511", "TOBIAS CALLOWAY - Roth IRA", "Cash balance", "Total account value")
    one, other = read("$1,200.00", second)
    assert (one.status, one.cash, one.owner) == ("proven", None, "INES CALLOWAY")
    assert (other.number, other.status, other.cash, other.owner) == ("…5511", "proven", D("250.00"), "TOBIAS CALLOWAY")
    assert (one.registration, other.registration) == ("taxable_individual", "roth_ira")


def test_cash_that_makes_the_total_of_the_securities_is_theirs_under_whatever_number() -> None:
    (one,) = read("$1,450.00", ("Bank sweep account number: 998-87766", "Cash balance", "Total balance"))
    assert (one.status, one.cash) == ("proven", D("250.00"))
