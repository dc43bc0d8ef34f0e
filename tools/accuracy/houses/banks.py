"""Houses in the look of trust departments and private banks: stacked cells, ISINs, apostrophes, lots alone."""

from dataclasses import replace

from tools.accuracy.content import bond, isin, money, number, stock, with_lots
from tools.accuracy.drawing import A4, Column, Pencil, Table, bracketed, of, plain, swiss, us_day, words
from tools.accuracy.planted import Deal
from tools.accuracy.truth import D, Drawn, spent, worth


def quarrystone(deal: Deal) -> Drawn:
    """A trust department: shares first, the price under the value in one cell, principal and income cash, incomes."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken) for _ in range(dice.randrange(5, 14))]
    bonds = [bond(dice, taken) for _ in range(dice.randrange(3, 8))]
    principal, income, account = money(dice, 5, 90_000), money(dice, 1, 900), number(dice)
    groups = {"EQUITY SECURITIES": shares, "FIXED INCOME SECURITIES": bonds}
    total = deal.total(worth(shares) + worth(bonds) + principal + income)
    sums = {title: (worth(rows), spent(rows)) for title, rows in groups.items()}
    groups = {title: deal.shown(rows) for title, rows in groups.items()}
    pencil = Pencil(font="Times", size=9)

    def frame(one: Pencil) -> None:
        one.row([(40, "QUARRYSTONE TRUST COMPANY, N.A."), (-570, f"ACCOUNT {account}")], "B", 12)
        one.row([(40, "OKONJO-HALE FAMILY TRUST U/A DTD 03/14/2009"), (-570, f"PAGE {one.pages}")], "", 12)
        one.row([(40, "STATEMENT OF ASSETS AS OF MAY 31, 2026")], "B", 26)

    pencil.on_page = frame
    pencil.page()
    table = Table(pencil, [
        Column("SHARES/|PAR VALUE", -100), Column("ASSET DESCRIPTION", 112), Column("TICKER/|CUSIP", 310),
        Column("TAX COST", -440), Column("MARKET VALUE/|UNIT PRICE", -520), Column("EST. ANN.|INCOME", -572),
    ], size=8, step=12)  # fmt: skip
    table.head()
    pencil.say("CASH AND EQUIVALENTS", 40, "B", 12, 8)
    table.line(["", "PRINCIPAL CASH", "", plain(principal), plain(principal), ""])
    table.line(["", "INCOME CASH", "", plain(income), plain(income), ""])
    table.line(
        ["", "TOTAL CASH AND EQUIVALENTS", "", plain(principal + income), plain(principal + income), ""], "B", 20
    )
    for title, rows in groups.items():
        table.break_page(50)
        pencil.say(title, 40, "B", 12, 8)
        for row in rows:
            table.break_page(28)
            table.line([plain(row.quantity, 3), row.name, row.symbol or row.cusip or "", plain(row.cost),
                        plain(row.value), plain(row.value / 50)], "", 10)  # fmt: skip
            table.line(["", "", "", "", plain(row.price, 3), ""], "", 14)
        table.line(["", f"TOTAL {title}", "", plain(sums[title][1]), plain(sums[title][0]), ""], "B", 20)
    table.break_page(30)
    cost = principal + income + sum((one for _, one in sums.values()), D(0))
    table.line(["", "TOTAL ASSETS", "", plain(cost), plain(total), ""], "B")
    rows = [row for part in groups.values() for row in part]
    made = deal.close(account, rows, total, principal + income, as_of="2026-05-31")
    return pencil.drawn(made)


def ravensworth(deal: Deal) -> Drawn:
    """Price before quantity, identifiers on a line under the name, original and adjusted cost, accrued dividends."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken, whole=False, odd=True) for _ in range(dice.randrange(4, 18))]
    shares = [replace(row, accrued=money(dice, 1, 90)) for row in shares]
    bonds = [replace(bond(dice, taken), accrued=money(dice, 1, 900)) for _ in range(dice.randrange(3, 9))]
    cash, account = money(dice, 5, 90_000), number(dice)
    total, sums = deal.total(worth(shares) + worth(bonds) + cash), [(worth(r), spent(r)) for r in (shares, bonds)]
    shares, bonds = deal.shown(shares), deal.shown(bonds)
    pencil = Pencil(landscape=True, size=7)

    def frame(one: Pencil) -> None:
        one.row([(40, "Ravensworth Private Bank"), (-750, "For the Period 10/1/26 to 10/31/26")], "B", 12, 9)
        one.row([(40, f"CALLOWAY FAMILY LLC ACCT. {account}")], "", 26)

    pencil.on_page = frame
    pencil.page()
    table = Table(pencil, [
        Column("", 40), Column("Price", -330), Column("Quantity", -410), Column("Value", -500),
        Column("Adjusted Tax Cost|Original Cost", -590), Column("Unrealized|Gain/Loss", -660),
        Column("Est. Annual Inc.|Accrued Div.", -720), Column("Yield", -755),
    ], step=9)  # fmt: skip
    for title, rows, (value, cost) in (("US Large Cap Equity", shares, sums[0]), ("US Fixed Income", bonds, sums[1])):
        pencil.room(80)
        table.again = lambda title=title: pencil.say(f"{title} - Continued", 40, "B", 12, 8)
        pencil.say(title, 40, "B", 12, 10)
        table.head()
        for row in rows:
            table.break_page(34)
            table.line([row.name, plain(row.price, 3 if row.cusip else 2), plain(row.quantity, 3),
                        plain(row.value), plain(row.cost), bracketed(row.gain), plain(row.value / 50),
                        "2.00%"])  # fmt: skip
            original = plain((row.cost or D(0)) + 11) if row.cusip else ""
            table.line([row.symbol or row.cusip or "", "", "", "", original, "", plain(row.accrued), ""], "", 15)
        table.line([f"Total {title}", "", "", f"${plain(value)}", f"${plain(cost)}", bracketed(value - cost)], "B", 26)
    pencil.say("Cash & Short Term", 40, "B", 12, 10)
    table.head()
    table.line(["US DOLLAR PRINCIPAL", "1.00", plain(cash), plain(cash), plain(cash), "", "", "0.25%"], "", 20)
    table.line(["Total Portfolio Value", "", "", f"${plain(total)}"], "B")
    made = deal.close(account, (*shares, *bonds), total, cash, as_of="2026-10-31")
    return pencil.drawn(made)


