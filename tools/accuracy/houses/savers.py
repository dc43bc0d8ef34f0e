"""A workplace plan: funds without tickers in two tables, units and unit values, sources of money, what is vested."""

from collections.abc import Sequence
from dataclasses import replace

from tools.accuracy.content import cents, fund, money
from tools.accuracy.drawing import Column, Pencil, Table, dollars, plain
from tools.accuracy.houses.hands import Hand, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

CLASSES = ("Stable Value/Capital Preservation", "Bonds", "Large U.S. Equity", "International Equity")
SOURCES = (("Employee Pre-Tax", D("0.55"), 100), ("Employee Roth", D("0.15"), 100),
           ("Safe Harbor Match", D("0.2"), 100), ("Employer Discretionary", ZERO, 60))  # fmt: skip


def ottermere(deal: Deal) -> Drawn:
    """Balances of two days by fund, then units and unit values, or all in one table; a guaranteed account."""
    dice = deal.dice
    groups = {title: [_unit_fund(deal) for _ in range(dice.randrange(1, 4))] for title in CLASSES[1:]}
    if dice.random() < 0.6:
        worth = money(dice, 900, 90_000)
        groups = {CLASSES[0]: [Row(None, "Ottermere Guaranteed Interest Account", None, None, worth)], **groups}
    held = hand(deal, groups, cash=False)
    held = replace(held, number=f"{dice.randrange(100, 999)}{dice.randrange(100_000, 999_999)}")
    pencil = Pencil(font="Sans", size=7.5)
    framed(
        pencil,
        ("Ottermere Retirement Services", "Retirement Savings Statement"),
        ("Fernwood Mills 401(k) Savings Plan", "April 1, 2026 - June 30, 2026"),
    )
    pencil.row([(40, "Wendell K. Ashgrove"), (330, f"Participant account number: {held.number}")], "B", 11)
    pencil.row(
        [(40, "9 Orchard Bend, Galena IL 61036"), (330, "Plan number: 77120   Date of hire: 03/14/2011")], "", 24
    )
    _summary(pencil, held)
    together = dice.random() < 0.4
    if dice.random() < 0.5:
        _sources(pencil, held)
        _funds(pencil, held, together)
    else:
        _funds(pencil, held, together)
        _sources(pencil, held)
    _choices(pencil, held)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _unit_fund(deal: Deal) -> Row:
    """A fund of the plan: units of four places at a unit value of four."""
    made = fund(deal.dice, deal.taken)
    units = D(deal.dice.randrange(100_000, 30_000_000)) / 10_000
    price = D(deal.dice.randrange(80_000, 900_000)) / 10_000
    return replace(made, quantity=units, price=price, value=cents(units * price), cost=None)


def _before(value: D) -> D:
    return cents(value * D("0.94"))


def _summary(pencil: Pencil, held: Hand) -> None:
    """What came in and went out; the balance at the end and what of it is vested."""
    gains = held.total - _before(held.total) - D("1800.00") + D("12.50")
    pencil.say("Your Account Summary", 40, "B", 15, 11)
    lines = (("Beginning Balance", _before(held.total)), ("Your Contributions", D("1350.00")),
             ("Employer Contributions", D("450.00")), ("Plan Expenses", D("-12.50")),
             ("Change in Market Value", gains))  # fmt: skip
    for label, value in lines:
        pencil.row([(40, label), (-260, dollars(value))], "", 12)
    pencil.row([(40, "Ending Balance"), (-260, dollars(held.total))], "B", 16)
    pencil.row([(40, "Vested Balance"), (-260, dollars(_vested(held)))], "", 12)
    pencil.row([(40, "Outstanding Loan Balance"), (-260, "$4,210.77")], "", 12)
    pencil.row([(40, "Your personal rate of return this period was 5.9%")], "", 26, 7)


def _parts(total: D) -> list[tuple[str, D, int]]:
    """The balance by source of money; the last takes the rest."""
    made = [(label, cents(total * share), vested) for label, share, vested in SOURCES[:-1]]
    rest = total - sum((value for _, value, _ in made), ZERO)
    return [*made, (SOURCES[-1][0], rest, SOURCES[-1][2])]


def _vested(held: Hand) -> D:
    return sum((cents(value * vested / 100) for _, value, vested in _parts(held.total)), ZERO)


