"""Houses of independent broker-dealers: lots in a line each, households, a mono type with trailing signs, margin."""

from dataclasses import replace

from tools.accuracy.content import money, option, stock, venture
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, of, plain, trailing, us_day, words
from tools.accuracy.houses.hands import Hand, each, framed, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row


def yelverton(deal: Deal) -> Drawn:
    """A household of accounts: security with its symbol in parentheses, its sum on the line, lots below."""
    dice, taken = deal.dice, deal.taken
    pencil = Pencil(font="Sans", size=7.5)
    titles = ("Individual Account", "Rollover IRA", "Joint Account WROS")[: dice.randrange(2, 4)]
    holds, made = [], []
    for _ in titles:
        rows = [in_lots(dice, stock(dice, taken), 3) for _ in range(dice.randrange(2, 8))]
        holds.append(hand(deal, {"Equities": rows}))
        made.append(holds[-1].closed(deal, as_of="2026-06-30"))
    framed(pencil, ("YELVERTON FINANCIAL", "Household Statement"), ("June 1 to June 30, 2026", "Page ~"))
    pencil.say("Your household at a glance", 40, "B", 14, 11)
    for title, held in zip(titles, holds, strict=True):
        pencil.row([(40, title), (220, held.number), (-420, dollars(held.total - 117)), (-540, dollars(held.total))])
    whole = sum((held.total for held in holds), ZERO)
    pencil.row([(40, "Total household value"), (-540, dollars(whole))], "B", 26)
    for title, held in zip(titles, holds, strict=True):
        _account(pencil, title, held)
    return pencil.drawn(*made)


def _account(pencil: Pencil, title: str, held: Hand) -> None:
    pencil.room(170)
    pencil.row([(40, f"{title} #{held.number}"), (-575, f"Ending value {dollars(held.total)}")], "B", 18, 10)
    table = Table(
        pencil,
        [
            Column("Security|   Date acquired", 40),
            Column("|Term", 200),
            Column("|Quantity", -290),
            Column("Price /|Unit cost", -350),
            Column("Total cost|basis", -425),
            Column("Current|value", -500),
            Column("Unrealized|gain (loss)", -572),
        ],
        step=11,
        again=lambda: pencil.say(f"{title} #{held.number} (continued)", 40, "B", 14, 9),
    )
    pencil.row([(40, "Cash and sweep balances")], "B", 12)
    pencil.row([(48, "Insured deposit account"), (-500, plain(held.cash))], "", 20)
    table.head()
    for row in held.rows:
        table.break_page(24 + 11 * len(row.lots))
        cells = [f"{row.name} ({row.symbol})", "", plain(row.quantity, 3), plain(row.price, 3), plain(row.cost)]
        table.line([*cells, plain(row.value), bracketed(row.gain)], "B")
        for lot, value in parts(row):
            term = "LT" if lot.day < "2025-06-30" else "ST"
            cells = [f"   {us_day(lot.day)}", term, plain(lot.quantity, 3), plain(each(lot, 3), 3), plain(lot.cost)]
            table.line([*cells, plain(value), bracketed(value - lot.cost)])
    value, cost = held.sums["Equities"]
    table.line(["Total equities", "", "", "", dollars(cost), dollars(value), dollars(value - cost)], "B", 12)
    table.line(["Total account value", "", "", "", "", dollars(held.total)], "B", 28)


def eastleach(deal: Deal) -> Drawn:
    """Typewriter, no signs of currency, minus behind; sold lots with gains in a table like that of the holdings."""
    dice, taken = deal.dice, deal.taken
    held = hand(deal, {"STOCKS": [stock(dice, taken) for _ in range(dice.randrange(6, 26))]})
    pencil = Pencil(landscape=True, font="Courier", size=7)
    framed(
        pencil,
        ("EASTLEACH SECURITIES CORP", f"ACCT NO: {held.number}"),
        ("INES CALLOWAY TTEE U/A DTD 04/02/2011", "STATEMENT DATE: 08/31/26   PAGE ~"),
        left=30,
    )
    table = Table(
        pencil,
        [
            Column("ACCT|TYPE", 30, lambda row: "CASH"),
            Column("|QUANTITY", -140, of("quantity", plain, 0)),
            Column("|SYMBOL", 150, words("symbol")),
            Column("|DESCRIPTION", 200, words("name")),
            Column("CURRENT|PRICE", -430, of("price", plain, 4)),
            Column("CURRENT|VALUE", -510, of("value")),
            Column("COST|BASIS", -590, of("cost")),
            Column("UNREALIZED|P(L)", -670, of("gain", trailing)),
            Column("EST ANN|INCOME", -740, lambda row: "64"),
        ],
        step=10,
        again=lambda: pencil.say("*** POSITIONS IN YOUR ACCOUNT (CONTINUED) ***", 30, "", 12),
    )
    pencil.say("*** POSITIONS IN YOUR ACCOUNT ***", 30, "B", 12)
    table.head()
    table.rows(held.rows)
    value, cost = held.sums["STOCKS"]
    cells = ["", "", "", "TOTAL SECURITIES", "", plain(value), plain(cost), trailing(value - cost)]
    table.line(cells, "B")
    table.line(["", "", "", "MONEY BALANCE - CREDIT", "", plain(held.cash)])
    table.line(["", "", "", "TOTAL ACCOUNT NET WORTH", "", plain(held.total)], "B", 24)
    _sold(pencil, held.rows)
    return pencil.drawn(held.closed(deal, as_of="2026-08-31"))


