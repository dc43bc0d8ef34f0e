"""Sections, their sums and the writing of numbers, dealt by seed: sums above, below, bare or none, heads once."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tools.accuracy.content import bond, fund, stock, symbol
from tools.accuracy.drawing import Pencil, bracketed, plain, trailing
from tools.accuracy.houses.hands import Hand, across, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

Write = Callable[[D], str]
KINDS = (("Equities", "Mutual Funds", "Fixed Income"), ("STOCKS", "FUNDS", "BONDS"),
         ("Common Stock", "Open-End Funds", "Corporate Bonds"),
         ("Domestic Equity", "Managed Assets", "Taxable Bonds"))  # fmt: skip
SUMS = ("Total {}", "{} Total", "Subtotal", "Sub-total {}", "Total", "", "{} subtotal")
SUMMED = ("below", "below", "above", "none", "title")
PLACES = (40.0, 92.0, -330.0, -400.0, -475.0, -550.0)


def _signed(value: D) -> str:
    return f"-{plain(-value)}" if value < 0 else plain(value)


def _dollar(value: D) -> str:
    return f"-${plain(-value)}" if value < 0 else f"${plain(value)}"


def _spaced(value: D) -> str:
    return f"$ {plain(value)}" if value >= 0 else f"$ ({plain(-value)})"


def _bare(value: D) -> str:
    return f"{value:.2f}"


def _coded(value: D) -> str:
    return f"{plain(value)} USD"


def _lettered(value: D) -> str:
    return f"{plain(-value)} DR" if value < 0 else plain(value)


WRITES: tuple[Write, ...] = (_signed, _dollar, _spaced, _bare, _coded, _lettered, bracketed, trailing)


@dataclass(frozen=True)
class Way:
    """How sections are told and numbers written."""

    titles: Sequence[str]
    sums: str
    summed: str
    heads: str
    write: Write
    missing: str
    gain: bool
    units: str
    share: bool
    again: str


def sectonbury(deal: Deal) -> Drawn:
    """Shares, funds and bonds in sections; what frames them is another way with each seed."""
    dice = deal.dice
    way = _way(dice)
    funds = [
        replace(fund(dice, deal.taken), symbol=symbol(dice, deal.taken) + "X") for _ in range(dice.randrange(1, 9))
    ]
    groups = {
        way.titles[0]: [stock(dice, deal.taken, odd=place % 5 == 1) for place in range(dice.randrange(3, 22))],
        way.titles[1]: [replace(row, cost=None) if dice.random() < 0.2 else row for row in funds],
        way.titles[2]: [bond(dice, deal.taken) for _ in range(dice.randrange(1, 7))],
    }
    held = hand(deal, groups)
    pencil = Pencil(font=dice.choice(("Sans", "Helvetica", "Times")), size=7.5)
    framed(
        pencil,
        ("Sectonbury Capital", f"Account No. {held.number}"),
        ("Statement of holdings at June 30, 2026", "Page ~"),
    )
    _sections(pencil, held, way)
    across(pencil, (92, PLACES[5]), ("Cash", way.write(held.cash or ZERO)), "", 14)
    across(pencil, (92, PLACES[5]), ("Total Account Value", way.write(held.total)), "B", 14)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _way(dice: random.Random) -> Way:
    return Way(
        dice.choice(KINDS),
        dice.choice(SUMS),
        dice.choice(SUMMED),
        dice.choice(("once", "each", "title")),
        dice.choice(WRITES),
        dice.choice(("", "N/A", "--", "-", "n/a", "not available")),
        dice.random() < 0.5,
        dice.choice(("{}", "{}", "{} sh", "{} shs")),
        dice.random() < 0.3,
        dice.choice(("", "{} (continued)", "{} - continued", "{} (cont'd)")),
    )


def _sections(pencil: Pencil, held: Hand, way: Way) -> None:
    def head(title: str = "") -> None:
        lead = title if way.heads == "title" else ""
        heads = (lead or "Symbol", "" if lead else "Description", "Quantity", "Price", "Cost Basis", "Market Value")
        across(pencil, PLACES, heads, "B", 13)
        if way.gain:
            pencil.at(-590, "Gain", "B", y=pencil.y - 13)

    if way.heads == "once":
        head()
    for title, rows in held.groups.items():
        pencil.room(60)
        value, cost = held.sums[title]
        _title(pencil, title, value, held.total, way, head)

        def again(title: str = title) -> None:
            if way.again:
                pencil.say(way.again.format(title), 40, "B", 13)
            head(title)

        for row in rows:
            pencil.room(14, again)
            _row(pencil, row, way)
        if way.summed == "below":
            priced = all(row.cost is not None for row in rows)
            cells = (way.sums.format(title), "", "", "", way.write(cost) if priced else "", way.write(value))
            across(pencil, PLACES, cells, "B", 18)
        else:
            pencil.y += 6


def _title(pencil: Pencil, title: str, value: D, total: D, way: Way, head: Callable[[str], None]) -> None:
    """The section's name: with its share, its sum beside it, or in the head of the columns."""
    named = f"{title} ({100 * value / total:.1f}%)" if way.share else title
    if way.heads == "title":
        head(named)
        return
    beside = way.write(value) if way.summed in ("above", "title") else ""
    if way.summed == "title":
        across(pencil, (40,), (f"{named}  {beside}",), "B", 13)
    else:
        across(pencil, (40, PLACES[5]), (named, beside), "B", 13)
    if way.heads == "each":
        head("")


def _row(pencil: Pencil, row: Row, way: Way) -> None:
    quantity = row.quantity or ZERO
    units = plain(quantity, 0 if quantity == quantity.to_integral_value() else 3)
    sign = "$" if way.write in (_dollar, _spaced) else ""
    price = f"{sign}{plain(row.price, 2 if row.symbol and not row.symbol.endswith('X') else 3)}"
    cost = way.missing if row.cost is None else way.write(row.cost)
    known = row.symbol or row.cusip or ""
    units = way.units.format(units) if row.symbol else units
    across(pencil, PLACES, (known, row.name[:34], units, price, cost, way.write(row.value)), "", 12)
    if way.gain:
        pencil.at(-590, "" if row.gain is None else plain(row.gain, 0), size=6, y=pencil.y - 12)
