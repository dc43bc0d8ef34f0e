"""Heads that stand so close that two columns run together in one line of a band, told apart by the line above or below.

`Value on | Unrealized` over `Sep 30 ($)gain or loss ($)` are two columns: each half completes one of the other line.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.lexicon.vocabulary import DATE_WORDS, known_role, role_of
from core.ingest.nouns.words import Line, Word, text_of

Piece = list[Word]
SEAM = re.compile(r"(?<=[a-z)])(?=[A-Z(])|(?<=[A-Z])(?=[A-Z][a-z])")


def unglued(line: Line) -> Line:
    """The line with words parted that are two heads set without a gap, `CUSIPAcquired`."""
    words = tuple(part for word in line.words for part in _parted(word))
    return line if len(words) == len(line.words) else replace(line, words=words)


def _parted(word: Word) -> list[Word]:
    if known_role(word.text) is not None:
        return [word]
    for seam in SEAM.finditer(word.text):
        left, right = word.text[: seam.start()], word.text[seam.start() :]
        if None not in (roles := (known_role(left), known_role(right))) and roles[0] != roles[1]:
            cut = word.x0 + (word.x1 - word.x0) * len(left) / len(word.text)
            return [replace(word, text=left, x1=cut - 0.5), replace(word, text=right, x0=cut + 0.5)]
    return [word]


def uncrowded(lines: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The pieces of each line of a band, those cut in two that run through two heads of the line next to it."""
    return [
        [part for piece in pieces for part in _cut(piece, _beside(lines, place))] for place, pieces in enumerate(lines)
    ]


def _beside(lines: Sequence[list[Piece]], place: int) -> list[tuple[list[Piece], bool]]:
    """The lines next to one, each with whether it stands above."""
    above = [(lines[place - 1], True)] if place else []
    return above + ([(lines[place + 1], False)] if place + 1 < len(lines) else [])


def _cut(piece: Piece, beside: Sequence[tuple[list[Piece], bool]]) -> list[Piece]:
    text = text_of(piece)
    if len(piece) < 2 or (known_role(text) and not DATE_WORDS.search(text.lower())):
        return [piece]
    for pieces, is_above in beside:
        over = [one for one in pieces if _meet(one, piece)]
        if len(over) > 1 and (parts := _parts(piece, over, is_above)):
            return parts
    return [piece]


def _parts(piece: Piece, over: Sequence[Piece], is_above: bool) -> list[Piece]:
    """The piece in as many parts as heads lie beside it, each with its own; empty where it falls into no such parts."""
    nearest = [max(range(len(over)), key=lambda at: _shared(word, over[at])) for word in piece]
    parts = [[word for word, at in zip(piece, nearest, strict=True) if at == head] for head in range(len(over))]
    return parts if nearest == sorted(nearest) and all(parts) and _name_columns(parts, over, is_above) else []


def _name_columns(parts: Sequence[Piece], over: Sequence[Piece], is_above: bool) -> bool:
    """Whether each part lies at its own head and all together name different columns."""
    pairs = [(one, two) if is_above else (two, one) for one, two in zip(over, parts, strict=True)]
    roles = [role_of(f"{text_of(one)} {text_of(two)}") for one, two in pairs]
    return all(map(_meet, parts, over)) and None not in roles and len(set(roles)) == len(roles)


def _shared(word: Word, piece: Piece) -> float:
    """How far a word lies at a head, in points; how far apart they are, as less than nothing."""
    return min(word.x1, piece[-1].x1) - max(word.x0, piece[0].x0)


def _meet(one: Piece, two: Piece) -> bool:
    return one[0].x0 < two[-1].x1 + 1 and one[-1].x1 > two[0].x0 - 1
