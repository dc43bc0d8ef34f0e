"""Readings of a household: weight, target, band, and the distance in points, dollars and shares."""

from collections.abc import Mapping, Sequence

from core.domain.breach import Breach, Reading
from core.domain.case import Case
from core.monitor.distance import distance_in_shares
from core.present.html import Cell, Column, Safe, table
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tokens import NEAR, OUTSIDE, diverging
from core.words.days import day
from core.words.numbers import bands, points, signed_dollars, weight

SOURCES = {"account": "from the account", "household": "from the household", "house": "from the house",
           "default": "by default (5/25)"}  # fmt: skip
MARKS = {"outside": f"{OUTSIDE} ", "near": f"{NEAR} "}
HEADS = (
    Head("Class", 92),
    Head("Weight", 58, number=True, show=weight),
    Head("Target", 56, number=True, show=weight),
    Head("Band", 82, number=True),
    Head("In bands", 78, number=True),
    Head("Points", 60, number=True, show=lambda value: points(value, 2).removesuffix(" pts")),
    Head("Dollars", 86, number=True, show=lambda value: signed_dollars(value, 0)),
    Head("Shares", 104, number=True),
)


def in_order(readings: Sequence[Reading], order: Sequence[str]) -> tuple[Reading, ...]:
    """Readings in display order, those of other subjects after them."""
    place = {name: index for index, name in enumerate(order)}
    return tuple(sorted(readings, key=lambda one: (place.get(one.subject, len(place)), one.subject)))


def readings_table(readings: Sequence[Reading], labels: Mapping[str, str], case: Case) -> Sheet:
    """One row per class; keys are the classes. Shares are those of the class's largest holding."""
    rows = [
        [
            labels.get(one.subject, one.subject), one.value, one.target, f"{weight(one.low)}–{weight(one.high)}",
            MARKS.get(one.standing, "") + bands(one.in_bands), one.value - one.target, float(one.dollars),
            distance_in_shares(one, case),
        ]
        for one in readings
    ]  # fmt: skip
    css = {
        (place, "In bands"): f"background-color:{diverging(one.in_bands)}"
        + (";font-weight:600" if one.standing == "outside" else "")
        for place, one in enumerate(readings)
        if one.in_bands
    }
    return sheet(HEADS, rows, css, keys=[one.subject for one in readings])


def band_sources(readings: Sequence[Reading], labels: Mapping[str, str]) -> str:
    """`Bands from the household: US equity; by default (5/25): Alternatives.`: where those come from that the mandate
    does not name; empty where it names all."""
    found: dict[str, list[str]] = {}
    for one in readings:
        if one.level != "mandate":
            found.setdefault(one.level, []).append(labels.get(one.subject, one.subject))
    told = [f"{SOURCES.get(level, level)}: {', '.join(names)}" for level, names in sorted(found.items())]
    return f"Bands {'; '.join(told)}; all others from the mandate." if told else ""


def breach_list(breaches: Sequence[Breach], labels: Mapping[str, str]) -> Safe:
    """What stands outside, since when, in words."""
    columns = (Column("Class"), Column("Since"), Column("What happened"))
    rows = [
        [Cell(f"{OUTSIDE} {labels.get(one.subject, one.subject)}", "bad", strong=True), day(one.since), one.sentence]
        for one in breaches
    ]
    return table(columns, rows)
