"""Houses whose tables go on over the page: sums carried and brought forward, blocks of lots that are broken in two."""

from collections.abc import Callable

from tools.accuracy.content import stock
from tools.accuracy.drawing import Pencil, bracketed, plain, us_day
from tools.accuracy.houses.hands import Hand, across, framed, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Drawn, Row

FORWARD = (40.0, -120.0, 135.0, -330.0, -410.0, -490.0, -570.0)
BROKEN = (40.0, -230.0, -290.0, -350.0, -420.0, -490.0, -560.0)


def forwardine(deal: Deal) -> Drawn:
    """A private bank: what is above is carried forward at the foot of a page and brought forward at the next head."""
    dice = deal.dice
    rows = [stock(dice, deal.taken, odd=place % 3 == 1) for place in range(dice.randrange(50, 80))]
    held = hand(deal, {"Securities": rows})
    pencil = Pencil(font="Serif", size=8)
    framed(
        pencil,
        ("Forwardine & Sons, Private Bankers", f"Portfolio {held.number}"),
        ("Valuation as at 30 June 2026", "Page ~ "),
    )
    _carried(pencil, held)
    pencil.row([(135, "Total securities"), (-410, plain(held.cost)), (-490, plain(held.value))], "B", 14)
    pencil.row([(135, "Deposit account"), (-490, plain(held.cash))], "", 14)
    pencil.row([(135, "Total portfolio"), (-490, plain(held.total))], "B", 14)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _carried(pencil: Pencil, held: Hand) -> None:
    heads = ("Symbol", "Holding", "Security", "Price $", "Book cost $", "Market value $", "Gain $")
    across(pencil, FORWARD, heads, "B", 14)
    value = cost = ZERO
    for row in held.rows:
        if pencil.y + 40 > pencil.bottom:
            pencil.row([(135, "Carried forward"), (-410, plain(cost)), (-490, plain(value))], "B")
            pencil.page()
            across(pencil, FORWARD, heads, "B", 14)
            pencil.row([(135, "Brought forward"), (-410, plain(cost)), (-490, plain(value))], "B", 16)
        cells = (row.symbol or "", plain(row.quantity, 0), row.name[:34], plain(row.price), plain(row.cost))
        across(pencil, FORWARD, (*cells, plain(row.value), bracketed(row.gain)), "", 12)
        value, cost = value + row.value, cost + (row.cost or ZERO)


def blockley(deal: Deal) -> Drawn:
    """Lots under a bold name, their total below; where the page ends the name stands again as continued."""
    dice = deal.dice
    count = range(dice.randrange(8, 16))
    held = hand(deal, {"S": [in_lots(dice, stock(dice, deal.taken, odd=place % 3 == 1), 9) for place in count]})
    pencil = Pencil(size=7.5)
    framed(
        pencil,
        ("BLOCKLEY & CO", f"Account Number: {held.number}"),
        ("Statement date June 30, 2026", "Page ~"),
    )

    def head() -> None:
        heads = ("SECURITY", "DATE ACQUIRED", "QUANTITY", "PRICE", "COST BASIS", "MARKET VALUE", "GAIN/LOSS")
        across(pencil, BROKEN, heads, "B", 13)

    head()
    for row in held.rows:
        pencil.room(36, head)
        _block(pencil, row, head)
    pencil.room(50)
    across(pencil, BROKEN, ("TOTAL SECURITIES", "", "", "", plain(held.cost), plain(held.value)), "B", 14)
    across(pencil, BROKEN, ("CASH BALANCE", "", "", "", "", plain(held.cash)), "", 14)
    across(pencil, BROKEN, ("TOTAL ACCOUNT VALUE", "", "", "", "", plain(held.total)), "B", 14)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _block(pencil: Pencil, row: Row, head: Callable[[], None]) -> None:
    named = f"{row.name} ({row.symbol})"

    def again() -> None:
        head()
        pencil.say(f"{named} (continued)", 40, "B", 11)

    pencil.say(named, 40, "B", 11)
    for lot, value in parts(row):
        pencil.room(14, again)
        cells = ("", us_day(lot.day), plain(lot.quantity, 0), plain(row.price), plain(lot.cost), plain(value))
        across(pencil, BROKEN, (*cells, bracketed(value - lot.cost)), "", 10)
    pencil.room(14, again)
    sums = (plain(row.quantity, 0), "", plain(row.cost), plain(row.value), bracketed(row.gain))
    across(pencil, BROKEN, ("   Total", "", *sums), "B", 14)
