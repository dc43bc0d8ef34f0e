"""Securities that dice make up: shares, funds, preferreds, bonds, options and partnerships, each tied in itself."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tools.accuracy.content import cents, cusip, symbol
from tools.accuracy.dice import issuers
from tools.accuracy.truth import D, Lot, Row

BONDS = ("corp", "muni", "treasury", "cd")
ONE, PER_HUNDRED, PER_CONTRACT = D(1), D("0.01"), D(100)


@dataclass(frozen=True)
class Security(Row):
    """A position with all that a statement may say of it; value = quantity x price x unit.

    `due` is when a bond falls due or an option ends, `terms` how a bond may be called or what an option is on.
    """

    kind: str = ""
    unit: D = ONE
    coupon: D | None = None
    due: date | None = None
    rating: str = ""
    terms: str = ""
    income: D | None = None
    prior: D | None = None
    distributed: D | None = None

    @property
    def coupon_and_day(self) -> str:
        """`4.125% 11/15/2031` of a bond."""
        return f"{self.coupon:.3f}% {self.due:%m/%d/%Y}"


def lot_values(security: Security) -> list[tuple[Lot, D]]:
    """The lots with their values, which add up to the security's; the last one takes the rest."""
    each = (security.price or D(0)) * security.unit
    values = [cents(lot.quantity * each) for lot in security.lots[:-1]]
    return list(zip(security.lots, [*values, security.value - sum(values, D(0))], strict=True))


def in_lots(dice: random.Random, security: Security, day: date, most: int) -> Security:
    """The security bought on up to `most` days before that day, in lots that add up to it."""
    quantity, cost = security.quantity, security.cost
    if quantity is None or cost is None:
        return security
    whole = quantity == quantity.to_integral()
    step = (
        D(1000) if security.unit == PER_HUNDRED else D(1) if whole else D(1).scaleb(int(quantity.as_tuple().exponent))
    )
    steps = int(abs(quantity) / step)
    count = 1 if security.kind == "option" else min(dice.randrange(1, most + 1), steps)
    cuts = sorted(dice.sample(range(1, steps), count - 1))
    shares = [(after - before) * step for before, after in zip([0, *cuts[:-1]], cuts, strict=False)] if cuts else []
    paid = [cents(cost * part / quantity * dice.randrange(800, 1200) / 1000) for part in shares]
    if sum(paid, D(0)) >= abs(cost):
        paid = [cents(cost * part / quantity) for part in shares]
    shares, paid = [*shares, quantity - sum(shares, D(0))], [*paid, cost - sum(paid, D(0))]
    days = sorted(day - timedelta(dice.randrange(8, 4200)) for _ in shares)
    lots = zip((one.isoformat() for one in days), shares, paid, strict=True)
    return replace(security, lots=tuple(Lot(*lot) for lot in lots))


