"""Blanks between the words of a name that one voice of a scan saw, or none."""

from typing import Any

import numpy as np
import pytest

from core.ingest.ocr.agree import Agreed, agreed
from core.ingest.ocr.spaces import put_together, with_spaces
from core.ingest.ocr.voices import Run, Said

TOP, BOTTOM, LETTER, CLOSE, BLANK = 10, 30, 10, 2, 8
Drawn = tuple[Any, list[Said]]
"""Ink and its words."""


def drawn(text: str, widths: dict[int, int] | None = None) -> Drawn:
    """Ink of a line with blocks for letters, its words as they are drawn; `widths`: of the blanks that are other."""
    ink, words, x = np.zeros((40, 900), np.uint8), [], 20
    for place, word in enumerate(text.split()):
        x += (widths or {}).get(place, BLANK) if place else 0
        left = x
        for _ in word:
            ink[TOP:BOTTOM, x : x + LETTER] = 255
            x += LETTER + CLOSE
        x -= CLOSE
        words.append(Said(word, left, TOP, x, BOTTOM, 0.9))
    return ink, words


def glued(words: list[Said], place: int) -> list[Said]:
    """The words with one run together with the next."""
    one, two = words[place : place + 2]
    both = Said(one.text + two.text, one.x0, one.top, two.x1, two.bottom, 0.9)
    return [*words[:place], both, *words[place + 2 :]]


def read(ink: Any, first: list[Said], second: list[Said]) -> list[tuple[str, str | None]]:
    frame = (first[0].x0 - 2, TOP - 2.0, first[-1].x1 + 2, BOTTOM + 2.0)
    (group,) = with_spaces(put_together(agreed([Run(tuple(first), frame)], second), ink), ink)
    return [(one.said.text, one.other) for one in group]


@pytest.mark.parametrize("first_is_right", [True, False])
def test_a_blank_that_one_voice_saw_is_one_where_it_is_as_wide_as_the_others(first_is_right: bool) -> None:
    ink, words = drawn("INES A CALLOWAY JT TEN")
    voices = (words, glued(words, 0)) if first_is_right else (glued(words, 0), words)
    assert read(ink, *voices) == [(text, None) for text in ("INES", "A", "CALLOWAY", "JT", "TEN")]


def test_a_blank_no_wider_than_those_of_letters_is_none() -> None:
    ink, words = drawn("INES A CALLO WAY JT TEN", {3: CLOSE})
    assert read(ink, glued(words, 2), words)[2:] == [("CALLOWAY", None), ("JT", None), ("TEN", None)]
    ink, words = drawn("INES A M ARSH JT TEN", {3: CLOSE})
    assert read(ink, words, glued(words, 2))[2:3] == [("MARSH", None)]


def test_a_dash_is_no_part_of_the_word_behind_it() -> None:
    ink, words = drawn("Quarry Fund - QZABX and more", {3: CLOSE})
    assert [text for text, _ in read(ink, words, glued(words, 2))][2:4] == ["-", "QZABX"]


def test_a_letter_that_a_speck_may_tie_to_the_name_before_it_stays_in_doubt() -> None:
    ink, words = drawn("INES A CALLOWAY JT TEN")
    ink[18:22, 66:73] = 255
    assert read(ink, words, glued(words, 0))[:3] == [("INES", "INESA"), ("A", ""), ("CALLOWAY", None)]


def test_a_blank_between_a_narrow_and_a_usual_one_stays_in_doubt() -> None:
    ink, words = drawn("INES A CALLOWAY JT TEN", {1: 5})
    assert read(ink, words, glued(words, 0))[:3] == [("INES", "INESA"), ("A", ""), ("CALLOWAY", None)]


def test_a_name_with_a_usual_blank_within_is_in_doubt_though_both_voices_overlook_it() -> None:
    ink, words = drawn("INES A CALLOWAY JT TEN")
    both = glued(words, 0)
    assert read(ink, both, both)[:2] == [("INESA", "INES A"), ("CALLOWAY", None)]
    ink, words = drawn("INESA CALLOWAY JT TEN")
    assert read(ink, words, words)[0] == ("INESA", None)


def test_ink_with_many_holes_or_a_wide_one_has_lost_letters_and_tells_nothing() -> None:
    ink, words = drawn("INES A CALLOWAY JT TEN", {1: 20})
    both = glued(words, 0)
    assert read(ink, both, both)[0] == ("INESA", None)
    ink, words = drawn("INES A CALLOWAY JT TEN")
    ink[:, 31:38] = 0
    both = glued(words, 0)
    assert read(ink, both, both)[0] == ("INESA", None)


def test_and_stands_apart_and_figures_are_left_alone() -> None:
    ink, words = drawn("INES & TOM CALLOWAY JT TEN", {1: 4})
    assert read(ink, words, glued(words, 0))[:2] == [("INES", None), ("&", None)]
    ink, words = drawn("Mill Road 12 975 JT TEN")
    assert [text for text, _ in read(ink, words, glued(words, 2))][2:4] == ["12", "975"]


def test_a_page_with_hardly_a_blank_tells_nothing() -> None:
    ink, words = drawn("INES A")
    groups = [[Agreed(one, None, parted=place > 0) for place, one in enumerate(words)]]
    assert with_spaces(groups, ink) == put_together(groups, ink) == groups
