"""Costs of files that print what one unit cost and nowhere what all units did: they are worked out, and that is said.

Where a gain is printed the cost is value less gain, if the cost of one unit agrees to its printed places; where both
disagree it is left open. With the cost of one unit alone it is units x that cost, rounded to cents.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from core.domain.issue import Issue
from core.domain.statement import StatementLine
from core.ingest.lexicon.figures import CENT, read, ties
from core.ingest.nouns.events import Event, Record, Total

BY_GAIN = "no cost of all units is printed; costs are value less gain, which the printed costs of one unit agree with"
BY_UNITS = (
    "no cost of all units is printed; costs are worked out as units x the printed cost of one, rounded to cents, and "
    "may be off by what that cost was rounded"
)
MOST_TIMES = 20
"""So many times its price, up or down, may one bond or contract have cost where it counts as 0.01 or 100 units."""
MOST_GAINED = 1000
MOST_NAMED = 5


def print_unit_costs_alone(events: Sequence[Event]) -> bool:
    """Whether rows of a file print the cost of one unit and no row or sum of it the cost of all."""
    rows = [event for event in events if isinstance(event, Record | Total)]
    return any("unit_cost" in row.cells for row in rows) and not any("cost" in row.cells for row in rows)


@dataclass(slots=True)
class UnitCosts:
    """The costs worked out of one file: the first row of each way, and the names of those that are left open."""

    by_gain: str = ""
    by_units: str = ""
    open: list[str] = field(default_factory=list)

    def with_cost(self, line: StatementLine, record: Record, comma: bool) -> StatementLine:
        """The line with its cost, where one can be told from that of a unit."""
        each = read(record.cells.get("unit_cost"), comma)
        if each is None or each.percent or not line.quantity or line.cost_basis is not None or _is_cash(line):
            return line
        product = (line.quantity * each.value * line.unit).quantize(CENT)
        where = str(record.where)
        if line.gain is not None and line.market_value is not None:
            cost = line.market_value - line.gain
            if ties(line.quantity, each.value, line.unit, cost):
                self.by_gain = self.by_gain or where
                return replace(line, cost_basis=cost)
        elif _is_likely(line, each.value):
            self.by_units = self.by_units or where
            return replace(line, cost_basis=product)
        self.open.append(line.symbol or line.description)
        return line

    def issues(self) -> Iterator[Issue]:
        """What a person should know of these costs."""
        for where, told in ((self.by_gain, BY_GAIN), (self.by_units, BY_UNITS)):
            if where:
                yield Issue("note", where, told, "unit_costs")
        if self.open:
            more = f" and {len(self.open) - MOST_NAMED} more" if len(self.open) > MOST_NAMED else ""
            told = f"the cost of {', '.join(self.open[:MOST_NAMED])}{more} is left open: the printed cost of one unit"
            yield Issue("warning", "", f"{told} does not agree with the other figures of the row", "unit_costs")


def _is_cash(line: StatementLine) -> bool:
    return line.asset_type == "cash"


def _is_likely(line: StatementLine, each: Decimal) -> bool:
    """Whether the cost is of one unit as its price is, and not of all units or of another count of bonds or contracts.

    A share may have gained a thousand times what it cost; one that lost that much is left to a person.
    """
    worth = line.market_value if line.quantity else None
    price = line.price or (worth / (line.quantity * line.unit) if worth and line.quantity else None)
    if not price or not each:
        return True
    least = price / (MOST_GAINED if line.unit == 1 else MOST_TIMES)
    return least <= each <= price * MOST_TIMES
