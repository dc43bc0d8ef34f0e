"""Lists of what is held elsewhere: a statement says that it is none of its own, and its numbers open no accounts.

`ASSETS HELD AWAY` over `Sponsor | Product | Policy/Account | Reported Value`, in the midst of the pages of an account.
"""

import re

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import is_date
from core.ingest.lexicon.identifiers import cusip_ok, isin_ok
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Trouble, Where
from core.ingest.nouns.words import Line, phrases, span, text_of

HEADING = re.compile(
    r"(?:other |your )?(?:assets?|accounts?|investments?|holdings?|securities|policies) (?:that are )?"
    r"(?:(?:not )?held (?:away|elsewhere|outside|at other)|not held (?:with us|by us|in your account))\b.*|"
    r"(?:held[- ]away|external(?:ly held)?|outside) (?:assets?|accounts?|investments?|holdings?)\b.*",
    re.I,
)
SENTENCE = re.compile(
    r"\b(?:following|these|below|listed|shown|this (?:list|table|section))\b.*"
    r"\bnot (?:held|carried) (?:in|at|by|with|on the books)\b|"
    r"\bnot (?:a )?part of (?:your|the|this) account\b(?! (?:statement|agreement|records?)\b)",
    re.I,
)
"""What is said of a list; that no security is held by a bank is said under many statements, and of none."""
SUM = re.compile(
    r"(?:sub-?)?totals?\b(?: [a-z]+)? (?:(?:not )?held[- ](?:away|elsewhere|outside)|external(?:ly held)?|outside)\b",
    re.I,
)
NUMBER = re.compile(r"(?=(?:\D*\d){4})[A-Z]{0,4}[\dX*•][\dA-Z*•-]{3,}")
MOST_HEADING, FEW = 8, 3


def is_held_away(state: Open, line: Line) -> bool:
    """Whether a line is a row of such a list: a name, a number that is no security's, and an amount.

    The list ends with the page, and where a table is opened behind its own head; one of units at prices is none.
    """
    page, tables = state.away or (0, 0)
    pieces = [text_of(run) for run in phrases(line.words, 1.0)]
    if page != line.page or state.tables > tables + 1 or len(pieces) < FEW or not pieces[0][:1].isalpha():
        return False
    if state.header is not None and (state.tables == tables or state.header.has("quantity")):
        return False
    return any(map(_is_number, pieces[1:])) and read_amount(pieces[-1]) is not None


def _is_number(text: str) -> bool:
    """Whether a text is the number of a policy or of an account."""
    told = NUMBER.fullmatch(text) is not None and not (cusip_ok(text) or isin_ok(text))
    return told and read_amount(text) is None and not is_date(text)


def takes_held_away(state: Open, line: Line) -> bool:
    """Notice the words over such a list; a row of it is told, and True: no fact is taken from it."""
    if _says_away(line.text):
        state.away = (line.page, state.tables)
        return False
    if not is_held_away(state, line):
        return False
    name, where = text_of(phrases(line.words, 1.0)[0]), Where(line.page, None, span(line.words))
    state.events.append(Trouble(f"{name} is listed as held elsewhere; it is no part of the account", where, "note"))
    return True


def is_sum_of_others(text: str) -> bool:
    """Whether a sum is of what is held elsewhere, by its own words: `Total held elsewhere (not in your account)`."""
    return SUM.match(text) is not None


def _says_away(text: str) -> bool:
    headed = HEADING.fullmatch(text) is not None and len(text.split()) <= MOST_HEADING
    return headed or SENTENCE.search(text) is not None
