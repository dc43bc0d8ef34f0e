"""A name of two parts broken at its hyphen over two lines is one name."""

import pytest

from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


@pytest.mark.parametrize(
    ("first", "second", "owner"),
    [
        ("Account owner(s): Ines Calloway & Odile Fenwick-", "Hale", "Ines Calloway & Odile Fenwick-Hale"),
        ("Account owner: Ines Calloway and Prudence Okonjo-", "Hale", "Ines Calloway and Prudence Okonjo-Hale"),
        ("Owner: Odile Fenwick-Hale", "Registration: Individual", "Odile Fenwick-Hale"),
    ],
)
def test_a_name_goes_on_behind_its_hyphen(first: str, second: str, owner: str) -> None:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Brokerage account"), (350, "Account number: 5511-2233")], step=12)
    pencil.row([(40, first), (350, "Account value on June 30, 2026: $500.00")], step=11)
    pencil.row([(40, second)], step=24)
    pencil.row([(40, "Security"), (-300, "Quantity"), (-360, "Price"), (-430, "Value")], "B")
    pencil.row([(40, "Quill Fund (QZABX)"), (-300, "10"), (-360, "50.00"), (-430, "500.00")])
    (account,) = read_here("broken.pdf", pencil.drawn().data).accounts
    assert account.owner == owner
    assert account.status == "proven"
