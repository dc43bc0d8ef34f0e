"""Houses of app and online brokers: types of account as a column, costs on a page of their own, a multiplier."""

from collections.abc import Sequence
from dataclasses import replace

from tools.accuracy.content import moves, option, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move

HELD = (40.0, 215.0, 262.0, -320.0, -365.0, -430.0, -500.0, -570.0)
OPEN = (40.0, -300.0, -350.0, -420.0, -510.0, -580.0, -660.0, -740.0)


def summerlee(deal: Deal) -> Drawn:
    """A clearing firm's form: `EQUITIES / OPTIONS`, letters of the type of account, a yield below each name, trades."""
    dice = deal.dice
    count = range(dice.randrange(3, 18))
    rows = [stock(dice, deal.taken, dice.random() < 0.6, odd=place % 4 == 1) for place in count]
    held = hand(deal, {"EQUITIES": [replace(row, cost=None) for row in rows]})
    traded = moves(dice, rows, 2026, 6)
    pencil = Pencil(size=7)
    framed(
        pencil,
        ("Summerlee Securities LLC", "June 1, 2026 to June 30, 2026"),
        ("44 Harbor Way, Boise ID", f"ACCOUNT NUMBER     {held.number}"),
    )
    _balances(pencil, held)
    _form(pencil, held, dice.random() < 0.5)
    _trades(pencil, traded)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _balances(pencil: Pencil, held: Hand) -> None:
    places = (40.0, -330.0, -430.0)
    across(pencil, places, ("ACCOUNT SUMMARY", "OPENING BALANCE", "CLOSING BALANCE"), "B")
    cash = held.cash or ZERO
    across(pencil, places, ("Net account balance", dollars(cash - 40), dollars(cash)))
    across(pencil, places, ("Total securities", dollars(held.value - 900), dollars(held.value)))
    across(pencil, places, ("Portfolio value", dollars(held.total - 940), dollars(held.total)), "B", 26)


def _form(pencil: Pencil, held: Hand, repeat: bool) -> None:
    def head() -> None:
        upper = ("SYMBOL/", "ACCT", "MARKET", "LAST PERIOD'S", "% OF TOTAL")
        across(pencil, (215, 258, -430, -500, -570), upper, "B", 8)
        lower = (
            "SECURITIES HELD IN ACCOUNT",
            "CUSIP",
            "TYPE",
            "QUANTITY",
            "PRICE",
            "VALUE",
            "MARKET VALUE",
            "PORTFOLIO",
        )
        across(pencil, (40, 215, 258, *HELD[3:]), lower, "B", 12)

    pencil.say("PORTFOLIO SUMMARY", 40, "B", 14, 9)
    head()
    pencil.say("EQUITIES / OPTIONS", 40, "B", 11)
    for place, row in enumerate(held.rows):
        pencil.room(30, head if repeat else None)
        before = dollars(row.value - 12) if place % 3 else "N/A"
        units = plain(row.quantity, 5).rstrip("0").rstrip(".")
        cells = (row.name[:34], row.symbol or "", "C" if place % 4 else "M", units, dollars(row.price))
        across(pencil, HELD, (*cells, dollars(row.value), before, f"{100 * row.value / held.total:.2f}%"), "", 9)
        pencil.say("Estimated Yield: 1.42%", 46, "", 11, 6)
    places = (40.0, 262.0, -430.0, -570.0)
    share = f"{100 * held.value / held.total:.1f}%"
    across(pencil, places, ("Total Equities / Options", "", dollars(held.value), share), "B", 22)
    across(pencil, places, ("NET CASH BALANCE", "C", dollars(held.cash), "2%"), "", 14)
    across(pencil, places, ("TOTAL PRICED PORTFOLIO", "", dollars(held.total)), "B", 26)


def _trades(pencil: Pencil, traded: Sequence[Move]) -> None:
    pencil.room(90)
    pencil.say("ACCOUNT ACTIVITY", 40, "B", 14, 9)
    pencil.say("BUY / SELL TRANSACTIONS", 40, "B", 11)
    places = (40.0, 110.0, 150.0, 205.0, -400.0, -460.0, -520.0, -575.0)
    heads = ("TRANSACTION", "DATE", "TYPE", "DESCRIPTION", "QUANTITY", "PRICE", "DEBIT", "CREDIT")
    across(pencil, places, heads, "B")
    said = {"sell": "SOLD", "buy": "BOUGHT", "reinvest": "REINVEST"}
    for move in traded:
        pencil.room(14)
        sold = move.side == "sell"
        flows = ("", dollars(move.amount)) if sold else (dollars(move.amount), "")
        units = plain(-move.quantity if sold else move.quantity, 3)
        cells = (said[move.side], us_day(move.day, 2), "C", f"{move.name[:22]} {move.symbol}", units)
        across(pencil, places, (*cells, dollars(move.amount / move.quantity), *flows))
    spent = sum((move.amount for move in traded if move.side != "sell"), ZERO)
    got = sum((move.amount for move in traded if move.side == "sell"), ZERO)
    across(pencil, (40, -520, -575), ("Total Buy / Sell Transactions", dollars(spent), dollars(got)), "B")


