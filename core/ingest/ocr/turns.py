"""A page that lies on its side or stands on its head is turned upright before it is read.

The second voice, which is the quick one, reads the page as it is; that reading is kept where it shows print the right
way up. Elsewhere the busiest band of the page is tried in all four ways and the one in which most is found is taken.
Words alone say little: capitals on their head are read as other words, and RapidOCR reads a line on its side too.
"""

import re
from collections.abc import Sequence
from typing import Any

from core.ingest.ocr.picture import Picture
from core.ingest.ocr.voices import Said, second_voice

ENOUGH, FIGURES, SHARE = 12, 4, 0.25
PROSE, MOSTLY = 40, 0.5
LONG = 4
CLEARLY, SURE, LEAST_DOTS = 1.5, 0.6, 70
PLAIN_WORD = re.compile(r"[A-Za-z]{4,}|\$?\d{1,3}(?:[,.']\d{3})*[.,]\d\d")
FIGURE = re.compile(r"\d[.,]\d\d$")


def upright(picture: Picture) -> tuple[Picture, list[Said]]:
    """The picture with its text the right way up, and what the second voice reads of it."""
    said = _heard(picture)
    if stands(said):
        return picture, said
    turned = _turned(picture, lies(said))
    return (picture, said) if turned is picture else (turned, _heard(turned))


def stands(said: Sequence[Said]) -> bool:
    """Whether a reading is one of print the right way up: many plain words and figures among all that was heard."""
    plain = _plain(said)
    figures = sum(bool(FIGURE.search(word)) for word in plain)
    if figures >= FIGURES:
        return len(plain) >= ENOUGH and len(plain) >= SHARE * len(said)
    return len(plain) >= PROSE and len(plain) >= MOSTLY * len(said)


def lies(said: Sequence[Said]) -> bool:
    """Whether most longer words of a reading are higher than wide: the page lies on its side."""
    long = [word for word in said if len(word.text) >= LONG]
    return 2 * sum(word.x1 - word.x0 < word.bottom - word.top for word in long) > len(long)


def _turned(picture: Picture, on_its_side: bool) -> Picture:
    """The way of the four in which the busiest band says most; the picture itself where none says clearly more.

    On its head is tried first, since so most pages that are wrong come, unless the page is known to lie on its side.
    """
    quarter = _quarter(picture)
    half = _quarter(quarter)
    most, best = 0, picture
    ways = (half, quarter, _quarter(half))
    for way in (quarter, ways[2], half) if on_its_side else ways:
        said = second_voice(_busiest(way.grey), _dots(way))
        if stands(said):
            return way
        if len(_plain(said)) > most:
            most, best = len(_plain(said)), way
    own = len(_plain(second_voice(_busiest(picture.grey), _dots(picture))))
    return best if most > CLEARLY * own + 2 else picture


def _heard(picture: Picture) -> list[Said]:
    return second_voice(picture.grey, _dots(picture))


def _dots(picture: Picture) -> int:
    """Dots an inch."""
    return max(LEAST_DOTS, round(picture.scale * 72))


def _plain(said: Sequence[Said]) -> list[str]:
    """The words of four and more letters and the figures of money; one that is higher than wide lies on its side."""
    sure = [word for word in said if word.sure > SURE and word.x1 - word.x0 > word.bottom - word.top]
    return [word.text for word in sure if PLAIN_WORD.fullmatch(word.text)]


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
