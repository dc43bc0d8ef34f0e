"""Houses that list transactions: days without a year, days that are not repeated, debits and credits, fees."""

from tools.accuracy.content import money, moves, number, stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, of, plain, us_day, words
from tools.accuracy.planted import Deal
from tools.accuracy.truth import D, Drawn, spent, worth

ACTIONS = {"buy": ("Purchase", ""), "sell": ("Sale", ""), "reinvest": ("Purchase", "Reinvested Shares")}
SAID = {"buy": "You Bought", "sell": "You Sold", "reinvest": "Reinvestment"}
CODED = {"buy": "BUY", "sell": "SELL", "reinvest": "REINV"}


def tradewick(deal: Deal) -> Drawn:
    """Category and action, a day only where it changes, deposits and dividends between trades, charges in brackets."""
    dice = deal.dice
    rows = [stock(dice, deal.taken) for _ in range(dice.randrange(4, 14))]
    cash, account = money(dice, 10, 9000), number(dice)
    total = deal.total(worth(rows) + cash)
    done = moves(dice, rows, 2026, 6)
    rows = deal.shown(rows)
    pencil = Pencil(font="Sans", size=7.5)
    pencil.page()
    pencil.row([(40, "Tradewick Brokerage"), (-570, "Statement Period June 1-30, 2026")], "B", 14, 11)
    pencil.row([(40, f"Account Number {account}")], "", 24)
    pencil.say("Positions - Equities", 40, "B", 14, 10)
    table = Table(pencil, [
        Column("Symbol", 40, words("symbol")), Column("Description", 90, words("name")),
        Column("Quantity", -330, of("quantity", plain, 4)), Column("Price($)", -390, of("price", plain, 5)),
        Column("Market Value($)", -470, of("value")), Column("Cost Basis($)", -560, of("cost")),
    ])  # fmt: skip
    table.head()
    table.rows(rows)
    table.line(["", "Cash", "", "", plain(cash)])
    table.line(["Total", "", "", "", plain(total)], "B", 26)
    pencil.room(150)
    pencil.say("Transaction Details", 40, "B", 14, 10)
    details = Table(pencil, [
        Column("Date", 40), Column("Category", 80), Column("Action", 130), Column("Symbol/|CUSIP", 205),
        Column("Description", 250), Column("Quantity", -420), Column("Price/Rate|per Share($)", -475),
        Column("Charges/|Interest($)", -520), Column("Amount($)", -575),
    ])  # fmt: skip
    details.head()
    details.line(["06/01", "Deposit", "Funds Received", "", "FUNDS TRANSFER", "", "", "", "5,000.00"])
    before = "2026-06-01"
    for move in done:
        details.break_page(14)
        category, action = ACTIONS[move.side]
        day = "" if move.day == before else us_day(move.day)[:5]
        signed = move.amount if move.side == "sell" else -move.amount
        held = -move.quantity if move.side == "sell" else move.quantity
        details.line([day, category, action, move.symbol, move.name, bracketed_units(held),
                      plain(move.amount / move.quantity, 4), "", bracketed(signed)])  # fmt: skip
        before = move.day
    details.line(["06/29", "Dividend", "Cash Dividend", rows[0].symbol or "", rows[0].name, "", "", "", "12.34"])
    details.line(["Total Transactions", "", "", "", "", "", "", "", bracketed(D("-812.11"))], "B")
    made = deal.close(account, rows, total, cash, as_of="2026-06-30", moves=tuple(done))
    return pencil.drawn(made)


def bracketed_units(value: D) -> str:
    """Units with four places, those that left in brackets."""
    return f"({plain(-value, 4)})" if value < 0 else plain(value, 4)


