"""What a drawn statement holds: the truth that a reading is held against, and dice that make it up."""

import random
from dataclasses import dataclass, field
from decimal import Decimal

D = Decimal
CENT = D("0.01")
FIRST = ("HARBOR", "QUILL", "FINCH", "ALDER", "GRANITE", "COBALT", "EMBER", "WILLOW", "TIDE", "CEDAR", "ONYX", "SLATE")
LAST = ("HOLDINGS INC", "ENERGY CORP", "PAPER CO", "BANCORP INC", "FOODS PLC", "SHIPPING LTD", "SOFTWARE CORP")
LETTERS = "BCDFGHJKLMNPQRSTVWXZ"


@dataclass(frozen=True)
class Lot:
    """A lot as printed; `day` is ISO."""

    day: str
    quantity: D
    cost: D


@dataclass(frozen=True)
class Row:
    """A position as printed."""

    symbol: str | None
    name: str
    quantity: D | None
    price: D | None
    value: D
    cost: D | None = None
    cusip: str | None = None
    lots: tuple[Lot, ...] = ()

    @property
    def gain(self) -> D | None:
        """Value less cost."""
        return None if self.cost is None else self.value - self.cost


@dataclass(frozen=True)
class Account:
    """An account as printed. `ties` False: the printed total is wrong on purpose."""

    number: str
    rows: tuple[Row, ...]
    total: D
    cash: D | None = None
    ties: bool = True


@dataclass(frozen=True)
class Drawn:
    """The bytes of a statement and what they hold."""

    house: str
    data: bytes
    accounts: tuple[Account, ...] = field(default=())
    ending: str = ".pdf"


def stock(dice: random.Random, taken: set[str], whole: bool = True) -> Row:
    """An invented share with exact numbers."""
    quantity = D(dice.randrange(5, 3000)) if whole else D(dice.randrange(500, 900_000)) / 1000
    price = D(dice.randrange(300, 60_000)) / 100
    value = (quantity * price).quantize(CENT)
    return Row(symbol(dice, taken), name(dice), quantity, price, value, spent(dice, value))


def bond(dice: random.Random, taken: set[str]) -> Row:
    """An invented bond priced per 100."""
    face = D(dice.randrange(1, 60) * 1000)
    price = D(dice.randrange(88_000, 109_000)) / 1000
    value = (face * price / 100).quantize(CENT)
    coupon = f"{dice.randrange(4, 28) / 4:.3f}%"
    title = f"{dice.choice(FIRST)} {dice.choice(('WATER AUTH REV', 'ENERGY CORP NOTE', 'CNTY SCH DIST'))} {coupon}"
    day = f"{dice.randrange(1, 13):02d}/{dice.randrange(1, 28):02d}/20{dice.randrange(28, 45)}"
    return Row(None, f"{title} {day}", face, price, value, spent(dice, value), cusip(dice, taken))


def with_lots(dice: random.Random, row: Row, most: int = 3) -> Row:
    """The position cut into lots that add up to it."""
    parts = dice.randrange(1, most + 1)
    assert row.quantity is not None and row.cost is not None
    shares = [(row.quantity / parts).quantize(D(1)) for _ in range(parts - 1)]
    paid = [(row.cost / parts).quantize(CENT) for _ in range(parts - 1)]
    shares.append(row.quantity - sum(shares, D(0)))
    paid.append(row.cost - sum(paid, D(0)))
    days = sorted(
        f"20{dice.randrange(12, 26)}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 28):02d}" for _ in range(parts)
    )
    lots = tuple(Lot(day, held, cost) for day, held, cost in zip(days, shares, paid, strict=True))
    return Row(row.symbol, row.name, row.quantity, row.price, row.value, row.cost, row.cusip, lots)


def symbol(dice: random.Random, taken: set[str]) -> str:
    """A ticker that is no word."""
    while True:
        made = "".join(dice.choice(LETTERS) for _ in range(dice.choice((3, 4, 4))))
        if made not in taken and made not in ("LTD", "PLC", "CD", "NT"):
            taken.add(made)
            return made


def name(dice: random.Random) -> str:
    """A company."""
    return f"{' '.join(dice.sample(FIRST, dice.choice((1, 2))))} {dice.choice(LAST)}"


def cusip(dice: random.Random, taken: set[str]) -> str:
    """A CUSIP with its check digit."""
    from core.ingest.identifiers import cusip_ok

    while True:
        stem = "".join(dice.choice("0123456789") for _ in range(6)) + dice.choice("ABCDEFGH") + dice.choice("123456789")
        made = next(f"{stem}{digit}" for digit in range(10) if cusip_ok(f"{stem}{digit}"))
        if made not in taken:
            taken.add(made)
            return made


def spent(dice: random.Random, value: D) -> D:
    """A cost basis for a value."""
    return (value * D(dice.randrange(55, 135)) / 100).quantize(CENT)


def number(dice: random.Random) -> str:
    """An account number."""
    return f"{dice.randrange(1000, 9999)}-{dice.randrange(1000, 9999)}"
