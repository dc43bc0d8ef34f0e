"""Houses without one plain table: cards side by side, labels with values, two columns of a page, lines of one piece."""

from dataclasses import replace

from tools.accuracy.content import cents, earlier, fund, money, number, stock, venture
from tools.accuracy.drawing import Column, Pencil, Table, dollars, of, plain, us_day
from tools.accuracy.planted import Deal
from tools.accuracy.truth import D, Drawn, Lot, Row, spent, worth


def carrowmore(deal: Deal) -> Drawn:
    """Each fund a card of labels and values, two cards beside each other; the total at the top alone."""
    dice = deal.dice
    rows = [replace(fund(dice, deal.taken), cost=None) for _ in range(dice.randrange(2, 7))]
    account = number(dice)
    total = deal.total(worth(rows))
    rows = deal.shown(rows)
    pencil = Pencil(font="Sans", size=9)
    pencil.page()
    pencil.row([(40, "Carrowmore Mutual Funds"), (-570, "Second quarter 2026")], "B", 16, 14)
    pencil.row([(40, f"Account {account}"), (-570, "Values as of 06/30/2026")], "", 20)
    pencil.row([(40, "Total of your funds"), (-300, dollars(total))], "B", 30, 12)
    for first in range(0, len(rows), 2):
        pencil.room(90)
        top = pencil.y
        for left, row in zip((40, 320), rows[first : first + 2], strict=False):
            pencil.y = top
            pencil.row([(left, row.name)], "B", 14)
            for label, text in (("Shares owned", plain(row.quantity, 3)), ("Share price", f"${row.price:,.3f}"),
                                ("Value", dollars(row.value))):  # fmt: skip
                pencil.row([(left, label), (-left - 220, text)])
        pencil.y = top + 76
    return pencil.drawn(deal.close(account, rows, total, as_of="2026-06-30"))


def newlyn(deal: Deal) -> Drawn:
    """One table that runs down the left half of the page and on in the right half, as in a newspaper."""
    dice = deal.dice
    rows = [stock(dice, deal.taken) for _ in range(dice.randrange(12, 40))]
    rows = [replace(row, cost=None) for row in rows]
    cash, account = money(dice, 10, 9000), number(dice)
    total = deal.total(worth(rows) + cash)
    rows = deal.shown(rows)
    pencil = Pencil(size=7)
    pencil.page()
    pencil.row([(40, "Newlyn Securities"), (-570, f"Account no. {account}")], "B", 14, 11)
    pencil.row([(40, "Monthly statement - November 30, 2026")], "", 24)
    half, top = (len(rows) + 1) // 2, pencil.y
    for left, part in ((40, rows[:half]), (316, rows[half:])):
        pencil.y = top
        table = Table(pencil, [
            Column("Stock", left, lambda row: f"{row.name[:24]} ({row.symbol})"),
            Column("Shares", -left - 165, of("quantity", plain, 0)),
            Column("Price", -left - 205, of("price")), Column("Value", -left - 258, of("value")),
        ], step=11)  # fmt: skip
        table.head()
        table.rows(part)
    pencil.row([(316, "Cash"), (-574, plain(cash))], "", 11)
    pencil.row([(316, "Total"), (-574, plain(total))], "B")
    rows = [replace(row, name=row.name[:24]) for row in rows]
    return pencil.drawn(deal.close(account, rows, total, cash, as_of="2026-11-30"))


