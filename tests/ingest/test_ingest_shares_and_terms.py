"""Sums of sections with their share under the price and their gain by term; a name that ends beside its second lot."""

from decimal import Decimal

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

EDGES = (-260, -310, -360, -430, -500, -580)


def heads(pencil: Pencil, section: str) -> None:
    """The heading of a section and the heads of its columns."""
    pencil.row([(36, section)], "B", step=12)
    named = ("Trade Date", "Quantity", "Share Price", "Total Cost", "Market Value", "Gain/(Loss)")
    cells = [(36, "Security Description"), *zip(EDGES, named, strict=True)]
    pencil.row(cells, "B", step=12, size=7)


def row(pencil: Pencil, name: str, *figures: str, term: str = "LT", step: float = 10, style: str = "") -> None:
    """A row of figures in their columns, the gain with its term behind."""
    cells = [(edge, text) for edge, text in zip(EDGES, figures, strict=True) if text]
    pencil.row([(36, name), *cells, (584, term)], style, step, size=7)


def read(pencil: Pencil) -> StatementAccount:
    """The one account of the drawn pages."""
    (account,) = read_here("terms.pdf", pencil.drawn().data).accounts
    return account


def opened(section: str) -> Pencil:
    """A page of an account down to the heads of its first section."""
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(36, "Account number: 5511-2233"), (350, "June 30, 2026")], step=30)
    heads(pencil, section)
    return pencil


@pytest.mark.parametrize("over_page", [False, True])
def test_a_sum_with_a_share_under_the_price_and_a_gain_by_term(over_page: bool) -> None:
    pencil = opened("STOCKS")
    row(pencil, "QUILL HARBOR INC (QZAB)", "3/4/19", "10.000", "$50.000", "$300.00", "$500.00", "$200.00")
    row(pencil, "EMBER LOOM CO (EMLM)", "5/6/26", "20.000", "$30.000", "$650.00", "$600.00", "($50.00)", term="ST")
    pencil.y += 8
    if over_page:
        pencil.page()
        pencil.row([(36, "Account number: 5511-2233")], step=30)
        heads(pencil, "STOCKS (CONTINUED)")
    row(pencil, "STOCKS", "", "", "78.57%", "$950.00", "$1,100.00", "$200.00", style="B")
    pencil.row([(-580, "($50.00)"), (584, "ST")], "B", step=20, size=7)
    heads(pencil, "MUTUAL FUNDS")
    row(pencil, "ALDER MOOR BALANCED FUND (ALMBX)", "7/8/20", "30.000", "$10.000", "$200.00", "$300.00", "$100.00")
    pencil.y += 8
    row(pencil, "MUTUAL FUNDS", "", "", "21.43%", "$200.00", "$300.00", "$100.00", style="B")
    pencil.y += 8
    pencil.row([(36, "TOTAL VALUE"), (-500, "$1,400.00")], "B", size=7)
    account = read(pencil)
    assert [line.symbol for line in account.positions] == ["QZAB", "EMLM", "ALMBX"]
    assert account.status == "proven"


BOTH = ("100.000", "$920.00", "$1,000.00", "$100.00")


def wrapped(
    first: str, second: str, price: str = "$10.000", total: tuple[str, str, str, str] = BOTH
) -> StatementAccount:
    """A security bought twice, its name broken over the rows of both lots, with a sum whose gain is of two terms."""
    pencil = opened("MUTUAL FUNDS")
    row(pencil, first, "3/4/19", "60.000", "$10.000", "$500.00", "$600.00", "$100.00")
    row(pencil, second, "5/6/26", "40.000", price, "$420.00", "$400.00", "($20.00)", term="ST")
    units, *figures = total
    row(pencil, "", "", units, "", *figures, style="B")
    pencil.y -= 10
    pencil.at(210, "Total", "B", 7)
    pencil.y += 10
    pencil.row([(-580, "($20.00)"), (584, "ST")], "B", step=20, size=7)
    pencil.row([(36, "TOTAL VALUE"), (-500, "$1,000.00")], "B", size=7)
    return read(pencil)


@pytest.mark.parametrize("second", ["(ALMBX)", "FUND ADMIRAL (ALMBX)"])
def test_a_name_that_ends_beside_the_second_lot(second: str) -> None:
    account = wrapped("ALDER MOOR INTERMEDIATE-TERM MUNICIPAL BOND", second)
    (line,) = account.positions
    assert (line.symbol, line.quantity, line.market_value) == ("ALMBX", Decimal("100.000"), Decimal("1000.00"))
    assert (line.cost_basis, line.gain, len(line.lots)) == (Decimal("920.00"), Decimal("80.00"), 2)
    assert account.status == "proven"


def test_a_row_whose_name_had_room_above_is_another_security() -> None:
    account = wrapped("QUILL FUND", "EMBER FUND (EMLMX)", total=("40.000", "$420.00", "$400.00", "($20.00)"))
    assert len(account.positions) == 2
