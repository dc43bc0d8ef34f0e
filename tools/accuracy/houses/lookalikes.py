"""Houses whose holdings stand among tables that look like them: last quarter's, a watch list, what may come."""

from dataclasses import replace

from tools.accuracy.content import cents, stock, symbol
from tools.accuracy.drawing import Pencil, dollars, plain
from tools.accuracy.houses.hands import Hand, across, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

WATCHED = ("Amber Road Ltd", "Polar Freight", "Kestrel Labs", "Vine & Co")


def watchcombe(deal: Deal) -> Drawn:
    """The positions of last quarter before or after those of now, the five largest, a list of shares to watch."""
    dice = deal.dice
    count = range(dice.randrange(4, 16))
    rows = [stock(dice, deal.taken, dice.random() < 0.5, odd=place % 3 == 1) for place in count]
    held = hand(deal, {"Holdings": rows})
    pencil = Pencil(font="Sans", size=8)
    framed(pencil, ("Watchcombe Wealth", f"Account {held.number}"), ("Quarterly report", "As of June 30, 2026"))
    first = dice.random() < 0.5
    if first:
        _last_quarter(pencil, rows)
    _current(pencil, held)
    if not first:
        _last_quarter(pencil, rows)
    pencil.room(100)
    pencil.say("Your five largest holdings", 40, "B", 15, 11)
    across(pencil, (40, -330, -410), ("Security", "Value", "% of account"), "B")
    for row in sorted(held.rows, key=lambda one: -one.value)[:5]:
        share = f"{100 * row.value / held.total:.1f}%"
        across(pencil, (40, -330, -410), (row.name[:34], plain(row.value), share))
    pencil.y += 12
    pencil.room(100)
    pencil.say("Watch list", 40, "B", 15, 11)
    places = (40.0, 100.0, -330.0, -410.0, -500.0)
    across(pencil, places, ("Symbol", "Security", "Last price", "52-week high", "52-week low"), "B")
    for place, name in enumerate(WATCHED):
        cells = (symbol(dice, deal.taken), name, f"{31 + place}.10", f"{44 + place}.00", f"{21 + place}.35")
        across(pencil, places, cells)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _current(pencil: Pencil, held: Hand) -> None:
    pencil.room(120)
    pencil.say("Current holdings", 40, "B", 15, 11)
    places = (40.0, 100.0, -330.0, -395.0, -475.0, -555.0)
    across(pencil, places, ("Symbol", "Security", "Shares", "Price", "Cost", "Value"), "B")
    for row in held.rows:
        pencil.room(13)
        cells = (row.symbol or "", row.name[:34], plain(row.quantity, 3), plain(row.price), plain(row.cost))
        across(pencil, places, (*cells, plain(row.value)))
    across(pencil, places, ("", "Cash", "", "", "", plain(held.cash)))
    across(pencil, places, ("", "Total account", "", "", plain(held.cost), plain(held.total)), "B", 24)


def _last_quarter(pencil: Pencil, rows: list[Row]) -> None:
    """The same shares with other quantities and prices of an earlier day."""
    pencil.room(120)
    pencil.say("Positions at prior quarter end (March 31, 2026)", 40, "B", 15, 11)
    places = (40.0, 100.0, -330.0, -410.0, -500.0)
    across(pencil, places, ("Symbol", "Security", "Shares", "Price", "Value"), "B")
    total = ZERO
    for row in rows:
        pencil.room(13)
        units, price = (row.quantity or ZERO) + 3, ((row.price or ZERO) * D("0.95")).quantize(D("0.01"))
        value = cents(units * price)
        total += value
        across(pencil, places, (row.symbol or "", row.name[:34], plain(units, 3), plain(price), plain(value)))
    across(pencil, places, ("", "Total securities at March 31, 2026", "", "", plain(total)), "B", 24)


