"""How heavy the print of a word is: the width of its strokes against its type size, and which words of a page are bold.

Statements tell names, headings and sums from rows by bold print; a picture has no fonts, but it has strokes.
"""

from collections.abc import Sequence
from statistics import median
from typing import Any

from core.domain.statement import Box

REACH = 1
LEAST_DARK, FILLED = 10, 0.6
BOLD, LEAST_BOLD = 1.45, 1.25
"""Bold strokes are about this much wider than plain ones; a page whose words differ by less has one weight."""
ROUNDS = 6


def weight(grey: Any, ink: Any, frame: Box, size: float) -> float | None:
    """The usual width of the strokes in a frame, in type sizes; None where there is no print, or white on dark.

    The darkness of the strokes divided by half the length of their edges: blur widens strokes but keeps their darkness.
    """
    import cv2
    import numpy as np

    x0, top, x1, bottom = frame
    down, across = (
        slice(max(0, round(low) - REACH), round(high) + REACH + 1) for low, high in ((top, bottom), (x0, x1))
    )
    strokes = ink[down, across] > 0
    if size <= 0 or np.count_nonzero(strokes) < LEAST_DARK or strokes.mean() > FILLED:
        return None
    near = cv2.dilate(strokes.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    darkness = float((255.0 - grey[down, across][near]).sum()) / 255
    edges = _edges(strokes)
    return 2 * darkness / edges / size if edges else None


def _edges(strokes: Any) -> float:
    """The length of the edges of ink, from the pixels at which four lines through the picture cross one."""
    import numpy as np

    level, steep = strokes[:, 1:] != strokes[:, :-1], strokes[1:] != strokes[:-1]
    falling, rising = strokes[1:, 1:] != strokes[:-1, :-1], strokes[1:, :-1] != strokes[:-1, 1:]
    straight = np.count_nonzero(level) + np.count_nonzero(steep)
    aslant = np.count_nonzero(falling) + np.count_nonzero(rising)
    return float(np.pi / 8 * (straight + aslant / np.sqrt(2)))


def bold_from(weights: Sequence[float]) -> float | None:
    """The weight from which words of a page are bold; None where all of them are of one weight."""
    known = sorted(weights)
    if not known:
        return None
    plain = known[len(known) // 10]
    bold = BOLD * plain
    for _ in range(ROUNDS):
        edge = (plain * bold) ** 0.5
        light, heavy = [one for one in known if one < edge], [one for one in known if one >= edge]
        if not light or not heavy:
            return None
        plain, bold = median(light), median(heavy)
    return (plain * bold) ** 0.5 if bold >= LEAST_BOLD * plain else None
