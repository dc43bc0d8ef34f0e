"""What statements of several brokers share: units, signs, what is owed, lots."""

import random
from dataclasses import replace

from tools.accuracy.drawing import dollars, plain
from tools.accuracy.houses.hands import in_one, parts
from tools.accuracy.truth import ZERO, D, Lot, Row


def unit(row: Row) -> D:
    return (row.cost or ZERO) / (row.quantity or D(1)) * (100 if row.cusip else 1)


def minus(value: D | None) -> str:
    """`-$12.00` for a loss."""
    return dollars(value).replace("($", "-$").replace(")", "")


def count(value: D) -> str:
    """Whole shares as they are, parts to three places."""
    return plain(value, 0 if value == value.to_integral_value() else 3)


def owed(rows: list[Row]) -> D:
    return sum((row.accrued or ZERO for row in rows), ZERO)


def pieces(row: Row) -> list[tuple[Lot, D]]:
    """The lots with their values; where there is but one, it is printed as the position."""
    if len(row.lots) != 1:
        return parts(row)
    return [(replace(row.lots[0], quantity=row.quantity or ZERO, cost=row.cost or ZERO), row.value)]


def filled(groups: dict[str, list[Row]]) -> dict[str, list[Row]]:
    return {title: rows for title, rows in groups.items() if rows}


def bought(dice: random.Random, row: Row) -> Row:
    return in_one(row, f"20{dice.randrange(16, 26)}-0{dice.randrange(1, 10)}-{dice.randrange(10, 28)}")
