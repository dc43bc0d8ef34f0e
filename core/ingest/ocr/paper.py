"""Where a page shows nothing that may be a figure, not even faint print that no voice reads: empty on paper too.

Words, days and shares of something that are read for sure are no lost figures: a fixed account has a rate and its end
where funds have units and a price.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from core.domain.statement import Box
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import is_date
from core.ingest.nouns.words import Word
from core.ingest.ocr.leaning import Lean
from core.ingest.ocr.picture import Picture

AROUND = 25
"""Strokes are narrower than so many pixels; what is wider and dark is print in white."""
DARK, FAINT, NOISE = 128, 20, 6
"""Darkness of the paper that is none, and what is print beside it: so much, and so many times the usual grain."""
LOW, EDGE = 6, 2
"""Pixels up to which a mark is a rule or a speck: no figure is so low; and how far blur spreads a word."""
LETTERS = re.compile(r"[A-Za-z]{3,}[:.,]?")
UPPER, LOWER = 0.25, 0.2
"""What of a line is left off above and below, where letters of the lines around it hang and stand."""


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """The marks of a page, a bit for each pixel of the straightened picture; `scale` is pixels in a point."""

    bits: Any
    across: int
    scale: float
    lean: Lean

    def is_blank(self, box: Box) -> bool:
        """Whether no figure may stand in the middle of a line in the box, in points of the straightened page."""
        import numpy as np

        high = box[3] - box[1]
        middle = (box[0], box[1] + UPPER * high, box[2], box[3] - LOWER * high)
        x0, top, x1, bottom = _pixels(middle, self.scale, self.lean)
        if not 0 <= x0 < x1 <= self.across or not 0 <= top < bottom <= len(self.bits):
            return False
        return not np.unpackbits(self.bits[top:bottom], axis=1)[:, x0:x1].any()


def paper_of(picture: Picture, lean: Lean, words: Sequence[Word], unsure: Collection[Box]) -> Paper:
    """The marks on a page, without grain, specks, rules across and the words that are no figures; `unsure` boxes stay.

    `words` and boxes are in points of the straightened page.
    """
    import cv2
    import numpy as np

    soft = cv2.blur(picture.grey, (3, 3))
    strokes = cv2.morphologyEx(soft, cv2.MORPH_BLACKHAT, np.ones((AROUND, AROUND), np.uint8)).astype(np.int16)
    usual = float(np.median(strokes))
    grain = float(np.median(np.abs(strokes - usual)))
    dark = (strokes > max(FAINT, usual + NOISE * grain)) | (soft < DARK)
    _, labels, found, _ = cv2.connectedComponentsWithStats(dark.astype(np.uint8), connectivity=8)
    kept = found[:, cv2.CC_STAT_HEIGHT] >= LOW
    kept[0] = False
    marks = kept[labels]
    for word in words:
        if word.box not in unsure and _is_no_figure(word.text):
            x0, top, x1, bottom = _pixels(word.box, picture.scale, lean)
            marks[max(0, top) : bottom, max(0, x0 - EDGE) : x1 + EDGE] = False
    return Paper(np.packbits(marks, axis=1), picture.grey.shape[1], picture.scale, lean)


def _pixels(box: Box, scale: float, lean: Lean) -> tuple[int, int, int, int]:
    """A box on lines drawn level as whole pixels of the picture."""
    x0, top, x1, bottom = (edge * scale for edge in box)
    upper, lower = (lean.back((x0 + x1) / 2, edge) for edge in (top, bottom))
    return round(x0), round(upper), round(x1), round(lower)


def _is_no_figure(text: str) -> bool:
    amount = read_amount(text)
    return LETTERS.fullmatch(text) is not None or is_date(text) or (amount is not None and amount.percent)
