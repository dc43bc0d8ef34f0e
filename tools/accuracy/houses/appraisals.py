"""A private bank's portfolio appraisal: classes, percent of assets, commitments, structured notes."""

import textwrap
from dataclasses import replace

from tools.accuracy.content import bond, cents, note, stock, venture
from tools.accuracy.drawing import Column, Getter, Pencil, Table, bracketed, plain, trailing, us_day
from tools.accuracy.houses.hands import Hand, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn

CLASSES = {
    "EQUITIES": ("U.S. Large Cap", "International Developed"),
    "FIXED INCOME": ("Municipal Bonds", "Structured Notes"),
}
ALTERNATIVES = ("Private Equity", "Private Credit")


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
