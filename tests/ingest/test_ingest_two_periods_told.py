"""Two blocks of units, price and value side by side: which is held is told by days, by words, or not at all."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

OLD = (("100.000", "11.00", "$1,100.00"), ("40.000", "10.00", "$400.00"))
NEW = (("100.000", "12.00", "$1,200.00"), ("40.000", "10.50", "$420.00"))
NAMES = ("Quill Harbor Fund", "Ember Bond Fund")
LEFT, RIGHT = (-250, -320, -400), (-480, -550, -640)


def read(over_left: str, over_right: str, new_on_right: bool = True) -> StatementAccount:
    pencil = Pencil(landscape=True)
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    pencil.y += 20
    pencil.row([(300, over_left), (540, over_right)], step=9)
    pencil.row([(40, "Fund"), *zip((*LEFT, *RIGHT), ("Units", "Price", "Value") * 2, strict=True)])
    for name, old, new in zip(NAMES, OLD, NEW, strict=True):
        blocks = (*old, *new) if new_on_right else (*new, *old)
        pencil.row([(40, name), *zip((*LEFT, *RIGHT), blocks, strict=True)])
    sums = ("$1,500.00", "$1,620.00") if new_on_right else ("$1,620.00", "$1,500.00")
    pencil.row([(40, "Total"), (-400, sums[0]), (-640, sums[1])])
    (account,) = read_here("periods.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize(
    ("left", "right", "new_on_right"),
    [
        ("Year ago", "Now", True),
        ("Now", "Year ago", False),
        ("Then", "Now", True),
        ("Q4 2025", "Q1 2026", True),
        ("Q1 2026", "Q4 2025", False),
        ("Today", "At the start", False),
    ],
)
def test_the_later_of_two_periods_is_told_by_words_and_quarters(left: str, right: str, new_on_right: bool) -> None:
    account = read(left, right, new_on_right)
    assert [line.market_value for line in account.positions] == [D("1200.00"), D("420.00")]
    assert account.status == "proven"


@pytest.mark.parametrize(
    ("left", "right", "new_on_right"), [("At purchase", "Now", True), ("Market", "Acquisition", False)]
)
def test_what_stood_at_purchase_is_the_cost(left: str, right: str, new_on_right: bool) -> None:
    account = read(left, right, new_on_right)
    assert [line.market_value for line in account.positions] == [D("1200.00"), D("420.00")]
    assert [line.cost_basis for line in account.positions] == [D("1100.00"), D("400.00")]


def test_where_nothing_tells_which_is_later_nothing_is_proven() -> None:
    account = read("", "")
    assert [line.market_value for line in account.positions] == [D("1200.00"), D("420.00")]
    assert account.status == "unproven"
    assert any("two periods" in check.where for check in account.checks)