def _sold(pencil: Pencil, rows: list[Row]) -> None:
    """Lots that were closed: quantity, symbol, proceeds and cost, as the positions have them."""
    table = Table(
        pencil,
        [
            Column("DATE|SOLD", 30),
            Column("|QUANTITY", -140),
            Column("|SYMBOL", 150),
            Column("|DESCRIPTION", 200),
            Column("SALE|PRICE", -430),
            Column("|PROCEEDS", -510),
            Column("COST|BASIS", -590),
            Column("REALIZED|P(L)", -670),
            Column("|TERM", 700),
        ],
        step=10,
    )
    pencil.room(80)
    pencil.say("*** REALIZED GAINS AND LOSSES YEAR TO DATE ***", 30, "B", 12)
    table.head()
    lost = ZERO
    for row in rows[:3]:
        lost += (row.price or ZERO) * 3
        proceeds, cost = (row.price or ZERO) * 20, (row.price or ZERO) * 23
        cells = ["08/04/26", "20", row.symbol or "", row.name, plain(row.price, 4), plain(proceeds), plain(cost)]
        table.line([*cells, trailing(proceeds - cost), "L"])
    table.line(["", "", "", "TOTAL REALIZED", "", "", "", plain(lost) + "-"], "B")


def frimley(deal: Deal) -> Drawn:
    """Options and short shares among the long ones, borrowed money, partnerships at the sponsor's value below."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken) for _ in range(dice.randrange(4, 11))]
    low = shares[-1]
    shares[-1] = replace(low, quantity=-(low.quantity or ZERO), value=-low.value, cost=-(low.cost or ZERO))
    calls = [option(dice, shares[0], True), option(dice, shares[1], False)]
    others = [venture(dice, taken) for _ in range(dice.randrange(1, 3))]
    held = hand(deal, {"Stocks and ETFs": shares, "Options": calls, "Alternative Investments": others}, cash=False)
    debt = -money(dice, 500, 20_000)
    held = replace(held, cash=debt, total=held.total + debt)
    pencil = Pencil(landscape=True, size=8)
    framed(
        pencil,
        (f"Frimley Brokerage Services     Margin account {held.number}", "Account Statement"),
        ("Period ending October 31, 2026", "Page ~ of 3"),
    )
    pencil.row([(40, "Net portfolio value"), (-300, dollars(held.total))], "B", 24, 11)
    table = Table(
        pencil,
        [
            Column("Description", 40, lambda row: row.name),
            Column("Symbol", 250, words("symbol")),
            Column("Quantity", -370, of("quantity", plain, 0)),
            Column("Market price|10/31/2026", -450, of("price", dollars)),
            Column("Market value|10/31/2026", -540, of("value", dollars)),
            Column("Cost basis", -630, of("cost", dollars)),
            Column("Gain/loss", -720, of("gain", dollars)),
        ],
        step=13,
        ruled=True,
    )
    for title in ("Stocks and ETFs", "Options"):
        pencil.room(70)
        pencil.say(title, 40, "B", 13, 10)
        table.head()
        table.rows(held.groups[title])
        value, cost = held.sums[title]
        table.line([f"Total {title}", "", "", "", dollars(value), dollars(cost), dollars(value - cost)], "B", 22)
    _sponsored(pencil, held.groups["Alternative Investments"], held.sums["Alternative Investments"][0])
    pencil.row([(40, "Margin balance"), (-540, dollars(debt))], "", 14)
    pencil.row([(40, "Net portfolio value"), (-540, dollars(held.total))], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-10-31"))


def _sponsored(pencil: Pencil, rows: list[Row], value: D) -> None:
    pencil.room(90)
    pencil.say("Alternative Investments", 40, "B", 13, 10)
    places = (40.0, -330.0, -420.0, -540.0, -640.0, 660.0)
    heads = ("Description", "Commitment", "Contributed", "Market value", "Unfunded", "Valuation date")
    pencil.row(list(zip(places, heads, strict=True)), "B")
    for row in rows:
        cells = (row.name, dollars(row.commitment), dollars(row.called), dollars(row.value), dollars(row.unfunded),
                 us_day(row.nav_date or ""))  # fmt: skip
        pencil.row(list(zip(places, cells, strict=True)))
    pencil.row([(40, "Total Alternative Investments"), (-540, dollars(value))], "B", 22)
