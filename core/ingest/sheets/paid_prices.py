"""Table files whose one price is what was paid for a unit: the units at it leave the printed gain of each value."""

from collections.abc import Sequence
from decimal import Decimal

from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.figures import ties, ties_at_any
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles

Rows = Sequence[Sequence[str]]
LEAST, MOST_HEADS, MOST_ROWS = 4, 40, 200
PAID = "Unit Cost"
UNITS = (Decimal(1), Decimal(100), Decimal("0.01"))
NEEDED = ("quantity", "price", "value", "gain")


def with_paid_prices(rows: Rows, comma: bool) -> Rows:
    """The rows with another head on such a column; the others as they stand."""
    done = list(rows)
    for at, row in enumerate(rows[:MOST_HEADS]):
        labels = [clean(cell) for cell in row]
        roles = settled_roles(labels) if sum(map(bool, labels)) >= LEAST else []
        if kind_of_table(roles) != "holdings" or any(roles.count(role) != 1 for role in NEEDED):
            continue
        places = [roles.index(role) for role in NEEDED]
        if not {"cost", "unit_cost"} & set(roles) and _leave_gains(rows[at + 1 : at + 1 + MOST_ROWS], places, comma):
            done[at] = [PAID if place == places[1] else cell for place, cell in enumerate(row)]
    return done


def _leave_gains(rows: Rows, places: Sequence[int], comma: bool) -> bool:
    """Whether in each row with all four figures the price leaves the gain, and in none it multiplies to the value."""
    lines = [[read_amount(clean(row[at]), comma) for at in places] for row in rows if len(row) > max(places)]
    full = [[one.value for one in line if one is not None] for line in lines if None not in line]
    told = [line for line in full if all(line[:3])]
    return bool(told) and all(
        not ties_at_any(abs(quantity), price, abs(value))
        and any(ties(quantity, price, unit, value - gain) for unit in UNITS)
        for quantity, price, value, gain in told
    )
