"""The picture of a slider's move: what a household would trade, in dollars, before anybody asks for orders."""

from dataclasses import dataclass
from decimal import Decimal

from core.domain.frozen_map import FrozenMap
from core.domain.trade import DriftPicture, Side, TaxBill


@dataclass(frozen=True, slots=True)
class Move:
    """One trade of the picture, in dollars."""

    account: str
    symbol: str
    side: Side
    dollars: float


@dataclass(frozen=True, slots=True)
class Quick:
    """Trades in dollars, the exact tax of their gains, and drift before and after.

    beyond : weight that remains beyond its limit, by class (above 0: over)
    missing : dollars of required cash that cannot be raised; `unraised` are those of withdrawals among them
    aside : what the picture leaves aside and a proposal counts, in phrases
    spread, commission : dollars that the trades cost beside the tax; turnover : the smaller of buys and sells
    """

    trades: tuple[Move, ...]
    tax: TaxBill
    before: DriftPicture
    after: DriftPicture
    beyond: FrozenMap[float]
    missing: float
    unraised: float
    spread: Decimal
    commission: Decimal
    turnover: Decimal
    aside: tuple[str, ...] = ()

    @property
    def drift_total(self) -> float:
        """Half the sum of |drift| after the trades."""
        return self.after.drift_total
