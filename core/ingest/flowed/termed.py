"""Rows of lots in text without columns that tell day, number and term of the lot between its name and its figures.

`QZAB - NYSE 15-Jun-2022 1 Long Term $42.72 $36.37 $136.22 0.267 $296.21 $79.09`: units x price = value names three of
the figures; of the others two are gain and cost where they make the value and the cost is units x that of one.
"""

import itertools
import re
from collections.abc import Sequence
from decimal import Decimal

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.figures import ties
from core.ingest.nouns.events import Cell, Record, Where

ROW = re.compile(
    r"(?P<name>\S.*?) (?P<day>\d{1,2}[-/](?:\d{1,2}|[A-Za-z]{3})[-/]\d{4}) (?:\d{1,3} )?(?:long|short)[ -]?term "
    r"(?P<figures>[^A-Za-z]+)",
    re.I,
)
LISTED = re.compile(r"(?P<symbol>[A-Z][A-Z.]{0,5}) [-–] (?:NYSE|NASDAQ|AMEX|NMS)")
LEAST = 3
ONE = Decimal(1)
Figure = tuple[str, Decimal]


def termed_row(text: str, where: Where) -> Record | None:
    """The row of a lot that such a line is; None for any other, or where no figures of it make a value."""
    row = ROW.fullmatch(text)
    if row is None or read_date(row["day"]) is None:
        return None
    words = row["figures"].split()
    figures = [(word, amount.value) for word in words if (amount := read_amount(word)) is not None]
    if len(figures) < max(LEAST, len(words)):
        return None
    held = next((at for at in range(len(figures) - LEAST, -1, -1) if _is_worth(figures[at : at + LEAST])), None)
    if held is None:
        return None
    units, price, value = figures[held : held + LEAST]
    cells = {"acquired": Cell(row["day"]), "quantity": Cell(units[0]), "price": Cell(price[0]), "value": Cell(value[0])}
    cells |= _paid([*figures[:held], *figures[held + LEAST :]], units[1], value[1])
    listed = LISTED.fullmatch(row["name"])
    named = {"symbol": Cell(listed["symbol"])} if listed is not None else {}
    return Record("holdings", {"description": Cell(row["name"]), **named, **cells}, where)


def _is_worth(three: Sequence[Figure]) -> bool:
    (_, units), (_, price), (_, value) = three
    return bool(value) and ties(units, price, ONE, value)


def _paid(others: Sequence[Figure], units: Decimal, value: Decimal) -> dict[str, Cell]:
    """The gain and the cost among the other figures; nothing where no cost of one unit tells which is which."""
    for gain, cost, each in itertools.permutations(others, LEAST):
        if gain[1] + cost[1] == value and ties(units, each[1], ONE, cost[1]):
            return {"gain": Cell(gain[0]), "cost": Cell(cost[0])}
    return {}
