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


def bonds_of(*bonds: tuple[str, str, str, str]) -> StatementAccount:
    """Bonds of one name, each under a head of its own: terms, number, face and value; all cost what they are worth."""
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Brokerage")], "B", size=12, step=20)
    pencil.row([(40, "Account Number: 5511-2233   June 1, 2026 to June 30, 2026")], step=18)

    def line(*cells: str, step: float = 10, style: str = "") -> None:
        pencil.row([(place, cell) for place, cell in zip(AT, cells, strict=False) if cell], style, step=step)

    for terms, number, face, value in bonds:
        line("Description", "Par value", "Price", "Value", "Gain or (Loss)", style="B")
        line("(CUSIP)", "", "Unit cost", "Total cost basis", "%", style="B", step=14)
        line("EMBER CNTY SCH DIST GO", face, "$101.000", value, "$0.00")
        line(terms, "", "$101.000", value, "0.00%")
        line(number)
        line("Accrued Interest $120.00")
        line("   Lots: 05/04/2019 LT", face, "$101.000", value, "$0.00")
        line("", "", "", value, "0.00%", step=16)
    pencil.row([(40, "Total Account Value"), (-430, "$70,700.00")], "B")
    (account,) = read_here("pinewick.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize("other", [("(747999AB6)", "3.125% DUE 08/15/2030"), ("(747999AB6)", "4.750% DUE 08/15/2030")])
def test_bonds_of_one_name_are_no_lots_of_one_another(other: Cells) -> None:
    number, terms = other
    account = bonds_of(
        ("4.750% DUE 08/15/2030", "(290999CD1)", "20,000", "$20,200.00"), (terms, number, "50,000", "$50,500.00")
    )
    assert [(line.quantity, len(line.lots), line.accrued) for line in account.positions] == [
        (D("20000"), 1, D("120.00")),
        (D("50000"), 1, D("120.00")),
    ]
    told = "EMBER CNTY SCH DIST GO 4.750% DUE 08/15/2030"
    assert account.status == "proven"
    assert (account.positions[0].description, account.positions[0].cusip) == (told, "290999CD1")