def stanmore(deal: Deal) -> Drawn:
    """An employer's stock plan: one share, its price in a sentence, lots in a table, unvested awards as a decoy."""
    dice = deal.dice
    base = stock(dice, deal.taken)
    price = base.price or D(1)
    lots = []
    for _ in range(dice.randrange(2, 8)):
        held = D(dice.randrange(5, 300))
        lots.append(Lot(earlier(dice), held, cents(held * price * D(dice.randrange(40, 130)) / 100)))
    shares = sum((lot.quantity for lot in lots), D(0))
    paid = sum((lot.cost for lot in lots), D(0))
    row = Row(base.symbol, base.name, shares, price, cents(shares * price), paid, lots=tuple(lots))
    account = number(dice)
    total = deal.total(row.value)
    rows = deal.shown([row])
    row = rows[0]
    pencil = Pencil(font="Sans", size=8)
    pencil.page()
    pencil.row([(40, "Stanmore Equity Plan Services")], "B", 16, 14)
    pencil.row([(40, f"Participant account: {account}"), (-570, "Statement date: 06/30/2026")], "", 26)
    pencil.row(
        [(40, f"{row.name} ({row.symbol})"), (-570, f"Closing price on 06/30/2026: {dollars(row.price)}")], "B", 20, 10
    )
    pencil.say("Shares available for sale", 40, "B", 14, 10)
    table = Table(pencil, [
        Column("Acquired", 40), Column("Plan", 110), Column("Shares", -260), Column("Cost Basis|Per Share", -330),
        Column("Cost Basis", -410), Column("Market Value", -500), Column("Gain/Loss", -570),
    ])  # fmt: skip
    table.head()
    for place, lot in enumerate(row.lots):
        held = cents(lot.quantity * (row.price or D(0)))
        table.line([us_day(lot.day), ("RSU", "ESPP")[place % 2], plain(lot.quantity, 0),
        dollars(cents(lot.cost / lot.quantity)),
                    dollars(lot.cost), dollars(held), dollars(held - lot.cost)])  # fmt: skip
    table.line(
        ["Total", "", plain(row.quantity, 0), "", dollars(row.cost), dollars(row.value), dollars(row.gain)], "B", 28
    )
    pencil.say("Unvested awards (not included in your account value)", 40, "B", 14, 10)
    pencil.row([(40, "Grant date"), (110, "Award"), (-260, "Granted"), (-330, "Vested"), (-410, "Unvested"),
                (-500, "Estimated value")], "B")  # fmt: skip
    for _ in range(3):
        left = dice.randrange(10, 400)
        pencil.row([(40, "03/15/2025"), (110, "RSU"), (-260, str(left * 2)), (-330, str(left)), (-410, str(left)),
                    (-500, dollars(left * (row.price or D(0))))])  # fmt: skip
    pencil.y += 12
    pencil.row([(40, "Total account value"), (-500, dollars(total))], "B")
    return pencil.drawn(deal.close(account, rows, total, as_of="2026-06-30"))


def dripford(deal: Deal) -> Drawn:
    """A transfer agent: one share, certificates and book entry apart, then a reinvestment; labels beside values."""
    dice = deal.dice
    row = replace(stock(dice, deal.taken, whole=False), cost=None)
    account = number(dice)
    total = deal.total(row.value)
    row = deal.shown([row])[0]
    pencil = Pencil(font="Times", size=10)
    pencil.page()
    pencil.row([(40, "Dripford Shareholder Services")], "B", 20, 14)
    for label, text in (("Company:", row.name), ("Stock symbol:", row.symbol or ""), ("Account number:", account),
                        ("Registration:", "INES CALLOWAY & TOBIAS CALLOWAY JT TEN"),
                        ("Statement date:", "September 15, 2026")):  # fmt: skip
        pencil.row([(40, label), (180, text)])
    pencil.y += 14
    pencil.say("Account summary", 40, "B", 16, 11)
    pencil.row([(40, "Certificated"), (-250, "Book entry"), (-340, "Total shares"), (-430, "Market price"),
                (-540, "Market value")], "B")  # fmt: skip
    quantity = row.quantity or D(0)
    pencil.row([(-90, "2.000"), (-250, plain(quantity - 2, 3)), (-340, plain(quantity, 3)), (-430, dollars(row.price)),
                (-540, dollars(row.value))], "", 26)  # fmt: skip
    pencil.say("Transaction history", 40, "B", 16, 11)
    pencil.row([(40, "Date"), (120, "Transaction"), (-330, "Amount"), (-430, "Price"), (-540, "Shares")], "B")
    pencil.row(
        [
            (40, "09/15/2026"),
            (120, "Dividend reinvestment"),
            (-330, "$61.02"),
            (-430, dollars(row.price)),
            (-540, "1.022"),
        ],
        "",
        26,
    )
    pencil.row([(40, "Total account value"), (-540, dollars(total))], "B")
    return pencil.drawn(deal.close(account, [row], total, as_of="2026-09-15", registration="taxable_joint"))


