"""A page that lies on its side or stands on its head is turned upright before it is read.

The busiest band of the page is read as it is; where hardly a figure is found in it, the page is tried in all four ways
and the one in which most is found is taken. Words alone say little: capitals on their head are read as other words.
"""

import re
from typing import Any

from core.ingest.ocr.picture import Picture
from core.ingest.ocr.voices import heard_words

ENOUGH, FIGURES = 12, 4
CLEARLY = 1.5
FIGURE = re.compile(r"\d[.,]\d\d$")


def upright(picture: Picture) -> Picture:
    """The picture with its text the right way up, and the way back to the page."""
    words = heard_words(_busiest(picture.grey))
    if len(words) >= ENOUGH and sum(bool(FIGURE.search(word)) for word in words) >= FIGURES:
        return picture
    ways = [picture]
    for _ in range(3):
        ways.append(_quarter(ways[-1]))
    counts = [len(words), *(len(heard_words(_busiest(way.grey))) for way in ways[1:])]
    best = max(range(4), key=lambda turn: counts[turn])
    return ways[best] if counts[best] > CLEARLY * counts[0] + 2 else picture


def _busiest(grey: Any) -> Any:
    """A band of about a fifth of the page with the most ink in it."""
    import numpy as np

    rows = (255 - grey).mean(axis=1)
    height = min(len(rows), max(120, len(rows) // 5))
    top = int(np.convolve(rows, np.ones(height), mode="valid").argmax())
    return grey[top : top + height]


def _quarter(picture: Picture) -> Picture:
    """Turned a quarter against the clock."""
    import numpy as np

    width = picture.grey.shape[1]
    way = np.array([[0.0, -1.0, width - 1.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    return Picture(np.ascontiguousarray(np.rot90(picture.grey)), picture.back @ way, picture.scale)
