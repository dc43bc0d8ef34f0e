"""Cash and total in the words of many brokers, in a row, a section, a line or a summary, by seed; a fifth owe money."""

import random
from dataclasses import dataclass, replace

from tools.accuracy.content import stock
from tools.accuracy.drawing import Getter, Pencil, bracketed, dollars, plain, trailing
from tools.accuracy.houses.hands import Hand, across, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Drawn

CASH = (
    "Cash", "Cash Balance", "Money Market Fund", "Bank Deposit Program", "FDIC-Insured Deposit Account",
    "Core Position", "Sweep Account", "Insured Deposits", "Cash & Cash Equivalents", "Uninvested Cash", "Settled Cash",
    "Cash Available", "Free Credit Balance", "Brokerage Cash", "U.S. Dollar", "Core Account", "Cash Investments",
    "Money Funds", "Deposit Sweep", "Credit Balance", "Net Credit Balance", "Cash on Deposit", "Cash and Sweep Funds",
    "Bank Sweep", "Cash Reserves", "Cash Held",
)  # fmt: skip
DEBT = ("Margin Debit Balance", "Debit Balance", "Margin Loan", "Margin Balance", "Margin Loan Balance",
        "Net Debit Balance")  # fmt: skip
TOTAL = (
    "Total", "Total Account Value", "Ending Value", "Closing Account Value", "Account Total", "Total Portfolio",
    "Total Market Value", "Net Account Value", "Total Assets", "Portfolio Value", "Net Portfolio Value",
    "Total Account", "Ending Account Balance", "Market Value of Account", "Account Value as of June 30, 2026",
    "Your Account Value", "Total Value", "Grand Total", "Total Holdings", "Net Worth", "Total Net Assets",
    "Liquidation Value", "Net Equity", "Account Equity", "Total Value of Your Account", "Total Portfolio Value",
    "Account Balance", "Value of Your Account", "Net Liquidation Value",
)  # fmt: skip
FRONTS = ("Account Summary", "Summary", "Your Account at a Glance", "Account Snapshot")
BEFORE = ("Cash", "Cash and Cash Equivalents", "Cash & Sweep", "Cash, Money Funds and Bank Deposits")
AFTER = ("Cash", "Cash and Equivalents", "Cash Position")
PLACES = (40.0, 95.0, -330.0, -400.0, -480.0, -560.0)


@dataclass(frozen=True)
class Purse:
    """How cash and total are told, and where."""

    cash: str
    total: str
    where: str
    told: str
    write: Getter


def pursley(deal: Deal) -> Drawn:
    """One table of shares; the rest is another word in another place with each seed."""
    dice = deal.dice
    held = hand(deal, {"S": [stock(dice, deal.taken, odd=one % 4 == 1) for one in range(dice.randrange(3, 12))]})
    owes = dice.random() < 0.2
    if owes:
        debt = -(held.cash or ZERO)
        held = replace(held, cash=debt, total=held.total + 2 * debt)
    purse = _purse(dice, owes)
    pencil = Pencil(font=dice.choice(("Sans", "Helvetica", "Times")), size=8)
    framed(
        pencil,
        ("Pursley Financial", f"Account number: {held.number}"),
        ("Statement period", "June 1, 2026 - June 30, 2026"),
    )
    if purse.told != "below":
        _front(pencil, held, purse, dice.choice(FRONTS))
    if purse.where == "before":
        pencil.say(dice.choice(BEFORE), 40, "B", 13, 9)
        if dice.random() < 0.5:
            across(pencil, (95, -560), ("Description", "Market Value"), "B")
        across(pencil, (95, -560), (purse.cash, purse.write(held.cash)), "", 20)
    _shares(pencil, held, purse, dice)
    if purse.where == "after":
        pencil.y += 8
        pencil.say(dice.choice(AFTER), 40, "B", 13, 9)
        across(pencil, (95, -560), (purse.cash, purse.write(held.cash)), "", 16)
    if purse.where == "line":
        across(pencil, (40, -300 if dice.random() < 0.3 else -560), (purse.cash, purse.write(held.cash)), "", 16)
    if purse.told != "top":
        across(pencil, (40, -560), (purse.total, dollars(held.total)), "B", 16)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,)))


def _purse(dice: random.Random, owes: bool) -> Purse:
    cash, total = dice.choice(DEBT if owes else CASH), dice.choice(TOTAL)
    where, told = dice.choice(("row", "before", "after", "summary", "line")), dice.choice(("below", "top", "both"))
    told = "both" if where == "summary" and told == "below" else told
    return Purse(cash, total, where, told, dice.choice((bracketed, plain, trailing)))


def _front(pencil: Pencil, held: Hand, purse: Purse, title: str) -> None:
    pencil.say(title, 40, "B", 14, 10)
    if purse.where == "summary":
        across(pencil, (40, -300), ("Securities", plain(held.value)))
        across(pencil, (40, -300), (purse.cash, purse.write(held.cash)))
    across(pencil, (40, -300), (purse.total, dollars(held.total)), "B", 24)


def _shares(pencil: Pencil, held: Hand, purse: Purse, dice: random.Random) -> None:
    pencil.say(dice.choice(("Holdings", "Positions", "Investments", "Equities")), 40, "B", 13, 9)
    heads = ("Symbol", "Description", "Quantity", "Price", "Cost Basis", "Market Value")
    across(pencil, PLACES, heads, "B", 14)
    for row in held.rows:
        cells = (row.symbol or "", row.name[:34], plain(row.quantity, 0), plain(row.price), plain(row.cost))
        across(pencil, PLACES, (*cells, plain(row.value)), "", 12)
    if purse.where == "row":
        across(pencil, PLACES, ("", purse.cash, "", "", "", purse.write(held.cash)), "", 12)
    elif dice.random() < 0.5:
        label = dice.choice(("Total Equities", "Total Securities", "Total Positions", "Subtotal"))
        across(pencil, PLACES, ("", label, "", "", plain(held.cost), plain(held.value)), "B", 14)
