"""A paper is made for one and lists several owners: whose an account is that names nobody is told as unsure."""

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.owners.parties import others_than
from core.ingest.owners.whose import facts_in_doubt
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = (("Holding", 40), ("Units", -300), ("Price", -370), ("Market Value", -470))
OWNERS = (
    ("Odalys Fenwick", "Individual", "125.00"),
    ("Fenwick Tarn Holdings, LLC", "Limited Liability Company", "50.00"),
    ("Fenwick Exempt Trust", "Irrevocable Trust", "25.00"),
)


def table(pencil: Pencil, number: str, units: str, total: str) -> None:
    pencil.row([(40, f"Custody account · Account ending {number} · as of June 30, 2026")], step=14)
    rows = (("Harbor Quill Holdings Inc", units, "12.50", total), ("Account total", "", "", total))
    for cells in (tuple(head for head, _ in HEADS), *rows):
        pencil.row([(at, text) for (_, at), text in zip(HEADS, cells, strict=True) if text], step=12)
    pencil.y += 14


def report(listed: bool, over: tuple[str, str, str] = ("", "", "")) -> Statement:
    """Three accounts on pages of their own, `over` each a line on its page; prepared for the first owner."""
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Prepared for Odalys Fenwick")], step=24)
    if listed:
        pencil.row([(40, "Entity"), (220, "Type"), (-470, "Total")], step=12)
        for name, kind, worth in OWNERS:
            pencil.row([(40, name), (220, kind), (-470, worth)], step=12)
    for line, number, units, total in zip(
        over, ("5511", "5512", "5513"), ("10", "4", "2"), ("125.00", "50.00", "25.00"), strict=True
    ):
        pencil.page()
        pencil.row([(40, line)], "B", step=64)
        table(pencil, number, units, total)
    return read_here("family.pdf", pencil.drawn().data)


def account(statement: Statement, number: str) -> StatementAccount:
    return next(one for one in statement.accounts if one.number.endswith(number))


def test_an_account_given_to_whom_the_paper_is_for_may_be_that_of_others_in_its_list() -> None:
    for one in report(listed=True).accounts:
        assert one.owner == "Odalys Fenwick" and "owner" in facts_in_doubt(one)
        assert one.doubts["owner"] == "Fenwick Tarn Holdings, LLC or Fenwick Exempt Trust"


def test_a_company_of_the_same_name_on_a_line_of_its_own_may_own_it() -> None:
    read = report(listed=False, over=("", "Fenwick Tarn Holdings, LLC", ""))
    assert all("owner" in facts_in_doubt(one) for one in read.accounts)


def test_where_nobody_else_is_named_nothing_is_unsure() -> None:
    read = report(listed=False)
    assert [one.owner for one in read.accounts] == ["Odalys Fenwick"] * 3
    assert not any("owner" in facts_in_doubt(one) for one in read.accounts)


def test_the_name_of_a_trust_at_the_top_of_a_page_is_not_said_of_the_page_before() -> None:
    read = report(listed=False, over=("", "", "Fenwick Living Trust"))
    assert account(read, "5512").registration == "other"


def test_the_list_tells_of_what_kind_a_trust_is() -> None:
    read = report(listed=True, over=("", "", "Account owner: Fenwick Exempt Trust"))
    assert account(read, "5513").registration == "trust_nongrantor"


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ((("Odalys Fenwick", "Rowan Tern"),), "Rowan Tern"),
        ((("Rowan Tern", "Ines Tern"),), ""),
        ((("Fenwick Family Trust",),), "Fenwick Family Trust"),
        ((("Tern Family Trust",),), ""),
    ],
)
def test_only_names_beside_the_owner_or_akin_are_others(names: tuple[tuple[str, ...], ...], told: str) -> None:
    assert others_than("Odalys Fenwick", names) == told