def harbourne(deal: Deal) -> Drawn:
    """A fund house: balances of two days, a total without a label, what was paid in a table on the next page."""
    dice = deal.dice
    rows = [stock(dice, deal.taken, False) for _ in range(dice.randrange(3, 12))]
    held = hand(deal, {"ETFs": rows})
    pencil = Pencil(font="Sans", size=8)
    framed(pencil, ("Harbourne", "June 30, 2026, year-to-date statement"), ("", "Page ~"))
    pencil.say(f"Wendell K. Ashgrove\nRoth IRA brokerage account--{held.number}", 40, "B", 14, 11)
    across(pencil, (40, -330), ("Total value of this account", dollars(held.total)), "B", 30, 10)
    pencil.say("Balances and holdings for Harbourne Brokerage Account", 40, "B", 18, 11)
    places = (40.0, 95.0, -290.0, -360.0, -430.0, -560.0)
    across(pencil, places, ("", "", "", "Price on", "Balance on", "Balance on"), "B", 9)
    across(pencil, places, ("Symbol", "Name", "Quantity", "06/30/2026", "03/31/2026", "06/30/2026"), "B", 14)
    pencil.say("Sweep program", 40, "B", 12)
    cash = held.cash or ZERO
    cells = ("", "HARBOURNE FEDERAL MONEY MARKET FUND", plain(cash), "$1.00", plain(cash - 1), dollars(cash))
    across(pencil, places, cells, "", 16)
    pencil.say("ETFs", 40, "B", 12)
    for row in held.rows:
        pencil.room(30)
        before = plain(row.value * D("0.97"))
        cells = (row.symbol or "", row.name, plain(row.quantity, 4), plain(row.price, 4), before, plain(row.value))
        across(pencil, places, cells, "", 14)
    across(pencil, (-560,), (dollars(held.total),), "B", 20)
    _paid(pencil, held)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", registration="roth_ira", sweeps=(cash,)))


def _paid(pencil: Pencil, held: Hand) -> None:
    pencil.page()
    pencil.say("Realized and unrealized gains and losses: cost basis for your holdings", 40, "B", 18, 11)
    pencil.say("Amounts are as of June 30, 2026. Average cost is used unless another method was chosen.", 40, "", 14)
    places = (40.0, 95.0, -380.0, -460.0, -560.0)
    across(pencil, places, ("Symbol", "Name", "Total cost", "Market value", "Unrealized gain/loss"), "B", 14)
    for row in held.rows:
        pencil.room(30)
        cells = (row.symbol or "", row.name, plain(row.cost), plain(row.value), bracketed(row.gain))
        across(pencil, places, cells, "", 14)
    sums = (dollars(held.cost), dollars(held.value), dollars(held.value - held.cost))
    across(pencil, places, ("Total", "", *sums), "B", 20)


def tradeport(deal: Deal) -> Drawn:
    """An activity statement: values long and short of two days, positions with a multiplier, cash in a report."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken) for _ in range(dice.randrange(3, 14))]
    groups = {"Stocks": shares}
    if dice.random() < 0.7:
        groups["Equity and Index Options"] = [option(dice, shares[0], True), option(dice, shares[1], False)]
    held = hand(deal, groups)
    pencil = Pencil(landscape=True, font="Sans", size=7.5)
    framed(pencil, ("Tradeport Activity Statement", "June 1, 2026 - June 30, 2026"))
    pencil.say("Account Information", 40, "B", 13, 10)
    facts = (("Name", "Tobias R. Marchetti"), ("Account", held.number), ("Account Type", "Individual"))
    for pair in (*facts, ("Base Currency", "USD")):
        across(pencil, (40, 200), pair, "", 12)
    pencil.y += 10
    _net_value(pencil, held)
    pencil.say("Open Positions", 40, "B", 13, 10)
    _open(pencil, held)
    places = (40.0, -260.0, -340.0, -420.0)
    pencil.room(60)
    pencil.say("Cash Report", 40, "B", 13, 10)
    across(pencil, places, ("", "Total", "Securities", "Futures"), "B")
    for label, value in (("Starting Cash", (held.cash or ZERO) - 5), ("Ending Cash", held.cash or ZERO)):
        across(pencil, places, (label, plain(value), plain(value), "0.00"), "B" if label[0] == "E" else "")
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _net_value(pencil: Pencil, held: Hand) -> None:
    pencil.say("Net Asset Value", 40, "B", 13, 10)
    places = (40.0, -260.0, -340.0, -420.0, -500.0, -580.0)
    across(pencil, places, ("", "May 31 Total", "Long", "Short", "June 30 Total", "Change"), "B")
    lines = [("Cash", held.cash or ZERO), *((title, value) for title, (value, _) in held.sums.items())]
    for label, value in lines:
        cells = (label.split()[-1], plain(value - 5), plain(max(value, ZERO)), plain(min(value, ZERO)), plain(value))
        across(pencil, places, (*cells, "5.00"))
    across(pencil, places, ("Total", plain(held.total - 15), "", "", plain(held.total), "15.00"), "B", 24)


def _open(pencil: Pencil, held: Hand) -> None:
    heads = ("Symbol", "Quantity", "Mult", "Cost Price", "Cost Basis", "Close Price", "Value", "Unrealized P/L")

    def head() -> None:
        across(pencil, OPEN, heads, "B", 13)

    head()
    for title, rows in held.groups.items():
        pencil.say(title, 40, "B", 11)
        pencil.say("USD", 48, "", 11)
        times = 1 if title == "Stocks" else 100
        for row in rows:
            pencil.room(14, head)
            per = (row.cost or ZERO) / (row.quantity or D(1)) / times
            cells = (row.symbol or row.name, plain(row.quantity, 0), str(times), plain(per, 6), plain(row.cost))
            across(pencil, OPEN, (*cells, plain(row.price, 4), plain(row.value), plain(row.gain)), "", 11)
        value, cost = held.sums[title]
        across(pencil, OPEN, ("Total", "", "", "", plain(cost), "", plain(value), plain(value - cost)), "B", 16)
