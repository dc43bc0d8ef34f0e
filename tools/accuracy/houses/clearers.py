"""A full-service firm with unit costs below the basis, and a clearing firm that prints lots under bold names."""

import random
import textwrap
from dataclasses import replace

from tools.accuracy.content import bond, cents, cusip, money, stock
from tools.accuracy.drawing import Column, Getter, Pencil, Table, bracketed, dollars, plain, trailing, us_day
from tools.accuracy.houses.hands import Hand, each, framed, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Lot, Row

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
        "Mutual Funds": [_fund(dice, taken) for _ in range(dice.randrange(1, 5))],
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
        income = sum((_income(row) for row in rows), ZERO)
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
         plain(_income(row))]
    )  # fmt: skip
    unit = (row.cost or ZERO) / (row.quantity or D(1)) * (100 if row.cusip else 1)
    code = f"CUSIP {row.cusip}" if row.cusip else f"Symbol: {row.symbol}"
    for place, text in enumerate((*name[1:], code)):
        table.line(["", text, "", "", "" if place else plain(unit, 3)])
    table.pencil.y += 4


def _income(row: Row) -> D:
    return cents(row.value * D("0.021"))


def _long(dice: random.Random, row: Row) -> Row:
    return replace(row, name=f"{row.name} {dice.choice(LONG)}") if dice.random() < 0.8 else row


def _fund(dice: random.Random, taken: set[str]) -> Row:
    row = stock(dice, taken, whole=False)
    value = cents((row.quantity or ZERO) * (row.price or ZERO))
    return replace(row, name=f"{dice.choice(('QUILL', 'SLATE', 'CEDAR'))} {dice.choice(FUNDS)}", value=value)


def polwhele(deal: Deal) -> Drawn:
    """A clearing firm's look: names in bold above their lots, identifiers at the right, sums where there are lots."""
    dice, taken = deal.dice, deal.taken
    stocks = [in_lots(dice, _identified(dice, stock(dice, taken), taken), 4) for _ in range(dice.randrange(4, 12))]
    funds = [
        _reinvested(in_lots(dice, _identified(dice, _fund(dice, taken), taken), 3)) for _ in range(dice.randrange(1, 4))
    ]
    bonds = [
        replace(in_lots(dice, bond(dice, taken), 2), accrued=money(dice, 5, 900)) for _ in range(dice.randrange(1, 4))
    ]
    held = hand(deal, {"Fixed Income": bonds, "Equities": stocks, "Mutual Funds": funds})
    pencil, loss, always = Pencil(landscape=True, size=7.5), dice.choice((bracketed, plain)), dice.random() < 0.5
    framed(
        pencil,
        ("Polwhele Advisors, Inc.", "Brokerage Account Statement"),
        ("TOBIAS R. MARCHETTI / INES CALLOWAY - JT TEN WROS", "Statement Period: 09/01/2026 - 09/30/2026"),
        (f"Account Number: {held.number}", "Page ~"),
    )
    _balances(pencil, held)
    for title, rows in held.groups.items():
        table = Table(pencil, _polwhele_columns(title == "Fixed Income"), step=10)
        pencil.room(120)
        share = 100 * held.sums[title][0] / held.total
        pencil.say(f"{title} {share:.2f}% of Portfolio", 40, "B", 13, 10)
        table.head()
        for row in rows:
            _under_bold_name(table, row, loss, always)
        value, cost = held.sums[title]
        _summed(table, f"Total {title}", "", cost, value, loss, rows)
        pencil.y += 10
    pencil.room(40)
    whole = held.cost + (held.cash or ZERO)
    pencil.row([(40, "Total Portfolio Holdings"), (-315, dollars(whole)), (-455, dollars(held.total))], "B", 20, 8.5)
    pencil.say("Estimated yield is estimated annual income divided by market value; it is not a promise.", 40, "", 9, 6)
    return pencil.drawn(held.closed(deal, as_of="2026-09-30"))


