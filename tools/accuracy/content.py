"""Dice that make up what statements hold: shares, funds, bonds, options, deposits, partnerships, notes, lots."""

import random
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from tools.accuracy.truth import CENT, Lot, Move, Row

D = Decimal
FIRST = ("HARBOR", "QUILL", "FINCH", "ALDER", "GRANITE", "COBALT", "EMBER", "WILLOW", "TIDE", "CEDAR", "ONYX", "SLATE")
LAST = ("HOLDINGS INC", "ENERGY CORP", "PAPER CO", "BANCORP INC", "FOODS PLC", "SHIPPING LTD", "SOFTWARE CORP")
ODD = ("HOLDINGS INC CLASS B", "REALTY TRUST SBI", "PLC SPONSORED ADR REPRESENTING 4 ORD", "& SONS CO", "GROUP NV NEW",
       "PARTNERS L P UNIT LTD PARTNERSHIP INT", "INC COM PAR $0.001", "1ST NATL CORP",
       "CO 6.125% PFD SER C")  # fmt: skip
FUNDS = ("500 Index Fund Admiral Shares", "Target Retirement 2045 Trust", "Total Bond Market Fund Instl Plus",
         "International Growth R6", "Stable Value Option", "Small Cap Value Fund CL I",
         "Real Return Strategy A")  # fmt: skip
VENTURES = ("Buyout Fund IV, L.P.", "Real Estate Credit II LP", "Growth Equity Partners 2021",
            "Infrastructure III SCSp",
            "Private Credit Opportunities Fund", "Venture Fund VII-A, L.P.")  # fmt: skip
LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
PEOPLE = ("Odalys Fenwick", "Tobias R. Marchetti", "Prudence Okonjo-Hale", "Wendell K. Ashgrove", "Ines Calloway")


def cents(value: D) -> D:
    """Rounded half up to the cent."""
    return value.quantize(CENT, ROUND_HALF_UP)


def money(dice: random.Random, least: int, most: int) -> D:
    """An amount to the cent, between two in dollars."""
    return D(dice.randrange(least * 100, most * 100)) / 100


def stock(dice: random.Random, taken: set[str], whole: bool = True, odd: bool = False) -> Row:
    """An invented share with exact numbers; `odd` names have numbers, classes and marks in them."""
    quantity = D(dice.randrange(5, 3000)) if whole else D(dice.randrange(500, 900_000)) / 1000
    price = money(dice, 3, 600)
    value = (quantity * price).quantize(CENT)
    title = f"{dice.choice(FIRST)} {dice.choice(ODD)}" if odd else name(dice)
    return Row(symbol(dice, taken), title, quantity, price, value, basis(dice, value))


def fund(dice: random.Random, taken: set[str], places: int = 3) -> Row:
    """A fund without a ticker: units, unit value, and a value as far as those printed figures give it."""
    units, price = D(dice.randrange(10_000, 9_000_000)) / 10**places, D(dice.randrange(1000, 90_000)) / 1000
    while (title := f"{name(dice).split()[0].title()} {dice.choice(FUNDS)}") in taken:
        continue
    taken.add(title)
    value = cents(units * price)
    return Row(None, title, units, price, value, basis(dice, value))


def bond(dice: random.Random, taken: set[str]) -> Row:
    """An invented bond priced per 100."""
    face = D(dice.randrange(1, 60) * 1000)
    price = D(dice.randrange(88_000, 109_000)) / 1000
    value = (face * price / 100).quantize(CENT)
    coupon = f"{dice.randrange(4, 28) / 4:.3f}%"
    title = f"{dice.choice(FIRST)} {dice.choice(('WATER AUTH REV', 'ENERGY CORP NOTE', 'CNTY SCH DIST'))} {coupon}"
    return Row(
        None, f"{title} {later(dice)}", face, price, value, basis(dice, value), cusip(dice, taken), (), ("bond",)
    )


def deposit(dice: random.Random, taken: set[str]) -> Row:
    """A certificate of deposit of a bank, priced per 100, with accrued interest."""
    face = D(dice.randrange(1, 25) * 10_000)
    price = D(dice.randrange(97_000, 102_000)) / 1000
    value = cents(face * price / 100)
    title = f"{dice.choice(FIRST)} BANK NA CD {dice.randrange(300, 560) / 100:.2f}% DUE {later(dice)}"
    return Row(None, title, face, price, value, face, cusip(dice, taken), accrued=money(dice, 1, 900))


def option(dice: random.Random, under: Row, short: bool) -> Row:
    """A call on a share, 100 to the contract."""
    count, price = D(dice.randrange(1, 12)) * (-1 if short else 1), D(dice.randrange(20, 900)) / 100
    title = f"CALL {under.symbol} 01/15/27 {dice.randrange(20, 90)}.00"
    value = count * price * 100
    return Row(None, title, count, price, value.quantize(CENT), basis(dice, value), kinds=("option",))


