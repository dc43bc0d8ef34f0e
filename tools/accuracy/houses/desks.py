"""A discount broker: cash in a summary alone, positions with unit cost and yield, closed lots, a ledger of trades."""

from collections.abc import Sequence
from dataclasses import replace

from tools.accuracy.content import cents, fund, moves, option, stock, symbol
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, each, framed, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move, Row

DONE = {"buy": "Buy - Securities Purchased", "sell": "Sell - Securities Sold", "reinvest": "Buy - Dividend Reinvest"}


def tidewell(deal: Deal) -> Drawn:
    """`Account Positions` by kind and type of account, dashes for nothing, closed lots of shares still held."""
    dice, taken = deal.dice, deal.taken
    lots, deep = dice.choice((0, 3)), dice.randrange(3, 16)
    shares = [stock(dice, taken, odd=place % 3 == 1) for place in range(deep)]
    groups = {
        "Stocks - Cash": [in_lots(dice, row, lots) if lots else row for row in shares],
        "Mutual Funds - Cash": [
            replace(fund(dice, taken), symbol=symbol(dice, taken) + "X") for _ in range(dice.randrange(1, 4))
        ],
    }
    if dice.random() < 0.6:
        groups["Options - Margin"] = [option(dice, shares[0], False)]
    if dice.random() < 0.5:
        groups["Short Options - Margin"] = [option(dice, shares[1], True)]
    held = hand(deal, groups)
    held = replace(held, number=f"{dice.randrange(100, 999)}-{dice.randrange(100_000, 999_999)}")
    traded = moves(dice, shares, 2026, 6)
    pencil = Pencil(size=6.5)
    framed(
        pencil,
        ("TIDEWELL BROKERAGE", "Statement Reporting Period:"),
        (f"Statement for Account # {held.number}", "06/01/26 - 06/30/26"),
    )
    _summary(pencil, held)
    table = _positions(pencil)
    for title, rows in held.groups.items():
        _kind(table, title, rows, held.sums[title])
    table.line(["Total Securities", "", "", "", dollars(held.value), dollars(held.cost)], "B", 26)
    _closed(pencil, shares)
    _ledger(pencil, traded, held.cash or ZERO)
    facts = {"as_of": "2026-06-30", "moves": tuple(traded), "registration": "traditional_ira"}
    return pencil.drawn(held.closed(deal, **facts))


def _dashed(value: D | None) -> str:
    return plain(value) if value else "-"


def _summary(pencil: Pencil, held: Hand) -> None:
    pencil.say("TOBIAS R. MARCHETTI TRADITIONAL IRA\nTIDEWELL CLEARING CUSTODIAN\n7 QUARRY ROAD\nDOVER NH 03820", 40)
    pencil.y += 12
    pencil.say("Portfolio Summary", 40, "B", 13, 9)
    places = (40.0, -210.0, -280.0, -345.0, -395.0, -455.0, -505.0, -572.0)
    heads = ("Investment|", "Current|Value", "Prior|Value", "Period|Change", "%|Change", "Estimated|Income",
             "Estimated|Yield", "Portfolio|Allocation")  # fmt: skip
    pencil.row([(x, head.split("|")[0]) for x, head in zip(places, heads, strict=True)], "B", 9)
    pencil.row([(x, head.split("|")[1]) for x, head in zip(places, heads, strict=True)], "B", 12)
    cash = held.cash or ZERO
    loose = cents(cash / 50)
    shorts = sum((value for title, (value, _) in held.sums.items() if title.startswith("Short")), ZERO)
    options = sum((value for title, (value, _) in held.sums.items() if title.startswith("Options")), ZERO)
    funds = held.sums["Mutual Funds - Cash"][0]
    lines = (("Cash", loose), ("Insrd Dep Acct (IDA)", cash - loose), ("Money Market", ZERO), ("Short Balance", ZERO),
             ("Stocks", held.sums["Stocks - Cash"][0]), ("Short Stocks", ZERO), ("Fixed Income", ZERO),
             ("Options", options), ("Short Options", shorts), ("Mutual Funds", funds), ("Other", ZERO))  # fmt: skip
    for place, (label, value) in enumerate(lines):
        shown = f"${plain(value)}" if value and not place else bracketed(value) if value else "-"
        before = bracketed(value - 40) if value else "-"
        change = ["$40.00" if not place else "40.00", "0.2%"] if value else ["-", "-"]
        share = f"{100 * value / held.total:.1f}%" if value > 0 else "-"
        cells = (label, shown, before, *change, "-", "-", share)
        pencil.row(list(zip(places, cells, strict=True)), "", 11)
    cells = ("Total", dollars(held.total), dollars(held.total - 240), "$240.00", "0.1%", "$1,204.10", "1.1%", "100.0%")
    pencil.row(list(zip(places, cells, strict=True)), "B", 26)


def _positions(pencil: Pencil) -> Table:
    columns = [Column("|Investment Description", 40), Column("Symbol/|CUSIP", 185), Column("|Quantity", -262),
               Column("Current|Price", -305), Column("Market|Value", -362), Column("Cost|Basis", -418),
               Column("Unit|Cost", -458), Column("Unrealized|Gain(Loss)", -512), Column("Est.|Income", -545),
               Column("Est.|Yield", -572)]  # fmt: skip
    table = Table(pencil, columns, 11, again=lambda: pencil.say("Account Positions (continued)", 40, "B", 13, 9))
    pencil.room(90)
    pencil.say("Account Positions", 40, "B", 13, 9)
    table.head()
    return table


