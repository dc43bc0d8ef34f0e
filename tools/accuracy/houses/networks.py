"""Houses of many countries and kinds: European numbers, options, a plan, tables over pages, one row a lot, a CSV."""

from dataclasses import replace

from tools.accuracy.content import bond, earlier, name, number, stock, with_lots
from tools.accuracy.drawing import Pencil, dollars, european, plain
from tools.accuracy.planted import Deal
from tools.accuracy.truth import CENT, ZERO, D, Drawn, Lot, Row, spent, worth


def gorsehill(deal: Deal) -> Drawn:
    """European numbers, whole page of shares, ISIN-less, name first, the total as a sentence at the end."""
    dice, taken = deal.dice, deal.taken
    rows = [stock(dice, taken) for _ in range(dice.randrange(5, 16))]
    account = number(dice)
    total = deal.total(worth(rows))
    rows = deal.shown(rows)
    pencil = Pencil(size=9)
    pencil.page()
    pencil.row([(40, "Gorsehill Private Bank")], "B", 18, 13)
    pencil.row([(40, f"Account number: {account}"), (-570, "Valuation date: 31.07.2026")], "", 26)
    pencil.row([(40, "Security"), (230, "Symbol"), (-340, "Quantity"), (-410, "Price"), (-490, "Market value"),
                (-570, "Cost value")], "B", 15)  # fmt: skip
    for row in rows:
        pencil.row([(40, row.name), (230, row.symbol or ""), (-340, european(row.quantity, 0)),
                    (-410, european(row.price)), (-490, european(row.value)),
                    (-570, european(row.cost))])  # fmt: skip
    pencil.row([(40, "Total"), (-490, european(total))], "B")
    return pencil.drawn(deal.close(account, rows, total))


def hollowell(deal: Deal) -> Drawn:
    """Lots in a table of their own look: unit cost and total cost, `Total` per security, heads on each page."""
    dice, taken = deal.dice, deal.taken
    rows = [with_lots(dice, stock(dice, taken), 4) for _ in range(dice.randrange(6, 14))]
    account = number(dice)
    total = deal.total(worth(rows))
    rows = deal.shown(rows)
    pencil = Pencil(landscape=True, size=7.5)

    def frame(one: Pencil) -> None:
        one.row([(40, "Hollowell Financial Network"), (-750, f"Account {account}")], "B", 12, 10)
        one.row([(40, "Brokerage Account Statement"), (-750, "For the quarter ended March 31, 2026")], "", 26)

    def head() -> None:
        pencil.row([(-330, "Trade"), (-540, "Average"), (-620, "Total"), (-700, "Market"), (-755, "Unrealized")],
                   "B", 9)  # fmt: skip
        pencil.row([(40, "Security Name"), (-330, "Date"), (-400, "Shares"), (-470, "Price"), (-540, "Unit Cost"),
                    (-620, "Cost"), (-700, "Value"), (-755, "Gain/(Loss)")], "B", 14)  # fmt: skip

    pencil.on_page = frame
    pencil.page()
    pencil.row([(40, "Your Account Value"), (-300, dollars(total))], "B", 22, 9)
    pencil.row([(40, "Equities")], "B", 14, 10)
    head()
    for row in rows:
        pencil.room(14 * (len(row.lots) + 2), head)
        pencil.row([(40, f"{row.name} ({row.symbol})")], "B", 12)
        for lot in row.lots:
            year, month, day = lot.day.split("-")
            held = (lot.quantity * (row.price or ZERO)).quantize(CENT)
            unit = (lot.cost / lot.quantity).quantize(D("0.0001"))
            pencil.row([(-330, f"{month}-{day}-{year[2:]}"), (-400, plain(lot.quantity, 0)),
                        (-470, plain(row.price)), (-540, plain(unit, 4)), (-620, plain(lot.cost)),
                        (-700, plain(held)), (-755, dollars(held - lot.cost).replace("$", ""))], "", 11)  # fmt: skip
        pencil.row([(-330, "Total"), (-400, plain(row.quantity, 0)), (-620, plain(row.cost)),
                    (-700, plain(row.value)), (-755, dollars(row.gain).replace("$", ""))], "B", 16)  # fmt: skip
    pencil.row([(40, "Total Equities"), (-620, plain(sum((row.cost or ZERO for row in rows), ZERO))),
                (-700, plain(total))], "B")  # fmt: skip
    return pencil.drawn(deal.close(account, rows, total))


