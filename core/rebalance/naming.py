"""Names and numbers as the sentences of the trade engine write them."""

from decimal import Decimal

from core.market.asset_classes import labels
from core.words import number


def class_name(name: str) -> str:
    """The label of a class; a symbol stays as it is."""
    known = labels()
    if name in known:
        return known[name]
    return name.replace("_", " ") if name.islower() else name


def plain_points(weight: float) -> str:
    """A weight as points without a sign: 0.1123 -> "11.2 points"."""
    return f"{number(abs(weight) * 100, 1)} points"


def bare_points(weight: float) -> str:
    """The number alone: 0.062 -> "6.2"."""
    return number(abs(weight) * 100, 1)


def exact(amount: float) -> Decimal:
    """A solver's dollars to the cent."""
    return Decimal(repr(round(amount, 2)))


def stands(name: str) -> str:
    """A class and its verb: "US equity stands", "US bonds stand"."""
    label = class_name(name)
    return f"{label} stand" if label.endswith("s") else f"{label} stands"
