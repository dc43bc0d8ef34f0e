"""A second table tells cost and lots: the security stands on its first lot alone, or over them with their sum."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HELD = (-330, -400, -480)
GAINS = (230, -340, -400, -460, -520)
SUM = (("", "30.0000", "$620.00", "$900.00", "$280.00"),)
FIRST = (("01/04/2016", "10.0000", "$200.00", "$300.00", "$100.00"),)
SECOND = (("08/11/2017", "20.0000", "$420.00", "$600.00", "$180.00"),)


def start() -> Pencil:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Brokerage account 6120-4471"), (350, "As of March 31, 2026")], step=24)
    held(pencil, "Symbol", "Name", ("Quantity", "Price", "Balance"))
    held(pencil, "QZAB", "Quill Harbor Index Fund", ("30.0000", "$30.00", "$900.00"))
    held(pencil, "QZBF", "Ember Corp", ("8.0000", "$50.00", "$400.00"))
    held(pencil, "QZCT", "Tarn Holdings Inc", ("200.0000", "$1.50", "$300.00"))
    held(pencil, "", "Total account balance", ("", "", "$1,600.00"))
    pencil.y += 20
    return pencil


def held(pencil: Pencil, symbol: str, name: str, figures: tuple[str, ...]) -> None:
    named = [(40, symbol)] if symbol else []
    pencil.row([*named, (80, name), *((stop, text) for stop, text in zip(HELD, figures, strict=True) if text)])


def heads(pencil: Pencil) -> None:
    gains(pencil, "Symbol", "Name", (("Date acquired", "Quantity", "Total cost", "Market value", "Gain/loss"),))


def gains(pencil: Pencil, symbol: str, name: str, rows: tuple[tuple[str, ...], ...]) -> None:
    for place, figures in enumerate(rows):
        named = [(x, text) for x, text in ((40, symbol), (80, name)) if text and place == 0]
        pencil.row([*named, *((stop, text) for stop, text in zip(GAINS, figures, strict=True) if text)])


def the_others(pencil: Pencil) -> None:
    once = ("$160.00", "$200.00", "$40.00")
    gains(pencil, "QZBF", "Ember Corp", (("02/03/2019", "4.0000", *once), ("05/06/2021", "4.0000", *once)))
    gains(pencil, "", "Total QZBF", (("", "8.0000", "$320.00", "$400.00", "$80.00"),))
    gains(pencil, "QZCT", "Tarn Holdings Inc", (("07/07/2022", "200.0000", "$250.00", "$300.00", "$50.00"),))


def check(pencil: Pencil) -> None:
    found: StatementAccount
    (found,) = read_here("statement.pdf", pencil.drawn().data).accounts
    assert [(one.symbol, one.quantity, one.cost_basis, len(one.lots)) for one in found.positions] == [
        ("QZAB", D("30.0000"), D("620.00"), 2),
        ("QZBF", D("8.0000"), D("320.00"), 2),
        ("QZCT", D("200.0000"), D("250.00"), 1),
    ]
    assert [lot.quantity for lot in found.positions[0].lots] == [D("10.0000"), D("20.0000")]
    assert found.status == "proven"


def test_lots_under_the_first_that_is_named() -> None:
    pencil = start()
    heads(pencil)
    gains(pencil, "QZAB", "Quill Harbor Index Fund", (*FIRST, *SECOND))
    gains(pencil, "", "Total QZAB", SUM)
    the_others(pencil)
    check(pencil)


def test_lots_under_a_row_with_their_sum() -> None:
    for day in ("", "Various"):
        pencil = start()
        heads(pencil)
        gains(pencil, "QZAB", "Quill Harbor Index Fund", ((day, *SUM[0][1:]), *FIRST, *SECOND))
        the_others(pencil)
        check(pencil)


def test_lots_go_on_over_the_page_under_heads_again() -> None:
    pencil = start()
    heads(pencil)
    gains(pencil, "QZAB", "Quill Harbor Index Fund", FIRST)
    pencil.page()
    heads(pencil)
    gains(pencil, "", "", SECOND)
    gains(pencil, "", "Total QZAB", SUM)
    the_others(pencil)
    check(pencil)
