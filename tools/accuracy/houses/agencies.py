"""A transfer agent's shares with their reinvestment plan, and an appraisal of portfolio accounting software."""

import datetime
import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, bond, cents, cusip, money, option, stock, symbol
from tools.accuracy.drawing import Column, Pencil, Table, dollars, plain
from tools.accuracy.houses import tellings
from tools.accuracy.houses.hands import Hand, across, hand, said
from tools.accuracy.houses.usual import address, etf, share, treasury
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move, Row


def tallis(deal: Deal) -> Drawn:
    """A transfer agent: one issuer's shares in book entry and in the plan to six places, each reinvestment, a price."""
    dice, taken = deal.dice, deal.taken
    issuer = stock(dice, taken)
    titles = ("COMMON STOCK",) if dice.random() < 0.6 else ("CLASS A COMMON", "CLASS B COMMON")
    books = [_book(dice, taken, issuer, title) for title in titles]
    owner = dice.choice(PEOPLE)
    held = hand(deal, {"": [book[0] for book in books]}, cash=False)
    held = replace(held, number=f"C{dice.randrange(10**9, 10**10 - 1)}")
    done = tuple(move for book in books for move in book[1])
    made = held.closed(deal, as_of="2026-06-30", owner=owner.upper(), moves=done, registration="taxable_individual")
    pencil = Pencil(font="Helvetica", size=7.5)
    pencil.on_page = lambda one: _tallis_frame(one, issuer.name, held)
    pencil.page()
    pencil.say(address(dice, owner), 40, "", 11)
    across(pencil, (340, 460), ("Holder Account Number", ""), "", 12)
    across(pencil, (340, 460), (held.number, "I N D"), "B", 14, 11)
    across(pencil, (340, 460), ("SSN/TIN Certified", "Yes"), "", 12)
    across(pencil, (340, 460), ("Registration", "Individual"), "", 24)
    pencil.say(
        f"{issuer.name.title()} - Direct Stock Purchase and Dividend Reinvestment Plan Statement", 40, "B", 20, 10
    )
    _tallis_balances(pencil, held, books)
    _tallis_dividends(pencil, dice, books)
    for row, moved, plan, book in books:
        _tallis_history(pencil, row, moved, plan, book)
    pencil.room(60)
    pencil.say("Tallis acts as agent for the plan. Shares held in book entry are not insured by the FDIC or SIPC.\n"
               "IMPORTANT INFORMATION - RETAIN FOR YOUR RECORDS. Cost basis is sent on Form 1099-B where reportable.",
               40, "", 9, 6.5)  # fmt: skip
    return pencil.drawn(made)


def _book(dice: random.Random, taken: set[str], issuer: Row, title: str) -> tuple[Row, list[Move], D, D]:
    """The row of a class, its reinvestments, and the shares in the plan and in book entry."""
    ticker, price = symbol(dice, taken), money(dice, 12, 240)
    name, done = f"{issuer.name} {title}", []
    for when in dice.choice((("2026-03-10", "2026-06-10"), ("2026-06-10",), ("2026-06-01", "2026-06-15"))):
        amount, at = money(dice, 20, 900), (price * dice.randrange(8500, 11_500) / 10_000).quantize(D("0.0001"))
        count = (amount / at).quantize(D("0.000001"))
        done.append(Move(when, "reinvest", ticker, name, count, amount))
    plan = D(dice.randrange(20_000_000, 900_000_000)) / 10**6 + sum((move.quantity for move in done), ZERO)
    registered = D(dice.randrange(0, 4) * 125)
    count = plan + registered
    row = Row(ticker, name, count, price, cents(count * price), None, cusip(dice, taken))
    return row, done, plan, registered


def _class(row: Row) -> str:
    return " ".join(row.name.split()[-2:] if row.name.endswith("STOCK") else row.name.split()[-3:])


