"""Whose statement it is: names that custodians and brokers print on their paper."""

import re
from collections.abc import Sequence
from functools import lru_cache

from core.ingest.data import load
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.lexicon.taught import letterhead

NAMES: tuple[tuple[str, str], ...] = tuple(
    (title, rf"(?:{pattern})(?![a-z])") for title, pattern in load("institutions")["names"]
)
"""What is printed of each house, in small letters; `charles schwabacher` is a person."""
FILES: tuple[tuple[str, str], ...] = tuple((title, key) for title, key in load("institutions")["files"])
HOUSE = re.compile(
    r"^(.{2,60}?\b(?:brokerage|securities|bank|trust company|wealth|financial|investments?|advisors|capital|custody|"
    r"custodian|family office|clearing|partners|asset management|markets|invest|retirement services)\b"
    r"(?:[ ,]+(?:services|management|corp\.?|inc\.?|llc|co\.?|company|group|n\.?a\.?|l\.?p\.?|&))*)",
    re.I,
)
NO_HOUSE = re.compile(r"statement|summary|portfolio|account|\d|\b(?:your|my|our)\b|^(?:all|total|his|her)\b", re.I)

OWNED = re.compile(r"\w['’]s (?:\w+ )?(?:brokerage|investments?|bank|capital|custody)$", re.I)
"""What somebody calls an account, `Ines's Brokerage`."""
HIDDEN = re.compile(r"\W*(?:\.{2,}|…|[Xx*•]{1,}|ending in| -)\s?\d{3,4}\W*", re.I)
"""The end of a number behind the title of an account, `Play Brokerage ...820`."""


def institution_of(lines: Sequence[str], name: str = "") -> str:
    """The institution that the first lines or the file name speak of; empty where none does."""
    text = " \n".join(lines).lower()
    found = [(match.start(), title) for title, pattern in NAMES if (match := re.search(pattern, text))]
    if found:
        return min(found)[1]
    for line in lines[:8]:
        if is_section_heading(line):
            continue
        house = HOUSE.match(line)
        titled = house is not None and (OWNED.search(house[1]) or HIDDEN.fullmatch(line[house.end() :]))
        if house and not titled and NO_HOUSE.search(house[1]) is None and registration_of(house[1]) is None:
            return house[1].strip()
    plain = name.lower()
    return letterhead() or next((title for title, key in FILES if key in plain), "")


@lru_cache(maxsize=20_000)
def is_institution(text: str) -> bool:
    """Whether a text is the name of a house that is known here."""
    plain = text.lower()
    return any(re.search(pattern, plain) for _, pattern in NAMES)
