"""What a scan blurs between its lines: two lines beside large print, small symbols, the feet of the line above."""

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from core.domain.statement import StatementLine
from core.ingest.lines.continuation import _stands_apart
from core.ingest.nouns.events import Cell
from core.ingest.nouns.words import Line, Word, lines_of
from core.ingest.ocr.agree import Agreed, agreed, with_years
from core.ingest.ocr.doubts import Doubt
from core.ingest.ocr.ink import measured
from core.ingest.ocr.marks import _is_level, dollars_are_high, looked_at
from core.ingest.ocr.place import _drawn, _least, _made, _nearest, _Placed, _run_size
from core.ingest.ocr.points import with_point
from core.ingest.ocr.repeated import with_repeated
from core.ingest.ocr.second_look import _codes, confirmed
from core.ingest.ocr.tidied import tidy
from core.ingest.ocr.voices import Run, Said
from core.ingest.rows.rows import PAGE_NUMBER

FRAME = (0.0, 0.0, 40.0, 20.0)


def word(text: str, x0: float, middle: float, size: float = 8.0, bold: bool = False) -> Word:
    return Word(text, x0, x0 + 0.55 * size * len(text), middle - size / 2, middle + size / 2, size, bold)


def code(text: str, other: str | None = None) -> Agreed:
    return Agreed(Said(text, *FRAME, sure=0.9), other)


def test_two_lines_of_small_print_beside_large_print_stay_two_lines() -> None:
    heading = [word("Account", 40, 69.5, 17), word("Detail", 120, 69.5, 17)]
    aside = [word("Plain", 470, 66), word("Account", 500, 66), word("404-118822-190", 470, 72.8)]
    found = [line.text for line in lines_of([*heading, *aside], 1)]
    assert "404-118822-190" not in next(text for text in found if "Plain" in text)
    assert len(found) == 2


def test_a_small_symbol_under_a_name_is_no_footnote_mark() -> None:
    row = [word("Quarry", 50, 100, 10), word("Bond", 95, 100, 10), word("$1,250.00", 300, 100, 10)]
    plain = lines_of([*row, word("QZA", 50, 109, 7)], 1)
    assert [line.text for line in plain] == ["Quarry Bond $1,250.00", "QZA"]
    marked = lines_of([*row, word("SM", row[1].x1 + 0.5, 97, 5)], 1)
    assert [(line.text, len(line.marks)) for line in marked] == [("Quarry Bond $1,250.00", 1)]


def test_ink_above_a_blank_is_no_part_of_a_word_with_a_capital() -> None:
    ink = np.zeros((30, 60), np.uint8)
    ink[2:5, 10:20] = 255
    ink[8:22, 8:40] = 255
    frame = (5.0, 0.0, 50.0, 28.0)
    assert measured(ink, frame, True) == (8.0, 8.0, 40.0, 22.0)
    assert measured(ink, frame) == (8.0, 2.0, 40.0, 22.0)
    ink[2:7, 10:20] = ink[23:28, 30:36] = 255
    ink[14:16] = 0
    assert measured(ink, frame, True)[1:] == (2.0, 40.0, 28.0)


def test_codes_are_rare_words_of_capitals_on_which_the_voices_agree() -> None:
    groups = [
        [code("QZAB"), code("ETF"), code("Quarry"), code("VX", "VY")],
        [code("ETF")],
        [code("ETF")],
        [code("ETF")],
    ]
    assert list(_codes(groups)) == [(0, 0)]


@pytest.mark.parametrize(
    ("first", "second", "text", "other"),
    [
        ("QZAB", "QZAE", "QZAB", None),
        ("QZCB", "QZCB", "QZCB", "QZAB"),
        ("QZCB", "QZAB", "QZAB", "QZCB"),
        ("QZAB (", "QZAB", "QZAB", None),
    ],
)
def test_a_code_read_otherwise_when_larger_is_in_doubt(first: str, second: str, text: str, other: str | None) -> None:
    found = confirmed(code("QZAB"), FRAME, first, second)
    assert (found.said.text, found.other) == (text, other)


