"""Lots whose cost stands on their second line or in words, and lots told in words, a line to each."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-330, -400, -470, -550)
PAID = [(D("1240.00"), D("40")), (D("1380.00"), D("20"))]


def row(pencil: Pencil, name: str, *figures: str) -> None:
    placed = [(stop, figure) for stop, figure in zip(STOPS, figures, strict=False) if figure]
    pencil.row([*([(44, name)] if name else []), *placed], step=10)


def begun(*heads: tuple[str, ...]) -> Pencil:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(44, "Account Number: 6120-4471"), (400, "August 1, 2026 - August 31, 2026")], step=14)
    pencil.row([(44, "Account owner: INES CALLOWAY")], step=24)
    for head in heads:
        row(pencil, *head)
    return pencil


def of_one_line() -> Pencil:
    return begun(("Security", "Quantity", "Price", "Market Value", "Total Cost"))


def account(pencil: Pencil, total: str = "$3,600.00") -> StatementAccount:
    pencil.row([(44, "Total Account Value"), (-470, total)], step=10)
    (one,) = read_here("lots.pdf", pencil.drawn().data).accounts
    return one


def two_lined(cost: str) -> StatementAccount:
    pencil = begun(("Security", "Quantity", "Price", "Market Value"), ("", "", "Unit Cost", "Total Cost"))
    for name, units, price, each, value, paid in (
        ("QUILL HARBOR CORP", "60", "60.00", "43.67", "3,600.00", "2,620.00"),
        ("    03/04/2019", "40", "60.00", "31.00", "2,400.00", "1,240.00"),
        ("    07/09/2021", "20", "60.00", "69.00", "1,200.00", cost),
    ):
        row(pencil, name, units, price, value)
        row(pencil, "", "", each, paid)
    return account(pencil)


def paid_in(one: StatementAccount) -> list[tuple[D | None, D | None]]:
    return [(lot.cost_basis, lot.quantity) for lot in one.positions[0].lots]


def test_the_cost_below_the_value_of_each_lot_is_what_was_paid_for_it() -> None:
    one = two_lined("1,380.00")
    assert one.positions[0].cost_basis == D("2620.00")
    assert (one.status, paid_in(one)) == ("proven", PAID)


def test_costs_that_do_not_add_up_to_that_of_the_position_are_told() -> None:
    one = two_lined("1,390.00")
    assert one.status == "explained"
    assert [check.check for check in one.checks if not check.ok] == ["cost basis of lots = position"]


@pytest.mark.parametrize(
    "told",
    [
        ("Purchased Mar 04, 2019: 40.000 shares, cost $1,240.00",
         "Purchased Jul 09, 2021: 20.000 shares, cost $1,380.00"),
        ("40.000 acquired 03/04/2019 at a cost of $1,240.00", "20.000 acquired 07/09/2021 at a cost of $1,380.00"),
        ("03/04/2019   40.000 shares   cost $1,240.00", "07/09/2021   20.000 shares   cost $1,380.00"),
        ("Lot 1: bought on 03/04/2019, 40 units costing $1,240.00",
         "Lot 2: bought on 07/09/2021, 20 units costing $1,380.00"),
    ],
)  # fmt: skip
def test_lots_told_in_words_a_line_to_each_are_lots(told: tuple[str, str]) -> None:
    pencil = of_one_line()
    row(pencil, "QUILL HARBOR CORP", "60.000", "60.00", "3,600.00", "2,620.00")
    for text in told:
        pencil.row([(56, text)], step=10)
    one = account(pencil)
    assert (one.status, one.positions[0].description, paid_in(one)) == ("proven", "QUILL HARBOR CORP", PAID)


def test_a_wrong_figure_in_such_words_is_not_proven() -> None:
    pencil = of_one_line()
    row(pencil, "QUILL HARBOR CORP", "60.000", "60.00", "3,600.00", "2,620.00")
    pencil.row([(56, "40.000 acquired 03/04/2019 at a cost of $1,240.00")], step=10)
    pencil.row([(56, "21.000 acquired 07/09/2021 at a cost of $1,380.00")], step=10)
    one = account(pencil)
    assert one.status != "proven" or one.positions[0].flagged


def test_lots_in_words_that_are_not_understood_are_told() -> None:
    pencil = of_one_line()
    row(pencil, "QUILL HARBOR CORP", "60.000", "60.00", "3,600.00", "2,620.00")
    pencil.row([(56, "Purchased 03/04/2019 in part through a plan, 60.000 in all, $2,620.00 less fees")], step=10)
    assert account(pencil).status != "proven"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Account #: 66120934 529 Plan Account", "…0934"),
        ("Account number 8.114.2277 529 College Savings Plan", "…2277"),
        ("Account No. K7-301772 403(b) Retirement Plan", "…1772"),
        ("Account No. 5512-0418 401K PLAN", "…0418"),
    ],
)
def test_the_digits_of_a_kind_of_plan_are_no_part_of_the_number_before_it(line: str, number: str) -> None:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(44, line), (400, "As of August 31, 2026")], step=24)
    row(pencil, "Fund", "Units", "Price", "Market Value")
    row(pencil, "QUILL INDEX PORTFOLIO", "60.000", "60.00", "3,600.00")
    one = account(pencil)
    assert (one.number, one.status) == (number, "proven")