def ledgerwood(deal: Deal) -> Drawn:
    """Bought and sold in words beside the security, realized gains in the row, dividends in a section of their own."""
    dice = deal.dice
    rows = [stock(dice, deal.taken, whole=False) for _ in range(dice.randrange(4, 14))]
    cash, account = money(dice, 10, 9000), number(dice)
    total, paid = deal.total(worth(rows) + cash), spent(rows)
    done = moves(dice, rows, 2026, 3)
    rows = deal.shown(rows)
    pencil = Pencil(font="Times", size=8.5)

    def frame(one: Pencil) -> None:
        one.row([(40, "Ledgerwood Investments"), (-570, f"Account # {account}")], "B", 12, 10)
        one.row([(40, "INVESTMENT REPORT"), (-570, "March 1, 2026 - March 31, 2026")], "", 26)

    pencil.on_page = frame
    pencil.page()
    pencil.say("Holdings", 40, "B", 16, 12)
    table = Table(pencil, [
        Column("Description", 40, lambda row: f"{row.name} ({row.symbol})"),
        Column("Quantity|Mar 31, 2026", -330, of("quantity", plain, 3)),
        Column("Price|Per Unit", -390, of("price", dollars)),
        Column("Ending|Market Value", -480, of("value", dollars)),
        Column("Total|Cost Basis", -570, of("cost", dollars)),
    ])  # fmt: skip
    table.head()
    table.rows(rows)
    table.line(["Total Stocks", "", "", dollars(total - cash), dollars(paid)], "B")
    table.line(["Cash", "", "", dollars(cash)])
    table.line(["Total Holdings", "", "", dollars(total)], "B", 24)
    pencil.room(160)
    pencil.say("Activity", 40, "B", 16, 12)
    pencil.say("Securities Bought & Sold", 40, "B", 12, 9)
    bought = Table(pencil, [
        Column("Settlement|Date", 40), Column("Security Name", 90), Column("Symbol/|CUSIP", 235),
        Column("Description", 290),
        Column("Quantity", -405), Column("Price", -465), Column("Transaction|Cost", -520), Column("Amount", -575),
    ], step=12)  # fmt: skip
    bought.head()
    for move in done:
        bought.break_page(14)
        sold = move.side == "sell"
        bought.line([us_day(move.day)[:5], move.name, move.symbol, SAID[move.side],
                     plain(-move.quantity if sold else move.quantity, 3), f"${move.amount / move.quantity:,.5f}", "-",
                     f"{'' if sold else '-'}{dollars(move.amount)}"])  # fmt: skip
    bought.line(["Net Securities Bought & Sold", "", "", "", "", "", "", "$120.00"], "B", 20)
    pencil.say("Dividends, Interest & Other Income", 40, "B", 12, 9)
    bought.head()
    bought.line(["03/28", rows[0].name, rows[0].symbol or "", "Dividend Received", "-", "-", "", "$12.34"])
    made = deal.close(account, rows, total, cash, as_of="2026-03-31", moves=tuple(done))
    return pencil.drawn(made)


def clearbrook(deal: Deal) -> Drawn:
    """Trade and settlement days, codes, debits and credits in two columns with a running balance; activity first."""
    dice = deal.dice
    rows = [stock(dice, deal.taken) for _ in range(dice.randrange(4, 14))]
    cash, account = money(dice, 10, 9000), number(dice)
    total = deal.total(worth(rows) + cash)
    done = moves(dice, rows, 2026, 9)
    rows = deal.shown(rows)
    pencil = Pencil(landscape=True, font="Courier", size=7)
    pencil.page()
    pencil.row([(40, "CLEARBROOK SECURITIES"), (-750, f"ACCOUNT {account}")], "B", 12)
    pencil.row([(-750, "FROM 09/01/2026 TO 09/30/2026")], "", 24)
    pencil.say("ACCOUNT ACTIVITY", 40, "B", 13)
    flow = Table(pencil, [
        Column("TRADE", 40), Column("SETTLE", 95), Column("CODE", 150), Column("SYMBOL", 200),
        Column("DESCRIPTION", 250),
        Column("QUANTITY", -470), Column("PRICE", -530), Column("DEBIT", -605), Column("CREDIT", -680),
        Column("BALANCE", -752),
    ], step=11)  # fmt: skip
    flow.head()
    flow.line(["", "", "", "", "OPENING BALANCE", "", "", "", "", plain(cash + 100)])
    for move in done:
        sold, amount = move.side == "sell", plain(move.amount)
        flow.line([us_day(move.day, 2), us_day(move.day, 2), CODED[move.side], move.symbol, move.name,
                   plain(move.quantity, 3), plain(move.amount / move.quantity, 2), "" if sold else amount,
                   amount if sold else "", plain(cash + 50)])  # fmt: skip
    flow.line(
        ["09/28/26", "09/28/26", "DIV", rows[0].symbol or "", rows[0].name, "", "", "", "12.34", plain(cash + 12)]
    )
    flow.line(["09/30/26", "09/30/26", "FEE", "", "ADVISORY FEE", "", "", "62.10", "", plain(cash)])
    flow.line(["", "", "", "", "CLOSING BALANCE", "", "", "", "", plain(cash)], "B", 24)
    pencil.room(160)
    pencil.say("SECURITY POSITIONS", 40, "B", 13)
    table = Table(pencil, [
        Column("SYMBOL", 40, words("symbol")), Column("DESCRIPTION", 100, words("name")),
        Column("QUANTITY", -420, of("quantity", plain, 0)), Column("PRICE", -500, of("price")),
        Column("MARKET VALUE", -620, of("value")), Column("COST BASIS", -740, of("cost")),
    ], step=11)  # fmt: skip
    table.head()
    table.rows(rows)
    table.line(["", "CASH BALANCE", "", "", plain(cash)])
    table.line(["", "TOTAL ACCOUNT VALUE", "", "", plain(total)], "B")
    made = deal.close(account, rows, total, cash, as_of="2026-09-30", moves=tuple(done))
    return pencil.drawn(made)
