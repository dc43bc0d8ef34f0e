"""What a slider's program is made of: the meaning of its columns and rows, as arrays.

Amounts are in thousandths of the household's total. Pieces come first among the columns, then purchases.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.rebalance.book import Book, Key, Piece
from core.rebalance.commitments import Calls
from core.rebalance.line import Line
from core.rebalance.loaded import Places
from core.rebalance.program import Program
from core.rebalance.setting import TradeKey
from core.rebalance.slider_tax import PayerColumns
from core.rebalance.tax_model import TaxCurve

Curves = dict[str, TaxCurve]
Floats = NDArray[np.float64]


@dataclass(slots=True)
class ClassColumns:
    """One class of a goal: what lies beyond its limits, its moves up and down, where it stands above or below its
    target, and the rows of its drift and of that.

    """

    over: int
    under: int
    up: int
    down: int
    above: int
    below: int
    drift: int
    aimed: int


@dataclass(frozen=True, slots=True)
class Movers:
    """Which trade moves which class of a goal (its number in `counted`), and by how much of a dollar; purchases > 0."""

    trades: Places
    classes: Places
    shares: Floats


@dataclass(frozen=True, slots=True)
class Groups:
    """Wash-sale identities, one for each taxpayer: columns of losses and of the purchases that would take them.

    loss_group, buy_group : the identity that each of those columns belongs to
    leaves : where a holding that reinvests would have to be sold out first, so that no loss is taken
    """

    losses: Places
    loss_group: Places
    buys: Places
    buy_group: Places
    leaves: NDArray[np.bool_]


@dataclass(slots=True)
class Arrays:
    """The program and the meaning of its columns: pieces first, then purchases.

    trades : account, symbol and side of every trade; trade_of : the trade of each piece and purchase
    most : units of each piece; losses : units that each trade may sell at a loss
    """

    book: Book
    curves: Curves
    scale: float
    program: Program = field(default_factory=Program)
    cost: Line = field(default_factory=Line)
    pieces: list[tuple[Key, Piece]] = field(default_factory=list)
    trades: list[TradeKey] = field(default_factory=list)
    trade_of: Places = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    cash: dict[str, tuple[int, int]] = field(default_factory=dict)
    flows: dict[str, tuple[int, int]] = field(default_factory=dict)
    turnover: tuple[int, int] = (0, 0)
    calls: list[tuple[int, Calls]] = field(default_factory=list)
    orders: tuple[Places, ...] = ()
    most: Floats = field(default_factory=lambda: np.zeros(0))
    losses: Floats = field(default_factory=lambda: np.zeros(0))
    classes: dict[tuple[str, str], ClassColumns] = field(default_factory=dict)
    movers: dict[str, Movers] = field(default_factory=dict)
    payers: dict[str, PayerColumns] = field(default_factory=dict)
    groups: Groups | None = None

    def units(self, dollars: float) -> float:
        """Dollars in the program's units."""
        return dollars / self.scale

    @property
    def selling(self) -> int:
        """How many columns are sales; the purchases follow."""
        return len(self.pieces)
