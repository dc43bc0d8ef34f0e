"""Houses in the look of full-service brokers: sections by class, heads of three lines, lots, footnotes, sweeps."""

from tools.accuracy.content import bond, deposit, fund, money, note, number, option, stock, with_lots
from tools.accuracy.drawing import (
    A4,
    Column,
    Pencil,
    Table,
    bracketed,
    dollars,
    of,
    plain,
    trailing,
    us_day,
    words,
)
from tools.accuracy.planted import Deal
from tools.accuracy.truth import CENT, D, Drawn, Row, spent, worth


def merrowdene(deal: Deal) -> Drawn:
    """Heads of three lines, the symbol under the name, lots by trade date, deposits with accrued interest, a sweep."""
    dice, taken = deal.dice, deal.taken
    shares = [with_lots(dice, stock(dice, taken, odd=place % 3 == 0), 3) for place in range(dice.randrange(5, 16))]
    deposits = [deposit(dice, taken) for _ in range(dice.randrange(1, 4))]
    sweep, account = money(dice, 50, 40_000), number(dice)
    total = deal.total(worth(shares) + worth(deposits) + sweep)
    sums = worth(shares), spent(shares), worth(deposits), spent(deposits)
    shares = deal.shown(shares)
    pencil = Pencil(landscape=True, font="Sans", size=7.5)

    def frame(one: Pencil) -> None:
        one.row(
            [(40, "MERROWDENE WEALTH MANAGEMENT"), (-750, "CLIENT STATEMENT | For the Period June 1-30, 2026")], "B"
        )
        one.row([(40, "Account Detail"), (300, "Active Assets Account"), (-750, "ODALYS FENWICK")], "", 12)
        one.row([(300, account), (-750, f"Page {one.pages} of 9")], "", 24)

    pencil.on_page = frame
    pencil.page()
    pencil.row([(40, "Investment Objectives: Capital Appreciation, Income     Risk Tolerance: Moderate 2")], "", 20, 6)
    pencil.row([(40, "TOTAL VALUE OF YOUR ACCOUNT (includes accrued interest)"), (-400, dollars(
        total + sum((row.accrued or D(0) for row in deposits), D(0))))], "B", 24)  # fmt: skip
    pencil.say("CASH, BANK DEPOSIT PROGRAM AND MONEY MARKET FUNDS", 40, "B", 14, 9)
    pencil.row([(40, "Description"), (-430, "Market Value"), (-520, "7-Day|Yield %".replace("|", " ")),
                (-620, "Est Ann Income")], "B")  # fmt: skip
    pencil.row([(40, "MERROWDENE BANK N.A. #"), (-430, dollars(sweep)), (-520, "0.010"), (-620, "$4.00")], "", 26)
    pencil.say("STOCKS", 40, "B", 12, 9)
    pencil.say("COMMON STOCKS", 40, "", 14, 8)
    table = Table(pencil, [
        Column("Security Description", 40, words("name")), Column("Trade|Date", 262),
        Column("Quantity", -370), Column("Unit Cost", -430), Column("Share Price", -490, of("price", dollars)),
        Column("Total Cost", -570), Column("Market|Value", -650), Column("Unrealized|Gain/(Loss)", -730),
    ], step=10, again=lambda: pencil.say("COMMON STOCKS (CONTINUED)", 40, "", 14))  # fmt: skip
    table.head()

    def lots(row: Row) -> None:
        for place, lot in enumerate(row.lots):
            held = (lot.quantity * (row.price or D(0))).quantize(CENT)
            left = f"({row.symbol})" if place == 0 else ""
            table.line([left, us_day(lot.day, 2), plain(lot.quantity, 3),
                        dollars((lot.cost / lot.quantity).quantize(D("0.001"))).rstrip("0"), "", dollars(lot.cost),
                        dollars(held), dollars(held - lot.cost)])  # fmt: skip
        if len(row.lots) > 1:
            table.line(["", "Total", plain(row.quantity, 3), "", "", dollars(row.cost), dollars(row.value),
                        dollars(row.gain)], "B")  # fmt: skip
        pencil.say("Asset Class: Equities     Next Dividend Payable 09/2026; Rating: Equal Weight", 40, "", 13, 6)

    table.rows(shares, lots, need=70)
    table.line(["STOCKS", "", "", "", "", dollars(sums[1]), dollars(sums[0]), dollars(sums[0] - sums[1])], "B", 24)
    pencil.room(120)
    pencil.say("CERTIFICATES OF DEPOSIT", 40, "B", 14, 9)
    cds = Table(pencil, [
        Column("Security Description", 40, words("name")), Column("CUSIP", 290, words("cusip")),
        Column("Face Value", -420, of("quantity", plain, 3)),
        Column("Unit Price", -490, lambda row: f"${row.price:,.3f}"),
        Column("Total Cost", -570, of("cost", dollars)), Column("Market Value", -650, of("value", dollars)),
        Column("Accrued Interest", -740, of("accrued", dollars)),
    ])  # fmt: skip
    cds.head()
    cds.rows(deposits)
    pencil.row([(40, "CERTIFICATES OF DEPOSIT"), (-570, dollars(sums[3])), (-650, dollars(sums[2]))], "B", 24)
    pencil.row([(40, "TOTAL MARKET VALUE"), (-570, dollars(sums[1] + sums[3])), (-650, dollars(total))], "B")
    made = deal.close(account, (*shares, *deposits), total, sweep, sweeps=(sweep,), as_of="2026-06-30")
    return pencil.drawn(made)


