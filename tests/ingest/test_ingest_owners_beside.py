"""Owners at the head of a page beside other words: two over the words of how they own, one beside a title."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def read(pencil: Pencil) -> StatementAccount:
    """The one account of a page whose head is drawn, with one fund in it."""
    pencil.y += 20
    pencil.row([(40, "Security"), (-300, "Quantity"), (-360, "Price"), (-430, "Value")], "B")
    pencil.row([(40, "Quill Fund (QZABX)"), (-300, "10"), (-360, "50.00"), (-430, "500.00")])
    pencil.row([(40, "Total account value"), (-430, "500.00")])
    (account,) = read_here("head.pdf", pencil.drawn().data).accounts
    return account


def letterhead() -> Pencil:
    """A page with the name of a firm and the day."""
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "ALDER RIDGE WEALTH"), (350, "June 1, 2026 - June 30, 2026")], step=30)
    return pencil


@pytest.mark.parametrize(
    ("kind", "owner"),
    [
        ("JT TEN WROS", "INES K CALLOWAY & TOBIAS CALLOWAY"),
        ("JTWROS", "INES K CALLOWAY & TOBIAS CALLOWAY"),
        ("12 BIRCH LANE", "INES K CALLOWAY"),
    ],
)
def test_two_people_over_how_they_own(kind: str, owner: str) -> None:
    pencil = letterhead()
    pencil.row([(40, "INES K CALLOWAY"), (330, "Account Number:"), (430, "HQW-763201")], step=11)
    pencil.row([(40, "TOBIAS CALLOWAY"), (330, "Your Advisor:"), (430, "Odile R. Fenwick")], step=11)
    pencil.row([(40, kind), (330, "Telephone:"), (430, "(555) 555-0143")], step=11)
    pencil.row([(40, "HARBOR POINT, ME 04099")])
    assert read(pencil).owner == owner


@pytest.mark.parametrize(
    ("beside", "owner"), [("INES K CALLOWAY", "INES K CALLOWAY"), ("Your Advisor ODILE FENWICK", "")]
)
def test_a_person_beside_the_title_over_the_number(beside: str, owner: str) -> None:
    pencil = letterhead()
    pencil.row([(350, "Growth Plus Account"), (460, beside)], step=8)
    pencil.at(36, "Account Detail", "B", 12)
    pencil.row([(350, "316-014265-042")], step=30)
    assert read(pencil).owner == owner
