"""Symbols behind or before names in capitals, `JOHNSON & JOHNSON JNJ`, `FXAIX FIDELITY 500 INDEX FUND`: told from words
of the name by what the house knows.

A last or first word that is the symbol of a known security whose name begins alike is its symbol. Where one such word
stands last and every other row ends in a word of that shape too, no two alike, those are symbols as well.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.identifiers import is_bare_ticker
from core.ingest.nouns.events import Cell, Record
from core.market.securities import known

LAST_WORD = re.compile(r"(?P<name>\S.*[^\s|–—-])\s+(?:[-–—|]\s+)?(?P<symbol>[A-Z]{1,5}(?:[./-][A-Z])?)")
FIRST_WORD = re.compile(r"(?P<symbol>[A-Z]{1,5}(?:[./-][A-Z])?)\s+(?:[-–—|]\s+)?(?P<name>[^\s|–—-].*\S)")


def known_symbols(rows: Sequence[Record]) -> None:
    """Give rows that have no symbol so far the one behind their name, or before it."""
    for shape in (LAST_WORD, FIRST_WORD):
        _give([row for row in rows if "symbol" not in row.cells], shape)


def _give(rows: Sequence[Record], shape: re.Pattern[str]) -> None:
    """Give rows the symbols that names of that shape bear."""
    found = [shape.fullmatch(row.cells["description"].text) for row in rows]
    sure = [match is not None and _is_known(match) for match in found]
    shaped = [match for match in found if match is not None and is_bare_ticker(match["symbol"])]
    names = {match["name"]: match["symbol"] for match in shaped}
    alike = shape is LAST_WORD and any(sure) and len(shaped) == len(rows) and len(set(names.values())) == len(names)
    for row, match, own in zip(rows, found, sure, strict=True):
        if match is not None and (own or alike):
            box = row.cells["description"].box
            row.cells["symbol"], row.cells["description"] = Cell(match["symbol"], box), Cell(match["name"], box)


def _is_known(match: re.Match[str]) -> bool:
    facts = known().get(match["symbol"].replace("/", ".").replace("-", "."))
    return facts is not None and _first(facts.name) == _first(match["name"])


def _first(name: str) -> str:
    """The first word of a name, for comparing."""
    words = re.findall(r"[a-z0-9.&-]+", name.lower().removeprefix("the "))
    return words[0].rstrip(".") if words else ""
