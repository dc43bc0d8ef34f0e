"""Houses of plan administrators and fund companies: sources beside funds, two balances, purchases beside values."""

from dataclasses import replace

from tools.accuracy.content import cents, fund, money, stock
from tools.accuracy.drawing import Column, Pencil, Table, dollars, of, plain, words
from tools.accuracy.houses.hands import framed, hand, some_stocks
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row


def wickham(deal: Deal) -> Drawn:
    """Funds without tickers by units and unit price; the movement of the quarter and the sources of money beside."""
    dice = deal.dice
    rows = [replace(fund(dice, deal.taken), cost=None) for _ in range(dice.randrange(3, 10))]
    held = hand(deal, {"": rows}, cash=False)
    pencil = Pencil(font="Sans", size=8)
    framed(
        pencil,
        ("Wickham Retirement Services", "Retirement Savings Statement"),
        ("Bellweather Tools 401(k) Plan", f"Account ID {held.number}"),
        ("INES CALLOWAY", "Statement Period: 04/01/2026 to 06/30/2026"),
    )
    pencil.row([(40, "Your Account Summary")], "B", 14, 11)
    paid, change = money(dice, 900, 4000), money(dice, 100, 9000)
    lines = (
        ("Beginning Balance", held.total - paid - change),
        ("Your Contributions", paid),
        ("Change in Account Value", change),
    )
    for label, value in lines:
        pencil.row([(40, label), (-300, dollars(value))])
    pencil.row([(40, "Ending Balance"), (-300, dollars(held.total))], "B", 13)
    pencil.row([(40, "Vested Balance"), (-300, dollars(cents(held.total * D("0.87"))))], "", 26)
    _funds(pencil, held.rows, held.total)
    pencil.room(120)
    pencil.say("Your Contribution Summary", 40, "B", 14, 11)
    places = (40.0, -270.0, -370.0, -470.0, -560.0)
    heads = ("Source", "Period to date", "Vested percent", "Total account balance", "Total vested balance")
    pencil.row(list(zip(places, heads, strict=True)), "B")
    parts = [cents(held.total * D(share) / 100) for share in (61, 27)]
    parts.append(held.total - sum(parts, ZERO))
    for label, value in zip(("Employee Deferral", "Company Match", "Roth 401(k)"), parts, strict=True):
        pencil.row(list(zip(places, (label, "$400.00", "100%", dollars(value), dollars(value)), strict=True)))
    pencil.row([(40, "Total"), (-470, dollars(held.total))], "B", 24)
    pencil.say("Outstanding loan balance: $4,210.18 (not part of your account balance)")
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _funds(pencil: Pencil, rows: list[Row], total: D) -> None:
    """Names may be cut in two lines; the last quarter's units and price stand before those of today."""
    table = Table(
        pencil,
        [
            Column("|Investment", 40),
            Column("Shares as of|03/31/2026", -285),
            Column("Shares as of|06/30/2026", -365),
            Column("Price as of|06/30/2026", -440),
            Column("Market value as of|06/30/2026", -560),
        ],
        step=12,
        again=lambda: pencil.say("Market Value of Your Account (continued)", 40, "B", 14, 11),
    )
    pencil.say("Market Value of Your Account", 40, "B", 14, 11)
    table.head()
    for row in rows:
        table.break_page(30)
        before = (row.quantity or ZERO) * D("0.970")
        first, rest = row.name, ""
        if len(row.name) > 30:
            first, rest = row.name.rsplit(" ", 2)[0], " ".join(row.name.rsplit(" ", 2)[1:])
        table.line([first, plain(before, 3), plain(row.quantity, 3), f"${row.price:,.3f}", dollars(row.value)])
        if rest:
            table.line([rest])
    table.line(["Account Totals", "", "", "", dollars(total)], "B", 26)