def test_letters_of_one_height_are_capitals() -> None:
    assert _is_level([(0, 4, 10, 14), (12, 4, 14, 14), (28, 4, 10, 13.5)], 3)
    assert not _is_level([(0, 4, 10, 14), (12, 8, 14, 10), (28, 8, 10, 10)], 3)
    assert not _is_level([(0, 4, 10, 14), (12, 4, 14, 14)], 3)
    assert not _is_level([], 3)


def test_a_word_that_may_be_capitals_is_read_as_its_ink_has_it() -> None:
    import cv2

    def drawn(text: str) -> Any:
        grey = np.full((60, 160), 255, np.uint8)
        cv2.putText(grey, text, (10, 44), cv2.FONT_HERSHEY_DUPLEX, 1.2, 0, 2)
        return grey

    seen = Agreed(Said("Vwo", 8, 10, 120, 50, 0.9), None)
    assert looked_at(drawn("VWO"), seen).said.text == "VWO"
    assert looked_at(drawn("Vwo"), seen).said.text == "Vwo"


def test_the_class_of_a_share_stands_behind_a_point() -> None:
    assert tidy("(QZA,B)") == "(QZA.B)"
    assert tidy("QZA,B") == "QZA,B"


def test_gaps_that_a_scan_cannot_tell_apart_are_alike() -> None:
    name = Line(1, (word("Quarry", 50, 100), word("Muni", 80, 100), word("12.000", 92, 100)))
    state: Any = SimpleNamespace(row=SimpleNamespace(line=name), last_line=name)
    end = Line(1, (word("Bond", 50, 108.7), word("ETF", 70, 108.7)))
    assert not _stands_apart(state, end, 0.7, 0.0)
    assert _stands_apart(state, end, 4.0, 0.0)


def page_of(*texts: str, page: int = 1) -> list[Line]:
    return [
        Line(page, tuple(word(text, 50 + 90 * place, 20 * row + 20) for place, text in enumerate(line.split())))
        for row, line in enumerate(texts)
    ]


def doubt(line: Line, text: str, other: str) -> Doubt:
    box = next(one.box for one in line.words if one.text == text)
    return Doubt(line.page, box, text, other)


def test_an_account_number_is_read_as_other_pages_have_it_where_both_readers_agree() -> None:
    first, second = page_of("Account 52-117604", "QUARRY TRUSTEE"), page_of("Account 52-417604", "QUARRY", page=2)
    pages, left = with_repeated([first, second], [doubt(second[0], "52-417604", "52-117604")])
    assert pages[1][0].text == "Account 52-117604" and left == []
    kept = doubt(first[0], "52-117604", "52-117804")
    pages, left = with_repeated([first, page_of("52-117604", page=2)], [kept])
    assert pages[0][0].text == "Account 52-117604" and left == []


def test_what_another_row_may_have_stays_in_doubt() -> None:
    first = page_of("1,250.00 QZAB 03/14/2019 52-117604")
    second = page_of("1,260.00 QZAE 03/14/2018 52-117804 1,250.00 QZAB 03/14/2019", page=2)
    pairs = [("1,260.00", "1,250.00"), ("QZAE", "QZAB"), ("03/14/2018", "03/14/2019")]
    doubts = [doubt(second[0], text, other) for text, other in pairs]
    pages, left = with_repeated([first, second], doubts)
    assert pages == [first, second] and left == doubts
    both = page_of("Account 52-117804", page=3)
    told = [doubt(both[0], "52-117804", "52-117604")]
    assert with_repeated([first, second, both], told) == ([first, second, both], told)


def placed(text: str, x0: float, size: float, high: float) -> _Placed:
    return _Placed(code(text), x0, x0 + 80, 100.0, size, high, least=size)


def test_words_without_commas_tell_the_size_of_a_row() -> None:
    row = [placed("QUARRY", 0, 22, 16), placed("1,250.00", 200, 18, 17), placed("6,511.00", 400, 18, 17)]
    row.append(placed("(9,004.00)", 600, 18, 17))
    assert {made.size for made in _made(row, 2.0, None)} == {11.0}


