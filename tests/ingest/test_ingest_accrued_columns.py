"""A column of accrued interest that went to no row: the rows beside its figures are shown to a person."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.statement import Statement
from core.ingest.files.kinds import look_at
from core.ingest.nouns.words import Line
from core.ingest.proof.accrued_columns import with_unread_interest
from core.ingest.readers.pages import lines_in
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = ((40, "Description"), (-260, "Quantity"), (-330, "Price"), (-410, "Market Value"))
ROWS = (
    ("ALDER WATER BOND 4.125% 08/15/2031", "980.00", "18.75"),
    ("QUILL WATER BOND 3.500% 02/15/2030", "970.00", "0.00"),
)


def lines_of(interest: str, other: str = "", again: str = "") -> tuple[Statement, list[list[Line]]]:
    pencil = Pencil()
    pencil.page()
    pencil.say("ALDER SECURITIES\nINES R CALLOWAY\nAccount Number: 4412-0914\nJune 30, 2026", step=12)
    if other:
        pencil.row([(-500, other)], "B", step=10)
    pencil.row([*HEADS, (-500, interest)], "B")
    if again:
        pencil.y += 40
        pencil.row([*HEADS, (-500, again)], "B")
    for name, value, told in ROWS:
        pencil.row([(40, name), (-260, "1,000.00"), (-330, value[:2]), (-410, value), (-500, told)])
    pencil.row([(40, "Total"), (-410, "1,950.00"), (-500, "18.75")], "B")
    data = pencil.drawn().data
    return read_here("alder.pdf", data), lines_in(look_at("alder.pdf", data, None)).lines


def without_interest(statement: Statement) -> Statement:
    (account,) = statement.accounts
    bare = tuple(replace(line, accrued=None) for line in account.positions)
    return replace(statement, accounts=(replace(account, positions=bare),))


def doubts(statement: Statement) -> list[dict[str, str]]:
    (account,) = statement.accounts
    return [dict(line.doubts) for line in account.positions]


@pytest.mark.parametrize("head", ["Accrued Interest", "Accr. Int.", "Accrued Income"])
def test_a_figure_under_a_head_that_its_row_does_not_have_is_asked_about(head: str) -> None:
    statement, pages = lines_of(head)
    assert [line.accrued for line in statement.accounts[0].positions] == [Decimal("18.75"), Decimal("0.00")]
    assert doubts(with_unread_interest(statement, pages)) == [{}, {}]
    assert doubts(with_unread_interest(without_interest(statement), pages)) == [{"accrued": "18.75"}, {}]


def test_a_head_that_shares_its_column_tells_nothing() -> None:
    statement, pages = lines_of("Accrued Interest", "Cost Basis")
    assert doubts(with_unread_interest(without_interest(statement), pages)) == [{}, {}]


def test_a_column_ends_with_the_next_head() -> None:
    statement, pages = lines_of("Accrued Interest", again="Annual Income")
    assert doubts(with_unread_interest(without_interest(statement), pages)) == [{}, {}]


def test_a_page_without_such_a_head_is_left_as_it_is() -> None:
    statement, pages = lines_of("Cost Basis")
    assert with_unread_interest(statement, pages) is statement
