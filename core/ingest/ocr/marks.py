"""What the ink of a figure says of its small marks: commas hang below the line, points stand on it, `$` is tall.

Blur makes a comma look like a point, and a `5` like a `$`, to a voice that knows no line; where they stand tells them
apart. Which digits are printed is never decided here.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Any

from core.domain.statement import Box
from core.ingest.lexicon.amounts import read_amount
from core.ingest.ocr.agree import Agreed

LARGER, SPECK, FEW, ASKED = 4, 40, 3, 20
TALL, LOW, WIDE = 0.65, 0.5, 0.6
COMMA, UNSURE = 0.36, 0.07
"""Depth below the line and height of a mark, in heights of digits: 0.57 for a comma, 0.15 for a point."""
LIKE_CAPITALS, SMALL = re.compile(r"[A-Z][cosuvwxz]{1,4}"), 0.88
"""Words whose small letters differ from capitals in height alone, `Vwo`; a small one is 0.75 of a capital high."""
DOLLAR, DIGIT, RISE = 1.14, 1.08, 0.04
Shape = tuple[float, float, float, float]
FIGURE = re.compile(r"[-($]*\d[\d.,]*[-)%]*")


def looked_at(grey: Any, one: Agreed, high: bool = True) -> Agreed:
    """A figure with its marks, and capitals, as they are printed; where both voices read others, a doubt stays.

    `high`: dollar signs of the page stand out above its digits, so that what does not is none.
    """
    kept, other = one.said.text, one.other
    if LIKE_CAPITALS.fullmatch(kept) and _is_level(_shapes(grey, one.said.frame), len(kept)):
        return _read_as(one, kept.upper(), other)
    if not FIGURE.fullmatch(kept) or not re.search(r"[.,$]", kept + (other or "")):
        return one
    marks, first = marks_in(grey, one.said.frame)
    if other and FIGURE.fullmatch(other):
        told = first is True or (high and first is False)
        if {kept[0], other[0]} - set("0123456789") == {"$"} and kept[1:] == other[1:] and told:
            right, wrong = (kept, other) if (kept[0] == "$") == first else (other, kept)
            return _read_as(one, right, None if first else wrong)
        if re.sub(r"[.,]", "", kept) == re.sub(r"[.,]", "", other):
            fitting = [text for text in (kept, other) if _marks(text) == marks]
            if len(fitting) == 1 and read_amount(fitting[0]):
                return _read_as(one, fitting[0], None)
            made = _with_marks(kept, marks or "")
            return one if fitting or read_amount(made) is None else _read_as(one, made, kept)
    if other is None and marks and marks[:-1] == _marks(kept)[:-1] and marks != _marks(kept):
        last = max(kept.rfind("."), kept.rfind(","))
        text = kept[:last] + marks[-1] + kept[last + 1 :]
        return _read_as(one, text, kept) if read_amount(text) is not None else one
    return one


def dollars_are_high(grey: Any, words: Sequence[Agreed]) -> bool:
    """Whether the dollar signs on which both voices agree are taller than the digits beside them, as in most type."""
    signs = [one for one in words if one.other is None and re.match(r"\$\d{2}", one.said.text)][:ASKED]
    told = [marks_in(grey, one.said.frame)[1] for one in signs]
    return told.count(False) < len(told) / 2 if told else True


def _is_level(shapes: Sequence[Shape], letters: int) -> bool:
    """Whether as many letters stand in a row and all are of one height: capitals, though some look like small ones."""
    highest = max((high for _, _, _, high in shapes), default=0.0)
    tall = [high for _, _, _, high in shapes if high > LOW * highest]
    return len(tall) == letters and min(tall) > SMALL * highest


def marks_in(grey: Any, frame: Box) -> tuple[str | None, bool | None]:
    """The points and commas of a figure, from the left, and whether it begins with `$`; None where ink is unclear."""
    shapes = _shapes(grey, frame)
    if not shapes:
        return None, None
    highest = max(high for _, _, _, high in shapes)
    tall = [one for one in shapes if one[3] > TALL * highest]
    digit, line = median(high for _, _, _, high in tall), median(top + high for _, top, _, high in tall)
    told = [
        (top + high - line + high) / digit
        for _, top, wide, high in shapes
        if high < LOW * digit and wide < WIDE * digit and top > line - LOW * digit
    ]
    clear = all(abs(one - COMMA) > UNSURE for one in told)
    marks = "".join("," if one > COMMA else "." for one in told) if clear else None
    return marks, _begins_with_dollar(shapes[0], tall, digit)


def _begins_with_dollar(first: Shape, tall: Sequence[Shape], digit: float) -> bool | None:
    """Whether the first letter stands higher and hangs deeper than the digits; None where it does one alone."""
    if first is not tall[0] or len(tall) < FEW:
        return None
    above = median(top for _, top, _, _ in tall[1:]) - first[1]
    if first[3] < DIGIT * digit:
        return False
    return True if first[3] > DOLLAR * digit and above > RISE * digit else None


def _shapes(grey: Any, frame: Box) -> list[Shape]:
    """Left, top, width and height of each piece of ink in a frame, from the left, finer than pixels."""
    import cv2

    x0, top, x1, bottom = (round(edge) for edge in frame)
    piece = grey[max(0, top - 2) : bottom + 3, max(0, x0 - 1) : x1 + 1]
    if min(piece.shape) < 4:
        return []
    large = cv2.resize(piece, None, fx=LARGER, fy=LARGER, interpolation=cv2.INTER_CUBIC)
    _, ink = cv2.threshold(large, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    _, _, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    return sorted(
        (float(x), float(y), float(wide), float(high)) for x, y, wide, high, area in found[1:] if area > SPECK
    )


def _with_marks(text: str, marks: str) -> str:
    """The figure with those points and commas; as it is where they are not as many."""
    if len(marks) != len(_marks(text)):
        return text
    left = iter(marks)
    return re.sub(r"[.,]", lambda _: next(left), text)


def _marks(text: str) -> str:
    return "".join(re.findall(r"[.,]", text))


def _read_as(one: Agreed, text: str, other: str | None) -> Agreed:
    return replace(one, said=replace(one.said, text=text), other=other)
