"""Owners that are read, and that no account has as they stand: a name left open, a house, a label, a holding.

What is odd is said, and why; it is a person who knows better. Nothing is taken away or put in its place.
"""

import re
from collections.abc import Iterable

from core.ingest.lexicon.institutions import is_institution
from core.ingest.lexicon.people import OF_TITLES
from core.ingest.lexicon.sections import is_section_heading

OPEN_END = re.compile(
    r"(?:^|\s)(?:&|and|or|of|for|the|by|c/f|cust|f/?b/?o|u/?a/?d?|u/?t/?[ad]|dtd|dated)\W*$|[,&/-]$", re.I
)
"""Words that a name goes on behind."""
OPEN_BEGIN = re.compile(r"(?:&|and|or|of|for|c/f|f/?b/?o|ttees?|trustees?|u/?a/?d?|u/?t/?[ad]|dtd)(?=\s)|[,&/)-]", re.I)
INITIAL = re.compile(r"(?!\S+, ).*\s[A-Z]\.?")
"""A name of a person that ends in one letter: the surname is broken off, where it does not stand in front."""
LABEL = re.compile(r":|\b(?:statement|report|prepared|account|page (?:\d|of)|summary|portfolio|household of)\b", re.I)
KEEPER = re.compile(
    r"\b(?:custodians?|cust|trust co(?:mpany|\.)?|bank|n\.a\.|brokerage|clearing|securities|"
    r"financial (?:services|advisors?)|wealth (?:management|advisors?)|private bank)(?:\W|$)",
    re.I,
)
"""Words of houses that keep accounts for others."""
NUMBER = re.compile(r"\d{5,}|\d[\d-]{5,}\d|\$")
DAY = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b[a-z]{3,9}\.? \d{1,2},? \d{4}\b", re.I)
TRUST = re.compile(r"\b(?:trusts?|tr|ttees?|trustees?|estate|u/?a/?d?|u/?t/?d|llc|foundation|fund)\b", re.I)
LEAST = 6


def why_odd(owner: str, institution: str, held: Iterable[str]) -> str:
    """Why an owner reads like none, in words behind `the owner is read as ...,`; empty where it may be one.

    `institution` is the house whose paper it is, `held` are the names of what the account holds.
    """
    if not owner:
        return ""
    if OPEN_END.search(owner) or OPEN_BEGIN.match(owner) or (INITIAL.fullmatch(owner) and not TRUST.search(owner)):
        return "which is a part of a name"
    if _letters(owner) == _letters(institution) or KEEPER.search(owner) or is_institution(owner):
        return "which is the name of a house that keeps accounts"
    if LABEL.search(owner) or is_section_heading(owner):
        return "which is the name of nobody"
    if NUMBER.search(DAY.sub(" ", owner)) or (any(map(str.isdigit, owner)) and not TRUST.search(owner)):
        return "which holds figures"
    if OF_TITLES.search(owner) and not TRUST.search(owner):
        return "which holds words of the kind of its account"
    if len(_letters(owner)) >= LEAST and any(_letters(name).startswith(_letters(owner)) for name in held):
        return "which is the name of a holding too"
    return ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))
