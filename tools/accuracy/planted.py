"""What is wrong in a statement on purpose: one figure, one line, one total. Such an account must never be proven."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, TypeVar

from tools.accuracy.content import masked
from tools.accuracy.truth import Account, Drawn, Row

R = TypeVar("R", bound=Row)
FAULTS = ("value", "quantity", "price", "total", "missing", "twice", "lot")


@dataclass
class Deal:
    """One hand of dice for a statement. `fault` is planted at the first chance; totals are of the rows as they were.

    A fault counts in the account that is closed next. `dry` throws the same dice and plants nothing.
    """

    dice: random.Random
    fault: str = ""
    taken: set[str] = field(default_factory=set)
    planted: str = ""
    dry: bool = False
    _open: bool = False
    _wrong: str = ""

    def shown(self, rows: Sequence[R], summed: bool = True) -> list[R]:
        """The rows as they are printed. Where no sum is printed, a missing row is nothing that one could know of."""
        shown = list(rows)
        if self.planted or not shown or self.fault in ("", "total") or (self.fault == "missing" and not summed):
            return shown
        place = self.dice.randrange(len(shown))
        row = shown[place]
        if self.fault == "missing" and len(shown) > 1:
            self._plant(f"{shown.pop(place).name} is missing")
        elif self.fault == "twice":
            self._plant(f"{row.name} stands twice")
            shown.insert(place, row)
        elif (spoiled := self._spoiled(row)) is not None:
            alone = self.fault == "value" and row.quantity is None
            name = "" if alone else row.symbol or row.cusip or row.isin or row.name
            self._plant(f"{self.fault} of {row.name}", name)
            shown[place] = spoiled
        return list(rows) if self.dry else shown

    def total(self, value: Decimal) -> Decimal:
        """The total as it is printed."""
        if self.fault != "total" or self.planted:
            return value
        self._plant("total")
        off = (Decimal(self.dice.randrange(150, 90_000)) / 100).quantize(value)
        return value if self.dry else value + off

    def close(self, number: str, rows: Sequence[Row], total: Decimal | None, cash: Decimal | None = None,
              **facts: Any) -> Account:  # fmt: skip
        """The account as printed; it does not tie where something was planted since the last one was closed."""
        ties, self._open = not self._open, False
        return Account(masked(number), tuple(rows), total, cash, ties, "" if ties else self._wrong, **facts)

    def _plant(self, what: str, wrong: str = "") -> None:
        self.planted, self._open, self._wrong = what, not self.dry, wrong

    def _spoiled(self, row: R) -> R | None:
        """The row with the fault in it; None where it has no such figure that another one would prove wrong."""
        off = 1 + Decimal(self.dice.randrange(7, 80)) / 100
        if self.fault == "value":
            return replace(row, value=(row.value * off + 1).quantize(row.value))
        if self.fault == "quantity" and row.quantity and row.price:
            return replace(row, quantity=row.quantity + max(Decimal(1), (row.quantity / 10).quantize(Decimal(1))))
        if self.fault == "price" and row.quantity and row.price:
            return replace(row, price=(row.price * off).quantize(row.price))
        if self.fault == "lot" and len(row.lots) > 1:
            lots = (replace(row.lots[0], quantity=row.lots[0].quantity + 1), *row.lots[1:])
            return replace(row, lots=lots)
        return None


def draw(house: Callable[[Deal], Drawn], seed: int, fault: str = "") -> Drawn:
    """The statement that a house draws from a seed, with a fault planted in it if one is named and it can print it."""
    deal = Deal(random.Random(seed), fault)
    made = house(deal)
    plain = house(Deal(random.Random(seed), fault, dry=True)) if deal.planted else made
    printed = plain is made or (made.paper != plain.paper if made.paper is not None else made.data != plain.data)
    return replace(made if printed else plain, house=house.__name__, planted=deal.planted if printed else "")
