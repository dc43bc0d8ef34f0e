"""A medley: each seed another order of one export whose rows or blocks repeat whose they are, that of the sum too."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, stock
from tools.accuracy.drawing import bracketed, dollars, us_day
from tools.accuracy.feeds.spellings import CASH, HEADS, SUMS
from tools.accuracy.feeds.tables import delimited
from tools.accuracy.houses.hands import Hand, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

KINDS = (
    ("Roth IRA", "roth_ira"), ("Traditional IRA", "traditional_ira"), ("SEP IRA", "sep_ira"),
    ("Individual", "taxable_individual"), ("Rollover IRA", "traditional_ira"),
)  # fmt: skip
TITLES = ("Account Name", "Account Title", "Acct Name", "Registration")
MORE_CASH = (*CASH, "Core Account", "SWEEP CASH", "USD CASH")
MORE_SUMS = (*SUMS, "Totals", "Positions Total", "Total for account {}", "Account {} Total", "Sum", "Account Value")
Line = list[object]


def medley_csv(deal: Deal) -> Drawn:
    """One to three accounts as rows that name theirs, or as blocks under labels, with or without heads of their own."""
    dice = deal.dice
    flat, lots, titled = dice.random() < 0.5, dice.random() < 0.3, dice.random() < 0.7
    order = _order(dice, flat, lots, titled)
    heads: Line = [dice.choice(TITLES if kind == "title" else HEADS[kind]) for kind in order]
    once, signed, cash = flat or dice.random() < 0.4, dice.random() < 0.5, dice.choice(MORE_CASH)
    sums = dice.choice(MORE_SUMS) if dice.random() < 0.8 else ""
    lines, made = [[*heads]] if flat else [], []
    for place in range(dice.choice((1, 2, 2, 3))):
        held = _dealt(deal, lots, "cost" in order, bool(sums))
        kind, registration = dice.choice(KINDS)
        owner = dice.choice(PEOPLE)
        who: dict[str, object] = {"account": held.number, "title": f"{owner} {kind}"}
        lines += [] if flat else _labels(held, owner, kind)
        lines += [heads] if not flat and not (once and place) else []
        cells: list[dict[str, object]] = [*_rows(held, signed), {"name": cash, "value": _money(held.cash, signed)}]
        if sums:
            named = dice.choice(("name", "symbol"))
            cells.append({named: sums.format(held.number), "value": _money(held.total, signed)})
        lines += [[{**who, **one}.get(kind, "") for kind in order] for one in cells]
        lines += [[]] if not flat else []
        known = titled or not flat
        facts = {"owner": owner if known else None, "registration": registration if known else None}
        made.append(held.closed(deal, sweeps=(held.cash or ZERO,), **facts))
    return Drawn(delimited(lines, dice.choice(",,\t;"), quoting=0).encode(), tuple(made), ".csv")


def _order(dice: random.Random, flat: bool, lots: bool, titled: bool) -> list[str]:
    """The columns: who, then a symbol and a name in either order, then figures in one of several orders."""
    names = dice.choice((["symbol", "name"], ["name", "symbol"]))
    figures = dice.choice(("quantity price value", "quantity price value cost gain", "quantity cost price value gain"))
    if lots:
        figures = dice.choice(("day quantity price value cost gain", "quantity day price cost value gain"))
    return [*(["account", *(["title"] if titled else [])] if flat else []), *names, *figures.split()]


def _dealt(deal: Deal, lots: bool, costs: bool, summed: bool) -> Hand:
    rows = [stock(deal.dice, deal.taken, deal.dice.random() < 0.5) for _ in range(deal.dice.randrange(2, 7))]
    rows = [in_lots(deal.dice, row, 3) for row in rows] if lots else rows
    rows = rows if costs else [replace(row, cost=None) for row in rows]
    return hand(deal, {"": rows}, summed=summed)


def _labels(held: Hand, owner: str, kind: str) -> list[Line]:
    return [["Account Number", held.number], ["Account Type", kind], ["Account Owner", owner]]


def _rows(held: Hand, signed: bool) -> list[dict[str, object]]:
    """The rows with their lots below, where there are several of one."""
    cells: list[dict[str, object]] = []
    for row in held.rows:
        cells.append(_row(row, signed, us_day(row.lots[0].day) if len(row.lots) == 1 else ""))
        for lot, value in parts(row) if len(row.lots) > 1 else ():
            of_lot = replace(row, quantity=lot.quantity, value=value, cost=lot.cost)
            cells.append({**_row(of_lot, signed, us_day(lot.day)), "symbol": "", "name": ""})
    return cells


def _row(row: Row, signed: bool, day: str) -> dict[str, object]:
    gain = None if row.cost is None else row.value - row.cost
    figures = {"price": row.price, "value": row.value, "cost": row.cost, "gain": gain}
    told: dict[str, object] = {name: _money(figure, signed) for name, figure in figures.items()}
    return {**told, "symbol": row.symbol, "name": row.name, "quantity": str(row.quantity), "day": day}


def _money(value: D | None, signed: bool) -> str:
    return "" if value is None else dollars(value) if signed else bracketed(value)