def test_type_whose_dollar_signs_are_as_high_as_its_digits_leaves_the_doubt() -> None:
    import cv2

    grey = np.full((40, 300), 255, np.uint8)
    for place in range(5):
        cv2.rectangle(grey, (20 + 30 * place, 10), (36 + 30 * place, 30), 0, -1)
    frame = (16.0, 8.0, 160.0, 32.0)
    signs = [Agreed(Said("$1250", *frame, sure=0.9), None)]
    assert not dollars_are_high(grey, signs) and dollars_are_high(grey, [])
    told = Agreed(Said("$1250", *frame, sure=0.9), "51250")
    assert looked_at(grey, told, False).said.text == "$1250"
    assert looked_at(grey, told, True).said.text == "51250"


def test_brackets_whose_ends_are_lost_leave_the_size_of_capitals_within_a_range() -> None:
    tight = [(0.0, 0.0, 90.0, 19.0)]
    bare = [code("(QZABX)")]
    assert _run_size(bare, tight) > 22 and _least(bare) * _run_size(bare, tight) == pytest.approx(19 / 0.93)
    plain = [code("Quarry"), code("(QZABX)")]
    assert _least(plain) == 1.0 and _least([code("(1,250)")]) == 1.0


def test_a_size_between_two_is_the_one_that_more_words_have() -> None:
    assert _nearest(19.4, [20.8, 18.1]) == 20.8 and _nearest(19.4, [18.1, 20.8]) == 18.1
    assert _nearest(18.4, [20.8, 18.1]) == 18.1


def test_a_day_and_a_year_glued_by_a_speck_behind_a_month_are_no_amount() -> None:
    (group,) = agreed([run_of("Oct.", "31.2025")], [])
    assert [one.said.text for one in group] == ["Oct.", "31, 2025"]
    (group,) = agreed([run_of("Units", "31.2025")], [])
    assert [one.said.text for one in group] == ["Units", "31.2025"]


def test_a_day_that_a_second_look_reads_without_its_blank_is_a_day() -> None:
    looked_at_again = [code("Jul"), code("23,2031"), code("172.000")]
    assert [one.said.text for one in with_years(looked_at_again)] == ["Jul", "23, 2031", "172.000"]


def test_the_day_of_a_contract_glued_by_a_speck_is_no_amount() -> None:
    (group,) = agreed([run_of("QZAB", "JAN", "16.27", "$170", "CALL")], [])
    assert [one.said.text for one in group][2] == "16 27"
    (group,) = agreed([run_of("Fee", "Jan", "16.27", "paid")], [])
    assert [one.said.text for one in group][2] == "16.27"


def test_a_common_size_is_the_middle_of_those_that_lie_nearest_to_it() -> None:
    assert _drawn([16.7] * 3 + [18.1] * 5 + [20.9] * 9, [20.9, 16.7]) == [20.9, 18.1]
    assert _drawn([18.0] * 4 + [11.0] * 6, [18.0, 11.0, 30.0]) == [11.0, 18.0]


def run_of(*texts: str) -> Run:
    words = tuple(Said(text, 60.0 * place, 0, 60.0 * place + 50, 20, 0.9) for place, text in enumerate(texts))
    return Run(words, (0, 0, 60.0 * len(texts), 20))


@pytest.mark.parametrize(
    ("quantity", "told", "price", "right", "doubts"),
    [
        ("61,250", "61250", "40.00", "61.250", {"quantity": "61,250"}),
        ("61.250", "61.250", "40.00", "61.250", {}),
        ("61,250", "61250", "39.00", "61250", {}),
        ("61", "61", "40.00", "61", {}),
    ],
)
def test_a_comma_is_a_point_where_the_product_holds_with_it_alone(
    quantity: str, told: str, price: str, right: str, doubts: dict[str, str]
) -> None:
    line = StatementLine("QZAB", "QUARRY FUND", "fund", Decimal(told), Decimal(price), Decimal("2450.00"))
    cells = {"quantity": Cell(quantity, None), "price": Cell(price, None), "value": Cell("2,450.00", None)}
    found = with_point(line, SimpleNamespace(cells=cells))  # type: ignore[arg-type]
    assert (found.quantity, dict(found.doubts)) == (Decimal(right), doubts)


def test_a_number_tight_between_dashes_is_that_of_a_page() -> None:
    assert all(PAGE_NUMBER.search(text) for text in ("-2-", "- 12 -", "Page 3 of 4"))
    assert not any(PAGE_NUMBER.search(text) for text in ("-2", "2-", "-2-5-", "(2)"))