def oakhampton(deal: Deal) -> Drawn:
    """Prior values beside today's, names wrapped with the symbol in brackets, footnote marks, unknown costs, a core."""
    dice, taken = deal.dice, deal.taken
    rows = [stock(dice, taken, whole=False, odd=place % 2 == 0) for place in range(dice.randrange(6, 22))]
    unknown = {rows[0].symbol, rows[-1].symbol}
    rows = [Row(r.symbol, r.name, r.quantity, r.price, r.value, None if r.symbol in unknown else r.cost) for r in rows]
    core, account = money(dice, 5, 30_000), number(dice)
    total, sums = deal.total(worth(rows) + core), (worth(rows), spent(rows))
    rows = deal.shown(rows)
    pencil = Pencil(font="Times", size=8.5)

    def frame(one: Pencil) -> None:
        one.row([(40, "INVESTMENT REPORT"), (-570, "August 1, 2026 - August 31, 2026")], "B", 14, 10)
        one.row([(40, "Oakhampton Brokerage Services"), (-570, f"Account # {account}")], "", 11)
        one.row([(-570, "PRUDENCE OKONJO-HALE - TRADITIONAL IRA")], "", 26)

    pencil.on_page = frame
    pencil.page()
    pencil.row([(40, "Your Account Value:"), (-300, dollars(total))], "B", 14, 12)
    pencil.row([(40, "Change from Last Period:"), (-300, "▲ $1,402.11".replace("▲ ", ""))], "", 22)
    pencil.row([(40, "Beginning Account Value"), (-300, dollars(total - D("1402.11"))), (-420, dollars(total / 2))])
    pencil.row([(40, "Additions"), (-300, "500.00"), (-420, "4,500.00")])
    pencil.row([(40, "Ending Account Value *"), (-300, dollars(total)), (-420, dollars(total))], "B", 24)
    pencil.say("Holdings", 40, "B", 18, 14)
    table = Table(pencil, [
        Column("Description", 40), Column("Beginning|Market Value|Aug 1, 2026", -265),
        Column("Quantity|Aug 31, 2026", -325), Column("Price|Per Unit|Aug 31, 2026", -380),
        Column("Ending|Market Value|Aug 31, 2026", -445), Column("Total|Cost Basis", -510),
        Column("Unrealized|Gain/Loss|Aug 31, 2026", -572),
    ], size=7.5, step=11)  # fmt: skip
    pencil.say("Core Account", 40, "B", 12, 9)
    table.head()
    table.line(["OAKHAMPTON GOVERNMENT", dollars(core - 3), plain(core, 3), "$1.0000", dollars(core),
                "not applicable", "not applicable"], "", 9)  # fmt: skip
    pencil.say("CASH RESERVES (OGXX)", 40, "", 9, 7.5)
    pencil.say("-- 7-day yield: 4.95%", 46, "", 14, 6.5)
    table.line(["Total Core Account (1% of account holdings)", dollars(core - 3), "", "", dollars(core)], "B", 20)
    pencil.say("Stocks", 40, "B", 12, 9)
    table.head()
    for row in rows:
        table.break_page(34)
        mark = "c" if row.symbol in unknown else ""
        title = f"{row.name} ({row.symbol})"
        cut = title.rfind(" ", 0, 27) if len(title) > 27 else len(title)
        before = "unavailable" if row.symbol in unknown else dollars(row.value - 20)
        table.line([title[:cut], before, plain(row.quantity, 3), plain(row.price, 4),
                    dollars(row.value), f"unknown {mark}" if mark else dollars(row.cost),
                    "unknown" if mark else bracketed(row.gain)], "", 9 if cut < len(title) else 13)  # fmt: skip
        if cut < len(title):
            pencil.say(title[cut:].strip(), 40, "", 13, 7.5)
    table.line(["Total Stocks (98% of account holdings)", "", "", "", dollars(sums[0]), dollars(sums[1])], "B", 18)
    table.line(["Total Holdings", "", "", "", dollars(total), dollars(sums[1])], "B", 18)
    pencil.room(40)
    pencil.say("c Cost basis information was not provided, see page 14. Not all 1,204 securities are covered.\n"
               "All positions held in cash account unless indicated otherwise.", 40, "", 9, 6)  # fmt: skip
    made = deal.close(account, rows, total, core, sweeps=(core,), as_of="2026-08-31", registration="traditional_ira")
    return pencil.drawn(made)


