"""Values of two days in one table, said in the heads in as many ways as there are houses."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from tools.accuracy.content import cents, stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, plain
from tools.accuracy.houses.hands import Hand, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

WAYS = (
    ("Beginning|{}", "Ending|{}"),
    ("{}|Last Month", "{}|This Month"),
    ("Prior|{}", "Current|{}"),
    ("{}|08/31/2026", "{}|09/30/2026"),
    ("{} on|Aug 31", "{} on|Sep 30"),
    ("{}|as of 8/31/26", "{}|as of 9/30/26"),
    ("Previous|{}", "{}"),
)


@dataclass(frozen=True)
class Then:
    """A holding a month before."""

    quantity: D
    price: D
    value: D


def ambleforth(deal: Deal) -> Drawn:
    """Value, or price and value, or quantity and value, of last month and this one, in either order."""
    dice = deal.dice
    rows = [stock(dice, deal.taken) for _ in range(dice.randrange(5, 18))]
    funds = [stock(dice, deal.taken) for _ in range(dice.randrange(2, 6))]
    held = hand(deal, {"Equities": rows, "Exchange-Traded Funds": funds})
    before = {row.symbol: _then(dice, row) for row in (*rows, *funds)}
    doubled = dice.choice((("value",), ("value",), ("price", "value"), ("quantity", "value")))
    way, later_first, paired = dice.choice(WAYS), dice.random() < 0.3, dice.random() < 0.5
    pencil = Pencil(landscape=True, size=8, font=dice.choice(("Helvetica", "Sans")))
    framed(
        pencil,
        ("Ambleforth Investment Services", "Monthly Account Report"),
        (f"Account {held.number} - Tobias R. Marchetti, Individual", "September 1 - September 30, 2026"),
    )
    kinds = _kinds(doubled, paired, later_first)
    table = Table(pencil, _columns(kinds, way), step=13, repeat=dice.random() < 0.6)
    for title, group in held.groups.items():
        pencil.room(80)
        pencil.say(title, 40, "B", 14, 10)
        table.head()
        for row in group:
            table.break_page(13)
            table.line([row.symbol or "", row.name, *(_shown(kind, row, before[row.symbol]) for kind in kinds)])
        was = sum((before[symbol].value for symbol in {row.symbol: 0 for row in group}), ZERO)
        _sum(table, f"Total {title}", kinds, (held.sums[title][0], held.sums[title][1], was))
        pencil.y += 10
    _account(pencil, held, sum((then.value for then in before.values()), ZERO))
    return pencil.drawn(held.closed(deal, as_of="2026-09-30", registration="taxable_individual"))


def _then(dice: random.Random, row: Row) -> Then:
    more = D(dice.choice((0, 0, 0, -2, 3)))
    quantity = (row.quantity or ZERO) + more
    price = cents((row.price or ZERO) * dice.randrange(85, 112) / 100)
    return Then(quantity, price, cents(quantity * price))


def _kinds(doubled: tuple[str, ...], paired: bool, later_first: bool) -> list[tuple[str, bool]]:
    """What the columns show, and whether of this month: doubles beside each other, or all of one day first."""
    single = [(kind, True) for kind in ("quantity", "price", "value", "cost", "gain") if kind not in doubled]
    order = (True, False) if later_first else (False, True)
    if paired:
        twos = {kind: [(kind, now) for now in order] for kind in doubled}
        parts = [twos.get(kind, [(kind, True)]) for kind in ("quantity", "price", "value", "cost", "gain")]
        return [one for part in parts for one in part]
    before = [one for one in single if one[0] in ("quantity", "price")]
    after = [one for one in single if one[0] in ("cost", "gain")]
    return [*before, *((kind, now) for now in order for kind in doubled), *after]


def _columns(kinds: list[tuple[str, bool]], way: tuple[str, str]) -> list[Column]:
    words = {"quantity": "Shares", "price": "Price", "value": "Market Value", "cost": "Total Cost", "gain": "Gain/Loss"}
    twice = {kind for kind, _ in kinds if (kind, False) in kinds}
    heads = [way[now].format(words[kind]) if kind in twice else words[kind] for kind, now in kinds]
    step = 480 / len(heads)
    places = [-(270 + step * (place + 1)) for place in range(len(heads))]
    return [Column("Symbol", 40), Column("Security", 90), *map(Column, heads, places)]


def _shown(kind: tuple[str, bool], row: Row, then: Then) -> str:
    name, now = kind
    held: dict[str, Callable[[], str]] = {
        "quantity": lambda: plain(row.quantity if now else then.quantity, 0),
        "price": lambda: plain(row.price if now else then.price),
        "value": lambda: plain(row.value if now else then.value),
        "cost": lambda: plain(row.cost),
        "gain": lambda: bracketed(row.gain),
    }
    return held[name]()


def _sum(table: Table, label: str, kinds: list[tuple[str, bool]], sums: tuple[D, D, D]) -> None:
    value, cost, was = sums
    texts = {("value", True): plain(value), ("value", False): plain(was), ("cost", True): plain(cost),
             ("gain", True): bracketed(value - cost)}  # fmt: skip
    table.line(["", label, *(texts.get(kind, "") for kind in kinds)], "B")


def _account(pencil: Pencil, held: Hand, was: D) -> None:
    """The account on both days, with its cash."""
    cash = held.cash or ZERO
    pencil.room(70)
    pencil.row([(40, "Account value"), (-330, "August 31, 2026"), (-450, "September 30, 2026")], "B", 14)
    pencil.row([(40, "Securities"), (-330, dollars(was)), (-450, dollars(held.total - cash))])
    pencil.row([(40, "Cash"), (-330, dollars(cents(cash * D("0.8")))), (-450, dollars(cash))])
    pencil.row(
        [(40, "Total account value"), (-330, dollars(was + cents(cash * D("0.8")))), (-450, dollars(held.total))], "B"
    )
