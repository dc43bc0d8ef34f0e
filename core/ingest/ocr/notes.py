"""Notes that people put on a statement: annotations of a PDF, handwriting on a scan. A person sees them; no numbers."""

import re
from collections.abc import Collection, Sequence
from statistics import median
from typing import Any

from core.domain.statement import Annotation
from core.ingest.lexicon.amounts import read_amount
from core.ingest.ocr.agree import Agreed
from core.ingest.ocr.ink import measured

DRAWN = {"Ink": "a mark drawn by hand", "Stamp": "a stamp", "StrikeOut": "words struck out", "Caret": "an insertion",
         "Highlight": "words highlighted", "Underline": "words underlined", "Squiggly": "words underlined",
         "Line": "a line drawn", "PolyLine": "a line drawn", "Polygon": "a shape drawn", "Circle": "a circle drawn",
         "Square": "a box drawn", "FreeText": "a note", "Text": "a note"}  # fmt: skip
UNSURE = 0.8
TALL = 1.6
SCRAWL = "ink that is no print: a drawing, a signature or a note by hand"
OVERLAY = (0.0005, 0.3)
"""The share of the page that a picture laid over its text may take; a smaller one is a dot, a larger one a ground."""
MOST_TEXT = 500
MOST_NOTES = 200


def notes_on(page: Any) -> list[Annotation]:
    """The notes in a PDF page's annotations; what cannot be read of them is left out."""
    try:
        found = page.annots
    except (TypeError, ValueError, KeyError, AttributeError, AssertionError, IndexError):
        return []
    notes = [*(_note(one) for one in found[:MOST_NOTES]), *_pictures_over_text(page)]
    return [Annotation(page.page_number, text) for text in dict.fromkeys(notes) if text]


def handwriting(
    groups: Sequence[Sequence[Agreed]], page: int, ink: Any, aslant: Collection[int] = ()
) -> tuple[list[list[Agreed]], list[Annotation]]:
    """The words of a scan without what looks written by hand, and that apart.

    Written by hand is a run of letters that the first voice is unsure of and the second reads otherwise or not at all,
    and any run much higher than the print that the voices read differently, figures too. So is every run in the
    places `aslant`: it climbs or falls where the print beside it lies level.
    """
    usual = median(_height(ink, one) for group in groups for one in group) if any(groups) else 0.0
    printed: list[list[Agreed]] = []
    notes: list[Annotation] = []
    for place, group in enumerate(groups):
        text = " ".join(one.said.text for one in group)
        if place in aslant and text:
            notes.append(Annotation(page, f"{text} (written aslant)"))
        elif _by_hand(group, usual, ink):
            notes.append(Annotation(page, f"{text} (not clearly readable)"))
        else:
            printed.append(list(group))
    return printed, notes


def _note(one: Any) -> str:
    """The words of an annotation, or what it is where it has none; nothing for links and fields of forms."""
    data = one.get("data") or {}
    kind = str(getattr(data.get("Subtype"), "name", ""))
    text = " ".join(str(one.get("contents") or "").split())[:MOST_TEXT]
    return text or f"{DRAWN[kind]}, without words" if kind in DRAWN else text if kind == "Popup" else ""


def _pictures_over_text(page: Any) -> list[str]:
    """What to say of small pictures that lie over printed words: a note or a signature put on the page."""
    whole = float(page.width * page.height) or 1.0
    least, most = OVERLAY
    small = [one for one in page.images if least < one["width"] * one["height"] / whole < most]
    letters = page.chars if small else []
    hidden = [
        one for one in small
        if any(one["x0"] < char["x0"] < one["x1"] and one["top"] < char["top"] < one["bottom"] for char in letters)
    ]  # fmt: skip
    return ["a picture lies over the printed words"] if hidden else []


def _height(ink: Any, one: Agreed) -> float:
    """The height of the word's ink in pixels."""
    _, top, _, bottom = measured(ink, one.said.frame)
    return bottom - top


def _by_hand(group: Sequence[Agreed], usual: float, ink: Any) -> bool:
    if not group or any(one.other is None for one in group):
        return False
    text = " ".join(one.said.text for one in group)
    if min(_height(ink, one) for one in group) > TALL * usual and re.search(r"[A-Za-z0-9]", text):
        return True
    if len(re.findall(r"[A-Za-z]", text)) < 3 or any(read_amount(one.said.text) for one in group):
        return False
    return sum(one.said.sure for one in group) / len(group) < UNSURE
