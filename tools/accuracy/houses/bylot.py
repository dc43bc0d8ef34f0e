"""A house of a large broker whose statement has a line for each lot, with subtotals, and its total in a table alone."""

from tools.accuracy.content import stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, plain, us_day
from tools.accuracy.houses.hands import Hand, each, framed, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row


def vauxley(deal: Deal) -> Drawn:
    """Name and symbol once, a line for each lot of it, a subtotal where there are several; funds with their totals."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "EQUITIES": [in_lots(dice, stock(dice, taken), 3) for _ in range(dice.randrange(4, 11))],
        "MUTUAL FUNDS/CLOSED END FUNDS/UIT": [in_lots(dice, stock(dice, taken, False), 2) for _ in range(2)],
    }
    held = hand(deal, groups)
    pencil = Pencil(landscape=True, size=7)
    framed(
        pencil,
        ("PRUDENCE OKONJO-HALE", f"Account Number: {held.number}"),
        ("YOUR VAUXLEY CMA ASSETS", "May 30, 2026 - June 30, 2026"),
    )
    _money(pencil, held)
    for title, rows in held.groups.items():
        _by_lot(pencil, title, rows, held.sums[title])
    pencil.row([(40, "LONG PORTFOLIO"), (-410, "Adjusted/Total Cost Basis"), (-545, "Estimated Market Value")], "B", 11)
    cost = held.cost + (held.cash or ZERO)
    pencil.row(
        [(40, "TOTAL"), (-410, plain(cost)), (-545, plain(held.total)), (-620, bracketed(held.total - cost))], "B"
    )
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,)))


def _money(pencil: Pencil, held: Hand) -> None:
    table = Table(
        pencil,
        [
            Column("CASH/MONEY ACCOUNTS|Description", 40),
            Column("Quantity", -330),
            Column("Total|Cost Basis", -410),
            Column("Estimated|Market Price", -470),
            Column("Estimated|Market Value", -545),
            Column("Est. Annual|Yield%", -750),
        ],
        step=11,
    )
    table.head()
    whole = (held.cash or ZERO).to_integral_value(rounding="ROUND_DOWN")
    rest = (held.cash or ZERO) - whole
    table.line(["CASH", plain(rest), plain(rest), "", plain(rest)])
    table.line(["+VAUXLEY BANK DEPOSIT PROGRAM", f"{whole:,.2f}", plain(whole), "1.0000", plain(whole), ".05"])
    table.line(["TOTAL", "", plain(held.cash), "", plain(held.cash)], "B", 22)


def _by_lot(pencil: Pencil, title: str, rows: list[Row], sums: tuple[D, D]) -> None:
    table = Table(
        pencil,
        [
            Column(f"{title}|Description", 40),
            Column("Symbol", 190),
            Column("Acquired", 230),
            Column("Quantity", -330),
            Column("Unit|Cost Basis", -350 - 20),
            Column("Total|Cost Basis", -430),
            Column("Estimated|Market Price", -490),
            Column("Estimated|Market Value", -560),
            Column("Unrealized|Gain/(Loss)", -630),
            Column("Estimated|Annual Income", -700),
            Column("Current|Yield%", -750),
        ],
        step=11,
        again=lambda: pencil.say("YOUR VAUXLEY CMA ASSETS (continued)", 40, "B", 14, 8),
    )
    pencil.room(70)
    table.head()
    for row in rows:
        for place, (lot, value) in enumerate(parts(row)):
            table.break_page(24)
            cells = [row.name if place == 0 else "", (row.symbol or "") if place == 0 else "", us_day(lot.day, 2)]
            cells += [plain(lot.quantity, 4), plain(each(lot), 4), plain(lot.cost)]
            cells += [plain(row.price, 4), plain(value), bracketed(value - lot.cost), "12", "1.40"]
            table.line(cells)
        if len(row.lots) > 1:
            cells = ["", "", "Subtotal", plain(row.quantity, 4), "", plain(row.cost), "", plain(row.value)]
            table.line([*cells, bracketed(row.gain), "24", "1.40"])
    cells = ["TOTAL", "", "", "", "", plain(sums[1]), "", plain(sums[0]), bracketed(sums[0] - sums[1]), "310", "1.40"]
    table.line(cells, "B", 24)
