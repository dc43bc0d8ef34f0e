"""The title of an account breaks in its cell, and its figures stand level with the middle of both lines."""

from decimal import Decimal as D

import pytest

from core.ingest.nouns.words import Line, Word
from core.ingest.owners.broken_titles import whole_titles
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-330, -400, -480)
FIRST = (
    ("Quill Harbor Index Fund (QZAB)", "30.000", "30.00", "$900.00"),
    ("Ember Corp (QZBF)", "8.000", "50.00", "$400.00"),
)
SECOND = (
    ("Tarn Holdings Inc (QZCT)", "200.000", "1.50", "$300.00"),
    ("Ember Corp (QZBF)", "2.000", "50.00", "$100.00"),
)


def row(pencil: Pencil, name: str, figures: tuple[str, ...], style: str = "", step: int = 12) -> None:
    named = [(40, name)] if name else []
    placed = [*named, *((stop, text) for stop, text in zip(STOPS, figures, strict=True) if text)]
    pencil.row(placed, *([style] if style else []), step=step)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("Ines P Calloway & Odile R Calloway, Joint Tenants (xxxx-", "4471)"),
     ("Ines P Calloway & Odile R Calloway, Joint Tenants", "(xxxx-4471)")],
)  # fmt: skip
def test_a_title_that_breaks_begins_its_account(upper: str, lower: str) -> None:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Holdings"), (350, "As of March 31, 2026")], step=24)
    row(pencil, "Holding", ("Units", "Price", "Value"), "B")
    row(pencil, upper, ("", "", ""), step=5)
    row(pencil, "", ("", "", "$1,300.00"), step=5)
    row(pencil, lower, ("", "", ""))
    for name, *figures in FIRST:
        row(pencil, name, tuple(figures))
    pencil.page()
    pencil.row([(40, "Holdings"), (350, "As of March 31, 2026")], step=24)
    row(pencil, "Holding", ("Units", "Price", "Value"), "B")
    row(pencil, "Odile R Calloway, Roth IRA (xxxx-5582)", ("", "", "$400.00"))
    for name, *figures in SECOND:
        row(pencil, name, tuple(figures))
    found = read_here("report.pdf", pencil.drawn().data).accounts
    assert [(one.number, one.stated_total, len(one.positions), one.status) for one in found] == [
        ("…4471", D("1300.00"), 2, "proven"),
        ("…5582", D("400.00"), 2, "proven"),
    ]
    assert [one.registration for one in found] == ["taxable_joint", "roth_ira"]


def line(text: str, top: float, x: float = 40.0) -> Line:
    words, placed = text.split(), []
    for word in words:
        placed.append(Word(word, x, x + 5.0 * len(word), top, top + 8.0, 8.0))
        x += 5.0 * len(word) + 2.0
    return Line(1, tuple(placed))


@pytest.mark.parametrize(
    "lines",
    [
        (line("Quill Harbor Index", 100), line("$900.00", 105, 400), line("Fund (QZAB)", 110)),
        (line("Ines Calloway, Roth IRA (xxxx-", 100), line("$900.00", 120, 400), line("4471)", 140)),
        (line("Ines Calloway, Roth IRA (xxxx-", 100), line("Sold $900.00", 105, 400), line("4471)", 110)),
        (line("Ines Calloway, Roth IRA (xxxx-1122)", 100), line("$900.00", 105, 400), line("(xxxx-4471)", 110)),
    ],
)
def test_other_lines_stay_as_they_are(lines: tuple[Line, ...]) -> None:
    assert whole_titles([lines]) == [list(lines)]
