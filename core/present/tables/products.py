"""The product shelf on the screen: every product with its cost at a size, and like ones side by side."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.domain.product import Product
from core.present.html import Badge, Cell, Column, Safe, table
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tokens import NEAR, OUTSIDE, PROVEN, TROUBLE_FILL
from core.words.days import day
from core.words.numbers import number
from core.words.sentences import start

STANDINGS: Mapping[str, tuple[str, str]] = {
    "approved": (f"{PROVEN} Approved", "ok"),
    "watch": (f"{NEAR} Watched", "caution"),
    "suspended": (f"{OUTSIDE} Suspended", "bad"),
    "not_approved": (f"{OUTSIDE} Not approved", "bad"),
}
HEADS = (
    Head("Symbol", 76),
    Head("Name"),
    Head("Class", 104),
    Head("To buy, $", 84, number=True, show=lambda value: number(value, 2)),
    Head("A year, %", 78, number=True, show=lambda value: number(value, 3)),
    Head("A year, $", 88, number=True, show=lambda value: number(value, 2)),
    Head("Risk", 72),
    Head("Complexity", 86),
    Head("Liquidity", 210),
    Head("Standing", 122),
    Head("Next review", 104),
)


def standing_badge(one: Product) -> Badge:
    """Shape, word and tone of a product's standing."""
    return Badge(*STANDINGS[one.status])


def products_sheet(products: Sequence[Product], amount: Decimal, labels: Mapping[str, str]) -> Sheet:
    """One row for each product; costs are those of `amount` dollars. What may not be bought is tinted."""
    rows = [
        [
            one.symbol, one.name, labels.get(one.asset_class, one.asset_class), float(one.initial_dollars(amount)),
            one.ongoing_cost * 100, float(one.ongoing_dollars(amount)), start(one.risk), start(one.complexity),
            one.liquidity, STANDINGS[one.status][0], day(one.next_review),
        ]
        for one in products
    ]  # fmt: skip
    tint = {
        (place, "Standing"): f"background-color:{TROUBLE_FILL}" for place, one in enumerate(products) if not one.buyable
    }
    return sheet(HEADS, rows, tint, keys=[one.symbol for one in products])


def side_by_side(found: Sequence[Product], amount: Decimal) -> Safe:
    """Like products as columns, the one asked for first: what each is, costs and holds against it."""
    columns = (Column(""), *(Column(one.symbol) for one in found))
    rows: list[list[object]] = [
        ["Name", *(one.name for one in found)],
        ["Structure", *(one.structure for one in found)],
        ["Holds", *(one.strategy for one in found)],
        ["To buy, $", *(number(one.initial_dollars(amount), 2) for one in found)],
        ["A year, %", *(number(one.ongoing_cost * 100, 3) for one in found)],
        ["A year, $", *(_yearly(one, found, amount) for one in found)],
        ["Risk", *(start(one.risk) for one in found)],
        ["Complexity", *(start(one.complexity) for one in found)],
        ["Liquidity", *(start(one.liquidity) for one in found)],
        ["Standing", *(Cell(*STANDINGS[one.status]) for one in found)],
        ["Reviewed", *(day(one.reviewed) for one in found)],
    ]
    return table(columns, rows)


def _yearly(one: Product, found: Sequence[Product], amount: Decimal) -> Cell:
    least = min(other.ongoing_dollars(amount) for other in found)
    cost = one.ongoing_dollars(amount)
    return Cell(number(cost, 2), "ok" if cost == least else "", strong=cost == least)
