"""A statement of ruled cells: names wrap within theirs, while figures stand at the top, the middle or the bottom."""

import random
import textwrap
from dataclasses import replace

from tools.accuracy.content import bond, cents, stock
from tools.accuracy.drawing import Getter, Pencil, Stroke, bracketed, dollars, plain, trailing, us_day
from tools.accuracy.houses.hands import Hand, framed, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

SERIES = ("Series A Convertible Preference", "Total Market Index Exchange Traded Fund", "American Depositary Receipts",
          "Common Shares of Beneficial Interest", "Class C Capital Stock")  # fmt: skip
EDGES = (40, 84, 214, 270, 330, 410, 490, 572)


def barrowfell(deal: Deal) -> Drawn:
    """Cells with lines around them; figures centred on names of two or three lines; lots in cells below; a summary."""
    dice = deal.dice
    lots = dice.choice((0, 0, 3))
    rows = [_long(dice, stock(dice, deal.taken), lots) for _ in range(dice.randrange(5, 16))]
    bonds = [bond(dice, deal.taken) for _ in range(dice.randrange(0, 4))]
    held = hand(deal, {"Equities": rows, **({"Fixed Income": bonds} if bonds else {})})
    rise, loss = dice.choice((0.0, 0.5, 1.0)), dice.choice((bracketed, plain, trailing))
    pencil = Pencil(size=7.5, font=dice.choice(("Helvetica", "Times", "Sans")))
    framed(
        pencil,
        ("BARROWFELL WEALTH MANAGEMENT", "Client Statement"),
        (f"Account Number: {held.number}", "Period: 11/01/2026 - 11/30/2026"),
        ("Account Type: Individual", "Page ~"),
    )
    _facts(pencil, held)
    grid = Grid(pencil, rise, loss, dice.random() < 0.7)
    for title, group in held.groups.items():
        pencil.room(90)
        pencil.say(title, 40, "B", 16, 10)
        grid.head()
        for row in group:
            grid.row(row)
        value, cost = held.sums[title]
        grid.cells(["", f"Total {title}", "", "", dollars(value), dollars(cost), loss(value - cost)], "B")
        pencil.y += 22
    pencil.room(60)
    grid.cells(["", "Cash Balance", "", "", dollars(held.cash), "", ""])
    grid.cells(["", "Total Account Value", "", "", dollars(held.total), "", ""], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-11-30", registration="taxable_individual"))


class Grid:
    """Ruled cells on a pencil's paper; `rise` is how far down its cell a single line of figures stands."""

    def __init__(self, pencil: Pencil, rise: float, loss: Getter, repeat: bool) -> None:
        self.pencil, self.rise, self.loss, self.repeat = pencil, rise, loss, repeat

    def head(self) -> None:
        """The heads, on grey."""
        self.pencil.sheets[-1].append(Stroke(EDGES[0] - 4, EDGES[-1] + 4, self.pencil.y - 10, 26))
        heads = [
            "Symbol/\nCUSIP",
            "Description",
            "Quantity",
            "Unit\nPrice",
            "Market\nValue",
            "Cost\nBasis",
            "Unrealized\nGain/Loss",
        ]
        self.cells(heads, "B")

    def row(self, row: Row) -> None:
        """A position, then its lots."""
        name = "\n".join(textwrap.wrap(row.name, 26))
        texts = [row.symbol or row.cusip or "", name, plain(row.quantity, 0), plain(row.price, 3), plain(row.value),
                 plain(row.cost), self.loss(row.gain)]  # fmt: skip
        self.cells(texts)
        for lot, value in parts(row) if row.lots else ():
            self.cells(["", f"Acquired {us_day(lot.day)}", plain(lot.quantity, 0), "", plain(value), plain(lot.cost),
                        self.loss(value - lot.cost)])  # fmt: skip

    def cells(self, texts: list[str], style: str = "") -> None:
        """A line of cells as high as the text in the highest."""
        deep = max(text.count("\n") + 1 for text in texts)
        height = 9.0 * deep + 7
        if self.pencil.y + height > self.pencil.bottom:
            self.pencil.page()
            if self.repeat and style != "B":
                self.head()
        top = self.pencil.y
        for place, text in enumerate(texts):
            lines = text.split("\n")
            down = (deep - len(lines)) * 9.0 * (self.rise if place != 1 else 0.0)
            for line, part in enumerate(lines):
                x = EDGES[place] if place < 2 else -EDGES[place + 1]
                self.pencil.at(x, part, style, y=top + down + 9.0 * line)
        self.pencil.sheets[-1].append(Stroke(EDGES[0] - 4, EDGES[-1] + 4, top + height - 10))
        self.pencil.y = top + height


def _facts(pencil: Pencil, held: Hand) -> None:
    """The worth of the account in a box of labels."""
    securities = held.total - (held.cash or ZERO)
    worths = {"Market Value of Securities": securities, "Cash Balance": held.cash, "Total Account Value": held.total,
              "Value Last Period": cents(held.total * D("0.98"))}  # fmt: skip
    for label, value in worths.items():
        pencil.row([(40, label), (-270, dollars(value))])
    pencil.y += 14


def _long(dice: random.Random, row: Row, lots: int) -> Row:
    row = replace(row, name=f"{row.name.title()} {dice.choice(SERIES)}") if dice.random() < 0.7 else row
    return in_lots(dice, row, lots) if lots else row
