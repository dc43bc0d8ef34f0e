"""Papers that a person drops in the browser tests: invented houses, known and unknown heads, text, scan, locked."""

import io
from collections.abc import Sequence

from fpdf import FPDF

Row = tuple[str, str, str, str, str]
HEADS: Row = ("Description", "Symbol", "Quantity", "Price", "Market Value")
STRANGE: Row = ("Titel", "Krz", "Stk", "Kursniveau", "Gegenwert")
NOTES = ("Bewertung zum Stichtag.", "Kurse ohne Stempel.", "Angaben ohne Zusage.", "Bestand laut Register.")
"""Between strange heads and their rows, so that the reader does not name the columns by their figures."""
MISPRINTED: tuple[Row, ...] = (
    ("Total Stock Market ETF", "VTI", "10", "300.00", "3,000.00"),
    ("Total Bond Market ETF", "BND", "50", "70.00", "3,560.00"),
    ("International Stock ETF", "VXUS", "20", "60.00", "1,200.00"),
)
OCTOBER: tuple[Row, ...] = (
    ("Alpenwerk Holding", "AWH", "120", "41.50", "4,980.00"),
    ("Birkental Energie", "BKE", "75", "112.40", "8,430.00"),
)
NOVEMBER: tuple[Row, ...] = (
    ("Alpenwerk Holding", "AWH", "140", "42.00", "5,880.00"),
    ("Seetal Wasser", "STW", "18", "55.10", "991.80"),
)
PLACES = ((40, "L"), (240, "L"), (340, "R"), (420, "R"), (520, "R"))


def paper(
    rows: Sequence[Row], total: tuple[str, str], house: str, heads: Row = HEADS, password: str = "", size: float = 10
) -> bytes:
    """One page as text; with a password it is locked."""
    sheet = FPDF(unit="pt", format="letter")
    if password:
        sheet.set_encryption(owner_password="owner", user_password=password)
    sheet.add_page()
    _at(sheet, 40, 40, house, 16)
    _at(sheet, 40, 70, "Account number: 5512-0937", size)
    _at(sheet, 40, 86, "Statement date: October 30, 2026", size)
    notes = [(note, "", "", "", "") for note in (NOTES if heads == STRANGE else ())]
    for place, row in enumerate((heads, *notes, *rows, (total[0], "", "", "", total[1]))):
        for (x, side), text in zip(PLACES, row, strict=True):
            if text:
                _at(sheet, x, 130 + 20 * place, text, size, side)
    return bytes(sheet.output())


def scan(data: bytes, dpi: int = 200) -> bytes:
    """The paper as a picture in a PDF, without a text layer."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    picture = document[0].render(scale=dpi / 72, grayscale=True).to_pil()
    document.close()
    out = io.BytesIO()
    picture.save(out, format="PDF", resolution=dpi)
    return out.getvalue()


def _at(sheet: FPDF, x: float, y: float, text: str, size: float, side: str = "L") -> None:
    sheet.set_font("Helvetica", size=size)
    sheet.set_xy(x - (sheet.get_string_width(text) if side == "R" else 0), y)
    sheet.cell(text=text)
