"""The sheet of paper in a picture of a desk: found by its four corners and seen straight.

A telephone's picture is often sent within a PDF, so that nothing tells a photo from a scan but what it shows.
"""

from typing import Any

EDGE, DARK, SIDES = 9, 0.8, 3
"""The rim of a picture of 1400 pixels, how much of it is dark where a table lies, and on how many sides."""
LIGHTER, PRINTED = 0.3, 0.01
"""Print is lighter than its ground by this share of the way to paper, and covers more of it than specks do."""


def sheet_in(grey: Any, photo: bool = False) -> tuple[Any, Any] | None:
    """The sheet of paper in a picture, seen straight, with the way back (3 x 3); None where no sheet stands out.

    A picture that is not known to be a `photo` may have bands and cards of its own: there the sheet must lie on a
    table that goes around it and has no print.
    """
    import cv2
    import numpy as np

    factor = 1400 / max(grey.shape)
    small = cv2.GaussianBlur(cv2.resize(grey, None, fx=factor, fy=factor), (5, 5), 0)
    _, light = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    if not photo and not _has_table(light):
        return None
    bright = cv2.morphologyEx(light, cv2.MORPH_CLOSE, np.ones((31, 31), np.uint8))
    shapes, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    largest = max(shapes, key=cv2.contourArea, default=None)
    if largest is None or not 0.3 < cv2.contourArea(largest) / small.size < 0.97:
        return None
    hull = cv2.convexHull(largest)
    corners = cv2.approxPolyDP(hull, 0.03 * cv2.arcLength(largest, True), True)
    if len(corners) != 4 or (not photo and _is_printed_around(small, hull)):
        return None
    return _seen_straight(grey, corners.reshape(4, 2).astype(np.float32) / factor)


def _has_table(light: Any) -> bool:
    """Whether the picture is dark along three of its four sides."""
    edges = (light[:EDGE], light[-EDGE:], light[:, :EDGE], light[:, -EDGE:])
    return sum(float((edge == 0).mean()) > DARK for edge in edges) >= SIDES


def _is_printed_around(small: Any, hull: Any) -> bool:
    """Whether what lies outside the sheet is more than a table: white print on a dark page, a second sheet.

    The `hull` of the sheet has the paper beside a folded corner, which its four corners leave out.
    """
    import cv2
    import numpy as np

    outside = np.full(small.shape, 255, np.uint8)
    cv2.fillConvexPoly(outside, hull, 0)
    rest = small[cv2.erode(outside, np.ones((EDGE, EDGE), np.uint8)) > 0]
    if not rest.size:
        return False
    table, paper = float(np.median(rest)), float(np.median(small[outside == 0]))
    return float((rest > table + LIGHTER * (paper - table)).mean()) > PRINTED


def _seen_straight(grey: Any, corners: Any) -> tuple[Any, Any]:
    import cv2
    import numpy as np

    total, apart = corners.sum(axis=1), np.diff(corners, axis=1).ravel()
    ordered = corners[[total.argmin(), apart.argmin(), total.argmax(), apart.argmax()]]
    sides = [float(np.linalg.norm(ordered[a] - ordered[b])) for a, b in ((0, 1), (2, 3), (0, 3), (1, 2))]
    width, height = int(max(sides[:2])), int(max(sides[2:]))
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    onto = cv2.getPerspectiveTransform(ordered, flat)
    return cv2.warpPerspective(grey, onto, (width, height), flags=cv2.INTER_CUBIC), np.linalg.inv(onto)
