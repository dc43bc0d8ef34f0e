"""Footnote marks that stand raised behind words and amounts are no part of them; raised cents are."""

import pytest

from core.ingest.nouns.words import Word, lines_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


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


def test_a_marked_name_may_end_in_a_word_that_could_be_a_heading() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Wealth")], "B", size=12, step=20)
    pencil.row([(40, "Account Number 5511-2233")], step=20)
    pencil.row([(40, "Investment"), (-300, "Shares"), (-370, "Price"), (-450, "Market value")])
    pencil.row([(40, "Exchange-Traded Funds")], "B")
    for symbol, units, worth in (("QZAB", "100", "1,250.00"), ("QZCD", "200", "2,500.00")):
        pencil.row([(40, symbol), (-300, units), (-370, "12.50"), (-450, worth)], step=9)
        pencil.row([(40, "Harbor 1-5 Year Investment Grade Corporate")], step=9)
        pencil.row([(40, "ETF")], step=14)
    pencil.row([(40, "Total Exchange-Traded Funds"), (-450, "3,750.00")])
    (account,) = read_here("pinewick.pdf", pencil.drawn().data).accounts
    assert account.status == "proven"
    assert {row.section for row in account.positions} == {"Exchange-Traded Funds"}


@pytest.mark.parametrize("identifiers", ["(QZAB)   CUSIP 594918104", "CUSIP 594918104", "(QZAB)"])
def test_a_name_may_end_in_such_a_word_over_its_identifiers(identifiers: str) -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Wealth")], "B", size=12, step=20)
    pencil.row([(40, "Account Number 5511-2233")], step=20)
    pencil.row([(40, "Investment"), (-300, "Shares"), (-370, "Price"), (-450, "Market value")])
    pencil.row([(40, "STATE STREET HARBOR HIGH YIELD"), (-300, "100"), (-370, "12.50"), (-450, "1,250.00")], step=9)
    pencil.row([(40, "BOND ETF")], step=9)
    pencil.row([(40, identifiers)], step=9)
    pencil.row([(40, "QUILL HOLDINGS INC"), (-300, "200"), (-370, "12.50"), (-450, "2,500.00")], step=9)
    pencil.row([(40, identifiers.replace("QZAB", "QZCD").replace("594918104", "037833100"))], step=14)
    pencil.row([(40, "Total"), (-450, "3,750.00")])
    (account,) = read_here("pinewick.pdf", pencil.drawn().data).accounts
    assert account.status == "proven"
    assert all(row.symbol or row.cusip for row in account.positions)
    assert not any(row.flagged for row in account.positions)
