"""Table files with several columns of one meaning: the one with which the rows multiply out, or leave the gain.

`Settled shares` beside `Shares`, `Previous value` beside `Value`, `Original cost` beside `Adjusted cost`. Where the
first of them is as good as any it counts, as everywhere; of two costs the adjusted one, where no gain tells.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.amounts import half_step, read_amount
from core.ingest.lexicon.figures import ties_at_any
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles

Rows = Sequence[Sequence[str]]
PRODUCT = ("quantity", "price", "value")
ADJUSTED = re.compile(r"\badj|\bamort", re.I)
LEFT_OUT = "notes"
"""A head whose column is not read."""
MOST_ROWS, MOST_HEADS, MOST_ALIKE = 60, 40, 4


def with_one_of_alike(rows: Rows, comma: bool) -> Rows:
    """The rows, without the heads of columns that another of the same meaning is better than."""
    done = list(rows)
    for at, row in enumerate(rows[:MOST_HEADS]):
        labels = [clean(cell) for cell in row]
        roles = settled_roles(labels) if sum(map(bool, labels)) > len(PRODUCT) else []
        if kind_of_table(roles) != "holdings":
            continue
        below = [[read_amount(clean(cell), comma) for cell in one] for one in rows[at + 1 : at + 1 + MOST_ROWS]]
        figures = [{place: one.value for place, one in enumerate(line) if one is not None} for line in below]
        kept = _of_product(roles, figures)
        cost = _of_cost(roles, labels, figures, kept.get("value"))
        kept |= {} if cost is None else {"cost": cost}
        done[at] = [
            LEFT_OUT if place < len(roles) and kept.get(roles[place] or "", place) != place else cell
            for place, cell in enumerate(row)
        ]
    return done


def _of_product(roles: Sequence[str | None], figures: Sequence[Mapping[int, Decimal]]) -> dict[str, int]:
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
    units, each, worth = (row.get(place) for place in (quantity, price, value))
    return bool(units and each and worth) and ties_at_any(units or Decimal(0), each or Decimal(0), worth or Decimal(0))


def _of_cost(
    roles: Sequence[str | None], labels: Sequence[str], figures: Sequence[Mapping[int, Decimal]], value: int | None
) -> int | None:
    """Which of several columns is the cost: that which leaves the gain, else that of adjusted costs; None for one."""
    costs = [place for place, role in enumerate(roles) if role == "cost"]
    if len(costs) < 2 or "value" not in roles:
        return None
    worth = roles.index("value") if value is None else value
    gains = [place for place, role in enumerate(roles) if role == "gain"]
    held = [sum(_leaves(row, worth, cost, gain) for row in figures for gain in gains) for cost in costs]
    if max(held) > min(held):
        return costs[held.index(max(held))]
    return next(_adjusted(costs, labels), None)


def _adjusted(costs: Sequence[int], labels: Sequence[str]) -> Iterator[int]:
    return (place for place in costs if ADJUSTED.search(labels[place]))


def _leaves(row: Mapping[int, Decimal], value: int, cost: int, gain: int) -> bool:
    worth, paid, left = (row.get(place) for place in (value, cost, gain))
    if worth is None or paid is None or left is None:
        return False
    return abs(worth - paid - left) <= half_step(worth) + half_step(paid) + half_step(left)
