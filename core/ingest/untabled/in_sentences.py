"""Holdings told in sentences, as a letter does: units of a fund, then its price, its value and what was paid.

`You own 5,990.061 shares of Willow Fund. At $46.181 a share they are worth $276,627.01. You paid $301,523.44.`
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.nouns.events import Cell, Event, Fact, Record, Where
from core.ingest.nouns.words import Line, span

AMOUNT = r"\$?\s?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
OWNED = re.compile(
    rf"{AMOUNT} (?:shares?|units?) of (?:the )?([A-Z].{{2,70}}?)(?=\.\s|,\s|\s(?:at|worth|valued|priced|with)\s|$)"
)
FIGURES = {
    "price": re.compile(rf"(?:\bat|price(?: is| of)?|priced at) {AMOUNT} (?:a|per|each|for each)\b", re.I),
    "value": re.compile(rf"\b(?:worth|valued at|value (?:is|of)) {AMOUNT}", re.I),
    "cost": re.compile(rf"\b(?:paid|cost you|cost(?: basis)? (?:is|was|of)|invested) {AMOUNT}", re.I),
}
IN_ALL = re.compile(
    rf"\b(?:altogether|in all|in total)\b[^.$]{{0,60}}{AMOUNT}|\b(?:account|holdings) (?:is|are) worth {AMOUNT}", re.I
)
NEEDED = frozenset({"quantity", "value"})


def in_sentences(lines: Sequence[Line]) -> list[Event]:
    """The holdings that the sentences of a page tell, and what they say that all is worth; empty where none does."""
    text, starts = "", list[int]()
    for line in lines:
        starts.append(len(text))
        text += line.text + " "
    owned = list(OWNED.finditer(text))
    if not owned:
        return []
    ends = [*(match.start() for match in owned[1:]), len(text)]
    held: list[Event] = []
    for match, end in zip(owned, ends, strict=True):
        line = lines[max(place for place, start in enumerate(starts) if start <= match.start())]
        held += _holding(match, text[match.end() : end], line)
    if not held:
        return []
    total = next((one for match in IN_ALL.finditer(text) if (one := read_amount(match[1] or match[2]))), None)
    return held + ([Fact("total", "all that is told", Where(lines[0].page), total.value, rank=5)] if total else [])


def _holding(match: re.Match[str], passage: str, line: Line) -> list[Record]:
    """The holding of which a passage speaks, up to where the next one begins."""
    box = span(line.words)
    cells = {"quantity": Cell(match[1], box), "description": Cell(match[2].strip(), box)}
    for role, pattern in FIGURES.items():
        if found := pattern.search(passage):
            cells[role] = Cell(found[1], box)
    return [Record("holdings", cells, Where(line.page, None, box))] if set(cells) >= NEEDED else []
