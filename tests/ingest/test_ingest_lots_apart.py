"""A table of lots behind the holdings, with the symbol on each line; cash and total as labels with dollars."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-250, -330, -420)
LOT_STOPS = (-250, -330, -420, -500)


def statement(lots: list[tuple[str, str, str, str, str]]) -> StatementAccount:
    """Two holdings, cash and total under their units, then the lots as given: symbol, day, units, cost, value."""
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Account number 4745-8176"), (350, "As of June 30, 2026")], step=24)
    row(pencil, "Security", ("Units", "Price", "Total Value"), STOPS)
    row(pencil, "QUILL HARBOR CORP (QZAB)", ("30.000", "30.00", "900.00"), STOPS)
    row(pencil, "EMBER PLC (QZBF)", ("5.000", "50.00", "250.00"), STOPS)
    row(pencil, "Cash Balance", ("$26.12",), STOPS)
    row(pencil, "Net Account Value", ("$1,176.12",), STOPS)
    pencil.row([(40, "Tax Lot Detail")], "B", size=12, step=18)
    pencil.row(
        [(40, "Symbol"), (110, "Acquired"), *zip(LOT_STOPS, ("Quantity", "Cost", "Market Value", "Term"), strict=True)]
    )
    for symbol, day, units, cost, value in lots:
        pencil.row([(40, symbol), (110, day), *zip(LOT_STOPS, (units, cost, value, "Long"), strict=True)])
    (account,) = read_here("statement.pdf", pencil.drawn().data).accounts
    return account


def row(pencil: Pencil, name: str, figures: tuple[str, ...], stops: tuple[int, ...]) -> None:
    pencil.row([(40, name), *zip(stops, figures, strict=False)])


LOTS = [
    ("QZAB", "01/04/2016", "10.000", "200.00", "300.00"),
    ("QZAB", "08/11/2017", "20.000", "420.00", "600.00"),
    ("QZBF", "09/12/2020", "5.000", "200.00", "250.00"),
]


def test_lots_apart_go_to_their_positions() -> None:
    account = statement(LOTS)
    assert [
        (held.symbol, held.quantity, held.cost_basis, len(held.lots)) for held in account.positions if held.symbol
    ] == [
        ("QZAB", D("30.000"), D("620.00"), 2),
        ("QZBF", D("5.000"), D("200.00"), 1),
    ]
    assert (account.cash, account.stated_total, account.status) == (D("26.12"), D("1176.12"), "proven")


def test_lots_apart_may_repeat_the_name_of_their_position() -> None:
    names = {"QZAB": "QUILL HARBOR CORP", "QZBF": "EMBER PLC"}
    account = statement([(names[symbol], *rest) for symbol, *rest in LOTS])
    assert [len(held.lots) for held in account.positions if held.symbol] == [2, 1]
    assert account.status == "proven"


def test_a_lot_apart_of_something_that_is_not_held_is_told() -> None:
    account = statement([*LOTS, ("QZZZ", "09/12/2020", "5.000", "200.00", "250.00")])
    assert [len(held.lots) for held in account.positions if held.symbol] == [2, 1]
    assert account.status != "proven"


def test_lots_apart_that_miss_units_prove_nothing() -> None:
    account = statement([*LOTS[:2], ("QZBF", "09/12/2020", "4.000", "200.00", "200.00")])
    assert account.status != "proven"
    assert [check.where for check in account.checks if not check.ok] == ["QZBF (page 1)"]


def test_lots_apart_that_add_up_to_nothing_prove_nothing() -> None:
    account = statement(
        [("QZAB", "01/04/2016", "11.000", "200.00", "330.00"), ("QZBF", "09/12/2020", "4.000", "2.00", "200.00")]
    )
    assert account.status != "proven"


def test_a_symbol_on_a_line_of_its_own_is_that_of_the_row_above_however_far_that_stands() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Account number 4745-8176"), (350, "As of June 30, 2026")], step=24)
    row(pencil, "Security", ("Units", "Price", "Total Value"), STOPS)
    for name, symbol, *figures in (
        ("QUILL CORP", "QZAB", "3", "30.00", "90.00"),
        ("EMBER PLC", "QZBF", "5", "50.00", "250.00"),
    ):
        pencil.row([(40, name), *zip(STOPS, figures, strict=True)], size=7, step=16)
        pencil.row([(40, f"Symbol: {symbol}")], size=7, step=16)
    row(pencil, "Total account value", ("", "", "$340.00"), STOPS)
    (account,) = read_here("statement.pdf", pencil.drawn().data).accounts
    assert [(held.symbol, held.description) for held in account.positions] == [
        ("QZAB", "QUILL CORP"),
        ("QZBF", "EMBER PLC"),
    ]
