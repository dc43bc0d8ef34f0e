"""Houses of fund companies and plans: two days beside each other, column by column; costs in a table of their own."""

import random
from dataclasses import replace

from tools.accuracy.content import cents, fund, moves, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import across, framed, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

TURNS = (40.0, -270.0, -330.0, -385.0, -435.0, -505.0, -574.0)
BALANCES = (40.0, 95.0, -370.0, -430.0, -502.0, -574.0)
GAINS = (40.0, 95.0, 300.0, -430.0, -502.0, -574.0)


def eversholt(deal: Deal) -> Drawn:
    """A plan: units of two days, then prices of two days, then values; what was sold or is new; a loan; sources."""
    dice, taken = deal.dice, deal.taken
    groups = {
        title: [_priced(dice, taken) for _ in range(dice.randrange(1, 5))]
        for title in ("Stock Investments", "Blended Fund Investments*", "Bond Investments")
    }
    held = hand(deal, groups, cash=False)
    pencil = Pencil(font="Sans", size=7)
    framed(
        pencil,
        ("EVERSHOLT WORKPLACE RETIREMENT", "Retirement Savings Statement"),
        ("EMBER SHIPPING LTD 401(K) SAVINGS PLAN", "Statement Period: 04/01/2026 to 06/30/2026"),
        (f"INES CALLOWAY     Account number {held.number}", "Page ~"),
    )
    _roll(pencil, held.total)
    pencil.say("Market Value of Your Account", 40, "B", 12, 10)
    pencil.say(
        "Displayed in this section is the value of your account for the statement period, in shares and dollars."
    )

    def head() -> None:
        upper = ("", "Shares/Units", "Shares/Units", "Price", "Price", "Market Value", "Market Value")
        across(pencil, TURNS, upper, "B", 8)
        middle = ("", "as of", "as of", "as of", "as of", "as of", "as of")
        across(pencil, TURNS, middle, "B", 8)
        across(pencil, TURNS, ("Investment", *(("03/31/2026", "06/30/2026") * 3)), "B", 12)

    head()
    before = ZERO
    for title, rows in held.groups.items():
        pencil.room(60, head)
        old = [_old(row, place) for place, row in enumerate(rows)]
        was = sum((cents(units * price) for units, price in old), ZERO)
        before += was
        sums = ("", "", "", "", dollars(was), dollars(held.sums[title][0]))
        across(pencil, TURNS, (title, *sums), "B", 12)
        for row, (units, price) in zip(rows, old, strict=True):
            pencil.room(12, head)
            cells: tuple[str, ...] = (plain(units, 3), plain(row.quantity, 3), f"${price:.2f}", f"${row.price:.2f}")
            figures = (plain(cents(units * price)), plain(row.value))
            across(pencil, TURNS, (f"  {row.name}", *cells, *figures), "", 11)
        if title == "Bond Investments":
            cells = ("88.120", "0.000", "$11.02", "$11.10", "971.08", "0.00")
            across(pencil, TURNS, ("  Former Short Bond Pool", *cells), "", 11)
            before += D("971.08")
        pencil.y += 5
    across(pencil, TURNS, ("Account Totals", "", "", "", "", dollars(before), dollars(held.total)), "B", 14)
    pencil.say("Outstanding loan balance as of 06/30/2026: $3,120.44 (not in your account balance)", 40, "", 18)
    _sources(pencil, held.total)
    facts = {"registration": "401k", "owner": "INES CALLOWAY"}
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", **facts))


def _priced(dice: random.Random, taken: set[str]) -> Row:
    row = fund(dice, taken)
    price = D(dice.randrange(900, 9000)) / 100
    return replace(row, price=price, value=cents((row.quantity or ZERO) * price), cost=None)


def _old(row: Row, place: int) -> tuple[D, D]:
    """Units and price three months ago; every fourth fund is new."""
    units = ZERO if place % 4 == 3 else ((row.quantity or ZERO) * D("0.962")).quantize(D("0.001"))
    return units, ((row.price or ZERO) * D("0.981")).quantize(D("0.01"))


def _roll(pencil: Pencil, total: D) -> None:
    pencil.say("Your Account Summary", 40, "B", 12, 10)
    for label, value in (
        ("Beginning Balance", total - 4_100),
        ("Your Contributions", D(2400)),
        ("Employer Contributions", D(1200)),
        ("Change in Market Value", D(500)),
        ("Ending Balance", total),
        ("Vested Balance", total - 1_900),
    ):
        across(pencil, (40, -300), (label, dollars(value)), "B" if "Ending" in label else "", 11)
    pencil.y += 12


