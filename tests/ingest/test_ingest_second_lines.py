"""Names that end on the line of their figures, and figures that go on in the line under it."""

from core.ingest.head import Column, Header
from core.ingest.words import Line, Word
from core.ingest.wrapped import beginnings, names_of

HEADER = Header(
    "holdings",
    (Column("Security", "description", 40.0, 80.0), Column("Quantity", "quantity", 200.0, 240.0)),
    0,
    0,
)


def line(top: float, text: str, amount: str = "") -> Line:
    words, left = [], 40.0
    for part in text.split():
        words.append(Word(part, left, left + 4 * len(part), top, top + 8, 8))
        left += 4 * len(part) + 2
    return Line(1, tuple(words) + ((Word(amount, 205, 240, top, top + 8, 8),) if amount else ()))


ROWS = [
    line(20, "GRANITE ONYX HOLDINGS"), line(31, "INC CLASS B", "212"),
    line(46, "CEDAR SLATE BANCORP"), line(57, "INC", "2,473"),
    line(72, "HARBOR SHIPPING"), line(83, "LTD", "1,114"),
    line(98, "WILLOW PAPER"), line(109, "CO", "310"),
    line(124, "QUILL BANCORP"), line(135, "INC", "48"), line(150, "TIDE CO", "25"),
]  # fmt: skip


def test_lines_nearer_to_the_row_under_them_begin_its_name_in_a_table_of_such_rows() -> None:
    names = names_of(ROWS, HEADER)
    assert names.above
    assert [beginnings([ROWS[place]], ROWS[place + 1], names) for place in (0, 2, 4)] == [1, 1, 1]


def test_a_line_with_room_for_the_next_word_is_a_title_and_no_beginning() -> None:
    rows = [line(20, "Technology"), line(31, "ONYX SOFTWARE CORP", "12"), line(46, "TIDE FOODS PLC", "20"),
            line(61, "ALDER HOLDINGS PLC", "30"), line(76, "CEDAR CO", "40")]  # fmt: skip
    assert beginnings(rows[:1], rows[1], names_of(rows, HEADER)) == 0


def test_a_line_over_an_identifier_alone_is_the_name() -> None:
    row = line(31, "CUSIP: 495467B92", "621")
    assert beginnings([line(20, "FINCH REALTY")], row, names_of([], HEADER)) == 1
