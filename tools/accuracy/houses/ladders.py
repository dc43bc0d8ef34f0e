"""Houses of bonds by the lot and by the year of maturity."""

from dataclasses import replace

from tools.accuracy.content import bond, cents, money
from tools.accuracy.drawing import Column, Pencil, Table, dollars, of, plain, trailing, us_day, words
from tools.accuracy.houses.hands import framed, hand, in_lots
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Drawn, Row


def pershore(deal: Deal) -> Drawn:
    """Bonds in lots: descriptions of three lines above, an original cost under each lot, interest owed in the row."""
    dice, taken = deal.dice, deal.taken
    rows = [replace(bond(dice, taken), accrued=money(dice, 5, 900)) for _ in range(dice.randrange(3, 9))]
    held = hand(deal, {"Fixed Income": [in_lots(dice, row, 2) for row in rows]})
    pencil = Pencil(size=7)
    framed(
        pencil,
        ("Pershore & Vale Securities", "Brokerage Account Statement"),
        (f"Account Number: {held.number}", "Statement Period: 08/01/2026 - 08/31/2026"),
    )
    pencil.row([(40, "Net Account Value"), (-330, dollars(held.total))], "B", 22, 9)
    pencil.row([(40, "Cash, Money Funds, and Bank Deposits"), (-430, "Closing Balance")], "B")
    pencil.row([(40, "Bank Deposit Sweep (FDIC insured, not SIPC)"), (-430, plain(held.cash))], "", 22)
    table = Table(
        pencil,
        [
            Column("Date|Acquired", 40),
            Column("Quantity", -150),
            Column("Unit Cost", -205),
            Column("Adjusted|Cost Basis", -280),
            Column("Market|Price", -330),
            Column("Market|Value", -405),
            Column("Unrealized|Gain/Loss", -475),
            Column("Accrued|Interest", -530),
            Column("Est.|Yield", -570),
        ],
        step=10,
    )
    pencil.say("Fixed Income 96.00% of Portfolio (In Maturity Date Sequence)", 40, "B", 12, 8)
    table.head()
    for row in held.rows:
        _bond(table, row)
    value, cost = held.sums["Fixed Income"]
    table.line(["Total Fixed Income", "", "", dollars(cost), "", dollars(value), dollars(value - cost)], "B", 20)
    table.line(["Total Portfolio Holdings", "", "", "", "", dollars(held.total)], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-08-31"))


def _bond(table: Table, row: Row) -> None:
    pencil = table.pencil
    table.break_page(60 + 22 * len(row.lots))
    title, coupon, due = row.name.rsplit(" ", 2)
    pencil.say(title, 40, "B", 9)
    pencil.say(f"{coupon} {due} B/E DTD 05/11/20 CALLABLE 05/15/29 @ 100.000", 40, "", 9)
    pencil.say(f"Moody Rating AA2 S & P Rating AA     Security Identifier: {row.cusip}", 40, "", 10, 6.5)
    left = row.value
    owed = row.accrued or ZERO
    for place, lot in enumerate(row.lots):
        last = place == len(row.lots) - 1
        held = left if last else cents(lot.quantity * (row.price or ZERO) / 100)
        part = owed if last else cents((row.accrued or ZERO) / 2)
        left, owed = left - held, owed - part
        unit = plain(lot.cost / lot.quantity * 100, 4)
        figures = [plain(lot.quantity, 3), unit, plain(lot.cost), plain(row.price, 4), plain(held)]
        table.line([us_day(lot.day, 2), *figures, trailing(held - lot.cost), plain(part), "4.10%"], "", 9)
        pencil.row([(-280, f"Original Cost Basis: {plain(lot.cost + 7)}")], "", 10, 6)
    if len(row.lots) > 1:
        sums = [plain(row.quantity, 3), "", plain(row.cost), "", plain(row.value), trailing(row.gain)]
        table.line(["Total", *sums, plain(row.accrued)], "B")
    pencil.y += 5


def trehearne(deal: Deal) -> Drawn:
    """A ladder by the year of maturity: the day of maturity first, then coupon and issuer; sums by year; ratings."""
    dice, taken = deal.dice, deal.taken
    bonds = [replace(bond(dice, taken), accrued=money(dice, 5, 900)) for _ in range(dice.randrange(5, 14))]
    years = sorted({row.name[-4:] for row in bonds})
    held = hand(deal, {year: [row for row in bonds if row.name.endswith(year)] for year in years})
    pencil = Pencil(landscape=True, font="Serif", size=8)
    framed(
        pencil,
        ("Trehearne Bond Managers", f"Account {held.number}"),
        ("Ladder by year of maturity", "Positions on a settled basis, 10/30/2026"),
    )
    table = Table(
        pencil,
        [
            Column("Matures", 40, lambda row: row.name[-10:]),
            Column("Coupon", -135, lambda row: row.name.rsplit(" ", 2)[1]),
            Column("Issuer", 150, lambda row: row.name.rsplit(" ", 2)[0]),
            Column("CUSIP", 300, words("cusip")),
            Column("Rating", 365, lambda row: "Aa3/AA-"),
            Column("Par", -460, of("quantity", plain, 0)),
            Column("Price", -510, of("price", plain, 3)),
            Column("Market value", -590, of("value")),
            Column("Book value", -670, of("cost")),
            Column("Accrued", -715, of("accrued")),
            Column("YTM", -750, lambda row: "4.02"),
        ],
    )
    table.head()
    for year, rows in held.groups.items():
        table.break_page(40)
        pencil.say(f"Maturing in {year}", 40, "B", 12)
        table.rows(rows)
        value, cost = held.sums[year]
        table.line(["", "", f"{year} total", "", "", "", "", plain(value), plain(cost)], "B", 20)
    table.line(["", "", "Uninvested cash", "", "", "", "", plain(held.cash)])
    table.line(["", "", "Ladder total", "", "", "", "", plain(held.total)], "B")
    rows = [replace(row, name=row.name.rsplit(" ", 2)[0]) for row in held.rows]
    made = deal.close(held.number, rows, held.total, held.cash, as_of="2026-10-30")
    return pencil.drawn(made)
