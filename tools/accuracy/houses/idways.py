"""Where names of a security stand, dealt by seed: tickers and CUSIPs in columns, brackets, labels, lines below."""

import random
from dataclasses import dataclass, replace

from tools.accuracy.content import cusip, stock
from tools.accuracy.drawing import Pencil, dollars, plain
from tools.accuracy.houses.hands import Hand, across, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import Drawn, Row

TICKERS = ("column", "bracket", "label", "dash", "line", "before", "colon", "none")
CUSIPS = ("none", "none", "line", "label", "column", "beside")
HEADS = ("Description", "Security", "Security Description", "Investment", "Name", "Holding", "Asset Description")
LABELS = ("Symbol: {}", "Ticker: {}", "SYMBOL {}", "Ticker Symbol: {}", "Trading Symbol {}", "({})", "Sym: {}")
CODES = ("CUSIP: {}", "CUSIP {}", "Cusip #{}", "CUSIP No. {}", "Security ID: {}")
FIGURES = (-330.0, -400.0, -480.0, -560.0)


@dataclass(frozen=True)
class Way:
    """Where ticker and CUSIP stand, how wide a name may be, on which of its lines the figures are."""

    ticker: str
    cusip: str
    label: str
    code: str
    wide: int
    last: bool
    repeat: bool
    step: float
    note: bool


def idsworth(deal: Deal) -> Drawn:
    """Shares with odd names; the rest is another way with each seed."""
    dice = deal.dice
    way = _way(dice)
    rows = [stock(dice, deal.taken, odd=dice.random() < 0.5) for _ in range(dice.randrange(4, 30))]
    coded = [replace(row, cusip=cusip(dice, deal.taken)) for row in rows] if way.cusip != "none" else rows
    known = [replace(row, symbol=None) for row in coded] if way.ticker == "none" else coded
    held = hand(deal, {"Holdings": known})
    pencil = Pencil(font=dice.choice(("Sans", "Helvetica", "Times", "Serif")), size=7.5)
    framed(
        pencil,
        ("Idsworth Brokerage Services", f"Account Number: {held.number}"),
        ("Holdings as of June 30, 2026", "Page ~"),
    )
    _table(pencil, held, way, dice.choice(HEADS))
    across(pencil, (40, -560), ("Cash", plain(held.cash)), "", 14)
    across(pencil, (40, -560), ("Total Account Value", dollars(held.total)), "B", 14)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _way(dice: random.Random) -> Way:
    ticker, code = dice.choice(TICKERS), dice.choice(CUSIPS)
    code = "line" if ticker == "none" and code == "none" else code
    return Way(
        ticker,
        code,
        dice.choice(LABELS),
        dice.choice(CODES),
        dice.choice((18, 24, 32)),
        dice.random() < 0.25,
        dice.random() < 0.5,
        dice.choice((8.5, 9.5, 11)),
        dice.random() < 0.3,
    )


def _table(pencil: Pencil, held: Hand, way: Way, title: str) -> None:
    name = 40 + 55 * (way.ticker == "column") + 62 * (way.cusip == "column")
    heads = [(40.0, "Symbol")] if way.ticker == "column" else []
    heads += [(name - 62.0, "CUSIP")] if way.cusip == "column" else []
    heads += [(float(name), title)]

    def head() -> None:
        figures = zip(FIGURES, ("Quantity", "Price", "Cost Basis", "Market Value"), strict=True)
        pencil.row([*heads, *figures], "B", 14)

    head()
    for row in held.rows:
        lines = _lines(row, way)
        pencil.room(way.step * len(lines) + 6, head if way.repeat else None)
        for place, line in enumerate(lines):
            told = [(float(name), line)]
            if place == 0:
                told += [(40.0, row.symbol or "")] if way.ticker == "column" else []
                told += [(name - 62.0, row.cusip or "")] if way.cusip == "column" else []
            if place == (len(lines) - 1 if way.last else 0):
                figures = (plain(row.quantity, 0), plain(row.price), plain(row.cost), plain(row.value))
                told += zip(FIGURES, figures, strict=True)
            pencil.row(told, "", way.step)
        pencil.y += 3


def _lines(row: Row, way: Way) -> list[str]:
    """The name cut to its width with its ticker and CUSIP where they belong, and at times a note last."""
    name, ticker, code = row.name, row.symbol or "", row.cusip or ""
    if way.ticker == "bracket":
        name = f"{name} ({ticker})"
    elif way.ticker == "dash":
        name = f"{name} - {ticker}"
    elif way.ticker == "before":
        name = f"{ticker} - {name}"
    elif way.ticker == "colon":
        name = f"{ticker}: {name}"
    lines = _cut(name, way.wide)
    below = [way.label.format(ticker)] if way.ticker == "label" else [ticker] if way.ticker == "line" else []
    if way.cusip in ("line", "label", "beside"):
        told = way.code.format(code) if way.cusip == "label" else code
        below = [f"{below[0]}  {told}"] if way.cusip == "beside" and below else [*below, told]
    note = ["Dividend option: reinvest"] if way.note and not way.last else []
    return [*lines, *below, *note]


def _cut(name: str, wide: int) -> list[str]:
    lines = [""]
    for word in name.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= wide:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
