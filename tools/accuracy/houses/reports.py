"""Houses of reports: prices under quantities in sectors, two columns of a page, a London valuation."""

from dataclasses import replace

from tools.accuracy.content import isin, money, option, stock
from tools.accuracy.drawing import A4, Column, Pencil, Table, dollars, of, plain, trailing, words
from tools.accuracy.houses.hands import framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import Drawn


def loxwood(deal: Deal) -> Drawn:
    """Sectors with sums, heads of three lines, prices under quantities, empty positions, a debit, pending trades."""
    dice, taken = deal.dice, deal.taken
    sectors = {
        title: [stock(dice, taken) for _ in range(dice.randrange(2, 6))]
        for title in ("Energy", "Financials", "Information Technology")
    }
    first = sectors["Energy"][0]
    calls = [
        replace(option(dice, first, True), cost=None),
        replace(option(dice, sectors["Financials"][0], False), cost=None),
    ]
    held = hand(deal, {**sectors, "Options": calls}, cash=False)
    debit = -money(dice, 100, 9000)
    held = replace(held, cash=debit, total=held.total + debit)
    pencil = Pencil(landscape=True, font="Serif", size=7.5)
    framed(
        pencil,
        ("Loxwood Partners LLC", f"Margin Account {held.number}"),
        ("Calloway Family LLC, a Maine limited liability company", "Report date: 31 Aug 2026   (~)"),
    )
    table = Table(
        pencil,
        [
            Column("Position||(Ticker)", 40),
            Column("Units held|and|closing price", -330),
            Column("Tax|cost|(USD)", -430),
            Column("Market|value|(USD)", -530),
            Column("Unrealised|gain or|loss-", -630),
            Column("Share|of|account", -720),
        ],
        step=9,
    )
    table.head()
    for title, rows in held.groups.items():
        table.break_page(50)
        pencil.say(title, 40, "B", 12, 8.5)
        for row in rows:
            table.break_page(30)
            paid = "n/a" if row.cost is None else plain(row.cost)
            table.line(
                [
                    row.name,
                    plain(row.quantity, 0),
                    paid,
                    trailing(row.value),
                    "n/a" if row.gain is None else trailing(row.gain),
                    "2.1%",
                ]
            )
            table.line([f"({row.symbol})" if row.symbol else "", f"@ {plain(row.price)}"], "", 13)
        value, cost = held.sums[title]
        table.line([f"Subtotal - {title}", "", plain(cost) if title != "Options" else "", trailing(value)], "B", 18)
    table.line(["HARBOR RIGHTS EXP 08/15/26", "0", "0.00", "0.00", "0.00", "0.0%"], "", 18)
    table.line(["Net debit balance", "", "", trailing(debit)])
    table.line(["Net account equity", "", "", trailing(held.total)], "B", 24)
    pencil.room(70)
    pencil.say("Unsettled trades (settle after the report date; included above)", 40, "B", 12, 8.5)
    pencil.row([(40, "Security"), (-330, "Units"), (-430, "Trade date"), (-530, "Net amount")], "B")
    pencil.row([(40, first.name), (-330, "10"), (-430, "28 Aug 2026"), (-530, "412.20")])
    return pencil.drawn(held.closed(deal, as_of="2026-08-31"))


def birkdale(deal: Deal) -> Drawn:
    """Two columns of a page: holdings on the left, notes, rates and a pie's figures in words on the right."""
    dice, taken = deal.dice, deal.taken
    held = hand(deal, {"": [stock(dice, taken) for _ in range(dice.randrange(5, 16))]})
    pencil = Pencil(landscape=True, font="Sans", size=7.5)
    framed(
        pencil,
        ("Birkdale & Hale", "Client: Odalys Fenwick"),
        (f"Account {held.number}", "Valued at close, Sep 30, 2026"),
    )
    top = pencil.y
    table = Table(
        pencil,
        [
            Column("Ticker", 40, lambda row: row.symbol),
            Column("What you own", 85, lambda row: row.name),
            Column("Shares", -280, of("quantity", plain, 0)),
            Column("Price", -330, of("price", dollars)),
            Column("Worth", -410, of("value", dollars)),
            Column("Paid", -490, of("cost", dollars)),
        ],
        step=12,
    )
    pencil.say("Your holdings", 40, "B", 14, 10)
    table.head()
    table.rows(held.rows)
    table.line(["", "Cash on hand", "", "", dollars(held.cash), ""])
    table.line(["", "In total", "", "", dollars(held.total), dollars(held.cost)], "B")
    pencil.y = top
    for line in (
        "How you are invested",
        "Stocks 82.0%",
        "Bonds 12.5%",
        "Cash 5.5%",
        "",
        "What moved markets",
        "The index rose 3.2% to 5,612.40 in the quarter;",
        "oil ended at $71.20 a barrel, gold at $2,410.",
        "We expect 2 to 3 cuts in 2026 and 4.10% on",
        "ten-year notes by 12/31/2026.",
        "",
        "Rates this month",
        "Bank sweep 0.45%   Margin 8.75%",
        "3-month bill 4.31%   2-year note 3.98%",
        "",
        "Your beneficiaries",
        "Ines Calloway 60%   Trust 40%",
    ):
        pencil.row([(530, line)], "B" if line and not any(map(str.isdigit, line)) and len(line) < 22 else "", 12)
    return pencil.drawn(held.closed(deal, as_of="2026-09-30"))


def kilburnie(deal: Deal) -> Drawn:
    """A London house with dollars: holdings before names, book cost in front of the price, day before month, yields."""
    dice, taken = deal.dice, deal.taken
    rows = [
        replace(stock(dice, taken, odd=place % 2 == 0), symbol=None, isin=isin(dice, taken, "GB"))
        for place in range(dice.randrange(5, 15))
    ]
    held = hand(deal, {"Equities": rows})
    pencil = Pencil(font="Serif", size=8, paper=A4)
    framed(
        pencil,
        ("KILBURNIE WEALTH plc", "Valuation report"),
        ("Miss Ines Calloway (US person)", f"Client account: {held.number}"),
        ("All amounts in US dollars", "5 April 2026"),
    )
    pencil.row([(40, "Summary"), (-250, "Value"), (-320, "Weight"), (-400, "Est. income")], "B")
    pencil.row([(40, "Equities"), (-250, plain(held.value)), (-320, "91.2%"), (-400, "4,120")])
    pencil.row([(40, "Cash"), (-250, plain(held.cash)), (-320, "8.8%"), (-400, "11")], "", 24)
    table = Table(
        pencil,
        [
            Column("Holding", -85, of("quantity", plain, 0)),
            Column("Stock", 95, words("name")),
            Column("Book cost", -385, of("cost")),
            Column("Mid price|(USD)", -440, of("price")),
            Column("Valuation|(USD)", -510, of("value")),
            Column("Yield|%", -550, lambda row: "3.1"),
        ],
        step=10,
    )
    pencil.say("Equities", 40, "B", 13, 10)
    table.head()
    table.rows(held.rows, lambda row: pencil.say(f"{row.isin}  Ordinary 25p", 95, "", 14, 6.5), need=30)
    table.line(["", "Total equities", plain(held.cost), "", plain(held.value)], "B", 20)
    table.line(["", "Income account", "", "", plain(held.cash)], "", 14)
    table.line(["", "Portfolio value", "", "", plain(held.total)], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-04-05"))
