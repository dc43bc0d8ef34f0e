"""A page without a client, to look at a letterhead before it is kept."""

from datetime import date

from core.document import ink
from core.document.letterhead import Letterhead
from core.document.parts.key_figures import key_figures
from core.document.sheet import Badge, Frame, Sheet
from core.document.tables import Column, Table, draw, rows_of

_COLUMNS = (Column("Class", 60), Column("Target, %", 30, "R"), Column("Today, %", 30, "R"))


def letterhead_sample(letterhead: Letterhead, printed_on: date) -> bytes:
    """One page as PDF: title, figures, a heading, a table; the same arguments give the same bytes."""
    badge = Badge("Sample", ink.CAUTION_TEXT, ink.CAUTION_FILL)
    sheet = Sheet(
        Frame("Sample page", "Sample page", "This page shows a letterhead.", (badge,), "", letterhead), printed_on
    )
    sheet.paragraph("The title is a sentence with the answer", ink.TITLE, after=3)
    sheet.paragraph(
        "Headings and the rule at the top carry the firm's colour. Every letter, record, policy statement and report "
        "is printed like this from the moment the letterhead is kept.", ink.LEAD, after=5,
    )  # fmt: skip
    key_figures(sheet, (("All accounts", "$1,234,567", "a sample figure"), ("Trades", "3", "one sale, two purchases"),
                        ("Change of tax", "−$1,234.50", "doing nothing: $0.00")))  # fmt: skip
    sheet.section("A heading")
    draw(
        sheet,
        Table(_COLUMNS, rows_of(("US equity", "50.0", "52.4"), ("US bonds", "40.0", "38.1"), ("Cash", "10.0", "9.5"))),
    )
    return sheet.finish()
