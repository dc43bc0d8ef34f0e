"""A family's two accounts, joint and IRA, on pages that name their account again, with tables that hold nothing."""

import random
from dataclasses import dataclass, replace
from functools import partial

from tools.accuracy.content import cents, money, stock
from tools.accuracy.drawing import Column, Getter, Pencil, Stroke, Table, bracketed, dollars, plain, trailing, us_day
from tools.accuracy.houses.hands import Hand, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Account, D, Drawn, Row

SHORT = ("Quill", "Ember Co", "Onyx Inc", "Tide plc", "Cedar", "Slate", "Finch Co", "Alder", "Cobalt", "Willow Inc",
         "Harbor", "Granite", "Marl", "Fern plc", "Larch", "Flint Co", "Heath", "Moss Inc", "Pike", "Wren")  # fmt: skip
SHADES = ((60, "Stocks"), (130, "Funds"), (200, "Cash"))


@dataclass(frozen=True)
class Kin:
    """An account of the family: its title, who owns it, and what a reading should know of that."""

    title: str
    owner: str
    registration: str


FAMILY = (
    Kin("Joint Account", "Tobias & Ines Marchetti JTWROS", "taxable_joint"),
    Kin("Traditional IRA", "Ines Marchetti", "traditional_ira"),
)


def wintringham(deal: Deal) -> Drawn:
    """Two accounts; sweep cash in a table of its own, stocks and funds with short names, then income and gains."""
    dice = deal.dice
    pencil, open_account = Pencil(size=8, font=dice.choice(("Helvetica", "Times"))), ["", ""]
    loss, lots = dice.choice((bracketed, plain, trailing)), dice.choice((0, 3, 5))

    def frame(one: Pencil) -> None:
        one.row([(40, "Wintringham Securities"), (-572, "Statement for October 1 - October 31, 2026")], "B", 12)
        one.row([(40, open_account[0]), (-572, f"{open_account[1]}Page {one.pages}")], "", 24)

    pencil.on_page = frame
    accounts: list[Account] = []
    for kin in FAMILY:
        names = dice.sample(SHORT, len(SHORT))
        groups = {
            "Stocks": [_short(dice, deal, names.pop(), lots) for _ in range(dice.randrange(5, 16))],
            "Funds and ETFs": [_short(dice, deal, f"{names.pop()} Fund", lots) for _ in range(dice.randrange(1, 4))],
        }
        held = hand(deal, groups)
        open_account[:] = [f"{kin.title}  {kin.owner}", f"Account {held.number}   "]
        pencil.page()
        _summary(pencil, held)
        _sweep(pencil, held)
        paid_first = dice.random() < 0.5
        if paid_first:
            _income(pencil, dice)
        _holdings(pencil, held, loss, dice.random() < 0.5)
        if not paid_first:
            _income(pencil, dice)
        if kin is FAMILY[0]:
            _realised(pencil, dice, [*groups["Stocks"], _short(dice, deal, names.pop(), 0)], loss)
        accounts.append(held.closed(deal, as_of="2026-10-31", registration=kin.registration,
                                    sweeps=(held.cash or ZERO,)))  # fmt: skip
    return pencil.drawn(*accounts)


def _short(dice: random.Random, deal: Deal, name: str, lots: int) -> Row:
    row = replace(stock(dice, deal.taken), name=name)
    return in_lots(dice, row, lots) if lots else row


def _summary(pencil: Pencil, held: Hand) -> None:
    """The worth of the account at the left, bars with their legend at the right."""
    before = cents(held.total * D("0.981"))
    top = pencil.y
    pencil.say("Account summary", 40, "B", 14, 10)
    for label, value in (("Opening value", before), ("Deposits", ZERO), ("Withdrawals", ZERO),
                         ("Change in value", held.total - before)):  # fmt: skip
        pencil.row([(40, label), (-260, dollars(value))])
    pencil.row([(40, "Closing account value"), (-260, dollars(held.total))], "B", 13)
    bottom, pencil.y = pencil.y, top
    pencil.say("Asset allocation", 320, "B", 14, 10)
    worths = (held.sums["Stocks"][0], held.sums["Funds and ETFs"][0], held.cash or ZERO)
    for (grey, label), value in zip(SHADES, worths, strict=True):
        part = 100 * value / held.total
        pencil.sheets[-1].append(Stroke(320, 322 + float(part), pencil.y - 7, 8, grey))
        pencil.row([(430, f"{part:.1f}%"), (462, label), (-572, f"${value:,.0f}")], "", 13, 7)
    pencil.row([(320, "0"), (368, "50"), (418, "100")], "", 13, 6)
    pencil.y = max(bottom, pencil.y) + 14


