"""A broker whose clearing firm prints the lots under bold names, with identifiers at the right."""

import random
from dataclasses import replace

from tools.accuracy.content import bond, cents, cusip, money, stock
from tools.accuracy.drawing import Column, Getter, Pencil, Table, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, each, framed, hand, in_lots, parts
from tools.accuracy.houses.longnames import class_fund, yearly
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Lot, Row


def polwhele(deal: Deal) -> Drawn:
    """A clearing firm's look: names in bold above their lots, identifiers at the right, sums where there are lots."""
    dice, taken = deal.dice, deal.taken
    stocks = [in_lots(dice, _identified(dice, stock(dice, taken), taken), 4) for _ in range(dice.randrange(4, 12))]
    funds = [
        _reinvested(in_lots(dice, _identified(dice, class_fund(dice, taken), taken), 3))
        for _ in range(dice.randrange(1, 4))
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
        beside = [*interest, *(["", ""] if many else [plain(yearly(row)), "2.10%"])]
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
                plain(sum(map(yearly, rows), ZERO)), "2.10%"], "B")  # fmt: skip


def _identified(dice: random.Random, row: Row, taken: set[str]) -> Row:
    return replace(row, cusip=cusip(dice, taken))


def _reinvested(row: Row) -> Row:
    """The last of several lots is what was bought with dividends, on no single day."""
    last = row.lots[-1]
    kept = row.lots[:-1]
    return replace(row, lots=(*kept, Lot("None", last.quantity, last.cost))) if kept else row