def vexmoor(deal: Deal) -> Drawn:
    """A bank in Zurich: apostrophes in numbers, ISINs under names, day before month, quantity and currency in front."""
    dice, taken = deal.dice, deal.taken
    rows = [replace(stock(dice, taken), symbol=None, isin=isin(dice, taken)) for _ in range(dice.randrange(4, 14))]
    cash, account = money(dice, 5, 90_000), number(dice)
    total, sums = deal.total(worth(rows) + cash), (worth(rows), spent(rows))
    rows = deal.shown(rows)
    pencil = Pencil(landscape=True, font="Sans", size=8, paper=A4)

    def frame(one: Pencil) -> None:
        one.row([(40, "Bank Vexmoor AG, Zurich"), (-800, f"Portfolio number {account}")], "B", 13, 11)
        one.row([(40, "Statement of assets as of 31.12.2025"), (-800, "Valued in USD")], "", 28)

    pencil.on_page = frame
    pencil.page()
    table = Table(pencil, [
        Column("Quantity|Currency", -110, of("quantity", swiss, 0)), Column("Description", 125, words("name")),
        Column("Cost price", -480, lambda row: swiss((row.cost or D(0)) / (row.quantity or D(1)), 4)),
        Column("Market price|31.12.2025", -570, of("price", swiss)),
        Column("Cost value|USD", -670, of("cost", swiss)), Column("Market value|USD", -780, of("value", swiss)),
    ], step=10, zebra=False)  # fmt: skip
    pencil.say("Liquidity", 40, "B", 14, 10)
    pencil.row([(125, "Current account USD 4.201-22"), (-780, swiss(cash))], "", 14)
    pencil.row([(125, "Total Liquidity"), (-780, swiss(cash))], "B", 24)
    pencil.say("Equities", 40, "B", 14, 10)
    table.head()
    table.rows(rows, lambda row: pencil.row([(-110, "USD"), (125, f"ISIN {row.isin}")], "", 15, 6.5), need=30)
    table.line(["", "Total Equities", "", "", swiss(sums[1]), swiss(sums[0])], "B", 24)
    table.line(["", "Total assets", "", "", "", swiss(total)], "B")
    made = deal.close(account, rows, total, cash, as_of="2025-12-31")
    return pencil.drawn(made)


