"""An investment report that sets two days side by side, under heads of two tiers."""

import random

from tools.accuracy.content import bond, cents, stock, symbol
from tools.accuracy.drawing import Column, Pencil, Stroke, Table, plain
from tools.accuracy.houses.hands import framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

Held = tuple[D, D, D]
PERIODS = (
    ("Prior Period", "This Period"),
    ("March 31, 2026", "June 30, 2026"),
    ("As of 03/31/2026", "As of 06/30/2026"),
)
NOTHING = ["--", "--", "--"]


def tollerby(deal: Deal) -> Drawn:
    """Money funds first; quantity, price and value of two days under a head of their own each; what was sold stays."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "Stocks": [stock(dice, taken) for _ in range(dice.randrange(5, 20))],
        "Bonds": [bond(dice, taken) for _ in range(dice.randrange(1, 6))],
    }
    held = hand(deal, groups)
    funds = _money_funds(dice, taken, held.cash or ZERO)
    before = {_code(row): _earlier(dice, row) for row in [*funds, *groups["Stocks"], *groups["Bonds"]]}
    first, names = dice.random() < 0.7, dice.choice(PERIODS)
    pencil = Pencil(landscape=True, size=7.5)
    framed(
        pencil,
        ("TOLLERBY BROKERAGE SERVICES LLC", "Investment Report"),
        (f"Account # {held.number}   WENDELL K ASHGROVE - ROTH IRA", "April 1, 2026 - June 30, 2026"),
    )
    table = Table(pencil, _two_tiers(first), step=11, repeat=dice.random() < 0.7)
    table.again = lambda: _tiers(table, names if first else names[::-1])
    table.again()
    table.head()
    sums = {"Money Funds": (held.cash or ZERO, None), **held.sums}
    prior = ZERO
    for title, rows in {"Money Funds": funds, **held.groups}.items():
        table.break_page(40)
        pencil.say(title, 40, "B", 12, 8.5)
        was = sum((before[one][2] for one in dict.fromkeys(map(_code, rows))), ZERO)
        for row in rows:
            _two_days(table, row, before[_code(row)], first)
        if title == "Stocks" and dice.random() < 0.6:
            was += _sold(table, stock(dice, taken), first)
        value, cost = sums[title]
        _line(table, [f"Total {title}", ""], ["", "", plain(was)], ["", "", plain(value)], plain(cost), first, "B")
        pencil.y += 6
        prior += was
    _line(table, ["Total Account Value", ""], ["", "", plain(prior)], ["", "", plain(held.total)], "", first, "B")
    pencil.y += 12
    pencil.say(
        "-- not held on that day. Prices are those of the last trade or an estimate of a dealer.", 40, "", 9, 6.5
    )
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=tuple(row.value for row in funds)))


def _code(row: Row) -> str:
    return row.symbol or row.cusip or ""


def _two_tiers(first: bool) -> list[Column]:
    heads = ("Quantity", "Price", "Value", "Quantity", "Price", "Value", "Cost Basis")
    edges = (-345, -405, -480, -560, -620, -695, -755)
    return [Column("Description", 40), Column("Symbol", 250)] + [
        Column(head, edge) for head, edge in zip(heads, edges, strict=True)
    ]


def _tiers(table: Table, names: tuple[str, ...]) -> None:
    """The upper heads, each centred over a line across its three columns."""
    pencil = table.pencil
    if not table.repeat and pencil.pages > 1:
        return
    for (left, right), text in zip(((300, 480), (510, 695)), names, strict=True):
        pencil.measure.set_font(pencil.paper.font, "B", 8)
        pencil.at((left + right - pencil.measure.get_string_width(text)) / 2, text, "B", 8)
        pencil.sheets[-1].append(Stroke(left, right, pencil.y + 3))
    pencil.y += 14


def _two_days(table: Table, row: Row, was: Held, first: bool) -> None:
    table.break_page(24)
    bonded = row.cusip is not None
    now = [plain(row.quantity, 3), plain(row.price, 3), plain(row.value)]
    then = [plain(was[0], 3), plain(was[1], 3), plain(was[2])] if was[0] else NOTHING
    _line(table, [row.name, row.symbol or ""], then, now, plain(row.cost), first)
    if bonded:
        table.pencil.say(f"CUSIP: {row.cusip}", 48, "", 11, 7)


def _sold(table: Table, row: Row, first: bool) -> D:
    """A share that was held on the first day alone."""
    then = [plain(row.quantity, 3), plain(row.price, 3), plain(row.value)]
    _line(table, [row.name, row.symbol or ""], then, NOTHING, "--", first)
    return row.value


def _line(
    table: Table, name: list[str], then: list[str], now: list[str], cost: str, first: bool, style: str = ""
) -> None:
    sides = [*then, *now] if first else [*now, *then]
    table.line([*name, *sides, cost], style)


def _money_funds(dice: random.Random, taken: set[str], cash: D) -> list[Row]:
    """The account's cash in one or two money funds at a dollar a share."""
    parts = [cash] if dice.random() < 0.5 else [cash - cents(cash / 3), cents(cash / 3)]
    titles = ("TOLLERBY GOVERNMENT MONEY MARKET", "TOLLERBY TREASURY ONLY FUND")
    return [Row(symbol(dice, taken) + "X", title, part, D(1), part) for title, part in zip(titles, parts, strict=False)]


def _earlier(dice: random.Random, row: Row) -> Held:
    """Quantity, price and value three months before; nothing where it was bought since."""
    quantity, price = row.quantity or ZERO, row.price or ZERO
    if dice.random() < 0.12:
        return ZERO, ZERO, ZERO
    if row.cost is None:
        part = cents(quantity * dice.randrange(60, 140) / 100)
        return part, price, part
    more = dice.choice((0, 0, 0, 5, -1))
    was, then = quantity + more * (1000 if row.cusip else 1), (price * dice.randrange(80, 115) / 100).quantize(price)
    return was, then, cents(was * then / (100 if row.cusip else 1))