def _sources(pencil: Pencil, held: Hand) -> None:
    """The same money by where it came from, which is no holding."""
    columns = [Column("Source", 40), Column("Beginning|Balance", -220), Column("Contributions", -290),
               Column("Gain/Loss", -360), Column("Ending|Balance", -430), Column("Vested|Percent", -490),
               Column("Vested|Balance", -560)]  # fmt: skip
    table = Table(pencil, columns, 12)
    pencil.room(110)
    pencil.say("Your Account by Contribution Source", 40, "B", 15, 11)
    table.head()
    for label, value, vested in _parts(held.total):
        cells = [label, plain(_before(value)), "450.00", plain(value - _before(value) - 450), plain(value)]
        table.line([*cells, f"{vested}%", plain(cents(value * vested / 100))])
    cells = ["Total", plain(_before(held.total)), "1,800.00", "", plain(held.total), "", plain(_vested(held))]
    table.line(cells, "B", 26)


def _funds(pencil: Pencil, held: Hand, together: bool) -> None:
    """The funds by class: in one table with units, or in a table of balances and another one of units."""
    pencil.room(120)
    pencil.say("Your Investments by Fund", 40, "B", 15, 11)
    if together:
        columns = [Column("|Investment", 40), Column("Beginning|Balance", -255), Column("Gain/|Loss", -325),
                   Column("Units|06/30/26", -400), Column("Unit Value|06/30/26", -470),
                   Column("Ending|Balance", -560)]  # fmt: skip
    else:
        columns = [Column("|Investment", 40), Column("Beginning|Balance", -255), Column("|Contributions", -325),
                   Column("Transfers/|Withdrawals", -390), Column("|Expenses", -435), Column("Gain/|Loss", -495),
                   Column("Ending|Balance", -560)]  # fmt: skip
    table = Table(pencil, columns, 12, again=lambda: pencil.say("Your Investments (continued)", 40, "B", 15, 11))
    table.head()
    for title, rows in held.groups.items():
        table.break_page(40)
        table.line([title], "B")
        for row in rows:
            _fund_line(table, row, together)
    change, after = plain(held.total - _before(held.total)), plain(held.total)
    flows = [change, "", "", after] if together else ["0.00", "0.00", "0.00", change, after]
    table.line(["Total", plain(_before(held.total)), *flows], "B", 26)
    if not together:
        _units(pencil, [row for row in held.rows if row.quantity is not None])


def _fund_line(table: Table, row: Row, together: bool) -> None:
    table.break_page(24)
    words = row.name.split(" ")
    first, rest = (row.name, "") if len(row.name) < 32 else (" ".join(words[:4]), " ".join(words[4:]))
    before = _before(row.value)
    change = plain(row.value - before)
    if together:
        cells = [plain(before), change, plain(row.quantity, 4), plain(row.price, 4), plain(row.value)]
    else:
        cells = [plain(before), "0.00", "0.00", "0.00", change, plain(row.value)]
    table.line([f"   {first}", *cells], step=9 if rest else 12)
    if rest:
        table.line([f"   {rest}"])


def _units(pencil: Pencil, rows: Sequence[Row]) -> None:
    """Units and unit values of both days, with the value of the second."""
    columns = [Column("|Investment", 40), Column("Units on|03/31/26", -255), Column("Unit Value|03/31/26", -320),
               Column("Units on|06/30/26", -395), Column("Unit Value|06/30/26", -465),
               Column("Market Value|06/30/26", -560)]  # fmt: skip
    table = Table(pencil, columns, 12, again=lambda: pencil.say("Units and Values (continued)", 40, "B", 15, 11))
    pencil.room(100)
    pencil.say("Units and Unit Values", 40, "B", 15, 11)
    table.head()
    for row in rows:
        table.break_page(14)
        was = cents(_before(row.value) / (row.quantity or D(1)))
        cells = [row.name, plain(row.quantity, 4), plain(was, 4), plain(row.quantity, 4), plain(row.price, 4)]
        table.line([*cells, plain(row.value)])
    pencil.y += 14


def _choices(pencil: Pencil, held: Hand) -> None:
    """Where new money goes, in percent of each contribution."""
    rows = held.rows
    pencil.room(60 + 12 * len(rows))
    pencil.say("How Your Future Contributions Will Be Invested", 40, "B", 15, 11)
    pencil.row([(40, "Investment"), (-325, "Election")], "B", 12)
    for place, row in enumerate(rows):
        share = 100 // len(rows) + (100 % len(rows) if place == 0 else 0)
        pencil.row([(40, row.name), (-325, f"{share}%")], "", 12)
    pencil.row([(40, "Total"), (-325, "100%")], "B", 12)
