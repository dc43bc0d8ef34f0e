"""The two voices: RapidOCR with the models in its wheel, and Tesseract where its program is installed.

Both answer in pixels of the prepared picture. RapidOCR is the first voice; it gives runs of text with their words.
Tesseract gets the picture through a pipe, so that nothing is written.
"""

import math
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from typing import Any

TESSERACT_SECONDS = 60
PLAIN_WORD = re.compile(r"[A-Za-z]{4,}|\$?\d{1,3}(?:[,.']\d{3})*[.,]\d\d")


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
    def middle(self) -> tuple[float, float]:
        """Centre of the word."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Run:
    """Words that the first voice saw as one run of text, in its frame."""

    words: tuple[Said, ...]
    frame: tuple[float, float, float, float]


def first_voice(grey: Any) -> list[Run]:
    """What RapidOCR reads."""
    import cv2

    found = _rapid()(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), return_word_box=True)
    if found.boxes is None or not found.word_results:
        return []
    runs = []
    for frame, parts in zip(found.boxes, found.word_results, strict=True):
        words = tuple(_said(text, corners, score) for text, score, corners in parts if text.strip())
        if words:
            across, down = [float(x) for x, _ in frame], [float(y) for _, y in frame]
            runs.append(Run(words, (min(across), min(down), max(across), max(down))))
    return runs


def second_voice(grey: Any, dpi: int) -> list[Said] | None:
    """What Tesseract reads; None where it is not installed or gives up."""
    import cv2

    program = tesseract()
    if program is None:
        return None
    _, picture = cv2.imencode(".png", grey)
    call = [program, "stdin", "stdout", "--psm", "11", "--dpi", str(dpi), "-l", "eng", "tsv"]
    kept = {name: os.environ[name] for name in ("TESSDATA_PREFIX", "SYSTEMROOT") if name in os.environ}
    try:
        done = subprocess.run(
            call, input=picture.tobytes(), capture_output=True, timeout=TESSERACT_SECONDS, check=True,
            env={**kept, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError):
        return None
    return _from_table(done.stdout.decode("utf-8", errors="replace"))


def heard_words(grey: Any) -> list[str]:
    """The words of four and more letters and the figures of money in a piece of a page, as it is turned."""
    said = second_voice(grey, 200)
    if said is None:
        said = [word for run in first_voice(grey) for word in run.words]
    return [word.text for word in said if PLAIN_WORD.fullmatch(word.text) and word.sure > 0.6]


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
            f"{engine}.intra_op_num_threads": 1,
            f"{engine}.inter_op_num_threads": 1,
        }
    )


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
