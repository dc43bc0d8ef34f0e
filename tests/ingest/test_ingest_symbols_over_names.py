"""Symbols at the edge over names: alone or beside the figures, told from symbols that stand under them."""

import pytest

from tests.ingest.test_ingest_dealt_looks import only, page
from tools.accuracy.drawing import Pencil

HELD = (
    ("QZAB", "Quill Air Inc", "10"),
    ("OSTR", "Osier Tern Fund of the Northern Lands", "20"),
    ("HLW", "Hollow Co", "5"),
)
LEADING = 15.0


def sheet() -> Pencil:
    pencil = page()
    pencil.row([(40, "Security"), (-330, "Units"), (-400, "Price"), (-480, "Value")], "B", step=13)
    return pencil


def figures(units: str) -> list[tuple[float, str]]:
    return [(-330, units), (-400, "10.00"), (-480, f"{units}0.00")]


def read_symbols(pencil: Pencil) -> list[tuple[str | None, str]]:
    pencil.row([(40, "Total Account Value"), (-480, "350.00")], "B")
    account = only(pencil)
    assert account.status == "proven"
    return [(line.symbol, line.description) for line in account.positions]


@pytest.mark.parametrize("beside_symbol", [True, False])
@pytest.mark.parametrize("heading", ["", "Equities"])
def test_symbols_over_names_are_theirs(beside_symbol: bool, heading: str) -> None:
    pencil = sheet()
    if heading:
        pencil.row([(40, heading)], "B", step=13)
    for symbol, name, units in HELD:
        pencil.row([(40, symbol), *(figures(units) if beside_symbol else [])], step=LEADING)
        pencil.row([(40, name), *([] if beside_symbol else figures(units))], step=LEADING)
    assert read_symbols(pencil) == [(symbol, name) for symbol, name, _ in HELD]


def test_symbols_under_names_stay_theirs() -> None:
    pencil = sheet()
    for symbol, name, units in HELD:
        pencil.row([(40, name), *figures(units)], step=LEADING)
        pencil.row([(40, symbol)], step=LEADING)
    assert read_symbols(pencil) == [(symbol, name) for symbol, name, _ in HELD]


def test_a_symbol_over_a_name_and_its_lots() -> None:
    pencil = page()
    heads = [(40, "Security"), (-260, "Acquired"), (-330, "Units"), (-400, "Price"), (-480, "Value")]
    pencil.row(heads, "B", step=13)
    for symbol, name, units in HELD:
        pencil.row([(40, symbol)])
        pencil.row([(40, name)])
        half = f"{int(units) / 2:g}"
        for day in ("03/02/2021", "05/06/2022"):
            pencil.row([(-260, day), (-330, half), (-400, "10.00"), (-480, f"{float(half) * 10:.2f}")])
        pencil.row([(40, "Total"), *figures(units)])
    pencil.row([(40, "Total Account Value"), (-480, "350.00")], "B")
    account = only(pencil)
    assert [(line.symbol, line.description) for line in account.positions] == [held[:2] for held in HELD]
    assert [len(line.lots) for line in account.positions] == [2, 2, 2]


def test_symbols_under_names_stay_theirs_over_ends_of_names_and_sums_carried_forward() -> None:
    pencil = sheet()
    for symbol, name, units in HELD:
        pencil.row([(40, name), *figures(units)], step=LEADING)
        if symbol == HELD[1][0]:
            pencil.row([(40, "FUND")], step=LEADING)
        pencil.row([(40, symbol)], step=LEADING)
    pencil.row([(40, "Carried forward"), (-480, "350.00")], step=LEADING)
    assert [symbol for symbol, _ in read_symbols(pencil)] == [symbol for symbol, _, _ in HELD]
