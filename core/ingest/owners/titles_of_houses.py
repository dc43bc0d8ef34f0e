"""The title of an account before the house that keeps it and its number, on one line.

`Ines Calloway & Tobias Calloway JTWROS  Alder Custody x8561`: the owners and the kind end where the house begins.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.people import is_trust
from core.ingest.lexicon.registrations import LONE_NUMBER
from core.ingest.nouns.events import Fact, Where
from core.ingest.owners.account_titles import Title, facts_of_title, title_of

MOST_OF_HOUSE = 5
HOUSE = re.compile(r"(?:[A-Z][\w.&'’-]*|&|of|at|by|[Aa]/[Cc]|\W+)")


def titled_with_house(phrases: Sequence[str], where: Where) -> list[Fact]:
    """Owner and registration in the first phrase that ends in the number of an account, a house before it or not."""
    numbered = (text.split() for text in phrases if LONE_NUMBER.fullmatch(text.split()[-1].strip("()")))
    title = next((title for words in numbered if (title := _before_house(words[:-1])) is not None), None)
    return facts_of_title(title, where, -1 if title.trustee else 0) if title is not None else []


def _before_house(words: Sequence[str]) -> Title | None:
    """The longest beginning of a title that tells an owner, with nothing behind it but a few words of a house."""
    for count in range(len(words), max(1, len(words) - MOST_OF_HOUSE) - 1, -1):
        if not all(map(HOUSE.fullmatch, words[count:])):
            return None
        text = " ".join(words[:count]).rstrip(" |·•,-–—")
        if (title := title_of(text)) is not None:
            return title
        if is_trust(text):
            return Title(text, "")
    return None
