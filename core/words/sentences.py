"""Pieces of sentences: counts, lists, names, and one safe line out of any text."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from core.words.numbers import number

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DIRECTION_MARKS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b")


def plural(noun: str) -> str:
    """The plural of a noun of this trade: trade -> trades, class -> classes, security -> securities."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def count(how_many: int, noun: str, many: str | None = None, *, begin: bool = False) -> str:
    """A number of things: "22 trades", "one trade", "no trades"; with `begin` "Four trades", "No trades".

    Up to twelve is written in words at the beginning of a sentence; inside one, only none and one.
    """
    things = noun if how_many == 1 else many or plural(noun)
    if begin:
        return f"{start(in_words(how_many))} {things}"
    return f"{in_words(how_many) if how_many in (0, 1) else number(how_many)} {things}"


def in_words(how_many: int) -> str:
    """`no`, `one` … `twelve`; digits beyond, and for what is negative."""
    return _SMALL[how_many] if 0 <= how_many < len(_SMALL) else number(how_many)


def listing(items: Sequence[str], last: str = "and") -> str:
    """`a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def start(text: str) -> str:
    """The text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def possessive(name: str) -> str:
    """`Moreau's`, `Hollingsworth's`, `the Reeves'`."""
    return f"{name}'" if name.endswith(("s", "S")) else f"{name}'s"


def one_line(text: str) -> str:
    """Any text as one line without control or direction-changing characters, spaces made single."""
    kept = (" " if ch.isspace() else ch for ch in text if ch.isspace() or not _is_hidden(ch))
    return " ".join("".join(kept).split())


def with_titles(sentence: str, titles: Mapping[str, str]) -> str:
    """The sentence with ids (account "moreau-ira-1") put as the titles that people know ("IRA, Claire …7036").

    Only ids that hold a digit or a hyphen are replaced, never one that could be a word, nor a part of a longer id.
    """
    ids = sorted((one for one in titles if re.search(r"[\d-]", one)), key=len, reverse=True)
    if not ids:
        return sentence
    pattern = rf"(?<![\w-])(?:{'|'.join(map(re.escape, ids))})(?![\w-])"
    return re.sub(pattern, lambda found: titles[found.group()], sentence)


def shorten(text: str, longest: int) -> str:
    """At most `longest` characters, an ellipsis in place of the rest."""
    return text if len(text) <= longest else text[: max(longest - 1, 0)].rstrip() + "…"


def _is_hidden(character: str) -> bool:
    return character in _DIRECTION_MARKS or unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn")
