"""Rows of a table of holdings whose amount stands in a column of its own for cash: it is what they are worth.

`AAPL | 2 | 175.00 | 350.00 |` over `Cash | | | | 138.64`, under heads that end in `Market Value | Cash`.
"""

from collections.abc import Sequence

from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.vocabulary import NAMES, plain_label
from core.ingest.sheets.cash_of_accounts import CASH
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles

Rows = Sequence[Sequence[str]]
NAMED = "Cash"
CASH_HEADS = frozenset(CASH)


def with_cash_columns(rows: Rows, comma: bool) -> Rows:
    """The rows, those with an amount of cash and no value with it in the column of values."""
    done = list(rows)
    places: tuple[int, int, list[int]] | None = None
    for at, row in enumerate(rows):
        cells = [clean(cell) for cell in row]
        if len([cell for cell in cells if cell]) > 2 and CASH_HEADS.intersection(map(plain_label, cells)):
            places = _places(cells)
        elif places is not None:
            done[at] = _moved(row, cells, places, comma)
    return done


def _places(labels: Sequence[str]) -> tuple[int, int, list[int]] | None:
    """Where cash, values and names stand in a table of holdings; None in any other."""
    roles = settled_roles(labels)
    cash = [place for place, label in enumerate(labels) if plain_label(label) in CASH_HEADS and roles[place] != "value"]
    if len(cash) != 1 or roles.count("value") != 1 or kind_of_table(roles) != "holdings":
        return None
    return cash[0], roles.index("value"), [place for place, role in enumerate(roles) if role in NAMES]


def _moved(row: Sequence[str], cells: Sequence[str], places: tuple[int, int, list[int]], comma: bool) -> Sequence[str]:
    """The row with its cash as its value, and a name, where it prints no value of its own."""
    cash, value, names = places
    amount = read_amount(cells[cash], comma) if cash < len(cells) else None
    if amount is None or amount.percent or (value < len(cells) and read_amount(cells[value], comma) is not None):
        return row
    named = any(place < len(cells) and cells[place] for place in names)
    wide = [*row, *[""] * (value + 1 - len(row))]
    wide[value], wide[cash] = wide[cash], ""
    if not named:
        wide[names[0]] = NAMED
    return wide