def inverlay(deal: Deal) -> Drawn:
    """Options and shorts beside shares; columns change places between the sections; yields and incomes as decoys."""
    dice, taken = deal.dice, deal.taken
    rows = [stock(dice, taken) for _ in range(dice.randrange(4, 9))]
    written = []
    for row in rows[:2]:
        count, price = -D(dice.randrange(1, 9)), D(dice.randrange(20, 900)) / 100
        title = f"CALL {row.symbol} 01/15/27 {dice.randrange(20, 90)}.00"
        written.append(Row(None, title, count, price, (count * price * 100).quantize(CENT)))
    account, cash = number(dice), D(dice.randrange(100, 90_000)) / 100
    total, sums = deal.total(worth(rows) + worth(written) + cash), (worth(rows), worth(written))
    rows, written = deal.shown(rows), deal.shown(written)
    pencil = Pencil(landscape=True)
    pencil.page()
    pencil.row([(40, "INVERLAY MARKETS"), (-750, f"Account #{account}")], "B", 14, 12)
    pencil.row([(-750, "Statement date November 30, 2026")], "", 24)
    pencil.row([(40, "Equities")], "B", 14, 10)
    pencil.row([(40, "Symbol"), (100, "Description"), (-380, "Qty"), (-450, "Last"), (-540, "Market Value"),
                (-620, "Cost"), (-690, "Est. Income"), (-750, "Yield")], "B")  # fmt: skip
    for row in rows:
        pencil.row([(40, row.symbol or ""), (100, row.name), (-380, plain(row.quantity, 0)),
                    (-450, plain(row.price)), (-540, dollars(row.value)), (-620, dollars(row.cost)),
                    (-690, dollars(D(dice.randrange(100, 9999)) / 100)), (-750, "1.25%")])  # fmt: skip
    pencil.row([(100, "Total Equities"), (-540, dollars(sums[0]))], "B", 24)
    pencil.row([(40, "Options")], "B", 14, 10)
    pencil.row([(40, "Description"), (-380, "Contracts"), (-450, "Price"), (-540, "Market Value")], "B")
    for row in written:
        pencil.row([(40, row.name), (-380, plain(row.quantity, 0)), (-450, plain(row.price)),
                    (-540, dollars(row.value))])  # fmt: skip
    pencil.row([(100, "Total Options"), (-540, dollars(sums[1]))], "B", 24)
    pencil.row([(40, "Cash balance"), (-540, dollars(cash))])
    pencil.row([(40, "Total account value"), (-540, dollars(total))], "B")
    return pencil.drawn(deal.close(account, (*rows, *written), total, cash))


def juniper(deal: Deal) -> Drawn:
    """A plan: funds without tickers, values without cents, beginning and ending balances, contributions as decoys."""
    dice = deal.dice
    rows: list[Row] = []
    for _ in range(dice.randrange(4, 9)):
        units, price = D(dice.randrange(10_000, 9_000_000)) / 1000, D(dice.randrange(1000, 9000)) / 100
        title = f"{name(dice).split()[0].title()} {dice.choice(('Growth Fund', 'Target 2045 Fund', 'Bond Index Fund'))}"
        if title not in [row.name for row in rows]:
            rows.append(Row(None, title, units, price, (units * price).quantize(D(1))))
    account = number(dice)
    total = deal.total(worth(rows))
    rows = deal.shown(rows)
    pencil = Pencil(size=9)
    pencil.page()
    pencil.row([(40, "Juniper Retirement Services")], "B", 18, 14)
    pencil.row([(40, "Plan: Acorn Mills 401(k) Savings Plan")], "", 14)
    pencil.row([(40, f"Account Number: {account}"), (330, "Period ending 12/31/2025")], "", 24)
    pencil.row([(40, "Contribution Summary"), (-330, "This Period"), (-430, "Year to Date")], "B")
    pencil.row([(40, "Employee"), (-330, "1,500"), (-430, "6,000")])
    pencil.row([(40, "Employer Match"), (-330, "750"), (-430, "3,000")], "", 24)
    pencil.row([(40, "Investment Option"), (-320, "Beginning Balance"), (-400, "Units"), (-470, "Unit Value"),
                (-570, "Ending Balance")], "B")  # fmt: skip
    for row in rows:
        pencil.row([(40, row.name), (-320, f"${plain(row.value - 117, 0)}"), (-400, plain(row.quantity, 3)),
                    (-470, dollars(row.price)), (-570, f"${plain(row.value, 0)}")])  # fmt: skip
    pencil.row([(40, "Total"), (-320, f"${plain(total - 117 * len(rows), 0)}"),
                (-570, f"${plain(total, 0)}")], "B")  # fmt: skip
    return pencil.drawn(deal.close(account, rows, total))