def _sources(pencil: Pencil, total: D) -> None:
    pencil.room(70)
    pencil.say("Your Contribution Summary", 40, "B", 12, 10)
    across(
        pencil, (40, -260, -350, -440), ("", "Period to date", "Inception to date", "Total account balance"), "B", 11
    )
    own = cents(total * D("0.7"))
    for label, value in (("Employee pre-tax", own), ("Employer match", total - own)):
        across(pencil, (40, -260, -350, -440), (label, "$1,200.00", "$21,400.00", dollars(value)), "", 11)


def yaxham(deal: Deal) -> Drawn:
    """Balances of two quarters, then the costs by symbol in a table of gains, some not known; then the deals."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken) for _ in range(dice.randrange(2, 8))]
    shares[-1] = replace(shares[-1], cost=None)
    done = moves(dice, shares, 2026, 6)
    funds = [class_fund(dice, taken) for _ in range(dice.randrange(1, 5))]
    held = hand(deal, {"Mutual funds": funds, "Stocks": shares})
    pencil = Pencil(font="Sans", size=7.5)
    framed(
        pencil,
        ("Yaxham", "June 30, 2026, quarter-to-date statement"),
        (f"Brokerage Account-{held.number}", "Page ~"),
        ("Prudence Okonjo-Hale, Individual brokerage account", ""),
    )
    across(pencil, (40, -574), ("Total account value as of June 30, 2026", dollars(held.total)), "B", 22, 9)
    pencil.say("Balances and holdings", 40, "B", 14, 10)
    _two_balances(pencil, "Sweep program", [], held.cash or ZERO)
    for title, rows in held.groups.items():
        _two_balances(pencil, title, rows, held.sums[title][0])
    pencil.y += 6
    pencil.room(90)
    pencil.say("Unrealized gains and losses", 40, "B", 14, 10)
    across(pencil, GAINS, ("", "", "Cost basis", "", "", "Total unrealized"), "B", 8)
    across(pencil, GAINS, ("Symbol", "Name", "method", "Total cost", "Market value", "gain/loss"), "B", 12)
    for row in held.rows:
        pencil.room(12)
        known = (plain(row.cost), plain(row.value), bracketed(row.gain)) if row.cost else ("—", plain(row.value), "—")
        method = "AvgCost" if row in held.groups["Mutual funds"] else "FIFO"
        across(pencil, GAINS, (row.symbol or "", row.name[:42], method, *known), "", 11)
    across(pencil, GAINS, ("", "Total", "", dollars(held.cost)), "B", 20)
    pencil.room(60)
    pencil.say("Completed transactions", 40, "B", 14, 10)
    places = (40.0, 85.0, 130.0, 170.0, 330.0, -450.0, -510.0, -574.0)
    across(pencil, places, ("Trade", "Settlement", "", "", "Transaction", "", "", ""), "B", 8)
    heads = ("date", "date", "Symbol", "Name", "type", "Quantity", "Price", "Amount")
    across(pencil, places, heads, "B", 12)
    for move in done:
        pencil.room(12)
        later = f"{move.day[5:7]}/{int(move.day[8:]) + 1:02d}"
        side = {"buy": "Buy", "sell": "Sell", "reinvest": "Reinvestment"}[move.side]
        sold = move.side == "sell"
        figures = (plain(-move.quantity if sold else move.quantity, 4), plain(move.amount / move.quantity, 4))
        amount = plain(move.amount if sold else -move.amount)
        across(pencil, places, (us_day(move.day)[:5], later, move.symbol, move.name, side, *figures, amount), "", 11)
    facts = {"registration": "taxable_individual", "sweeps": (held.cash or ZERO,), "moves": tuple(done)}
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", owner="Prudence Okonjo-Hale", **facts))


def _two_balances(pencil: Pencil, title: str, rows: list[Row], value: D) -> None:
    def head() -> None:
        across(pencil, BALANCES[3:], ("Price on", "Balance on", "Balance on"), "B", 8)
        across(pencil, BALANCES, ("Symbol", "Name", "Quantity", "06/30/2026", "03/31/2026", "06/30/2026"), "B", 12)

    pencil.room(60)
    pencil.say(title, 40, "B", 12)
    head()
    if not rows:
        cells = (plain(value, 4), "$1.00", dollars(value - 15), dollars(value))
        across(pencil, BALANCES, ("YXMXX", "YAXHAM FEDERAL MONEY MARKET FUND", *cells), "", 11)
        across(pencil, BALANCES[1:], ("7-day SEC yield: 3.61%",), "", 12, 6.5)
    for row in rows:
        pencil.room(12, head)
        was = cents(row.value * D("0.94"))
        figures = (plain(row.quantity, 4), f"${row.price:,.2f}", plain(was), plain(row.value))
        across(pencil, BALANCES, (row.symbol or "", row.name[:44], *figures), "", 11)
    sums = (dollars(cents(value * D("0.94")) if rows else value - 15), dollars(value))
    across(pencil, (40, *BALANCES[4:]), (f"Total {title.lower()}", *sums), "B", 20)
