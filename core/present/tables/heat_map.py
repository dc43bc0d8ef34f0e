"""The book at a glance: household x asset class, each cell a drift in bands, worst household first."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from core.domain.breach import Reading
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tokens import NEAR, OUTSIDE, diverging
from core.words.numbers import bands, compact_dollars


class BookLine(Protocol):
    """What a row of the book must tell."""

    @property
    def household_id(self) -> str:
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
    heads = [
        Head(NAME, 132),
        Head(ASSETS, 68, number=True, show=compact_dollars),
        *(Head(labels.get(name, name), 79, number=True) for name in classes),
    ]
    table: list[list[object]] = []
    css: dict[tuple[int, str], str] = {}
    for place, row in enumerate(rows):
        by_class = {reading.subject: reading for reading in row.readings}
        cells = [_cell(by_class.get(name)) for name in classes]
        table.append([row.name, float(row.assets), *(text for text, _ in cells)])
        css |= {(place, labels.get(name, name)): rule for name, (_, rule) in zip(classes, cells, strict=True) if rule}
    return sheet(heads, table, css, keys=[row.household_id for row in rows])


def _cell(reading: Reading | None) -> tuple[str | None, str]:
    """The text of a cell and its fill; nothing where the class is not in the mandate."""
    if reading is None or reading.in_bands is None:
        return None, ""
    mark = {"outside": f"{OUTSIDE} ", "near": f"{NEAR} "}.get(reading.standing, "")
    bold = ";font-weight:600" if reading.standing == "outside" else ""
    return mark + bands(reading.in_bands), f"background-color:{diverging(reading.in_bands)}{bold}"
