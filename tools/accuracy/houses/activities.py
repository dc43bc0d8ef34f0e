"""A house like a brokers' broker: an activity statement by asset class and currency, with its trades and marks."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, cents, moves, option, stock
from tools.accuracy.drawing import Pencil, plain
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.usual import before, signed
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move, Row

OPEN = (40.0, -220.0, -262.0, -340.0, -430.0, -500.0, -590.0, -690.0, 712.0)


def ibstock(deal: Deal) -> Drawn:
    """Net asset value, marks to market, trades by symbol with their sums, open positions by class and currency."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE)
    shares = [stock(dice, taken) for _ in range(dice.randrange(3, 15))]
    low = stock(dice, taken)
    short = (
        [replace(low, quantity=-(low.quantity or ZERO), value=-low.value, cost=-(low.cost or ZERO))]
        if dice.random() < 0.5
        else []
    )
    calls = [_dated(option(dice, row, dice.random() < 0.5)) for row in dice.sample(shares, dice.randrange(0, 3))]
    groups = {"Stocks": [*shares, *short], "Equity and Index Options": calls}
    held = hand(deal, {title: rows for title, rows in groups.items() if rows})
    held = replace(held, number=f"U{dice.randrange(10**6, 10**8)}")
    done = [move for move in moves(dice, shares, 2026, 6) if move.side != "reinvest"]
    facts = {"as_of": "2026-06-30", "owner": owner, "moves": tuple(done), "sweeps": (held.cash or ZERO,)}
    made = held.closed(deal, **facts)
    pencil = Pencil(landscape=True, size=7)
    pencil.on_page = _ib_frame
    _ib_front(pencil, owner, held)
    _ib_open(pencil, held)
    _ib_trades(pencil, done)
    _ib_cash(pencil, held)
    _ib_instruments(pencil, dice, held)
    return pencil.drawn(made)


def _dated(row: Row) -> Row:
    """`KJXR 15JAN27 45 C` for the call on it."""
    _, under, _, strike = row.name.split()
    return replace(row, name=f"{under} 15JAN27 {strike.removesuffix('.00')} C")


def _ib_frame(pencil: Pencil) -> None:
    pencil.at(40, "Ibstock Brokers LLC, Two Harbor Plaza, Salem, OR 97301", "", 6, 590)
    pencil.at(-752, f"Activity Statement - June 30, 2026     Page: {pencil.pages}", "", 6, 590)


def _ib_front(pencil: Pencil, owner: str, held: Hand) -> None:
    pencil.page()
    across(pencil, (40, -752), ("IbstockBrokers", "Activity Statement"), "B", 14, 14)
    across(pencil, (-752,), ("June 1, 2026 - June 30, 2026",), "", 24, 9)
    _band(pencil, "Account Information")
    for label, text in (
        ("Name", owner),
        ("Account", held.number),
        ("Account Type", "Individual"),
        ("Customer Type", "Individual"),
        ("Account Capabilities", "Margin"),
        ("Base Currency", "USD"),
    ):
        across(pencil, (44, 200), (label, text), "", 11)
    pencil.y += 8
    _band(pencil, "Net Asset Value")
    across(pencil, (44, -190, -270, -350, -430, -510), ("", "May 31, 2026", "", "June 30, 2026", "", ""), "B", 9)
    across(pencil, (44, -190, -270, -350, -430, -510), ("", "Total", "Long", "Short", "Total", "Change"), "B", 12)
    lines = [("Cash", held.cash or ZERO, ZERO)]
    for title, rows in held.groups.items():
        value = held.sums[title][0]
        short = sum((row.value for row in rows if row.value < 0), ZERO)
        lines.append(("Stock" if title == "Stocks" else "Options", value - short, short))
    for label, long, short in lines:
        old = before(long + short, 3)
        across(
            pencil,
            (44, -190, -270, -350, -430, -510),
            (label, plain(old), plain(long), plain(short), plain(long + short), plain(long + short - old)),
            "",
            11,
        )
    old = sum((before(long + short, 3) for _, long, short in lines), ZERO)
    low = sum((short for _, _, short in lines), ZERO)
    across(
        pencil,
        (44, -190, -270, -350, -430, -510),
        ("Total", plain(old), plain(held.total - low), plain(low), plain(held.total), plain(held.total - old)),
        "B",
        14,
    )
    across(pencil, (44, -190), ("Time Weighted Rate of Return", "2.41%"), "", 18)
    _band(pencil, "Change in NAV")
    across(pencil, (44, -270), ("Starting Value", plain(old)), "", 11)
    across(pencil, (44, -270), ("Mark-to-Market", plain(held.total - old - D("31.20"))), "", 11)
    across(pencil, (44, -270), ("Dividends", "42.10"), "", 11)
    across(pencil, (44, -270), ("Commissions", "-10.90"), "", 11)
    across(pencil, (44, -270), ("Ending Value", plain(held.total)), "B", 20)
    pencil.page()
    _band(pencil, "Mark-to-Market Performance Summary")
    spots = (44.0, -200.0, -260.0, -330.0, -400.0, -500.0, -570.0, -640.0, -752.0)
    across(pencil, spots, ("", "Quantity", "", "Price", "", "Mark-to-Market Profit/Loss", "", "", ""), "B", 9)
    across(
        pencil,
        spots,
        ("Symbol", "Prior", "Current", "Prior", "Current", "Position", "Transaction", "Commissions", "Total"),
        "B",
        12,
    )
    for title, rows in held.groups.items():
        pencil.say(title, 44, "B", 11)
        for place, row in enumerate(rows):
            pencil.room(20)
            past = plain((row.price or ZERO) * D(97 + place % 5) / 100, 4)
            gain = plain(cents(row.value * D(3 - place % 5) / 100))
            cells = (
                row.symbol or row.name,
                plain(row.quantity, 0),
                plain(row.quantity, 0),
                past,
                plain(row.price, 4),
                gain,
                "0.00",
                "0.00",
                gain,
            )
            across(pencil, spots, cells, "", 10)
    pencil.y += 14


