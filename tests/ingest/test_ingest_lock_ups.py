"""The lock-up of a private fund: from a column, from a line under its name, from a label; never guessed."""

from datetime import date

import pytest
from ingest_layouts import sheet

from core.ingest.book.holdings import security_of
from core.ingest.reading import read_here

HEADS = ("Investment", "Commitment", "Called", "Unfunded", "NAV", "NAV Date", "Lock-up until")
FUNDS = (
    ("HOLLYTREE PRIVATE CREDIT LP", "250,000.00", "200,000.00", "50,000.00", "214,300.00", "06/30/2026", "12/31/2027"),
    ("FERNSIDE PARTNERS IV LP", "100,000.00", "80,000.00", "20,000.00", "91,250.00", "03/31/2026", "None"),
)
AT = (40, 240, 310, 380, 450, 520, 610)


def paper(*rows: tuple[str, ...]) -> bytes:
    pdf = sheet(landscape=True)
    for place, row in enumerate(rows):
        for at, cell in zip(AT, row, strict=False):
            pdf.text(at, 60 + 14 * place, cell)
    return bytes(pdf.output())


def test_a_column_of_lock_ups_is_read_in_a_paper_and_in_a_table() -> None:
    total = ("Total alternative investments", "", "", "", "305,550.00")
    named = (*HEADS[:4], "Market Value", *HEADS[5:])
    table = "\n".join(",".join(f'"{cell}"' for cell in row) for row in (named, *FUNDS, total)).encode()
    for name, data in (("funds.pdf", paper(("Account 4471-20935",), HEADS, *FUNDS, total)), ("funds.csv", table)):
        (account,) = read_here(name, data).accounts
        one, two = account.positions
        assert (one.lock_until, one.lock_up, str(one.commitment)) == (date(2027, 12, 31), "12/31/2027", "250000.00")
        assert (two.lock_until, two.lock_up, str(two.nav_date)) == (None, "", "2026-03-31")
        assert security_of(one, None).lock_until == date(2027, 12, 31)
        assert security_of(two, security_of(one, None)).lock_until == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("said", "until", "words"),
    [
        ("Lock-up until December 31, 2027", date(2027, 12, 31), "Lock-up until December 31, 2027"),
        ("Hard lock-up expires 03/31/2028; no gate", date(2028, 3, 31), "Hard lock-up expires 03/31/2028"),
        ("Lock-up: 24 months from each subscription", None, "Lock-up: 24 months from each subscription"),
        ("No lock-up; 90 days' notice", None, ""),
    ],
)  # fmt: skip
def test_a_line_under_the_fund_says_how_long_it_is_locked(said: str, until: date | None, words: str) -> None:
    data = paper(
        ("Account 4471-20935",), HEADS[:6], FUNDS[0][:6], (said,), FUNDS[1][:6], ("Total", "", "", "", "305,550.00")
    )
    (account,) = read_here("funds.pdf", data).accounts
    assert (account.positions[0].lock_until, account.positions[0].lock_up) == (until, words)
    assert account.positions[1].lock_until is None
    assert account.positions[0].description == FUNDS[0][0], "the lock-up is no part of the name"
