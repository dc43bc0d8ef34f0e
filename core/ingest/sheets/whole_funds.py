"""Exports of plans with a row for each source of a fund and one for all of them: that row is the holding.

`Quill 500 Index | Pre-Tax | 10`, `Quill 500 Index | Match | 5`, `Quill 500 Index | Total | 15`.
"""

import itertools
import re
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.vocabulary import NAMES, plain_label
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles

Rows = Sequence[Sequence[str]]
SOURCES = frozenset(
    {"source", "sources", "src", "money type", "money source", "contribution source", "source name"}
    | {"contribution type"}
)
WHOLE = re.compile(r"(?:sub-?)?totals?|all(?: sources| money types)?|combined", re.I)
LEAST_HEADS = 4


def with_whole_funds(rows: Rows, comma: bool) -> Rows:
    """The rows without those of the sources that the row of all sources of their fund is the sum of."""
    done = list(rows)
    for at, row in enumerate(rows):
        if len(row) < LEAST_HEADS or SOURCES.isdisjoint(map(str.lower, map(str.strip, row))):
            continue
        labels = [clean(cell) for cell in row]
        source = next((place for place, label in enumerate(labels) if plain_label(label) in SOURCES), None)
        roles = settled_roles(labels) if source is not None else []
        name = next((place for place, role in enumerate(roles) if role in NAMES), None)
        if source is None or name is None or "value" not in roles:
            continue
        places = (name, source, roles.index("value"))
        below = [(place, cells) for place, cells in enumerate(rows) if place > at and len(cells) > max(places)]
        for _, run in itertools.groupby(below, key=lambda one: clean(one[1][places[0]])):
            for place in _parts([*run], places, comma):
                done[place] = []
    return done


def _parts(run: Sequence[tuple[int, Sequence[str]]], places: tuple[int, int, int], comma: bool) -> list[int]:
    """The rows of sources among those of one fund; none where no row is the sum of the others."""
    whole = [one for one in run if WHOLE.fullmatch(clean(one[1][places[1]]))]
    parts = [one for one in run if one not in whole]
    if len(whole) != 1 or not parts or not clean(whole[0][1][places[0]]):
        return []
    amounts = [read_amount(clean(cells[places[2]]), comma) for _, cells in (*whole, *parts)]
    values = [amount.value for amount in amounts if amount is not None]
    fits = len(values) == len(amounts) and values[0] == sum(values[1:])
    return [place for place, _ in parts] if fits else []
