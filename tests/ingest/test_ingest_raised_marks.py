"""Footnote marks that stand raised behind words and amounts are no part of them; raised cents are."""

import pytest

from core.ingest.words import Word, lines_of


def line(*words: Word) -> list[str]:
    return [one.text for one in lines_of(words, 1)]


PROGRAM = Word("Program", 122.0, 149.9, 148.9, 156.0, 7.1)
VALUE = Word("$4,821.29", 358.2, 391.0, 148.9, 156.0, 7.1)
BELOW = Word("Total", 52.5, 70.0, 161.6, 168.7, 7.1)


@pytest.mark.parametrize("mark", ["3", "12", "a", "*", "1,2", "(3)", "†"])
def test_a_small_raised_mark_behind_a_word_stands_apart(mark: str) -> None:
    raised = Word(mark, 149.91, 155.0, 148.0, 152.5, 4.5)
    (first, second) = lines_of([PROGRAM, raised, VALUE, BELOW], 1)
    assert (first.text, second.text) == ("Program $4,821.29", "Total")
    assert [one.text for one in first.marks] == [mark]


def test_a_mark_behind_an_amount_is_no_amount() -> None:
    raised = Word("2", 391.0, 393.0, 148.0, 152.5, 4.5)
    assert line(PROGRAM, VALUE, raised) == ["Program $4,821.29"]


def test_raised_cents_stay_with_their_dollars() -> None:
    dollars = Word("$4,821", 358.2, 383.0, 148.9, 156.0, 7.1)
    cents = Word("29", 383.0, 389.0, 148.0, 152.5, 4.5)
    assert not lines_of([PROGRAM, dollars, cents], 1)[0].marks


def test_small_figures_on_the_line_of_larger_ones_stay() -> None:
    small = Word("3", 149.91, 152.0, 151.4, 156.0, 4.6)
    assert line(PROGRAM, small, VALUE) == ["Program 3 $4,821.29"]
