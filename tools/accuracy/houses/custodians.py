"""Houses of trust banks and custodians: sectors, pools with factors, dates of value per row."""

from dataclasses import replace

from tools.accuracy.content import bond, cents, money, note, stock, venture
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, of, plain, us_day, words
from tools.accuracy.houses.hands import framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn


def northolt(deal: Deal) -> Drawn:
    """Assets by class, then sector; identifiers under names; a pool with its factor below; accrual; two cashes."""
    dice, taken = deal.dice, deal.taken
    sectors = {
        title: [stock(dice, taken, odd=place == 0) for place in range(dice.randrange(2, 5))]
        for title in ("Consumer Discretionary", "Health Care", "Industrials")
    }
    bonds = [replace(bond(dice, taken), accrued=money(dice, 5, 900)) for _ in range(dice.randrange(2, 6))]
    held = hand(deal, {**sectors, "Corporate Bonds": bonds})
    pencil = Pencil(landscape=True, font="Times", size=8)
    framed(
        pencil,
        ("Northolt Trust", "April 1, 2026 - April 30, 2026"),
        (f"Account Number {held.number}", "OKONJO-HALE CHARITABLE REMAINDER UNITRUST"),
        ("Portfolio Details", "Page ~ of 31"),
    )
    table = Table(
        pencil,
        [
            Column("Description/|Identifier", 40),
            Column("Shares/|PAR value", -320),
            Column("Market|Price", -380),
            Column("Market|Value", -470),
            Column("Cost", -560),
            Column("Unrealized|Gain/(Loss)", -640),
            Column("Accrued|Income", -700),
            Column("% of|Assets", -745),
        ],
        step=9,
    )
    table.head()
    for title, rows in held.groups.items():
        table.break_page(60)
        if title == "Consumer Discretionary":
            pencil.say("Equity Securities", 40, "B", 12, 9)
        if title == "Corporate Bonds":
            equity = held.value - held.sums[title][0], held.cost - held.sums[title][1]
            table.line(["Total Equity Securities", "", "", dollars(equity[0]), dollars(equity[1])], "B", 20)
            pencil.say("Fixed Income Securities", 40, "B", 12, 9)
        pencil.say(title, 46, "B", 11)
        for row in rows:
            table.break_page(28)
            table.line(
                [
                    row.name,
                    plain(row.quantity, 3),
                    plain(row.price, 4),
                    plain(row.value),
                    plain(row.cost),
                    bracketed(row.gain),
                    plain(row.accrued) or "0.00",
                    "1.1%",
                ]
            )
            pencil.say(f"({row.symbol})" if row.symbol else f"CUSIP: {row.cusip}", 52, "", 13, 7)
        value, cost = held.sums[title]
        table.line([f"Total {title}", "", "", dollars(value), dollars(cost), bracketed(value - cost)], "B", 18)
    table.line(["Total Fixed Income Securities", "", "", dollars(value), dollars(cost)], "B", 20)
    pencil.say("Cash and Short Term Investments", 40, "B", 12, 9)
    income = cents((held.cash or ZERO) / 3)
    table.line(
        ["Principal Cash", "", "1.0000", plain((held.cash or ZERO) - income), plain((held.cash or ZERO) - income)],
        "",
        12,
    )
    table.line(["Income Cash", "", "1.0000", plain(income), plain(income)], "", 12)
    table.line(["Total Cash and Short Term Investments", "", "", dollars(held.cash), dollars(held.cash)], "B", 20)
    table.line(["Total Portfolio", "", "", dollars(held.total), dollars(held.cost + (held.cash or ZERO))], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-04-30"))


def factorby(deal: Deal) -> Drawn:
    """Pools of mortgages: original face, a factor, the current face and a price for 100 of it; payments as decoys."""
    dice, taken = deal.dice, deal.taken
    rows, faces, factors = [], {}, {}
    for _ in range(dice.randrange(3, 10)):
        original, factor = D(dice.randrange(2, 80) * 5000), D(dice.randrange(5_000_000, 99_000_000)) / 100_000_000
        face, price = cents(original * factor), D(dice.randrange(88_000, 104_000)) / 1000
        made = replace(bond(dice, taken), kinds=("bond",), quantity=face, price=price, value=cents(face * price / 100))
        pool = replace(
            made,
            name=f"GRANITE MTG POOL #{dice.randrange(100_000, 999_999)} {dice.randrange(8, 26) / 4:.3f}% 05/20/2047",
            cost=cents(made.value * D("1.02")),
            accrued=money(dice, 2, 90),
        )
        faces[made.cusip], factors[made.cusip] = original, factor
        rows.append(pool)
    held = hand(deal, {"Mortgage-Backed": rows})
    pencil = Pencil(landscape=True, size=7.5)
    framed(
        pencil,
        ("FACTORBY CLEARING SERVICES", f"Account No: {held.number}"),
        ("Statement of Positions", "As of 31-JUL-26"),
    )
    table = Table(
        pencil,
        [
            Column("CUSIP", 40, words("cusip")),
            Column("Description", 100, words("name")),
            Column("Original Face", -390, lambda row: plain(faces[row.cusip], 0)),
            Column("Factor", -450, lambda row: f"{factors[row.cusip]:.8f}"),
            Column("Current Face", -520, of("quantity")),
            Column("Price", -565, of("price", plain, 3)),
            Column("Market Value", -640, of("value")),
            Column("Accrued Int", -695, of("accrued")),
            Column("Cost", -755, of("cost")),
        ],
    )
    table.head()
    table.rows(held.rows)
    value, cost = held.sums["Mortgage-Backed"]
    owed = sum((row.accrued or ZERO for row in rows), ZERO)
    table.line(["", "Total Mortgage-Backed", "", "", "", "", plain(value), plain(owed), plain(cost)], "B", 20)
    table.line(["", "Free credit balance", "", "", "", "", plain(held.cash)])
    table.line(["", "Total priced positions and cash", "", "", "", "", plain(held.total)], "B", 26)
    pencil.room(60)
    pencil.say("Principal and interest received this month", 40, "B", 12)
    for row in held.rows[:3]:
        pencil.row([(40, "20-JUL-26"), (100, row.name), (-390, "P&I"), (-520, "412.20"), (-640, "88.11")])
    return pencil.drawn(held.closed(deal, as_of="2026-07-31"))


def millhouse(deal: Deal) -> Drawn:
    """A custodian of private assets: rows of three lines, values of different days, notes, nothing with a ticker."""
    dice, taken = deal.dice, deal.taken
    funds = [venture(dice, taken) for _ in range(dice.randrange(2, 6))]
    notes = [note(dice, taken) for _ in range(dice.randrange(1, 4))]
    held = hand(deal, {"Limited Partnerships": funds, "Structured Notes": notes})
    pencil = Pencil(landscape=True, font="Sans", size=8)
    framed(
        pencil,
        ("Millhouse Alternative Custody", "Quarterly statement of account"),
        (f"IRA FBO Odalys Fenwick    Account {held.number}", "Period ended September 30, 2026"),
    )
    pencil.row([(40, "Account value"), (-300, dollars(held.total))], "B", 24, 11)
    table = Table(
        pencil,
        [
            Column("Asset", 40),
            Column("Committed|Contributed", -360),
            Column("Remaining|commitment", -460),
            Column("Valued|on", 490),
            Column("Estimated|value", -650),
        ],
        step=11,
    )
    pencil.say("Limited Partnerships", 40, "B", 13, 9)
    table.head()
    for row in held.groups["Limited Partnerships"]:
        table.break_page(36)
        table.line(
            [row.name, dollars(row.commitment), dollars(row.unfunded), us_day(row.nav_date or ""), dollars(row.value)],
            "",
            10,
        )
        table.line(["Limited partner interest; not readily marketable", dollars(row.called)], "", 16)
    table.line(["Total Limited Partnerships", "", "", "", dollars(held.sums["Limited Partnerships"][0])], "B", 24)
    pencil.room(80)
    pencil.say("Structured Notes", 40, "B", 13, 9)
    notes_table = Table(
        pencil,
        [
            Column("Note", 40, words("name")),
            Column("CUSIP", 400, words("cusip")),
            Column("Principal|amount", -530, of("quantity", dollars)),
            Column("Bid|per 100", -590, of("price")),
            Column("Estimated|value", -680, of("value", dollars)),
            Column("Paid", -755, of("cost", dollars)),
        ],
    )
    notes_table.head()
    notes_table.rows(held.groups["Structured Notes"])
    notes_table.line(["Total Structured Notes", "", "", "", dollars(held.sums["Structured Notes"][0])], "B", 24)
    pencil.row([(40, "Undirected cash"), (-650, dollars(held.cash))])
    pencil.row([(40, "Total account value"), (-650, dollars(held.total))], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-09-30"))
