"""What the ink of a scan tells beside its letters: bold print, commas and points, words glued by specks."""

import pytest

from core.ingest.ocr.agree import Agreed
from core.ingest.ocr.parted import parted, with_points
from core.ingest.ocr.tidied import tidy
from core.ingest.ocr.voices import Said
from core.ingest.ocr.weight import bold_from


def word(text: str, other: str | None = None) -> Agreed:
    return Agreed(Said(text, 0, 0, 10.0 * len(text), 20, 1.0), other)


def test_print_is_bold_where_its_strokes_are_clearly_wider_than_the_rest() -> None:
    edge = bold_from([0.08, 0.085, 0.09, 0.087, 0.082, 0.12, 0.125])
    assert edge is not None and 0.09 < edge < 0.12
    assert bold_from([0.08, 0.085, 0.09, 0.087, 0.082]) is None
    assert bold_from([]) is None


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("HARBOR.BANCORP", ["HARBOR", "BANCORP"]),
        ("12/14/20L", ["12/14/20", "L"]),
        ("Inc.(QZAB)", ["Inc.", "(QZAB)"]),
        ("08/13/2013.$764.77", ["08/13/2013", "$764.77"]),
        ("CUSIP.640176E74", ["CUSIP", "640176E74"]),
        ("412.0000.118.52000", ["412.0000", "118.52000"]),
        ("U.S.", ["U.S."]),
        ("1,234.50", ["1,234.50"]),
    ],
)
def test_words_glued_by_a_speck_are_parted(glued: str, apart: list[str]) -> None:
    assert [one.said.text for one in parted([[word(glued)]])[0]] == apart


def test_a_comma_before_cents_is_a_point_only_on_a_page_that_writes_points() -> None:
    sure = [word(text) for text in ("1,234.50", "12.00", "7.25")]
    points = [[*sure, word("28,1050"), word("240,80"), word("1,234")]]
    assert [one.said.text for one in with_points(points)[0][3:]] == ["28.1050", "240.80", "1,234"]
    (twice,) = with_points([[*sure, word("2.118.405", "2,118,405")]])
    assert (twice[3].said.text, twice[3].other) == ("2,118.405", "2,118,405")
    commas = [[word("1.234,50"), word("240,80")]]
    assert [one.said.text for one in with_points(commas)[0]] == ["1.234,50", "240,80"]


@pytest.mark.parametrize(
    ("read", "printed"),
    [(".QZAB", "QZAB"), ("QZAB.", "QZAB"), ("DATE:", "DATE:"), ("S651,013.40", "$651,013.40"), ("34:45", "34.45"),
     ("10:45", "10:45"), ("-31:000", "-31.000"), ("ETFs", "ETFs"), ("Symbo!", "Symbol"),
     ("2,118.40°", "2,118.40"), ("90°", "90"), ("N°", "N°"), ("(S)", "($)"), ("Gain/(Loss)(S).", "Gain/(Loss)($)"),
     ("ITEM(S)", "ITEM(S)"),
     ("Value.", "Value"), ("Co.", "Co.")],
)  # fmt: skip
def test_specks_and_look_alikes_are_tidied(read: str, printed: str) -> None:
    assert tidy(read) == printed
