"""Several columns of one meaning: the one with which the rows multiply out, or that leaves the gain of the value.

`Settled quantity` beside `Quantity`, `Previous value` beside `Value`, `Original cost` beside `Adjusted cost`. Where the
first of them is as good as any it counts, as everywhere; of two costs the adjusted one, where no gain tells.
"""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from core.ingest.heads.assign import assign, tokens_of
from core.ingest.lexicon.amounts import half_step, read_amount
from core.ingest.lexicon.figures import ties_at_any
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line

PRODUCT = ("quantity", "price", "value")
NOT_NOW = re.compile(
    r"\b(?:target|proposed|model|suggested|recommended|projected|hypothetical|pro forma|prior|prev(?:ious)?)\b",
    re.I,
)
"""Of another day or of a plan; beside a column that is not."""
ADJUSTED = re.compile(r"\badj|\bamort", re.I)
MOST_ROWS, MOST_ALIKE = 60, 4
ZERO = Decimal(0)
Figures = Sequence[Mapping[int, Decimal]]


def with_one_of_alike(header: Header, below: Sequence[Line]) -> Header:
    """The head of holdings or lots, without columns that another of the same meaning is better than."""
    roles = [column.role for column in header.columns]
    several = any(roles.count(role) > 1 for role in (*PRODUCT, "cost"))
    if header.kind not in ("holdings", "lots") or not several:
        return header
    figures = [_figures(line, header) for line in below]
    kept = best_of_alike(roles, [column.label for column in header.columns], figures)
    filled = {place for row in figures for place in row}
    columns = tuple(
        replace(column, role="other") if place in filled and kept.get(column.role or "", place) != place else column
        for place, column in enumerate(header.columns)
    )
    return replace(header, columns=columns)


def best_of_alike(roles: Sequence[str | None], labels: Sequence[str], figures: Figures) -> dict[str, int]:
    """Which column is quantity, price, value and cost, where more than one may be and the rows or heads tell.

    `figures` are the numbers of rows by their column.
    """
    figures = figures[:MOST_ROWS]
    now = {role: place for role in (*PRODUCT, "cost") if (place := _of_now(role, roles, labels)) is not None}
    roles = [None if now.get(role or "", place) != place else role for place, role in enumerate(roles)]
    kept = {**now, **_of_product(roles, figures)}
    cost = _of_cost(roles, labels, figures, kept.get("value"))
    return kept if cost is None else {**kept, "cost": cost}


def _of_now(role: str, roles: Sequence[str | None], labels: Sequence[str]) -> int | None:
    """The one column of a role that is neither of another day nor of a plan, where others are; else None."""
    same = [place for place, found in enumerate(roles) if found == role]
    now = [place for place in same if NOT_NOW.search(labels[place]) is None]
    return now[0] if len(now) == 1 < len(same) else None


def _figures(line: Line, header: Header) -> dict[int, Decimal]:
    found = assign(tokens_of(line.words, header.columns), header.columns).cells
    read = {place: read_amount(token.text) for place, token in found.items() if token.kind == "number"}
    return {place: amount.value for place, amount in read.items() if amount is not None and not amount.percent}


def _of_product(roles: Sequence[str | None], figures: Figures) -> dict[str, int]:
    """Which column is quantity, price and value, where not the first of each multiply out on most rows; else none."""
    alike = [[place for place, found in enumerate(roles) if found == role][:MOST_ALIKE] for role in PRODUCT]
    if not all(alike) or max(map(len, alike)) == 1:
        return {}
    ways = list(itertools.product(*alike))
    held = [sum(_multiplies(row, *way) for row in figures) for way in ways]
    if max(held) == held[0]:
        return {}
    return dict(zip(PRODUCT, ways[held.index(max(held))], strict=True))


def _multiplies(row: Mapping[int, Decimal], quantity: int, price: int, value: int) -> bool:
    units, each, worth = (row.get(place, ZERO) for place in (quantity, price, value))
    return bool(units and each and worth) and ties_at_any(units, each, worth)


def _of_cost(roles: Sequence[str | None], labels: Sequence[str], figures: Figures, value: int | None) -> int | None:
    """Which of several columns is the cost: that which leaves the gain, else that of adjusted costs; None for one."""
    costs = [place for place, role in enumerate(roles) if role == "cost"]
    if len(costs) < 2:
        return None
    worth = next((place for place, role in enumerate(roles) if role == "value"), -1) if value is None else value
    gains = [place for place, role in enumerate(roles) if role == "gain"]
    held = [sum(_leaves(row, worth, cost, gain) for row in figures for gain in gains) for cost in costs]
    if max(held) > min(held):
        return costs[held.index(max(held))]
    return next((place for place in costs if ADJUSTED.search(labels[place])), None)


def _leaves(row: Mapping[int, Decimal], value: int, cost: int, gain: int) -> bool:
    worth, paid, left = (row.get(place) for place in (value, cost, gain))
    if worth is None or paid is None or left is None:
        return False
    return abs(worth - paid - left) <= half_step(worth) + half_step(paid) + half_step(left)
