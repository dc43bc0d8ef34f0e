"""Houses of full-service brokers whose lots stand instead of their positions."""

from dataclasses import replace

from tools.accuracy.content import bond, earlier, fund, money, stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import each, framed, hand, in_lots, in_one, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

AGENCIES = "GOVERNMENT AND AGENCY SECURITIES +"


def marchbanks(deal: Deal) -> Drawn:
    """The first lot carries the name, a Subtotal in the column of symbols; bonds with original cost on a third line."""
    dice, taken = deal.dice, deal.taken
    bonds = [replace(bond(dice, taken), accrued=money(dice, 5, 900)) for _ in range(dice.randrange(2, 6))]
    shares = [in_lots(dice, stock(dice, taken), 4) for _ in range(dice.randrange(4, 14))]
    held = hand(deal, {"EQUITIES": shares, AGENCIES: bonds})
    owed = sum((row.accrued or ZERO for row in bonds), ZERO)
    bonds = [in_one(row, earlier(dice)) for row in held.groups[AGENCIES]]
    held.groups[AGENCIES] = bonds
    pencil = Pencil(landscape=True, size=7)
    framed(
        pencil,
        ("MARCHBANKS", f"Account Number: {held.number}"),
        ("PRUDENCE OKONJO-HALE", "24-Hour Assistance"),
        ("YOUR MARCHBANKS ASSETS", "May 30, 2026 - June 30, 2026"),
    )
    pencil.row([(40, "Net Portfolio Value:"), (-300, dollars(held.total + owed))], "B", 24, 11)
    pencil.row(
        [(40, "CASH/MONEY ACCOUNTS"), (-330, "Quantity"), (-455, "Total Cost Basis"), (-590, "Estimated Market Value")],
        "B",
    )
    pencil.row([(40, "CASH"), (-330, plain(held.cash)), (-455, plain(held.cash)), (-590, plain(held.cash))], "", 24)
    table = Table(
        pencil,
        [
            Column("EQUITIES|Description", 40),
            Column("Symbol", 210),
            Column("Acquired", 255),
            Column("Quantity", -345),
            Column("Unit|Cost Basis", -400),
            Column("Total|Cost Basis", -465),
            Column("Estimated|Market Price", -525),
            Column("Estimated|Market Value", -600),
            Column("Unrealized|Gain/(Loss)", -670),
            Column("Estimated|Annual Income", -750),
        ],
        step=11,
    )
    table.head()
    for row in held.groups["EQUITIES"]:
        table.break_page(16 + 11 * len(row.lots))
        for place, (lot, value) in enumerate(parts(row)):
            first = [row.name, row.symbol or ""] if place == 0 else ["", ""]
            table.line(
                [
                    *first,
                    us_day(lot.day, 2),
                    plain(lot.quantity, 4),
                    plain(each(lot), 4),
                    plain(lot.cost),
                    plain(row.price, 4),
                    plain(value),
                    bracketed(value - lot.cost),
                    "44",
                ]
            )
        if len(row.lots) > 1:
            table.line(
                [
                    "",
                    "Subtotal",
                    "",
                    plain(row.quantity, 4),
                    "",
                    plain(row.cost),
                    "",
                    plain(row.value),
                    bracketed(row.gain),
                    "88",
                ],
                "B",
            )
    value, cost = held.sums["EQUITIES"]
    table.line(["TOTAL", "", "", "", "", plain(cost), "", plain(value), bracketed(value - cost)], "B", 24)
    _original(pencil, bonds)
    pencil.row([(40, "TOTAL PRINCIPAL INVESTMENTS"), (-600, plain(held.total))], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _original(pencil: Pencil, rows: list[Row]) -> None:
    table = Table(
        pencil,
        [
            Column(f"{AGENCIES}|Description", 40),
            Column("|Acquired", 255),
            Column("|Quantity", -345),
            Column("Adjusted/Total|Cost Basis", -465),
            Column("Estimated|Market Price", -525),
            Column("Estimated|Market Value", -600),
            Column("Unrealized|Gain/(Loss)", -670),
            Column("Estimated|Accrued Interest", -750),
        ],
        step=9,
    )
    pencil.room(90)
    table.head()
    for row in rows:
        table.break_page(34)
        table.line(
            [
                row.name,
                us_day(row.lots[0].day, 2),
                plain(row.quantity, 0),
                plain(row.cost),
                plain(row.price, 4),
                plain(row.value),
                bracketed(row.gain),
                plain(row.accrued),
            ]
        )
        pencil.say(f"MOODY'S: AA1  S&P: AA+  CUSIP: {row.cusip}", 46, "", 9, 6)
        unit = (row.cost or ZERO) / (row.quantity or D(1)) * 100 + 1
        pencil.say(f"ORIGINAL UNIT/TOTAL COST: {unit:.4f}/{plain((row.cost or ZERO) + 12)}", 46, "", 14, 6)


def wexcombe(deal: Deal) -> Drawn:
    """A name without figures, lots as `Acquired …` lines that carry them all, marks after them, then a Total."""
    dice, taken = deal.dice, deal.taken
    funds = [replace(fund(dice, taken), cost=None) for _ in range(dice.randrange(1, 4))]
    stocks = [in_lots(dice, stock(dice, taken, odd=place % 4 == 3), 3) for place in range(dice.randrange(5, 14))]
    held = hand(deal, {"Stocks": stocks, "Mutual Funds": funds})
    pencil = Pencil(font="Times", size=7.5)
    framed(pencil, ("WEXCOMBE ADVISORS", "SNAPSHOT"), (f"ACCOUNT NUMBER: {held.number}", "JULY 1 - JULY 31, 2026"))
    pencil.row(
        [
            (40, "Portfolio summary"),
            (-250, "ASSET TYPE"),
            (-330, "PREVIOUS VALUE"),
            (-400, "%"),
            (-480, "CURRENT VALUE"),
        ],
        "B",
    )
    pencil.row([(-250, "Cash and sweep balances"), (-330, "88.10"), (-400, "0.1"), (-480, plain(held.cash))])
    pencil.row([(-250, "Stocks, options & ETFs"), (-330, "1.00"), (-400, "80"), (-480, plain(held.sums["Stocks"][0]))])
    pencil.row([(-250, "Asset value"), (-330, "89.10"), (-400, "100"), (-480, dollars(held.total))], "B", 22)
    pencil.say("Cash and Sweep Balances", 40, "B", 13, 9)
    pencil.row(
        [(40, "DESCRIPTION"), (-250, "% OF ACCOUNT"), (-340, "ANNUAL YIELD"), (-480, "CURRENT MARKET VALUE")], "B"
    )
    pencil.row([(40, "Cash"), (-250, "0.10"), (-340, "N/A"), (-480, plain(held.cash))], "", 24)
    table = Table(
        pencil,
        [
            Column("DESCRIPTION", 40),
            Column("% OF|ACCOUNT", -210),
            Column("QUANTITY", -270),
            Column("ADJ PRICE/|ORIG PRICE", -330),
            Column("ADJ COST/|ORIG COST", -400),
            Column("CURRENT|PRICE", -445),
            Column("CURRENT|MARKET VALUE", -515),
            Column("UNREALIZED|GAIN/LOSS", -575),
        ],
        step=10,
    )
    pencil.say("Stocks", 40, "B", 13, 9)
    table.head()
    for row in held.groups["Stocks"]:
        table.break_page(34 + 10 * len(row.lots))
        pencil.say(f"{row.name}\n{row.symbol}", 40, "", 10)
        for lot, value in parts(row):
            table.line(
                [
                    f"   Acquired {us_day(lot.day, 2)} L nc",
                    "",
                    plain(lot.quantity, 0),
                    plain(each(lot, 2)),
                    plain(lot.cost),
                    plain(row.price, 4),
                    plain(value),
                    plain(value - lot.cost),
                ]
            )
        if len(row.lots) > 1:
            table.line(
                [
                    "Total",
                    "1.22",
                    plain(row.quantity, 0),
                    "",
                    dollars(row.cost),
                    "",
                    dollars(row.value),
                    dollars(row.gain),
                ]
            )
        pencil.y += 5
    value, cost = held.sums["Stocks"]
    table.line(["Total Stocks", "88.20", "", "", dollars(cost), "", dollars(value), dollars(value - cost)], "B", 22)
    pencil.room(60)
    pencil.say("Open End Mutual Funds", 40, "B", 13, 9)
    for row in held.groups["Mutual Funds"]:
        table.line(
            [row.name, "3.10", plain(row.quantity, 5), "N/A##", "N/A", plain(row.price, 4), plain(row.value), "N/A"]
        )
    table.line(["Total Open End Mutual Funds", "9.10", "", "", "", "", dollars(held.sums["Mutual Funds"][0])], "B", 20)
    pencil.say("nc Cost information for this tax lot is not covered by IRS reporting requirements.", 40, "", 10, 6)
    return pencil.drawn(held.closed(deal, as_of="2026-07-31"))
