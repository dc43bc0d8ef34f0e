"""A full-service firm with names of several lines, their symbols below, and the unit cost under the basis."""

import random
import textwrap
from dataclasses import replace

from tools.accuracy.content import bond, cents, stock
from tools.accuracy.drawing import Column, Getter, Pencil, Table, bracketed, dollars, plain, trailing
from tools.accuracy.houses.hands import Hand, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

LONG = ("COMMON STOCK NEW", "ORDINARY SHARES", "CLASS A COMMON", "SPONSORED ADR REPSTG 2 ORD SHS", "COM PAR $0.01",
        "UNIT BENEFICIAL INTEREST")  # fmt: skip
FUNDS = (
    "CAPITAL APPRECIATION FUND CLASS F-2",
    "CORE PLUS BOND FUND INSTITUTIONAL CLASS",
    "GLOBAL EQUITY INCOME FUND I",
)


def garrickstone(deal: Deal) -> Drawn:
    """Quantity first, names of two or three lines with the symbol below, the basis over its unit cost in one cell."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "Equities": [_long(dice, stock(dice, taken)) for _ in range(dice.randrange(4, 13))],
        "Mutual Funds": [class_fund(dice, taken) for _ in range(dice.randrange(1, 5))],
        "Corporate and Municipal Bonds": [bond(dice, taken) for _ in range(dice.randrange(1, 4))],
    }
    held, loss = hand(deal, groups), dice.choice((bracketed, plain, trailing))
    pencil = Pencil(font=dice.choice(("Helvetica", "Sans")), size=7.5)
    framed(
        pencil,
        ("Garrickstone & Lowe Incorporated", "June 1 through June 30, 2026"),
        ("PRUDENCE OKONJO-HALE - INDIVIDUAL ACCOUNT", f"Account {held.number}    Page ~"),
    )
    _at_a_glance(pencil, held)
    table = Table(pencil, _garrickstone_columns(), step=9, repeat=dice.random() < 0.6)
    for title, rows in held.groups.items():
        pencil.room(110)
        pencil.say(title, 40, "B", 14, 10)
        table.head()
        for row in rows:
            _over_unit_cost(table, row, loss)
        value, cost = held.sums[title]
        income = sum((yearly(row) for row in rows), ZERO)
        table.line(["", f"Total {title}", "", plain(value), plain(cost), loss(value - cost), plain(income)], "B", 24)
    pencil.room(90)
    pencil.say("Cash and Sweep Deposits", 40, "B", 14, 10)
    table.line([plain(held.cash), "GARRICKSTONE BANK DEPOSIT", "1.00", plain(held.cash)])
    table.line(["", "PROGRAM (FDIC ELIGIBLE)"], step=20)
    table.line(["", "Total Portfolio", "", plain(held.total), plain(held.cost), loss(held.value - held.cost)], "B", 24)
    pencil.say("* Cost was given by you or by a former firm and has not been verified.", 40, "", 9, 6.5)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,)))


def _garrickstone_columns() -> list[Column]:
    return [
        Column("Quantity", -88),
        Column("Description", 98),
        Column("Price", -305),
        Column("Market|Value", -375),
        Column("Cost Basis/|Unit Cost", -445),
        Column("Unrealized|Gain/(Loss)", -510),
        Column("Est. Annual|Income", -572),
    ]


def _at_a_glance(pencil: Pencil, held: Hand) -> None:
    """What the account was worth before and is worth now, as every first page has it."""
    before = cents(held.total * D("0.973"))
    pencil.row([(40, "Your portfolio at a glance"), (-420, "This Month"), (-520, "Year to Date")], "B", 13, 9)
    for label, month, year in (
        ("Beginning value", before, cents(before * D("0.96"))),
        ("Change in value of securities", held.total - before, held.total - cents(before * D("0.96"))),
        ("Ending value", held.total, held.total),
    ):
        pencil.row([(40, label), (-420, dollars(month)), (-520, dollars(year))], "", 12)
    pencil.y += 16


def _over_unit_cost(table: Table, row: Row, loss: Getter) -> None:
    """The row's first line, its unit cost below the basis, the rest of its name, then its symbol or CUSIP."""
    name = textwrap.wrap(row.name, 27)
    table.break_page(9 * (len(name) + 2))
    table.line(
        [plain(row.quantity, 3), name[0], plain(row.price, 3), plain(row.value), plain(row.cost), loss(row.gain),
         plain(yearly(row))]
    )  # fmt: skip
    unit = (row.cost or ZERO) / (row.quantity or D(1)) * (100 if row.cusip else 1)
    code = f"CUSIP {row.cusip}" if row.cusip else f"Symbol: {row.symbol}"
    for place, text in enumerate((*name[1:], code)):
        table.line(["", text, "", "", "" if place else plain(unit, 3)])
    table.pencil.y += 4


def yearly(row: Row) -> D:
    """What a row is expected to pay in a year."""
    return cents(row.value * D("0.021"))


def _long(dice: random.Random, row: Row) -> Row:
    return replace(row, name=f"{row.name} {dice.choice(LONG)}") if dice.random() < 0.8 else row


def class_fund(dice: random.Random, taken: set[str]) -> Row:
    """A mutual fund with its class in its name and a part of a share."""
    row = stock(dice, taken, whole=False)
    value = cents((row.quantity or ZERO) * (row.price or ZERO))
    return replace(row, name=f"{dice.choice(('QUILL', 'SLATE', 'CEDAR'))} {dice.choice(FUNDS)}", value=value)
