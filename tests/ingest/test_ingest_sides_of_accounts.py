"""Headings that name a side of an account: its principal and its income, what is held long and what is sold short."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (40, -300, -400, -500)


def read(*rows: tuple[str, ...]) -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Tern Trust Company"), (330, "Account number: 7719-4402")])
    pencil.y += 20
    for row in (("Description", "Quantity", "Price", "Market value"), *rows):
        pencil.row(list(zip(PLACES, row, strict=False)))
    (account,) = read_here("sides.pdf", pencil.drawn().data).accounts
    return account


def test_cash_of_principal_and_of_income_is_the_cash_of_a_trust() -> None:
    account = read(
        ("Principal portfolio",),
        ("Quill Harbor Fund", "100.000", "12.00", "1,200.00"),
        ("Principal cash", "", "", "100.00"),
        ("Income portfolio",),
        ("Ember Bond Fund", "40.000", "10.50", "420.00"),
        ("Income cash", "", "", "50.00"),
        ("Total", "", "", "1,770.00"),
    )
    assert (account.status, account.cash) == ("proven", D("150.00"))
    assert [line.description for line in account.positions] == [
        "Quill Harbor Fund", "Principal cash", "Ember Bond Fund", "Income cash",
    ]  # fmt: skip


def test_what_stands_under_short_positions_is_owed() -> None:
    account = read(
        ("Long positions",),
        ("Quill Harbor Fund", "100.000", "12.00", "1,200.00"),
        ("Short positions",),
        ("Ember Rail Corp", "40.000", "10.50", "420.00"),
        ("Cash", "", "", "1,000.00"),
        ("Total account value", "", "", "1,780.00"),
    )
    assert account.status == "proven"
    assert [(line.quantity, line.market_value) for line in account.positions[:2]] == [
        (D("100.000"), D("1200.00")),
        (D("-40.000"), D("-420.00")),
    ]


@pytest.mark.parametrize("name", ["Income", "Principal", "Quill Income Portfolio", "Short Duration Income"])
def test_other_words_of_that_kind_are_no_headings(name: str) -> None:
    assert not is_section_heading(name)
