"""Two voices become one list of words: where they agree the second one's places are used, where not there is doubt.

The first voice is kept, unless it reads no well-formed number where the second does. What only the second saw is
kept too, in doubt. Sizes and baselines come from the ink itself, so that lines and gaps measure as in a text PDF.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from core.ingest.amounts import read_amount
from core.ingest.dates import is_date
from core.ingest.ocr.doubts import Doubt
from core.ingest.ocr.picture import Picture
from core.ingest.ocr.voices import Run, Said
from core.ingest.words import Word

ASCENT, DESCENT, LOW = 0.72, 0.21, 0.52
DEEP = re.compile(r"[gjpqy,;()\[\]$Q|{}/]")
TALL = re.compile(r"[A-Zbdfhklt0-9()\[\]$/%&|]")
SURE_ALONE = 0.5
ROW_DRIFT = 0.4
LEAST_INK = 6


@dataclass(frozen=True, slots=True)
class Agreed:
    """One word of the page with what the other voice read; `other` None means that both agree."""

    said: Said
    other: str | None


def agreed(runs: Sequence[Run], second: Sequence[Said] | None) -> list[list[Agreed]]:
    """The words of both voices, run by run; a run of its own for what only the second saw."""
    left = list(second or ())
    found: list[list[Agreed]] = []
    for run in runs:
        inside = [word for word in left if _inside(word, run.frame)]
        left = [word for word in left if word not in inside]
        found.append(_one_run(run, sorted(inside, key=lambda word: word.x0)))
    alone = [word for word in left if word.sure >= SURE_ALONE and re.search(r"[A-Za-z0-9]{2}|^\d$", word.text)]
    found.extend([Agreed(word, "")] for word in alone)
    return found


def words_on(page: int, picture: Picture, groups: Sequence[Sequence[Agreed]]) -> tuple[list[Word], list[Doubt]]:
    """Words in points of the straightened picture, and the doubts; `Picture.on_page` leads back to the page."""
    import cv2

    _, ink = cv2.threshold(picture.grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    ink = _without_specks(ink)
    measured = [[_measured(ink, one.said) for one in group] for group in groups]
    sizes = _levelled([_run_size(group, tight) for group, tight in zip(groups, measured, strict=True)])
    placed: list[tuple[Agreed, float, float, float, float]] = []
    for group, tight, size in zip(groups, measured, sizes, strict=True):
        for one, (x0, top, x1, bottom) in zip(group, tight, strict=True):
            low = bottom + (0.0 if DEEP.search(one.said.text) else DESCENT * size)
            if not re.search(r"[A-Za-z0-9]", one.said.text):
                low = (top + bottom) / 2 + size / 2
            placed.append((one, x0, x1, low, size))
    words: list[Word] = []
    doubts: list[Doubt] = []
    for (one, x0, x1, _, size), low in zip(placed, _in_rows(placed), strict=True):
        left, up, right, down = (edge / picture.scale for edge in (x0, low - size, x1, low))
        word = Word(one.said.text, left, right, up, down, round(size / picture.scale, 2))
        words.append(word)
        if one.other is not None:
            doubts.append(Doubt(page, word.box, word.text, one.other))
    return words, doubts


def _without_specks(ink: Any) -> Any:
    """The ink without dots too small to be part of a letter, which would make words seem taller."""
    import cv2
    import numpy as np

    _, labels, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    kept = found[:, cv2.CC_STAT_AREA] >= LEAST_INK
    kept[0] = False
    return np.where(kept[labels], 255, 0).astype(np.uint8)


def _in_rows(placed: Sequence[tuple[Agreed, float, float, float, float]]) -> list[float]:
    """The lower edge of each word, one for all words of a row; a row may fall or rise slowly across the page."""
    rows: list[list[int]] = []
    for place in sorted(range(len(placed)), key=lambda place: placed[place][1]):
        _, x0, _, low, size = placed[place]
        fits = [
            row for row in rows if abs(placed[row[-1]][3] - low) < ROW_DRIFT * size and placed[row[-1]][2] <= x0 + size
        ]
        if fits:
            min(fits, key=lambda row: abs(placed[row[-1]][3] - low)).append(place)
        else:
            rows.append([place])
    lows = [0.0] * len(placed)
    for row in rows:
        for place in row:
            lows[place] = median(placed[one][3] for one in row)
    return lows


def same(one: str, two: str) -> bool:
    """Whether two readings say the same: exactly for digits and signs, spaces and case apart."""
    return _plain(one) == _plain(two)


def _one_run(run: Run, inside: list[Said]) -> list[Agreed]:
    whole = " ".join(word.text for word in run.words)
    if inside and "".join(whole.split()) == "".join(word.text for word in inside):
        return [Agreed(word, None) for word in inside]
    found: list[Agreed] = []
    taken: set[int] = set()
    for word in run.words:
        mates = [place for place, other in enumerate(inside) if place not in taken and _overlaps(word, other)]
        taken.update(mates)
        text = " ".join(inside[place].text for place in mates)
        if len(mates) == 1 and same(word.text, text):
            found.append(Agreed(_placed(word.text, inside[mates[0]], inside[mates[0]]), None))
        elif mates and same(word.text, text):
            found.extend(Agreed(inside[place], None) for place in mates)
        elif not re.search(r"[A-Za-z0-9]", word.text + text):
            found.append(Agreed(word, None))
        elif _number(text) and not _number(word.text) and _digits(word.text):
            found.append(Agreed(_placed(text, inside[mates[0]], inside[mates[-1]]), word.text))
        elif mates and _better_text(word, [inside[place] for place in mates]):
            found.extend(Agreed(inside[place], word.text) for place in mates)
        else:
            found.append(Agreed(word, text))
    spare = [inside[place] for place in range(len(inside)) if place not in taken]
    found.extend(Agreed(word, "") for word in spare if word.sure >= SURE_ALONE and re.search(r"[A-Za-z0-9]", word.text))
    return sorted(found, key=lambda one: one.said.x0)


def _better_text(word: Said, mates: Sequence[Said]) -> bool:
    """Whether the second voice's letters are to be taken: it is sure of them and has the spaces between words."""
    letters = not any(map(str.isdigit, word.text + "".join(mate.text for mate in mates)))
    return letters and min(mate.sure for mate in mates) > 0.85 and (len(mates) > 1 or word.sure < 0.9)


