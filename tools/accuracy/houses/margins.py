"""Houses of short positions without a sign, of names that stand last, and of names that wrap."""

from dataclasses import replace

from tools.accuracy.content import stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, of, plain, us_day, words
from tools.accuracy.houses.hands import framed, hand, in_lots, said, some_stocks
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row


def shorewell(deal: Deal) -> Drawn:
    """Long and short in sections of their own; what is short stands without a sign and is taken off in the sum."""
    dice, taken = deal.dice, deal.taken
    short = []
    for row in some_stocks(deal, 1, 4):
        short.append(replace(row, quantity=-(row.quantity or ZERO), value=-row.value, cost=-(row.cost or ZERO)))
    held = hand(
        deal, {"Long Positions": [stock(dice, taken) for _ in range(dice.randrange(4, 12))], "Short Positions": short}
    )
    pencil = Pencil(font="Courier", size=7.5)
    framed(
        pencil,
        ("SHOREWELL MARGIN SERVICES", f"ACCOUNT {held.number}"),
        ("HEDGED EQUITY ACCOUNT", "AS OF SEPTEMBER 30, 2026"),
        left=30,
    )
    table = Table(
        pencil,
        [
            Column("SYMBOL", 30, words("symbol")),
            Column("SECURITY", 80, words("name")),
            Column("SHARES", -300, lambda row: plain(abs(row.quantity or ZERO), 0)),
            Column("LAST", -360, of("price")),
            Column("VALUE", -450, lambda row: plain(abs(row.value))),
            Column("BASIS/PROCEEDS", -560, lambda row: plain(abs(row.cost or ZERO))),
        ],
        step=11,
    )
    for title, rows in held.groups.items():
        pencil.room(60)
        pencil.say(title.upper(), 30, "B", 12, 8)
        table.head()
        table.rows(rows)
        table.line(["", f"TOTAL {title.upper()}", "", "", plain(abs(held.sums[title][0]))], "B", 20)
    pencil.row([(80, "LONG MARKET VALUE"), (-450, plain(held.sums["Long Positions"][0]))], "", 11)
    pencil.row([(80, "LESS SHORT MARKET VALUE"), (-450, plain(-held.sums["Short Positions"][0]))], "", 11)
    pencil.row([(80, "CREDIT BALANCE"), (-450, plain(held.cash))], "", 11)
    pencil.row([(80, "ACCOUNT EQUITY"), (-450, plain(held.total))], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-09-30"))


def nethercote(deal: Deal) -> Drawn:
    """Value first and the name last: the columns run the other way, with the symbol before the name in one cell."""
    held = hand(deal, {"": some_stocks(deal, 5, 20)})
    pencil = Pencil(font="Sans", size=8)
    framed(
        pencil,
        ("Nethercote Mutual Brokerage", "Holdings on 15-Jul-2026"),
        (f"Account ending: {held.number}   Owner: Odalys Fenwick (TOD)", "sheet ~"),
    )
    table = Table(
        pencil,
        [
            Column("Worth today", -120, of("value")),
            Column("Paid in all", -210, of("cost")),
            Column("Up or down", -290, of("gain", bracketed)),
            Column("Units", -350, of("quantity", plain, 0)),
            Column("Unit price", -410, of("price")),
            Column("Holding", 425, lambda row: f"{row.symbol} {row.name}"[:30]),
        ],
        step=12,
        zebra=True,
    )
    table.head()
    table.rows(held.rows)
    pencil.row([(-120, plain(held.cash)), (425, "Settlement cash")])
    pencil.row([(-120, plain(held.total)), (-210, plain(held.cost)), (425, "All holdings and cash")], "B")
    day = said("2026-07-15", "%Y-%m-%d")
    return pencil.drawn(held.closed(deal, as_of=day))


def tamworth(deal: Deal) -> Drawn:
    """One purchase day a row, names that wrap, the average cost after the whole, a section for each type of account."""
    dice, taken = deal.dice, deal.taken
    rows = [in_lots(dice, stock(dice, taken, odd=True), 1) for _ in range(dice.randrange(5, 18))]
    half = len(rows) // 2
    held = hand(deal, {"Stocks - Cash": rows[:half], "Stocks - Margin": rows[half:]})
    for title, part in held.groups.items():
        held.groups[title] = [
            replace(row, lots=(replace(row.lots[0], quantity=row.quantity or ZERO, cost=row.cost or ZERO),))
            for row in part
        ]
    pencil = Pencil(landscape=True, size=7)
    framed(
        pencil,
        ("Tamworth Clearing, Inc.", f"Statement for Account # {held.number}"),
        ("", "10/01/26 - 10/31/26"),
    )
    pencil.row(
        [(40, "Portfolio Summary"), (-250, "Current Value"), (-330, "Prior Value"), (-420, "Period Change")], "B"
    )
    for label, now, up in (("Cash", held.cash or ZERO, 44), ("Stocks", held.value, 800), ("Total", held.total, 844)):
        pencil.row([(40, label), (-250, dollars(now)), (-330, dollars(now - up)), (-420, f"{up}.00")])
    pencil.y += 14
    table = Table(
        pencil,
        [
            Column("Investment|Description", 40),
            Column("Symbol/|CUSIP", 200),
            Column("Quantity", -310),
            Column("Current|Price", -360),
            Column("Market|Value", -440),
            Column("Purchase|Date", -500),
            Column("Cost|Basis", -580),
            Column("Average|Cost", -635),
            Column("Unrealized|Gain(Loss)", -710),
            Column("Estimated|Income", -752),
        ],
        step=9,
    )
    for title, part in held.groups.items():
        pencil.room(80)
        pencil.say(title, 40, "B", 12, 8)
        table.head()
        for row in part:
            _wrapped(table, row)
        table.line(
            [f"Total {title}", "", "", "", dollars(held.sums[title][0]), "", dollars(held.sums[title][1])], "B", 20
        )
    return pencil.drawn(held.closed(deal, as_of="2026-10-31"))


def _wrapped(table: Table, row: Row) -> None:
    table.break_page(24)
    cut = row.name.find(" ", 14)
    first, rest = (row.name, "") if cut < 0 else (row.name[:cut], row.name[cut + 1 :])
    average = (row.cost or ZERO) / (row.quantity or D(1))
    figures = [plain(row.quantity, 0), dollars(row.price), dollars(row.value), us_day(row.lots[0].day, 2)]
    table.line([first, row.symbol or "", *figures, dollars(row.cost), plain(average), dollars(row.gain), "$12.00"])
    table.line([rest, "", "", "", "", "", "", "", "", ""], "", 12)
