"""The head of a table: columns with their roles and places, and what kind of table it opens."""

from dataclasses import dataclass
from typing import Literal

TableKind = Literal["holdings", "lots", "activity", "cash", "other"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its label, its role (None: unknown) and the reach of its header in points.

    `under` is the role of what is printed on a second line under this column (`Market Value` over `Unit Price`).
    """

    label: str
    role: str | None
    x0: float
    x1: float
    under: str | None = None

    @property
    def middle(self) -> float:
        """Centre of the header."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Header:
    """A header band: what kind of table it opens, its columns, the lines it takes, and what of it was guessed."""

    kind: TableKind
    columns: tuple[Column, ...]
    first: int
    last: int
    guessed: str = ""

    def repeats(self, other: "Header | None") -> bool:
        """Whether the labels are those of another head, a mark that a scan loses apart: its table goes on."""
        return other is not None and _letters(self) == _letters(other)

    def has(self, role: str) -> bool:
        """Whether a column of that role is there."""
        return any(column.role == role for column in self.columns)


def _letters(header: Header) -> list[str]:
    """The letters and digits of each label."""
    return ["".join(filter(str.isalnum, column.label.casefold())) for column in header.columns]
