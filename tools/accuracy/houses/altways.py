"""Private funds in the words of many administrators: commitment, paid in, what is left to pay, value and its day."""

from tools.accuracy.content import cents, stock, venture
from tools.accuracy.drawing import Column, Getter, Pencil, Table, dollars, of, plain, words
from tools.accuracy.houses.hands import framed, hand, said
from tools.accuracy.planted import Deal
from tools.accuracy.truth import D, Drawn, Row

COMMITMENT = ("Commitment", "Capital|Commitment", "Committed|Capital", "Total|Commitment", "Commitment|Amount")
CALLED = ("Called", "Capital|Called", "Contributed|Capital", "Paid-In|Capital", "Contributions|to Date",
          "Funded|Commitment", "Drawn")  # fmt: skip
UNFUNDED = ("Unfunded", "Unfunded|Commitment", "Remaining|Commitment", "Uncalled|Capital", "Undrawn",
            "Outstanding|Commitment")  # fmt: skip
VALUE = ("Market Value", "Net Asset|Value", "NAV", "Fair Value", "Estimated|Value", "Current|Value")
DAY = ("NAV Date", "Valuation|Date", "As of Date", "Last|Valuation", "Value as of", "Date of|Value")
FORMS = ("%m/%d/%Y", "%m/%d/%y", "%b %d, %Y", "%Y-%m-%d", "%d-%b-%y")


def hexgreave(deal: Deal) -> Drawn:
    """A table of private funds after one of shares; distributions, vintages, rates and multiples beside by seed."""
    dice = deal.dice
    funds = [venture(dice, deal.taken) for _ in range(dice.randrange(2, 7))]
    shares = [stock(dice, deal.taken) for _ in range(dice.randrange(2, 6))]
    held = hand(deal, {"Listed Equities": shares, "Private Investments": funds})
    form, write = dice.choice(FORMS), dice.choice((plain, dollars))
    pencil = Pencil(landscape=True, size=8, font=dice.choice(("Helvetica", "Sans", "Serif")))
    framed(
        pencil,
        ("Hexgreave Family Office", "Statement of Assets"),
        (f"Account {held.number}", "As of September 30, 2026"),
    )
    listed = Table(pencil, [
        Column("Symbol", 40, words("symbol")), Column("Security", 100, words("name")),
        Column("Quantity", -340, of("quantity", plain, 0)), Column("Price", -410, of("price")),
        Column("Cost", -500, of("cost")), Column("Market Value", -600, of("value")),
    ])  # fmt: skip
    private = Table(pencil, _columns(deal, form, write))
    for title, table, width in (("Listed Equities", listed, 5), ("Private Investments", private, -1)):
        pencil.room(90)
        pencil.say(title, 40, "B", 15, 10)
        table.head()
        table.rows(held.groups[title])
        value = held.sums[title][0]
        edge = table.columns[width].x if width > 0 else next(c.x for c in table.columns if c.head in VALUE)
        pencil.row([(40, f"Total {title}"), (edge, plain(value))], "B", 26)
    pencil.row([(40, "Cash"), (-600, plain(held.cash))])
    pencil.row([(40, "Total Assets"), (-600, dollars(held.total))], "B")
    return pencil.drawn(held.closed(deal, as_of="2026-09-30"))


def _columns(deal: Deal, form: str, write: Getter) -> list[Column]:
    """The columns in an order of the seed's, up to three of them saying nothing that a position has."""
    dice = deal.dice
    whole = dice.random() < 0.5
    known: list[tuple[str, Getter]] = [
        (dice.choice(COMMITMENT), of("commitment", plain, 0) if whole else of("commitment", write)),
        (dice.choice(CALLED), of("called", write)),
        (dice.choice(UNFUNDED), of("unfunded", write)),
        (dice.choice(VALUE), of("value", write)),
        (dice.choice(DAY), lambda row: said(row.nav_date, form)),
    ]
    beside: list[tuple[str, Getter]] = [
        ("Distributions|to Date", lambda row: write(_paid_out(row))),
        ("Vintage", lambda row: str(2012 + int(row.value) % 12)),
        ("Net IRR", lambda row: f"{int(row.value) % 190 / 10:.1f}%"),
        ("TVPI", lambda row: f"{row.value / row.called:.2f}x"),
    ]
    columns = known if dice.random() < 0.5 else dice.sample(known, len(known))
    for extra in dice.sample(beside, dice.randrange(0, 4)):
        columns = [*columns, extra]
    step = 500 / len(columns)
    placed = [Column(head, -(230 + step * (place + 1)), shows) for place, (head, shows) in enumerate(columns)]
    return [Column("Fund", 40, words("name")), *placed]


def _paid_out(row: Row) -> D:
    return cents((row.called or D(0)) * D("0.31"))
