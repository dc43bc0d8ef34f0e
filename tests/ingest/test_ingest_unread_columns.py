"""A column of accrued interest, or of costs, that went to no row: its rows are shown to a person."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.frozen_map import FrozenMap
from core.domain.statement import Statement, StatementAccount
from core.ingest.files.kinds import look_at
from core.ingest.nouns.words import Line
from core.ingest.proof.unread_columns import with_unread_columns
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
    assert doubts(with_unread_columns(statement, pages)) == [{}, {}]
    assert doubts(with_unread_columns(without_interest(statement), pages)) == [{"accrued": "18.75"}, {}]


def test_a_head_that_shares_its_column_tells_nothing() -> None:
    statement, pages = lines_of("Accrued Interest", "Cost Basis")
    assert doubts(with_unread_columns(without_interest(statement), pages)) == [{}, {}]


def test_a_column_ends_with_the_next_head() -> None:
    statement, pages = lines_of("Accrued Interest", again="Annual Income")
    assert doubts(with_unread_columns(without_interest(statement), pages)) == [{}, {}]


def test_a_page_without_such_a_head_is_left_as_it_is() -> None:
    statement, pages = lines_of("Estimated Income")
    assert with_unread_columns(statement, pages) is statement


STOPS = (-300, -370, -460, -540)


def stacked(*heads: str) -> tuple[StatementAccount, Sequence[Sequence[Line]]]:
    """Two rows of two lines each under heads of two lines; the last column tells the first of `heads` over the other.

    What is read is changed to rows without cost and interest that stand where they are printed.
    """
    pencil = Pencil()
    pencil.page()
    pencil.say("ALDER SECURITIES\nINES R CALLOWAY\nAccount Number: 4412-0914\nJune 30, 2026", step=12)
    pencil.row([(-540, heads[0])], "B", step=9)
    names = ("Description", "Quantity", "Price", "Market Value", *heads[1:])
    pencil.row(list(zip((40, *STOPS), names, strict=False)), "B")
    for name, value, upper, lower in (
        ("ALDER WATER BOND 4.125% 08/15/2031", "980.00", "1,005.00", "-25.00"),
        ("QUILL WATER BOND 3.500% 02/15/2030", "970.00", "N/A", "N/A"),
    ):
        pencil.row(list(zip((40, *STOPS), (name, "1,000.00", value[:2], value, upper), strict=True)), step=9)
        pencil.row([(-540, lower)] if len(heads) > 1 else [])
    pencil.row([(40, "Total"), (-460, "1,950.00"), (-540, "1,005.00")], "B")
    data = pencil.drawn().data
    (account,) = read_here("alder.pdf", data).accounts
    bare = tuple(
        replace(line, accrued=None, cost_basis=None, gain=None, doubts=FrozenMap({})) for line in account.positions
    )
    return replace(account, positions=bare), lines_in(look_at("alder.pdf", data, None)).lines


def told(account: StatementAccount, pages: Sequence[Sequence[Line]]) -> list[dict[str, str]]:
    return doubts(with_unread_columns(Statement((account,), (), (), "alder.pdf", 1, "pages"), pages))


def test_a_cost_under_its_head_that_its_row_does_not_have_is_asked_about() -> None:
    assert told(*stacked("Book Value")) == [{"cost_basis": "1,005.00"}, {}]


def test_of_two_heads_in_a_column_each_tells_the_line_as_deep_as_itself() -> None:
    assert told(*stacked("Book Value", "Unreal. G/L")) == [{"cost_basis": "1,005.00"}, {}]
    assert told(*stacked("Market Value", "Accrued Interest"))[0] == {"accrued": "-25.00"}


def test_a_cost_that_was_read_is_not_asked_about() -> None:
    account, pages = stacked("Book Value", "Unreal. G/L")
    read = tuple(replace(line, cost_basis=Decimal(1005)) for line in account.positions)
    assert told(replace(account, positions=read), pages) == [{}, {}]
