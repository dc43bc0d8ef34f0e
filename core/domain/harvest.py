"""A loss that could be taken today."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Harvest:
    """The lots of one holding that stand at a loss. Dollars, positive.

    benefit : tax saved this year and the worth of what is carried forward, as if it alone were sold
    substitutes : what may be bought instead, best first; back_from : the first day on which it may be bought again
    blocked_by : what keeps the loss from being taken, empty where nothing does; free_from : until when
    """

    account: str
    symbol: str
    lots: tuple[str, ...]
    short: Decimal
    long: Decimal
    benefit: Decimal
    substitutes: tuple[str, ...]
    back_from: date
    blocked_by: str = ""
    free_from: date | None = None

    @property
    def loss(self) -> Decimal:
        """Dollars of loss, both terms together."""
        return self.short + self.long
