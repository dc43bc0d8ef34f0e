"""What a drawn statement holds: the truth that a reading is held against."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

D = Decimal
ZERO = D(0)
CENT = D("0.01")


@dataclass(frozen=True)
class Lot:
    """A lot as printed; `day` is ISO."""

    day: str
    quantity: D
    cost: D


@dataclass(frozen=True)
class Row:
    """A position as printed. `kinds` are the asset types that are right for it; empty where any is."""

    symbol: str | None
    name: str
    quantity: D | None
    price: D | None
    value: D
    cost: D | None = None
    cusip: str | None = None
    lots: tuple[Lot, ...] = ()
    kinds: tuple[str, ...] = ()
    isin: str | None = None
    accrued: D | None = None
    commitment: D | None = None
    called: D | None = None
    unfunded: D | None = None
    nav_date: str | None = None

    @property
    def gain(self) -> D | None:
        """Value less cost."""
        return None if self.cost is None else self.value - self.cost


@dataclass(frozen=True)
class Move:
    """A purchase, sale or reinvestment as printed; `day` is ISO, `side` is buy, sell or reinvest."""

    day: str
    side: str
    symbol: str
    name: str
    quantity: D
    amount: D


@dataclass(frozen=True)
class Account:
    """An account as printed. `ties` False: something in it is wrong on purpose, so that it must not be proven;
    `wrong` is what a reading should name: symbol, CUSIP or name of the row, nothing where the sums should say it.

    `sweeps` are contained in `cash` and may as well be read as money market positions. `as_of`, `owner` and
    `registration` are None where the statement does not print them.
    """

    number: str
    rows: tuple[Row, ...]
    total: D | None
    cash: D | None = None
    ties: bool = True
    wrong: str = ""
    sweeps: tuple[D, ...] = ()
    as_of: str | None = None
    owner: str | None = None
    registration: str | None = None
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True)
class Drawn:
    """The bytes of a statement and what they hold. `planted` says in words what is wrong in it on purpose.

    `paper` is the drawing behind the bytes, so that it can be changed and drawn again.
    """

    data: bytes
    accounts: tuple[Account, ...] = ()
    ending: str = ".pdf"
    house: str = ""
    planted: str = ""
    paper: Any = None


def worth(rows: Sequence[Row]) -> D:
    """The sum of the values."""
    return sum((row.value for row in rows), ZERO)


def spent(rows: Sequence[Row]) -> D:
    """The sum of the costs that are printed."""
    return sum((row.cost or ZERO for row in rows), ZERO)
