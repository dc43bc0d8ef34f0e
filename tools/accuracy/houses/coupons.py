"""An income account: bonds per 100 with call and rating lines below, deposits, short shares, long and short options."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from tools.accuracy.content import basis, bond, cents, deposit, money, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain, trailing
from tools.accuracy.houses.hands import Hand, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

RATED = ("AA1/AA+", "A2/A", "BAA1/BBB+", "NR/AA-", "AAA/NR")
EDGES = (40.0, -232.0, -282.0, -342.0, -388.0, -448.0, -502.0, -542.0, -576.0)
OWING = (("", "", "ADJ PRICE/", "ADJ COST/", "CURRENT", "CURRENT", "UNREALIZED", "ACCRUED", "EST ANN"),
         ("DESCRIPTION", "QUANTITY", "ORIG PRICE", "ORIG COST", "PRICE", "MARKET VALUE", "GAIN/LOSS", "INTEREST",
          "INCOME"))  # fmt: skip
OTHER = (
    ("", "", "", "", "CURRENT", "CURRENT", "UNREALIZED", "", "EST ANN"),
    ("DESCRIPTION", "QUANTITY", "UNIT COST", "COST", "PRICE", "MARKET VALUE", "GAIN/LOSS", "", "INCOME"),
)
LONG = 36
Write = Callable[[D | None], str]


def brassfield(deal: Deal) -> Drawn:
    """Adjusted cost above original cost, what is owed in a column, lines of calls and ratings below, a margin debit."""
    dice = deal.dice
    shares = [stock(dice, deal.taken, odd=place == 1) for place in range(dice.randrange(2, 5))]
    groups = {
        "Corporate Bonds": [_owed(deal) for _ in range(dice.randrange(2, 8))],
        "Certificates of Deposit": [deposit(dice, deal.taken) for _ in range(dice.randrange(1, 4))],
        "Stocks": shares,
        "Options": [_option(deal, row, place) for place, row in enumerate(shares)],
    }
    if dice.random() < 0.5:
        groups["Short Positions"] = [_short(deal)]
    held = hand(deal, groups)
    if dice.random() < 0.5:
        held = _in_debt(held)
    held = replace(held, number=f"{dice.randrange(1000, 9999)}-{dice.randrange(1000, 9999)}")
    signed: Write = dice.choice((bracketed, trailing, plain))
    pencil = Pencil(size=6.5)
    framed(
        pencil,
        ("BRASSFIELD ADVISORS", f"Account number: {held.number}"),
        ("SNAPSHOT", "JUNE 1, 2026 - JUNE 30, 2026"),
    )
    owed = sum((row.accrued or ZERO for row in held.rows), ZERO)
    _progress(pencil, held, owed)
    pencil.say("PORTFOLIO DETAIL", 40, "B", 16, 10)
    _cash(pencil, held, signed)
    for title, rows in held.groups.items():
        _part(pencil, title, rows, held.sums[title], signed)
    _ladder(pencil, held)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,)))


def _owed(deal: Deal) -> Row:
    return replace(bond(deal.dice, deal.taken), accrued=money(deal.dice, 2, 700))


def _option(deal: Deal, under: Row, place: int) -> Row:
    """Calls that are sold, a put that is bought."""
    short = place % 2 == 0
    count, price = D(deal.dice.randrange(1, 15)) * (-1 if short else 1), D(deal.dice.randrange(15, 1900)) / 100
    day = f"{deal.dice.randrange(1, 13):02d}/{deal.dice.randrange(15, 22)}/27"
    title = f"{'CALL' if short else 'PUT'} {under.symbol} {day} {deal.dice.randrange(20, 300)}.00"
    value = cents(count * price * 100)
    return Row(None, title, count, price, value, basis(deal.dice, value), kinds=("option",))


def _short(deal: Deal) -> Row:
    row = stock(deal.dice, deal.taken)
    count = -D(deal.dice.randrange(50, 500))
    value = cents(count * (row.price or ZERO))
    return replace(row, quantity=count, value=value, cost=basis(deal.dice, value))


def _in_debt(held: Hand) -> Hand:
    """The same account with a debit on margin in the place of its cash."""
    debt = -(held.cash or ZERO) * 2
    return replace(held, cash=debt, total=held.total - (held.cash or ZERO) + debt)


def _progress(pencil: Pencil, held: Hand, owed: D) -> None:
    """The front: values of two days, kinds with their shares, quality of credit: none of them holdings."""
    pencil.say("PRUDENCE OKONJO-HALE\n212 LARKSPUR TERRACE\nBOULDER CO 80302", 40, "", 11, 8)
    pencil.y += 10
    pencil.row([(40, "PROGRESS SUMMARY"), (-260, "THIS PERIOD"), (-340, "THIS YEAR")], "B", 12, 8)
    before = held.total - D("902.11")
    for label, value, year in (("Opening value", before, before - 40), ("Income earned", D("402.11"), D("442.11")),
                               ("Change in value", D("500.00"), D("500.00"))):  # fmt: skip
        pencil.row([(40, label), (-260, dollars(value)), (-340, dollars(year))], "", 11)
    pencil.row([(40, "Closing value"), (-260, dollars(held.total)), (-340, dollars(held.total))], "B", 12)
    pencil.row([(40, "Accrued interest not included above"), (-260, dollars(owed))], "", 22)
    pencil.row(
        [(40, "PORTFOLIO SUMMARY"), (-260, "VALUE ON JUN 30"), (-340, "%"), (-420, "EST ANN INCOME")], "B", 12, 8
    )
    for label, value in (("Cash and sweep balances", held.cash or ZERO), *((k, v[0]) for k, v in held.sums.items())):
        cells = [(40, label), (-260, bracketed(value)), (-340, plain(value * 100 / held.total)), (-420, "210")]
        pencil.row(cells, "", 11)
    pencil.row([(40, "Asset value"), (-260, dollars(held.total)), (-340, "100%")], "B", 22)


def _cash(pencil: Pencil, held: Hand, write: Write) -> None:
    pencil.say("Cash and Sweep Balances", 40, "B", 11, 8)
    pencil.row([(-388, "INTEREST"), (-448, "CURRENT")], "B", 8)
    pencil.row([(40, "DESCRIPTION"), (-388, "RATE"), (-448, "MARKET VALUE")], "B", 11)
    label = "MARGIN BALANCE" if (held.cash or ZERO) < 0 else "BANK DEPOSIT SWEEP"
    pencil.row([(40, label), (-388, "0.42"), (-448, write(held.cash))], "", 11)
    pencil.row([(40, "Total Cash and Sweep Balances"), (-448, write(held.cash))], "B", 20)


def _part(pencil: Pencil, title: str, rows: Sequence[Row], sums: tuple[D, D], write: Write) -> None:
    """One kind: its head, its rows with what is said below them, its sum."""

    def head() -> None:
        upper, lower = OWING if rows[0].accrued is not None else OTHER
        pencil.row(list(zip(EDGES, upper, strict=True)), "B", 8)
        pencil.row(list(zip(EDGES, lower, strict=True)), "B", 12)

    def again() -> None:
        pencil.say(f"{title} (continued)", 40, "B", 11, 8)
        head()

    pencil.room(80)
    pencil.say(title, 40, "B", 11, 8)
    head()
    for place, row in enumerate(rows):
        pencil.room(54, again)
        _position(pencil, row, write, place)
    value, cost = sums
    owed = plain(sum((row.accrued or ZERO for row in rows), ZERO)) if rows[0].accrued is not None else ""
    cells = (f"Total {title}", "", "", write(cost), "", write(value), write(value - cost), owed, "1,204")
    pencil.room(30)
    pencil.row(list(zip(EDGES, cells, strict=True)), "B", 22)


def _position(pencil: Pencil, row: Row, write: Write, place: int) -> None:
    unit = (row.cost or ZERO) / (row.quantity or D(1)) * (1 if row.symbol else 100)
    unit = unit / 10_000 if row.kinds == ("option",) else unit
    count = f"{plain(abs(row.quantity or ZERO), 0)}{'-' if (row.quantity or ZERO) < 0 else ''}"
    count = plain(row.quantity, 0) if write is plain else count
    each = plain(unit, 3)
    cells = (_first(row), count, each, write(row.cost), plain(row.price, 3), write(row.value), write(row.gain))
    pencil.row(list(zip(EDGES, (*cells, plain(row.accrued), "41" if row.symbol else "N/A"), strict=True)), "", 8.5)
    notes = _below(row, place)
    if row.accrued is not None and "bond" in row.kinds:
        first = [(40.0, notes[0]), (-282.0, plain(unit + 1, 3)), (-342.0, plain((row.cost or ZERO) + D("112.40")))]
        pencil.row(first, "", 8.5)
        notes = notes[1:]
    for note in notes:
        pencil.say(note, 40, "", 8.5)
    pencil.y += 4


def _first(row: Row) -> str:
    """The first line of the name; what falls due stands on the next."""
    if row.cusip:
        return row.name.rsplit(" ", 2)[0] if "CD" not in row.name else row.name.split(" CD")[0]
    named = f"{row.name} ({row.symbol})" if row.symbol else row.name
    return named if len(named) < LONG else named[: named.rfind(" ", 0, LONG)]


def _below(row: Row, place: int) -> list[str]:
    """Coupon and day, when it may be called, how it is rated, its CUSIP; for options what they are on."""
    if row.symbol:
        return list(filter(None, [f"{row.name} ({row.symbol})"[len(_first(row)) :].strip()]))
    if not row.cusip:
        return [f"EXPIRES {row.name.split()[-2]}"]
    if "bond" in row.kinds:
        coupon, due = row.name.rsplit(" ", 2)[1:]
        lines = [f"CPN {coupon} DUE {due}", f"DTD 03/15/16 FC 09/15/16 CALL {_callable(place)} @ 100.000"]
        return [*lines, f"MOODY/S&P {RATED[place % 5]}", f"CUSIP {row.cusip}"]
    return [f"CD{row.name.split(' CD')[1]} FDIC INSURED", f"CUSIP {row.cusip}"]


def _callable(place: int) -> str:
    """A day on which a bond may be called."""
    return f"03/15/{27 + place % 5}"


def _ladder(pencil: Pencil, held: Hand) -> None:
    """What falls due in each year: par and value of bonds that are listed above, and no holdings."""
    rows = held.groups["Corporate Bonds"]
    pencil.room(110)
    pencil.say("BOND MATURITY SCHEDULE", 40, "B", 13, 8)
    places = (40.0, -200.0, -300.0, -380.0)
    pencil.row(list(zip(places, ("MATURITY", "PAR VALUE", "MARKET VALUE", "% OF BONDS"), strict=True)), "B", 12)
    half = len(rows) // 2
    for label, some in (("1 - 5 years", rows[:half]), ("6 - 20 years", rows[half:])):
        par = sum((row.quantity or ZERO for row in some), ZERO)
        value = sum((row.value for row in some), ZERO)
        pencil.row(list(zip(places, (label, plain(par, 0), plain(value), "50"), strict=True)), "", 12)