class Market:
    """Makes securities of a day; `places` are those of quantities, `price_places` those of prices."""

    def __init__(self, dice: random.Random, day: date, places: int, price_places: int) -> None:
        self.dice, self.day, self.places, self.price_places = dice, day, places, price_places
        self.taken: set[str] = set()

    def make(self, kind: str) -> Security:
        """One of that kind; what is no bond has a name that was not used before."""
        makers: dict[str, Callable[[], Security]] = {
            "stock": self._stock, "etf": self._etf, "fund": self._fund, "pfd": self._preferred, "corp": self._corporate,
            "muni": self._municipal, "treasury": self._treasury, "cd": self._deposit, "option": self._option,
            "private": self._private,
        }  # fmt: skip
        while (made := makers[kind]()).name in self.taken and kind not in BONDS:
            continue
        self.taken.add(made.name)
        return made

    def reserve(self) -> tuple[str, str, str]:
        """A money market fund: its symbol, name and CUSIP."""
        name = f"{self.dice.choice(issuers.FAMILIES)} {self.dice.choice(issuers.RESERVES)}"
        return symbol(self.dice, self.taken)[:3] + "XX", name, cusip(self.dice, self.taken)

    def _stock(self) -> Security:
        name = f"{self.dice.choice(issuers.COMPANIES)} {self.dice.choice(issuers.FORMS)}"
        places = self.places if self.dice.random() < 0.35 else 0
        return self._share("stock", name, self._count(5, 1800, places), self._price(6, 480))

    def _etf(self) -> Security:
        name = f"{self.dice.choice(issuers.FAMILIES)} {self.dice.choice(issuers.TRADED)}"
        places = self.places if self.dice.random() < 0.5 else 0
        return self._share("etf", name, self._count(4, 2200, places), self._price(20, 620))

    def _fund(self) -> Security:
        name = f"{self.dice.choice(issuers.FAMILIES)} {self.dice.choice(issuers.OPEN)}"
        return self._share("fund", name, self._count(20, 5200, self.places), self._price(8, 190), "X")

    def _preferred(self) -> Security:
        rate = D(self.dice.randrange(16, 31)) / 4
        name = f"{self.dice.choice(issuers.COMPANIES)} {rate:.3f}% Pfd Ser {self.dice.choice('ABCDEHK')}"
        return self._share("pfd", name, self._count(50, 900, 0), self._price(17, 27), "P")

    def _share(self, kind: str, name: str, quantity: D, price: D, ending: str = "") -> Security:
        ticker = symbol(self.dice, self.taken)
        ticker = ticker.replace("X", "K").ljust(4, "Q") + ending if ending else ticker
        value = cents(quantity * price)
        rate = D(self.dice.randrange(0, 55)) / 1000
        income = cents(value * rate) if rate and self.dice.random() < 0.8 else None
        return Security(ticker, name, quantity, price, value, self._cost(value),
                        cusip(self.dice, self.taken), kind=kind, income=income, prior=self._before(value))  # fmt: skip

    def _corporate(self) -> Security:
        name = f"{self.dice.choice(issuers.COMPANIES)} {self.dice.choice(issuers.BORROWERS)}"
        return self._bond("corp", name, D(self.dice.randrange(8, 27)) / 4, 5000, self.dice.choice(issuers.RATINGS))

    def _municipal(self) -> Security:
        name = f"{self.dice.choice(issuers.TOWNS)} {self.dice.choice(issuers.PURPOSES)}"
        return self._bond("muni", name, D(self.dice.randrange(8, 27)) / 4, 5000, self.dice.choice(issuers.RATINGS))

    def _treasury(self) -> Security:
        rating = self.dice.choice(("Aaa/AA+", "Aa1/AA+"))
        name = self.dice.choice(issuers.TREASURIES)
        return self._bond("treasury", name, D(self.dice.randrange(3, 39)) / 8, 1000, rating)

    def _deposit(self) -> Security:
        name = f"{self.dice.choice(issuers.BANKS)} Cert of Deposit FDIC Insured"
        made = self._bond("cd", name, D(self.dice.randrange(300, 525)) / 100, 5000, "")
        price = D(self.dice.randrange(98_500, 101_500)) / 1000
        face = made.quantity or D(0)
        return replace(made, price=price, value=cents(face * price / 100), cost=face)

    def _bond(self, kind: str, name: str, coupon: D, step: int, rating: str) -> Security:
        dice = self.dice
        due = date(self.day.year + dice.randrange(1, 5 if kind == "cd" else 22), dice.randrange(1, 13),
                   dice.choice((1, 15)))  # fmt: skip
        face, price = D(dice.randrange(1, 31) * step), D(dice.randrange(84_000, 109_500)) / 1000
        value = cents(face * price / 100)
        terms = f"{dice.randrange(1, 13):02d}/01/{due.year - 1} @ 100.00" if dice.random() < 0.4 else ""
        return Security(None, name, face, price, value, cents(face * D(dice.randrange(93_000, 111_000)) / 100_000),
                        cusip(dice, self.taken), accrued=cents(face * coupon / 100 * dice.randrange(3, 178) / 360),
                        kind=kind, unit=PER_HUNDRED, coupon=coupon, due=due, rating=rating, terms=terms,
                        income=cents(face * coupon / 100), prior=self._before(value))  # fmt: skip

    def _option(self) -> Security:
        dice = self.dice
        due = date(self.day.year + dice.choice((1, 1, 2)), dice.randrange(1, 13), dice.randrange(15, 22))
        count = D(dice.randrange(1, 16) * dice.choice((-1, 1)))
        price = D(dice.randrange(25, 2400)) / 100
        value = cents(count * price * PER_CONTRACT)
        terms = f"{symbol(dice, self.taken)} {'P' if dice.random() < 0.4 else 'C'} {dice.randrange(8, 90) * 5}"
        name = f"{dice.choice(issuers.COMPANIES)} {dice.choice(issuers.FORMS)}"
        return Security(None, name, count, price, value, self._cost(value), kinds=("option",), kind="option",
                        unit=PER_CONTRACT, due=due, terms=terms, prior=cents(value * D("1.1")))  # fmt: skip

    def _private(self) -> Security:
        dice = self.dice
        commitment = D(dice.randrange(4, 60) * 25_000)
        called = cents(commitment * dice.randrange(250, 960) / 1000)
        value = cents(called * dice.randrange(720, 1650) / 1000)
        quarter = date(self.day.year, 3 * ((self.day.month - 1) // 3) + 1, 1) - timedelta(1)
        day = quarter if dice.random() < 0.7 else self.day
        name = f"{dice.choice(issuers.SPONSORS)} {dice.choice(issuers.VENTURES)}"
        return Security(None, name, None, None, value, kinds=("alternative",), commitment=commitment, called=called,
                        unfunded=commitment - called, nav_date=day.isoformat(), kind="private", prior=value,
                        distributed=cents(called * dice.randrange(0, 400) / 1000))  # fmt: skip

    def _count(self, least: int, most: int, places: int) -> D:
        return D(self.dice.randrange(least * 10**places, most * 10**places)).scaleb(-places)

    def _price(self, least: int, most: int) -> D:
        places = self.price_places
        return D(self.dice.randrange(least * 10**places, most * 10**places)).scaleb(-places)

    def _cost(self, value: D) -> D:
        return cents(value * self.dice.randrange(480, 1390) / 1000)

    def _before(self, value: D) -> D:
        return cents(value * self.dice.randrange(900, 1080) / 1000)
