"""A table of average costs that stands apart from the holdings: what each fund's covered and other shares cost.

`Quill Balanced Fund | Covered 80.000 … | Noncovered 40.500 … | Total 120.500 …` tells the cost of a position that
stands elsewhere. The two sides of it are parts of one average and no lots: no day is told of them. Sides that are not
all the units held of their fund are told, and not understood.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from core.ingest.accounts.decoys import multiplies
from core.ingest.nouns.events import Cell, Event, Record, Total, Trouble
from core.ingest.rows.block_lines import is_side, side_behind
from core.ingest.rows.row_keys import keys_of, number_in

SUM_ALONE = re.compile(r"(?:sub-?\s?)?totals?(?: (?:shares|units))?[ :]+[$\d(-]", re.I)
GIVEN = ("cost", "gain")
ZERO = Decimal(0)


@dataclass(slots=True)
class Fund:
    """What such a table tells of one fund: its name, a row for each side, and their sum where one is printed."""

    name: str
    sides: list[Record] = field(default_factory=list)
    told: list[Event] = field(default_factory=list)
    total: Total | None = None

    def sum_of(self, role: str) -> Decimal | None:
        """What the sides add up to, but for one of no units; None where one of them does not tell it."""
        figures = [number_in(side, role) for side in self.sides if number_in(side, "quantity") != ZERO]
        known = [figure for figure in figures if figure is not None]
        return sum(known, ZERO) if known and len(known) == len(figures) else None

    def cell(self, role: str) -> Cell | None:
        """The figure of all sides as it is printed, or their sum; None where the two are not the same."""
        summed = self.sum_of(role)
        if summed is None:
            return None
        if self.total is not None and role in self.total.cells:
            return self.total.cells[role] if number_in(self.total, role) == summed else None
        return self.sides[0].cells[role] if len(self.sides) == 1 else Cell(f"{summed:,}", self.sides[0].cells[role].box)


def with_costs_by_side(events: Sequence[Event]) -> list[Event]:
    """The events with the costs of both sides at the positions that they are of; sides of others stay as they are."""
    rows = [one for one in events if isinstance(one, Record) and one.kind == "holdings"]
    own = {key: row for row in reversed(rows) if multiplies(row) for key in keys_of(row)}
    gone: set[int] = set()
    strange: list[Event] = []
    for fund in _funds(events):
        main = _held(fund, own)
        if main is None:
            continue
        if fund.sum_of("quantity") == number_in(main, "quantity"):
            _give(fund, main)
            gone |= {id(one) for one in fund.told}
        else:
            told = f"the sides of '{fund.name}' are not all its units, and what it cost is not known"
            strange.append(Trouble(told, fund.sides[0].where, unread=True))
    return [event for event in (*events, *strange) if id(event) not in gone]


def _give(fund: Fund, main: Record) -> None:
    """The position gets what all sides of it cost, and their gain, where it tells none itself."""
    for role in GIVEN:
        if role not in main.cells and (cell := fund.cell(role)) is not None:
            main.cells[role] = cell


def _held(fund: Fund, own: dict[str, Record]) -> Record | None:
    """The position of another table that bears the name of a fund with sides."""
    named = Record("holdings", {"description": Cell(fund.name)}, fund.sides[0].where)
    main = next((own[one] for one in keys_of(named) if one in own), None)
    return main if main is not None and main.table != fund.sides[0].table else None


def _funds(events: Sequence[Event]) -> list[Fund]:
    """The funds of such tables, each from its name to its last side or their sum."""
    found: list[Fund] = []
    for event in events:
        fund = found[-1] if found else None
        if isinstance(event, Total):
            if fund is not None and fund.total is None and fund.sides and _is_of_fund(event):
                fund.total = event
                fund.told.append(event)
        elif isinstance(event, Record) and event.kind in ("holdings", "lots"):
            _take(found, fund, event)
    return [fund for fund in found if fund.sides]


def _take(found: list[Fund], fund: Fund | None, row: Record) -> None:
    """A row more: a side of the last fund, or the next fund with its first side beside the name or under it."""
    label = row.cells["description"].text if "description" in row.cells else ""
    if is_side(label) and "acquired" not in row.cells:
        if fund is not None and fund.total is None:
            fund.sides.append(row)
            fund.told.append(row)
        return
    name = side_behind(label)
    found.append(Fund(name or label, [row] if name else [], [row]))


def _is_of_fund(total: Total) -> bool:
    """Whether a sum says no more than that it is one, and of units: it is that of the fund right above."""
    return SUM_ALONE.match(total.text) is not None and "quantity" in total.cells
