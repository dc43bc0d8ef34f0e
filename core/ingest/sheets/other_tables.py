"""Tables of other things under the table of holdings in a table file: elections, sources, what is vested.

Their heads name no columns of ours, `Future contributions | Election`, and their rows fill no more places than these
heads do. The table above ends there, so that their figures are none of its columns.
"""

import itertools
from collections.abc import Sequence

from core.ingest.lexicon.amounts import Amount, is_blank, read_amount
from core.ingest.lexicon.sections import is_section_heading, total_name
from core.ingest.lines.facts import facts_of
from core.ingest.nouns.events import Fact, Trouble, Where
from core.ingest.sheets.cells import clean
from core.ingest.sheets.lines import is_head
from core.ingest.sheets.names import END_OF_TABLE

Rows = Sequence[Sequence[str]]
LEAST_HEADS, LEAST_LESS = 2, 2
BALANCES = ("cash", "weak_cash", "total")
LONGEST = 5
"""Words of a head of a column."""


def with_other_tables_apart(rows: Rows, comma: bool) -> tuple[list[Sequence[str]], list[Trouble]]:
    """The rows with the end of the table above in the place of the heads of each such table.

    What is said of tables of more than shares stands beside.
    """
    done: list[Sequence[str]] = list(rows)
    told: list[Trouble] = []
    width = 0
    closed = True
    for at, row in enumerate(rows):
        filled = list(filter(None, map(clean, row)))
        if filled and is_head(filled, comma):
            width = len(filled)
        elif closed and width and _are_heads(filled, comma) and _is_narrow(rows, at, width, comma):
            done[at], width = END_OF_TABLE, 0
            for place, below in enumerate(_below(rows, at), start=at + 1):
                done[place] = below if _tells_balance(below) else []
            if not all(amount.percent for row in _below(rows, at) for amount in _amounts(row, comma)):
                message = f"the table under '{', '.join(filled)}' has no columns that are known, and is not read"
                told.append(Trouble(message, Where(None, at + 1), "note"))
        closed = not filled or total_name(filled[0]) is not None or (closed and len(filled) == 1)
    return done, told


def _are_heads(filled: Sequence[str], comma: bool) -> bool:
    """Whether the cells of a row may be heads: several, of few words each, no figures."""
    return (
        len(filled) >= LEAST_HEADS
        and all(len(cell.split()) <= LONGEST and not cell.endswith(":") for cell in filled)
        and not any(read_amount(cell, comma) is not None or is_blank(cell) for cell in filled)
        and not is_section_heading(filled[0])
    )


def _is_narrow(rows: Rows, at: int, width: int, comma: bool) -> bool:
    """Whether the rows below fill only places of that head, each with a figure; of two heads fewer than stand above."""
    places, below = _places(rows[at]), _below(rows, at)
    fit = (_places(row) <= places and _amounts(row, comma) for row in below)
    apart = len(places) > LEAST_HEADS or len(places) + LEAST_LESS <= width
    return bool(below) and apart and all(fit)


def _below(rows: Rows, at: int) -> list[Sequence[str]]:
    """The rows under one, up to a blank one."""
    under = (rows[place] for place in range(at + 1, len(rows)))
    return list(itertools.takewhile(lambda row: any(map(clean, row)), under))


def _tells_balance(row: Sequence[str]) -> bool:
    """Whether a row of two cells is the cash of an account, or all that it is worth."""
    filled = [cell for one in row if (cell := clean(one))]
    told = facts_of(filled, Where()) if len(filled) == LEAST_HEADS else []
    return any(isinstance(fact, Fact) and fact.kind in BALANCES for fact in told)


def _amounts(row: Sequence[str], comma: bool) -> list[Amount]:
    return [amount for cell in row if (amount := read_amount(clean(cell), comma)) is not None]


def _places(row: Sequence[str]) -> set[int]:
    return {place for place, cell in enumerate(row) if clean(cell)}