def wrenfield(deal: Deal) -> Drawn:
    """Options and short shares under margin, a debit, then the lots of all positions in a section of their own."""
    dice, taken = deal.dice, deal.taken
    rows = [with_lots(dice, stock(dice, taken), 3) for _ in range(dice.randrange(4, 12))]
    short = stock(dice, taken)
    rows.append(Row(short.symbol, short.name, -(short.quantity or D(0)), short.price, -short.value))
    options = [option(dice, rows[0], True), option(dice, rows[1], False)]
    options = [Row(None, r.name, r.quantity, r.price, r.value, kinds=("option",)) for r in options]
    debit, account = -money(dice, 100, 9000), number(dice)
    total, sums = deal.total(worth(rows) + worth(options) + debit), (worth(rows), worth(options))
    rows = deal.shown(rows)
    pencil = Pencil(font="Courier", size=7)

    def frame(one: Pencil) -> None:
        one.row([(30, "WRENFIELD ONLINE BROKERAGE"), (-590, f"ACCT: {account}  TYPE: MARGIN")], "B", 11)
        one.row([(30, "STATEMENT 09/01/26 THRU 09/30/26"), (-590, f"PAGE {one.pages}")], "", 22)

    pencil.on_page = frame
    pencil.page()
    pencil.row([(30, "TOTAL EQUITY"), (-250, plain(total))], "B")
    pencil.row([(30, "MARGIN DEBIT BALANCE"), (-250, bracketed(debit))], "", 24)
    table = Table(pencil, [
        Column("SYM/CUSIP", 30, words("symbol")), Column("SECURITY", 95, words("name")), Column("TYPE", 300),
        Column("QTY", -390, of("quantity", plain, 0)), Column("CLOSE", -460, of("price")),
        Column("MKT VALUE", -560, of("value", bracketed)),
    ], step=11)  # fmt: skip
    pencil.say("EQUITY POSITIONS", 30, "B", 13)
    table.head()
    for row in rows:
        table.break_page(12)
        held = plain(row.quantity, 0)
        table.line([row.symbol or "", row.name, "SHORT" if row.value < 0 else "MARGIN",
                    f"{held[1:]}S" if row.value < 0 else held, plain(row.price), bracketed(row.value)])  # fmt: skip
    table.line(["", "TOTAL EQUITY POSITIONS", "", "", "", bracketed(sums[0])], "B", 20)
    pencil.room(80)
    pencil.say("OPTION POSITIONS", 30, "B", 13)
    table.head()
    for row in options:
        table.line(["", row.name, "MARGIN", plain(row.quantity, 0), plain(row.price),
                    bracketed(row.value)])  # fmt: skip
    table.line(["", "TOTAL OPTION POSITIONS", "", "", "", bracketed(sums[1])], "B", 24)
    pencil.room(120)
    pencil.say("COST BASIS DETAIL BY TAX LOT", 30, "B", 13)
    detail = Table(pencil, [
        Column("SYMBOL", 30), Column("OPEN DATE", 95), Column("QTY", -210), Column("COST/SHR", -290),
        Column("COST", -380), Column("TERM", 400), Column("GAIN/LOSS", -520),
    ], step=10)  # fmt: skip
    detail.head()
    for row in rows:
        for lot in row.lots:
            detail.break_page(12)
            held_value = (lot.quantity * (row.price or D(0))).quantize(CENT)
            detail.line([row.symbol or "", us_day(lot.day), plain(lot.quantity, 0),
                         plain((lot.cost / lot.quantity).quantize(D("0.0001")), 4), plain(lot.cost),
                         "LT" if lot.day < "2025-09-30" else "ST", bracketed(held_value - lot.cost)])  # fmt: skip
    made = deal.close(account, (*rows, *options), total, debit, as_of="2026-09-30")
    return pencil.drawn(made)


