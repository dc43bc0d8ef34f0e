"""What was bought, sold and reinvested, told in another way with each seed, among payments that are none of these."""

import random
from dataclasses import dataclass

from tools.accuracy.content import cents, money, moves, stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, of, plain, trailing, words
from tools.accuracy.houses.hands import framed, hand, said
from tools.accuracy.planted import Deal
from tools.accuracy.truth import Drawn, Move

BOUGHT = ("Buy", "Bought", "You Bought", "Purchase", "BUY", "Purchased")
SOLD = ("Sell", "Sold", "You Sold", "Sale", "SELL", "Sold")
AGAIN = ("Reinvest", "Reinvestment", "Dividend Reinvestment", "Reinvest Dividend", "REINVEST SHARES", "Reinvested")
TITLES = ("Transaction Activity", "Account Activity", "Transactions", "Securities Bought and Sold", "Trade Activity",
          "Activity This Period")  # fmt: skip
FORMS = ("%m/%d/%Y", "%m/%d/%y", "%m/%d", "%b %d", "%b %d, %Y", "%Y-%m-%d")
HEADS = {
    "day": ("Date", "Trade Date", "Settlement|Date", "Date"),
    "side": ("Transaction", "Activity", "Type", "Action"),
    "name": ("Description", "Security", "Description", "Security Name"),
    "quantity": ("Quantity", "Shares", "Units", "Quantity"),
    "price": ("Price", "Unit Price", "Price per|Share", "Price"),
    "amount": ("Amount", "Net Amount", "Total Amount", "Amount ($)"),
}


@dataclass(frozen=True)
class Telling:
    """How moves are told: words by place, form of days, where the symbol is, what is negative."""

    place: int
    words: int
    form: str
    symbol: str
    minus: str
    before: bool


def wharfedge(deal: Deal) -> Drawn:
    """Holdings, and activity before or after them."""
    dice = deal.dice
    rows = [stock(dice, deal.taken) for _ in range(dice.randrange(5, 10))]
    done = moves(dice, rows, 2026, 6)
    held = hand(deal, {"Holdings": rows})
    telling = Telling(
        place=dice.randrange(4),
        words=dice.randrange(6),
        form=dice.choice(FORMS),
        symbol=dice.choice(("column", "paren", "below")),
        minus=dice.choice(("quantity", "amount", "both", "none")),
        before=dice.random() < 0.3,
    )
    pencil = Pencil(size=7.5, font=dice.choice(("Helvetica", "Sans", "Times")))
    framed(
        pencil,
        ("Wharfedge Brokerage", "June 1, 2026 - June 30, 2026"),
        (f"Account Number: {held.number}", "Page ~"),
    )
    if telling.before:
        _activity(pencil, dice, telling, done)
    pencil.room(90)
    pencil.say("Holdings", 40, "B", 14, 10)
    table = Table(pencil, [
        Column("Symbol", 40, words("symbol")), Column("Description", 90, words("name")),
        Column("Quantity", -310, of("quantity", plain, 0)), Column("Price", -380, of("price")),
        Column("Market Value", -470, of("value")), Column("Cost Basis", -560, of("cost")),
    ])  # fmt: skip
    table.head()
    table.rows(held.rows)
    table.line(["", "Cash", "", "", plain(held.cash)])
    table.line(["", "Total Account Value", "", "", dollars(held.total)], "B", 28)
    if not telling.before:
        _activity(pencil, dice, telling, done)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", moves=tuple(done)))


def _activity(pencil: Pencil, dice: random.Random, telling: Telling, done: list[Move]) -> None:
    """The moves by day, with a dividend, a deposit and a fee among them."""
    pencil.room(110)
    pencil.say(dice.choice(TITLES), 40, "B", 14, 10)
    apart = telling.symbol == "column"
    heads = [HEADS[key][telling.place] for key in ("day", "side", "name", "quantity", "price", "amount")]
    places = (40, 92, 232 if apart else 182, -430, -490, -568)
    columns = [Column(head, x) for head, x in zip(heads, places, strict=True)]
    if apart:
        columns.insert(2, Column("Symbol", 188))
    table = Table(pencil, columns, step=12)
    table.head()
    others = [("2026-06-05", "Dividend", "CASH DIVIDEND RECEIVED", money(dice, 3, 400)),
              ("2026-06-17", "Deposit", "ELECTRONIC FUNDS TRANSFER", money(dice, 100, 4000)),
              ("2026-06-26", "Fee", "ADVISORY FEE", -money(dice, 10, 90))]  # fmt: skip
    lines: list[tuple[str, Move | None, int]] = [(move.day, move, 0) for move in done]
    lines += [(day, None, place) for place, (day, *_) in enumerate(others)]
    for day, move, place in sorted(lines, key=lambda line: line[0]):
        table.break_page(24)
        if move is None:
            _, kind, text, paid = others[place]
            table.line([said(day, telling.form), kind, *([""] if apart else []), text, "", "", bracketed(paid)])
        else:
            _move(table, telling, move, apart)
    pencil.y += 14


def _move(table: Table, telling: Telling, move: Move, apart: bool) -> None:
    word = {"buy": BOUGHT, "sell": SOLD, "reinvest": AGAIN}[move.side][telling.words]
    count = -move.quantity if move.side == "sell" and telling.minus in ("quantity", "both") else move.quantity
    paid = -move.amount if move.side != "sell" and telling.minus in ("amount", "both") else move.amount
    name = f"{move.name} ({move.symbol})" if telling.symbol == "paren" else move.name
    price = cents(move.amount / move.quantity)
    table.line([said(move.day, telling.form), word, *([move.symbol] if apart else []), name, plain(count, 3),
                plain(price), trailing(paid) if telling.place == 1 else bracketed(paid)])  # fmt: skip
    if telling.symbol == "below":
        table.pencil.say(f"Symbol: {move.symbol}", 182, "", 12, 7)
