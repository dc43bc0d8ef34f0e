"""Houses of full-service brokers whose lots stand under and beside their positions."""

from tools.accuracy.content import stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import each, framed, hand, in_lots, parts, said
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row


def halcombe(deal: Deal) -> Drawn:
    """Heads of two meanings: quantity over units bought, price over cost of a share, value over basis; lots below."""
    dice, taken = deal.dice, deal.taken
    held = hand(
        deal,
        {
            "Equities": [in_lots(dice, stock(dice, taken), 3) for _ in range(dice.randrange(4, 11))],
            "Equity Funds": [in_lots(dice, stock(dice, taken), 2) for _ in range(dice.randrange(2, 5))],
        },
    )
    pencil = Pencil(landscape=True, size=7.5)
    framed(
        pencil,
        (f"Halcombe One Account of ODALYS FENWICK     Account Number {held.number}", "Page ~"),
        ("", "Statement Period: June 1-30, 2026"),
    )
    pencil.row([(40, "Account Value as of 06/30/2026:"), (-330, dollars(held.total))], "B", 22, 10)
    pencil.row([(40, "Investment Detail - Cash and Bank Sweep")], "B", 14, 9)
    pencil.row([(40, "Cash"), (-420, "Starting Balance"), (-560, "Market Value"), (-650, "% of Account Assets")], "B")
    pencil.row([(40, "BANK SWEEP X,Z"), (-420, "118.20"), (-560, plain(held.cash)), (-650, "2%")])
    pencil.row([(40, "Total Cash"), (-420, "118.20"), (-560, plain(held.cash)), (-650, "2%")], "B", 24)
    for title in held.groups:
        _double(pencil, title, held.groups[title], held.sums[title])
    pencil.row([(40, "Total Investment Detail"), (-560, dollars(held.total))], "B")
    return pencil.drawn(held.closed(deal, sweeps=(held.cash or ZERO,), as_of="2026-06-30"))


def _double(pencil: Pencil, title: str, rows: list[Row], sums: tuple[D, D]) -> None:
    table = Table(
        pencil,
        [
            Column(f"{title}", 40),
            Column("Quantity|Units Purchased", -330),
            Column("Market Price|Cost Per Share", -420),
            Column("Market Value|Cost Basis", -520),
            Column("|Acquired", 540),
            Column("Unrealized|Gain or (Loss)", -660),
            Column("Estimated Yield|Holding Days", -750),
        ],
        step=11,
        again=lambda: pencil.say(f"Investment Detail - {title} (continued)", 40, "B", 14, 9),
    )
    pencil.room(80)
    pencil.say(f"Investment Detail - {title}", 40, "B", 14, 9)
    table.head()
    for row in rows:
        table.break_page(24 + 11 * len(row.lots))
        table.line(
            [row.name, plain(row.quantity, 4), plain(row.price, 5), plain(row.value), "", bracketed(row.gain), "2.10%"]
        )
        for place, (lot, value) in enumerate(parts(row)):
            table.line(
                [
                    f"SYMBOL: {row.symbol}" if place == 0 else "",
                    plain(lot.quantity, 4),
                    plain(each(lot), 4),
                    plain(lot.cost),
                    us_day(lot.day, 2),
                    bracketed(value - lot.cost),
                    "1,204",
                ]
            )
        table.line(["Cost Basis", "", "", plain(row.cost)], "", 15)
    table.line([f"Total {title}", "", "", dollars(sums[0]), "", bracketed(sums[0] - sums[1])], "B", 11)
    table.line([f"Total Cost Basis: {plain(sums[1])}"], "", 24)


def ulverston(deal: Deal) -> Drawn:
    """Lots beside a description of three lines; a line of the security's total only where it has several."""
    dice, taken = deal.dice, deal.taken
    held = hand(
        deal,
        {
            "Common stock": [
                in_lots(dice, stock(dice, taken, odd=place % 3 == 1), 4) for place in range(dice.randrange(4, 13))
            ],
            "Closed end funds & Exchange traded products": [in_lots(dice, stock(dice, taken), 2) for _ in range(3)],
        },
    )
    pencil = Pencil(landscape=True, font="Sans", size=7)
    framed(
        pencil,
        ("ULVERSTON Financial Services Inc.   Resource Management Account", "June 2026"),
        (f"Account name: INES CALLOWAY       Account number: {held.number}", "page ~"),
    )
    pencil.row([(40, "Value of your account"), (-330, "on May 29 ($)"), (-430, "on June 30 ($)")], "B")
    pencil.row([(40, "Your assets"), (-330, plain(held.total - 990)), (-430, plain(held.total))])
    pencil.row([(40, "Your liabilities"), (-330, "0.00"), (-430, "0.00")])
    pencil.row([(40, "Value of your account"), (-330, dollars(held.total - 990)), (-430, dollars(held.total))], "B", 24)
    pencil.say("Cash", 40, "B", 13, 9)
    pencil.row([(40, "Holding"), (-330, "Opening balance on Jun 1 ($)"), (-470, "Closing balance on Jun 30 ($)")], "B")
    pencil.row([(40, "Cash balance"), (-330, "12.02"), (-470, plain(held.cash))], "", 24)
    pencil.say("Equities", 40, "B", 13, 10)
    for title, rows in held.groups.items():
        _beside(pencil, title, rows, held.sums[title])
    pencil.row([(40, "Total equities"), (-410, dollars(held.cost)), (-560, dollars(held.value))], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _beside(pencil: Pencil, title: str, rows: list[Row], sums: tuple[D, D]) -> None:
    table = Table(
        pencil,
        [
            Column("Holding", 40),
            Column("Trade|date", 225),
            Column("Number|of shares", -310),
            Column("Purchase price|per share ($)", -360 - 4),
            Column("Cost|basis ($)", -430),
            Column("Price per share|on Jun 30 ($)", -500),
            Column("Value on|Jun 30 ($)", -570),
            Column("Unrealized|gain or loss ($)", -650),
            Column("Holding|period", 670),
        ],
        step=10,
        again=lambda: pencil.say("Equities (continued)", 40, "B", 13, 10),
    )
    pencil.say(title, 40, "B", 12, 8)
    table.head()
    for row in rows:
        table.break_page(24 + 10 * max(3, len(row.lots)))
        texts = [row.name, f"Symbol: {row.symbol}   Exchange: NYSE", "EAI: $120   Current yield: 2.00%"]
        lots = parts(row)
        for place in range(max(len(texts), len(lots))):
            cells = [texts[place] if place < len(texts) else ""]
            if place < len(lots):
                lot, value = lots[place]
                cells += [
                    said(lot.day, "%b %d, %y"),
                    plain(lot.quantity, 3),
                    plain(each(lot, 3), 3),
                    plain(lot.cost),
                    plain(row.price, 3),
                    plain(value),
                    plain(value - lot.cost),
                    "LT",
                ]
            table.line(cells)
        if len(lots) > 1:
            average = (row.cost or ZERO) / (row.quantity or D(1))
            table.line(
                [
                    "Security total",
                    "",
                    plain(row.quantity, 3),
                    plain(average, 3),
                    plain(row.cost),
                    "",
                    plain(row.value),
                    plain(row.gain),
                ],
                "B",
            )
        pencil.y += 5
    table.line(["Total", "", "", "", dollars(sums[1]), "", dollars(sums[0]), dollars(sums[0] - sums[1])], "B", 22)
