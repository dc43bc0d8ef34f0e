"""The two voices: RapidOCR with the models in its wheel, and Tesseract where its program is installed.

Both answer in pixels of the prepared picture. RapidOCR is the first voice; it gives runs of text with their words.
Tesseract gets the picture through a pipe, so that nothing is written. Where it is missing, RapidOCR is asked a second
time, about the page in hard black and white at another size.
"""

import math
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from core.domain.statement import Box

TESSERACT_SECONDS, TESSERACT_CPU_SECONDS = 60, 15
OTHER_SIZE = 0.85
SPACE, AGAIN_DPI = 24, 300
FIND_SIDE = 1600
"""Runs of text are looked for in a picture of at most this many pixels a side, and read in the whole one."""
LEAST_LINE = (48, 160)
"""Height and least width in pixels at which a run is read; a figure alone is much narrower than a line."""


@dataclass(frozen=True, slots=True)
class Said:
    """A word as one voice read it, in pixels; `sure` is from 0 to 1."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    sure: float

    @property
    def frame(self) -> Box:
        """x0, top, x1, bottom."""
        return self.x0, self.top, self.x1, self.bottom

    @property
    def middle(self) -> tuple[float, float]:
        """Centre of the word."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Run:
    """Words that the first voice saw as one run of text, in its frame; `slope` is pixels down per pixel across."""

    words: tuple[Said, ...]
    frame: Box
    slope: float = 0.0


def first_voice(grey: Any) -> list[Run]:
    """What RapidOCR reads."""
    import cv2

    found = _rapid()(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), use_det=True, use_rec=True, return_word_box=True)
    if found.boxes is None or not found.word_results:
        return []
    runs = []
    for frame, parts in zip(found.boxes, found.word_results, strict=True):
        words = tuple(_said(text, corners, score) for text, score, corners in parts if text.strip())
        if words:
            across, down = [float(x) for x, _ in frame], [float(y) for _, y in frame]
            runs.append(Run(words, (min(across), min(down), max(across), max(down)), _slope(across, down)))
    return runs


def second_voice(grey: Any, dpi: int) -> list[Said]:
    """What Tesseract reads; where it is missing, what RapidOCR reads of another picture of the page."""
    said = _tesseract_words(grey, dpi, sparse=True)
    if said is not None:
        return said
    size = OTHER_SIZE
    words = [word for run in first_voice(_hard(grey, size)) for word in run.words]
    return [
        replace(word, x0=word.x0 / size, top=word.top / size, x1=word.x1 / size, bottom=word.bottom / size)
        for word in words
    ]


def first_again(crops: Sequence[Any]) -> list[str]:
    """What RapidOCR reads of each small picture alone."""
    import cv2

    if not crops:
        return []
    engine = _rapid()
    engine.update_params(return_word_box=False)
    return [
        str(text).strip()
        for text in engine.recognize_txt([cv2.cvtColor(one, cv2.COLOR_GRAY2BGR) for one in crops]).txts
    ]


def second_again(crops: Sequence[Any]) -> list[str]:
    """What the second voice reads of each small picture alone; all are asked about on one sheet."""
    import numpy as np

    if not crops:
        return []
    wide = max(one.shape[1] for one in crops) + 2 * SPACE
    sheet = np.full((sum(one.shape[0] + SPACE for one in crops) + SPACE, wide), 255, np.uint8)
    edges, down = [], SPACE
    for one in crops:
        sheet[down : down + one.shape[0], SPACE : SPACE + one.shape[1]] = one
        edges.append((down, down + one.shape[0]))
        down += one.shape[0] + SPACE
    said = _tesseract_words(sheet, AGAIN_DPI, sparse=False)
    if said is None:
        return first_again([_hard(one, 1.0) for one in crops])
    lines = [
        sorted((word for word in said if top <= word.middle[1] <= low), key=lambda word: word.x0) for top, low in edges
    ]
    return [" ".join(word.text for word in line) for line in lines]


def _hard(grey: Any, size: float) -> Any:
    """The picture in black and white at another size."""
    import cv2

    other = cv2.resize(grey, None, fx=size, fy=size, interpolation=cv2.INTER_AREA if size < 1 else cv2.INTER_CUBIC)
    smooth = cv2.GaussianBlur(other, (3, 3), 0.6)
    dark = cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY, 41, 12)
    return cv2.GaussianBlur(dark, (3, 3), 0.6)


def _tesseract_words(grey: Any, dpi: int, sparse: bool) -> list[Said] | None:
    """What Tesseract reads; None where it is not installed or gives up."""
    import cv2

    program = tesseract()
    if program is None:
        return None
    _, picture = cv2.imencode(".png", grey)
    call = [program, "stdin", "stdout", "--psm", "11" if sparse else "6", "--dpi", str(dpi), "-l", "eng", "tsv"]
    kept = {name: os.environ[name] for name in ("TESSDATA_PREFIX", "SYSTEMROOT") if name in os.environ}
    environment = {**kept, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}
    try:
        table = _answer(call, picture.tobytes(), environment)
    except (subprocess.SubprocessError, OSError):
        return None
    return None if table is None else _from_table(table.decode("utf-8", errors="replace"))


def _answer(call: Sequence[str], given: bytes, environment: dict[str, str]) -> bytes | None:
    """What a program writes, given these bytes; None where it fails or needs more time than any page of print does."""
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(call, stdin=pipe, stdout=pipe, stderr=nothing, env=environment) as process:
        try:
            if sys.platform == "linux":
                import resource

                resource.prlimit(process.pid, resource.RLIMIT_CPU, (TESSERACT_CPU_SECONDS, TESSERACT_CPU_SECONDS))
            said, _ = process.communicate(given, TESSERACT_SECONDS)
        finally:
            process.kill()
    return None if process.returncode else said


@cache
def tesseract() -> str | None:
    """The path of Tesseract's program, or None."""
    return shutil.which("tesseract", path=os.environ.get("PATH") or "/usr/local/bin:/usr/bin:/opt/homebrew/bin")


@cache
def _rapid() -> Any:
    from rapidocr import RapidOCR

    engine = "EngineConfig.onnxruntime"
    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.use_cls": False,
            "Global.max_side_len": 4000,
            "Det.limit_type": "max",
            "Det.limit_side_len": FIND_SIDE,
            "Rec.rec_img_shape": [3, *LEAST_LINE],
            f"{engine}.intra_op_num_threads": 1,
            f"{engine}.inter_op_num_threads": 1,
        }
    )


def _slope(across: Sequence[float], down: Sequence[float]) -> float:
    """How a run's frame falls to the right, from its corners: upper left, upper right, lower right, lower left."""
    wide = across[1] - across[0] + across[2] - across[3]
    return (down[1] - down[0] + down[2] - down[3]) / wide if wide > 0 else 0.0


def _said(text: str, corners: Any, score: float) -> Said:
    across, down = [float(x) for x, _ in corners], [float(y) for _, y in corners]
    return Said(text.strip(), min(across), min(down), max(across), max(down), float(score))


def _from_table(table: str) -> list[Said]:
    words = []
    for line in table.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) == 12 and cells[11].strip() and float(cells[10]) >= 0:
            left, top, width, height = (float(cell) for cell in cells[6:10])
            sure = float(cells[10]) / 100
            if math.isfinite(left + top + width + height):
                words.append(Said(cells[11].strip(), left, top, left + width, top + height, sure))
    return words
