"""The lines of one bond on two pages: over its figures, and under them."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = (
    (40, "Holding"), (180, "Trade Date"), (-300, "Face Value"), (-365, "Cost Basis"), (-425, "Price"), (-500, "Value"),
)  # fmt: skip
EDGES = (40, 180, -300, -365, -425, -500)


def page(pencil: Pencil, heading: str = "Fixed Income") -> None:
    pencil.page()
    pencil.row([(40, "Fairbridge Securities")], "B", size=12, step=18)
    pencil.row([(40, "Account number: 4412-7788"), (300, "August 31, 2026")], step=18)
    pencil.row([(40, heading)], "B", step=14)
    pencil.row(HEADS, "B", size=7, step=12)


def row(pencil: Pencil, *cells: str, step: float = 10) -> None:
    pencil.row([(edge, cell) for edge, cell in zip(EDGES, cells, strict=False) if cell], size=7, step=step)


def treasury(pencil: Pencil) -> None:
    row(pencil, "US TREASURY NOTE", "09/12/23", "25,000", "24,100.00", "98.4510", "24,612.75")
    row(pencil, "4.125% 08/15/2033 CUSIP 91282CQZ7")
    row(pencil, "Accrued Interest: 395.69", step=14)


def over(pencil: Pencil) -> None:
    for text in ("US TREASURY NOTE", "RATE 4.125% MATURES 08/15/33", "ACCRUED INTEREST $395.69", "CUSIP 91282CQZ7"):
        row(pencil, text)
    row(pencil, "EAI: $1,031.25", "09/12/23", "25,000", "24,100.00", "98.4510", "24,612.75", step=14)


def only(pencil: Pencil) -> StatementAccount:
    pencil.row([(40, "Total account value"), (-500, "$34,736.15")], "B")
    (account,) = read_here("fairbridge.pdf", pencil.drawn().data).accounts
    return account


def test_the_lines_over_the_figures_wait_for_them_overleaf() -> None:
    pencil = Pencil()
    page(pencil)
    over(pencil)
    row(pencil, "QUILL HARBOR CORP")
    row(pencil, "RATE 4.500% MATURES 05/31/30")
    page(pencil)
    row(pencil, "ACCRUED INTEREST $112.50")
    row(pencil, "CUSIP 74850QAB4")
    row(pencil, "EAI: $450.00", "03/04/21", "10,000", "10,250.00", "101.2340", "10,123.40", step=20)
    account = only(pencil)
    note, bond = account.positions
    assert account.status == "proven" and (note.cusip, note.accrued) == ("91282CQZ7", D("395.69"))
    assert bond.description.startswith("QUILL HARBOR CORP RATE 4.500%")
    assert (bond.cusip, bond.accrued, len(bond.lots)) == ("74850QAB4", D("112.50"), 1)


def test_the_lines_under_the_figures_go_back_to_them() -> None:
    pencil = Pencil()
    page(pencil)
    treasury(pencil)
    row(pencil, "QUILL HARBOR CORP 4.500% 05/31/30", "03/04/21", "10,000", "10,250.00", "101.2340", "10,123.40")
    page(pencil)
    row(pencil, "CALLABLE 03/31/30 AT 100.00000")
    row(pencil, "CUSIP: 74850QAB4")
    row(pencil, "Accrued Interest: 112.50", step=20)
    account = only(pencil)
    _, bond = account.positions
    assert account.status == "proven"
    assert (bond.cusip, bond.accrued) == ("74850QAB4", D("112.50"))


def test_a_bond_that_begins_a_page_gives_nothing_to_the_one_before() -> None:
    pencil = Pencil()
    page(pencil)
    row(pencil, "QUILL HARBOR CORP 4.500% 05/31/30", "03/04/21", "10,000", "10,250.00", "101.2340", "10,123.40")
    row(pencil, "CUSIP: 74850QAB4")
    page(pencil)
    treasury(pencil)
    account = only(pencil)
    bond, note = account.positions
    assert account.status == "proven"
    assert (bond.cusip, bond.accrued) == ("74850QAB4", None)
    assert (note.cusip, note.accrued) == ("91282CQZ7", D("395.69"))


def test_a_name_over_lines_of_interest_stays_whole() -> None:
    pencil = Pencil()
    page(pencil)
    over(pencil)
    for text in ("QUILL HARBOR CORP", "RATE 4.500% MATURES 05/31/30", "ACCRUED INTEREST $112.50", "CUSIP 74850QAB4"):
        row(pencil, text)
    row(pencil, "EAI: $450.00", "03/04/21", "10,000", "10,250.00", "101.2340", "10,123.40", step=20)
    _, bond = only(pencil).positions
    assert bond.description.startswith("QUILL HARBOR CORP") and bond.accrued == D("112.50")


LOTS = (("03/04/21", "300", "9,000.00", "52.40", "15,720.00"), ("05/04/22", "200", "9,100.00", "52.40", "10,480.00"))


@pytest.mark.parametrize("head", [True, False])
@pytest.mark.parametrize("cut", [0, 1, 2])
def test_lots_on_two_pages_stay_with_their_security(head: bool, cut: int) -> None:
    pencil, named = Pencil(), "QUILL HARBOR CORP (QZAB)"
    page(pencil, "Holdings")
    for name, lots in (("TERN BANCORP (TERN)", (("06/04/19", "80", "4,000.00", "61.25", "4,900.00"),)), (named, LOTS)):
        row(pencil, name)
        for place, lot in enumerate(lots):
            if place == cut and name == named:
                if head:
                    page(pencil, "Holdings")
                else:
                    pencil.page()
                    pencil.row([(40, "Fairbridge Securities")], "B", size=12, step=18)
                    pencil.row([(40, "Fairbridge Securities"), (300, "Account number: 4412-7788")], step=18)
            row(pencil, "", *lot, step=10 if len(lots) > 1 else 16)
        units = sum(int(lot[1]) for lot in lots)
        if len(lots) > 1:
            row(pencil, "Security total", "", f"{units}", "18,100.00", "", "26,200.00", step=14)
    pencil.row([(40, "Total account value"), (-500, "$31,100.00")], "B")
    (account,) = read_here("fairbridge.pdf", pencil.drawn().data).accounts
    tern, quill = account.positions
    assert account.status == "proven" and len(tern.lots) == 1
    assert [lot.quantity for lot in quill.lots] == [300, 200]
    assert "QUILL" in quill.description and quill.quantity == 500