def venture(dice: random.Random, taken: set[str]) -> Row:
    """A share of a partnership: commitment, called, unfunded, net asset value and its date."""
    while (title := f"{dice.choice(FIRST).title()} {dice.choice(VENTURES)}") in taken:
        continue
    taken.add(title)
    commitment = D(dice.randrange(4, 80) * 25_000)
    called = cents(commitment * D(dice.randrange(200, 1000)) / 1000)
    value = cents(called * D(dice.randrange(700, 1700)) / 1000)
    day = f"2026-{dice.choice(('03-31', '06-30'))}"
    return Row(None, title, None, None, value, kinds=("alternative",), commitment=commitment, called=called,
               unfunded=commitment - called, nav_date=day)  # fmt: skip


def note(dice: random.Random, taken: set[str]) -> Row:
    """A structured note: face and price per 100."""
    face, price = D(dice.randrange(1, 40) * 5000), D(dice.randrange(8000, 11_500)) / 100
    title = f"{dice.choice(FIRST)} BANK AUTOCALLABLE BUFFERED NOTE LKD TO {dice.choice(FIRST)} INDEX {later(dice)}"
    return Row(None, title, face, price, cents(face * price / 100), face, cusip(dice, taken))


def with_lots(dice: random.Random, row: Row, most: int = 3) -> Row:
    """The position cut into lots that add up to it."""
    parts = dice.randrange(1, most + 1)
    assert row.quantity is not None and row.cost is not None
    step = D(1) if row.quantity == row.quantity.to_integral() else D("0.001")
    shares = [(row.quantity / parts).quantize(step) for _ in range(parts - 1)]
    paid = [(row.cost / parts).quantize(CENT) for _ in range(parts - 1)]
    shares.append(row.quantity - sum(shares, D(0)))
    paid.append(row.cost - sum(paid, D(0)))
    days = sorted(earlier(dice) for _ in range(parts))
    return replace(row, lots=tuple(Lot(*lot) for lot in zip(days, shares, paid, strict=True)))


def moves(dice: random.Random, rows: list[Row], year: int, month: int) -> list[Move]:
    """Purchases, sales and reinvestments of some of the rows in one month, by day."""
    made = []
    for row in dice.sample(rows, min(len(rows), dice.randrange(2, 7))):
        side = dice.choice(("buy", "sell", "reinvest"))
        count = D(dice.randrange(1, 90)) if side != "reinvest" else D(dice.randrange(20, 4000)) / 1000
        amount = cents(count * (row.price or D(1)))
        made.append(
            Move(f"{year}-{month:02d}-{dice.randrange(1, 28):02d}", side, row.symbol or "", row.name, count, amount)
        )
    return sorted(made, key=lambda move: move.day)


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
    while True:
        stem = "".join(dice.choice("0123456789") for _ in range(6)) + dice.choice("ABCDEFGH") + dice.choice("123456789")
        made = stem + _cusip_digit(stem)
        if made not in taken:
            taken.add(made)
            return made


def isin(dice: random.Random, taken: set[str], country: str = "US") -> str:
    """An ISIN around a made-up CUSIP."""
    stem = country + cusip(dice, taken)
    digits = "".join(str(int(sign, 36)) for sign in stem)
    doubled = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits))]
    return f"{stem}{-sum(part // 10 + part % 10 for part in doubled) % 10}"


def basis(dice: random.Random, value: D) -> D:
    """A cost basis for a value."""
    return (value * D(dice.randrange(55, 135)) / 100).quantize(CENT)


def number(dice: random.Random) -> str:
    """An account number."""
    return f"{dice.randrange(1000, 9999)}-{dice.randrange(1000, 9999)}"


def masked(account: str) -> str:
    """How a reading names the account."""
    return f"…{account[-4:]}"


def earlier(dice: random.Random) -> str:
    """A day of purchase, ISO."""
    return f"20{dice.randrange(12, 26)}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 28):02d}"


def later(dice: random.Random) -> str:
    """A day on which something falls due, as US statements print it."""
    return f"{dice.randrange(1, 13):02d}/{dice.randrange(1, 28):02d}/20{dice.randrange(28, 45)}"


def _cusip_digit(stem: str) -> str:
    """The check digit of a CUSIP: every second sign doubled, the digits of all added up, complemented to ten."""
    doubled = [int(sign, 36) * (2 if place % 2 else 1) for place, sign in enumerate(stem)]
    return str(-sum(part // 10 + part % 10 for part in doubled) % 10)
