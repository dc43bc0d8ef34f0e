"""Houses in the look of small brokers: symbols in columns, lots under positions, decoys, two accounts, bonds."""

from tools.accuracy.content import bond, number, stock, with_lots
from tools.accuracy.drawing import Pencil, dollars, plain
from tools.accuracy.planted import Deal
from tools.accuracy.truth import CENT, ZERO, D, Drawn, worth


def alderbrook(deal: Deal) -> Drawn:
    """Quantity before the symbol, a price date column, no cents in values of a side table of income."""
    dice, taken = deal.dice, deal.taken
    rows = [stock(dice, taken) for _ in range(dice.randrange(6, 40))]
    cash, account = D(dice.randrange(100, 900_000)) / 100, number(dice)
    total = deal.total(worth(rows) + cash)
    rows = deal.shown(rows)
    pencil = Pencil(size=7.5)

    def frame(one: Pencil) -> None:
        one.row([(40, "Alderbrook Trust Brokerage"), (-570, f"Account No. {account}")], "B", 14, 10)
        one.row([(40, "Statement Period June 1 - June 30, 2026"), (-570, f"Page {one.pages}")], "", 24)

    def head() -> None:
        pencil.row([(-85, "Quantity"), (95, "Symbol"), (145, "Security Description"), (-360, "Price"),
                    (370, "Price Date"), (-490, "Market Value"), (-570, "Cost Basis")], "B")  # fmt: skip

    pencil.on_page = frame
    pencil.page()
    pencil.row([(40, "Total Account Value"), (-300, dollars(total))], "B", 22, 9)
    pencil.row([(40, "Income Summary"), (-300, "This Period"), (-400, "Year to Date")], "B")
    for label, now, year in (("Dividends", "112", "1,204"), ("Interest", "9", "88"), ("Total Income", "121", "1,292")):
        pencil.row([(40, label), (-300, now), (-400, year)])
    pencil.y += 14
    pencil.row([(40, "Holdings")], "B", 16, 11)
    head()
    for row in rows:
        pencil.room(30, head)
        pencil.row([(-85, plain(row.quantity, 0)), (95, row.symbol or ""), (145, row.name),
                    (-360, plain(row.price)), (370, "06/30/26"), (-490, plain(row.value)),
                    (-570, plain(row.cost))])  # fmt: skip
    pencil.row([(145, "Cash Balance"), (-490, plain(cash))])
    pencil.rule(430, 570)
    pencil.row([(145, "Total"), (-490, plain(total))], "B")
    return pencil.drawn(deal.close(account, rows, total, cash))


def birchgate(deal: Deal) -> Drawn:
    """A security line, its lots under it in smaller type, pages that break between them without a head."""
    dice, taken = deal.dice, deal.taken
    rows = [with_lots(dice, stock(dice, taken)) for _ in range(dice.randrange(8, 22))]
    account = number(dice)
    total = deal.total(worth(rows))
    rows = deal.shown(rows)
    pencil = Pencil(landscape=True)

    def frame(one: Pencil) -> None:
        one.row([(40, "BIRCHGATE SECURITIES"), (-750, f"Account: {account}")], "B", 12, 11)
        one.row([(-750, "As of 09/30/2026")], "", 24)

    pencil.on_page = frame
    pencil.page()
    pencil.row([(40, "EQUITIES")], "B", 14, 10)
    pencil.row([(40, "Description"), (240, "Symbol"), (300, "Acquired"), (-430, "Quantity"), (-500, "Price"),
                (-590, "Market Value"), (-680, "Cost Basis"), (-755, "Gain/Loss")], "B", 14)  # fmt: skip
    for row in rows:
        pencil.room(28)
        pencil.row([(40, row.name), (240, row.symbol or ""), (-430, plain(row.quantity, 0)),
                    (-500, dollars(row.price)), (-590, dollars(row.value)), (-680, dollars(row.cost)),
                    (-755, dollars(row.gain))], "B", 11)  # fmt: skip
        for lot in row.lots:
            pencil.room(14)
            year, month, day = lot.day.split("-")
            held = (lot.quantity * (row.price or ZERO)).quantize(CENT)
            pencil.row([(300, f"{month}/{day}/{year}"), (-430, plain(lot.quantity, 0)), (-500, dollars(row.price)),
                        (-590, dollars(held)), (-680, dollars(lot.cost)), (-755, dollars(held - lot.cost))],
                       "", 11, 7)  # fmt: skip
        pencil.y += 3
    pencil.row([(40, "TOTAL EQUITIES"), (-590, dollars(total))], "B", 20)
    pencil.row([(40, "TOTAL ACCOUNT VALUE"), (-590, dollars(total))], "B")
    return pencil.drawn(deal.close(account, rows, total))


