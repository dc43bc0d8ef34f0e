"""Interest accrued alone on a line goes to the bond above it, whatever stands between; kinds of accounts in a bar."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-330, -400, -470, -550)


def row(pencil: Pencil, name: str, *figures: str) -> None:
    placed = [(stop, figure) for stop, figure in zip(STOPS, figures, strict=False) if figure]
    pencil.row([*([(44, name)] if name else []), *placed], step=10)


def begun(bar: str = "Account Number: 6120-4471") -> Pencil:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(44, bar)], step=14)
    pencil.row([(44, "As of August 31, 2026")], step=14)
    pencil.row([(44, "Account owner: INES CALLOWAY")], step=24)
    pencil.row([(44, "Corporate Bonds")], "B", step=12)
    row(pencil, "Security", "Quantity", "Price", "Market Value", "Total Cost")
    return pencil


def account(pencil: Pencil) -> StatementAccount:
    row(pencil, "Total Account Value", "", "", "$9,900.00")
    (one,) = read_here("interest.pdf", pencil.drawn().data).accounts
    return one


@pytest.mark.parametrize(
    "aside", ["Rating: A1/A+", "Callable 06/01/2031 @ 100.000", "Int paid semi-annually Jun 01, Dec 01"]
)
@pytest.mark.parametrize("gap", [False, True])
def test_interest_below_a_gap_is_that_of_the_bond_above_it(gap: bool, aside: str) -> None:
    pencil = begun()
    for name, cusip, figures, told in (
        ("QUILL POWER SR NT 4.250% DUE 05/15/2035", "38141GAB7", ("4,000", "99.00", "3,960.00", ""), "14.58"),
        ("EMBER RAIL NOTES 2.250% DUE 12/15/2031", "46428RAC0", ("6,000", "99.00", "5,940.00", "5,900.00"), "790.63"),
    ):
        row(pencil, name)
        row(pencil, cusip, *figures)
        pencil.y += 10 if gap else 0
        row(pencil, f"  {aside}")
        row(pencil, f"  Accrued interest {told}")
    one = account(pencil)
    assert [line.accrued for line in one.positions] == [D("14.58"), D("790.63")]
    assert one.status == "proven"


def test_interest_below_the_sum_of_its_lots_is_that_of_the_bond() -> None:
    pencil = begun()
    for name, lots, total, told in (
        ("QUILL POWER SR NT 4.250% DUE 05/15/2035", [("3,000", "99.00", "2,970.00", "2,900.00"),
         ("1,000", "99.00", "990.00", "980.00")], ("4,000", "99.00", "3,960.00", "3,880.00"), "14.58"),
        ("EMBER RAIL NOTES 2.250% DUE 12/15/2031", [("5,000", "99.00", "4,950.00", "4,900.00"),
         ("1,000", "99.00", "990.00", "980.00")], ("6,000", "99.00", "5,940.00", "5,880.00"), "790.63"),
    ):  # fmt: skip
        row(pencil, name)
        for day, lot in zip(("  03/04/2019", "  07/09/2021"), lots, strict=True):
            row(pencil, day, *lot)
        row(pencil, "Security Total", *total)
        row(pencil, f"  Accrued interest ${told}")
    one = account(pencil)
    assert [line.description[:5] for line in one.positions] == ["QUILL", "EMBER"]
    assert [line.accrued for line in one.positions] == [D("14.58"), D("790.63")]


@pytest.mark.parametrize("stroke", ["|", "·"])
@pytest.mark.parametrize(
    ("kind", "registration"),
    [
        ("SIMPLE IRA", "simple_ira"),
        ("Inherited IRA", "inherited_ira"),
        ("Joint Tenants with Rights of Survivorship", "taxable_joint"),
    ],
)
def test_the_kind_of_an_account_may_be_a_part_of_a_bar_of_facts(stroke: str, kind: str, registration: str) -> None:
    pencil = begun(
        f"Account Number: 6120-4471 {stroke} {kind} {stroke} For the period August 1, 2026 - August 31, 2026"
    )
    row(pencil, "QUILL POWER SR NT 4.250% DUE 05/15/2035", "10,000", "99.00", "9,900.00", "9,800.00")
    one = account(pencil)
    assert (one.number, one.registration, one.status) == ("…4471", registration, "proven")
