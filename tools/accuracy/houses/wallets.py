"""Houses of plans, banks and robo-advisers: a matrix of sources, two lines a position, lots pages later."""

from dataclasses import replace

from tools.accuracy.content import cents, fund, isin, stock
from tools.accuracy.drawing import A4, Column, Pencil, Table, dollars, of, plain, swiss, us_day, words
from tools.accuracy.houses.hands import each, framed, hand, in_lots, parts, some_stocks
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row


def empingham(deal: Deal) -> Drawn:
    """A plan as a matrix: each fund's balance by source of money, its sum, then units and price at the right."""
    dice, taken = deal.dice, deal.taken
    held = hand(deal, {"": [replace(fund(dice, taken), cost=None) for _ in range(dice.randrange(3, 9))]}, cash=False)
    pencil = Pencil(landscape=True, font="Sans", size=8)
    framed(
        pencil,
        ("Empingham Retirement", f"Participant account {held.number}"),
        ("Quill Foundry 401(k) Plan", "Statement period 07/01/2026 through 09/30/2026"),
    )
    pencil.row([(40, "Total vested balance"), (-330, dollars(cents(held.total * D("0.9"))))])
    pencil.row([(40, "Total balance"), (-330, dollars(held.total))], "B", 26)
    sources = {"Pre-tax": D("0.5"), "Roth": D("0.2")}

    def part(row: Row, share: D) -> str:
        return plain(cents(row.value * share))

    table = Table(
        pencil,
        [
            Column("Investment option", 40, words("name")),
            Column("Employee|pre-tax", -310, lambda row: part(row, sources["Pre-tax"])),
            Column("Employee|Roth", -380, lambda row: part(row, sources["Roth"])),
            Column(
                "Employer|match",
                -450,
                lambda row: plain(row.value - sum((cents(row.value * share) for share in sources.values()), ZERO)),
            ),
            Column("Total|balance", -540, of("value")),
            Column("Number|of units", -630, of("quantity", plain, 3)),
            Column("Unit|price", -700, of("price", plain, 3)),
        ],
        step=14,
    )
    table.head()
    table.rows(held.rows)
    table.line(["Total", "", "", "", dollars(held.total)], "B", 26)
    pencil.row([(40, "Contributions"), (-310, "This period"), (-380, "This year")], "B")
    pencil.row([(40, "Your pre-tax contributions"), (-310, "1,200.00"), (-380, "3,600.00")])
    pencil.row([(40, "Future elections"), (-310, "60% / 40%")])
    return pencil.drawn(held.closed(deal, as_of="2026-09-30", registration="401k"))


def zollikon(deal: Deal) -> Drawn:
    """Banking in two lines a position: ISIN and number below, prices with their currency, a gain before the cost."""
    dice, taken = deal.dice, deal.taken
    rows = [
        replace(stock(dice, taken), symbol=None, isin=isin(dice, taken, "CH")) for _ in range(dice.randrange(4, 13))
    ]
    held = hand(deal, {"Equities": rows})
    pencil = Pencil(landscape=True, font="Sans", size=7.5, paper=A4)
    framed(
        pencil,
        ("Bankhaus Zollikon", "Asset statement as at 30.06.2026"),
        (f"Client no. 77.102   Account no. {held.number}", "Reference currency USD"),
    )
    pencil.row([(40, "Overview"), (-330, "Market value USD"), (-420, "in %")], "B")
    for label, value in (("Liquidity", held.cash or ZERO), ("Equities", held.value), ("Total assets", held.total)):
        pencil.row([(40, label), (-330, swiss(value)), (-420, "50.00%")])
    pencil.y += 16
    pencil.say("Detailed positions - Equities", 40, "B", 14, 10)
    table = Table(
        pencil,
        [
            Column("Number", -90, of("quantity", swiss, 0)),
            Column("Designation", 105, words("name")),
            Column("Purchase price", -430, lambda row: f"USD {swiss((row.cost or ZERO) / (row.quantity or D(1)), 4)}"),
            Column("Current price", -520, lambda row: f"USD {swiss(row.price)}"),
            Column("Price gain", -570, lambda row: "4.10%"),
            Column("Cost value USD", -650, of("cost", swiss)),
            Column("Market value USD", -730, of("value", swiss)),
            Column("in %", -790, lambda row: "6.10%"),
        ],
        step=10,
    )
    table.head()

    def below(row: Row) -> None:
        texts = ((105, f"ISIN {row.isin}  Valor 1.204.882"), (-430, "29.03.2021"), (-520, "30.06.2026"))
        pencil.row(texts, "", 15, 6.5)

    table.rows(held.rows, below, need=28)
    table.line(["", "Total Equities", "", "", "", swiss(held.cost), swiss(held.value), "92.10%"], "B", 22)
    pencil.row([(105, "Private account USD  0.125%"), (-730, swiss(held.cash))], "", 16)
    pencil.row([(105, "Total assets"), (-730, swiss(held.total))], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def wealdstone(deal: Deal) -> Drawn:
    """A robo-adviser's holdings in one small table, the lots of each fund pages later under its symbol and name."""
    dice = deal.dice
    rows = []
    for row in some_stocks(deal, 3, 8):
        quantity = D(dice.randrange(20_000, 900_000)) / 1000
        value = cents(quantity * (row.price or ZERO))
        rows.append(in_lots(dice, replace(row, quantity=quantity, value=value, cost=cents(value * D("0.91"))), 3))
    held = hand(deal, {"": rows})
    pencil = Pencil(font="Sans", size=8)
    framed(pencil, ("wealdstone", f"Taxable account {held.number}"), ("Odalys Fenwick", "May 1-31, 2026"))
    pencil.row([(40, "Account value at month end"), (-330, dollars(held.total))], "B", 13, 11)
    pencil.row([(40, "Deposits this month"), (-330, "$250.00")])
    pencil.row([(40, "Advisory fee (0.25%)"), (-330, "-$3.12")], "", 24)
    table = Table(
        pencil,
        [
            Column("Holding", 40, lambda row: f"{row.symbol} - {row.name.title()}"),
            Column("Share quantity", -330, of("quantity", plain, 3)),
            Column("Closing price", -420, of("price", dollars)),
            Column("Balance", -520, of("value", dollars)),
        ],
    )
    table.head()
    table.rows(held.rows)
    table.line(["Cash", "", "", dollars(held.cash)])
    table.line(["Total", "", "", dollars(held.total)], "B")
    pencil.page()
    pencil.say("Tax lot detail", 40, "B", 18, 12)
    for row in held.rows:
        _lot_pages(pencil, row)
    return pencil.drawn(held.closed(deal, as_of="2026-05-31"))


def _lot_pages(pencil: Pencil, row: Row) -> None:
    pencil.room(60 + 12 * len(row.lots))
    pencil.say(f"{row.symbol} - {row.name.title()}", 40, "B", 13)
    table = Table(
        pencil,
        [
            Column("Date purchased", 52),
            Column("Shares", -250),
            Column("Cost per share", -340),
            Column("Total cost", -430),
            Column("Current value", -520),
        ],
        step=12,
        bold_head=False,
    )
    table.head()
    for lot, value in parts(row):
        table.line([us_day(lot.day), plain(lot.quantity, 3), dollars(each(lot, 2)), dollars(lot.cost), dollars(value)])
    table.line(["Total", plain(row.quantity, 3), "", dollars(row.cost), dollars(row.value)], "", 20)