def kelmscott(deal: Deal) -> Drawn:
    """Long tables over pages without a repeated head, sections continued, activity and interest rates after them."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken, whole=False) for _ in range(dice.randrange(30, 70))]
    bonds = [bond(dice, taken) for _ in range(dice.randrange(3, 8))]
    cash, account = D(dice.randrange(100, 900_000)) / 100, number(dice)
    total = deal.total(worth(shares) + worth(bonds) + cash)
    sums = {"Stocks": (worth(shares), spent(shares)), "Corporate Bonds": (worth(bonds), spent(bonds))}
    shares, bonds = deal.shown(shares), deal.shown(bonds)
    pencil = Pencil(size=7)

    def frame(one: Pencil) -> None:
        one.row([(40, "Kelmscott & Daughters, Investment Bankers")], "B", 12, 10)
        one.row([(40, f"Account number {account}"), (250, "April 30, 2026"), (-570, f"{one.pages}")], "", 22)

    pencil.on_page = frame
    pencil.page()
    pencil.row([(40, "Ending Account Value"), (-250, dollars(total))], "B", 22, 9)
    for title, rows in (("Stocks", shares), ("Corporate Bonds", bonds)):
        pencil.room(60)
        pencil.row([(40, title)], "B", 13, 9)
        pencil.row([(40, "Description"), (230, "Symbol/CUSIP"), (-360, "Quantity"), (-430, "Price"),
                    (-505, "Value"), (-575, "Cost Basis")], "B")  # fmt: skip
        for row in rows:
            if pencil.y + 26 > pencil.bottom:
                pencil.page()
                pencil.row([(40, f"{title} (continued)")], "B", 13, 9)
            digits = 0 if title != "Stocks" else 3
            held = plain(row.quantity, digits)
            pencil.row([(40, row.name), (230, row.symbol or row.cusip or ""), (-360, held),
                        (-430, plain(row.price, 3 if row.cusip else 2)), (-505, plain(row.value)),
                        (-575, plain(row.cost))])  # fmt: skip
        pencil.row([(40, f"Total {title}"), (-505, plain(sums[title][0])),
                    (-575, plain(sums[title][1]))], "B", 22)  # fmt: skip
    pencil.room(120)
    pencil.row([(40, "Cash and cash equivalents"), (-505, plain(cash))], "", 24)
    pencil.row([(40, "Transaction History")], "B", 13, 9)
    pencil.row([(40, "Date"), (100, "Activity"), (180, "Description"), (-400, "Quantity"), (-575, "Amount")], "B")
    pencil.row([(40, "04/12/26"), (100, "Bought"), (180, shares[0].name), (-400, "10"), (-575, "-1,000.00")])
    pencil.row([(40, "04/19/26"), (100, "Dividend"), (180, shares[1].name), (-575, "12.34")])
    return pencil.drawn(deal.close(account, (*shares, *bonds), total, cash))


def larkrise(deal: Deal) -> Drawn:
    """Each position one row with its date, cost per share and total; the symbol in brackets under the name."""
    dice, taken = deal.dice, deal.taken
    rows = []
    for _ in range(dice.randrange(5, 12)):
        row = stock(dice, taken)
        lot = Lot(earlier(dice), row.quantity or ZERO, row.cost or ZERO)
        rows.append(replace(row, lots=(lot,)))
    account = number(dice)
    total = deal.total(worth(rows))
    rows = [replace(row, lots=(replace(row.lots[0], quantity=row.quantity or ZERO),)) for row in deal.shown(rows)]
    pencil = Pencil(landscape=True, font="Times", size=9)
    pencil.page()
    pencil.row([(40, "Larkrise Investments"), (-750, f"Account number: {account}")], "B", 16, 13)
    pencil.row([(-750, "As of February 28, 2026")], "", 26)
    pencil.row([(40, "Investment"), (250, "Purchase Date"), (-390, "Shares"), (-460, "Cost/Share"),
                (-550, "Total Cost"), (-610, "Price"), (-690, "Market Value"), (-750, "% of Total")], "B")  # fmt: skip
    for row in rows:
        bought = "{1}/{2}/{0}".format(*row.lots[0].day.split("-"))
        unit = ((row.cost or ZERO) / (row.quantity or D(1))).quantize(D("0.001"))
        pencil.row([(40, row.name), (250, bought), (-390, plain(row.quantity, 0)),
                    (-460, plain(unit, 3)), (-550, dollars(row.cost)), (-610, dollars(row.price)),
                    (-690, dollars(row.value)), (-750, "5.0%")], "", 10)  # fmt: skip
        pencil.row([(40, f"({row.symbol})")], "", 15, 8)
    pencil.row([(40, "Portfolio Total"), (-690, dollars(total))], "B")
    return pencil.drawn(deal.close(account, rows, total))


def netherby(deal: Deal) -> Drawn:
    """A CSV with a preamble, semicolons and a footer."""
    dice, taken = deal.dice, deal.taken
    rows = [stock(dice, taken, whole=False) for _ in range(dice.randrange(5, 40))]
    account = number(dice)
    total = deal.total(worth(rows))
    rows = deal.shown(rows)
    lines = [f"Netherby Online;Account {account};as of 03/31/2026", "",
             "Symbol;Description;Quantity;Price;Market Value;Cost Basis"]  # fmt: skip
    lines += [f"{row.symbol};{row.name};{row.quantity};{row.price};{row.value};{row.cost}" for row in rows]
    lines += [f"Account Total;;;;{total};", "", "Prices are delayed."]
    made = deal.close(account, rows, total)
    return Drawn("\n".join(lines).encode(), (made,), ".csv")
