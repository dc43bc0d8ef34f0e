"""What people put on the paper by hand is shown to a person and never becomes a number."""

import io
from decimal import Decimal

import numpy as np
import pytest
from fpdf.enums import AnnotationName
from ingest_layouts import sheet
from PIL import Image, ImageDraw

from core.domain.statement import Statement
from core.ingest.ocr.agree import Agreed
from core.ingest.ocr.notes import SCRAWL, handwriting
from core.ingest.ocr.slanting import slanting
from core.ingest.ocr.unread_ink import is_scrawled
from core.ingest.ocr.voices import Run, Said
from core.ingest.reading import read_here
from tools.accuracy.scans import pictures

ROWS = (("Symbol", "Quantity", "Price", "Market Value"), ("PEBL", "10", "70.00", "700.00"),
        ("ALDR", "20", "30.00", "600.00"), ("Total", "", "", "1,300.00"))  # fmt: skip


def paper(*marks: str) -> bytes:
    """A statement of two rows; `ink` adds an ink annotation, `picture` a signature laid over the first row."""
    pdf = sheet()
    pdf.text(40, 40, "Account Number: 4471-20935")
    for place, cells in enumerate(ROWS):
        for at, cell in enumerate(cells):
            pdf.text(40 + 120 * at, 100 + 24 * place, cell)
    if "ink" in marks:
        pdf.ink_annotation([(200, 300), (240, 330), (280, 290)], text="")
    if "words" in marks:
        pdf.text_annotation(300, 130, "sell 500", name=AnnotationName.NOTE)
    if "picture" in marks:
        out = io.BytesIO()
        Image.fromarray(np.zeros((40, 120), np.uint8)).save(out, "PNG")
        pdf.image(out, 30, 112, 120, 20)
    return bytes(pdf.output())


def held(statement: Statement) -> list[tuple[str | None, Decimal | None, Decimal | None]]:
    (account,) = statement.accounts
    return [(line.symbol, line.quantity, line.market_value) for line in account.positions]


PLAIN = [("PEBL", Decimal(10), Decimal("700.00")), ("ALDR", Decimal(20), Decimal("600.00"))]


@pytest.mark.parametrize(
    ("mark", "told"),
    [("ink", "a mark drawn by hand, without words"), ("words", "sell 500"),
     ("picture", "a picture lies over the printed words")],
)  # fmt: skip
def test_a_note_on_a_text_pdf_is_seen_and_is_no_number(mark: str, told: str) -> None:
    statement = read_here("noted.pdf", paper(mark))
    assert [note.text for note in statement.annotations] == [told]
    assert held(statement) == PLAIN
    assert read_here("plain.pdf", paper()).annotations == ()


def test_high_figures_that_the_voices_read_differently_are_written_by_hand() -> None:
    print_ = [
        [Agreed(Said("700.00", 100, 50, 150, 60, 0.99), None)],
        [Agreed(Said("PEBL", 20, 50, 50, 60, 0.99), None)],
    ]
    ink = np.full((100, 400), 255, np.uint8)
    by_hand = [Agreed(Said("500", 300, 40, 380, 62, 0.95), "S0O")]
    kept, notes = handwriting([*print_, by_hand], 3, ink)
    assert kept == print_ and [(note.page, note.text) for note in notes] == [(3, "500 (not clearly readable)")]
    title = [Agreed(Said("2026", 300, 40, 380, 62, 0.95), None)]
    assert handwriting([*print_, title], 3, ink) == ([*print_, title], [])


def test_a_run_that_climbs_beside_level_print_is_written_by_hand() -> None:
    runs = [_run("700.00", 40.0 + 30 * place, 0.01) for place in range(8)]
    assert slanting([*runs, _run("sell", 300.0, -0.07)]) == {8}
    assert slanting([*runs, _run("sell", 300.0, 0.02)]) == slanting([_run("sell", 300.0, 0.3)]) == set()
    note = [Agreed(Said("sell", 100, 300, 200, 320, 0.99), None)]
    kept, notes = handwriting([note], 2, np.zeros((400, 400), np.uint8), {0})
    assert kept == [] and [one.text for one in notes] == ["sell (written aslant)"]


def _run(text: str, top: float, slope: float) -> Run:
    return Run((Said(text, 100, top, 200, top + 20, 0.99),), (100, top, 200, top + 20), slope)


def test_strokes_of_a_pen_are_told_from_print_and_rules() -> None:
    ink = np.zeros((600, 800), np.uint8)
    words = [(100.0, 100.0 + 30 * place, 160.0, 112.0 + 30 * place) for place in range(5)]
    ink[300, 50:750] = ink[100:500, 400] = 255
    ink[400:460, 100:160] = 255
    assert not is_scrawled(ink, words)
    sheet_ = Image.fromarray(ink)
    ImageDraw.Draw(sheet_).line([(500, 200), (530, 260), (560, 190), (590, 270), (640, 200)], fill=255, width=3)
    assert is_scrawled(np.asarray(sheet_), words) and not is_scrawled(np.asarray(sheet_), [])


@pytest.mark.long
def test_a_note_drawn_on_a_scan_is_seen_and_the_rows_stay_as_printed() -> None:
    (grey,) = pictures(paper(), 200)
    page = Image.fromarray(grey)
    pen = ImageDraw.Draw(page)
    for shift in (0, 8):
        pen.line(
            [(1150, 700 + shift), (1200, 820), (1260, 690), (1320, 840), (1400, 720 + shift), (1450, 800)],
            fill=30,
            width=4,
        )
    out = io.BytesIO()
    page.save(out, "PNG")
    statement = read_here("noted.png", out.getvalue())
    assert SCRAWL in [note.text for note in statement.annotations]
    assert held(statement) == PLAIN
