"""Kinds of accounts in more of the words that stand over their numbers, and numbers in a sentence."""

import pytest

from core.ingest.lexicon.registrations import account_number
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

KINDS = [
    ("IRA - Traditional", "traditional_ira"),
    ("IRA Rollover", "traditional_ira"),
    ("Simplified Employee Pension IRA", "sep_ira"),
    ("Uniform Transfers to Minors Account", "utma"),
    ("Grantor Trust", "trust_grantor"),
    ("HSA Brokerage Account", "hsa"),
]


@pytest.mark.parametrize(("words", "kind"), KINDS)
@pytest.mark.parametrize("number", ["Brokerage Account 990-86627", "Your account number is 4159-9454"])
def test_a_kind_over_the_number_says_more_than_the_word_before_it(words: str, kind: str, number: str) -> None:
    pencil = Pencil()
    pencil.page()
    for text in ("Tern Brokerage", "Ines Calloway", "14 Quarry Road", "Alder Falls, OR 97200", words, number):
        pencil.row([(40, text)])
    pencil.y += 20
    pencil.row([(40, "Description"), (-300, "Quantity"), (-400, "Price"), (-500, "Market value")])
    pencil.row([(40, "Quill Harbor Fund"), (-300, "100.000"), (-400, "12.00"), (-500, "1,200.00")])
    pencil.row([(40, "Total account value"), (-500, "1,200.00")])
    (account,) = read_here("kinds.pdf", pencil.drawn().data).accounts
    assert (account.number[-4:], account.registration) == (number[-4:], kind)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Your account number is 4159-9454", "4159-9454"),
        ("Your account number is WK 59668", "WK 59668"),
        ("Your account is 100 percent invested", None),
    ],
)
def test_a_number_may_be_told_in_a_sentence(text: str, number: str | None) -> None:
    assert account_number(text) == number


def test_a_number_behind_a_stop_makes_no_sentence_of_a_title() -> None:
    pencil = Pencil()
    pencil.page()
    for text in ("Tern Brokerage", "Ines Calloway", "Individual Brokerage Account, A/C No. *****7639"):
        pencil.row([(40, text)])
    pencil.y += 20
    pencil.row([(40, "Description"), (-300, "Quantity"), (-400, "Price"), (-500, "Market value")])
    pencil.row([(40, "Quill Harbor Fund"), (-300, "100.000"), (-400, "12.00"), (-500, "1,200.00")])
    pencil.row([(40, "Total account value"), (-500, "1,200.00")])
    (account,) = read_here("stop.pdf", pencil.drawn().data).accounts
    assert account.registration == "taxable_individual"
