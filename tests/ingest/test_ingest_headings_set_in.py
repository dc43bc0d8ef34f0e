"""Headings in letters of one size: those set in under another are held by it, and its sum is that of all of them."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.accounts.headings import Headings
from core.ingest.nouns.events import Heading, Where
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (44, 110, -330, -400, -500)
SECTIONS = (
    ("Domestic Equity", ("Technology", ("QZAB", "Quill Harbor Corp", "100", "12.00", "1,200.00")),
     ("Health Care", ("TWXK", "Tern Medical Inc", "50", "10.00", "500.00")), "1,700.00"),
    ("Open-End Funds", ("Domestic Equity", ("QZABX", "Quill Balanced Fund", "10", "30.00", "300.00")), "300.00"),
)  # fmt: skip


def account(*wrong: str) -> StatementAccount:
    """Each section with its groups in the column of names and its sum below, both of them in letters of one size."""
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(44, "Account Number: 6120-4471"), (330, "As of August 31, 2026")], step=24)
    for title, *groups, total in SECTIONS:
        pencil.row([(44, title)], "B")
        pencil.row(list(zip(STOPS, ("Symbol", "Description", "Shares", "Price", "Market Value"), strict=True)))
        for group in groups:
            assert not isinstance(group, str)
            name, *rows = group
            pencil.row([(110, str(name))], "B")
            for cells in rows:
                pencil.row(list(zip(STOPS, cells, strict=True)))
        pencil.row(
            [(110, f"Total - {title}"), (-500, wrong[0] if wrong and title == "Domestic Equity" else str(total))],
            step=20,
        )
    pencil.row([(110, "Total Account Value"), (-500, "2,000.00")])
    (one,) = read_here("sections.pdf", pencil.drawn().data).accounts
    return one


def test_the_sum_of_a_section_is_that_of_the_sectors_set_in_under_it() -> None:
    one = account()
    assert one.status == "proven"
    assert [line.section.split(" / ")[0] for line in one.positions] == [
        "Domestic Equity",
        "Domestic Equity",
        "Open-End Funds",
    ]


def test_a_wrong_sum_of_a_section_is_told() -> None:
    wrong = [check.where for check in account("1,750.00").checks if not check.ok]
    assert wrong == ["Domestic Equity"]


def section(*headings: tuple[str, float]) -> str:
    above = Headings()
    for text, x0 in headings:
        above.take(Heading(text, Where(1, None, (x0, 0.0, x0 + 6.0 * len(text), 8.0)), 8.0), ())
    return above.section


@pytest.mark.parametrize(
    ("headings", "path"),
    [
        ((("Equities", 40), ("Energy", 100)), "Equities / Energy"),
        ((("Equities", 40), ("Energy", 100), ("Utilities", 100)), "Equities / Utilities"),
        ((("Equities", 40), ("Energy", 100), ("Bonds", 40)), "Bonds"),
        ((("Equities", 40), ("Energy", 40)), "Energy"),
        ((("Cash", 40), ("Equities", 100)), "Equities"),
        ((("Fixed Income Securities", 100), ("Equities", 145)), "Equities"),
    ],
)
def test_only_what_is_set_in_and_not_in_the_middle_is_held(headings: tuple[tuple[str, float], ...], path: str) -> None:
    assert section(*headings) == path
