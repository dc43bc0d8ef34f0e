"""Two dates side by side under heads of two tiers, and a private bank's appraisal with commitments and notes."""

import random
import textwrap
from dataclasses import replace

from tools.accuracy.content import bond, cents, note, stock, symbol, venture
from tools.accuracy.drawing import Column, Getter, Pencil, Stroke, Table, bracketed, plain, trailing, us_day
from tools.accuracy.houses.hands import Hand, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

Held = tuple[D, D, D]
PERIODS = (
    ("Prior Period", "This Period"),
    ("March 31, 2026", "June 30, 2026"),
    ("As of 03/31/2026", "As of 06/30/2026"),
)
NOTHING = ["--", "--", "--"]
CLASSES = {
    "EQUITIES": ("U.S. Large Cap", "International Developed"),
    "FIXED INCOME": ("Municipal Bonds", "Structured Notes"),
}
ALTERNATIVES = ("Private Equity", "Private Credit")


def tollerby(deal: Deal) -> Drawn:
    """Money funds first; quantity, price and value of two days under a head of their own each; what was sold stays."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "Stocks": [stock(dice, taken) for _ in range(dice.randrange(5, 20))],
        "Bonds": [bond(dice, taken) for _ in range(dice.randrange(1, 6))],
    }
    held = hand(deal, groups)
    funds = _money_funds(dice, taken, held.cash or ZERO)
    before = {_code(row): _earlier(dice, row) for row in [*funds, *groups["Stocks"], *groups["Bonds"]]}
    first, names = dice.random() < 0.7, dice.choice(PERIODS)
    pencil = Pencil(landscape=True, size=7.5)
    framed(
        pencil,
        ("TOLLERBY BROKERAGE SERVICES LLC", "Investment Report"),
        (f"Account # {held.number}   WENDELL K ASHGROVE - ROTH IRA", "April 1, 2026 - June 30, 2026"),
    )
    table = Table(pencil, _two_tiers(first), step=11, repeat=dice.random() < 0.7)
    table.again = lambda: _tiers(table, names if first else names[::-1])
    table.again()
    table.head()
    sums = {"Money Funds": (held.cash or ZERO, None), **held.sums}
    prior = ZERO
    for title, rows in {"Money Funds": funds, **held.groups}.items():
        table.break_page(40)
        pencil.say(title, 40, "B", 12, 8.5)
        was = sum((before[one][2] for one in dict.fromkeys(map(_code, rows))), ZERO)
        for row in rows:
            _two_days(table, row, before[_code(row)], first)
        if title == "Stocks" and dice.random() < 0.6:
            was += _sold(table, stock(dice, taken), first)
        value, cost = sums[title]
        _line(table, [f"Total {title}", ""], ["", "", plain(was)], ["", "", plain(value)], plain(cost), first, "B")
        pencil.y += 6
        prior += was
    _line(table, ["Total Account Value", ""], ["", "", plain(prior)], ["", "", plain(held.total)], "", first, "B")
    pencil.y += 12
    pencil.say(
        "-- not held on that day. Prices are those of the last trade or an estimate of a dealer.", 40, "", 9, 6.5
    )
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=tuple(row.value for row in funds)))


def _code(row: Row) -> str:
    return row.symbol or row.cusip or ""


def _two_tiers(first: bool) -> list[Column]:
    heads = ("Quantity", "Price", "Value", "Quantity", "Price", "Value", "Cost Basis")
    edges = (-345, -405, -480, -560, -620, -695, -755)
    return [Column("Description", 40), Column("Symbol", 250)] + [
        Column(head, edge) for head, edge in zip(heads, edges, strict=True)
    ]


def _tiers(table: Table, names: tuple[str, ...]) -> None:
    """The upper heads, each centred over a line across its three columns."""
    pencil = table.pencil
    if not table.repeat and pencil.pages > 1:
        return
    for (left, right), text in zip(((300, 480), (510, 695)), names, strict=True):
        pencil.measure.set_font(pencil.paper.font, "B", 8)
        pencil.at((left + right - pencil.measure.get_string_width(text)) / 2, text, "B", 8)
        pencil.sheets[-1].append(Stroke(left, right, pencil.y + 3))
    pencil.y += 14


def _two_days(table: Table, row: Row, was: Held, first: bool) -> None:
    table.break_page(24)
    bonded = row.cusip is not None
    now = [plain(row.quantity, 3), plain(row.price, 3), plain(row.value)]
    then = [plain(was[0], 3), plain(was[1], 3), plain(was[2])] if was[0] else NOTHING
    _line(table, [row.name, row.symbol or ""], then, now, plain(row.cost), first)
    if bonded:
        table.pencil.say(f"CUSIP: {row.cusip}", 48, "", 11, 7)


def _sold(table: Table, row: Row, first: bool) -> D:
    """A share that was held on the first day alone."""
    then = [plain(row.quantity, 3), plain(row.price, 3), plain(row.value)]
    _line(table, [row.name, row.symbol or ""], then, NOTHING, "--", first)
    return row.value


def _line(
    table: Table, name: list[str], then: list[str], now: list[str], cost: str, first: bool, style: str = ""
) -> None:
    sides = [*then, *now] if first else [*now, *then]
    table.line([*name, *sides, cost], style)


def _money_funds(dice: random.Random, taken: set[str], cash: D) -> list[Row]:
    """The account's cash in one or two money funds at a dollar a share."""
    parts = [cash] if dice.random() < 0.5 else [cash - cents(cash / 3), cents(cash / 3)]
    titles = ("TOLLERBY GOVERNMENT MONEY MARKET", "TOLLERBY TREASURY ONLY FUND")
    return [Row(symbol(dice, taken) + "X", title, part, D(1), part) for title, part in zip(titles, parts, strict=False)]