def _tallis_frame(pencil: Pencil, issuer: str, held: Hand) -> None:
    across(pencil, (40, -572), ("Tallis Shareholder Services", issuer.title()), "B", 13, 11)
    across(pencil, (40, -572), ("PO Box 5512, Ashcombe, OH 44114-5512", "www.tallis.example/investor"), "", 26)
    pencil.at(40, f"001CD400{pencil.pages}3   {held.number}", "", 6, 770)


def _tallis_balances(pencil: Pencil, held: Hand, books: list[tuple[Row, list[Move], D, D]]) -> None:
    places = (-92.0, -160.0, -214.0, -284.0, 296.0, 346.0, -462.0, -506.0, -572.0)
    pencil.say("Account Information   Date: 30 Jun 2026 (Excludes transactions pending settlement)", 40, "B", 14, 9)
    across(pencil, places, ("Dividend", "Direct", "", "", "", "", "Ticker", "Price per", "Market"), "B", 9)
    heads = ("Reinvestment", "Registration", "Certificated", "Total", "", "Class", "Symbol", "Share ($)", "Value ($)")
    across(pencil, places, heads, "B", 9)
    across(pencil, places, ("Balance", "Balance", "Shares", "Shares/Units", "CUSIP", "Description"), "B", 13)
    for row, (_, _, plan, registered) in zip(held.rows, books, strict=False):
        cells = (plain(plan, 6), plain(registered, 6), "0.000000", plain(row.quantity, 6), row.cusip or "", _class(row))
        across(pencil, places, (*cells, row.symbol or "", plain(row.price, 6), plain(row.value)), "", 12)
    pencil.y += 8
    across(pencil, (40, -572), ("Total market value of your account at the close of 30 Jun 2026", dollars(held.total)),
           "B", 22)  # fmt: skip


def _tallis_dividends(pencil: Pencil, dice: random.Random, books: list[tuple[Row, list[Move], D, D]]) -> None:
    pencil.say("Dividend/Distribution Information", 40, "B", 14, 9)
    places = (40.0, 100.0, -210.0, 230.0, -420.0, -500.0, -572.0)
    heads = ("Record Date", "Payment Date", "Rate ($)", "Class Description", "Gross ($)", "Tax ($)", "Net ($)")
    across(pencil, places, heads, "B", 12)
    for row, done, _, _ in books:
        for move in done:
            early = said((datetime.date.fromisoformat(move.day) - datetime.timedelta(25)).isoformat(), "%d %b %Y")
            cells = (early, said(move.day, "%d %b %Y"), f"0.{dice.randrange(1000, 9999)}", _class(row))
            across(pencil, places, (*cells, plain(move.amount), "0.00", plain(move.amount)), "", 12)
    pencil.y += 12


def _tallis_history(pencil: Pencil, row: Row, done: list[Move], plan: D, registered: D) -> None:
    pencil.room(110)
    places = (40.0, 96.0, -270.0, -330.0, 340.0, -432.0, -496.0, -572.0)
    pencil.say("Transaction History   From: 01 Jan 2026 To: 30 Jun 2026", 40, "B", 13, 9)
    pencil.say("This section pertains only to book-entry shares/units.", 40, "", 12, 7)
    across(pencil, places, ("", "Transaction", "Transaction", "Deduction", "Deduction", "Price Per", "Transaction",
                            "Total Book"), "B", 9)  # fmt: skip
    across(pencil, places, ("Date", "Description", "Amount ($)", "Amount ($)", "Type", "Share ($)", "Shares/Units",
                            "Shares/Units"), "B", 12)  # fmt: skip
    pencil.say(f"Plan Transactions - {row.name}", 40, "B", 11)
    running = plan - sum((move.quantity for move in done), ZERO)
    across(pencil, places, ("01 Jan 2026", "Balance Forward", "", "", "", "", "", plain(running, 6)), "", 11)
    for move in done:
        running += move.quantity
        cells = (said(move.day, "%d %b %Y"), "Dividend Reinvestment", plain(move.amount), "", "")
        at = plain(move.amount / move.quantity, 6)
        across(pencil, places, (*cells, at, plain(move.quantity, 6), plain(running, 6)), "", 11)
    if registered:
        pencil.say(f"Direct Registration (DRS) Transactions - {row.name}", 40, "B", 11)
        forward = ("01 Jan 2026", "Balance Forward", "", "", "", "", "", plain(registered, 6))
        across(pencil, places, forward, "", 11)
    pencil.y += 12


