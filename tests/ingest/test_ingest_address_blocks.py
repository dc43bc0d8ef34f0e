"""Whose account it is where only the address tells, beside a box of text whose lines lie between its own."""

import pytest

from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STREET, TOWN = "29 TERN VIEW AVE APT 7C", "ASHMOOR, NC 28801"


def owner(*lines: str, over: str = "", number: str = "Account Number: 5511-2233", lower: float = 0) -> str:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, number), (350, "As of June 30, 2026")], step=24)
    pencil.row([(40, "Moorgate Direct")], "B", size=12, step=34)
    top = pencil.y
    if over:
        pencil.row([(40, over)], step=11)
    for line in lines:
        pencil.row([(40, line)], step=11)
    end, pencil.y = pencil.y, top + lower
    for line in ("News for you:", "Rates on cash have changed.", "See the page on cash.", "Call us at any time."):
        pencil.row([(300, line)], size=7, step=9)
    pencil.y = max(end, pencil.y) + 30
    pencil.row([(40, "Symbol"), (100, "Security"), (-330, "Units"), (-400, "Price"), (-480, "Value")], "B", step=13)
    pencil.row([(40, "QZAB"), (100, "Quill Air Inc"), (-330, "10"), (-400, "10.00"), (-480, "100.00")])
    pencil.row([(40, "Total Account Value"), (-480, "100.00")], "B")
    (account,) = read_here("moorgate.pdf", pencil.drawn().data).accounts
    return account.owner


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("HOLLIS K TERN", STREET, TOWN), "HOLLIS K TERN"),
        (("HOLLIS K TERN", "ODILE A TERN", "JTWROS", STREET, TOWN), "HOLLIS K TERN & ODILE A TERN"),
        (("ODILE A TERN", "MOORGATE DIRECT CUSTODIAN", "ROTH IRA", "PO BOX 8817", TOWN), "ODILE A TERN"),
        (("ODILE A TERN", "MOORGATE C/F ROTH IRA", STREET, TOWN), "ODILE A TERN"),
        (("Hollis Tern", "Hollis Tern", STREET, "Ashmoor NC  28801-4417"), "Hollis Tern"),
    ],
)
def test_the_names_over_a_street_and_a_town_are_the_owners(lines: tuple[str, ...], name: str) -> None:
    assert owner(*lines) == name


def test_an_adviser_is_no_owner() -> None:
    assert owner("HOLLIS K TERN", STREET, TOWN, over="Your Financial Advisor") == ""


def test_a_block_with_other_words_is_no_address_of_an_owner() -> None:
    assert owner("HOLLIS K TERN", "Branch of the year", STREET, TOWN) == ""


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("HOLLIS K TERN &", "ODILE A TERN TEN COM", STREET, TOWN), "HOLLIS K TERN & ODILE A TERN"),
        (("HOLLIS K TERN BENE", "INHERITED IRA OF ODILE TERN", "MOORGATE DIRECT CUSTODIAN", STREET, TOWN),
         "HOLLIS K TERN"),
    ],
)  # fmt: skip
def test_names_on_two_lines_go_together_whatever_stands_between(lines: tuple[str, ...], name: str) -> None:
    assert owner(*lines, lower=5.5) == name
