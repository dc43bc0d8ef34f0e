"""How one case is modelled: which trades may be made, which are fixed, and which choices are already taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from core.rebalance.book import Key

TradeKey = tuple[str, str, str]
"""(account, symbol, side)"""


@dataclass(frozen=True, slots=True)
class Pattern:
    """The yes/no choices of an answer: its trades with their amounts (dollars), and the losses it takes.

    losses : (taxpayer, wash-sale identity); parts : dollars of each piece of what is sold
    leaving : lots that are sold out, so that they take no loss away
    rising : by goal, whether its counterparties move up, or else down
    """

    trades: Mapping[TradeKey, float]
    losses: frozenset[tuple[str, str]]
    parts: Mapping[Key, tuple[float, ...]] = field(default_factory=dict)
    leaving: frozenset[str] = frozenset()
    rising: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a case is modelled.

    pattern : only these trades, with these choices; whole : in whole shares around the pattern's amounts
    linear : no yes/no choices at all; fixed : trades that a person set, in shares; dropped : trades forbidden
    harvest : whether tax saved by losses counts; taxed : whether tax counts at all
    needed : sales that need no benefit of their own to take a loss
    only : the trades that the solve looks at, where not all
    forced : trades that must be made, at their least size or more
    wide : trades of any size, where sizes that make sense alone leave too much beyond the limits
    slack : how many times its usual room and margins the rounding step has
    draws : accounts that may pay out a withdrawal, as much each as the solve says
    named : shares by lot of a fixed sale, where a person named them
    """

    pattern: Pattern | None = None
    whole: bool = False
    linear: bool = False
    fixed: Mapping[TradeKey, Decimal] = field(default_factory=dict)
    dropped: frozenset[TradeKey] = frozenset()
    harvest: bool = True
    taxed: bool = True
    needed: frozenset[Key] | None = None
    only: frozenset[TradeKey] | None = None
    forced: frozenset[TradeKey] = frozenset()
    slack: int = 1
    wide: bool = False
    draws: frozenset[str] = frozenset()
    named: Mapping[TradeKey, Mapping[str, Decimal]] = field(default_factory=dict)

    def allows(self, key: TradeKey) -> bool:
        """Whether the trade may be made at all."""
        looked_at = self.only is None or key in self.only or key in self.fixed or key in self.forced
        return looked_at and key not in self.dropped and (self.pattern is None or key in self.pattern.trades)

    def changed(self, **changes: object) -> "Setting":
        """The same setting with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]
