"""Figures of a row in their columns, where empty cells left no trace: as the row's own arithmetic allows.

Columns keep their order, some are empty. Of all ways to place the figures that way is taken in which most equations
hold: quantity x price x unit = value, which must, then value - cost = gain and quantity x unit cost = cost.
"""

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.ingest.lexicon.amounts import half_step, read_amount
from core.ingest.lexicon.figures import ties_at_any
from core.ingest.nouns.events import Record

PRODUCT = ("quantity", "price", "value")
FURTHER = ("cost", "gain", "gain_more", "unit_cost", "accrued")
MOST_FIGURES = 14
NEAR = 4
"""So many times what it was a security may be worth, up or down."""
UNSURE = " ?"
"""Behind a figure that is not read for sure."""


def placed(roles: Sequence[str], figures: Sequence[str]) -> dict[str, str]:
    """The figure of each role, in the order of the head; one after the other where that already ties, or nothing does.

    Roles and figures: as the head and the row have them, from left to right.
    """
    return _of_lone_cost(_sure(_placed(roles, figures), roles, figures), roles, figures)


def _sure(found: dict[str, str], roles: Sequence[str], figures: Sequence[str]) -> dict[str, str]:
    """The figures without that of interest accrued where columns behind it are empty: it may be a year's income."""
    if "accrued" not in found:
        return found
    behind = len(figures) - 1 - max(at for at, text in enumerate(figures) if text == found["accrued"])
    whole = behind >= len(roles) - 1 - list(roles).index("accrued")
    return found if whole else {role: text for role, text in found.items() if role != "accrued"}


def _of_lone_cost(found: dict[str, str], roles: Sequence[str], figures: Sequence[str]) -> dict[str, str]:
    """The figures, where the row has fewer than heads and no equation holds what was paid: it is told by its size.

    As the gain or the cost of one unit it may be the likelier one; one as likely both is not read for sure, and marked.
    """
    if len(figures) >= len(roles) or _equations(found) != 1 or len({"cost", "unit_cost", "gain"} & set(found)) != 1:
        return found
    role = next(one for one in ("cost", "unit_cost", "gain") if one in found)
    paid = read_amount(found[role])
    price, value = (read_amount(found[one]) for one in ("price", "value"))
    if paid is None or price is None or value is None:
        return found
    likely = {
        "cost": _is_near(paid.value, value.value),
        "unit_cost": _is_near(paid.value, price.value),
        "gain": _is_near(value.value - paid.value, value.value),
    }
    able = [one for one in likely if one in roles and likely[one]]
    rest = {one: text for one, text in found.items() if one != role}
    return {**rest, able[0]: found[role]} if len(able) == 1 else {**rest, "cost": f"{found[role]}{UNSURE}"}


def _is_near(paid: Decimal, worth: Decimal) -> bool:
    return abs(worth) / NEAR <= abs(paid) <= abs(worth) * NEAR


def _placed(roles: Sequence[str], figures: Sequence[str]) -> dict[str, str]:
    plain = dict(zip(roles, figures, strict=False))
    if not set(PRODUCT) <= set(roles) or _equations(plain) >= 2 or len(figures) > MOST_FIGURES:
        return plain
    if _equations(plain) and len(figures) == len(roles):
        return plain
    best = max(_ways(roles, figures), key=_fit, default=plain)
    return best if _fit(best) > _fit(plain) else plain


def summed(rows: Sequence[Record], figures: Sequence[str]) -> dict[str, str]:
    """The figures of a sum that are what the rows above add up to; empty where none is their value."""
    found: dict[str, str] = {}
    for role in ("value", "cost", "gain", "accrued"):
        printed = [amount.value for row in rows if role in row.cells and (amount := read_amount(row.cells[role].text))]
        whole = sum(printed, Decimal(0))
        own = next((text for text in figures if (amount := read_amount(text)) and amount.value == whole), None)
        if own is not None and printed:
            found[role] = own
    return found if "value" in found else {}


def _ways(roles: Sequence[str], figures: Sequence[str]) -> Iterator[dict[str, str]]:
    """Every way to give figures to the roles that arithmetic knows, in the order of the head."""
    wanted = [role for role in roles if role in PRODUCT or role in FURTHER]
    for count in range(min(len(wanted), len(figures)), len(PRODUCT) - 1, -1):
        for kept in itertools.combinations(wanted, count):
            if set(PRODUCT) <= set(kept):
                for places in itertools.combinations(range(len(figures)), count):
                    yield {role: figures[place] for role, place in zip(kept, places, strict=True)}


def multiplies(way: dict[str, str]) -> bool:
    """Whether quantity x price is the value among figures so placed."""
    return _equations(way) > 0


def _fit(way: dict[str, str]) -> tuple[int, bool]:
    """How well figures so placed fit: the equations that hold, and whether none that can be asked is broken."""
    held = _equations(way)
    read = {role: amount.value for role, text in way.items() if (amount := read_amount(text)) is not None}
    value, cost, gain = (read.get(role) for role in ("value", "cost", "gain"))
    if value is None or cost is None or gain is None:
        return held, True
    return held, abs(value - cost - gain) <= Decimal("0.01") + half_step(gain) * 2


def _equations(way: dict[str, str]) -> int:
    """How many equations hold among the figures so placed; 0 unless quantity, price and value are all there and tie."""
    read = {role: amount.value for role, text in way.items() if (amount := read_amount(text)) is not None}
    if not all(read.get(role) for role in PRODUCT):
        return 0
    quantity, price, value = (read[role] for role in PRODUCT)
    if not ties_at_any(quantity, price, value):
        return 0
    cost, gain, each = read.get("cost"), read.get("gain"), read.get("unit_cost")
    gain = gain if "gain_more" not in read else read["gain_more"] + (gain or 0)
    paid = cost if cost is not None else quantity * each if each is not None else None
    holds = 1
    if paid is not None and gain is not None:
        holds += abs(value - paid - gain) <= Decimal("0.01") + half_step(gain) * 2
    if cost and each:
        holds += ties_at_any(quantity, each, cost)
    return holds
