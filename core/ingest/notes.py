"""Notes that people put on a statement: annotations of a PDF, handwriting on a scan. A person sees them; no numbers."""

import re
from collections.abc import Sequence
from typing import Any

from core.domain.statement import Annotation
from core.ingest.amounts import read_amount
from core.ingest.ocr.agree import Agreed

KINDS = ("FreeText", "Text", "Highlight", "Popup", "Underline", "StrikeOut", "Squiggly", "Stamp", "Ink", "Caret")
UNSURE = 0.8
MOST_TEXT = 500
MOST_NOTES = 200


def notes_on(page: Any) -> list[Annotation]:
    """The notes in a PDF page's annotations; what cannot be read of them is left out."""
    try:
        found = page.annots
    except (TypeError, ValueError, KeyError, AttributeError, AssertionError, IndexError):
        return []
    notes = [_note(one) for one in found[:MOST_NOTES]]
    return [Annotation(page.page_number, text) for text in dict.fromkeys(notes) if text]


def handwriting(groups: Sequence[Sequence[Agreed]], page: int) -> tuple[list[list[Agreed]], list[Annotation]]:
    """The words of a scan without what looks written by hand, and that apart.

    Written by hand is a run of letters that the first voice is unsure of and the second reads otherwise or not at all.
    """
    printed: list[list[Agreed]] = []
    notes: list[Annotation] = []
    for group in groups:
        if _by_hand(group):
            notes.append(Annotation(page, " ".join(one.said.text for one in group) + " (not clearly readable)"))
        else:
            printed.append(list(group))
    return printed, notes


def _note(one: Any) -> str:
    data = one.get("data") or {}
    kind = str(getattr(data.get("Subtype"), "name", ""))
    text = one.get("contents") or ""
    return " ".join(str(text).split())[:MOST_TEXT] if kind in KINDS else ""


def _by_hand(group: Sequence[Agreed]) -> bool:
    text = " ".join(one.said.text for one in group)
    if len(re.findall(r"[A-Za-z]", text)) < 3 or any(read_amount(one.said.text) for one in group):
        return False
    sure = sum(one.said.sure for one in group) / len(group)
    return sure < UNSURE and all(one.other is not None for one in group)
