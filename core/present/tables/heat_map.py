"""The book at a glance: household x asset class, each cell a drift in bands, worst household first."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from core.domain.breach import Reading
from core.present.tables.sheet import Head, Sheet, Show, sheet
from core.present.tokens import NEAR, OUTSIDE, diverging
from core.words.numbers import bands, compact_dollars


class BookLine(Protocol):
    """What a row of the book must tell."""

    @property
    def household(self) -> str:
        """The household's id."""
        ...

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    @property
    def assets(self) -> Decimal:
        """Dollars."""
        ...

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Its drift by class."""
        ...


NAME, ASSETS = "Household", "Assets"


def heat_map(rows: Sequence[BookLine], classes: Sequence[str], labels: Mapping[str, str]) -> Sheet:
    """One row per household, as given; `classes` in display order. The keys are household ids."""
    by_class = [{reading.subject: reading for reading in row.readings} for row in rows]
    columns = {name: [_shown(found.get(name)) for found in by_class] for name in classes}
    heads = [
        Head(NAME, 112),
        Head(ASSETS, 62, number=True, show=compact_dollars),
        *(_head(_title(name, labels), _writer(columns[name])) for name in classes),
    ]
    table = [
        [row.name, float(row.assets), *(_value(columns[name][place]) for name in classes)]
        for place, row in enumerate(rows)
    ]
    css = {
        (place, _title(name, labels)): _fill(reading)
        for name in classes
        for place, reading in enumerate(columns[name])
        if reading is not None
    }
    return sheet(heads, table, css, keys=[row.household for row in rows])


def _head(title: str, show: Show) -> Head:
    """A class's column, wide enough for its title and for a bold drift with its shape."""
    return Head(title, max(72, 6 * len(title) + 13), number=True, show=show)


def _title(name: str, labels: Mapping[str, str]) -> str:
    return labels.get(name, name)


def _shown(reading: Reading | None) -> Reading | None:
    """A reading that has a drift in bands; a class outside the mandate stays empty."""
    return reading if reading is not None and reading.in_bands is not None else None


def _value(reading: Reading | None) -> float | None:
    return None if reading is None else reading.in_bands


def _fill(reading: Reading) -> str:
    bold = ";font-weight:600" if reading.standing == "outside" else ""
    return f"background-color:{diverging(reading.in_bands or 0.0)}{bold}"


def _writer(column: Sequence[Reading | None]) -> Show:
    """Writes a drift with its shape; the cell itself stays a number, so the table sorts."""
    marks = {one.in_bands: MARKS[one.standing] for one in column if one is not None and one.standing in MARKS}
    return lambda value: marks.get(value, "") + bands(value)


MARKS = {"outside": f"{OUTSIDE} ", "near": f"{NEAR} "}
