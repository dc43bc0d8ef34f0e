"""A page of a statement as an image with marks over it: trouble boxed in red, what ties ticked in the margin."""

import base64
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.domain.statement import Box
from core.present.html import Safe, escape

MarkKind = Literal["tie", "trouble", "chosen", "value"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a line stands (points from the top left of the page) and what is to be said of it."""

    box: Box
    kind: MarkKind
    title: str = ""


def png_size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the header of a PNG. Raises ValueError where it is none."""
    if png[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("not a PNG image")
    width, height = struct.unpack(">II", png[16:24])
    return int(width), int(height)


def page(png: bytes, dpi: int, marks: Sequence[Mark], alt: str) -> Safe:
    """The whole page with its marks."""
    width, height = _points(png, dpi)
    boxes = "".join(_mark(mark, (0.0, 0.0, width, height)) for mark in marks)
    return Safe(f'<div class="pl-page">{_image(png, alt)}{boxes}</div>')


def strip(png: bytes, dpi: int, box: Box, alt: str, kind: MarkKind = "chosen", value: Box | None = None) -> Safe:
    """The strip of the page around one line, enlarged so that it can be read; `value` is the box chosen within."""
    width, height = _points(png, dpi)
    x0, top, x1, bottom = box
    pad = max(6.0, (bottom - top) * 0.5)
    left, right = max(0.0, x0 - 14), min(width, x1 + 14)
    window = (left, max(0.0, top - pad), right, min(height, bottom + pad))
    wide, tall = window[2] - window[0], window[3] - window[1]
    style = (
        f"width:{100 * width / wide:.2f}%;left:{-100 * window[0] / wide:.2f}%;top:{-100 * window[1] / tall:.2f}%;"
        "max-width:none"
    )
    return Safe(
        f'<div class="pl-strip" style="aspect-ratio:{wide:.1f}/{tall:.1f}">{_image(png, alt, style)}'
        f"{_mark(Mark(box, kind), window)}{_mark(Mark(value, 'value'), window) if value else ''}</div>"
    )


def _points(png: bytes, dpi: int) -> tuple[float, float]:
    width, height = png_size(png)
    return width * 72 / dpi, height * 72 / dpi


def _image(png: bytes, alt: str, style: str = "") -> str:
    data = base64.b64encode(png).decode("ascii")
    return f'<img alt="{escape(alt)}" style="{style}" src="data:image/png;base64,{data}">'


def _mark(mark: Mark, window: Box) -> str:
    """A box placed in percent of the window that is shown; a tick stands in the margin left of its line."""
    left, top, right, bottom = window
    wide, tall = right - left, bottom - top
    x0, y0, x1, y1 = mark.box
    if mark.kind == "tie":
        x0, x1 = max(left, x0 - 6), x0
    else:
        x0, x1 = x0 - 3, x1 + 3
    style = (
        f"left:{100 * (x0 - left) / wide:.2f}%;top:{100 * (y0 - 3 - top) / tall:.2f}%;"
        f"width:{100 * (x1 - x0) / wide:.2f}%;height:{100 * (y1 - y0 + 6) / tall:.2f}%"
    )
    return f'<i class="{mark.kind}" style="{style}" title="{escape(mark.title)}"></i>'


def picture(png: bytes, alt: str) -> Safe:
    """A page as it is, without marks."""
    return Safe(f'<div class="pl-page pl-sheet">{_image(png, alt)}</div>')
