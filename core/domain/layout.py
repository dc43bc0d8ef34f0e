"""A layout that a person taught: what the heads, lines and sections of one house's statements mean.

It sits on top of the reader: it names columns, the reader still reads them, and the same proofs decide.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from core.domain.statement import AssetType, Box

LineMeaning = Literal["account total", "section total", "cash"]
COLUMN_MEANINGS: dict[str, str] = {
    "quantity": "Quantity",
    "price": "Price",
    "value": "Value",
    "cost": "Cost basis",
    "unit_cost": "Cost per share",
    "gain": "Unrealised gain",
    "acquired": "Date acquired",
    "symbol": "Symbol",
    "cusip": "CUSIP",
    "isin": "ISIN",
    "identifier": "Symbol or identifier",
    "description": "Name of the security",
    "type": "Kind of security",
    "accrued": "Accrued interest",
    "maturity": "Maturity",
    "currency": "Currency",
    "account": "Account number",
    "date": "Date of a transaction",
    "activity": "Kind of transaction",
    "amount": "Amount of a transaction",
    "commitment": "Commitment",
    "called": "Called so far",
    "unfunded": "Still to be called",
    "nav_date": "Date of the value",
    "lock_until": "End of the lock-up",
    "other": "Nothing to read",
}
"""What a column may mean -> what a person calls it. The keys are those of the profile file."""
LINE_MEANINGS: dict[str, str] = {
    "account total": "The account's total",
    "section total": "The sum of a section",
    "cash": "The account's cash",
}
"""What a printed line may mean -> what a person calls it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One version of a taught layout.

    columns : (head as printed, key of COLUMN_MEANINGS); all of them must stand together for the layout to be used
    lines : (label as printed, key of LINE_MEANINGS); sections : (heading as printed, kind of security)
    letterhead : words that the paper must print, and the institution's name where the reader knows none
    """

    id: str
    name: str
    columns: tuple[tuple[str, str], ...]
    lines: tuple[tuple[str, LineMeaning], ...] = ()
    sections: tuple[tuple[str, AssetType], ...] = ()
    letterhead: str = ""
    version: int = 1
    withdrawn: bool = False
    person: str = ""
    at: datetime | None = None
    reason: str = ""

    @property
    def mark(self) -> str:
        """`L-2026-0001 v2`: what stands on a statement that was read with it."""
        return f"{self.id} v{self.version}"


@dataclass(frozen=True, slots=True)
class HeadFound:
    """A column head on a page: its words, the reader's guess (None: no guess) and what stands under it."""

    label: str
    guess: str | None
    samples: tuple[str, ...] = ()
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class TableFound:
    """A row of heads with columns under it. `page` of a PDF or `row` of a table file, both 1-based."""

    heads: tuple[HeadFound, ...]
    page: int | None = None
    row: int | None = None
    rows_below: int = 0


@dataclass(frozen=True, slots=True)
class LineFound:
    """A line with a label and an amount, such as a total."""

    label: str
    amount: Decimal
    guess: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a person is asked about when they teach a layout: tables, lines with amounts, lone headings."""

    file: str = ""
    letterhead: str = ""
    tables: tuple[TableFound, ...] = ()
    lines: tuple[LineFound, ...] = ()
    headings: tuple[str, ...] = ()