def chancery(deal: Deal) -> Drawn:
    """An appraisal: cost before price, sums without words, interest owed in a line of each class, shorts, options."""
    dice, taken = deal.dice, deal.taken
    longs = [stock(dice, taken) for _ in range(dice.randrange(5, 14))]
    puts = [option(dice, row, dice.random() < 0.7) for row in dice.sample(longs, dice.randrange(0, 3))]
    groups = {
        "COMMON STOCK": longs,
        "EXCHANGE TRADED FUNDS": [etf(dice, taken) for _ in range(dice.randrange(1, 4))],
        "CORPORATE AND MUNICIPAL BONDS": [bond(dice, taken) for _ in range(dice.randrange(1, 5))],
        "TREASURY NOTES": [replace(treasury(dice, taken), accrued=None) for _ in range(dice.randrange(0, 3))],
        "CALL OPTIONS": puts,
        "SHORT COMMON STOCK": [tellings.short(stock(dice, taken)) for _ in range(dice.randrange(0, 3))],
    }
    held = hand(deal, tellings.filled(groups))
    owed = {
        title: money(dice, 40, 3000)
        for title in held.groups
        if title in ("CORPORATE AND MUNICIPAL BONDS", "TREASURY NOTES")
    }
    swept, debit = held.cash or ZERO, -money(dice, 500, 9000) if dice.random() < 0.5 else ZERO
    total = held.total + debit + sum(owed.values(), ZERO)
    held = replace(held, cash=swept + debit, total=total)
    symbols = dice.random() < 0.5
    rows = [row if symbols or row.symbol is None else replace(row, symbol=None) for row in held.rows]
    rows = [replace(row, cusip=None) for row in rows]
    account = deal.close(held.number, rows, held.total, held.cash, as_of="2026-06-30", sweeps=(swept,))
    pencil = Pencil(landscape=dice.random() < 0.5, font="Times", size=8)
    _chancery_title(pencil, held)
    _chancery_detail(pencil, held, owed, (swept, debit), symbols)
    _chancery_sales(pencil, dice, longs)
    return pencil.drawn(account)


def _chancery_title(pencil: Pencil, held: Hand, title: str = "PORTFOLIO APPRAISAL") -> None:
    def frame(one: Pencil) -> None:
        tellings.middle(one, "Chancery Lane Capital Management", "B", 12)
        tellings.middle(one, title, "B", 11)
        tellings.middle(one, "Calloway Family Partnership", "I" if one.paper.font == "Times" else "")
        tellings.middle(one, f"Account {held.number}")
        tellings.middle(one, "June 30, 2026")
        one.y += 12
        one.at(-(one.paper.width - 40), str(one.pages), "", 7, one.paper.height - 30)

    pencil.on_page = frame
    pencil.page()


