"""The terms of an option, its day of expiry and its strike, are words of its name: no day of a purchase and no units.

`CALL (QZAB) QUILL CORP JAN 16 26 $150 (100 SHS)`, `QZAB 01/16/2026 150.00 C`, `QZAB Jan 16 '26 $150 Call`,
`CALL QUILL CORP $150 EXP 01/16/26`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from core.ingest.lexicon.identifiers import OPTION_IN_TEXT
from core.ingest.nouns.words import Word

NEAR = 0.75
"""How far, in type sizes, words of one name stand apart at most."""
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
YEAR = r"'?(?:20)?\d\d"
DAY = rf"(?:{MONTH} (?:\d{{1,2}},? )?{YEAR}|\d{{1,2}} ?{MONTH} ?{YEAR}|\d{{1,2}}([/-])\d{{1,2}}\1(?:20)?\d\d)"
STRIKE = r"(?:@ ?)?\$? ?\d[\d,]*(?:\.\d+)?"
RIGHT = r"(?:calls?|puts?|(?-i:[CP]))"
SPELLED = r"(?:calls?|puts?)"
EXPIRES = r"exp(?:ires?|iry|iration|\.)?:?(?: date:?| on)?"
TERMS = tuple(
    re.compile(rf"(?<!\S){terms}(?!\S)", re.I)
    for terms in (
        rf"(?:{SPELLED} (?:\S+ ){{0,8}}?)?{DAY} {STRIKE} \(\d+ SHS?\)",
        rf"{DAY} {STRIKE} {RIGHT}",
        rf"{DAY} {RIGHT} {STRIKE}",
        rf"{STRIKE} (?:{RIGHT} )?{EXPIRES} {DAY}",
        rf"\$\d[\d,]*(?:\.\d+)? {SPELLED}",
        rf"{SPELLED} (?:\S+ ){{1,8}}?{DAY} {STRIKE}",
        rf"{SPELLED} (?:\S+ ){{1,8}}?{STRIKE} {DAY}",
    )
)
ASKED = re.compile(r"\bcalls?\b|\bputs?\b|\d [CP]\b|\b[CP] \$?\d|\bexp|SHS?\)", re.I)
OF_DEBT = re.compile(r"%|\bcallable\b|\bcoupon\b|\bnext (?:call|put)\b|\bmatur|@", re.I)
"""Debt may be called or put back on a day at a price; its line tells no contract."""


def with_terms(words: Sequence[Word]) -> list[Word]:
    """The words of a line, those that tell the terms of an option as one word."""
    text = " ".join(word.text for word in words)
    if ASKED.search(text) is None or OF_DEBT.search(text) is not None:
        return list(words)
    told = (words[first : last + 1] for first, last in _places(text))
    terms = next((one for one in told if _are_near(one)), ())
    if not terms:
        return list(words)
    first, last = words.index(terms[0]), words.index(terms[-1])
    whole = replace(terms[0], text=" ".join(word.text for word in terms), x1=terms[-1].x1)
    return [*words[:first], whole, *words[last + 1 :]]


def tells_terms(text: str) -> bool:
    """Whether a line tells the terms of an option, its day of expiry and its strike."""
    return ASKED.search(text) is not None and OF_DEBT.search(text) is None and any(_places(text))


def symbol_of_contract(text: str) -> str | None:
    """The symbol of an option that stands in a text, `QZAB 260116C00150000`; None where there is none."""
    found = OPTION_IN_TEXT.search(text)
    return None if found is None else found[0].strip("-. ")


def _places(text: str) -> Iterator[tuple[int, int]]:
    """The first and the last word of the terms that a line tells."""
    for terms in TERMS:
        for found in terms.finditer(text):
            first = text[: found.start()].count(" ")
            yield first, first + found[0].count(" ")


def _are_near(words: Sequence[Word]) -> bool:
    """Whether no word stands apart from the one before it, as in columns of a table."""
    return all(word.x0 - before.x1 < NEAR * word.size for before, word in pairwise(words))
