"""Houses of families: accounts after a list of the largest holdings, heads for each security, private funds."""

from tools.accuracy.content import cents, earlier, money, venture
from tools.accuracy.drawing import Column, Pencil, Table, dollars, of, plain, us_day, words
from tools.accuracy.houses.hands import Hand, framed, hand, parts, said, some_stocks
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Drawn

KINDS = (("Individual", "taxable_individual"), ("Roth IRA", "roth_ira"), ("Joint Tenants WROS", "taxable_joint"))


def jarrowby(deal: Deal) -> Drawn:
    """Three accounts: a table of all and the ten largest holdings first, then each from a new page, two dates a row."""
    hands = {title: hand(deal, {"": some_stocks(deal, 3, 12)}) for title, _ in KINDS}
    accounts = []
    pencil = Pencil(landscape=True, font="Serif", size=8)
    framed(pencil, ("Jarrowby Private Client", "Consolidated statement, July 2026"), ("Ashgrove family", "Page ~"))
    pencil.row([(40, "Your accounts"), (200, "Number"), (-420, "June 30"), (-520, "July 31"), (-600, "Change")], "B")
    for title, held in hands.items():
        now = held.total
        pencil.row([(40, title), (200, held.number), (-420, plain(now - 300)), (-520, plain(now)), (-600, "300.00")])
    all_of_it = sum((held.total for held in hands.values()), ZERO)
    pencil.row([(40, "Total of all accounts"), (-420, plain(all_of_it - 900)), (-520, plain(all_of_it))], "B", 26)
    pencil.row([(40, "Your largest holdings"), (200, "Symbol"), (-420, "Value"), (-520, "Share of all")], "B")
    largest = sorted((row for held in hands.values() for row in held.rows), key=lambda row: -row.value)
    for row in largest[:10]:
        pencil.row([(40, row.name), (200, row.symbol or ""), (-420, plain(row.value)), (-520, "9.1%")], "", 11)
    for title, kind in KINDS:
        _page_of(pencil, title, hands[title])
        accounts.append(hands[title].closed(deal, as_of="2026-07-31", registration=kind))
    return pencil.drawn(*accounts)


def _page_of(pencil: Pencil, title: str, held: Hand) -> None:
    pencil.page()
    pencil.row(
        [(40, f"{title} account {held.number}"), (-740, f"Ending market value {dollars(held.total)}")], "B", 22, 10
    )
    table = Table(
        pencil,
        [
            Column("Symbol", 40, words("symbol")),
            Column("Equity holding", 95, words("name")),
            Column("Shares|Jul 31", -360, of("quantity", plain, 0)),
            Column("Price|Jun 30", -420, lambda row: plain((row.price or ZERO) + 2)),
            Column("Price|Jul 31", -480, of("price")),
            Column("Value|Jun 30", -560, lambda row: plain(row.value + 2 * (row.quantity or ZERO))),
            Column("Value|Jul 31", -650, of("value")),
            Column("Tax cost", -740, of("cost")),
        ],
    )
    table.head()
    table.rows(held.rows)
    pencil.row([(95, "Cash & sweep"), (-560, "12.00"), (-650, plain(held.cash))])
    pencil.row([(95, "Ending market value"), (-650, plain(held.total))], "B")


def amberly(deal: Deal) -> Drawn:
    """A head for every security: its name in bold, a line of heads and one of figures, its lots with heads again."""
    held = hand(deal, {"": some_stocks(deal, 3, 9, 3)})
    pencil = Pencil(font="Times", size=9)
    framed(
        pencil,
        ("Amberly Financial Advisors", f"Account no: {held.number}"),
        ("Ines Calloway, custodian for A. Calloway UTMA/ME", "Jun. 30, 2026"),
    )
    pencil.row([(40, "Account balance"), (-300, dollars(held.total))], "B")
    pencil.row([(40, "of which cash"), (-300, dollars(held.cash))], "", 24)
    for row in held.rows:
        pencil.room(80 + 11 * len(row.lots))
        pencil.say(f"{row.name}   {row.symbol}", 40, "B", 13, 10)
        heads = ("Shares", "Price", "Market value", "Cost basis", "Gain or loss")
        figures = (plain(row.quantity, 0), dollars(row.price), dollars(row.value), dollars(row.cost), dollars(row.gain))
        for texts, style in ((heads, ""), (figures, "")):
            pencil.row([(-120 - 105 * place, text) for place, text in enumerate(texts)], style, 13, 8)
        pencil.row([(60, "Bought"), (-225, "Shares"), (-330, "Cost"), (-435, "Value")], "", 11, 7)
        for lot, value in parts(row):
            bought = (
                (60, said(lot.day, "%b %d, %Y")),
                (-225, plain(lot.quantity, 0)),
                (-330, plain(lot.cost)),
                (-435, plain(value)),
            )
            pencil.row(bought, "", 11, 7)
        pencil.y += 12
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", registration="utma"))


def hexworthy(deal: Deal) -> Drawn:
    """A family office: private funds with multiples beside, paid-in and distributed, days a row; a pledge."""
    held = hand(deal, {"Private equity": [venture(deal.dice, deal.taken) for _ in range(deal.dice.randrange(3, 9))]})
    pencil = Pencil(landscape=True, font="Serif", size=8)
    framed(
        pencil,
        ("Hexworthy Family Office", f"Entity account {held.number}"),
        ("Calloway Family LLC", "Private investments at September 30, 2026"),
    )
    table = Table(
        pencil,
        [
            Column("Partnership", 40, words("name")),
            Column("Vintage", -260, lambda row: "2019"),
            Column("Commitment", -340, of("commitment")),
            Column("Paid-in|capital", -420, of("called")),
            Column("Open|commitment", -500, of("unfunded")),
            Column("Distributed", -575, lambda row: plain(cents(row.value / 8))),
            Column("Capital account|balance", -665, of("value")),
            Column("Reported|as of", -715, lambda row: us_day(row.nav_date or "", 2)),
            Column("TVPI", -745, lambda row: "1.31x"),
        ],
        step=14,
    )
    table.head()
    table.rows(held.rows)
    committed = sum((row.commitment or ZERO for row in held.rows), ZERO)
    table.line(["Total private equity", "", plain(committed), "", "", "", plain(held.value)], "B", 22)
    pencil.row([(40, "Operating cash"), (-665, plain(held.cash))])
    pencil.row([(40, "Net worth in this entity"), (-665, plain(held.total))], "B", 24)
    pencil.say(
        f"A pledge of {dollars(money(deal.dice, 900, 9000))} is not shown above.  Opened {us_day(earlier(deal.dice))}.",
        40,
    )
    return pencil.drawn(held.closed(deal, as_of="2026-09-30"))
