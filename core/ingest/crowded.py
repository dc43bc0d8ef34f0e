"""Heads that stand so close that two columns run together in one line of a band, told apart by the line above or below.

`Value on | Unrealized` over `Sep 30 ($)gain or loss ($)` are two columns: each half completes one of the other line.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.vocabulary import DATE_WORDS, known_role, role_of
from core.ingest.words import Line, Word, text_of

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
        for place in range(1, len(piece)) if len(over) == 2 else ():
            left, right = piece[:place], piece[place:]
            if _complete(left, right, over, is_above):
                return [left, right]
    return [piece]


def _complete(left: Piece, right: Piece, over: Sequence[Piece], is_above: bool) -> bool:
    """Whether each half lies at its own head alone and both together name two different columns."""
    if not (_meet(left, over[0]) and _meet(right, over[1])) or _meet(left, over[1]) or _meet(right, over[0]):
        return False
    pairs = ((over[0], left), (over[1], right)) if is_above else ((left, over[0]), (right, over[1]))
    roles = [role_of(f"{text_of(one)} {text_of(two)}") for one, two in pairs]
    return None not in roles and roles[0] != roles[1]


def _meet(one: Piece, two: Piece) -> bool:
    return one[0].x0 < two[-1].x1 + 1 and one[-1].x1 > two[0].x0 - 1
