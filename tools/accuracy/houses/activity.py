"""A house whose statement is a list of activities: positions without names, decoys that look like them, trades."""

from dataclasses import replace

from tools.accuracy.content import moves, option, stock
from tools.accuracy.drawing import Column, Pencil, Table, of, plain
from tools.accuracy.houses.hands import Hand, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move, Row


def ibsley(deal: Deal) -> Drawn:
    """An activity statement: assets long and short, performance as a decoy, positions without names, trades."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken) for _ in range(dice.randrange(4, 12))]
    low = stock(dice, taken)
    shares.append(replace(low, quantity=-(low.quantity or ZERO), value=-low.value, cost=-(low.cost or ZERO)))
    calls = [option(dice, shares[0], True), option(dice, shares[1], False)]
    held = hand(deal, {"Stocks": shares, "Equity and Index Options": calls})
    done = [move for move in moves(dice, shares[:-1], 2026, 6) if move.side != "reinvest"]
    pencil = Pencil(font="Sans", size=7)
    pencil.page()
    pencil.say("Activity Statement\nJune 1, 2026 - June 30, 2026", 40, "B", 14, 11)
    pencil.say("Ibsley Brokers LLC, Two Harbour Plaza", 40, "", 18)
    for label, text in (
        ("Account Information", ""),
        ("Name", "Tobias R. Marchetti"),
        ("Account", held.number),
        ("Account Capabilities", "Margin"),
        ("Base Currency", "USD"),
    ):
        pencil.row([(40, label), (180, text)], "" if text else "B")
    _net_assets(pencil, held)
    _performance(pencil, [*shares, *calls])
    pencil.room(100)
    pencil.y += 12
    pencil.say("Open Positions", 40, "B", 12, 9)
    table = Table(
        pencil,
        [
            Column("Symbol", 40),
            Column("Quantity", -230, of("quantity", plain, 0)),
            Column("Mult", -270),
            Column("Cost Price", -330),
            Column("Cost Basis", -400, of("cost")),
            Column("Close Price", -460, of("price", plain, 4)),
            Column("Value", -520, of("value")),
            Column("Unrealized P/L", -572, of("gain")),
        ],
        step=11,
    )
    table.head()
    for title, rows in held.groups.items():
        pencil.say(f"{title}\n  USD", 40, "B", 10)
        for row in rows:
            table.break_page(12)
            size = 100 if row.kinds else 1
            unit = abs((row.cost or ZERO) / (row.quantity or D(1)) / size)
            table.line(
                [
                    row.symbol or row.name,
                    plain(row.quantity, 0),
                    str(size),
                    plain(unit, 4),
                    plain(row.cost),
                    plain(row.price, 4),
                    plain(row.value),
                    plain(row.gain),
                ]
            )
        value, cost = held.sums[title]
        table.line(["Total", "", "", "", plain(cost), "", plain(value), plain(value - cost)], "B")
    _trades(pencil, done)
    _instruments(pencil, shares)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", moves=tuple(done)))


def _net_assets(pencil: Pencil, held: Hand) -> None:
    pencil.y += 10
    pencil.say("Net Asset Value", 40, "B", 12, 9)
    pencil.row([(-230, "May 29, 2026"), (-470, "June 30, 2026"), (-560, "Change")], "B", 10)
    pencil.row([(-230, "Total"), (-310, "Long"), (-390, "Short"), (-470, "Total"), (-560, "Total")], "B", 11)
    parts = {"Cash": [held.cash or ZERO], **{title: [row.value for row in rows] for title, rows in held.groups.items()}}
    for title, values in parts.items():
        long = sum((value for value in values if value > 0), ZERO)
        short = sum((value for value in values if value < 0), ZERO)
        pencil.row(
            [
                (40, title),
                (-230, plain(long - 5)),
                (-310, plain(long)),
                (-390, plain(short)),
                (-470, plain(long + short)),
                (-560, "5.00"),
            ],
            "",
            11,
        )
    pencil.row([(40, "Total"), (-230, plain(held.total - 15)), (-470, plain(held.total)), (-560, "15.00")], "B", 20)
    pencil.row([(40, "Time Weighted Rate of Return"), (-230, "1.22%")], "", 18)


def _performance(pencil: Pencil, rows: list[Row]) -> None:
    pencil.say("Mark-to-Market Performance Summary", 40, "B", 12, 9)
    pencil.row([(-290, "Quantity"), (-420, "Price"), (-540, "Mark-to-Market Profit/Loss")], "B", 10)
    pencil.row(
        [
            (40, "Symbol"),
            (-240, "Prior"),
            (-310, "Current"),
            (-380, "Prior"),
            (-450, "Current"),
            (-510, "Position"),
            (-565, "Total"),
        ],
        "B",
        11,
    )
    for row in rows:
        pencil.room(12)
        pencil.row(
            [
                (40, row.symbol or row.name),
                (-240, "10"),
                (-310, plain(row.quantity, 0)),
                (-380, "1.0000"),
                (-450, plain(row.price, 4)),
                (-510, "12.10"),
                (-565, "12.10"),
            ],
            "",
            11,
        )


def _trades(pencil: Pencil, done: list[Move]) -> None:
    pencil.room(90)
    pencil.y += 12
    pencil.say("Trades", 40, "B", 12, 9)
    table = Table(
        pencil,
        [
            Column("Symbol", 40),
            Column("Date/Time", 110),
            Column("Quantity", -260),
            Column("T. Price", -320),
            Column("C. Price", -380),
            Column("Proceeds", -450),
            Column("Comm/Fee", -500),
            Column("Code", 520),
        ],
        step=11,
    )
    table.head()
    for move in done:
        table.break_page(12)
        sign = -1 if move.side == "sell" else 1
        unit = plain(move.amount / move.quantity, 4)
        table.line(
            [
                move.symbol,
                f"{move.day}, 10:31:02",
                plain(sign * move.quantity, 0),
                unit,
                unit,
                plain(-sign * move.amount),
                "0.00",
                "C" if sign < 0 else "O",
            ]
        )


def _instruments(pencil: Pencil, rows: list[Row]) -> None:
    pencil.room(80)
    pencil.y += 12
    pencil.say("Financial Instrument Information", 40, "B", 12, 9)
    pencil.row(
        [
            (40, "Symbol"),
            (110, "Description"),
            (-380, "Conid"),
            (400, "Listing Exch"),
            (-520, "Multiplier"),
            (530, "Type"),
        ],
        "B",
    )
    for place, row in enumerate(rows):
        pencil.room(12)
        pencil.row(
            [
                (40, row.symbol or ""),
                (110, row.name),
                (-380, str(8_120_331 + 77 * place)),
                (400, "NYSE"),
                (-520, "1"),
                (530, "COMMON"),
            ],
            "",
            11,
        )
