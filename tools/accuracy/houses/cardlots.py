"""Houses without one long table: a card for each position, or a small table of lots below each."""

from tools.accuracy.content import stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain
from tools.accuracy.houses.hands import Hand, across, each, framed, hand, in_lots, parts, said
from tools.accuracy.planted import Deal
from tools.accuracy.truth import Drawn, Row

KINDS = {"taxable_individual": "Individual Brokerage", "traditional_ira": "Traditional IRA"}


def cardington(deal: Deal) -> Drawn:
    """A card for each position: its name at the left, its ticker at the right, below them heads over figures."""
    dice = deal.dice
    held = hand(deal, {"Holdings": [stock(dice, deal.taken, False) for _ in range(dice.randrange(3, 9))]})
    pencil = Pencil(font="Sans", size=8)
    framed(
        pencil,
        ("cardington", f"Account {held.number}"),
        ("Your statement for June 2026", "Through June 30, 2026"),
    )
    across(pencil, (40, -200), ("Account value", dollars(held.total)), "B", 14, 11)
    across(pencil, (40, -200), ("Cash", dollars(held.cash)), "", 26)
    places = (-120.0, -210.0, -310.0, -430.0, -560.0)
    for row in held.rows:
        pencil.room(60)
        across(pencil, (40, -560), (row.name.title(), row.symbol or ""), "B", 12, 9)
        across(pencil, places, ("Shares", "Price", "Value", "Cost basis", "Gain / loss"), "", 10, 6.5)
        cells = (plain(row.quantity, 4), dollars(row.price), dollars(row.value), dollars(row.cost), dollars(row.gain))
        across(pencil, places, cells, "", 24)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def sublowe(deal: Deal) -> Drawn:
    """Two accounts, each from a new page under its kind; below each position a small table of its lots."""
    dice = deal.dice
    made, holds = [], []
    for kind in KINDS:
        count = range(dice.randrange(2, 7))
        rows = [in_lots(dice, stock(dice, deal.taken, odd=place % 3 == 1), 3) for place in count]
        holds.append(hand(deal, {"Holdings": rows}))
        made.append(holds[-1].closed(deal, as_of="2026-06-30", registration=kind))
    pencil = Pencil(size=8)
    pencil.on_page = lambda one: across(
        one, (40, -572), ("Sublowe Capital Advisors, LLC", f"Page {one.pages}"), "B", 26
    )
    for held, title in zip(holds, KINDS.values(), strict=True):
        _account(pencil, held, title)
    return pencil.drawn(*made)


def _account(pencil: Pencil, held: Hand, title: str) -> None:
    pencil.page()
    pencil.say(title, 40, "B", 13, 12)
    across(pencil, (40, -572), ("Owner: Tobias R. Marchetti", f"Acct #: {held.number}"), "", 12)
    pencil.say("Report date: June 30, 2026", 40, "", 22)
    for row in held.rows:
        _security(pencil, row)
    pencil.room(50)
    across(pencil, (40, -572), ("Cash & Sweep", plain(held.cash)))
    across(pencil, (40, -572), ("Account Total", plain(held.total)), "B")


def _security(pencil: Pencil, row: Row) -> None:
    places = (40.0, -280.0, -350.0, -410.0, -490.0, -572.0)
    pencil.room(90)
    heads = ("Security", "Ticker", "Total Shares", "Price", "Total Cost", "Market Value")
    across(pencil, places, heads, "B", 12)
    cells = (row.name[:34], row.symbol or "", plain(row.quantity, 3), plain(row.price), plain(row.cost))
    across(pencil, places, (*cells, plain(row.value)), "", 12)
    places = (70.0, *places[1:])
    heads = ("Tax Lots: Purchase Date", "Shares", "Unit Cost", "Cost", "Value", "Gain/Loss")
    across(pencil, places, heads, "B", 10, 6.5)
    for lot, value in parts(row):
        cells = (said(lot.day, "%m-%d-%Y"), plain(lot.quantity, 3), plain(each(lot, 2)), plain(lot.cost), plain(value))
        across(pencil, places, (*cells, bracketed(value - lot.cost)), "", 10, 6.5)
    pencil.y += 8
