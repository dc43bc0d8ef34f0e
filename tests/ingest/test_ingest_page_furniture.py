"""Heads and feet of pages that a scan reads with a blank or a comma less, higher or lower, or in another size."""

import pytest

from core.ingest.lines.furniture import furniture_of, place_key
from core.ingest.lines.page_heads import frame
from core.ingest.lots.purchases import blocks_of
from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line, Word


def line(page: int, top: float, text: str) -> Line:
    words, x0 = [], 40.0
    for one in text.split():
        words.append(Word(one, x0, x0 + 4 * len(one), top, top + 8, 8.0))
        x0 += 4 * (len(one) + 1)
    return Line(page, tuple(words))


def pages(*told: tuple[tuple[float, str], ...]) -> list[list[Line]]:
    return [[line(page, top, text) for top, text in one] for page, one in enumerate(told, start=1)]


def body(place: int) -> tuple[float, str]:
    return 300.0 + place, f"Quarry Fund {place} 1,250.00"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((27.8, "Account 7711-2040-3 October 1, 2031- October 31, 2031"),
         (27.6, "Account 7711-2040-3 October 1, 2031 - October 31, 2031")),
        ((26.1, "Alder Direct LLC, Member SIPC"), (29.6, "Alder Direct LLC Member SIPC")),
    ],
)  # fmt: skip
def test_a_head_that_scans_read_with_another_blank_or_mark_or_a_little_lower_is_one(
    one: tuple[float, str], other: tuple[float, str]
) -> None:
    read = pages((one, body(1), (700.0, "Quarry One")), (other, body(2), (700.0, "Quarry Two")))
    furniture = furniture_of(read)
    assert [frame(lines, furniture) for lines in read] == [(1, 2), (1, 2)]


def test_the_last_line_is_alike_wherever_a_photo_has_it_and_the_number_of_the_page_apart() -> None:
    feet = ((712.6, "Alder Direct LLC PAGE 2 OF 4"), (809.9, "Alder Direct, LLC PAGE 3 OF 4"))
    read = pages(*((body(place), (400.0, f"Ember {place}.5 Fund"), foot) for place, foot in enumerate(feet)))
    furniture = furniture_of(read)
    assert [frame(lines, furniture) for lines in read] == [(0, 1), (0, 1)]


def test_what_differs_in_a_figure_or_stands_within_the_page_elsewhere_is_no_furniture() -> None:
    sums = pages(((20.0, "Cash 1,250.00-"), body(1), body(2)), ((20.0, "Cash 1,250.00"), body(3), body(4)))
    assert furniture_of(sums) == frozenset()
    names = pages((body(1), (400.0, "Quarry Fund"), body(2)), (body(3), (420.0, "Quarry Fund"), body(4)))
    assert furniture_of(names) == frozenset()
    assert furniture_of(names[:1]) == frozenset()


def test_a_line_is_known_by_its_text_and_height() -> None:
    assert place_key(line(1, 40.0, "Page 1 of 9")) == place_key(line(2, 41.0, "Page 2 of 9")) == ("page # of #", 10)


def test_a_head_overleaf_repeats_the_one_before_though_a_mark_of_it_is_lost() -> None:
    def head(*labels: str) -> Header:
        return Header("lots", tuple(Column(label, None, 0.0, 9.0) for label in labels), 0, 0)

    assert head("Acquired", "Gain (Loss)").repeats(head("ACQUIRED", "Gain/(Loss)"))
    assert not head("Acquired", "Gain").repeats(head("Acquired", "Loss"))
    assert not head("Acquired").repeats(None)


def test_the_head_over_lots_overleaf_is_no_name_though_a_mark_of_it_is_lost() -> None:
    def lot(page: int, top: float, day: str) -> Line:
        return line(page, top, f"{day} 10.000 50.0000 500.00 620.00")

    read = [
        [line(1, 60, "Security / Acquired Quantity Unit cost Cost basis Gain/(loss)"), line(1, 80, "EMBER CORP (QZAB)"),
         lot(1, 92, "02/03/2019"), line(1, 110, "QUARRY FUND (QZBF)")],
        [line(2, 72, "Security / Acquired Quantity Unit cost Cost basis Gain (loss)"), lot(2, 92, "04/05/2020")],
    ]  # fmt: skip
    (block,) = blocks_of(read, frozenset(), lambda name: False)
    assert [group.name for group in block.groups] == ["EMBER CORP (QZAB)", "QUARRY FUND (QZBF)"]
