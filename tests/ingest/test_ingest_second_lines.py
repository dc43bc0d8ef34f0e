"""Names that end on the line of their figures, and figures that go on in the line under it."""

from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line, Word
from core.ingest.rows.wrapped import beginnings, names_of
from core.ingest.untabled.abreast import abreast
from core.ingest.untabled.blocks import records_in

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


def test_a_table_on_its_side_gives_a_holding_for_each_column_at_the_later_day() -> None:
    def across(top: float, label: str, *texts: str) -> Line:
        words = list(line(top, label).words)
        for place, text in enumerate(texts):
            right, parts = 300.0 + 120 * place, text.split()
            for back, part in enumerate(reversed(parts)):
                words.append(Word(part, right - 40 * (back + 1), right - 42 * back, top, top + 8, 8))
        return Line(1, tuple(sorted(words, key=lambda word: word.x0)))

    page = [
        Line(1, across(10, "", "Growth", "Income", "Total").words),
        across(25, "Units on 09/30/2026", "10", "20"),
        across(40, "Units on 12/31/2026", "12", "24"),
        across(55, "Unit price on 12/31/2026", "5.00", "2.00"),
        across(70, "Value on 12/31/2026", "60.00", "48.00", "108.00"),
    ]
    (block,) = abreast(page)
    assert block.proven
    held = [{role: cell.text for role, cell in record.cells.items()} for record in records_in([block])]
    assert held == [
        {"description": "Growth", "quantity": "12", "price": "5.00", "value": "60.00"},
        {"description": "Income", "quantity": "24", "price": "2.00", "value": "48.00"},
    ]
