"""The ink of a page: where it stands, how tight it lies around a word, and what of it no word covers."""

from collections.abc import Sequence
from typing import Any

from core.domain.statement import Box

LEAST_INK = 6
REACH = 0.5
GAP = 0.4
STRIP = 0.4
"""How high a strip of ink that is none of a word may be, in heights of the word."""


def ink_of(grey: Any) -> Any:
    """Ink as 255 on 0, without dots too small to be part of a letter, which would make words seem taller."""
    import cv2
    import numpy as np

    _, ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    _, labels, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    kept = found[:, cv2.CC_STAT_AREA] >= LEAST_INK
    kept[0] = False
    return np.where(kept[labels], 255, 0).astype(np.uint8)


def measured(ink: Any, frame: Box, tall: bool = False) -> Box:
    """A frame drawn tight around its ink, in pixels.

    `tall`: the word has a letter or digit as high as any, so that low ink with a blank above or below it is none of
    the word: a rule under it, the feet of the line above.
    """
    import numpy as np

    x0, top, x1, bottom = (max(0, round(edge)) for edge in frame)
    patch = ink[top:bottom, x0:x1]
    rows, columns = np.flatnonzero(patch.any(axis=1)), np.flatnonzero(patch.any(axis=0))
    if not len(rows) or not len(columns):
        return frame
    if tall:
        rows = _tallest(rows)
        columns = np.flatnonzero(patch[rows[0] : rows[-1] + 1].any(axis=0))
    return (
        float(x0 + columns[0]),
        float(top + rows[0]),
        float(x0 + columns[-1] + 1),
        float(top + rows[-1] + 1),
    )


def _tallest(rows: Any) -> Any:
    """Of rows with ink the highest stretch without a blank, where the others are low; else all."""
    import numpy as np

    bands = np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)
    highest = max(bands, key=len)
    return highest if all(band is highest or len(band) < STRIP * len(highest) for band in bands) else rows


def grown(ink: Any, frame: Box, others: Sequence[Box]) -> Box:
    """The frame of a figure with the ink that goes on beside it and that no other frame covers.

    Lines that run on above and below the figure are rules of the table and end it.
    """
    x0, top, x1, bottom = measured(ink, frame)
    near = [one for one in others if one[1] < bottom and one[3] > top]
    right = _reach(ink, x1, (top, bottom), near, 1)
    left = _reach(ink, x0, (top, bottom), near, -1)
    band = round(top), round(bottom)
    if not _is_mark(ink[band[0] : band[1], round(x1) : round(right)], bottom - top):
        right = x1
    if not _is_mark(ink[band[0] : band[1], round(left) : round(x0)], bottom - top):
        left = x0
    return (min(left, frame[0]), frame[1], max(right, frame[2]), frame[3]) if (left, right) != (x0, x1) else frame


def _is_mark(patch: Any, height: float) -> bool:
    """Whether the ink may be a digit, a bracket or a minus: specks and points are lower and narrower."""
    import numpy as np

    rows, columns = np.flatnonzero(patch.any(axis=1)), np.flatnonzero(patch.any(axis=0))
    if not len(rows) or not len(columns):
        return False
    return bool(rows[-1] - rows[0] + 1 > 0.5 * height or columns[-1] - columns[0] + 1 > 0.28 * height)


def _reach(ink: Any, edge: float, band: tuple[float, float], others: Sequence[Box], way: int) -> float:
    """How far to one side ink goes on without a gap as wide as one between columns."""
    import numpy as np

    height = band[1] - band[0]
    top, bottom = (round(one) for one in band)
    above, below = max(0, round(top - 0.6 * height)), round(bottom + 0.6 * height)
    found, place, blank = edge, round(edge if way > 0 else edge - 1), 0
    while blank <= (REACH if found == edge else GAP) * height and 0 <= place < ink.shape[1]:
        if any(one[0] - 1 <= place < one[2] + 1 for one in others):
            break
        column = ink[top:bottom, place]
        rule = np.count_nonzero(ink[above:below, place]) > 0.8 * (below - above)
        if rule:
            break
        blank = 0 if np.count_nonzero(column) >= 2 else blank + 1
        if not blank:
            found = float(place + 1 if way > 0 else place)
        place += way
    return found
