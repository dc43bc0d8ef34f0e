"""Blanks between words of letters that one voice alone saw, or none: whether there is one, the ink of the line tells.

No sum holds a name, and `INESA CALLOWAY` is nobody. A blank is about as wide as the others of its line: what is much
narrower is none, but before a letter alone, which a speck may touch; what is neither stays in doubt, and so does a name
with a blank within that both voices overlook.
"""

import re
from collections.abc import Iterator, Sequence
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


def put_together(groups: Sequence[Sequence[Agreed]], ink: Any) -> list[list[Agreed]]:
    """The words of a page, those as one that one voice alone parted, and between which there is no blank: `M ARSH`."""
    return [_joined(group, blanks, usual) for group, blanks, usual in _measured(groups, ink)]


def with_spaces(groups: Sequence[Sequence[Agreed]], ink: Any) -> list[list[Agreed]]:
    """The words of a page, those in doubt of whose blanks the ink is not sure."""
    return [
        [_overlooked(ink, one, usual) for one in _weighed(group, blanks, usual)]
        for group, blanks, usual in _measured(groups, ink)
    ]


def _measured(groups: Sequence[Sequence[Agreed]], ink: Any) -> Iterator[tuple[list[Agreed], list[Blank | None], float]]:
    """Each run with the blanks between its words, and a usual one; all is wide enough on a page of hardly a blank."""
    blanks = [[_between(ink, one, two) for one, two in pairwise(group)] for group in groups]
    known = [
        [blank.share for one, blank in zip(group[1:], own, strict=True) if blank is not None and not one.parted]
        for group, own in zip(groups, blanks, strict=True)
    ]
    every = [share for own in known for share in own]
    page = median(every) if len(every) >= FEW else 0.0
    for group, own, shares in zip(groups, blanks, known, strict=True):
        usual = max(page, median(shares)) if page and len(shares) >= FEW else page
        yield list(group), own if page else [None] * len(own), usual


def _joined(group: Sequence[Agreed], blanks: Sequence[Blank | None], usual: float) -> list[Agreed]:
    found = list(group[:1])
    for one, blank in zip(group[1:], blanks, strict=True):
        last, text = found[-1], one.said.text
        plain = last.other is None and one.other is None and (last.said.text + text).isalpha() and len(text) > 1
        if one.parted and plain and blank is not None and blank.share < NONE * usual:
            found[-1] = replace(last, said=replace(last.said, text=last.said.text + text, x1=one.said.x1))
        else:
            found.append(one)
    return found


def _weighed(group: Sequence[Agreed], blanks: Sequence[Blank | None], usual: float) -> list[Agreed]:
    """The words of a run, in doubt where a blank that one voice alone saw is narrower than a usual one."""
    found = list(group[:1])
    for one, blank in zip(group[1:], blanks, strict=True):
        last = found[-1]
        clear = last.other is not None or one.other is not None or "&" in (last.said.text, one.said.text)
        if not one.parted or blank is None or clear:
            found.append(one)
            continue
        glued = last.said.text + one.said.text if blank.share < SURE * usual else None
        found[-1] = replace(last, said=replace(last.said, x1=blank.x0), other=glued)
        found.append(replace(one, said=replace(one.said, x0=blank.x1), other=None if glued is None else ""))
    return found


def _overlooked(ink: Any, one: Agreed, usual: float) -> Agreed:
    """A name with a blank within as wide as one between words, in doubt: `INESA` may be `INES A`."""
    text = one.said.text
    if not usual or one.other is not None or not NAME.fullmatch(text) or is_label(text):
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
