"""Bonds and options in the words of many desks: par, coupon, maturity, rating, yield and accrual; calls and puts."""

import random
from dataclasses import replace

from tools.accuracy.content import FIRST, bond, cents, money, stock
from tools.accuracy.drawing import Column, Getter, Pencil, Table, bracketed, dollars, of, plain, trailing, words
from tools.accuracy.houses.hands import framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import D, Drawn, Row

PAR = ("Par Value", "Face|Amount", "Quantity", "Par", "Principal|Amount", "Face Value")
PRICE = ("Price", "Market|Price", "Price per|$100", "Closing|Price", "Price (%)")
ACCRUED = ("Accrued|Interest", "Accr. Int.", "Interest|Accrued", "Accrued")
NAMED = ("CALL {s} 01/15/27 {k}", "{s} 01/15/2027 {k}.00 C", "{s} Jan 15 2027 {k} Call", "{s} JAN 27 {k}.000 CALL",
         "CALL ({s}) {n} JAN 15 27 ${k} (100 SHS)", "{s} 15JAN27 {k} C")  # fmt: skip
SHORT = ("{}", "({})", "{}-", "{} S")


def skelwith(deal: Deal) -> Drawn:
    """Shares, bonds with what is known of each in columns of their own, and options that are held or written."""
    dice = deal.dice
    shares = [stock(dice, deal.taken) for _ in range(dice.randrange(3, 8))]
    bonds = [replace(bond(dice, deal.taken), accrued=money(dice, 3, 900)) for _ in range(dice.randrange(2, 7))]
    form, short = dice.choice(NAMED), dice.choice(SHORT)
    options = [_option(dice, row, form, place % 2 == 1) for place, row in enumerate(shares[: dice.randrange(1, 4)])]
    held = hand(deal, {"Equities": shares, "Fixed Income": bonds, "Options": options})
    loss = dice.choice((bracketed, plain, trailing))
    pencil = Pencil(landscape=True, size=7.5, font=dice.choice(("Helvetica", "Sans", "Times")))
    framed(
        pencil,
        ("Skelwith Brokerage", "Account Statement"),
        (f"Account Number {held.number}", "As of June 30, 2026"),
    )
    tables = {
        "Equities": _table(
            pencil, [("Symbol", words("symbol")), ("Description", words("name"))], _held("Quantity", loss)
        ),
        "Fixed Income": _bonds(pencil, dice, loss),
        "Options": _table(pencil, [("Description", words("name"))], _written(short, loss)),
    }
    for title, rows in held.groups.items():
        pencil.room(80)
        pencil.say(title, 40, "B", 14, 10)
        tables[title].head()
        tables[title].rows(rows)
        edge = next(column.x for column in tables[title].columns if column.head == "Market Value")
        pencil.row([(40, f"Total {title}"), (edge, loss(held.sums[title][0]))], "B", 24)
    pencil.row([(40, "Cash"), (-560, plain(held.cash))])
    pencil.row([(40, "Total Account Value"), (-560, dollars(held.total))], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _table(pencil: Pencil, names: list[tuple[str, Getter]], figures: list[tuple[str, Getter]]) -> Table:
    """Names from the left and figures up to the right edge."""
    lefts = (40, 100) if len(names) == 2 else (40,)
    step = 490 / len(figures)
    first = [Column(head, x, shows) for x, (head, shows) in zip(lefts, names, strict=True)]
    return Table(pencil, first + [
        Column(head, -(262 + step * (place + 1)), shows) for place, (head, shows) in enumerate(figures)
    ], repeat=True)  # fmt: skip


def _held(quantity: str, loss: Getter) -> list[tuple[str, Getter]]:
    return [(quantity, of("quantity", plain, 0)), ("Price", of("price")), ("Market Value", of("value")),
            ("Cost Basis", of("cost")), ("Gain/Loss", of("gain", loss))]  # fmt: skip


def _bonds(pencil: Pencil, dice: random.Random, loss: Getter) -> Table:
    """Bonds: CUSIP beside or after the name, up to four columns that say what the bond is."""
    beside: list[tuple[str, Getter]] = [
        ("Coupon", lambda row: row.name.split()[-2]),
        ("Maturity", lambda row: row.name.split()[-1]),
        ("Rating", lambda row: ("AA2/AA", "BAA1/BBB", "NR", "A1/A+")[int(row.value) % 4]),
        ("YTM", lambda row: f"{int(row.value) % 60 / 10 + 1:.2f}%"),
    ]
    figures: list[tuple[str, Getter]] = [
        *dice.sample(beside, dice.randrange(0, 4)),
        (dice.choice(PAR), of("quantity", plain, 0)),
        (dice.choice(PRICE), of("price", plain, 3)),
        ("Market Value", of("value")),
        (dice.choice(ACCRUED), of("accrued")),
        ("Cost Basis", of("cost")),
        ("Gain/Loss", of("gain", loss)),
    ]
    return _table(
        pencil, [("CUSIP", words("cusip")), ("Description", lambda row: " ".join(row.name.split()[:-2]))], figures
    )


def _written(short: str, loss: Getter) -> list[tuple[str, Getter]]:
    def count(row: Row) -> str:
        size = row.quantity or D(0)
        text = plain(abs(size), 0)
        return text if size > 0 else (plain(size, 0) if short == "{}" else short.format(text))

    return [("Contracts", count), ("Price", of("price")), ("Market Value", of("value", loss)),
            ("Cost Basis", of("cost", loss)), ("Gain/Loss", of("gain", loss))]  # fmt: skip


def _option(dice: random.Random, under: Row, form: str, short: bool) -> Row:
    """A call on the share, 100 to the contract."""
    count, price = D(dice.randrange(1, 20)) * (-1 if short else 1), D(dice.randrange(15, 1900)) / 100
    value = cents(count * price * 100)
    name = form.format(s=under.symbol, k=dice.randrange(4, 60) * 5, n=dice.choice(FIRST))
    return Row(None, name, count, price, value, cents(value * dice.randrange(70, 130) / 100), kinds=("option",))
