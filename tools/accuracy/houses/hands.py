"""What an account holds before it is drawn: groups of rows as printed, their sums, its cash, total and number."""

import datetime
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tools.accuracy.content import cents, earlier, money, number, stock
from tools.accuracy.drawing import Pencil
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Account, D, Lot, Row, spent, worth


@dataclass(frozen=True)
class Hand:
    """An account: `groups` as printed; `sums` are value and cost of each group as they were before any fault."""

    number: str
    cash: D | None
    total: D
    groups: dict[str, list[Row]]
    sums: dict[str, tuple[D, D]]
    summed: bool = True

    @property
    def rows(self) -> list[Row]:
        """All rows in the order of their groups."""
        return [row for rows in self.groups.values() for row in rows]

    @property
    def value(self) -> D:
        """The sum of the groups' values."""
        return sum((value for value, _ in self.sums.values()), ZERO)

    @property
    def cost(self) -> D:
        """The sum of the groups' costs."""
        return sum((cost for _, cost in self.sums.values()), ZERO)

    def closed(self, deal: Deal, **facts: Any) -> Account:
        """The account as printed."""
        return deal.close(self.number, self.rows, self.total if self.summed else None, self.cash, **facts)


def hand(deal: Deal, groups: Mapping[str, Sequence[Row]], cash: bool = True, summed: bool = True) -> Hand:
    """The rows dealt out, with a fault where one is due; `summed` False: no sum of the account is printed."""
    held = money(deal.dice, 50, 40_000) if cash else None
    account = number(deal.dice)
    sums = {title: (worth(list(rows)), spent(list(rows))) for title, rows in groups.items()}
    total = sum((value for value, _ in sums.values()), held or ZERO)
    total = deal.total(total) if summed else total
    return Hand(account, held, total, {title: deal.shown(rows, summed) for title, rows in groups.items()}, sums, summed)


def framed(pencil: Pencil, *lines: tuple[str, str], left: float = 40, after: float = 14) -> None:
    """The first page, with a left and a right text on each line at the head of every page; `~` is its number."""

    def frame(one: Pencil) -> None:
        for place, texts in enumerate(lines):
            first, second = (text.replace("~", str(one.pages)) for text in texts)
            one.row([(left, first), (-(one.paper.width - 40), second)], "" if place else "B", 12)
        one.y += after

    pencil.on_page = frame
    pencil.page()


def parts(row: Row) -> list[tuple[Lot, D]]:
    """The lots with their values, which add up to the row's value; the last one takes the rest."""
    values = [cents(lot.quantity * (row.price or ZERO)) for lot in row.lots[:-1]]
    return list(zip(row.lots, [*values, row.value - sum(values, ZERO)], strict=True))


def said(day: str, form: str = "%b %d, %Y") -> str:
    """An ISO day in another form."""
    return datetime.date.fromisoformat(day).strftime(form)


def each(lot: Lot, places: int = 4) -> D:
    """What one unit of the lot cost."""
    return (lot.cost / lot.quantity).quantize(D(1).scaleb(-places))


def in_lots(dice: random.Random, row: Row, most: int = 3) -> Row:
    """The position cut into up to `most` lots of different sizes that add up to it."""
    quantity, cost = row.quantity or D(0), row.cost or D(0)
    count = min(dice.randrange(1, most + 1), int(quantity))
    step = D(1) if quantity == quantity.to_integral() else D("0.001")
    weights = [dice.randrange(2, 10) for _ in range(count)]
    shares = [max(step, (quantity * weight / sum(weights)).quantize(step)) for weight in weights[1:]]
    paid = [cents(cost * part * dice.randrange(80, 120) / 100 / quantity) for part in shares]
    if cost <= sum(paid, D(0)):
        paid = [cents(cost * part / quantity) for part in shares]
    shares, paid = [quantity - sum(shares, D(0)), *shares], [cost - sum(paid, D(0)), *paid]
    days = sorted(earlier(dice) for _ in shares)
    return replace(row, lots=tuple(Lot(*lot) for lot in zip(days, shares, paid, strict=True)))


def in_one(row: Row, day: str) -> Row:
    """The position as one lot of that day."""
    return replace(row, lots=(Lot(day, row.quantity or D(0), row.cost or D(0)),))


def some_stocks(deal: Deal, least: int = 3, most: int = 10, lots: int = 0) -> list[Row]:
    """A few shares, each in up to `lots` lots where that is not 0."""
    rows = [stock(deal.dice, deal.taken) for _ in range(deal.dice.randrange(least, most))]
    return [in_lots(deal.dice, row, lots) for row in rows] if lots else rows


def across(pencil: Pencil, places: Sequence[float], texts: Sequence[str], style: str = "", step: float = 13,
           size: float | None = None) -> None:  # fmt: skip
    """A line of texts, each at its place, as many as there are."""
    pencil.row(list(zip(places, texts, strict=False)), style, step, size)
