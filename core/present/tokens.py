"""The colours and sizes of the screen. Data colours hold on white and on dark paper alike and are never text."""

BLUE = "#2E7EB5"
BRASS = "#B0741C"
GREEN = "#2C8A6B"
RED = "#D14A3F"
VIOLET = "#8467B5"
GREY = "#75818A"

BLUE_RGB = (46, 126, 181)
BRASS_RGB = (176, 116, 28)
GREY_RGB = (117, 129, 138)

BAND_FILL = "rgba(117,129,138,.17)"
GRID = "rgba(117,129,138,.20)"
ZERO_LINE = "rgba(117,129,138,.55)"
TROUBLE_FILL = "rgba(209,74,63,.13)"

EDGE_ALPHA = 0.47
"""Opacity of a cell's fill at the edge of its band."""
FAR_ALPHA = 0.70
"""Opacity at one and a half bands and beyond."""

OUTSIDE = "■"
NEAR = "□"
EXPLAINED = "○"
PROVEN = "●"

ROW_HEIGHT = 30


def rgba(colour: tuple[int, int, int], alpha: float) -> str:
    """A colour over the paper: rgba((46, 126, 181), 0.25) -> "rgba(46,126,181,.250)"."""
    return f"rgba({colour[0]},{colour[1]},{colour[2]},{alpha:.3f})"


def diverging(in_bands: float) -> str:
    """The fill of a drift: blue below target, brass above, paper at target, stronger to one and a half bands."""
    size = min(abs(in_bands), 1.5)
    alpha = EDGE_ALPHA * size if size <= 1 else EDGE_ALPHA + (FAR_ALPHA - EDGE_ALPHA) * (size - 1) / 0.5
    return rgba(BRASS_RGB if in_bands > 0 else BLUE_RGB, alpha)


def table_height(rows: int, most: int | None = None) -> int:
    """Pixels of a table with a head and that many rows, at most `most` rows shown at once."""
    shown = rows if most is None else min(rows, most)
    return ROW_HEIGHT * (shown + 1) + 4
