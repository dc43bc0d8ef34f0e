"""What stands on every page: the head with the account's number, the foot with that of the page.

A scan loses a blank or a comma of it and knows heights no better than to a point or two; a photo shows each page in
another size, so that the first and the last line of pages are alike wherever they stand.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.nouns.words import Line

STEP, NEAR = 2.0, 2
"""Points in a step, and how many steps the same line may stand higher or lower on another page."""
AT_EDGE = -1
"""Instead of a height: at the edge of its page."""

CODE = re.compile(r"(?<=[a-z_]{6})\d{1,3}\b")
"""The number of the page in a mark of the printer, `_QBXTLDBB03`."""


def furniture_of(pages: Sequence[Sequence[Line]]) -> frozenset[tuple[str, int]]:
    """The keys of lines that stand at one height, or first or last, with one text on several pages."""
    if len(pages) < 2:
        return frozenset()
    on: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page, lines in enumerate(pages):
        for line in lines:
            for step in _heights(line, lines):
                on[_letters(line), step].add(page)
    return frozenset(
        place_key(line)
        for lines in pages
        for line in lines
        if any(len(_around(on, _letters(line), step)) > 1 for step in _heights(line, lines))
    )


def place_key(line: Line) -> tuple[str, int]:
    """The text of a line without its page number, and its height: what is the same on every page."""
    return _without_page(line.text), round(line.top / 4)


def _heights(line: Line, lines: Sequence[Line]) -> list[int]:
    edge = [AT_EDGE] if (line is lines[0] or line is lines[-1]) and not _has_amounts(line) else []
    return [max(0, round(line.top / STEP)), *edge]


def _around(on: dict[tuple[str, int], set[int]], text: str, step: int) -> set[int]:
    """The pages on which a text stands at about a height."""
    steps = [step] if step == AT_EDGE else range(max(0, step - NEAR), step + NEAR + 1)
    return {page for one in steps if (text, one) in on for page in on[text, one]}


def _without_page(text: str) -> str:
    text = text.lower()
    if "page" in text or " of " in text:
        text = "".join("#" if mark.isdigit() else mark for mark in text)
    text = CODE.sub("#", text)
    return re.sub(r" \(?\d{1,3}(?: ?/ ?\d{1,3})?\)?$", " #", text)


def _letters(line: Line) -> str:
    """The letters and digits of a line; its whole text where it has amounts, of which each mark tells something."""
    text = _without_page(line.text)
    return text if _has_amounts(line) else re.sub(r"[^\w#]", "", text) or text


def _has_amounts(line: Line) -> bool:
    """Whether a line prints amounts: as a row it may stand at the edge of several pages."""
    return any(re.search(r"\d[.,]\d|\$\d", word.text) and read_amount(word.text) is not None for word in line.words)
