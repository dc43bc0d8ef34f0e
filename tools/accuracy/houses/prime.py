"""Houses of bonds in four lines, coins in eight places, a bank abroad, a prime broker's lots, turned pages."""

import io
from dataclasses import replace

from tools.accuracy.content import bond, cents, isin, money, number, option, stock, with_lots
from tools.accuracy.drawing import A4, Column, Ink, Paper, Pencil, Table, dollars, of, plain, us_day, words
from tools.accuracy.planted import Deal
from tools.accuracy.truth import D, Drawn, spent, worth


def munsterly(deal: Deal) -> Drawn:
    """Municipal bonds: four lines each, with calls at prices, ratings, dates; accrued interest; yields."""
    dice = deal.dice
    rows = [replace(bond(dice, deal.taken), accrued=money(dice, 5, 900)) for _ in range(dice.randrange(4, 16))]
    account = number(dice)
    total, paid, owed = deal.total(worth(rows)), spent(rows), sum((row.accrued or D(0) for row in rows), D(0))
    rows = deal.shown(rows)
    pencil = Pencil(landscape=True, size=7)

    def frame(one: Pencil) -> None:
        one.row([(40, "Munsterly Fixed Income Advisors"), (-750, f"Account: {account}")], "B", 12, 10)
        one.row([(40, "Portfolio as of July 31, 2026")], "", 24)

    pencil.on_page = frame
    pencil.page()
    table = Table(pencil, [
        Column("Face|Amount", -90), Column("Security", 105), Column("CUSIP", 330), Column("Ratings", 385),
        Column("Adjusted|Cost", -490),
        Column("Market|Price", -550), Column("Market|Value", -620), Column("Accrued|Interest", -680),
        Column("YTM", -720),
    ], step=9)  # fmt: skip
    table.head()
    for row in rows:
        table.break_page(46)
        title, coupon, due = row.name.rsplit(" ", 2)
        table.line([plain(row.quantity, 0), title, row.cusip or "", "Aa2", plain(row.cost), plain(row.price, 3),
        plain(row.value),
                    plain(row.accrued), "3.412"])  # fmt: skip
        table.line(["", f"SER 2019-A {coupon} DUE {due}", "", "AA+"])
        table.line(["", "DTD 06/01/2019 F/C 12/01/2019 CALLABLE 06/01/2030 @ 100.000"])
        table.line(["", "SUBJECT TO AMT; NEXT PUT 06/01/2028 @ 102.50"], step=14)
    table.line(["", "TOTAL MUNICIPAL BONDS", "", "", plain(paid), "", plain(total), plain(owed)], "B")
    rows = [replace(row, name=row.name.rsplit(" ", 2)[0]) for row in rows]
    return pencil.drawn(deal.close(account, rows, total, as_of="2026-07-31"))


def coinbridge(deal: Deal) -> Drawn:
    """Digital assets: eight places, tiny prices and huge amounts, the asset as `Name (SYM)`, a wallet of dollars."""
    dice = deal.dice
    rows = []
    for _ in range(dice.randrange(3, 10)):
        row = stock(dice, deal.taken)
        quantity = D(dice.randrange(1, 9_000_000_000)) / 100_000_000
        price = D(dice.randrange(100, 9_000_000)) / (100 if dice.random() < 0.6 else 1_000_000)
        rows.append(replace(row, quantity=quantity, price=price, value=cents(quantity * price), cost=None))
    cash, account = money(dice, 1, 900), number(dice)
    total = deal.total(worth(rows) + cash)
    rows = deal.shown(rows)
    pencil = Pencil(font="Sans", size=9)
    pencil.page()
    pencil.row([(40, "Coinbridge Custody"), (-570, f"Account ID: {account}")], "B", 14, 13)
    pencil.row([(40, "Balances as of 2026-06-30 23:59:59 UTC")], "", 26)
    table = Table(pencil, [
        Column("Asset", 40, lambda row: f"{row.name.title()} ({row.symbol})"),
        Column("Amount", -360, of("quantity", plain, 8)),
        Column("Price (USD)", -450, lambda row: "$" + f"{row.price:,f}"),
        Column("Value (USD)", -560, of("value", dollars)),
    ], step=15, ruled=True)  # fmt: skip
    table.head()
    table.rows(rows)
    table.line(["US Dollar (USD)", plain(cash, 2), "$1.00", dollars(cash)])
    table.line(["Total balance", "", "", dollars(total)], "B")
    return pencil.drawn(deal.close(account, rows, total, cash, as_of="2026-06-30"))