def _earlier(dice: random.Random, row: Row) -> Held:
    """Quantity, price and value three months before; nothing where it was bought since."""
    quantity, price = row.quantity or ZERO, row.price or ZERO
    if dice.random() < 0.12:
        return ZERO, ZERO, ZERO
    if row.cost is None:
        part = cents(quantity * dice.randrange(60, 140) / 100)
        return part, price, part
    more = dice.choice((0, 0, 0, 5, -1))
    was, then = quantity + more * (1000 if row.cusip else 1), (price * dice.randrange(80, 115) / 100).quantize(price)
    return was, then, cents(was * then / (100 if row.cusip else 1))


def cheverel(deal: Deal) -> Drawn:
    """A private bank's appraisal: classes over sub-classes, percent of assets, commitments with their days, notes."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "U.S. Large Cap": [stock(dice, taken, odd=dice.random() < 0.3) for _ in range(dice.randrange(3, 12))],
        "International Developed": [stock(dice, taken) for _ in range(dice.randrange(1, 6))],
        "Municipal Bonds": [bond(dice, taken) for _ in range(dice.randrange(1, 6))],
        "Structured Notes": [
            replace(note(dice, taken), kinds=("structured_note",)) for _ in range(dice.randrange(1, 3))
        ],
        "Private Equity": [venture(dice, taken) for _ in range(dice.randrange(1, 4))],
        "Private Credit": [venture(dice, taken) for _ in range(dice.randrange(1, 3))],
    }
    held = hand(deal, groups)
    pencil, loss = Pencil(landscape=True, font="Serif", size=7.5), dice.choice((bracketed, plain, trailing))
    framed(
        pencil,
        ("CHEVEREL & CIE PRIVATE BANK", "PORTFOLIO APPRAISAL"),
        (f"OKONJO-HALE FAMILY TRUST   Account {held.number}", "As of September 30, 2026"),
    )
    table = Table(pencil, _cheverel_columns(), step=11, repeat=dice.random() < 0.6)
    _allocation(pencil, held)
    table.head()
    for title, members in CLASSES.items():
        table.break_page(50)
        pencil.say(title, 40, "B", 12, 8.5)
        for part in members:
            _sub_class(table, held, part, dice.random() < 0.5, loss)
        _class_sum(table, held, f"TOTAL {title}", members, loss)
    pencil.room(120)
    pencil.say("ALTERNATIVE INVESTMENTS", 40, "B", 12, 8.5)
    funds = Table(pencil, _fund_columns(), step=11)
    funds.head()
    for part in ALTERNATIVES:
        _partnerships(funds, held, part)
    values = sum((held.sums[part][0] for part in ALTERNATIVES), ZERO)
    funds.line(["TOTAL ALTERNATIVE INVESTMENTS", "", "", "", plain(values), "", _share(held, values)], "B", 22)
    table.break_page(90)
    _banked(table, held)
    table.line(["TOTAL PORTFOLIO", "", "", "", "", plain(held.total), "", "100.0%"], "B", 24)
    pencil.say("Values of private funds are those of the last statement of the general partner.", 40, "", 9, 6.5)
    return pencil.drawn(held.closed(deal, as_of="2026-09-30"))


def _cheverel_columns() -> list[Column]:
    heads = ("Quantity", "Unit Cost", "Total Cost", "Price", "Market Value", "Unrealized|Gain/Loss", "% of|Assets",
             "Annual|Income")  # fmt: skip
    edges = (-330, -390, -465, -520, -600, -670, -710, -755)
    return [Column("Description", 40), *(Column(head, edge) for head, edge in zip(heads, edges, strict=True))]


def _fund_columns() -> list[Column]:
    heads = ("Commitment", "Called to Date", "Unfunded", "Market Value", "NAV Date", "% of|Assets")
    edges = (-330, -410, -490, -600, -660, -710)
    return [Column("Partnership Interest", 40), *(Column(head, edge) for head, edge in zip(heads, edges, strict=True))]


def _share(held: Hand, value: D) -> str:
    return f"{100 * value / held.total:.1f}%"


def _allocation(pencil: Pencil, held: Hand) -> None:
    """What every appraisal begins with: the classes, their worth and their part, with a target each."""
    pencil.row([(40, "Asset Class"), (-330, "Market Value"), (-390, "Current"), (-450, "Target")], "B", 12)
    parts = {**CLASSES, "ALTERNATIVE INVESTMENTS": ALTERNATIVES}
    worths = {title: sum((held.sums[part][0] for part in members), ZERO) for title, members in parts.items()}
    for title, value in {**worths, "CASH AND EQUIVALENTS": held.cash or ZERO}.items():
        pencil.row([(40, title.title()), (-330, plain(value)), (-390, _share(held, value)), (-450, "20.0%")], "", 11)
    pencil.row([(40, "Total"), (-330, plain(held.total)), (-390, "100.0%"), (-450, "100.0%")], "B", 26)


def _sub_class(table: Table, held: Hand, title: str, below: bool, loss: Getter) -> None:
    """A sub-class with its sum; symbols stand in parentheses or `below` the name."""
    table.break_page(40)
    table.pencil.say(title, 48, "B", 11)
    for row in held.groups[title]:
        table.break_page(34)
        unit = (row.cost or ZERO) / (row.quantity or D(1)) * (100 if row.cusip else 1)
        first, *more = textwrap.wrap(row.name, 44)
        code = f"CUSIP {row.cusip}" if row.cusip else f"Ticker: {row.symbol}"
        if not row.cusip and not below:
            first, code = f"{first} ({row.symbol})", ""
        table.line([first, plain(row.quantity, 2), plain(unit), plain(row.cost), plain(row.price, 3), plain(row.value),
                    loss(row.gain), _share(held, row.value), plain(cents(row.value * D("0.018")))])  # fmt: skip
        for text in filter(None, (*more, code)):
            table.pencil.say(text, 56, "", 10, 7)
    _class_sum(table, held, f"Total {title}", (title,), loss)


def _class_sum(table: Table, held: Hand, label: str, members: tuple[str, ...], loss: Getter) -> None:
    value = sum((held.sums[part][0] for part in members), ZERO)
    cost = sum((held.sums[part][1] for part in members), ZERO)
    table.line([label, "", "", plain(cost), "", plain(value), loss(value - cost), _share(held, value)], "B", 16)


def _partnerships(table: Table, held: Hand, title: str) -> None:
    table.break_page(40)
    table.pencil.say(title, 48, "B", 11)
    for row in held.groups[title]:
        table.line([row.name, plain(row.commitment, 0), plain(row.called), plain(row.unfunded), plain(row.value),
                    us_day(row.nav_date or ""), _share(held, row.value)])  # fmt: skip
    value = held.sums[title][0]
    table.line([f"Total {title}", "", "", "", plain(value), "", _share(held, value)], "B", 16)


def _banked(table: Table, held: Hand) -> None:
    cash = held.cash or ZERO
    income = cents(cash / 4)
    table.pencil.say("CASH AND EQUIVALENTS", 40, "B", 12, 8.5)
    for label, value in (("Principal Cash", cash - income), ("Income Cash", income)):
        amount = plain(value)
        table.line([label, amount, "1.00", amount, "1.000", amount, "0.00", _share(held, value)])
    table.line(["TOTAL CASH AND EQUIVALENTS", "", "", plain(cash), "", plain(cash), "", _share(held, cash)], "B", 22)
