"""Annuities listed with a value and its day under a section of their own are held where the total counts them."""

from decimal import Decimal

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def read(section: str, total: str) -> StatementAccount:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Account Number 5511-2233"), (300, "June 30, 2026")], step=24)
    pencil.row([(40, "Single Account - Guided")], step=24)
    pencil.row([(40, "Stocks"), (-300, "Price"), (-360, "Quantity"), (-430, "Value")], "B")
    pencil.row([(40, "Quill Paper Corp"), (-300, "50.00"), (-360, "10"), (-430, "500.00")])
    pencil.row([(46, "Symbol: QZAB Asset Category: Growth")])
    pencil.row([(40, "Total Stocks"), (-430, "$500.00")], step=20)
    pencil.row([(40, "Assets Held Outside Alder Ridge")], "B", step=14)
    pencil.row([(40, section), (-430, "Value"), (-500, "As of")], "B")
    pencil.row([(40, "Hale Life Variable Annuity Contract 23-7240"), (-430, "4,200.50"), (-500, "6/29/26")])
    pencil.row([(40, "Fenwick Life Fixed Annuity Contract 80-7528"), (-430, "1,100.00"), (-500, "6/29/26")])
    pencil.row([(40, f"Total {section}"), (-430, "$5,300.50")], step=20)
    pencil.row([(40, "Total Account Value"), (-430, total)])
    (account,) = read_here("annuities.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize("section", ["Insurance & Annuities", "Annuities"])
def test_annuities_with_the_day_of_their_value_are_positions(section: str) -> None:
    account = read(section, "$5,800.50")
    assert [line.market_value for line in account.positions] == [
        Decimal("500.00"), Decimal("4200.50"), Decimal("1100.00"),
    ]  # fmt: skip
    assert [line.asset_type for line in account.positions[1:]] == ["annuity", "annuity"]
    assert account.status == "proven"
    assert account.registration == "taxable_individual"


def test_a_total_that_leaves_them_out_proves_nothing() -> None:
    assert read("Insurance & Annuities", "$500.00").status != "proven"
