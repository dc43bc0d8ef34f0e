"""A regional broker's rows: two lines to a security and its symbol in brackets, its first lot behind `Lots:`."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

AT = (40, -290, -350, -430, -500)
Cells = tuple[str, ...]


def account_of(
    first: str, second: str, value: str = "$2,100.00", name: Cells = ("Quill Harbor Corp", "(QZAB)")
) -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Brokerage")], "B", size=12, step=20)
    pencil.row([(40, "Account Number: 5511-2233   June 1, 2026 to June 30, 2026")], step=18)
    pencil.row([(40, "Stocks")], "B", size=10)

    def line(*cells: str, step: float = 10, style: str = "") -> None:
        pencil.row([(place, cell) for place, cell in zip(AT, cells, strict=False) if cell], style, step=step)

    line("Description", "Quantity", "Price", "Value", "Gain or (Loss)", style="B")
    line("(Symbol)", "", "Unit cost", "Total cost basis", "%", style="B", step=14)
    line(name[0], "100.000", "$21.00", value, "$300.00")
    line(name[1], "", "$18.000", "$1,800.00", "16.67%")
    for more in name[2:]:
        line(more)
    line(f"   {first}", "40.000", "$15.000", "$840.00", "$240.00")
    line("", "", "", "$600.00", "40.00%")
    line(f"   {second}", "60.000", "$20.000", "$1,260.00", "$60.00")
    line("", "", "", "$1,200.00", "5.00%", step=14)
    line("Ember Rail Inc", "10.000", "$50.00", "$500.00", "($20.00)")
    line("(QZR)", "", "$52.000", "$520.00", "(3.85%)")
    line(f"   {first}", "10.000", "$52.000", "$500.00", "($20.00)")
    line("", "", "", "$520.00", "(3.85%)", step=14)
    line("Stocks Total", "", "", "$2,600.00", "$280.00", step=14)
    pencil.row([(40, "Total Account Value"), (-430, "$2,600.00")], "B")
    (account,) = read_here("pinewick.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lots: 05/04/2019 LT", "01/09/2026 ST"),
        ("Tax Lots: 05/04/2019", "01/09/2026"),
        ("Lots: May 4, 2019 (LT)", "Jan 9, 2026 (ST)"),
        ("Lot: 05/04/2019 LT", "Lot: 01/09/2026 ST"),
    ],
)
def test_the_first_lot_stands_behind_a_word(first: str, second: str) -> None:
    account = account_of(first, second)
    assert [(line.symbol, line.quantity, line.price, line.market_value) for line in account.positions] == [
        ("QZAB", D("100.000"), D("21.00"), D("2100.00")),
        ("QZR", D("10.000"), D("50.00"), D("500.00")),
    ]
    assert [[(str(lot.acquired), lot.quantity, lot.cost_basis) for lot in line.lots] for line in account.positions] == [
        [("2019-05-04", D("40.000"), D("600.00")), ("2026-01-09", D("60.000"), D("1200.00"))],
        [("2019-05-04", D("10.000"), D("520.00"))],
    ]
    assert account.status == "proven"


@pytest.mark.parametrize(
    "name",
    [
        ("Quill Harbor Core Municipal Bond", "ETF", "(QZAB)"),
        ("Quill Harbor Total International Fund", "Admiral", "(QZAB)"),
        ("Quill Harbor Total International", "Index Fund", "Admiral", "(QZAB)"),
    ],
)
def test_what_stands_over_a_symbol_in_brackets_ends_the_name(name: Cells) -> None:
    first, second = account_of("Lots: 05/04/2019 LT", "01/09/2026 ST", name=name).positions
    assert (first.symbol, len(first.lots), second.symbol) == ("QZAB", 2, "QZR")
    assert first.description.startswith(" ".join(name[:-1]))


def test_a_wrong_value_is_not_proven() -> None:
    assert account_of("Lots: 05/04/2019 LT", "01/09/2026 ST", value="$2,180.00").status != "proven"