def kestrelbank(deal: Deal) -> Drawn:
    """A private bank abroad: currency before each figure, percent prices, day before month, ISINs, accrued interest."""
    dice = deal.dice
    shares = [
        replace(stock(dice, deal.taken), isin=isin(dice, deal.taken, "GB"), symbol=None)
        for _ in range(dice.randrange(3, 9))
    ]
    bonds = [
        replace(bond(dice, deal.taken), isin=isin(dice, deal.taken, "XS"), accrued=money(dice, 5, 900))
        for _ in range(dice.randrange(2, 6))
    ]
    bonds = [replace(row, cusip=None) for row in bonds]
    cash, account = money(dice, 10, 9000), number(dice)
    total = deal.total(worth(shares) + worth(bonds) + cash)
    sums = worth(shares), worth(bonds)
    shares, bonds = deal.shown(shares), deal.shown(bonds)
    pencil = Pencil(landscape=True, font="Serif", size=7.5, paper=A4)
    pencil.page()
    pencil.row([(40, "Kestrel & Cie, Private Bankers"), (-800, "Portfolio statement")], "B", 14, 13)
    pencil.row([(40, f"Relationship 88.201 - Account {account}"), (-800, "Position at 31/10/2026, in USD")], "", 28)

    def usd(value: D | None) -> str:
        return "USD " + plain(value)

    def in_percent(price: D) -> str:
        return f"{price:,.3f} %"

    for title, rows, held in (("Shares", shares, sums[0]), ("Bonds", bonds, sums[1])):
        pencil.say(title, 40, "B", 14, 10)
        table = Table(pencil, [
            Column("ISIN", 40, words("isin")), Column("Title", 120, words("name")),
            Column("Nominal/|Quantity", -430, of("quantity", plain, 0)),
            Column("Last|price", -500, of("price", in_percent if title == "Bonds" else plain)),
            Column("Average|cost value", -600, of("cost", usd)), Column("Accrued|interest", -680, of("accrued", usd)),
            Column("Valuation", -790, of("value", usd)),
        ], step=14, zebra=True)  # fmt: skip
        table.head()
        table.rows(rows)
        table.line(["", f"Total {title.lower()}", "", "", "", "", usd(held)], "B", 26)
    pencil.row([(40, "Liquidity"), (120, "Current account USD"), (-790, usd(cash))], "", 20)
    pencil.row([(120, "Net assets"), (-790, usd(total))], "B")
    return pencil.drawn(deal.close(account, (*shares, *bonds), total, cash, as_of="2026-10-31"))


def overhill(deal: Deal) -> Drawn:
    """Options, shorts and shares under one head; lots as "Tax Lot 1"; market values before prices; CR and DR."""
    dice = deal.dice
    rows = [with_lots(dice, stock(dice, deal.taken), 3) for _ in range(dice.randrange(3, 9))]
    calls = [replace(option(dice, rows[0], True), cost=None), replace(option(dice, rows[1], False), cost=None)]
    cash, account = money(dice, 10, 9000), number(dice)
    total = deal.total(worth(rows) + worth(calls) + cash)
    rows, calls = deal.shown(rows), deal.shown(calls)

    def signed(value: D | None) -> str:
        return plain(-value) + " DR" if value is not None and value < 0 else plain(value)

    pencil = Pencil(font="Times", size=8)

    def frame(one: Pencil) -> None:
        one.row([(40, "OVERHILL PRIME"), (-570, f"A/C {account}")], "B", 14, 11)
        one.row([(40, "Positions at close of business 30-Sep-2026")], "", 26)

    pencil.on_page = frame
    pencil.page()
    table = Table(pencil, [
        Column("Security", 40), Column("ID", 215), Column("Trade Dt", 265), Column("Position", -370),
        Column("Mkt Value", -450),
        Column("Price", -500), Column("Cost", -570),
    ], step=11)  # fmt: skip
    table.head()
    for row in (*rows, *calls):
        table.break_page(14 + 11 * len(row.lots))
        table.line(
            [
                row.name,
                row.symbol or "",
                "",
                plain(row.quantity, 0),
                signed(row.value),
                plain(row.price),
                plain(row.cost),
            ],
            "B",
        )
        for place, lot in enumerate(row.lots, 1):
            table.line([f"   Tax Lot {place}", "", us_day(lot.day), plain(lot.quantity, 0),
            plain(cents(lot.quantity * (row.price or D(0)))),
                        "", plain(lot.cost)])  # fmt: skip
    table.line(["Cash", "", "", "", signed(cash)], "", 16)
    table.line(["Net liquidating value", "", "", "", signed(total)], "B")
    return pencil.drawn(deal.close(account, (*rows, *calls), total, cash, as_of="2026-09-30"))


def sidelong(deal: Deal) -> Drawn:
    """Pages turned a quarter: the sheet is upright, its text runs up the side, and the file says so."""
    dice = deal.dice
    rows = [stock(dice, deal.taken) for _ in range(dice.randrange(5, 25))]
    cash, account = money(dice, 10, 9000), number(dice)
    total = deal.total(worth(rows) + cash)
    rows = deal.shown(rows)
    pencil = Pencil(landscape=True, size=8)
    pencil.page()
    pencil.row([(40, "Sidelong Asset Custody"), (-750, f"Account {account}")], "B", 14, 11)
    pencil.row([(-750, "As of August 31, 2026")], "", 26)
    table = Table(pencil, [
        Column("Asset name", 40, words("name")), Column("Symbol", 250, words("symbol")),
        Column("Shares", -400, of("quantity", plain, 0)),
        Column("Unit price", -480, of("price")), Column("Cost", -580, of("cost")), Column("Value", -690, of("value")),
    ])  # fmt: skip
    table.head()
    table.rows(rows)
    table.line(["Cash", "", "", "", "", plain(cash)])
    table.line(["Total", "", "", "", "", plain(total)], "B")
    drawn = pencil.drawn(deal.close(account, rows, total, cash, as_of="2026-08-31"))
    return replace(drawn, data=turned(drawn.paper), paper=None)


def turned(paper: Paper) -> bytes:
    """The pages drawn up the side of upright sheets, with the turn that shows them level."""
    import pypdfium2

    pdf = replace(paper, width=paper.height, height=paper.width).empty()
    for page in paper.pages:
        pdf.add_page()
        for mark in page:
            if isinstance(mark, Ink):
                pdf.set_font(paper.font, mark.style, mark.size)
                with pdf.rotation(90, mark.y, paper.width - mark.x):
                    pdf.text(mark.y, paper.width - mark.x, mark.text)
    document = pypdfium2.PdfDocument(bytes(pdf.output()))
    for sheet in document:
        sheet.set_rotation(90)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