def _chancery_detail(pencil: Pencil, held: Hand, owed: dict[str, D], cash: tuple[D, D], symbols: bool) -> None:
    right = 752.0 if pencil.paper.width > 700 else 572.0
    edges = [88.0, 98.0, right - 262, right - 196, right - 140, right - 70, right - 34, right]
    heads = ("|Quantity", "|Security", "Unit|Cost", "Total|Cost", "|Price", "Market|Value", "Pct.|Assets", "Cur.|Yield")
    edges = [edge if place == 1 else -edge for place, edge in enumerate(edges)]
    table = Table(pencil, [Column(head, edge) for head, edge in zip(heads, edges, strict=True)], 11)
    table.head()
    for title, rows in held.groups.items():
        table.break_page(40)
        pencil.say(title, 98, "B", 12)
        for row in rows:
            _chancery_row(table, row, held, symbols)
        value, cost = held.sums[title]
        if title in owed:
            figures = (plain(owed[title]), share(owed[title], held.total, 1)[:-1])
            table.line(["", "Accrued Interest", "", "", "", *figures])
            value += owed[title]
        pencil.rule(abs(edges[3]) - 50, abs(edges[3]))
        pencil.rule(abs(edges[5]) - 50, abs(edges[6]))
        table.line(["", "", "", plain(cost), "", plain(value), share(value, held.total, 1)[:-1], "1.5"], step=20)
    table.break_page(90)
    pencil.say("CASH AND EQUIVALENTS", 98, "B", 12)
    for label, value in zip(("Sovereign Government Money Fund", "Margin Cash"), cash, strict=True):
        if value:
            cells = ("", plain(value), "", plain(value), share(value, held.total, 1)[:-1], "0.1")
            table.line(["", label, *cells])
    table.line(["", "", "", plain(held.cash), "", plain(held.cash), share(held.cash or ZERO, held.total, 1)[:-1]],
               step=20)  # fmt: skip
    cost = held.cost + (held.cash or ZERO)
    table.line(["", "TOTAL PORTFOLIO", "", plain(cost), "", plain(held.total), "100.0", "1.4"], "B", 20)


def _chancery_row(table: Table, row: Row, held: Hand, symbols: bool) -> None:
    pair = row.name.rsplit(" ", 2) if "bond" in row.kinds else [row.name]
    table.break_page(22)
    unit = (row.cost or ZERO) / (row.quantity or D(1)) * (100 if row.kinds else 1)
    unit = unit / 10000 if row.kinds == ("option",) else unit
    first = f"{row.symbol.lower()}  {pair[0].title()}" if symbols and row.symbol else pair[0].title()
    first = row.name if row.kinds == ("option",) else first
    cells = (plain(unit), plain(row.cost), plain(row.price), plain(row.value), share(row.value, held.total, 1)[:-1])
    count = plain(row.quantity, 0 if row.quantity == (row.quantity or ZERO).to_integral() else 3)
    price = plain(row.price, 3) if "bond" in row.kinds else plain(row.price)
    table.line([count, first, cells[0], cells[1], price, cells[3], cells[4], "1.5"])
    if len(pair) > 1:
        due = pair[2].replace("/", "-")
        table.line(["", f"{pair[1]} Due {due[:6]}{due[8:]}"])


def _chancery_sales(pencil: Pencil, dice: random.Random, rows: list[Row]) -> None:
    pencil.page()
    tellings.middle(pencil, "REALIZED GAINS AND LOSSES", "B", 11)
    tellings.middle(pencil, "From 04-01-26 Through 06-30-26")
    pencil.y += 8
    places = (40.0, 92.0, -190.0, 198.0, -400.0, -470.0, -520.0, -570.0)
    across(pencil, places, ("Open", "Close", "", "", "Cost", "", "Gain Or Loss", ""), "B", 9)
    heads = ("Date", "Date", "Quantity", "Security", "Basis", "Proceeds", "Short Term", "Long Term")
    across(pencil, places, heads, "B", 13)
    sums = [ZERO, ZERO]
    for row in dice.sample(rows, 3):
        cost, got = money(dice, 900, 9000), money(dice, 900, 9000)
        sums = [sums[0] + cost, sums[1] + got]
        cells = ("03-11-21", "05-19-26", plain(D(dice.randrange(5, 90)), 0), row.name.title(), plain(cost), plain(got))
        across(pencil, places, (*cells, "", plain(got - cost)), "", 12)
    gain = plain(sums[1] - sums[0])
    across(pencil, places, ("TOTAL GAINS", "", "", "", "", "", "", gain), "", 12)
    across(pencil, places, ("", "", "", "", plain(sums[0]), plain(sums[1]), "0.00", gain), "B", 24)
    pencil.say(tellings.SMALL, 40, "", 9, 6.5)
