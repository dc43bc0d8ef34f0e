"""A column of symbols that says of bonds how they are rated, over lines that say when they fall due."""

from decimal import Decimal as D

import pytest

from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-290, -350, -420, -490)


def line(pencil: Pencil, name: str, symbol: str, *figures: str, step: float = 9) -> None:
    placed = [(stop, figure) for stop, figure in zip(STOPS, figures, strict=False) if figure]
    pencil.row([(40, name), *([(220, symbol)] if symbol else []), *placed], step=step)


@pytest.mark.parametrize("rating", ["NR", "Aaa/AA+", "A3/A-", "NR/NR"])
def test_neither_a_rating_nor_a_word_for_the_day_it_falls_due_is_the_symbol_of_a_bond(rating: str) -> None:
    pencil = Pencil(size=7)
    pencil.page()
    pencil.row([(40, "ACCOUNT NUMBER: 4417-8306"), (400, "September 1, 2026 - September 30, 2026")], step=20)
    pencil.row([(40, "Security"), (220, "Symbol/"), (-350, "Current Price/"), (-420, "Unit Cost/")], step=9)
    pencil.row([(220, "Rating"), (-290, "Quantity"), (-350, "Current Value"), (-420, "Cost Basis")], step=16)
    line(pencil, "QUILL HARBOR CORP", "QZAB", "10", "50.0000", "40.0000")
    line(pencil, "", "Cash", "", "500.00", "400.00", step=18)
    line(pencil, "EMBER BANK CERTIFICATE OF DEPOSIT", rating, "10,000", "96.000", "97.0000")
    line(pencil, "DUE 05/15/2034 CPN 4.375%", "Cash", "", "9,600.00", "9,700.00", step=18)
    pencil.row([(40, "Total Portfolio Value"), (-350, "$10,100.00")], "B")
    (account,) = read_here("rated.pdf", pencil.drawn().data).accounts
    read = [(row.symbol, row.quantity, row.market_value, row.cost_basis) for row in account.positions]
    assert read == [("QZAB", D(10), D("500.00"), D("400.00")), (None, D(10000), D("9600.00"), D("9700.00"))]
