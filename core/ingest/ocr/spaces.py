"""Blanks between words of letters that one voice alone saw, or none: whether there is one, the ink of the line tells.

No sum holds a name, and `INESA CALLOWAY` is nobody. A blank is about as wide as the others of its line: what is much
narrower is none, what is neither stays in doubt, and so does a name with one within that both voices overlook.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from statistics import median
from typing import Any

from core.ingest.ocr.agree import LETTERS, Agreed
from core.ingest.ocr.ink import measured
from core.ingest.ocr.tidied import is_label

NONE, SURE = 0.45, 0.75
"""Up to which share of a usual blank there is none, and from which one is sure."""
FEW = 2
ALIKE, MOST = 0.35, 1.6
"""How wide any other blank of a word may be beside one between two words, and the latter: else letters are lost."""
REACH = 0.6
"""How far beside the edges that a voice gives a word its blank may lie, in heights of the word."""
NAME = re.compile(r"[A-Z][A-Za-z'’-]{3,}")
NARROW, WIDE = "Iijlftr'’.-", "MWmw"
LIGHT, HEAVY = 0.55, 1.4
"""About how wide narrow and wide letters are, in usual ones."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Columns without ink, from x0 to x1 in pixels.

    `share`: their number in heights of the words beside them, `next` that of the second widest blank.
    """

    x0: float
    x1: float
    share: float
    next: float


def with_spaces(groups: Sequence[Sequence[Agreed]], ink: Any) -> list[list[Agreed]]:
    """The words of a page, those put together between which there is no blank, and the others in doubt."""
    blanks = [[_between(ink, one, two) for one, two in pairwise(group)] for group in groups]
    known = [
        [blank.share for one, blank in zip(group[1:], own, strict=True) if blank is not None and not one.parted]
        for group, own in zip(groups, blanks, strict=True)
    ]
    every = [share for own in known for share in own]
    if len(every) < FEW:
        return [list(group) for group in groups]
    found = []
    for group, own, shares in zip(groups, blanks, known, strict=True):
        usual = max(median(every), median(shares)) if len(shares) >= FEW else median(every)
        found.append([_overlooked(ink, one, usual) for one in _weighed(group, own, usual)])
    return found


def _weighed(group: Sequence[Agreed], blanks: Sequence[Blank | None], usual: float) -> list[Agreed]:
    """The words of a run after each blank that one voice alone saw is held against a usual one."""
    found = list(group[:1])
    for one, blank in zip(group[1:], blanks, strict=True):
        last = found[-1]
        clear = last.other is not None or one.other is not None or "&" in (last.said.text, one.said.text)
        if not one.parted or blank is None or clear:
            found.append(one)
        else:
            found[-1:] = _held(last, one, blank.share / usual if usual else 1.0, blank)
    return found


def _held(last: Agreed, one: Agreed, share: float, blank: Blank) -> list[Agreed]:
    """Two words as one or two, by the share of a usual blank that is between them, in doubt where that may be."""
    glued = last.said.text + one.said.text
    if share < NONE and one.said.text.isalpha():
        said = replace(last.said, text=glued, x1=one.said.x1)
        return [replace(last, said=said, other=f"{last.said.text} {one.said.text}")]
    left = replace(last, said=replace(last.said, x1=blank.x0))
    right = replace(one, said=replace(one.said, x0=blank.x1))
    return [left, right] if share >= SURE else [replace(left, other=glued), replace(right, other="")]


def _overlooked(ink: Any, one: Agreed, usual: float) -> Agreed:
    """A name with a blank within as wide as one between words, in doubt: `INESA` may be `INES A`."""
    text = one.said.text
    if one.other is not None or not NAME.fullmatch(text) or is_label(text):
        return one
    frame = measured(ink, one.said.frame, True)
    x0, _, x1, _ = frame
    inner = _widest(ink, frame, x0, x1)
    if inner is None or not SURE * usual <= inner.share < MOST * usual or inner.next > ALIKE * inner.share:
        return one
    ends = list(accumulate(LIGHT if mark in NARROW else HEAVY if mark in WIDE else 1.0 for mark in text))
    at = ((inner.x0 + inner.x1) / 2 - x0) / (x1 - x0) * ends[-1]
    cut = 1 + min(range(len(text) - 1), key=lambda place: abs(ends[place] - at))
    return replace(one, other=f"{text[:cut]} {text[cut:]}")


def _between(ink: Any, one: Agreed, two: Agreed) -> Blank | None:
    """The blank between two words of letters; None where there is another word, or no ink that tells."""
    if not LETTERS.fullmatch(one.said.text) or not LETTERS.fullmatch(two.said.text):
        return None
    left, right = (measured(ink, word.said.frame, True) for word in (one, two))
    top, bottom = min(left[1], right[1]), max(left[3], right[3])
    reach = REACH * (bottom - top)
    if right[0] - left[2] > 2 * reach:
        return None
    frame = (left[0], top, right[2], bottom)
    return _widest(ink, frame, max(left[0], left[2] - reach), min(right[2], right[0] + reach))


def _widest(ink: Any, frame: tuple[float, float, float, float], x0: float, x1: float) -> Blank | None:
    """The widest stretch of columns without ink in a frame between x0 and x1."""
    import numpy as np

    _, top, _, bottom = (round(edge) for edge in frame)
    first = round(x0)
    dark = np.flatnonzero(ink[top:bottom, first : round(x1)].any(axis=0))
    if len(dark) < 2 or bottom <= top:
        return None
    steps = np.diff(dark)
    at = int(steps.argmax())
    shares = [float(step - 1) / (bottom - top) for step in steps]
    second = max(shares[:at] + shares[at + 1 :], default=0.0)
    return Blank(float(first + dark[at] + 1), float(first + dark[at + 1]), shares[at], second)
