"""Houses of banks and trust companies: value over price in one column, bonds in three lines, a family's accounts."""

from dataclasses import replace

from tools.accuracy.content import bond, cusip, deposit, money, stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, plain
from tools.accuracy.houses.hands import Hand, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

SECTORS = ("Consumer discretionary", "Health care", "Information technology")


def ullesmere(deal: Deal) -> Drawn:
    """Units before the name; value over price and tax cost over unit cost in the same columns; sums by sector."""
    dice, taken = deal.dice, deal.taken
    groups = {
        sector: [replace(stock(dice, taken), cusip=cusip(dice, taken)) for _ in range(dice.randrange(1, 6))]
        for sector in SECTORS
    }
    held = hand(deal, groups)
    pencil = Pencil(font="Serif", size=8)
    framed(
        pencil,
        ("Ullesmere Trust Company, N.A.", f"Account number {held.number}"),
        ("Okonjo-Hale Family Trust - Agency", "July 1, 2026 through September 30, 2026      Page ~"),
    )
    pencil.say("Summary of investments", 40, "B", 14, 11)
    pencil.row([(40, "Asset class"), (-330, "Market value"), (-440, "% of total"), (-560, "Est. annual income")], "B")
    for label, value in (("Cash and equivalents", held.cash or ZERO), ("Equities", held.value)):
        share = f"{100 * value / held.total:.1f}%"
        pencil.row([(40, label), (-330, plain(value)), (-440, share), (-560, "1,204.00")])
    pencil.row([(40, "Total assets"), (-330, dollars(held.total)), (-440, "100.0%")], "B", 26)
    pencil.say("Cash and equivalents", 40, "B", 13, 10)
    income = ((held.cash or ZERO) / 3).quantize(D("0.01"))
    for label, value in (("Income cash", income), ("Principal cash", (held.cash or ZERO) - income)):
        pencil.row([(100, label), (-380, plain(value)), (-450, plain(value))])
    pencil.row([(100, "Total cash and equivalents"), (-380, dollars(held.cash)), (-450, dollars(held.cash))], "B", 24)
    pencil.say("Equities", 40, "B", 13, 10)
    table = Table(
        pencil,
        [
            Column("Units", -88),
            Column("Description", 100),
            Column("Market value/|Market price", -380),
            Column("Tax cost/|Unit cost", -450),
            Column("Unrealized|gain/loss", -515),
            Column("Estimated|annual income", -575),
        ],
        step=10,
        again=lambda: pencil.say("Equities (continued)", 40, "B", 13, 10),
    )
    table.head()
    for sector, rows in held.groups.items():
        _sector(table, sector, rows, held.sums[sector])
    table.line(
        ["", "Total equities", dollars(held.value), dollars(held.cost), dollars(held.value - held.cost)], "B", 20
    )
    table.line(["", "Total portfolio", dollars(held.total)], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-09-30"))


def _sector(table: Table, sector: str, rows: list[Row], sums: tuple[D, D]) -> None:
    table.break_page(60)
    table.pencil.say(sector, 100, "B", 11)
    for row in rows:
        table.break_page(36)
        quantity, unit = row.quantity or D(1), (row.cost or ZERO) / (row.quantity or D(1))
        cells = [plain(quantity, 0), row.name, plain(row.value), plain(row.cost), bracketed(row.gain), "88.40"]
        table.line(cells)
        table.line(["", f"Ticker: {row.symbol}  CUSIP: {row.cusip}", plain(row.price), plain(unit, 2)], "", 15)
    label = f"Total {sector.lower()}"
    table.line(["", label, plain(sums[0]), plain(sums[1]), bracketed(sums[0] - sums[1])], "B", 18)


def brantham(deal: Deal) -> Drawn:
    """Bonds and deposits in three lines with their CUSIP on the last; accrued interest beside, taken into the value."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "Certificates of Deposit": [deposit(dice, taken) for _ in range(dice.randrange(2, 5))],
        "Municipal Bonds": [
            replace(bond(dice, taken), accrued=money(dice, 5, 900)) for _ in range(dice.randrange(3, 9))
        ],
    }
    held = hand(deal, groups)
    pencil = Pencil(size=7.5)
    framed(
        pencil,
        ("BRANTHAM PRIVATE BANK", "Investment Management Account"),
        (f"Account {held.number} - Wendell K. Ashgrove", "As of 12/31/2026"),
    )
    table = Table(
        pencil,
        [
            Column("|Description", 40),
            Column("Par|Value", -300),
            Column("Unit|Price", -345),
            Column("Market|Value", -415),
            Column("Accrued|Interest", -465),
            Column("Federal|Tax Cost", -530),
            Column("Yield at|Market", -575),
        ],
        step=9,
        ruled=False,
    )
    for title, rows in held.groups.items():
        pencil.room(80)
        pencil.say(title, 40, "B", 13, 10)
        table.head()
        for row in rows:
            table.break_page(40)
            _issue(table, row)
        owed = sum((row.accrued or ZERO for row in rows), ZERO)
        value, cost = held.sums[title]
        table.line([f"Total {title}", "", "", dollars(value), dollars(owed), dollars(cost)], "B", 22)
    pencil.room(60)
    pencil.row([(40, "Cash balance"), (-415, plain(held.cash))], "", 12)
    pencil.row([(40, "Total market value"), (-415, dollars(held.total))], "B", 12)
    return pencil.drawn(held.closed(deal, as_of="2026-12-31"))


def _issue(table: Table, row: Row) -> None:
    title, rate = row.name.rsplit(" ", 2)[0], " ".join(row.name.rsplit(" ", 2)[1:])
    cells = [plain(row.quantity), plain(row.price, 3), plain(row.value), plain(row.accrued), plain(row.cost), "4.12%"]
    table.line([title, *cells])
    table.line([rate if "DUE" not in rate else f"{rate} SEMI-ANNUAL"])
    table.line([f"Moody's: Aa2  S&P: AA   {row.cusip}"], "", 14)


def colwyn(deal: Deal) -> Drawn:
    """Each account of a family in a table of its own on one long report, with shares of the whole in front."""
    dice = deal.dice
    pencil = Pencil(font="Sans", size=8)
    framed(pencil, ("Colwyn Family Wealth", "Holdings by account"), ("Ashgrove Household", "March 31, 2026"))
    table = Table(
        pencil,
        [
            Column("% of|account", -75),
            Column("Security", 85),
            Column("Ticker", 290),
            Column("Quantity", -395),
            Column("Price", -450),
            Column("Value", -520),
            Column("Cost", -585),
        ],
        step=12,
        zebra=True,
    )
    made, whole = [], ZERO
    for title in ("Wendell Rollover IRA", "Joint Brokerage", "Prudence Roth IRA")[: dice.randrange(2, 4)]:
        held = hand(deal, {"": [stock(dice, deal.taken) for _ in range(dice.randrange(2, 9))]})
        whole += held.total
        _family(table, title, held)
        made.append(held.closed(deal, as_of="2026-03-31"))
    pencil.row([(85, "Household total"), (-520, dollars(whole))], "B")
    return pencil.drawn(*made)


def _family(table: Table, title: str, held: Hand) -> None:
    table.pencil.room(90)
    table.pencil.row([(40, f"{title}  |  {held.number}"), (-585, "Custodian: Ullesmere Trust")], "B")
    table.head()
    for row in held.rows:
        table.break_page(24)
        share = f"{100 * row.value / held.total:.2f}%"
        table.line([share, row.name, row.symbol or "", plain(row.quantity, 0), plain(row.price), plain(row.value),
                    plain(row.cost)])  # fmt: skip
    share = f"{100 * (held.cash or ZERO) / held.total:.2f}%"
    table.line([share, "Cash", "", "", "", plain(held.cash), plain(held.cash)])
    cost = held.cost + (held.cash or ZERO)
    table.line(["100.00%", f"Total {title}", "", "", "", dollars(held.total), dollars(cost)], "B", 26)
