"""Lots in another way with each seed: where their day stands, how it is written, what they say, where sums are."""

from dataclasses import dataclass

from tools.accuracy.content import stock
from tools.accuracy.drawing import Column, Getter, Pencil, Table, bracketed, dollars, plain, trailing
from tools.accuracy.houses.hands import Hand, each, framed, hand, in_lots, parts, said
from tools.accuracy.planted import Deal
from tools.accuracy.truth import D, Drawn, Lot, Row

FORMS = ("%m/%d/%Y", "%m/%d/%y", "%b %d, %Y", "%Y-%m-%d", "%d-%b-%Y", "%b %d %Y", "%m-%d-%Y")
NAMES = ("Acquired {}", "Purchased {}", "{}", "Lot {n}: {}", "Buy {}", "{} (lot {n})")
TERMS = (("LT", "ST"), ("Long", "Short"), ("Long-term", "Short-term"), ("L", "S"))


@dataclass(frozen=True)
class Way:
    """How one statement prints its lots. `place`: in the column of symbols, names, or days; `sums`: above or below."""

    form: str
    name: str
    place: str
    sums: str
    terms: tuple[str, str] | None
    priced: bool
    valued: bool
    small: bool


def kirkhaugh(deal: Deal) -> Drawn:
    """Positions with lots under them; a position's sums stand above its lots, or below, beside `Total`."""
    dice = deal.dice
    way = Way(
        form=dice.choice(FORMS),
        name=dice.choice(NAMES),
        place=dice.choice(("symbol", "name", "day")),
        sums=dice.choice(("above", "above", "below")),
        terms=dice.choice((None, *TERMS)),
        priced=dice.random() < 0.6,
        valued=dice.random() < 0.7,
        small=dice.random() < 0.5,
    )
    rows = [in_lots(dice, stock(dice, deal.taken), 4) for _ in range(dice.randrange(4, 14))]
    held = hand(deal, {"Securities": rows})
    pencil = Pencil(
        landscape=dice.random() < 0.5 or way.place == "day", size=7.5, font=dice.choice(("Helvetica", "Sans", "Times"))
    )
    framed(
        pencil,
        ("Kirkhaugh Investments", "Statement date: July 31, 2026"),
        (f"Account {held.number}", "Page ~"),
    )
    loss, wide = dice.choice((bracketed, plain, trailing)), pencil.paper.width - 612
    table = Table(pencil, _columns(way, wide), step=12, repeat=dice.random() < 0.7)
    table.head()
    for row in held.rows:
        table.break_page(30)
        _position(table, way, row, loss)
    _end(table, way, held, loss)
    return pencil.drawn(held.closed(deal, as_of="2026-07-31"))


def _columns(way: Way, wide: float) -> list[Column]:
    term = [Column("Term", -572 - wide)] if way.terms else []
    right = 572 + wide - (36 if term else 0)
    heads = ("Quantity", "Price", "Market Value", "Unit Cost", "Cost Basis", "Gain/(Loss)")
    places = [-(right - step) for step in (285, 238, 180, 130, 68, 0)]
    day = [Column("Date Acquired", 40)] if way.place == "day" else []
    name = [Column("Symbol", 112 if day else 40), Column("Description", 152 if day else 100)]
    return [*day, *name, *map(Column, heads, places), *term]


def _position(table: Table, way: Way, row: Row, loss: Getter) -> None:
    """The name, the lots, and the sums before or after them."""
    day = [""] if way.place == "day" else []
    figures = [plain(row.quantity, 0), plain(row.price), plain(row.value), "", plain(row.cost), loss(row.gain)]
    above = way.sums == "above"
    table.line([*day, row.symbol or "", row.name, *(figures if above else [])], "" if above else "B")
    for place, (lot, value) in enumerate(parts(row)):
        if table.pencil.y + 12 > table.pencil.bottom:
            table.break_page(12)
        table.line(_lot(way, row, lot, value, place + 1, loss), "", 10 if way.small else 12, 6.5 if way.small else None)
    if not above:
        table.line([*day, "", "Total", *figures], "B")
    table.pencil.y += 4


def _lot(way: Way, row: Row, lot: Lot, value: D, place: int, loss: Getter) -> list[str]:
    day = said(lot.day, way.form)
    named = way.name.format(day, n=place)
    front = {"symbol": [day, ""], "name": ["", f"  {named}"], "day": [day, "", ""]}[way.place]
    term = [way.terms[lot.day > "2025-07-31"]] if way.terms else []
    return [
        *front,
        plain(lot.quantity, 0),
        plain(row.price) if way.valued else "",
        plain(value) if way.valued else "",
        plain(each(lot, 2)) if way.priced else "",
        plain(lot.cost),
        loss(value - lot.cost) if way.valued else "",
        *term,
    ]


def _end(table: Table, way: Way, held: Hand, loss: Getter) -> None:
    day = [""] if way.place == "day" else []
    table.line([*day, "", "Total Securities", "", "", plain(held.value), "", plain(held.cost),
                loss(held.value - held.cost)], "B")  # fmt: skip
    table.line([*day, "", "Cash", "", "", plain(held.cash)])
    table.line([*day, "", "Total Account Value", "", "", dollars(held.total)], "B")