def cairnfield(deal: Deal) -> Drawn:
    """Decoys that look like holdings: a watch list, a model portfolio, realized gains, top ten by weight."""
    dice, taken = deal.dice, deal.taken
    rows = [stock(dice, taken, whole=False) for _ in range(dice.randrange(5, 15))]
    cash, account = D(dice.randrange(100, 90_000)) / 100, number(dice)
    total = deal.total(worth(rows) + cash)
    rows = deal.shown(rows)
    pencil = Pencil(font="Times", size=9)
    pencil.page()
    pencil.row([(40, "Cairnfield Wealth Partners")], "B", 20, 14)
    pencil.row([(40, f"Account Number {account}"), (300, "Statement Date: July 31, 2026")], "", 16)
    pencil.row([(40, f"Account Value: {dollars(total)}")], "B", 26, 11)
    pencil.row([(40, "Top Holdings")], "B", 14, 11)
    pencil.row([(40, "Name"), (-330, "% of Portfolio"), (-430, "Market Value")], "B")
    for row in rows[:3]:
        pencil.row([(40, row.name), (-330, "12.3%"), (-430, dollars(row.value))])
    pencil.y += 16
    pencil.row([(40, "Portfolio Positions")], "B", 14, 11)

    def head() -> None:
        pencil.row([(40, "Security"), (260, "Ticker"), (-370, "Shares"), (-430, "Price"), (-500, "Value"),
                    (-570, "Cost")], "B")  # fmt: skip

    head()
    for row in rows:
        pencil.room(28, head)
        pencil.row([(40, row.name), (260, row.symbol or ""), (-370, plain(row.quantity, 3)),
                    (-430, plain(row.price)), (-500, plain(row.value)), (-570, plain(row.cost))],
                   )  # fmt: skip
    pencil.row([(40, "Cash"), (-500, plain(cash))])
    pencil.row([(40, "Total"), (-500, plain(total))], "B", 24)
    pencil.room(140)
    pencil.row([(40, "Realized Gains Year to Date")], "B", 14, 11)
    pencil.row([(40, "Security"), (-330, "Shares Sold"), (-410, "Proceeds"), (-490, "Cost"), (-570, "Gain")], "B")
    for row in rows[:2]:
        pencil.row([(40, row.name), (-330, "10.000"), (-410, "1,000.00"), (-490, "900.00"), (-570, "100.00")])
    pencil.y += 16
    pencil.room(90)
    pencil.row([(40, "Watch List (not held in this account)")], "B", 14, 11)
    pencil.row([(40, "Security"), (260, "Ticker"), (-370, "Last Price"), (-460, "52 Week High")], "B")
    for _ in range(3):
        watched = stock(dice, taken)
        pencil.row([(40, watched.name), (260, watched.symbol or ""), (-370, plain(watched.price or ZERO)),
                    (-460, plain((watched.price or ZERO) * 2))])  # fmt: skip
    return pencil.drawn(deal.close(account, rows, total, cash))


def dunmore(deal: Deal) -> Drawn:
    """Two accounts in a row, margin cash below zero, a total for both."""
    dice, taken = deal.dice, deal.taken
    pencil = Pencil(landscape=True, size=8.5)
    pencil.page()
    pencil.row([(40, "Dunmore & Lisle")], "B", 18, 16)
    pencil.row([(40, "Household Report as of 31 August 2026")], "", 30)
    accounts = []
    for kind in ("Joint Tenants WROS", "Roth IRA"):
        rows = [stock(dice, taken) for _ in range(dice.randrange(4, 9))]
        owed = -D(dice.randrange(100, 90_000)) / 100 if kind.startswith("Joint") else D(250)
        account, total = number(dice), deal.total(worth(rows) + owed)
        rows = deal.shown(rows)
        pencil.room(220)
        pencil.row([(40, f"{kind}"), (300, f"Account {account}")], "B", 18, 11)
        pencil.row([(40, "Symbol"), (100, "Company"), (-400, "Units"), (-480, "Unit Price"), (-590, "Cost"),
                    (-700, "Current Value")], "B")  # fmt: skip
        for row in rows:
            pencil.row([(40, row.symbol or ""), (100, row.name), (-400, plain(row.quantity, 4)),
                        (-480, plain(row.price, 4)), (-590, plain(row.cost)), (-700, plain(row.value))],
                       )  # fmt: skip
        pencil.row([(100, "Margin balance" if owed < 0 else "Cash"), (-700, plain(owed))])
        pencil.row([(100, "Account total"), (-700, plain(total))], "B", 30)
        accounts.append(deal.close(account, rows, total, owed))
    return pencil.drawn(*accounts)


