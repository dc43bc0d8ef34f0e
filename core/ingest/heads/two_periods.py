"""Tables of two periods side by side: quantity, price and value twice under one head, of which the later is held.

A line above groups the heads: `Prior Period | This Period`, or two days. Where nothing groups them, the right one is
the later, as on most papers; that is said, and nothing is proven by it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.ingest.heads.column_roles import kind_of_table, settled
from core.ingest.heads.columns import raw_columns
from core.ingest.heads.crowded import unglued
from core.ingest.lexicon.dates import read_as_of, read_date, read_month
from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line, phrases

TWICE = ("quantity", "price", "value", "cost", "gain", "accrued")
LEAST_TWICE = 2
EARLIER = re.compile(
    r"\b(?:prior|previous|last|beginning|opening|start(?:ing)?|preceding|begin|ago|old|year[- ]end)\b", re.I
)
LATER = re.compile(r"\b(?:current|this|ending|closing|now|today|latest|present|new|end)\b", re.I)
HELD = re.compile(r"\b(?:balances?|held|holdings?|position)\b", re.I)
"""What a transaction left, beside what it moved."""
PAID = re.compile(r"\b(?:purchased?|acqui\w+|bought|cost|invested|original(?:ly)?|tax)\b", re.I)
OTHER_UNITS = re.compile(r"\b(?:USD|EUR|GBP|CAD|JPY|CHF|(?i:local|base|native|currency))\b")
"""Two currencies side by side are no two periods."""
NEAR = 1.6
GUESSED = "two periods stand side by side and nothing tells which is the later; the right one is read"


def later_period(header: Header, lines: Sequence[Line]) -> Header:
    """The head with the columns of the earlier of two periods left out; as it is where there is only one.

    What stood under `At purchase` beside what is held now is what was paid.
    """
    ways = [_way(header, lines, first) for first in range(header.first, header.last + 1)]
    ways = [way for way in ways if not _are_first_words(lines[header.first : way[0]], way[1], way[2])]
    most = max((len(pairs) for _, _, pairs in ways), default=0)
    ways = [way for way in ways if len(way[2]) == most and _side_by_side(way[2])]
    if most < LEAST_TWICE or not ways:
        return header
    told = [(side, way) for way in ways if (side := _earlier(lines, *way))]
    side, (first, columns, pairs) = told[-1] if told else ("left", ways[-1])
    if _are_told_apart(header, lines, pairs):
        return header
    texts = _texts_over(lines, first, columns, pairs)
    meant = _roles_paid(columns) if PAID.search(texts[0 if side == "left" else 1]) else {}
    gone = [columns[left if side == "left" else right] for left, right in pairs]
    kept = settled(
        tuple(replace(one, role=meant.get(one.role or "", "other")) if one in gone else one for one in columns)
    )
    kind = kind_of_table([column.role for column in kept])
    if kind is None:
        return header
    if kind == "activity" and "amount" not in [column.role for column in kept]:
        kept = tuple(replace(one, role="amount") if one.role == "value" else one for one in kept)
    said = told or any(OTHER_UNITS.search(text) for text in (*texts, *(column.label for column in columns)))
    return Header(kind, kept, header.first, header.last, "" if said else GUESSED)


def _are_first_words(above: Sequence[Line], columns: Sequence[Column], pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether each column that seems to stand twice, or most of all, have words of their own above, part of their head.

    `Par | Unit | Cost | Market` over `value | cost | basis | value`: the names of two periods stand over several each.
    """
    twice = [columns[place] for pair in pairs for place in pair]
    runs = [run for line in above for run in phrases(line.words)]
    over = [{place for place, run in enumerate(runs) if run[0].x0 < one.x1 and run[-1].x1 > one.x0} for one in twice]
    whole = bool(twice) and all(over) and len(set.union(*over)) >= len(twice)
    return whole or any(2 * len(phrases(line.words, 1.0)) > len(columns) for line in above)


def _are_told_apart(header: Header, lines: Sequence[Line], pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether the whole head gives the two of each pair other meanings: `Unit | Cost Basis` over `Cost |`."""
    _, columns, _ = _way(header, lines, header.first)
    roles = [column.role for column in columns]
    if len(roles) <= max(right for _, right in pairs):
        return False
    both = [{roles[left], roles[right]} for left, right in pairs]
    return all(len(one) == LEAST_TWICE and not one & {None, "other"} for one in both)


def _roles_paid(columns: Sequence[Column]) -> dict[str, str]:
    """What price and value at purchase are, where no other column tells it."""
    known = {column.role for column in columns}
    return {role: paid for role, paid in (("price", "unit_cost"), ("value", "cost")) if paid not in known}


def _side_by_side(pairs: Sequence[tuple[int, int]]) -> bool:
    return bool(pairs) and max(left for left, _ in pairs) < min(right for _, right in pairs)


def _earlier(lines: Sequence[Line], first: int, columns: Sequence[Column], pairs: Sequence[tuple[int, int]]) -> str:
    """The side of the earlier period, by days in the heads or by the line above them; empty where neither says."""
    labels = [" ".join(columns[pair[side]].label for pair in pairs) for side in (0, 1)]
    if sooner := _sooner([read_date(label) for label in labels]):
        return sooner
    texts = _texts_over(lines, first, columns, pairs)
    if sooner := _sooner([read_as_of(one) or read_date(one) or read_month(one) for one in texts]):
        return sooner
    if HELD.search(texts[1]) and kind_of_table([column.role for column in columns]) == "activity":
        return "right"
    for told in (EARLIER, PAID):
        said = [told.search(text) is not None for text in texts]
        if said[0] != said[1]:
            return "left" if said[0] else "right"
    later = [LATER.search(text) is not None for text in texts]
    return "" if later[0] == later[1] else "right" if later[0] else "left"


def _texts_over(
    lines: Sequence[Line], first: int, columns: Sequence[Column], pairs: Sequence[tuple[int, int]]
) -> tuple[str, str]:
    """What the line right above the heads says over the columns of either side; empty where none stands there."""
    if not first or lines[first].top - lines[first - 1].bottom > NEAR * lines[first].size:
        return "", ""
    left, right = (_over(lines[first - 1], [columns[pair[side]] for pair in pairs]) for side in (0, 1))
    return left, right


def _sooner(days: Sequence[date | None]) -> str:
    """The side of the earlier of two days; empty where one is missing or both are the same."""
    left, right = days
    if left is None or right is None or left == right:
        return ""
    return "left" if left < right else "right"


def _way(header: Header, lines: Sequence[Line], first: int) -> tuple[int, tuple[Column, ...], list[tuple[int, int]]]:
    """The columns where the head begins with line `first`, and the places of those that stand twice."""
    columns = raw_columns([unglued(line) for line in lines[first : header.last + 1]])
    return first, columns, _pairs([column.role for column in columns])


def _pairs(roles: Sequence[str | None]) -> list[tuple[int, int]]:
    """The places of roles that stand twice, left and right."""
    places = {role: [place for place, found in enumerate(roles) if found == role] for role in TWICE}
    return [(found[0], found[1]) for found in places.values() if len(found) == LEAST_TWICE]


def _over(above: Line, columns: Sequence[Column]) -> str:
    """What the line above says over some columns: the phrase whose middle lies over them."""
    low, high = min(column.x0 for column in columns), max(column.x1 for column in columns)
    runs = phrases(above.words, 1.0)
    own = [run for run in runs if low - 5 <= (run[0].x0 + run[-1].x1) / 2 <= high + 5]
    return " ".join(word.text for run in own for word in run)
