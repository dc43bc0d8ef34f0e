"""A head that names the security and, behind a stroke, the day of its lots: `Holding / lot acquired`."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.heads.stacked import stacked_roles
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (40, -290, -350, -420, -490, -560)
HEADS = ("Holding / lot acquired", "Security | Purchased", "Investment / tax lot date", "Holding / Date",
         "Security and purchase date", "Holding / acquired / term")  # fmt: skip
ROWS = (
    ("Osier Mills Corp (OSMQ)", "30.000", "$10.00", "$300.00", "$240.00", "$60.00"),
    ("   Aug 3, 2018", "10.000", "", "$100.00", "$90.00", "$10.00"),
    ("   Oct 17, 2024 (short-term)", "20.000", "", "$200.00", "$150.00", "$50.00"),
    ("Teasel Harbor Total Market", "5.500", "$20.00", "$110.00", "$121.00", "-$11.00"),
    ("Index ETF (THTM)",),
    ("   May 21, 2021", "5.500", "", "$110.00", "$121.00", "-$11.00"),
    ("Total stocks", "", "", "$410.00", "$361.00", "$49.00"),
    ("Cash in the settlement fund", "", "", "$12.00"),
    ("Total account value", "", "", "$422.00"),
)


def account(head: str) -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Statement as of September 30, 2026")], step=20)
    pencil.row([(40, "Individual account"), (-560, "Account AL446012")], "B", step=14)
    pencil.row([(40, "Account owner: Maren Quill")], step=24)
    for cells in ((head, "Shares", "Price", "Value", "Cost basis", "Gain or loss"), ("Stocks",), *ROWS):
        placed = [(at, text) for at, text in zip(PLACES, cells, strict=False) if text]
        pencil.row([(at + 8 if text[0] == " " else at, text.strip()) for at, text in placed], size=8, step=11)
    (read,) = read_here("lots.pdf", pencil.drawn().data).accounts
    return read


@pytest.mark.parametrize("head", HEADS)
def test_days_under_a_name_are_lots_of_it(head: str) -> None:
    read = account(head)
    assert read.status == "proven" and read.cash == D(12)
    first, second = (line for line in read.positions if line.asset_type != "cash")
    assert (first.symbol, first.quantity, first.market_value, first.cost_basis) == ("OSMQ", D(30), D(300), D(240))
    assert [(str(lot.acquired), lot.quantity, lot.cost_basis) for lot in first.lots] == [
        ("2018-08-03", D(10), D(90)),
        ("2024-10-17", D(20), D(150)),
    ]
    assert (second.symbol, len(second.lots)) == ("THTM", 1)


def test_a_stroke_within_a_label_parts_nothing() -> None:
    assert stacked_roles("Gain/Loss", ["Gain/Loss"]) == ("gain", None)
    assert stacked_roles("Date Acquired", ["Date Acquired"]) == ("acquired", None)
