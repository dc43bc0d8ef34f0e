"""Metrics as text, by their unit."""

from collections.abc import Callable

from core.words.numbers import Number, number, percent, points, signed, whole_dollars

_BY_UNIT: dict[str, Callable[[Number], str]] = {
    "weight": lambda value: percent(value, 1),
    "points": lambda value: points(value, 1),
    "fraction": lambda value: percent(value, 2),
    "annual fraction": lambda value: percent(value, 1),
    "dollars": whole_dollars,
    "days": lambda value: number(value, 1),
    "years": lambda value: number(value, 2),
    "count": lambda value: number(value, 1),
    "ratio": lambda value: signed(value, 2).lstrip("+"),
}


def metric_value(value: Number, unit: str) -> str:
    """A metric in its unit: `12.3%`, `+3.2 pts`, `$1,234`; an en dash where it does not apply."""
    write = _BY_UNIT.get(unit)
    return number(value, 4) if write is None else write(value)


def metric_name(name: str) -> str:
    """`value_at_risk` -> "Value at risk"."""
    return name.replace("_", " ").capitalize()
