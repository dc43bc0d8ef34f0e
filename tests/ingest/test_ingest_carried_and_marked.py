"""What the rows so far are worth, carried to the next page, is no holding; figures may bear a mark in brackets."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.amounts import read_amount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = ((40, "Description"), (-300, "Quantity"), (-400, "Price"), (-500, "Market value"))


def read(foot: str, head: str) -> StatementAccount:
    pencil = Pencil()
    for place, row in enumerate(
        (("Quill Harbor Corp (QZAB)", "100.000", "12.00"), ("Ember Rail (EMBR)", "40.000", "10.50"))
    ):
        pencil.page()
        pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
        pencil.y += 20
        pencil.row(HEADS)
        if place:
            pencil.row([(40, head), (-500, "$1,200.00")])
        worth = "$420.00" if place else "$1,200.00"
        pencil.row([(40, row[0]), (-300, row[1]), (-400, row[2]), (-500, worth)])
        if not place:
            pencil.row([(40, foot), (-500, "$1,200.00")])
    pencil.row([(40, "Total account value"), (-500, "$1,620.00")])
    (account,) = read_here("pages.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        ("Carried forward", "Brought forward"),
        ("Subtotal carried over", "Balance brought over"),
        ("Amount carried forward to next page", "Amount brought forward from previous page"),
    ],
)
def test_what_is_carried_over_a_page_is_no_holding(foot: str, head: str) -> None:
    account = read(foot, head)
    assert [line.market_value for line in account.positions] == [D("1200.00"), D("420.00")]
    assert account.status == "proven"


@pytest.mark.parametrize(
    ("text", "value"), [("10.50(a)", "10.50"), ("1,200.00(1)", "1200.00"), ("(1,200.00)(2)", "-1200.00")]
)
def test_a_mark_in_brackets_behind_a_figure_is_none_of_it(text: str, value: str) -> None:
    found = read_amount(text)
    assert found is not None and found.value == D(value)


@pytest.mark.parametrize("text", ["401(k)", "403(b)", "10(a)", "(12.00"])
def test_names_of_plans_and_broken_brackets_are_no_amounts(text: str) -> None:
    assert read_amount(text) is None
