"""What a reader sees in a file, in order: accounts, headings, rows, totals, facts. Readers emit, `build` understands.

Every layout, whether pages or table files, becomes the same short list of events, so that sections, lots,
subtotals and identifiers are understood in one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from core.domain.statement import Box
from core.ingest.nouns.head import TableKind


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as printed, with its box on the page."""

    text: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """Page, line or row, and box of what was seen."""

    page: int | None = None
    row: int | None = None
    box: Box | None = None

    def __str__(self) -> str:
        parts = [f"page {self.page}" if self.page else "", f"row {self.row}" if self.row else ""]
        return ", ".join(part for part in parts if part)


@dataclass(slots=True)
class Record:
    """One table row: cells by role; `details` are lines under it, at `places`; `table` counts tables in the file.

    `spare` are figures of it that found no column.
    """

    kind: TableKind
    cells: dict[str, Cell]
    where: Where
    details: list[str] = field(default_factory=list)
    table: int = 0
    marked: bool = False
    repaired: str = ""
    places: list[Box] = field(default_factory=list)
    spare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """A printed sum in a table of `kind`; `name` is empty for the sum of everything."""

    name: str
    cells: Mapping[str, Cell]
    where: Where
    text: str = ""
    table: int = 0
    kind: TableKind = "holdings"


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading. `level` is the type size; bigger stands higher; `again`: it says that it is continued."""

    text: str
    where: Where
    level: float = 0.0
    again: bool = False


FactKind = Literal[
    "account",
    "member",
    "owner",
    "joint_owner",
    "registration",
    "as_of",
    "total",
    "cash",
    "weak_cash",
    "sum",
    "money",
    "summary",
    "listed_row",
    "listed_owner",
    "listed_kind",
    "page_owner",
    "page_kind",
    "part",
    "parties",
    "named",
    "grand",
    "currency",
]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something said outside the tables: an account number, an owner, a date, a total in dollars.

    `rank` orders competing totals: the higher one is the account's own. `named` is an account without a number,
    `page_owner` and `page_kind` stand at the head of a page of one account,
    `grand` the printed sum of all accounts, `joint_owner` one more owner than the one told before,
    `listed_owner` and `listed_kind` the owner and the registration of the account which the last `summary` lists, or
    which the last `listed_row` numbers,
    `currency` that in which an account is kept,
    `part` the owner in whose part of the report the account is, with the kind of that owner as its title,
    `parties` are, as the title of one, who may own accounts of the paper, and as its edges what each is called.
    `title` is the phrase of a page that tells an owner, or those on the line that numbers an account; `edges` are those
    right over and under it.
    """

    kind: FactKind
    text: str
    where: Where
    amount: Decimal | None = None
    day: date | None = None
    rank: int = 0
    title: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something printed that could not be read, or should be seen by a person."""

    message: str
    where: Where
    severity: Literal["error", "warning", "note"] = "warning"
    unread: bool = False


Event = Record | Total | Heading | Fact | Trouble
