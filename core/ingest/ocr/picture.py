"""A page as a grey picture ready to be read: found in a photo, made even in light, straightened, cleaned.

Each picture keeps the way back to the page it came from, so that boxes are given in points of that page.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.domain.statement import Box
from core.ingest.files.archives import unpack
from core.ingest.files.kinds import FileToRead, Refused
from core.ingest.ocr.sheet_of_paper import sheet_in

DPI = 200
MOST_PIXELS = 40_000_000
MOST_SHEETS = 60
LONG_SIDE, LETTER = 2600, (612.0, 792.0)
STEEPEST = 6.0


@dataclass(frozen=True, slots=True)
class Picture:
    """Grey pixels; `back` maps a pixel to a point of the page (3 x 3), `scale` is pixels in a point."""

    grey: Any
    back: Any
    scale: float

    def on_page(self, box: Box) -> Box:
        """A box in points of the straightened picture as a box in points of the page."""
        x0, top, x1, bottom = (edge * self.scale for edge in box)
        points = [_through(self.back, x, y) for x in (x0, x1) for y in (top, bottom)]
        across, down = [x for x, _ in points], [y for _, y in points]
        return (round(min(across), 1), round(min(down), 1), round(max(across), 1), round(max(down), 1))


def sheets_of(file: FileToRead) -> Iterator[tuple[Any, tuple[float, float]]]:
    """Each page of a picture file, or of an album of them: its grey pixels and its size in points.

    `Refused` where it cannot be opened.
    """
    if file.data.startswith(b"PK"):
        for name, data in unpack(file.name, file.data):
            yield from sheets_of(FileToRead(name, data, "picture"))
        return
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with Image.open(io.BytesIO(file.data)) as image:
            for number in range(min(getattr(image, "n_frames", 1), MOST_SHEETS + 1)):
                image.seek(number)
                yield _grey(file, image), size_in_points(image.size)
    except Image.DecompressionBombError:
        raise Refused(f"{file.name} has more pixels than a page is read with.") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError):
        raise Refused(f"{file.name} is a broken picture and cannot be read.") from None


def size_in_points(pixels: tuple[int, int]) -> tuple[float, float]:
    """The size given to a picture of that many pixels: its short side is that of a letter page."""
    scale = LETTER[0] / min(pixels)
    return (round(pixels[0] * scale, 1), round(pixels[1] * scale, 1))


def prepared(grey: Any, points: tuple[float, float], photo: bool = False) -> Picture:
    """The picture made readable, the sheet of paper in it alone where it lies on a table.

    `photo`: look for a sheet though the picture shows no table on three of its sides.
    """
    import numpy as np

    to_page = np.diag([points[0] / grey.shape[1], points[1] / grey.shape[0], 1.0])
    if (found := sheet_in(grey, photo)) is not None:
        grey, back = found
        to_page = to_page @ back
    grey, back = _sized(grey)
    to_page = to_page @ back
    grey = _cleaned(_even(grey))
    angle = skew_of(grey)
    if abs(angle) >= 0.1:
        grey, back = _turned(grey, angle)
        to_page = to_page @ back
    scale = 1.0 / max(1e-6, float(np.sqrt(abs(np.linalg.det(to_page[:2, :2])))))
    return Picture(grey, to_page, scale)


def skew_of(grey: Any) -> float:
    """Degrees by which the lines of text fall to the right, from the sharpest profile of rows."""
    import cv2
    import numpy as np

    factor = 900 / max(grey.shape)
    small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ink = (255 - small).astype(np.float32)
    ink[ink < 60] = 0
    height, width = ink.shape

    def sharpness(angle: float) -> float:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        rows = cv2.warpAffine(ink, turn, (width, height)).sum(axis=1)
        return float(np.square(np.diff(rows)).sum())

    best = max(np.arange(-STEEPEST, STEEPEST + 0.01, 0.5), key=lambda angle: sharpness(float(angle)))
    fine = max(np.arange(best - 0.5, best + 0.51, 0.05), key=lambda angle: sharpness(float(angle)))
    return float(fine) if sharpness(float(fine)) > 1.02 * sharpness(0.0) else 0.0


def _grey(file: FileToRead, image: Any) -> Any:
    import numpy as np
    from PIL import ImageOps

    if image.size[0] * image.size[1] > MOST_PIXELS or min(image.size) < 50:
        raise Refused(f"{file.name} has {image.size[0]} x {image.size[1]} pixels; that is no readable page.")
    return np.asarray(ImageOps.exif_transpose(image).convert("L"))


def _sized(grey: Any) -> tuple[Any, Any]:
    """Big pictures made smaller, small ones larger, to about 200 dots an inch of a letter page."""
    import cv2
    import numpy as np

    factor = 1.0
    longest = max(grey.shape)
    if longest > LONG_SIDE:
        factor = LONG_SIDE / longest
    elif longest < 1500:
        factor = 2.0
    if factor != 1.0:
        way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
        grey = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=way)
    return grey, np.diag([1 / factor, 1 / factor, 1.0])


def _even(grey: Any) -> Any:
    """Shadows taken out: the picture divided by its own background, where that is not even already."""
    import cv2
    import numpy as np

    small = cv2.resize(grey, (200, 200), interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 21)
    if int(paper.min()) > 235:
        return grey
    ground = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, ground, scale=255)


def _cleaned(grey: Any) -> Any:
    """Specks and grain smoothed, where there are any."""
    import cv2
    import numpy as np

    grain = float(np.median(np.abs(grey.astype(np.int16) - cv2.medianBlur(grey, 3).astype(np.int16))))
    specks = float(np.mean(np.abs(grey.astype(np.int16) - cv2.medianBlur(grey, 3)) > 60))
    if grain >= 3:
        return cv2.GaussianBlur(grey, (3, 3), 0.8)
    return cv2.medianBlur(grey, 3) if specks > 0.06 else grey


def _turned(grey: Any, angle: float) -> tuple[Any, Any]:
    import cv2
    import numpy as np

    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    straight = cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    return straight, np.linalg.inv(np.vstack([turn, [0, 0, 1]]))


def _through(matrix: Any, x: float, y: float) -> tuple[float, float]:
    across, down, depth = (float(row[0] * x + row[1] * y + row[2]) for row in matrix)
    return across / depth, down / depth