def incleborough(deal: Deal) -> Drawn:
    """Holdings, then trades that are still to settle, then the income to come with the same symbols and shares."""
    dice = deal.dice
    rows = [stock(dice, deal.taken, dice.random() < 0.6) for _ in range(dice.randrange(4, 14))]
    held = hand(deal, {"Holdings": rows})
    pencil = Pencil(landscape=True, size=8)
    framed(
        pencil,
        ("Incleborough Planning Group", f"A/C No: {held.number}"),
        ("Client: Odalys Fenwick", "Period ending 06/30/2026"),
    )
    places = (40.0, 110.0, -350.0, -420.0, -510.0, -600.0, -700.0)
    heads = ("Ticker", "Investment", "Shares Held", "Share Price", "Current Value", "Amount Invested", "Profit/Loss")
    repeat = dice.random() < 0.5

    def head() -> None:
        across(pencil, places, heads, "B")

    head()
    for row in held.rows:
        pencil.room(13, head if repeat else None)
        cells = (row.symbol or "", row.name, plain(row.quantity, 3), dollars(row.price), dollars(row.value))
        across(pencil, places, (*cells, dollars(row.cost), dollars(row.gain)))
    across(pencil, places, ("", "Cash Reserve", "", "", dollars(held.cash)))
    across(pencil, places, ("", "Grand Total", "", "", dollars(held.total), dollars(held.cost)), "B", 26)
    _to_come(pencil, rows)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _to_come(pencil: Pencil, rows: list[Row]) -> None:
    places: tuple[float, ...] = (40.0, 110.0, -350.0, -420.0, -510.0, -600.0, -700.0)
    pencil.room(100)
    pencil.say("Pending Trades (not included above)", 40, "B", 14, 10)
    heads: tuple[str, ...] = ("Ticker", "Investment", "Shares", "Price", "Amount", "Trade Date", "Settles")
    across(pencil, places, heads, "B")
    price = rows[0].price or ZERO
    cells: tuple[str, ...] = (rows[0].symbol or "", rows[0].name, "25.000", dollars(price), dollars(cents(25 * price)))
    across(pencil, places, (*cells, "06/30/2026", "07/01/2026"), "", 24)
    pencil.room(100)
    pencil.say("Projected Income, Next Twelve Months", 40, "B", 14, 10)
    places = (40.0, 110.0, -350.0, -420.0, -480.0, -540.0, -600.0, -700.0)
    heads = ("Ticker", "Investment", "Shares", "Rate", "Q3 2026", "Q4 2026", "Q1 2027", "Annual Income")
    across(pencil, places, heads, "B")
    for row in rows:
        pencil.room(13)
        units = row.quantity or ZERO
        quarter = plain(units * D("0.3"))
        cells = (row.symbol or "", row.name, plain(units, 3), "1.20", quarter, quarter, quarter)
        across(pencil, places, (*cells, plain(units * D("1.2"))))
    across(pencil, (110, -700), ("Total projected income", "12,400.10"), "B")


def modbury(deal: Deal) -> Drawn:
    """Targets, drift and the shares to trade beside the holdings; type and number of the account without a label."""
    dice = deal.dice
    rows = [replace(stock(dice, deal.taken, False), cost=None) for _ in range(dice.randrange(4, 12))]
    held = hand(deal, {"Holdings": rows})
    pencil = Pencil(landscape=True, font="Sans", size=7.5)
    framed(pencil, ("Modbury Portfolios Inc.", "Account review"), (f"Roth IRA  {held.number}", "Valued 06/30/2026"))
    places = (40.0, 90.0, -300.0, -360.0, -430.0, -490.0, -540.0, -590.0, -660.0, -740.0)
    across(pencil, places[5:], ("Actual", "Target", "Drift", "Suggested", "Suggested"), "B", 9)
    heads = ("Symbol", "Name", "Shares", "Price", "Value", "Weight", "Weight", "", "Shares", "Trade Value")
    across(pencil, places, heads, "B")
    for place, row in enumerate(held.rows):
        count = D(7 + place) * (1 if place % 2 else -1)
        share = f"{100 * row.value / held.total:.2f}%"
        cells: tuple[str, ...] = (
            row.symbol or "",
            row.name,
            plain(row.quantity, 4),
            plain(row.price),
            plain(row.value),
            share,
        )
        trade = (plain(count, 0), plain(cents(count * (row.price or ZERO))))
        across(pencil, places, (*cells, "10.00%", "1.20%", *trade))
    cash = held.cash or ZERO
    cells = ("CASH", "Money market", "", "", plain(cash), "2.00%", "2.00%", "0.00%", "0", "0.00")
    across(pencil, places, cells)
    across(pencil, places, ("", "Total", "", "", plain(held.total), "100.00%", "100.00%"), "B")
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", registration="roth_ira", sweeps=(cash,)))