def ashcombe(deal: Deal) -> Drawn:
    """A clearing firm: the name in bold, CUSIP under it, lots with acquisition dates, then a total."""
    dice, taken = deal.dice, deal.taken
    rows = [with_lots(dice, stock(dice, taken, whole=False), 4) for _ in range(dice.randrange(5, 14))]
    cash, account = money(dice, 5, 90_000), number(dice)
    total, sums = deal.total(worth(rows) + cash), (worth(rows), spent(rows))
    rows = deal.shown(rows)
    pencil = Pencil(size=7)

    def frame(one: Pencil) -> None:
        one.row([(40, "Ashcombe Independent Advisors"), (-570, "Brokerage Account Statement")], "B", 12, 9)
        one.row([(40, "Tobias R. Marchetti"), (-570, "Statement Period: 07/01/2026 - 07/31/2026")])
        one.row(
            [(40, f"Account Number: {account}"), (-570, "Cleared through Halyard Clearing LLC, member SIPC")], "", 22
        )

    pencil.on_page = frame
    pencil.page()
    pencil.row([(40, "Your Portfolio Allocation"), (-300, "Prior Year-End"), (-380, "Last Period"),
                (-460, "This Period"), (-520, "% Allocation")], "B")  # fmt: skip
    pencil.row([(40, "Cash, Money Funds"), (-300, "101.22"), (-380, "93.00"), (-460, plain(cash)), (-520, "4%")])
    pencil.row([(40, "Equities"), (-300, plain(sums[0] - 999)), (-380, plain(sums[0] - 73)), (-460, plain(sums[0])),
                (-520, "96%")])  # fmt: skip
    pencil.row([(40, "Account Total"), (-300, plain(sums[0])), (-380, plain(sums[0] + 20)), (-460, dollars(total)),
                (-520, "100%")], "B", 26)  # fmt: skip
    pencil.say("Portfolio Holdings", 40, "B", 14, 11)
    pencil.row([(40, "Cash, Money Funds, and Bank Deposits 4.00% of Portfolio")], "B")
    pencil.row([(40, "Cash Balance"), (-300, "93.00"), (-440, plain(cash))], "", 20)
    table = Table(pencil, [
        Column("Date Acquired", 40), Column("Quantity", -150), Column("Unit Cost", -215), Column("Cost Basis", -290),
        Column("Market|Price", -345), Column("Market|Value", -425), Column("Unrealized|Gain/Loss", -500),
        Column("Est. Annual|Income", -570),
    ], step=10)  # fmt: skip
    pencil.say("Equities 96.00% of Portfolio", 40, "B", 12, 8)
    pencil.say("Common Stocks", 40, "B", 12)
    table.head()
    for row in rows:
        table.break_page(14 + 10 * len(row.lots))
        pencil.row([(40, row.name)], "B", 9)
        pencil.row([(40, f"Dividend Option: Cash    Security Identifier: {row.symbol}")], "", 10, 6.5)
        for lot in row.lots:
            held = (lot.quantity * (row.price or D(0))).quantize(CENT)
            table.line([us_day(lot.day, 2), plain(lot.quantity, 3), plain(lot.cost / lot.quantity, 4), plain(lot.cost),
                        plain(row.price, 4), plain(held), trailing(held - lot.cost), "12.00"])  # fmt: skip
        if len(row.lots) > 1:
            table.line(["Total Covered", plain(row.quantity, 3), "", plain(row.cost), "",
                        plain(row.value), trailing(row.gain), "36.00"], "B")  # fmt: skip
        pencil.y += 4
    table.line(["Total Common Stocks", "", "", dollars(sums[1]), "", dollars(sums[0])], "B", 14)
    table.line(["Total Equities", "", "", dollars(sums[1]), "", dollars(sums[0])], "B", 22)
    pencil.row([(40, "Total Portfolio Holdings"), (-290, dollars(sums[1])), (-425, dollars(total))], "B")
    made = deal.close(account, rows, total, cash, as_of="2026-07-31")
    return pencil.drawn(made)


