"""Costs of one unit under a head that says no more than `Cost`: told by their size, which is that of the price.

A column of them is that of what was paid for a unit. A row alone is left as it is, its cost in doubt. Where value less
cost is the printed gain, or costs add up to a printed sum, they are those of all units.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.domain.statement import StatementLine
from core.ingest.lexicon.amounts import half_step
from core.ingest.lexicon.figures import number
from core.ingest.nouns.events import Event, Record, Total, Trouble

MANY = 25
"""Of so many units the cost of one and of all are told apart."""
NEAR = 5
"""So many times what it was the price of a unit may be, up or down."""
LEAST = 2
SAID = (
    "the costs of this table are of the size of its prices and read as those of one unit; none of all units is printed"
)


def with_costs_of_one(events: Sequence[Event], comma: bool) -> Sequence[Event]:
    """The events, with the costs of tables that print them for one unit in their place, in rows and in sums."""
    rows: dict[int, list[Record]] = defaultdict(list)
    for event in events:
        if isinstance(event, Record) and event.kind == "holdings" and "cost" in event.cells:
            rows[event.table].append(event)
    sums = {table: set(_sums(events, table, comma)) for table in rows}
    found = {table for table, held in rows.items() if _are_of_one(held, sums[table], comma)}
    said = {id(rows[table][0]): Trouble(SAID, rows[table][0].where, "note") for table in found}
    for row in (row for table in found for row in rows[table]):
        row.cells.setdefault("unit_cost", row.cells["cost"])
        del row.cells["cost"]
    done: list[Event] = []
    for event in events:
        done.append(_without_cost(event) if isinstance(event, Total) and event.table in found else event)
        done += [said[id(event)]] if id(event) in said else []
    return done


def may_be_of_one(line: StatementLine) -> bool:
    """Whether the cost of a line, or that of each lot, is of the size of its price, and no gain says that it is all."""
    if line.quantity is None or line.market_value is None or not line.cost_basis or line.gain is not None:
        return False
    each = line.cost_basis / max(1, len(line.lots))
    return _is_of_one(line.quantity, line.price, line.market_value, each) and _is_far(
        line.cost_basis, line.market_value
    )


def _are_of_one(rows: Sequence[Record], sums: set[Decimal], comma: bool) -> bool:
    told = (found for row in rows if (found := _is_row_of_one(row, comma)) is not None)
    first = list(itertools.islice(told, LEAST))
    if len(first) < LEAST or not all(first) or not all(told):
        return False
    return sum((number(row.cells["cost"], comma) or Decimal(0) for row in rows), Decimal(0)) not in sums


def _is_row_of_one(row: Record, comma: bool) -> bool | None:
    """Whether the cost of a row is that of one unit; None where it is not to be told."""
    roles = ("quantity", "price", "value", "cost", "gain")
    units, price, value, cost, gain = (number(row.cells.get(role), comma) for role in roles)
    if not units or not value or not cost or abs(units) < MANY:
        return None
    if gain is not None and (
        gain == value - cost or abs(value - cost - gain) <= half_step(value) + half_step(cost) + half_step(gain)
    ):
        return False
    return _is_of_one(units, price, value, cost)


def _is_of_one(units: Decimal, price: Decimal | None, value: Decimal, cost: Decimal) -> bool:
    if abs(units) < MANY:
        return False
    of_one = abs(price) if price else abs(value / units)
    return _is_near(abs(cost), of_one) and _is_far(cost, value)


def _is_far(cost: Decimal, value: Decimal) -> bool:
    return not _is_near(abs(cost), abs(value))


def _is_near(cost: Decimal, worth: Decimal) -> bool:
    return worth / NEAR <= cost <= worth * NEAR


def _sums(events: Sequence[Event], table: int, comma: bool) -> Iterator[Decimal]:
    """The printed sums of cost of a table."""
    for event in events:
        if isinstance(event, Total) and event.table == table:
            cost = number(event.cells.get("cost"), comma)
            yield from () if cost is None else (cost,)


def _without_cost(total: Total) -> Total:
    cells = {role: cell for role, cell in total.cells.items() if role != "cost"}
    return Total(total.name, cells, total.where, total.text, total.table, total.kind)
