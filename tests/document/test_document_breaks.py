"""Tables over the end of a page: the head comes again, and the last row never stands alone on the next page."""

import io
from datetime import date

import pdfplumber
import pytest

from core.document.sheet import BODY_END, TOP, Frame, Sheet
from core.document.tables import Column, Table, draw, rows_of


def pages_of(rows: int, left: float) -> list[list[str]]:
    """The words of each page of a table of `rows` rows that begins `left` millimetres above a page's end."""
    sheet = Sheet(Frame("Title", "Firm", "Foot"), date(2026, 11, 20))
    sheet.y = max(TOP, BODY_END - left)
    draw(sheet, Table((Column("Name", 60), Column("Sum", 40)), rows_of(*((f"row{n}", "1.00") for n in range(rows)))))
    with pdfplumber.open(io.BytesIO(bytes(sheet.pdf.output()))) as pdf:
        return [[word["text"] for word in page.extract_words()] for page in pdf.pages]


@pytest.mark.parametrize("left", [float(left) for left in range(18, 60, 2)])
def test_the_last_row_never_comes_alone(left: float) -> None:
    pages = pages_of(7, left)
    rows = [[word for word in page if word.startswith("row")] for page in pages]
    assert [row for page in rows for row in page] == [f"row{n}" for n in range(7)]
    assert all("Name" in page for page, held in zip(pages, rows, strict=True) if held)
    assert len(rows[-1]) != 1
