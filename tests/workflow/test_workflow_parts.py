"""Pages of one account that come as files of their own are joined where only together they tie, else stay apart."""

from collections.abc import Sequence

import pytest
from fpdf import FPDF

from core.workflow import statements
from core.workflow.desk import Desk

Row = tuple[str, str, str, str, str]
FIRST: tuple[Row, ...] = (
    ("QZAB", "Harbor Quill Holdings Inc", "100", "12.50", "1,250.00"),
    ("QZCD", "Ember Tide Paper Co", "40", "20.00", "800.00"),
)
SECOND: tuple[Row, ...] = (("QZEF", "Cedar Bight Foods Inc", "10", "45.00", "450.00"),)
HEADS: Row = ("Symbol", "Description", "Quantity", "Price", "Market Value")
PLACES = (40, 100, 330, 400, 500)


@pytest.fixture
def advisor() -> Desk:
    return Desk.sample("advisor")


def page(rows: Sequence[Row], total: str = "", owner: bool = True) -> bytes:
    """One page of the account, with its holder at the beginning and its total at the end."""
    sheet = FPDF(unit="pt", format="letter")
    sheet.add_page()
    sheet.set_font("Helvetica", size=9)
    lines: list[Row] = [
        ("Pinewick Brokerage", "", "", "", ""), ("Account number: 5511-2233", "", "", "", ""),
        ("Account owner: Maren Quill" if owner else "", "", "", "", ""),
        ("Positions as of June 30, 2026", "", "", "", ""), HEADS, *rows,
    ]  # fmt: skip
    lines += [("Total account value", "", "", "", total)] if total else []
    for place, line in enumerate(lines):
        for x, text in zip(PLACES, line, strict=True):
            sheet.text(x, 50 + 18 * place, text)
    return bytes(sheet.output())


BEGIN, END = page(FIRST), page(SECOND, "2,500.00", owner=False)


@pytest.mark.parametrize("names", [("one.pdf", "two.pdf"), ("two.pdf", "one.pdf")])
def test_pages_dropped_one_by_one_become_one_proven_account(advisor: Desk, names: tuple[str, str]) -> None:
    data = {"one.pdf": BEGIN, "two.pdf": END}
    for name in names:
        statements.upload(advisor, name, data[name])
    held = {one.file: one for one in statements.statements(advisor)}
    (account,) = held["one.pdf"].statement.accounts
    assert (account.status, account.owner, account.stated_total) == ("proven", "Maren Quill", 2500)
    assert [line.symbol for line in account.positions] == ["QZAB", "QZCD", "QZEF"]
    assert [line.source.page for line in account.positions] == [1, 1, None]
    assert held["two.pdf"].statement.accounts == () and held["two.pdf"].dispositions == ()
    assert {issue.code for issue in held["one.pdf"].statement.issues} == {"joined", "not_read"}


@pytest.mark.parametrize(
    ("begin", "end"),
    [(BEGIN, page(SECOND, "2,600.00", owner=False)), (BEGIN, page((*SECOND, FIRST[0]), "3,750.00", owner=False)),
     (BEGIN, page(SECOND, "450.00", owner=False))],
    ids=["does not tie", "a row in both", "proven alone"],
)  # fmt: skip
def test_what_does_not_tie_together_or_ties_alone_stays_apart(advisor: Desk, begin: bytes, end: bytes) -> None:
    statements.upload_together(advisor, [("one.pdf", begin), ("two.pdf", end)])
    held = {one.file: one.statement for one in statements.statements(advisor)}
    assert [len(one.accounts) for one in held.values()] == [1, 1]
    assert held["one.pdf"].accounts[0].status == "unproven"