def elmhurst(deal: Deal) -> Drawn:
    """Bonds per 100 with CUSIP and accrued interest columns, stocks apart, subtotals, dollars on the first row only."""
    dice, taken = deal.dice, deal.taken
    bonds, shares = ([make(dice, taken) for _ in range(dice.randrange(3, 9))] for make in (bond, stock))
    cash, account = D(dice.randrange(100, 900_000)) / 100, number(dice)
    total, sums = deal.total(worth(bonds) + worth(shares) + cash), (worth(shares), worth(bonds))
    bonds, shares = deal.shown(bonds), deal.shown(shares)
    pencil = Pencil(landscape=True, size=7)
    pencil.page()
    pencil.row([(40, "ELMHURST CLEARING CORPORATION"), (-750, f"Account Number: {account}")], "B", 14, 11)
    pencil.row([(-750, "May 1, 2026 to May 31, 2026")], "", 22)
    pencil.row([(40, "NET ACCOUNT VALUE"), (-300, dollars(total))], "B", 24, 9)
    pencil.row([(40, "COMMON STOCKS")], "B", 12, 9)
    pencil.row([(40, "Description"), (-400, "Shares"), (-480, "Price"), (-590, "Market Value"), (-680, "Cost Basis")],
               "B")  # fmt: skip
    for place, row in enumerate(shares):
        sign = "$" if place == 0 else ""
        pencil.row([(40, f"{row.name} ({row.symbol})"), (-400, plain(row.quantity, 0)),
                    (-480, sign + plain(row.price)), (-590, sign + plain(row.value)),
                    (-680, sign + plain(row.cost))], "", 12)  # fmt: skip
    pencil.row([(40, "Total Common Stocks"), (-590, dollars(sums[0]))], "B", 22)
    pencil.row([(40, "MUNICIPAL BONDS")], "B", 12, 9)
    pencil.row([(40, "Description"), (300, "CUSIP"), (-430, "Face Value"), (-500, "Price"), (-590, "Market Value"),
                (-680, "Cost Basis"), (-750, "Accrued Interest")], "B")  # fmt: skip
    for row in bonds:
        accrued = D(dice.randrange(100, 30_000)) / 100
        pencil.row([(40, row.name), (300, row.cusip or ""), (-430, plain(row.quantity, 0)),
                    (-500, plain(row.price, 3)), (-590, plain(row.value)), (-680, plain(row.cost)),
                    (-750, plain(accrued))], "", 12)  # fmt: skip
    pencil.row([(40, "Total Municipal Bonds"), (-590, dollars(sums[1]))], "B", 22)
    pencil.row([(40, "Cash and Money Market"), (-590, dollars(cash))], "", 14)
    pencil.row([(40, "Total Holdings"), (-590, dollars(total))], "B")
    return pencil.drawn(deal.close(account, (*shares, *bonds), total, cash))


def farrowdale(deal: Deal) -> Drawn:
    """Names wrapped by width, the row's numbers on the last line of the name; trailing minus; asset mix beside."""
    dice, taken = deal.dice, deal.taken
    rows = [stock(dice, taken) for _ in range(dice.randrange(5, 12))]
    account = number(dice)
    total = deal.total(worth(rows))
    rows = deal.shown(rows)
    pencil = Pencil(font="Courier", size=7)
    pencil.page()
    pencil.row([(40, "FARROWDALE ADVISORS INC")], "B", 16, 11)
    pencil.row([(40, f"ACCOUNT NUMBER: {account}"), (320, "AS OF DATE: 2026-10-31")], "", 20)
    pencil.row([(40, "ASSET ALLOCATION"), (-300, "MARKET VALUE"), (-380, "PERCENT")], "B")
    pencil.row([(40, "Equity"), (-300, plain(total)), (-380, "100.00%")], "", 22)
    pencil.row([(40, "DESCRIPTION"), (170, "TICKER"), (-290, "QUANTITY"), (-360, "MKT PRICE"), (-450, "MKT VALUE"),
                (-530, "COST BASIS"), (-600, "UNREAL G/L")], "B")  # fmt: skip
    for row in rows:
        first, _, rest = row.name.partition(" ")
        gain = row.gain or ZERO
        signed = f"{-gain:,.2f}-" if gain < 0 else plain(gain)
        pencil.row([(40, first), (170, row.symbol or ""), (-290, plain(row.quantity, 2)),
                    (-360, plain(row.price)), (-450, plain(row.value)), (-530, plain(row.cost)),
                    (-600, signed)], "", 8)  # fmt: skip
        pencil.row([(40, rest)], "", 14)
    pencil.row([(40, "TOTAL PORTFOLIO"), (-450, plain(total))], "B")
    return pencil.drawn(deal.close(account, rows, total))