def _sweep(pencil: Pencil, held: Hand) -> None:
    cash = held.cash or ZERO
    pencil.say("Cash and sweep", 40, "B", 14, 10)
    table = Table(pencil, [Column("Program", 40), Column("Opening balance", -330), Column("Rate", -400),
                           Column("Closing balance", -572)])  # fmt: skip
    table.head()
    table.line(["Wintringham Bank Sweep", plain(cents(cash * D("1.12"))), "0.35%", plain(cash)])
    table.line(["Total cash and sweep", "", "", plain(cash)], "B", 22)


def _holdings(pencil: Pencil, held: Hand, loss: Getter, repeat: bool) -> None:
    """Both kinds of holdings, each with its head; a page that goes on says so."""
    columns = [Column(head, edge) for head, edge in zip(
        ("Symbol", "Name", "Shares", "Price", "Value", "Cost basis", "Gain/loss"),
        (40, 92, -290, -350, -425, -500, -572), strict=True)]  # fmt: skip
    for title, rows in held.groups.items():
        table = Table(pencil, columns, step=18, repeat=repeat)
        table.again = partial(pencil.say, f"{title} (continued)", 40, "B", 14, 10)
        pencil.room(64)
        pencil.say(title, 40, "B", 14, 10)
        table.head()
        for row in rows:
            table.break_page(18 + 11 * len(row.lots))
            table.line([row.symbol or "", row.name, plain(row.quantity, 3), plain(row.price), plain(row.value),
                        plain(row.cost), loss(row.gain)], "", 11 if row.lots else 18)  # fmt: skip
            for lot, value in parts(row) if row.lots else ():
                table.line(["", f"   {us_day(lot.day)}", plain(lot.quantity, 3), plain(row.price), plain(value),
                            plain(lot.cost), loss(value - lot.cost)], "", 11, 7)  # fmt: skip
            pencil.y += 7 if row.lots else 0
        value, cost = held.sums[title]
        table.line(["", f"Total {title.lower()}", "", "", plain(value), plain(cost), loss(value - cost)], "B", 22)
    pencil.row([(40, "Total account value"), (-425, dollars(held.total))], "B", 26, 9)


def _income(pencil: Pencil, dice: random.Random) -> None:
    """What was paid this month and this year: no holdings."""
    pencil.room(90)
    pencil.say("Income summary", 40, "B", 14, 10)
    pencil.row([(40, "Type"), (-290, "This period"), (-425, "Year to date")], "B")
    paid = [
        (label, money(dice, 1, 400), money(dice, 400, 4000)) for label in ("Dividends", "Interest", "Capital gains")
    ]
    for label, month, year in paid:
        pencil.row([(40, label), (-290, plain(month)), (-425, plain(year))])
    pencil.row([(40, "Total income"), (-290, plain(sum((month for _, month, _ in paid), ZERO))),
                (-425, plain(sum((year for *_, year in paid), ZERO)))], "B", 22)  # fmt: skip


def _realised(pencil: Pencil, dice: random.Random, rows: list[Row], loss: Getter) -> None:
    """What was sold this year, with the same names that are held."""
    table = Table(pencil, [Column(head, edge) for head, edge in zip(
        ("Symbol", "Name", "Shares", "Date acquired", "Date sold", "Proceeds", "Cost basis", "Gain/loss"),
        (40, 92, -230, 245, 315, -425, -500, -572), strict=True)])  # fmt: skip
    pencil.room(90)
    pencil.say("Realized gains and losses", 40, "B", 14, 10)
    table.head()
    sums = [ZERO, ZERO]
    for row in dice.sample(rows, min(3, len(rows))):
        count = D(dice.randrange(1, 90))
        proceeds, cost = cents(count * (row.price or ZERO)), cents(count * (row.price or ZERO) * D("0.83"))
        sums = [sums[0] + proceeds, sums[1] + cost]
        table.line([row.symbol or "", row.name, plain(count, 3), "03/14/2019", f"10/{dice.randrange(10, 28)}/2026",
                    plain(proceeds), plain(cost), loss(proceeds - cost)])  # fmt: skip
    table.line(["", "Total realized", "", "", "", plain(sums[0]), plain(sums[1]), loss(sums[0] - sums[1])], "B", 20)
