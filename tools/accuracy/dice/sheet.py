"""A paper while it is drawn: its dials, its pencil, how it writes, whose it is, what is held, where columns stand."""

from dataclasses import dataclass, field

from tools.accuracy.dice.dials import Dials
from tools.accuracy.dice.figures import Period, Writer
from tools.accuracy.dice.holdings import Group, Holdings
from tools.accuracy.dice.people import Household
from tools.accuracy.drawing import Pencil
from tools.accuracy.truth import D


@dataclass(frozen=True)
class Col:
    """A column: what it shows, the lines of its head, its edges."""

    key: str
    head: tuple[str, ...]
    left: float
    right: float


@dataclass(frozen=True)
class Layout:
    """The columns of a table; `keys` are what it shows, those that stand below others too."""

    columns: tuple[Col, ...]
    keys: tuple[str, ...]

    def of(self, key: str) -> Col:
        """The column that shows this."""
        return next(column for column in self.columns if column.key == key)


@dataclass
class Line:
    """One thing in a table, over one or more lines of cells.

    `kind`: class, row, lot, lot sum, sum, total or cash. `money` is what it adds to a sum that is carried forward,
    `first` whether it wears a sign of currency where only first rows and sums do, `keep` how many lines must fit.
    """

    kind: str
    cells: list[dict[str, str]]
    bold: bool = False
    money: D | None = None
    first: bool = False
    keep: int = 0
    name: str = ""


@dataclass(frozen=True)
class Planned:
    """A table of an account: its kind, its title and the classes in it."""

    kind: str
    title: str
    groups: list[Group]


@dataclass
class Sheet:
    """All that the rooms of a paper share. `pencil` is taken again where a paper must be turned.

    `inset` moves the left edge, `scale` draws small tables closer: where two of them stand side by side.
    """

    dials: Dials
    pencil: Pencil
    writer: Writer
    period: Period
    household: Household
    accounts: list[Holdings]
    layouts: dict[tuple[int, str], Layout] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    place: int = 0
    inset: float = 0
    scale: float = 1

    @property
    def account(self) -> Holdings:
        """The account that is being drawn."""
        return self.accounts[self.place]

    @property
    def left(self) -> float:
        """The left edge."""
        return MARGIN + self.inset

    @property
    def right(self) -> float:
        """The right edge."""
        return self.pencil.paper.width - MARGIN


MARGIN = 40.0
