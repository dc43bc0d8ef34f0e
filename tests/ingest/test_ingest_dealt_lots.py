"""Lots as statements may deal them: tables apart with names cut or set otherwise, days among the names, options."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HELD = (-330, -400, -470, -540)
BOUGHT = (260, -400, -470, -540)
HEADS = [(40, "Security"), *zip(HELD, ("Quantity", "Price", "Value", "Cost Basis"), strict=True)]
LOT_HEADS = list(zip(BOUGHT, ("Date Acquired", "Quantity", "Unit Cost", "Cost Basis"), strict=True))


def page() -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Osier Lane Advisors"), (350, "As of June 30, 2026")], "B", step=18)
    for title in ("Account Number: 5511-2233", "Individual Account", "Owner: Hollis Tern"):
        pencil.row([(40, title)], step=14)
    return pencil


def held(pencil: Pencil, *rows: tuple[str, ...]) -> None:
    """A table of positions; each is its name, its units, price, value and cost, and the lines under it."""
    pencil.row(HEADS, "B", step=13)
    for name, *figures in rows:
        pencil.row([(40, name), *zip(HELD, figures[:4], strict=True)], step=12)
        for text in figures[4:]:
            pencil.row([(40, text)], step=12)


def total(pencil: Pencil, value: str) -> None:
    pencil.row([(40, "Total Account Value"), (-470, value)], "B", step=26)


def lots(pencil: Pencil, *rows: tuple[str, ...], head: str = "Security") -> None:
    """A table of lots; each is a name, a day, units, what one cost and what all did, or a name alone."""
    pencil.row([(40, head), *LOT_HEADS], "B", step=13)
    for name, *figures in rows:
        cells = zip(BOUGHT, figures, strict=True) if figures else ()
        pencil.row([*([(40, name)] if name else []), *cells], step=12)


def only(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("osier.pdf", pencil.drawn().data).accounts
    return account


def bought(account: StatementAccount) -> list[list[D | None]]:
    return [[lot.quantity for lot in line.lots] for line in account.positions]


FUNDS = (
    ("Quill Harbor Dividend Equity E", "30.000", "30.00", "900.00", "620.00"),
    ("Ember Total Market In", "8.000", "50.00", "400.00", "320.00"),
)
LOTS_OF_FUNDS = (
    ("Quill Harbor Dividend Equity ETF", "01/04/2016", "10.000", "20.00", "200.00"),
    ("Quill Harbor Dividend Equity ETF", "08/11/2017", "20.000", "21.00", "420.00"),
    ("Ember Total Market Index Fund Admiral", "02/03/2019", "8.000", "40.00", "320.00"),
)


def test_lots_under_names_less_cut_than_those_of_the_positions_are_theirs_by_units_and_cost() -> None:
    pencil = page()
    held(pencil, *FUNDS)
    total(pencil, "$1,300.00")
    lots(pencil, *LOTS_OF_FUNDS)
    account = only(pencil)
    assert bought(account) == [[D("10.000"), D("20.000")], [D("8.000")]]
    assert account.status == "proven"


def test_lots_under_other_names_whose_cost_differs_are_no_lots_of_the_positions() -> None:
    pencil = page()
    held(pencil, *FUNDS)
    total(pencil, "$1,300.00")
    lots(pencil, *LOTS_OF_FUNDS[:2], (*LOTS_OF_FUNDS[2][:3], "39.00", "312.00"))
    assert only(pencil).status != "proven"


@pytest.mark.parametrize("day", ["", "Jan 4 QZ"])
@pytest.mark.parametrize("valued", [True, False])
def test_a_lot_without_a_readable_day_is_told_and_the_others_are_read(day: str, valued: bool) -> None:
    pencil = page()
    names = [("QZAB", "Quill Air"), ("QZBF", "Ember"), ("QZCT", "Tarn"), ("QZDD", "Osier Tern"), ("QZEE", "Slate")]
    held(pencil, *((f"{name} Inc ({symbol})", "10.000", "20.00", "200.00", "150.00") for symbol, name in names))
    total(pencil, "$1,000.00")
    worth = [(-400, "Value")] if valued else []
    pencil.row([(40, "Symbol"), (120, "Date Acquired"), (-250, "Quantity"), (-330, "Cost Basis"), *worth], "B")
    for symbol, _ in names:
        days = [(120, text)] if (text := day if symbol == "QZEE" else "01/04/2016") else []
        pencil.row([(40, symbol), *days, (-250, "10.000"), (-330, "150.00"), *([(-400, "200.00")] if valued else [])])
    account = only(pencil)
    assert bought(account)[:4] == [[D("10.000")]] * 4
    assert account.status == "unproven" or account.positions[4].flagged


def test_lots_under_the_names_of_bonds_without_symbols_are_theirs() -> None:
    pencil = page()
    terms = ("4.250% 05/15/2031", "CUSIP: 748385AB0"), ("3.000% 08/15/2034", "CUSIP: 291002CD4")
    first = ("Ember County Water Rev", "40,000", "91.0000", "36,400.00", "37,600.00", *terms[0])
    other = ("Ember County Water Rev", "10,000", "90.0000", "9,000.00", "9,500.00", *terms[1])
    held(pencil, first, other)
    total(pencil, "$45,400.00")
    lots(
        pencil,
        ("Ember County Water Rev 4.250% 05/15/2031",),
        ("", "02/09/2021", "30,000", "94.00", "28,200.00"),
        ("", "03/09/2021", "10,000", "94.00", "9,400.00"),
        ("Ember County Water Rev 3.000% 08/15/2034",),
        ("", "04/06/2022", "10,000", "95.00", "9,500.00"),
    )
    account = only(pencil)
    assert bought(account) == [[D(30000), D(10000)], [D(10000)]]
    assert account.status == "proven"


def test_lots_under_the_names_of_options_are_theirs_and_not_of_the_stock_above() -> None:
    pencil = page()
    held(
        pencil,
        ("Quill Air Inc", "10", "20.00", "200.00", "150.00"),
        ("Call Ember Corp Class B", "-1", "2.00", "-200.00", "-260.00", "04/15/26 @ 120.00"),
        ("Tarn Group", "10", "30.00", "300.00", "250.00"),
    )
    total(pencil, "$300.00")
    lots(
        pencil,
        ("Quill Air Inc",),
        ("", "05/16/2015", "6", "15.00", "90.00"),
        ("", "03/08/2017", "4", "15.00", "60.00"),
        ("Call Ember Corp Class B 04/15/26",),
        ("", "07/15/2014", "-1", "2.60", "-260.00"),
        ("Tarn Group",),
        ("", "09/22/2015", "10", "25.00", "250.00"),
    )
    account = only(pencil)
    assert bought(account) == [[D(6), D(4)], [D(-1)], [D(10)]]


@pytest.mark.parametrize("closed", [True, False])
def test_a_day_among_the_names_behind_the_units_is_that_of_a_lot(closed: bool) -> None:
    pencil = page()
    heads = [(-80, "Shares"), (100, "Symbol"), (150, "Security")]
    pencil.row([*heads, *zip(HELD[1:], ("Price", "Value", "Cost Basis"), strict=True)], "B", step=13)
    for symbol, name in (("QZAB", "Quill Harbor Fund"), ("QZBF", "Ember Index Fund")):
        pencil.row([(-80, "30.000"), (100, symbol), (150, name), (-400, "30.00"), (-470, "900.00"), (-540, "620.00")])
        pencil.row([(-80, "10.000"), (150, "01/04/16"), (-400, "30.00"), (-470, "300.00"), (-540, "200.00")])
        pencil.row([(-80, "20.000"), (150, "08/11/17"), (-400, "30.00"), (-470, "600.00"), (-540, "420.00")])
        if closed:
            pencil.row([(-80, "30.000"), (150, "Total"), (-470, "900.00"), (-540, "620.00")])
    total(pencil, "$1,800.00")
    account = only(pencil)
    assert [line.symbol for line in account.positions] == ["QZAB", "QZBF"]
    assert bought(account) == [[D("10.000"), D("20.000")]] * 2
    assert account.status == "proven"


def test_the_day_of_expiry_on_the_line_of_the_figures_is_no_day_of_a_purchase() -> None:
    pencil = page()
    held(pencil, ("Quill Air Inc (QZAB)", "100.0000", "20.00", "2,000.00", "1,500.00"))
    for name, day in (("QZAB CALL $39 EXP", "06/18/2026"), ("QZBF CALL $15 EXP", "02/21/2027")):
        pencil.row([(40, name)], step=9)
        pencil.row([(40, day), *zip(HELD, ("1.0000", "5.00", "500.00", "400.00"), strict=True)])
    total(pencil, "$3,000.00")
    account = only(pencil)
    assert [line.description for line in account.positions[1:]] == [
        "QZAB CALL $39 EXP 06/18/2026",
        "QZBF CALL $15 EXP 02/21/2027",
    ]
    assert bought(account) == [[], [], []]


def test_a_symbol_behind_a_name_over_lots_tells_the_next_security() -> None:
    pencil = page()
    heads = [(40, "Security"), (230, "Acquired"), *HEADS[1:]]
    pencil.row(heads, "B", step=13)
    stops = (230, *HELD)
    whole = ("03/22/2015", "10", "20.00", "200.00", "150.00")
    pencil.row([(40, "Quill Dividend ETF (QZAB)"), *zip(stops, whole, strict=True)], step=12)
    pencil.row([(40, "Ember Bond ETF (QZBF) *")], step=12)
    for lot in (
        ("04/24/2020", "4", "10.00", "40.00", "30.00"),
        ("06/25/2023", "6", "10.00", "60.00", "50.00"),
    ):
        pencil.row(list(zip(stops, lot, strict=True)), step=12)
    pencil.row([(40, "Position Total"), *zip(HELD, ("10", "10.00", "100.00", "80.00"), strict=True)], step=12)
    total(pencil, "$300.00")
    account = only(pencil)
    assert [line.symbol for line in account.positions] == ["QZAB", "QZBF"]
    assert bought(account) == [[D(10)], [D(4), D(6)]]
    assert account.status == "proven"


def test_lots_of_as_many_units_at_the_same_cost_under_another_name_are_those_of_no_position() -> None:
    pencil = page()
    held(pencil, *FUNDS)
    total(pencil, "$1,300.00")
    lots(pencil, *LOTS_OF_FUNDS[:2], ("Tarn Fund", *LOTS_OF_FUNDS[2][1:]))
    account = only(pencil)
    assert account.status != "proven"
