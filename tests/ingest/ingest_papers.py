"""Papers of invented houses whose heads the reader does not know: for teaching, and for the language model.

Notes between the heads and the rows keep the reader from naming the columns by their figures.
"""

from collections.abc import Sequence

from fpdf import FPDF

Row = tuple[str, str, str, str, str]
ROWS: tuple[Row, ...] = (
    ("Alpenwerk Holding", "AWH", "120", "41.50", "4,980.00"),
    ("Birkental Energie", "BKE", "75", "112.40", "8,430.00"),
    ("Nordkap Fonds", "NKF", "310.5", "20.00", "6,210.00"),
)
LATER: tuple[Row, ...] = (
    ("Alpenwerk Holding", "AWH", "140", "42.00", "5,880.00"),
    ("Nordkap Fonds", "NKF", "310.5", "20.40", "6,334.20"),
    ("Seetal Wasser", "STW", "18", "55.10", "991.80"),
)
STRANGE = ("Titel", "Krz", "Stk", "Kursniveau", "Gegenwert")
KNOWN = ("Titel", "Krz", "Quantity", "Kursniveau", "Gegenwert")
NOTES = ("Bewertung zum Stichtag.", "Kurse ohne Stempel.", "Angaben ohne Zusage.", "Bestand laut Register.")
PLACES = ((40, "L"), (220, "L"), (320, "R"), (400, "R"), (500, "R"))


def paper(
    rows: Sequence[Row] = ROWS,
    total: str = "20,870.00",
    cash: str = "1,250.00",
    heads: Row = STRANGE,
    day: str = "October 30, 2026",
    more: Sequence[str] = (),
) -> bytes:
    """One page of the invented house Nordhaus."""
    sheet = FPDF(unit="pt", format="letter")
    sheet.add_page()
    _at(sheet, 40, 40, "Nordhaus Depot", 15)
    _at(sheet, 40, 70, "Account number: 8812-4471")
    _at(sheet, 40, 84, f"Statement date: {day}")
    y = 120
    notes = [((note, "", "", "", ""), False) for note in NOTES]
    for cells, bold in ((heads, True), *notes, (("Anteile", "", "", "", ""), True), *((row, False) for row in rows)):
        _row(sheet, y, cells, bold)
        y += 15
    _row(sheet, y, ("Barbestand", "", "", "", cash))
    _row(sheet, y + 18, ("Depotwert gesamt", "", "", "", total), True)
    for place, line in enumerate(more):
        _at(sheet, 40, y + 60 + 14 * place, line)
    return bytes(sheet.output())


def table(rows: Sequence[Row] = ROWS, total: str = "20,870.00", cash: str = "1,250.00", heads: Row = STRANGE) -> bytes:
    """The same as a table file."""
    lines = ["Nordhaus Depot", "Account number,8812-4471", ",".join(heads)]
    lines += [",".join(f'"{cell}"' for cell in row) for row in rows]
    lines += [f'Barbestand,,,,"{cash}"', f'Depotwert gesamt,,,,"{total}"']
    return "\n".join(lines).encode()


def _row(sheet: FPDF, y: float, cells: Sequence[str], bold: bool = False) -> None:
    for (x, side), text in zip(PLACES, cells, strict=True):
        if text:
            _at(sheet, x, y, text, 9, bold, side)


def _at(sheet: FPDF, x: float, y: float, text: str, size: float = 9, bold: bool = False, side: str = "L") -> None:
    sheet.set_font("Helvetica", "B" if bold or size > 9 else "", size)
    sheet.set_xy(x - (sheet.get_string_width(text) if side == "R" else 0), y)
    sheet.cell(text=text)