def capelthorne(deal: Deal) -> Drawn:
    """A capital account of one private fund: a roll-forward from beginning to ending capital, then the commitment."""
    dice = deal.dice
    row = venture(dice, deal.taken)
    row = replace(row, nav_date="2026-06-30")
    account = number(dice)
    total = deal.total(row.value)
    row = deal.shown([row])[0]
    pencil = Pencil(font="Serif", size=9)
    pencil.page()
    pencil.say(f"{row.name}\nCapital Account Statement\nFor the quarter ended June 30, 2026", 40, "B", 16, 12)
    pencil.row([(40, "Limited partner:"), (200, "Calloway Family LLC")])
    pencil.row([(40, "Investor account number:"), (200, account)], "", 26)
    pencil.row([(-420, "Quarter to date"), (-540, "Since inception")], "B")
    start = cents(row.value * D("0.97"))
    for label, now, ever in (("Beginning capital balance", start, D(0)), ("Capital contributions", D(0), row.called),
                             ("Distributions", D(0), -cents(row.value / 9)),
                             ("Net investment income", row.value - start, D(1200)),
                             ("Ending capital balance (Net Asset Value)", row.value, row.value)):  # fmt: skip
        pencil.row([(40, label), (-420, dollars(now)), (-540, dollars(ever))], "B" if "Ending" in label else "")
    pencil.y += 14
    for label, value in (("Total commitment", row.commitment), ("Contributed capital", row.called),
                         ("Unfunded commitment", row.unfunded)):  # fmt: skip
        pencil.row([(40, label), (-420, dollars(value))])
    pencil.row([(40, "Total value of your interest"), (-420, dollars(total))], "B")
    return pencil.drawn(deal.close(account, [row], total, as_of="2026-06-30"))


def fernhill(deal: Deal) -> Drawn:
    """A mainframe: each line one piece of text in fixed letters, sums of pages carried and brought forward."""
    dice = deal.dice
    rows = [stock(dice, deal.taken, odd=place % 3 == 0) for place in range(dice.randrange(8, 45))]
    cash, account = money(dice, 10, 9000), number(dice)
    total, paid = deal.total(worth(rows) + cash), spent(rows)
    rows = deal.shown(rows)
    pencil = Pencil(font="Courier", size=8)

    def frame(one: Pencil) -> None:
        one.say(
            f"FERNHILL NATIONAL BANK        TRUST DIVISION                   ACCT NO {account}    PAGE {one.pages:3d}",
            30,
        )
        one.say("LIST OF ASSETS AS OF 12/31/25", 30, step=22)
        one.say(f"{'UNITS':>12}  {'DESCRIPTION':<34}{'TICKER':<8}{'PRICE':>10}{'COST':>15}{'MARKET':>16}", 30)
        one.say("-" * 99, 30)

    pencil.on_page = frame
    pencil.page()
    running = D(0)
    for row in rows:
        if pencil.y + 40 > pencil.bottom:
            pencil.say(f"{'':14}{'PAGE TOTAL CARRIED FORWARD':<67}{plain(running):>16}", 30)
            pencil.page()
            pencil.say(f"{'':14}{'BROUGHT FORWARD':<67}{plain(running):>16}", 30)
        running += row.value
        figures = f"{plain(row.price):>10}{plain(row.cost):>15}{plain(row.value):>16}"
        pencil.say(f"{plain(row.quantity, 0):>12}  {row.name[:33]:<34}{row.symbol:<8}{figures}", 30)
    pencil.say(f"{'':14}{'UNINVESTED CASH':<42}{'':10}{plain(cash):>15}{plain(cash):>16}", 30)
    pencil.say("-" * 99, 30)
    pencil.say(f"{'':14}{'*** TOTAL ASSETS ***':<42}{'':10}{plain(paid + cash):>15}{plain(total):>16}", 30)
    return pencil.drawn(deal.close(account, rows, total, cash, as_of="2025-12-31"))
