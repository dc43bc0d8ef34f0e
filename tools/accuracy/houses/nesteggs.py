"""Houses of savings for health and college: a cash account with a running balance; an account per beneficiary."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, cents, moves
from tools.accuracy.drawing import Pencil, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, framed, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

FUNDS = (40.0, 260.0, -365.0, -420.0, -500.0, -574.0)
UNITS = (40.0, -300.0, -370.0, -450.0, -510.0, -574.0)
PORTFOLIOS = (
    "2042 Enrollment Portfolio", "U.S. Equity Index Portfolio", "International Portfolio",
    "Conservative Income Portfolio", "Principal Plus Interest Portfolio", "Social Choice Portfolio",
)  # fmt: skip


def medbourne(deal: Deal) -> Drawn:
    """A health savings account: contributions by tax year, the cash with its running balance, funds, their deals."""
    dice, taken = deal.dice, deal.taken
    rows = [replace(class_fund(dice, taken), cost=None) for _ in range(dice.randrange(2, 8))]
    done = moves(dice, rows, 2026, 6)
    held = hand(deal, {"Investments": rows})
    cash = held.cash or ZERO
    pencil = Pencil(font="Sans", size=8)
    framed(
        pencil,
        ("Medbourne Health Savings", "Account statement"),
        ("Wendell K. Ashgrove", f"HSA account number: {held.number}"),
        ("", "Statement period: 06/01/2026 - 06/30/2026"),
    )
    pencil.say("Account summary", 40, "B", 14, 11)
    for label, value in (
        ("HSA cash balance", cash),
        ("HSA investment balance", held.value),
        ("Total HSA balance", held.total),
    ):
        across(pencil, (40, -300), (label, dollars(value)), "B" if "Total" in label else "", 12)
    pencil.y += 10
    pencil.say("Contributions by tax year", 40, "B", 14, 11)
    across(pencil, (40, -200, -300, -400), ("", "Employee", "Employer", "Total"), "B", 12)
    across(pencil, (40, -200, -300, -400), ("2025", "$2,150.00", "$750.00", "$2,900.00"), "", 12)
    across(pencil, (40, -200, -300, -400), ("2026", "$1,075.00", "$375.00", "$1,450.00"), "", 22)
    _running(pencil, cash)
    pencil.say("Investments", 40, "B", 14, 11)

    def head() -> None:
        heads = ("Fund", "Ticker", "Shares", "Price", "% of investments", "Closing value")
        across(pencil, FUNDS, heads, "B", 12)

    head()
    for row in held.rows:
        pencil.room(12, head)
        cells = (row.symbol or "", plain(row.quantity, 3), f"${row.price:,.2f}", f"{100 * row.value / held.value:.1f}%")
        across(pencil, FUNDS, (row.name.title(), *cells, dollars(row.value)), "", 12)
    across(pencil, (40, -574), ("Total investments", dollars(held.value)), "B", 22)
    pencil.room(60)
    pencil.say("Investment transactions", 40, "B", 14, 11)
    heads = ("Date", "Transaction", "Fund", "Shares", "Price", "Amount")
    places = (40.0, 95.0, 210.0, -450.0, -510.0, -574.0)
    across(pencil, places, heads, "B", 12)
    for move in done:
        pencil.room(12)
        side = {"buy": "Investment buy", "sell": "Investment sell", "reinvest": "Dividend reinvestment"}[move.side]
        count = plain(-move.quantity if move.side == "sell" else move.quantity, 3)
        cells = (us_day(move.day), side, f"{move.name.title()[:30]} ({move.symbol})", count)
        price = f"${move.amount / move.quantity:,.2f}"
        across(pencil, places, (*cells, price, dollars(-move.amount if move.side == "sell" else move.amount)), "", 12)
    facts = {"registration": "hsa", "owner": "Wendell K. Ashgrove", "moves": tuple(done)}
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(cash,), **facts))


def _running(pencil: Pencil, cash: D) -> None:
    pencil.say("Cash account activity", 40, "B", 14, 11)
    places = (40.0, 110.0, -400.0, -487.0, -574.0)
    across(pencil, places, ("Date", "Description", "Deposits", "Withdrawals", "Balance"), "B", 12)
    running = cash - D("161.22")
    across(pencil, places, ("06/01/2026", "Opening balance", "", "", dollars(running)), "", 12)
    for day, text, amount in (
        ("06/05/2026", "Employer contribution - current year", D("125.00")),
        ("06/12/2026", "Debit card - Redgate Pharmacy 01192", D("-14.60")),
        ("06/30/2026", "Interest paid (APY 0.10%)", D("50.82")),
    ):
        running += amount
        shown = ("", dollars(-amount)) if amount < 0 else (dollars(amount), "")
        across(pencil, places, (day, text, *shown, dollars(running)), "", 12)
    across(pencil, places, ("06/30/2026", "Closing balance", "", "", dollars(cash)), "B", 22)


def nuneham(deal: Deal) -> Drawn:
    """A college plan: an account for each beneficiary, flows of each portfolio, then its units; none has a ticker."""
    dice = deal.dice
    pencil = Pencil(font="Times", size=8.5)
    framed(pencil, ("NUNEHAM 529 COLLEGE SAVINGS PLAN", "Quarterly Statement"), ("April 1 - June 30, 2026", "Page ~"))
    pencil.say("Account Owner: Prudence Okonjo-Hale\n1482 Quarry Lane\nAshcombe, OH 44114-2210", 40, "", 12)
    pencil.y += 16
    children = [name.split()[0] for name in dice.sample(PEOPLE, dice.randrange(2, 4))]
    holds, made = [], []
    for _ in children:
        holds.append(_portfolios(deal))
        facts = {"registration": "529", "owner": "Prudence Okonjo-Hale"}
        made.append(holds[-1].closed(deal, as_of="2026-06-30", **facts))
    pencil.say("Your Accounts at a Glance", 40, "B", 14, 11)
    across(
        pencil,
        (40, 200, -400, -500),
        ("Beneficiary", "Account Number", "Value on 3/31/2026", "Value on 6/30/2026"),
        "B",
    )
    for child, held in zip(children, holds, strict=True):
        across(
            pencil,
            (40, 200, -400, -500),
            (f"{child} Hale", held.number, dollars(held.total - 340), dollars(held.total)),
        )
    total = sum((held.total for held in holds), ZERO)
    lump = (dollars(total - 340 * len(holds)), dollars(total))
    across(pencil, (40, -400, -500), ("Total of all accounts", *lump), "B", 26)
    for child, held in zip(children, holds, strict=True):
        _beneficiary(pencil, child, held)
    return pencil.drawn(*made)


def _portfolios(deal: Deal) -> Hand:
    names = deal.dice.sample(PORTFOLIOS, deal.dice.randrange(1, 5))
    return hand(deal, {"P": [_portfolio(deal.dice, name) for name in names]}, cash=False)


def _portfolio(dice: random.Random, name: str) -> Row:
    units, price = D(dice.randrange(10_000, 900_000)) / 1000, D(dice.randrange(1000, 3900)) / 100
    return Row(None, name, units, price, cents(units * price))


def _beneficiary(pencil: Pencil, child: str, held: Hand) -> None:
    pencil.room(150 + 26 * len(held.rows))
    pencil.say(f"Account Number: {held.number}", 40, "B", 13, 10)
    pencil.say(f"Beneficiary: {child} Hale", 40, "", 16)
    across(pencil, UNITS, ("", "Value on", "", "", "Investment", "Value on"), "B", 9)
    across(pencil, UNITS, ("Portfolio", "3/31/2026", "Contributions", "Withdrawals", "Gain/Loss", "6/30/2026"), "B", 12)
    for row in held.rows:
        flows = (dollars(row.value - 85), "$100.00", "$0.00", "($15.00)", dollars(row.value))
        across(pencil, UNITS, (row.name, *flows), "", 12)
    across(pencil, UNITS, ("Account Total", "", "", "", "", dollars(held.total)), "B", 20)
    across(pencil, UNITS, ("Portfolio", "Units Owned", "Unit Value", "Value", "", "% of Account"), "B", 12)
    for row in held.rows:
        share = f"{100 * row.value / held.value:.2f}%"
        cells = (plain(row.quantity, 3), f"${row.price:.2f}", dollars(row.value), "", share)
        across(pencil, UNITS, (row.name, *cells), "", 12)
    across(pencil, UNITS, ("Total", "", "", dollars(held.total), "", "100.00%"), "B", 14)
    basis = cents(held.total * D("0.71"))
    pencil.say(
        f"Contributions portion {dollars(basis)}   Earnings portion {dollars(held.total - basis)}", 40, "", 30, 7
    )
