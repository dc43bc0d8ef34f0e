"""Figures on the line of the CUSIP, under the name: each name goes to the figures below it, and to no row above."""

import pytest

from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HELD = (
    ("QUILL HARBOR FUND (QZABX)", "594918104", ("100", "12.00", "1,200.00")),
    ("EMBER BOND FUND (EMBRX)", "037833100", ("40", "10.50", "420.00")),
    ("TERN LADDER FUND (TRNLX)", "023135106", ("20", "9.00", "180.00")),
)


@pytest.mark.parametrize("label", ["CUSIP No: ", "CUSIP: ", "CUSIP "])
def test_a_name_over_a_cusip_and_figures_is_that_of_its_row(label: str) -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    pencil.y += 20
    pencil.row([(40, "Investment Name"), (-340, "Share Quantity"), (-420, "Share Price"), (-500, "Market Value")])
    for name, cusip, figures in HELD:
        pencil.row([(40, name)])
        pencil.row([(40, f"{label}{cusip}"), *zip((-340, -420, -500), figures, strict=True)])
    pencil.row([(40, "Total account value"), (-500, "1,800.00")])
    (account,) = read_here("cusips.pdf", pencil.drawn().data).accounts
    assert account.status == "proven"
    assert [(line.symbol, line.cusip) for line in account.positions] == [
        ("QZABX", "594918104"), ("EMBRX", "037833100"), ("TRNLX", "023135106"),
    ]  # fmt: skip
