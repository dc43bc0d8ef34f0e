"""Ink of about the height of letters that no voice has read: it is shown to both again, piece by piece.

What both read the same is a word like any other; what they read differently is a word in doubt, so that a row cannot
lose a symbol or a figure in silence. What neither can read is no print.
"""

import re
from collections.abc import Sequence
from typing import Any

from core.domain.statement import Box
from core.ingest.ocr.agree import Agreed, same
from core.ingest.ocr.second_look import crop
from core.ingest.ocr.voices import Said, first_again, second_again

MOST = 80
COVER = 3
LEAST, TALLEST, WIDEST = 0.6, 1.7, 40.0
SURE = 0.5
SCRAWL_HIGH, FILL, MARGIN = 1.8, 0.3, 0.01


def left_out(grey: Any, ink: Any, covered: Sequence[Box]) -> list[list[Agreed]]:
    """Words of the page that lie outside all frames that were read, each a run of its own."""
    frames = pieces(ink, covered)[:MOST]
    crops = [crop(grey, frame) for frame in frames]
    found = []
    for frame, one, two in zip(frames, first_again(crops), second_again(crops), strict=True):
        if " " not in one and same(one, two) and re.search(r"[A-Za-z0-9]", one):
            found.append([Agreed(Said(one, *frame, sure=SURE), None)])
        elif all(len(re.findall(r"[A-Za-z0-9]", text)) > 1 for text in (one, two)):
            found.append([Agreed(Said(one.replace(" ", ""), *frame, sure=SURE), two)])
    return found


def is_scrawled(ink: Any, covered: Sequence[Box]) -> bool:
    """Whether thin strokes much higher than the print stand on the page: a drawing, a signature, a note by hand."""
    import cv2
    import numpy as np

    if not covered:
        return False
    height = float(np.median([bottom - top for _, top, _, bottom in covered]))
    strokes = _without_rules(ink, height)
    strokes = cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, _, shapes, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    down, across = ink.shape
    return any(
        min(w, h) > SCRAWL_HIGH * height
        and MARGIN * across < x and x + w < (1 - MARGIN) * across
        and MARGIN * down < y and y + h < (1 - MARGIN) * down
        and max(w, h) < 0.6 * across
        and area < FILL * w * h
        for x, y, w, h, area in shapes[1:]
    )  # fmt: skip


def pieces(ink: Any, covered: Sequence[Box]) -> list[Box]:
    """Frames of ink outside the covered ones that is about as high as the words there, from the top."""
    import cv2
    import numpy as np

    if not covered:
        return []
    height = float(np.median([bottom - top for _, top, _, bottom in covered]))
    rest = _without_rules(ink, height)
    for x0, top, x1, bottom in covered:
        rest[max(0, int(top) - COVER) : int(bottom) + COVER, max(0, int(x0) - COVER) : int(x1) + COVER] = 0
    wide = max(3, round(0.45 * height))
    joined = cv2.morphologyEx(rest, cv2.MORPH_CLOSE, np.ones((3, wide), np.uint8))
    _, _, shapes, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    frames = [(float(x), float(y), float(x + w), float(y + h)) for x, y, w, h, _ in shapes[1:]]
    text_like = [one for one in frames if _like_text(one, height)]
    return sorted(text_like, key=lambda one: (one[1], one[0]))


def _like_text(frame: Box, height: float) -> bool:
    x0, top, x1, bottom = frame
    return LEAST * height < bottom - top < TALLEST * height and 0.3 * height < x1 - x0 < WIDEST * height


def _without_rules(ink: Any, height: float) -> Any:
    """The ink without long lines across and down, which are rules of a table, and without filled areas."""
    import cv2
    import numpy as np

    long = max(20, round(3 * height))
    across = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    down = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((long, 1), np.uint8))
    return cv2.subtract(ink, cv2.dilate(cv2.max(across, down), np.ones((3, 3), np.uint8)))
