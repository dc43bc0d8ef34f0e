"""The layout of one medley: what is dealt once for a statement."""

import random
from dataclasses import dataclass

from tools.accuracy.houses.wordings import CASH, HEADS, SUBTOTALS, SUMS

ORDERS = (
    "name quantity price value cost gain income",
    "symbol name quantity price value cost gain share",
    "quantity name symbol price value cost gain",
    "name symbol quantity cost price value gain yield",
    "symbol name quantity price cost value gain income yield",
    "name price quantity value share",
    "name symbol quantity price value income yield",
    "quantity symbol name price value cost gain yield",
    "symbol name cost quantity price value",
)


@dataclass(frozen=True)
class Look:
    """How one medley is drawn: dealt once for a statement."""

    order: tuple[str, ...]
    heads: dict[str, str]
    symbols: str
    lots: str
    signs: str
    cash: str
    cash_word: str
    sum_word: str
    subtotal: str
    repeat: bool
    again: str
    zebra: bool
    step: float
    places: int


def look(dice: random.Random) -> Look:
    """The dice of a layout."""
    order = tuple(dice.choice(ORDERS).split())
    inside = ("behind", "before", "below") if "symbol" not in order else ("column",)
    lots = dice.choice(("", "", "below", "apart")) if "cost" in order else ""
    return Look(
        order=(*order[:1], "day", *order[1:]) if lots == "below" else order,
        heads={kind: dice.choice(words) for kind, words in HEADS.items()},
        symbols=dice.choice(inside),
        lots=lots,
        signs=dice.choice(("plain", "dollars", "trailing")),
        cash=dice.choice(("row", "section", "label")),
        cash_word=dice.choice(CASH),
        sum_word=dice.choice(SUMS),
        subtotal=dice.choice(SUBTOTALS),
        repeat=dice.random() < 0.7,
        again=dice.choice(("", "{} (continued)", "{} - continued", "{} (cont'd)")),
        zebra=dice.random() < 0.3,
        step=dice.choice((11.0, 12.0, 14.0)),
        places=dice.choice((0, 3, 4)),
    )
