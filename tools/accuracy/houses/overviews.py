"""A household's report of an adviser's software, one account after the other."""

import random
from dataclasses import replace

from tools.accuracy.content import cents, deposit, money, note, venture
from tools.accuracy.drawing import Pencil, dollars, plain
from tools.accuracy.houses import tellings
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import before, cut, etf, share
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row


def bellamy(deal: Deal) -> Drawn:
    """A household's report: masked numbers in the accounts' titles, classes, private funds at 1.00, an annuity."""
    dice = deal.dice
    holds, made = [], []
    for title, registration in dice.sample(tellings.REGISTERED, dice.randrange(2, 4)):
        held = hand(deal, _sorted(deal))
        made.append(held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,), registration=registration))
        holds.append((title, held))
    family = dice.choice(("Fenwick", "Calloway", "Ashgrove"))
    pencil = Pencil(landscape=True, font="Sans", size=7.5)

    def frame(one: Pencil) -> None:
        across(one, (40, -752), ("Bellamy Wealth Partners", f"The {family} Household"), "B", 12, 9)
        across(one, (40, -752), ("Portfolio Review", "As of June 30, 2026"), "", 26)
        one.at(-752, f"{one.pages}", "", 6, 594)

    pencil.on_page = frame
    _bellamy_cover(pencil, family)
    _bellamy_overview(pencil, dice, holds)
    for place, (title, held) in enumerate(holds):
        pencil.room(150) if place else pencil.page()
        _bellamy_account(pencil, f"{family} {title} - Cedar Custody", held)
    whole = sum((held.total for _, held in holds), ZERO)
    pencil.room(50)
    across(pencil, (40, -494, -570), ("Total Portfolio", dollars(whole), "100.0%"), "B", 24)
    pencil.say(tellings.SMALL, 40, "", 9, 6)
    return pencil.drawn(*made)


def _sorted(deal: Deal) -> dict[str, list[Row]]:
    dice, taken = deal.dice, deal.taken
    places = [replace(one, kinds=("structured_note",)) for one in (note(dice, taken) for _ in range(2))]
    annuity = Row(None, "Slate Life Variable Annuity Contract", D(1), ZERO, money(dice, 20_000, 300_000))
    groups = {
        "U.S. Equity": [etf(dice, taken) for _ in range(dice.randrange(1, 6))],
        "International Equity": [class_fund(dice, taken) for _ in range(dice.randrange(1, 4))],
        "Fixed Income": [replace(deposit(dice, taken), accrued=None) for _ in range(dice.randrange(0, 4))],
        "Structured Products": places[: dice.randrange(0, 3)],
        "Private Investments": [_at_one(venture(dice, taken)) for _ in range(dice.randrange(0, 3))],
        "Insurance": [replace(annuity, price=annuity.value)] if dice.random() < 0.4 else [],
    }
    return tellings.filled(groups)


def _at_one(row: Row) -> Row:
    cost = cents(row.value * D("0.84"))
    plainly = replace(row, commitment=None, called=None, unfunded=None, nav_date=None, cost=cost)
    return replace(plainly, quantity=row.value, price=D("1.00"))


def _bellamy_cover(pencil: Pencil, family: str) -> None:
    pencil.page()
    pencil.y = 240
    pencil.say(f"The {family} Household", 120, "B", 26, 22)
    pencil.say("Portfolio Review\nSecond Quarter 2026", 120, "", 18, 12)
    pencil.say("Prepared by Bellamy Wealth Partners, LLC\n200 Quarry Street, Salem OR 97301", 120, "", 14, 8)


