"""Headings below the section's own: the rule it answers to, and a small heading over a group."""

from core.document import ink
from core.document.sheet import Sheet


def rule_line(sheet: Sheet, text: str) -> None:
    """The rule that a section answers to, quiet, right below its heading."""
    sheet.paragraph(text, ink.CAPTION, after=2.2)


def group(sheet: Sheet, title: str, room: float = 18.0) -> None:
    """A small heading with `room` below it on the page."""
    sheet.y += 1.2
    sheet.ensure(ink.STRONG.line + room)
    sheet.paragraph(title, ink.STRONG, after=0.8)