def lyndhurst(deal: Deal) -> Drawn:
    """Many classes on ruled and shaded tables: funds, notes, bonds, shares; sums of value and cost; dashes for none."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken, odd=True) for _ in range(dice.randrange(2, 6))]
    bonds = [bond(dice, taken) for _ in range(dice.randrange(2, 5))]
    notes = [note(dice, taken) for _ in range(dice.randrange(1, 4))]
    funds = [fund(dice, taken) for _ in range(dice.randrange(2, 5))]
    cash, account = money(dice, 5, 90_000), number(dice)
    classes = {"Equities": shares, "Fixed Income": bonds, "Structured Products": notes, "Mutual Funds": funds}
    total = deal.total(sum((worth(rows) for rows in classes.values()), cash))
    sums = {title: (worth(rows), spent(rows)) for title, rows in classes.items()}
    classes = {title: deal.shown(rows) for title, rows in classes.items()}
    pencil = Pencil(landscape=True, font="Serif", size=7, paper=A4)
    pencil.page()
    pencil.row([(40, "Lyndhurst & Partners"), (-780, "Portfolio valuation at 30 September 2026")], "B", 14, 12)
    pencil.row([(40, f"Portfolio no. {account}"), (-780, "Reference currency: USD")], "", 26)
    for title, rows in classes.items():
        pencil.room(90)
        pencil.say(title, 40, "B", 14, 10)
        table = Table(pencil, [
            Column("Ccy", 40, lambda row: "USD"), Column("Nominal / Units", -150, of("quantity", _units)),
            Column("Instrument", 165, words("name")),
            Column("Identifier", 500, lambda row: row.cusip or row.symbol or "-"),
            Column("Price", -590, _price), Column("Cost", -680, of("cost", plain, none="-")),
            Column("Market value", -770, of("value")),
        ], ruled=title in ("Equities", "Mutual Funds"), zebra=title == "Fixed Income")  # fmt: skip
        table.head()
        table.rows(rows)
        table.line(["", "", f"Subtotal {title}", "", "", plain(sums[title][1]), plain(sums[title][0])], "B", 26)
    pencil.room(60)
    pencil.row([(40, "USD"), (165, "Current account"), (-770, plain(cash))], "", 20)
    pencil.row([(165, "Total portfolio"), (-770, plain(total))], "B")
    rows = [row for part in classes.values() for row in part]
    made = deal.close(account, rows, total, cash, as_of="2026-09-30")
    return pencil.drawn(made)


def _units(value: D) -> str:
    return plain(value, 0 if value == value.to_integral() else 3)


def _price(row: Row) -> str:
    return plain(row.price, 3) + ("%" if row.cusip else "")
