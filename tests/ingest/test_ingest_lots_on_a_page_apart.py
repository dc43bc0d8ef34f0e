"""All lots on a page of their own: the first of a security names it, a bare `Total` closes them."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount, StatementLine
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HELD = (-330, -400, -470, -540)
BOUGHT = (230, -330, -400, -470)
ROWS = (
    ("Quill Harbor Index Fund (QZAB)", "30.000", "30.00", "900.00", "620.00"),
    ("Ember Corp (QZBF)", "8.000", "50.00", "400.00", "320.00"),
    ("Tarn Holdings Inc (QZCT)", "200.000", "1.50", "300.00", "250.00"),
)
LOTS = (
    (("01/04/2016", "10.000", "20.00", "200.00"), ("08/11/2017", "20.000", "21.00", "420.00")),
    (("02/03/2019", "4.000", "40.00", "160.00"), ("05/06/2021", "4.000", "40.00", "160.00")),
    (("07/07/2022", "200.000", "1.25", "250.00"),),
)


def row(pencil: Pencil, name: str, stops: tuple[int, ...], figures: tuple[str, ...], style: str = "") -> None:
    named = [(40, name)] if name else []
    placed = [*named, *((stop, text) for stop, text in zip(stops, figures, strict=True) if text)]
    pencil.row(placed, *([style] if style else []), step=12)


def held(pencil: Pencil, number: str, step: int = 1) -> None:
    pencil.row([(40, f"Account number: {number}"), (350, "As of March 31, 2026")], step=24)
    row(pencil, "Security", HELD, ("Quantity", "Price", "Value", "Cost basis"), "B")
    for name, *figures in ROWS[::step]:
        row(pencil, name, HELD, tuple(figures))
    row(pencil, "Total account value", HELD, ("", "", "$1,600.00", "$1,190.00"), "B")
    pencil.y += 20


def lots(pencil: Pencil, names: tuple[str, ...], sums: str = "Total", step: int = 1) -> None:
    row(pencil, "Security", BOUGHT, ("Purchase date", "Quantity", "Unit cost", "Cost basis"), "B")
    for name, bought, figures in list(zip(names, LOTS, ROWS, strict=True))[::step]:
        *over, last = name.split("\n")
        for text in over:
            pencil.row([(40, text)], step=9)
        for place, lot in enumerate(bought):
            row(pencil, last if place == 0 else "", BOUGHT, lot)
        if sums:
            row(pencil, sums, BOUGHT, ("", figures[1], "", figures[4]), "B")


def check(pencil: Pencil, accounts: int = 1) -> None:
    found = read_here("statement.pdf", pencil.drawn().data).accounts
    assert len(found) == accounts
    for account in found:
        assert [(one.symbol, one.quantity, one.cost_basis, len(one.lots)) for one in _by_symbol(account)] == [
            ("QZAB", D("30.000"), D("620.00"), 2),
            ("QZBF", D("8.000"), D("320.00"), 2),
            ("QZCT", D("200.000"), D("250.00"), 1),
        ]
        assert [lot.quantity for lot in _by_symbol(account)[1].lots] == [D("4.000"), D("4.000")]
        assert account.status == "proven"


def _by_symbol(account: StatementAccount) -> list[StatementLine]:
    return sorted(account.positions, key=lambda line: line.symbol or "")


NAMES = tuple(name for name, *_ in ROWS)
WAYS = (
    NAMES,
    ("Quill Harbor\nIndex Fund (QZAB)", *NAMES[1:]),
    ("Quill Harbor Index Fund\n(QZAB)", "Ember Corp\n(QZBF)", "Tarn Holdings Inc\n(QZCT)"),
    ("Quill Harbor Index\nFund", "Ember Corp", "Tarn Holdings Inc"),
    ("QZAB", "QZBF", "QZCT"),
)


@pytest.mark.parametrize("names", WAYS)
@pytest.mark.parametrize("sums", ["Total", "Security total", ""])
def test_lots_on_a_page_apart_go_to_the_security_that_their_first_names(names: tuple[str, ...], sums: str) -> None:
    pencil = Pencil(size=8)
    pencil.page()
    held(pencil, "6120-4471")
    pencil.page()
    pencil.row([(40, "Tax lot detail"), (150, "Account 6120-4471")], step=16)
    lots(pencil, names, sums)
    check(pencil)


def test_the_lots_of_two_accounts_behind_both() -> None:
    pencil = Pencil(size=8)
    both = (("6120-4471", 1), ("6120-5582", -1))
    for number, step in both:
        pencil.page()
        held(pencil, number, step)
    for number, step in both:
        pencil.page()
        pencil.row([(40, "Tax lot detail")], step=12)
        pencil.row([(40, f"Account number: {number}")], step=16)
        lots(pencil, NAMES, step=step)
    check(pencil, 2)


def test_lots_of_a_security_that_is_not_held_are_told() -> None:
    pencil = Pencil(size=8)
    pencil.page()
    held(pencil, "6120-4471")
    lots(pencil, (*NAMES[:2], "Merrow Steel (QZDX)"))
    (found,) = read_here("statement.pdf", pencil.drawn().data).accounts
    assert [len(one.lots) for one in found.positions] == [2, 2, 0]
    assert found.status == "unproven"
