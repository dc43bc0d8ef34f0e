"""Contracts of an insurer: fixed accounts of a rate and a value beside funds, several contracts, two owners."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

FUNDS = {"NT-4410221": ("1,200.0000", "12.500000", "$15,000.00"), "NT-4410222": ("800.0000", "20.000000", "$16,000.00")}
SUMS = {"NT-4410221": "$17,500.00", "NT-4410222": "$18,500.00"}


def head(pencil: Pencil, number: str) -> None:
    pencil.page()
    pencil.row([(40, "Northtide Life"), (-570, f"Contract number {number}")], "B", size=11, step=40)


def contract(pencil: Pencil, number: str, joint: bool = False) -> None:
    """A contract on two pages, the second of which begins with a head of the table in two lines."""
    head(pencil, number)
    pencil.row([(40, "Variable Annuity Statement")], "B", size=14, step=20)
    pencil.row([(40, "For the period July 1, 2026 through September 30, 2026")], step=20)
    pencil.row([(320, "Owner:"), (430, "Ines Calloway")])
    if joint:
        pencil.row([(320, "Joint owner:"), (430, "Tobias Hale")])
    head(pencil, number)
    pencil.row([(40, "How your contract is allocated on September 30, 2026")], "B", size=12, step=19)
    pencil.row([(-360, "Accumulation"), (-440, "Unit")], "B", step=10)
    heads = [(40, "Investment option"), (-360, "units"), (-440, "value"), (-530, "Value"), (-570, "%")]
    pencil.row(heads, "B", step=15)
    pencil.row([(40, "VARIABLE OPTIONS")], "B", step=15)
    units, price, value = FUNDS[number]
    for name in ("Onyx VIT Growth", "Onyx VIT Balanced")[: 1 if joint else 2]:
        cells = [(48, name), (-360, units), (-440, price), (-530, value), (-570, "43")]
        pencil.row(cells, size=9, step=15)
        units, price, value = "100.0000", "10.000000", "$1,000.00"
    pencil.row([(40, "FIXED OPTIONS"), (-360, "Interest rate"), (-440, "Rate ends")], "B", step=15)
    fixed = "$2,500.00" if joint else "$1,500.00"
    cells = [
        (48, "Fixed Account - 1 Year Guarantee"),
        (-360, "3.25%"),
        (-440, "09/24/2027"),
        (-530, fixed),
        (-570, "14"),
    ]
    pencil.row(cells, size=9, step=15)
    pencil.row([(40, "Total fixed options"), (-530, fixed), (-570, "14")], "B", size=9, step=15)
    pencil.row([(40, "Total contract value"), (-530, SUMS[number]), (-570, "100")], "B", size=9, step=15)


def read(pencil: Pencil) -> tuple[StatementAccount, ...]:
    return read_here("northtide.pdf", pencil.drawn().data).accounts


def test_rows_go_on_under_the_name_of_a_section_that_has_heads_of_its_own_beside_it() -> None:
    pencil = Pencil()
    contract(pencil, "NT-4410221")
    (account,) = read(pencil)
    rows = [(one.description, one.quantity, one.price, one.market_value) for one in account.positions]
    assert rows == [
        ("Onyx VIT Growth", D("1200.0000"), D("12.500000"), D("15000.00")),
        ("Onyx VIT Balanced", D("100.0000"), D("10.000000"), D("1000.00")),
        ("Fixed Account - 1 Year Guarantee", None, None, D("1500.00")),
    ]
    assert (account.stated_total, account.status) == (D("17500.00"), "proven")


def test_the_head_of_a_table_that_stands_at_one_place_on_two_pages_is_read_with_both_of_its_lines() -> None:
    pencil = Pencil()
    contract(pencil, "NT-4410221")
    contract(pencil, "NT-4410222")
    one, two = read(pencil)
    assert [line.price for line in one.positions] == [D("12.500000"), D("10.000000"), None]
    assert [line.price for line in two.positions] == [D("20.000000"), D("10.000000"), None]
    assert one.status == two.status == "proven"


def test_one_more_owner_whose_name_stands_apart_from_the_label_is_an_owner_too() -> None:
    pencil = Pencil()
    contract(pencil, "NT-4410221", joint=True)
    (account,) = read(pencil)
    assert account.owner == "Ines Calloway & Tobias Hale"