def aldersey(deal: Deal) -> Drawn:
    """Symbol, name, cost, shares, price, and the balance of the last quarter before that of today."""
    dice = deal.dice
    held = hand(deal, {"": [stock(dice, deal.taken, False) for _ in range(dice.randrange(2, 9))]})
    pencil = Pencil(size=8.5)
    framed(
        pencil,
        ("Aldersey Group", "September 30, 2026, quarter-to-date statement"),
        (f"Tobias R. Marchetti - Roth IRA brokerage account - {held.number}", "Page ~"),
    )
    pencil.row([(40, "Account overview")], "B", 14, 11)
    pencil.row([(40, dollars(held.total))], "B", 16, 15)
    pencil.row([(40, "Total account value as of September 30, 2026")], "", 26)
    pencil.say("Balances and holdings for Aldersey funds", 40, "B", 16, 11)
    table = Table(
        pencil,
        [
            Column("Symbol", 40, words("symbol")),
            Column("Name", 90, words("name")),
            Column("Total cost", -340, of("cost", dollars)),
            Column("Quantity", -400, of("quantity", plain, 4)),
            Column("Price on|09/30/2026", -455, of("price", dollars)),
            Column("Balance on|06/30/2026", -520, lambda row: dollars(cents(row.value * D("0.98")))),
            Column("Balance on|09/30/2026", -585, of("value", dollars)),
        ],
        step=14,
        ruled=True,
    )
    table.head()
    table.rows(held.rows)
    pencil.row([(40, "Sweep program")], "B", 13)
    cash = dollars(held.cash)
    table.line(["", "Aldersey Cash Deposit", "-", plain(held.cash, 4), "$1.00", "$1,001.20", cash])
    table.line(
        ["Total", "", dollars(held.cost), "", "", dollars(cents(held.total * D("0.98"))), dollars(held.total)], "B"
    )
    pencil.y += 20
    pencil.say("Account activity for Aldersey funds", 40, "B", 14, 11)
    places = (40.0, 110.0, 160.0, 330.0, -470.0, -520.0, -585.0)
    pencil.row(
        list(zip(places, ("Trade date", "Symbol", "Name", "Type", "Quantity", "Price", "Amount"), strict=True)), "B"
    )
    for row in held.rows[:3]:
        cells = ("09/22/2026", row.symbol or "", row.name[:24], "Dividend reinvestment", "1.2110", dollars(row.price),
                 dollars(cents((row.price or ZERO) * D("1.211"))))  # fmt: skip
        pencil.row(list(zip(places, cells, strict=True)))
    made = held.closed(deal, as_of="2026-09-30", registration="roth_ira", sweeps=(held.cash or ZERO,))
    return pencil.drawn(made)


def downholme(deal: Deal) -> Drawn:
    """A report of a planner's software: asset classes as headings, no cost, weights, the day in the heads."""
    titles = ("Domestic Equity", "International Equity", "Alternatives")
    held = hand(deal, {title: some_stocks(deal, 2, 7) for title in titles})
    for title, rows in held.groups.items():
        held.groups[title] = [replace(row, cost=None) for row in rows]
    pencil = Pencil(landscape=True, font="Sans", size=8)
    framed(
        pencil,
        ("Downholme Advisory Partners", "Portfolio Holdings"),
        (f"Fenwick Living Trust ({held.number})", "6/30/2026"),
    )
    table = Table(
        pencil,
        [
            Column("Asset Class / Security", 40),
            Column("Ticker", 320),
            Column("Units", -450),
            Column("Price", -530),
            Column("Market Value", -640),
            Column("Weight", -720),
        ],
        step=13,
        zebra=False,
    )
    table.head()
    for title, rows in held.groups.items():
        table.break_page(40)
        value = held.sums[title][0]
        share = f"{100 * value / held.total:.2f}%"
        table.line([title, "", "", "", dollars(value), share], "B")
        for row in rows:
            table.break_page(26)
            cells = [f"   {row.name.title()}", row.symbol or "", plain(row.quantity, 2), dollars(row.price)]
            table.line([*cells, dollars(row.value), f"{100 * row.value / held.total:.2f}%"])
    table.line(["Cash & Equivalents", "", "", "", dollars(held.cash), "1.10%"], "B")
    table.line(["   US Dollar", "", plain(held.cash, 2), "$1.00", dollars(held.cash), "1.10%"])
    table.line(["Total", "", "", "", dollars(held.total), "100.00%"], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,)))