def _band(pencil: Pencil, title: str) -> None:
    pencil.room(70)
    pencil.shade(40, 752, 13, 215)
    pencil.say(title, 44, "B", 13, 8)


def _ib_head(pencil: Pencil) -> None:
    across(
        pencil,
        OPEN,
        ("Symbol", "Quantity", "Mult", "Cost Price", "Cost Basis", "Close Price", "Value", "Unrealized P/L", "Code"),
        "B",
        12,
    )


def _ib_open(pencil: Pencil, held: Hand) -> None:
    _band(pencil, "Open Positions")
    _ib_head(pencil)
    for title, rows in held.groups.items():
        pencil.say(title, 44, "B", 11)
        pencil.say("USD", 48, "B", 11)
        times = 1 if title == "Stocks" else 100
        for row in rows:
            pencil.room(24, lambda: _ib_head(pencil))
            unit = (row.cost or ZERO) / ((row.quantity or D(1)) * times)
            figures = (
                plain(row.quantity, 0),
                str(times),
                plain(unit, 9),
                plain(row.cost),
                plain(row.price, 4),
                plain(row.value),
                plain(row.gain),
            )
            across(pencil, (52, *OPEN[1:]), (row.symbol or row.name, *figures), "", 10)
        value, cost = held.sums[title]
        across(
            pencil, (52, *OPEN[1:]), ("Total", "", "", "", plain(cost), "", plain(value), plain(value - cost)), "B", 14
        )
    pencil.y += 8


def _ib_trades(pencil: Pencil, done: list[Move]) -> None:
    _band(pencil, "Trades")
    spots = (52.0, 120.0, -300.0, -370.0, -440.0, -520.0, -580.0, -640.0, -700.0, 720.0)
    heads = (
        "Symbol",
        "Date/Time",
        "Quantity",
        "T. Price",
        "C. Price",
        "Proceeds",
        "Comm/Fee",
        "Basis",
        "Realized P/L",
        "Code",
    )

    def head() -> None:
        across(pencil, spots, heads, "B", 12)

    head()
    pencil.say("Stocks", 44, "B", 11)
    pencil.say("USD", 48, "B", 11)
    for code in sorted({move.symbol for move in done}):
        mine = [move for move in done if move.symbol == code]
        for move in mine:
            pencil.room(24, head)
            count, amount = signed(move)
            price = plain(move.amount / move.quantity, 4)
            cells = (
                code,
                f"{move.day}, 10:15:00",
                plain(count, 0),
                price,
                price,
                plain(amount),
                "-1.00",
                plain(-amount - 1),
                "0.00",
                "O" if count > 0 else "C",
            )
            across(pencil, spots, cells, "", 10)
        count = sum((signed(move)[0] for move in mine), ZERO)
        amount = sum((signed(move)[1] for move in mine), ZERO)
        across(
            pencil,
            spots,
            (
                f"Total {code}",
                "",
                plain(count, 0),
                "",
                "",
                plain(amount),
                plain(D(-len(mine))),
                plain(-amount - len(mine)),
                "0.00",
            ),
            "B",
            11,
        )
    amount = sum((signed(move)[1] for move in done), ZERO)
    across(pencil, spots, ("Total", "", "", "", "", plain(amount), plain(D(-len(done))), "", "0.00"), "B", 20)


def _ib_cash(pencil: Pencil, held: Hand) -> None:
    _band(pencil, "Cash Report")
    across(pencil, (44, -300, -380, -460), ("", "Total", "Securities", "Futures"), "B", 11)
    pencil.say("Base Currency Summary", 44, "B", 11)
    cash = held.cash or ZERO
    for label, value in (
        ("Starting Cash", cash - D("31.20")),
        ("Commissions", D("-10.90")),
        ("Dividends", D("42.10")),
        ("Ending Cash", cash),
        ("Ending Settled Cash", cash),
    ):
        across(
            pencil,
            (48, -300, -380, -460),
            (label, plain(value), plain(value), "0.00"),
            "B" if "Ending" in label else "",
            11,
        )
    pencil.y += 10


def _ib_instruments(pencil: Pencil, dice: random.Random, held: Hand) -> None:
    _band(pencil, "Financial Instrument Information")
    spots = (44.0, 110.0, 330.0, 420.0, 520.0, -640.0, 670.0)
    across(pencil, spots, ("Symbol", "Description", "Conid", "Listing Exch", "Type", "Multiplier", "Code"), "B", 12)
    pencil.say("Stocks", 44, "B", 11)
    for row in held.groups["Stocks"]:
        pencil.room(20)
        across(
            pencil,
            spots,
            (row.symbol or "", row.name[:44], str(dice.randrange(10**6, 10**9)), "NYSE", "COMMON", "1"),
            "",
            10,
        )
    pencil.say("Codes", 44, "B", 11)
    across(pencil, (44, 80, 300, 336), ("C", "Closing Trade", "O", "Opening Trade"), "", 11)
