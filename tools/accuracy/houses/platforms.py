"""An adviser platform's performance report: holdings by what they gained between two days, symbols last."""

import random
from dataclasses import dataclass, replace

from tools.accuracy.content import cents, money, stock
from tools.accuracy.drawing import Column, Getter, Pencil, Table, bracketed, plain, trailing
from tools.accuracy.houses.hands import Hand, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Account, D, Drawn, Row

SLEEVES = (
    ("Ashgrove Joint Brokerage", "taxable_joint"),
    ("Wendell Ashgrove Roth IRA", "roth_ira"),
    ("Ashgrove Family Trust", None),
)
DAYS = (("12/31/2025", "09/30/2026"), ("Dec 31, 2025", "Sep 30, 2026"))


@dataclass(frozen=True)
class Stretch:
    """What a holding was worth at the start, what was paid in and out since, and what it gained."""

    start: D
    flows: D
    gain: D


def orrisdale(deal: Deal) -> Drawn:
    """Accounts in sections: weight, start value, net flows, gain, end value; whole dollars in the summary before."""
    dice = deal.dice
    loss, days, units = dice.choice((bracketed, plain, trailing)), dice.choice(DAYS), dice.random() < 0.5
    hands = [hand(deal, _sleeve(dice, deal, units)) for _ in range(dice.randrange(2, 4))]
    pencil = Pencil(landscape=True, font="Sans", size=7.5)
    framed(
        pencil,
        ("Orrisdale Advisory Platform", "Portfolio Performance Report"),
        ("Prepared for the Ashgrove household", f"{days[0]} to {days[1]}"),
    )
    _summary(pencil, hands)
    accounts: list[Account] = []
    for (title, registration), held in zip(SLEEVES, hands, strict=False):
        _section(pencil, dice, title, held, days, units, loss)
        accounts.append(held.closed(deal, as_of="2026-09-30", registration=registration))
    total = sum((held.total for held in hands), ZERO)
    pencil.row([(40, "Total of all accounts"), (-640, plain(total))], "B", 20)
    pencil.say("Gain is end value less start value less net flows. Past performance is no guarantee.", 40, "", 9, 6)
    return pencil.drawn(*accounts)


def _sleeve(dice: random.Random, deal: Deal, units: bool) -> dict[str, list[Row]]:
    """The holdings of an account; without `units` neither quantity nor price is printed."""
    rows = [replace(stock(dice, deal.taken), cost=None) for _ in range(dice.randrange(4, 14))]
    rows = rows if units else [replace(row, quantity=None, price=None) for row in rows]
    return {"Holdings": [replace(row, name=row.name.title()) for row in rows]}


def _summary(pencil: Pencil, hands: list[Hand]) -> None:
    """The household in whole dollars, and returns that are no values."""
    pencil.row([(40, "Household summary"), (-330, "Quarter to date"), (-430, "Year to date"), (-540, "All years")],
               "B", 14)  # fmt: skip
    total = sum((held.total for held in hands), ZERO)
    for label, parts in (("Beginning value", ("0.97", "0.93", "0.61")), ("Net contributions", ("0.01", "0.02", "0.22")),
                         ("Investment gain", ("0.02", "0.05", "0.17")), ("Ending value", ("1", "1", "1"))):  # fmt: skip
        pencil.row([(40, label), *((edge, f"${total * D(part):,.0f}") for edge, part in zip(
            (-330, -430, -540), parts, strict=True))], "", 12)  # fmt: skip
    pencil.row([(40, "Time-weighted return (net)"), (-330, "2.06%"), (-430, "5.41%"), (-540, "7.83%")], "", 26)


def _section(pencil: Pencil, dice: random.Random, title: str, held: Hand, days: tuple[str, str], units: bool,
             loss: Getter) -> None:  # fmt: skip
    """One account, from its title to its sum."""
    pencil.room(110)
    pencil.row([(40, f"{title} - Account {held.number}")], "B", 14, 9.5)
    table = Table(pencil, _columns(days, units), step=12, repeat=dice.random() < 0.6)
    table.head()
    sums, still = [ZERO, ZERO, ZERO], dice.random() < 0.3
    cash = Row(None, dice.choice(("Cash", "Cash & Equivalents")), None, None, held.cash or ZERO)
    for row in (*held.rows, cash):
        table.break_page(12)
        stretch = _stretch(dice, row, still)
        sums = [one + more for one, more in zip(sums, (stretch.start, stretch.flows, stretch.gain), strict=True)]
        count = [plain(row.quantity, 3), plain(row.price)] if units else []
        table.line([row.name, *count, f"{100 * row.value / held.total:.1f}%", plain(stretch.start),
                    loss(stretch.flows), loss(stretch.gain), plain(row.value), row.symbol or ""])  # fmt: skip
    empty = ["", ""] if units else []
    table.line(["Account total", *empty, "100.0%", plain(sums[0]), loss(sums[1]), loss(sums[2]), plain(held.total)],
               "B", 26)  # fmt: skip


def _stretch(dice: random.Random, row: Row, still: bool) -> Stretch:
    """A start value and flows that make up the end value with the gain; no flows where the account was `still`."""
    start = cents(row.value * dice.randrange(70, 115) / 100)
    flows = ZERO if still else dice.choice((ZERO, money(dice, 10, 900), -money(dice, 10, 900)))
    return Stretch(start, flows, row.value - start - flows)


def _columns(days: tuple[str, str], units: bool) -> list[Column]:
    count = [Column("Units", -290), Column("Price", -345)] if units else []
    return [
        Column("Holding", 40),
        *count,
        Column("Weight", -390),
        Column(f"Start Value|{days[0]}", -470),
        Column("Net|Flows", -530),
        Column("Gain /|(Loss)", -590),
        Column(f"End Value|{days[1]}", -665),
        Column("Symbol", 690),
    ]
