"""Heads of rows of two or three lines: what each column prints on the first line of a row, and on those under it.

`Quantity` over `Price`, `Market Value` over `Total Cost` over `Unrealized Gain`; a label may itself be broken over
lines. Words alone do not always tell where one label ends and the next begins: the likeliest way comes first.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.heads.bands import is_band, is_section_under
from core.ingest.heads.column_roles import bare_market, kind_of_table, settled
from core.ingest.heads.columns import column_of, grouped
from core.ingest.heads.crowded import unglued
from core.ingest.heads.marks import without_marks
from core.ingest.lexicon.vocabulary import DATE_WORDS, NAMES, known_role, role_of
from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line, text_of

MOST_LINES = 7
"""So many lines at most has a head of three labels, each of them broken over lines."""
MOST_PARTS = 3
EACH = "per unit"
"""What a second line under a cost is called that no head names."""
OF_ONE = re.compile(r"[ /]+(?:per|each) ?(?:unit|share)?$", re.I)
FLOOR = 5000.0
"""So many points to the right of a column stands what it prints on the next line of a row, in a row laid flat."""
Way = tuple[tuple[str, str | None], ...]
Stack = tuple[Column, ...]
"""The columns that stand under one another, from the first line of a row down."""


def bands_at(lines: Sequence[Line], at: int) -> list[list[Line]]:
    """The bands of head words of two lines and more that begin with a line, the highest first."""
    found: list[list[Line]] = []
    for height in range(2, MOST_LINES + 1):
        band = [unglued(without_marks(line)) for line in lines[at : at + height]]
        if len(band) < height or not is_band(band) or is_section_under(band[-1]):
            break
        found.insert(0, band)
    return found


def ways_of_columns(band: Sequence[Line]) -> list[list[Stack]]:
    """For each column of a head, left to right, the ways to part its labels.

    Empty where one label spans columns, and where a column prints two costs: which is the row's own, others ask.
    """
    pieces, groups = grouped(band)
    if any(sum(words in group for group in groups) > 1 for words in pieces):
        return []
    found: list[list[Stack]] = []
    for group in groups:
        whole = column_of(group)
        texts = [text_of(words) for words in sorted(group, key=lambda words: words[0].top)]
        if [known_role(text.rstrip("/ ")) for text in texts].count("cost") > 1:
            return []
        ways = _ways(texts)
        found.append([tuple(replace(whole, label=label, role=role, under=None) for label, role in way) for way in ways])
    return found


def laid_flat(stacks: Sequence[Stack], first: int, last: int) -> Header | None:
    """The head of holdings in which what a column prints on further lines has columns of its own, far to the right."""
    deepest = max(map(len, stacks))
    flat = [
        replace(stack[depth], x0=stack[depth].x0 + depth * FLOOR, x1=stack[depth].x1 + depth * FLOOR)
        for depth in range(deepest)
        for stack in stacks
        if len(stack) > depth
    ]
    columns = settled(tuple(flat))
    kind = kind_of_table([column.role for column in columns])
    return Header("holdings", columns, first, last) if kind == "holdings" else None


def depth_of(x: float) -> int:
    """On which line of a row stands what is so far to the right in a row laid flat; 0 for the first."""
    return int(x // FLOOR)


def is_flat(header: Header | None) -> bool:
    """Whether a head is one laid flat."""
    return header is not None and any(depth_of(column.x0) for column in header.columns)


def columns_on(header: Header, depth: int) -> list[Column]:
    """The columns that a flat head has on one line of a row, where they are printed; those of names are on each."""
    found = [
        replace(column, x0=column.x0 - depth * FLOOR, x1=column.x1 - depth * FLOOR)
        for column in header.columns
        if depth_of(column.x0) == depth or (depth and column.role == "description")
    ]
    named = [
        replace(column, x0=column.x0 + depth * FLOOR, x1=column.x1 + depth * FLOOR)
        if depth and column.role == "description"
        else column
        for column in found
    ]
    return sorted(named, key=lambda column: column.x0)


def stacks_of(header: Header) -> list[list[Column]]:
    """The columns of a flat head that are printed under one another, from the first line of a row down."""
    found: dict[float, list[Column]] = {}
    for column in header.columns:
        found.setdefault(round(column.x0 - depth_of(column.x0) * FLOOR, 1), []).append(column)
    return [*found.values()]


def _ways(pieces: Sequence[str]) -> list[Way]:
    """The ways to part the labels of a column, the likeliest first: each part as well known as may be, and few."""
    whole = " ".join(pieces)
    names = {known_role(whole), *(known_role(piece) for piece in pieces)} & set(NAMES)
    if names:
        return [((whole, "description" if "description" in names else role_of(whole)),)]
    ways = [way for count in range(1, MOST_PARTS + 1) for way in _parted(pieces, count) if _is_way(way)]
    return [*sorted(ways, key=lambda way: (-_sureness(way), len(way))), *_over_its_unit(whole)]


def _over_its_unit(label: str) -> list[Way]:
    """A cost may stand over that of one unit, which no head names or `Per Unit` alone: rows that print both decide."""
    above = OF_ONE.sub("", label)
    return [((above, "cost"), (EACH, "unit_cost"))] if known_role(above) == "cost" else []


def _parted(pieces: Sequence[str], count: int) -> list[Way]:
    """The labels in so many parts, each with its meaning."""
    if count == 1:
        label = " ".join(pieces).rstrip("/ ")
        return [((label, role_of(label)),)]
    if len(pieces) == 1:
        parts = pieces[0].split("/")
        return [_meant(parts)] if len(parts) == count and known_role(pieces[0]) is None else []
    return [
        (*_meant([" ".join(pieces[:cut])]), *rest)
        for cut in range(1, len(pieces))
        for rest in _parted(pieces[cut:], count - 1)
        if len(pieces) - cut >= count - 1
    ]


def _meant(labels: Sequence[str]) -> Way:
    """The parts with their meanings; what says only `Market` over a price is the value."""
    plain = [label.strip().rstrip("/ ") for label in labels]
    return tuple((label, "value" if bare_market(label) else role_of(label)) for label in plain)


def _is_way(way: Way) -> bool:
    """Whether parts each mean something else; one is not cut before its day, and none holds the end of another."""
    if len(way) == 1:
        return True
    roles = [role for _, role in way if role != "other"]
    cut = any(DATE_WORDS.match(label.lower()) or "/ " in label for label, _ in way)
    return None not in roles and not cut and (len(set(roles)) == len(roles) or set(roles) == {"value"})


def _sureness(way: Way) -> float:
    """How well the parts of a way are known: two for a label in the vocabulary, one for one told by rule."""
    return sum(2 if known_role(label) else 0 if role is None else 1 for label, role in way) / len(way)