def _polwhele_columns(fixed: bool) -> list[Column]:
    heads = ("Date Acquired", "Quantity", "Unit Cost", "Cost Basis", "Market Price", "Market Value",
             "Unrealized|Gain/Loss", *(["Accrued|Interest"] if fixed else []), "Estimated|Annual Income",
             "Estimated|Yield")  # fmt: skip
    edges = (40, -180, -245, -315, -375, -455, -530, -600, -670, -720)
    return [Column(head, edge) for head, edge in zip(heads, edges, strict=False)]


def _balances(pencil: Pencil, held: Hand) -> None:
    """Cash before all holdings: what it was, and what it is now."""
    pencil.say("Cash, Money Funds and Bank Deposits", 40, "B", 13, 10)
    heads = ((40, "Description"), (-315, "Opening|Balance"), (-400, "Closing|Balance"), (-500, "Income|This Year"))
    for line in (0, 1):
        texts = [(x, head.split("|")) for x, head in heads]
        pencil.row([(x, text[line - 2] if len(text) > 1 else text[0] * line) for x, text in texts], "B", 9 + line * 3)
    cash = held.cash or ZERO
    loose = cents(cash / 7)
    for label, opening, closing, income in (
        ("Cash Balance", cents(loose / 2), loose, ""),
        ("INSURED LIQUID DEPOSITS", cents(cash * D("0.61")), cash - loose, "41.18"),
    ):
        pencil.row([(40, label), (-315, plain(opening)), (-400, plain(closing)), (-500, income)], "", 11)
    before = cents(loose / 2) + cents(cash * D("0.61"))
    total = [(40, "Total Cash, Money Funds and Bank Deposits"), (-315, dollars(before)), (-400, dollars(cash))]
    pencil.row([*total, (-500, "$41.18")], "B", 24)


def _under_bold_name(table: Table, row: Row, loss: Getter, always: bool) -> None:
    """The name with its identifier, what is done with dividends, each lot, and their sum where it says anything."""
    table.break_page(60)
    _named_in_bold(table, row, "")
    many = len(row.lots) > 1 or always
    for lot, value in parts(row):
        if table.pencil.y + 12 > table.pencil.bottom:
            table.break_page(12)
            _named_in_bold(table, row, " (continued)")
        unit = each(lot, 3) * (100 if "bond" in row.kinds else 1)
        day = us_day(lot.day, 2) if lot.day != "None" else "Reinvestments to Date"
        interest = [] if row.accrued is None else ["" if many else plain(row.accrued)]
        beside = [*interest, *(["", ""] if many else [plain(_income(row)), "2.10%"])]
        table.line([day, plain(lot.quantity, 3), plain(unit, 3), plain(lot.cost), plain(row.price, 3), plain(value),
                    loss(value - lot.cost), *beside])  # fmt: skip
    if many:
        _summed(table, "Total", plain(row.quantity, 3), row.cost or ZERO, row.value, loss, [row])
    table.pencil.y += 4


def _named_in_bold(table: Table, row: Row, again: str) -> None:
    pencil, bonded = table.pencil, "bond" in row.kinds
    identifier = f"Security Identifier: {row.cusip if bonded else row.symbol}"
    pencil.row([(40, row.name + again)], "B", 0)
    pencil.row([(345, identifier)], "", 10)
    if not again:
        option = "B/E DTD 02/01/19 Moody Rating AA2" if bonded else "Dividend Option: Reinvest"
        pencil.row([(40, option), (345, "" if bonded else f"CUSIP: {row.cusip}")], "", 10)


def _summed(table: Table, label: str, quantity: str, cost: D, value: D, loss: Getter, rows: list[Row]) -> None:
    accrued = [row.accrued for row in rows if row.accrued is not None]
    interest = [plain(sum(accrued, ZERO))] if len(table.columns) > 9 else []
    table.line([label, quantity, "", plain(cost), "", plain(value), loss(value - cost), *interest,
                plain(sum(map(_income, rows), ZERO)), "2.10%"], "B")  # fmt: skip


def _identified(dice: random.Random, row: Row, taken: set[str]) -> Row:
    return replace(row, cusip=cusip(dice, taken))


def _reinvested(row: Row) -> Row:
    """The last of several lots is what was bought with dividends, on no single day."""
    last = row.lots[-1]
    kept = row.lots[:-1]
    return replace(row, lots=(*kept, Lot("None", last.quantity, last.cost))) if kept else row