def _placed(text: str, first: Said, last: Said) -> Said:
    return Said(text, first.x0, min(first.top, last.top), last.x1, max(first.bottom, last.bottom), first.sure)


def _plain(text: str) -> str:
    text = text.translate(str.maketrans("—–−’‘", "---''"))
    return re.sub(r"\s+", "", text).casefold()


def _number(text: str) -> bool:
    return read_amount(text.replace(" ", "")) is not None or is_date(text)


def _digits(text: str) -> bool:
    return 2 * sum(map(str.isdigit, text)) >= len(text)


def _inside(word: Said, frame: tuple[float, float, float, float]) -> bool:
    x, y = word.middle
    return frame[0] - 2 <= x <= frame[2] + 2 and frame[1] <= y <= frame[3]


def _overlaps(one: Said, two: Said) -> bool:
    shared = min(one.x1, two.x1) - max(one.x0, two.x0)
    return shared > 0.5 * min(one.x1 - one.x0, two.x1 - two.x0)


def _measured(ink: Any, said: Said) -> tuple[float, float, float, float]:
    """The word's box drawn tight around its ink, in pixels."""
    import numpy as np

    x0, top, x1, bottom = (max(0, round(edge)) for edge in (said.x0, said.top, said.x1, said.bottom))
    patch = ink[top:bottom, x0:x1]
    rows, columns = np.flatnonzero(patch.any(axis=1)), np.flatnonzero(patch.any(axis=0))
    if not len(rows) or not len(columns):
        return said.x0, said.top, said.x1, said.bottom
    return (
        float(x0 + columns[0]),
        float(top + rows[0]),
        float(x0 + columns[-1] + 1),
        float(top + rows[-1] + 1),
    )


def _run_size(group: Sequence[Agreed], tight: Sequence[tuple[float, float, float, float]]) -> float:
    """Type size of a run in pixels, from the heights of its words and the letters they hold; 0 where none tells."""
    found = []
    for one, (_, top, _, bottom) in zip(group, tight, strict=True):
        text = one.said.text
        if re.search(r"[A-Za-z0-9]", text):
            share = (ASCENT if TALL.search(text) else LOW) + (DESCENT if DEEP.search(text) else 0.0)
            found.append((bottom - top) / share)
    return median(found) if found else 0.0


def _levelled(sizes: Sequence[float]) -> list[float]:
    """Sizes drawn to the common ones of the page: the most frequent takes what lies within an eighth of it."""
    known = sorted(size for size in sizes if size)
    middles: list[float] = []
    rest = known
    while rest:
        best = max(rest, key=lambda middle: sum(abs(size / middle - 1) < 0.13 for size in rest))
        near = [size for size in rest if abs(size / best - 1) < 0.13]
        middles.append(median(near))
        rest = [size for size in rest if size not in near]
    body = middles[0] if middles else 20.0
    return [min(middles, key=lambda middle: abs(middle - size)) if size else body for size in sizes]
