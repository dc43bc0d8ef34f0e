"""Whose number a page bears: under labels that every page repeats; no year in a name and no phone number is one."""

from decimal import Decimal as D

import pytest

from core.ingest.lexicon.registrations import account_number, titled_number
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (40, 90, -330, -400, -470)
HEADS = ("Symbol", "Description", "Quantity", "Price", "Market value")
ACCOUNTS = (
    ("Odile Farrow", "Rollover IRA", "4471-8820", "QZAB", "Quill Harbor Corp", "500.00"),
    ("Tobias Farrow", "Roth IRA", "4471-9931", "QZBF", "Ember Larch Corp", "700.00"),
    ("Ines Farrow", "UTMA (Odile Farrow, Custodian)", "4471-7752", "QZCD", "Sorrel Moor Corp", "900.00"),
)


def pages() -> bytes:
    """Three accounts of one page; what was done in each stands last, so that its table is open at the next."""
    pencil = Pencil(size=8)
    for owner, kind, number, symbol, name, value in ACCOUNTS:
        pencil.page()
        pencil.row([(40, "Alder Moor Institutional")], step=13, size=11)
        pencil.row([(400, "Account Number"), (480, "Statement Period")], step=12, size=7)
        pencil.row([(40, owner), (400, number), (480, "June 1-30, 2026")], step=12)
        pencil.row([(40, kind)], step=24, size=7)
        pencil.row([(40, "Ending account value"), (-300, f"${value}")], step=24)
        pencil.row([(40, "Stocks")], style="B", step=12)
        pencil.row(list(zip(STOPS, HEADS, strict=True)), style="B")
        pencil.row(list(zip(STOPS, (symbol, name, "10.0000", f"{D(value) / 10}", value), strict=True)))
        pencil.row([(40, "Total stocks"), (-470, f"${value}")], step=24)
        pencil.row([(40, "Transaction detail")], style="B", step=12)
        heads = [(40, "Date"), (90, "Action"), (150, "Symbol"), (200, "Description"), (-400, "Quantity")]
        pencil.row([*heads, (-470, "Price"), (-540, "Amount")], style="B")
        moved = [(40, "06/12"), (90, "Purchase"), (150, symbol), (200, name), (-400, "1.0000"), (-470, "40.00")]
        pencil.row([*moved, (-540, "(40.00)")])
    return pencil.drawn().data


def test_each_page_opens_the_account_whose_number_stands_under_its_label() -> None:
    found = read_here("statement.pdf", pages()).accounts
    assert [(one.number, one.owner, one.registration) for one in found] == [
        ("…8820", "Odile Farrow", "traditional_ira"),
        ("…9931", "Tobias Farrow", "roth_ira"),
        ("…7752", "Ines Farrow", "utma"),
    ]
    assert [[held.symbol for held in one.positions] for one in found] == [["QZAB"], ["QZBF"], ["QZCD"]]
    assert [len(one.activity) for one in found] == [1, 1, 1]
    assert {one.status for one in found} == {"proven"}


def test_the_year_in_the_name_of_a_trust_is_no_number() -> None:
    pencil = Pencil(font="Courier", size=7)
    pencil.page()
    pencil.row([(40, "ALDER MOOR TRUST COMPANY"), (400, "PAGE 1 OF 1")], step=10)
    pencil.row([(40, "ACCOUNT NUMBER"), (130, "44-20931-7"), (300, "JULY 1, 2026 THROUGH SEPTEMBER 30, 2026")], step=10)
    pencil.say("ODILE FARROW 2003 IRREVOCABLE TRUST", step=30)
    pencil.row([(300, "TRUST OFFICER"), (400, "INES M. LARCH"), (500, "(555) 017-4471")], step=30)
    pencil.row(list(zip(STOPS, HEADS, strict=True)))
    pencil.row(list(zip(STOPS, ("QZAB", "Quill Harbor Corp", "10", "50.00", "500.00"), strict=True)))
    pencil.row([(40, "Total account value"), (-470, "500.00")])
    (found,) = read_here("statement.pdf", pencil.drawn().data).accounts
    assert (found.number, found.registration, found.status) == ("…9317", "trust_nongrantor", "proven")
    assert found.owner == "ODILE FARROW 2003 IRREVOCABLE TRUST"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Account number KD 40771 T28", "KD 40771 T28"),
        ("ACCOUNT NUMBER ODILE FARROW 2003 IRREVOCABLE TRUST", None),
        ("Account number 4471-8820 June 1-30, 2026", "4471-8820"),
    ],
)
def test_what_is_a_number_behind_its_label(text: str, number: str | None) -> None:
    assert account_number(text) == number


@pytest.mark.parametrize("text", ["Trust officer Ines Larch 017-4471", "Farrow Trust (555) 017-4471"])
def test_a_phone_is_no_number(text: str) -> None:
    assert titled_number(text) is None