def _kind(table: Table, title: str, rows: Sequence[Row], sums: tuple[D, D]) -> None:
    table.break_page(36)
    table.line([title], "B")
    for place, row in enumerate(rows):
        table.break_page(24 + 11 * len(row.lots))
        mark = "$" if place == 0 else ""
        per = None if row.cost is None or not row.quantity else row.cost / row.quantity / (100 if row.kinds else 1)
        paid = ["1.20", "1.4%"] if row.symbol and place % 3 else ["-", "-"]
        first, second = _wrapped(row.name)
        cells = [first, row.symbol or "-", bracketed4(row.quantity or ZERO), f"{mark}{row.price:,}"]
        cells += [bracketed_mark(row.value, mark), bracketed_mark(row.cost, mark), f"{mark}{plain(per)}"]
        table.line([*cells, bracketed_mark(row.gain, mark), *paid])
        if second:
            table.line([second])
        for lot, value in parts(row) if row.lots else ():
            cells = ["", us_day(lot.day, 2), plain(lot.quantity, 3), "", plain(value), plain(lot.cost)]
            table.line([*cells, plain(each(lot, 2)), bracketed(value - lot.cost)], size=6)
    gain = bracketed_mark(sums[0] - sums[1], "$")
    cells = [f"Total {title.split(' -')[0]}", "", "", "", bracketed_mark(sums[0], "$"), bracketed_mark(sums[1], "$")]
    table.line([*cells, "", gain, "$8.40", "0.9%"], "B", 20)


def _wrapped(name: str) -> tuple[str, str]:
    """A name in two lines where it is too long for its column."""
    if len(name) <= 34:
        return name, ""
    cut = name.rfind(" ", 0, 34)
    return name[:cut], name[cut + 1 :]


def bracketed4(value: D) -> str:
    """Three places at most, whole numbers without any, negatives in parentheses."""
    shown = plain(abs(value), 0 if value == value.to_integral_value() else 3)
    return f"({shown})" if value < 0 else shown


def bracketed_mark(value: D | None, mark: str) -> str:
    """An amount behind its sign of currency, `(12.00)` for a loss."""
    return "-" if value is None else f"{mark}({plain(-value)})" if value < 0 else f"{mark}{plain(value)}"


def _closed(pencil: Pencil, shares: Sequence[Row]) -> None:
    """What was sold this year: a table with symbols, days, quantities and costs that are no lots of what is held."""
    columns = [Column("Security", 40), Column("Symbol", 185), Column("Acquired", 230), Column("Sold", 280),
               Column("Quantity", -370), Column("Sale Proceeds", -440), Column("Cost Basis", -500),
               Column("Gain(Loss)", -555), Column("Term", 560)]  # fmt: skip
    table = Table(pencil, columns, 11, again=lambda: pencil.say("Realized Gains & Losses (continued)", 40, "B", 13, 9))
    pencil.room(80)
    pencil.say("Realized Gains & Losses - Closed Tax Lots Year to Date", 40, "B", 13, 9)
    table.head()
    took = paid = ZERO
    for place, row in enumerate(shares[:4]):
        got, cost = D(1200 + 31 * place), D(1105 + 77 * place)
        took, paid = took + got, paid + cost
        table.break_page(14)
        cells = [row.name[:26], row.symbol or "", f"0{place + 1}/14/22", f"0{place + 2}/03/26", f"{10 + place}"]
        table.line([*cells, plain(got), plain(cost), bracketed(got - cost), "L" if place % 2 else "S"])
    table.line(["Total Realized", "", "", "", "", plain(took), plain(paid), bracketed(took - paid)], "B", 26)


def _ledger(pencil: Pencil, traded: Sequence[Move], cash: D) -> None:
    columns = [Column("Trade|Date", 40), Column("Settle|Date", 78), Column("Acct|Type", 116),
               Column("Transaction/|Cash Activity", 140), Column("|Description", 245), Column("Symbol/|CUSIP", 375),
               Column("|Quantity", -440), Column("|Price", -480), Column("|Amount", -530),
               Column("|Balance", -576)]  # fmt: skip
    table = Table(pencil, columns, 11, again=lambda: pencil.say("Account Activity (continued)", 40, "B", 13, 9))
    pencil.room(80)
    pencil.say("Account Activity", 40, "B", 13, 9)
    table.head()
    flows = [move.amount if move.side == "sell" else -move.amount for move in traded]
    paid = D("17.31") * len(traded)
    balance = cash - sum(flows, ZERO) - paid
    table.line(["Opening Balance", "", "", "", "", "", "", "", "", bracketed(balance)], "B")
    for move, flow in zip(traded, flows, strict=True):
        table.break_page(12)
        balance += flow
        day = us_day(move.day, 2)
        count = f"{plain(move.quantity, 3)}{'-' if move.side == 'sell' else ''}"
        cells = [day, us_day(f"2026-06-{int(move.day[8:]) + 1:02d}", 2), "Cash", DONE[move.side], move.name[:26]]
        cells += [move.symbol, count, plain(move.amount / move.quantity), bracketed(flow), bracketed(balance)]
        table.line(cells)
    cells = ["06/30/26", "06/30/26", "Cash", "Div/Int - Income", "INTEREST CREDIT", "-", "-", "0.00", plain(paid)]
    table.line([*cells, bracketed(balance + paid)])
    table.line(["Closing Balance", "", "", "", "", "", "", "", "", bracketed(cash)], "B")
