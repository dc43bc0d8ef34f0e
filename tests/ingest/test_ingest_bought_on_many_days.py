"""Costs of what was bought on many days, `Various`, in a section of lots by name: they are of the security named."""

from decimal import Decimal as D

import pytest

from core.ingest.lots.stray_lots import told_strays
from core.ingest.nouns.events import Cell, Record, Trouble, Where
from core.ingest.nouns.head import TableKind
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HELD = (40, 90, -330, -400, -470)
LOTS = (48, -200, -270, -350, -430, -500)
HEADS = ("Date acquired", "Quantity", "Cost per share", "Total cost", "Market value", "Gain/loss")
NAME = "QZABX Quill Total Stock Market Index Fund"


def held(pencil: Pencil, number: str, units: str) -> None:
    """The holdings of an account: a fund of so many units at ten dollars, and 30 shares."""
    pencil.page()
    pencil.row([(40, "Alder Moor"), (300, "June 30, 2026")], step=20)
    pencil.row([(40, "Roth IRA brokerage account"), (-500, f"Account number: {number}")], step=24)
    pencil.row(list(zip(HELD, ("Symbol", "Name", "Quantity", "Price", "Value"), strict=True)))
    worth = f"{D(units) * 10:,.2f}"
    pencil.row(list(zip(HELD, ("QZABX", "Quill Total Stock Market Index Fund", units, "10.00", worth), strict=True)))
    pencil.row(list(zip(HELD, ("QZBF", "Ember Larch Corp", "30.0000", "5.00", "150.00"), strict=True)))
    pencil.row([(40, "Total account value"), (-470, f"${D(units) * 10 + 150:,.2f}")])


def bought(pencil: Pencil, number: str, units: str, cost: str, day: str, name: str) -> None:
    """The lots on a page of their own: the fund, bought on many days, stands first under the heads."""
    pencil.page()
    pencil.row([(40, "Alder Moor"), (300, "June 30, 2026")], step=20)
    pencil.row([(40, "Roth IRA brokerage account"), (-500, f"Account number: {number}")], step=24)
    pencil.row(list(zip((40, *LOTS[1:]), HEADS, strict=True)), step=10)
    pencil.row([(40, name), (-540, "Average cost")], step=10)
    each, worth = D(cost) / D(units), D(units) * 10
    figures = (day, units, f"{each:.2f}", cost, f"{worth:.2f}", f"{worth - D(cost):.2f}")
    pencil.row(list(zip(LOTS, figures, strict=True)), step=18)
    pencil.row([(40, "QZBF Ember Larch Corp"), (-540, "FIFO")], step=10)
    pencil.row(list(zip(LOTS, ("03/02/2020", "10.0000", "4.00", "40.00", "50.00", "10.00"), strict=True)), step=10)
    pencil.row(list(zip(LOTS, ("04/05/2021", "20.0000", "3.00", "60.00", "100.00", "40.00"), strict=True)), step=10)
    pencil.row([(48, "Total"), (-200, "30.0000"), (-350, "100.00"), (-430, "150.00"), (-500, "50.00")])


@pytest.mark.parametrize("day", ["Various", "VARIOUS DATES", "Multiple", "N/A", "-", ""])
@pytest.mark.parametrize("name", [NAME, "Quill Total Stock Market Index Fund (QZABX)"])
def test_each_account_has_the_cost_of_its_own(day: str, name: str) -> None:
    pencil = Pencil(size=7)
    for number, units, cost in (("44718820", "80.0000", "640.00"), ("44719931", "120.0000", "900.00")):
        held(pencil, number, units)
        bought(pencil, number, units, cost, day, name)
    found = read_here("statement.pdf", pencil.drawn().data).accounts
    told = [[(line.symbol, line.cost_basis, len(line.lots)) for line in one.positions] for one in found]
    assert told == [
        [("QZABX", D("640.00"), 0), ("QZBF", D("100.00"), 2)],
        [("QZABX", D("900.00"), 0), ("QZBF", D("100.00"), 2)],
    ]
    assert [(one.number, one.status) for one in found] == [("…8820", "proven"), ("…9931", "proven")]


def event(kind: TableKind, **cells: str) -> Record:
    return Record(kind, {role: Cell(text) for role, text in cells.items()}, Where(1, None, None))


def test_lots_behind_what_was_done_are_told_and_sums_of_all_are_none() -> None:
    held = event("holdings", description="Quill Harbor Corp", quantity="10")
    own = event("lots", acquired="03/02/2020", quantity="10", cost="40.00")
    done = event("activity", date="06/02/2026", description="Dividend", amount="5.00")
    stray = event("lots", acquired="04/05/2021", quantity="20", cost="60.00")
    named = event("lots", symbol="QZBF", acquired="04/05/2021", quantity="20", cost="60.00")
    of_all = event("lots", description="All holdings with a cost basis", cost="100.00")
    found = told_strays([held, own, of_all, done, stray, named])
    assert found[:3] == [held, own, done] and found[4:] == [named]
    assert isinstance(found[3], Trouble) and found[3].unread
