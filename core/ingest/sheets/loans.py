"""Loans to the members of a plan in table files: what is owed to the plan is none of its investments.

A loan counts where the sum under it counts it. It stands apart where it says so itself, `not included above`, where it
stands behind the sum of all, or where that sum is the one of the other rows alone.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from core.ingest.lexicon.figures import number
from core.ingest.nouns.events import Event, Record, Total, Trouble

LOAN = re.compile(r"\b(?:participant |outstanding |plan |401\(?k\)? )*loans?\b", re.I)
FUND = re.compile(r"\b(?:bank|senior|floating|fund|etf|income|index|trust|term|corp|inc|secured)\b", re.I)
"""Words of funds that hold loans: `Bank Loan Fund`."""
APART = re.compile(r"\b(?:not|excluded|excludes|never)\b.*\b(?:included|counted|above|total|balance|from)\b", re.I)
HEAD = re.compile(r"(?:participant |outstanding )?loans?(?: (?:id|number|no\.?|nbr|#|type|name|description))?", re.I)
OUTSIDE = frozenset({"quantity", "price"})


def is_loan(text: str) -> bool:
    """Whether a row calls itself a loan, and not a fund of loans."""
    return LOAN.search(text) is not None and FUND.search(text) is None


def are_of_loans(heads: Sequence[str]) -> bool:
    """Whether the first of the heads of a table says that it lists loans, `Loan Number`."""
    return HEAD.fullmatch(next(filter(None, heads), "")) is not None


def loans_apart(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events with what is said of loans that stand apart in the place of their rows."""
    apart = {id(loan) for loan in events if isinstance(loan, Record) and _is_of_loan(loan) and _says_apart(loan)}
    unsure: set[int] = set()
    for table in {loan.table for loan in events if isinstance(loan, Record) and _is_of_loan(loan)}:
        rows = [event for event in events if getattr(event, "table", -1) == table]
        apart |= _uncounted(rows, comma)
        if not any(isinstance(row, Total) for row in rows):
            unsure |= {id(row) for row in rows if isinstance(row, Record) and _is_of_loan(row)} - apart
    done: list[Event] = []
    for event in events:
        done.append(_told(event) if isinstance(event, Record) and id(event) in apart else event)
        if isinstance(event, Record) and id(event) in unsure:
            name = event.cells["description"].text
            done.append(Trouble(f"{name}: no sum tells whether what is owed counts", event.where, unread=True))
    return done


def _uncounted(rows: Sequence[Event], comma: bool) -> set[int]:
    """The loans of one table that the sums of all do not count: behind the sum, or over one of the others alone."""
    apart: set[int] = set()
    held: list[Record] = []
    summed = False
    for row in rows:
        if isinstance(row, Total) and not row.name:
            loans = [one for one in held if _is_of_loan(one)]
            printed = number(row.cells.get("value"), comma)
            if loans and printed is not None and printed == _worth([one for one in held if one not in loans], comma):
                apart |= {id(one) for one in loans}
            held, summed = [], True
        elif isinstance(row, Record) and row.kind in ("holdings", "cash"):
            held.append(row)
    return apart | ({id(one) for one in held} if summed and all(map(_is_of_loan, held)) else set())


def _is_of_loan(row: Record) -> bool:
    """Whether a row is that of a loan: by its name, and without units and a price."""
    named = row.cells.get("description")
    return named is not None and not OUTSIDE & set(row.cells) and is_loan(named.text)


def _says_apart(row: Record) -> bool:
    return APART.search(row.cells["description"].text) is not None


def _told(loan: Record) -> Trouble:
    said = [loan.cells[role].text for role in ("description", "value") if role in loan.cells]
    return Trouble(f"what is owed counts apart: {', '.join(said)}", loan.where, "note")


def _worth(rows: Sequence[Record], comma: bool) -> Decimal:
    return sum((number(row.cells.get("value"), comma) or Decimal(0) for row in rows), Decimal(0))
