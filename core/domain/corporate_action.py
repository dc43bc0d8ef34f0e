"""What a company or fund did to its shares, as a feed reports it or a person says it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from core.domain.errors import BadInput

ActionKind = Literal["split", "dividend", "price_confirmed"]


@dataclass(frozen=True, slots=True)
class CorporateAction:
    """One action on one day.

    value : new shares for one old (split), dollars a share (dividend), 0 for a price that a person has confirmed
    source : the feed, or the person who said so; applied : households whose lots count the new shares already
    """

    symbol: str
    day: date
    kind: ActionKind
    value: Decimal = Decimal(0)
    source: str = ""
    note: str = ""
    applied: tuple[str, ...] = ()
    version: int = 1

    def __post_init__(self) -> None:
        if self.kind != "price_confirmed" and (not self.value.is_finite() or self.value <= 0):
            raise BadInput("value", f"a {self.kind} needs a number above 0")

    @property
    def id(self) -> str:
        """Where it is kept: one action of a kind for a symbol and day."""
        return f"{self.symbol}:{self.day.isoformat()}:{self.kind}"