def yarrowdale(deal: Deal) -> Drawn:
    """Lots alone: each line a lot with the symbol again, a subtotal only where there are several."""
    dice, taken = deal.dice, deal.taken
    rows = [with_lots(dice, stock(dice, taken), 4) for _ in range(dice.randrange(4, 12))]
    account = number(dice)
    total, sums = deal.total(worth(rows)), (worth(rows), spent(rows))
    rows = deal.shown(rows)
    pencil = Pencil(landscape=True, size=8)

    def frame(one: Pencil) -> None:
        one.row([(40, "Yarrowdale Advisory Group"), (-750, "Unrealized Gains and Losses by Lot")], "B", 14, 11)
        one.row([(40, f"Account {account} - Wendell K. Ashgrove, Individual"), (-750, "As of 03/31/2026")], "", 26)

    pencil.on_page = frame
    pencil.page()
    table = Table(pencil, [
        Column("Symbol", 40), Column("Description", 90), Column("Open Date", 300), Column("Quantity", -420),
        Column("Unit|Cost", -480), Column("Cost|Basis", -560), Column("Current|Price", -615),
        Column("Current|Value", -690), Column("Gain/Loss|($)", -755),
    ])  # fmt: skip
    table.head()
    for row in rows:
        for lot in row.lots:
            table.break_page(14)
            one = len(row.lots) == 1
            held = row.value if one else (lot.quantity * (row.price or D(0))).quantize(D("0.01"))
            shares = row.quantity or D(0) if one else lot.quantity
            table.line([row.symbol or "", row.name, us_day(lot.day), plain(shares, 0),
                        plain(lot.cost / lot.quantity, 3), plain(lot.cost),
                        plain(row.price), plain(held), bracketed(held - lot.cost)])  # fmt: skip
        if len(row.lots) > 1:
            table.line(["", f"Subtotal {row.symbol}", "", plain(row.quantity, 0), "", plain(row.cost),
                        "", plain(row.value), bracketed(row.gain)], "B", 17)  # fmt: skip
    table.line(["", "Grand Total", "", "", "", plain(sums[1]), "", plain(total), bracketed(sums[0] - sums[1])], "B")
    made = deal.close(account, rows, total, as_of="2026-03-31", registration="taxable_individual")
    return pencil.drawn(made)


def zelkova(deal: Deal) -> Drawn:
    """Two accounts side by side on a wide page, each with its own table, cash and total."""
    dice, taken = deal.dice, deal.taken
    pencil = Pencil(landscape=True, size=7, paper=(612, 1008))
    pencil.page()
    pencil.row([(40, "Zelkova Family Office - Household Summary as of June 30, 2026")], "B", 30, 13)
    top, accounts = pencil.y, []
    for left, title in ((40, "Odalys Fenwick Individual"), (530, "Odalys Fenwick Roth IRA")):
        rows = [stock(dice, taken) for _ in range(dice.randrange(4, 12))]
        cash, account = money(dice, 5, 90_000), number(dice)
        total = deal.total(worth(rows) + cash)
        rows = deal.shown(rows)
        pencil.y = top
        pencil.row([(left, title), (left + 200, f"Account {account}")], "B", 16, 9)
        table = Table(pencil, [
            Column("Symbol", left, words("symbol")), Column("Name", left + 45, words("name")),
            Column("Quantity", -left - 250, of("quantity", plain, 0)), Column("Price", -left - 300, of("price")),
            Column("Value", -left - 370, of("value")), Column("Cost", -left - 435, of("cost")),
        ])  # fmt: skip
        table.head()
        table.rows(rows)
        table.line(["", "Cash", "", "", plain(cash)])
        table.line(["", "Account Total", "", "", plain(total)], "B")
        kind = "roth_ira" if "Roth" in title else "taxable_individual"
        accounts.append(deal.close(account, rows, total, cash, as_of="2026-06-30", registration=kind))
    return pencil.drawn(*accounts)
