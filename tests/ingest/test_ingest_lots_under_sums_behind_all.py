"""Lots of several accounts behind all their holdings, each security with its sum and its value over its lots."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HELD = (220, -370, -430, -500, -570)
BOUGHT = (230, -340, -400, -470, -540)
HOLDINGS = (
    ("Quill Harbor Index Fund", "QZAB", "30.000", "30.00", "900.00", "620.00"),
    ("Ember Corp", "QZBF", "8.000", "50.00", "400.00", "320.00"),
    ("TARN CNTY WTR REV 4.000% DUE 05/15/2041", "3127QZ4A8", "5,000", "98.000", "4,900.00", "4,800.00"),
)
LOTS = (
    (("01/04/2016", "10.000", "20.00", "200.00", "300.00"), ("08/11/2017", "20.000", "21.00", "420.00", "600.00")),
    (("02/03/2019", "4.000", "40.00", "160.00", "200.00"), ("05/06/2021", "4.000", "40.00", "160.00", "200.00")),
    (("07/07/2022", "5,000", "96.00", "4,800.00", "4,900.00"),),
)
ACCOUNTS = (("6120-4471", 1), ("6120-5582", -1))


def row(pencil: Pencil, name: str, stops: tuple[int, ...], figures: tuple[str, ...], style: str = "") -> None:
    named = [(40, name)] if name else []
    placed = [*named, *((stop, text) for stop, text in zip(stops, figures, strict=True) if text)]
    pencil.row(placed, *([style] if style else []), step=12)


def held(pencil: Pencil, number: str, step: int) -> None:
    pencil.row([(40, f"Account number: {number}"), (350, "As of March 31, 2026")], step=24)
    row(pencil, "Security", HELD, ("Ticker / CUSIP", "Quantity", "Price", "Value", "Cost basis"), "B")
    for name, *figures in HOLDINGS[::step]:
        row(pencil, name, HELD, tuple(figures))
    row(pencil, "Total account value", HELD, ("", "", "", "$6,200.00", "$5,740.00"), "B")


def lots(pencil: Pencil, number: str, step: int, turn: bool, units: str) -> None:
    pencil.row([(40, "Open tax lots")], "B", step=16)
    pencil.row([(40, f"Account number: {number}")], step=24)
    heads(pencil)
    for (name, symbol, quantity, _, value, cost), bought in list(zip(HOLDINGS, LOTS, strict=True))[::step]:
        named = units if units and symbol == "QZBF" else quantity
        row(pencil, f"{name} ({symbol})", BOUGHT, ("", named, "", cost, value))
        if turn and symbol == "QZBF":
            pencil.page()
            heads(pencil)
        for lot in bought:
            row(pencil, "", BOUGHT, lot)
    row(pencil, "Total", BOUGHT, ("", "", "", "$5,740.00", "$6,200.00"), "B")


def heads(pencil: Pencil) -> None:
    row(pencil, "Security", BOUGHT, ("Open date", "Units", "Unit cost", "Cost basis", "Value"), "B")


def report(turn: bool = False, units: str = "") -> tuple[StatementAccount, ...]:
    pencil = Pencil(size=8)
    for number, step in ACCOUNTS:
        pencil.page()
        held(pencil, number, step)
    for number, step in ACCOUNTS:
        pencil.page()
        lots(pencil, number, step, turn, units)
    return tuple(read_here("report.pdf", pencil.drawn().data).accounts)


def check(accounts: tuple[StatementAccount, ...]) -> None:
    for account, (_, step) in zip(accounts, ACCOUNTS, strict=True):
        positions = account.positions[::step]
        assert [(one.symbol or one.cusip, one.quantity, one.cost_basis) for one in positions] == [
            ("QZAB", D("30.000"), D("620.00")),
            ("QZBF", D("8.000"), D("320.00")),
            ("3127QZ4A8", D("5000"), D("4800.00")),
        ]
        assert [[lot.quantity for lot in one.lots] for one in positions] == [
            [D("10.000"), D("20.000")],
            [D("4.000"), D("4.000")],
            [D("5000")],
        ]
        assert account.status == "proven"


def test_each_account_has_its_own_lots() -> None:
    check(report())


def test_a_page_turns_between_a_sum_and_its_lots() -> None:
    check(report(turn=True))


def test_lots_that_are_not_their_sum_prove_nothing() -> None:
    assert all(account.status != "proven" for account in report(units="9.000"))