def _bellamy_overview(pencil: Pencil, dice: random.Random, holds: list[tuple[str, Hand]]) -> None:
    pencil.page()
    whole = sum((held.total for _, held in holds), ZERO)
    pencil.say("Account Overview", 40, "B", 16, 12)
    places = (40.0, 330.0, -500.0, -600.0, -680.0, -752.0)
    across(pencil, places, ("Account", "Account Number", "Beginning Value", "Ending Value", "QTD (TWR)", "ITD (TWR)"),
           "B", 13)  # fmt: skip
    for title, held in holds:
        rate = f"{dice.randrange(50, 600) / 100:.2f}%"
        cells = (title, f"xxxx{held.number[-4:]}", dollars(before(held.total, 4)), dollars(held.total), rate, "7.31%")
        across(pencil, places, cells, "", 12)
    start = sum((before(held.total, 4) for _, held in holds), ZERO)
    across(pencil, places, ("Total Portfolio", "", dollars(start), dollars(whole), "3.02%", "7.11%"), "B", 24)
    pencil.say("Allocation vs. Target", 40, "B", 16, 12)
    shares = (40.0, -330.0, -420.0, -500.0, -580.0)
    across(pencil, shares, ("Asset Class", "Market Value", "Current %", "Target %", "Variance"), "B", 13)
    sums: dict[str, D] = {}
    for _, held in holds:
        for title, (value, _) in held.sums.items():
            sums[title] = sums.get(title, ZERO) + value
        sums["Cash"] = sums.get("Cash", ZERO) + (held.cash or ZERO)
    for title, value in sums.items():
        across(pencil, shares, (title, dollars(value), share(value, whole, 1), "20.0%", "-1.4%"), "", 12)
    across(pencil, shares, ("Total", dollars(whole), "100.0%", "100.0%", ""), "B", 24)
    pencil.say("Performance", 40, "B", 16, 12)
    across(pencil, shares, ("", "Quarter", "Year to Date", "1 Year", "3 Years"), "B", 13)
    for label in ("Total Portfolio (net)", "S&P 500 TR Index", "Bloomberg US Aggregate Index"):
        rates = [f"{dice.randrange(-300, 1800) / 100:.2f}%" for _ in range(4)]
        across(pencil, shares, (label, *rates), "", 12)


def _bellamy_account(pencil: Pencil, title: str, held: Hand) -> None:
    places = (40.0, 102.0, -350.0, -410.0, -494.0, -540.0, -610.0, -680.0, -752.0)

    def head() -> None:
        heads = ("Symbol", "Description", "Units", "Price", "Market Value", "Weight", "Cost Basis", "Gain/Loss",
                 "Est. Income")  # fmt: skip
        across(pencil, places, heads, "B", 13)

    pencil.shade(36, 756, 15)
    across(pencil, (40, -494), (f"{title} (xxxx{held.number[-4:]})", ""), "B", 15, 9)
    head()
    for group, rows in held.groups.items():
        pencil.room(40, head)
        pencil.say(group, 40, "B", 12)
        for row in rows:
            lines = cut(row.name, 44)
            pencil.room(24, head)
            cells = (plain(row.quantity, 4), dollars(row.price), dollars(row.value), share(row.value, held.total, 1))
            figures = (dollars(row.cost) if row.cost else "-", dollars(row.gain) if row.cost else "-", "$12.10")
            price = f"${plain(row.price, 3)}" if row.cusip else cells[1]
            shown = (row.symbol or row.cusip or "", lines[0], cells[0], price, *cells[2:], *figures)
            across(pencil, places, shown, "", 10)
            for line in lines[1:]:
                pencil.say(line, 102, "", 10)
        across(pencil, places, ("", f"{group} Total", "", "", dollars(held.sums[group][0])), "B", 16)
    pencil.room(60)
    pencil.say("Cash", 40, "B", 12)
    cash = held.cash or ZERO
    across(pencil, places, ("CASH", "Cash and Sweep", plain(cash, 4), "$1.00", dollars(cash),
                            share(cash, held.total, 1), dollars(cash), "$0.00", "$1.04"), "", 12)  # fmt: skip
    across(pencil, places, ("", f"{title} Total", "", "", dollars(held.total), "100.0%"), "B", 26)
