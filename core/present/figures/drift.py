"""Drift as bars in bands, drift left with the ghost of now, and weights before and after with their bands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from core.domain.allocation import Allocation
from core.domain.breach import Reading
from core.domain.trade import DriftPicture
from core.present.figures.base import category_axis, figure, rectangle, right_column, room_for, still
from core.present.tokens import BAND_FILL, BLUE, BRASS, GREY, RED
from core.words.numbers import bands, percent, points, weight, whole_dollars

ROW = 34


@dataclass(frozen=True, slots=True)
class WeightRow:
    """One class before and after: weights, target and the edges of its band as fractions."""

    label: str
    before: float
    after: float
    target: float
    low: float
    high: float

    @property
    def was_outside(self) -> bool:
        """Whether it stood beyond an edge before."""
        return _outside(self.before, self.low, self.high)

    @property
    def is_outside(self) -> bool:
        """Whether it stands beyond an edge afterwards."""
        return _outside(self.after, self.low, self.high)


def bands_of(picture: DriftPicture, target: Allocation) -> dict[str, float]:
    """Class -> drift in bands of its own width, for the classes whose band has a width."""
    found = {name: target.in_bands(name, drift) for name, drift in picture.drift.items()}
    return {name: value for name, value in found.items() if value is not None}


def weight_rows(
    before: DriftPicture, after: DriftPicture, target: Allocation, order: Sequence[str], labels: Mapping[str, str]
) -> tuple[WeightRow, ...]:
    """The classes of a target before and after, in display order."""
    names = [name for name in order if name in target.weights]
    names += [name for name in target.weights if name not in names]
    return tuple(_weight_row(name, before, after, target, labels) for name in names)


def _weight_row(
    name: str, before: DriftPicture, after: DriftPicture, target: Allocation, labels: Mapping[str, str]
) -> WeightRow:
    return WeightRow(
        labels.get(name, name), before.weights.get(name) or 0.0, after.weights.get(name) or 0.0, target.weight(name),
        *target.edges(name),
    )  # fmt: skip


def drift_bars(readings: Sequence[Reading], labels: Mapping[str, str]) -> go.Figure:
    """One bar per class in bands of its own width: the grey field is the band, ±1 its edges."""
    drifts = [reading.in_bands or 0.0 for reading in readings]
    names = [labels.get(reading.subject, reading.subject) for reading in readings]
    hover = [_reading_sentence(name, reading) for name, reading in zip(names, readings, strict=True)]
    reach = _reach(drifts)
    return figure(
        [_bars(drifts, hover)],
        height=len(names) * ROW + 30,
        x=_band_axis(reach),
        y=category_axis(names),
        shapes=[rectangle(-1, 1, -0.5, len(names) - 0.5, BAND_FILL)],
        annotations=right_column([bands(drift) for drift in drifts]),
        bargap=0.55,
    )


def drift_left(
    before: Mapping[str, float], after: Mapping[str, float], names: Sequence[str], labels: Mapping[str, str]
) -> go.Figure:
    """Drift that a setting leaves, as bars, over open circles where the class stands now; both in bands."""
    rows = list(range(len(names)))
    now, left = [before.get(name, 0.0) for name in names], [after.get(name, 0.0) for name in names]
    reach = _reach([*now, *left])
    shown = [labels.get(name, name) for name in names]
    hover = [
        f"{label}: {bands(was)} bands now, {bands(will)} after"
        for label, was, will in zip(shown, now, left, strict=True)
    ]
    ghosts = _dots([_clip(value, reach) for value in now], rows, hover, "circle-open", GREY, 9)
    return figure(
        [_bars(left, hover), ghosts],
        height=len(names) * ROW + 30,
        x={**_band_axis(reach), "automargin": False},
        y=category_axis(shown, automargin=False),
        **still(left=room_for(shown), bottom=24),
        shapes=[rectangle(-1, 1, -0.5, len(names) - 0.5, BAND_FILL)],
        annotations=right_column([bands(value) for value in left]),
        bargap=0.55,
    )


def weights_before_after(rows: Sequence[WeightRow]) -> go.Figure:
    """Weights in percent of the household: band, target tick, open mark before, blue disc after."""
    places = list(range(len(rows)))
    before, after = [row.before * 100 for row in rows], [row.after * 100 for row in rows]
    hover = [_weight_sentence(row) for row in rows]
    joins: dict[str, Any] = {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "line": {"color": GREY, "width": 1},
        "x": [value for pair in zip(before, after, places, strict=True) for value in (pair[0], pair[1], None)],
        "y": [value for place in places for value in (place, place, None)],
    }  # fmt: skip
    symbols = ["square-open" if row.was_outside else "circle-open" for row in rows]
    colours = [RED if row.was_outside else GREY for row in rows]
    shapes = [
        shape
        for place, row in enumerate(rows)
        for shape in (
            rectangle(row.low * 100, row.high * 100, place - 0.28, place + 0.28, BAND_FILL),
            rectangle(row.target * 100 - 0.08, row.target * 100 + 0.08, place - 0.28, place + 0.28, GREY),
        )
    ]
    widest = max((*before, *after, *(row.high * 100 for row in rows), 1.0))
    return figure(
        [joins, _dots(before, places, hover, symbols, colours, 10), _dots(after, places, hover, "circle", BLUE, 10)],
        height=len(rows) * 28 + 30,
        x={"range": [-widest * 0.02, widest * 1.32], "tickvals": _tens(widest), "title": ""},
        y=category_axis([row.label for row in rows]),
        shapes=shapes,
        annotations=right_column([f"{weight(row.before)} → <b>{weight(row.after)}</b>" for row in rows]),
    )


def _bars(drifts: Sequence[float], hover: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "bar", "orientation": "h", "x": list(drifts), "y": list(range(len(drifts))),
        "marker": {"color": [BRASS if drift > 0 else BLUE for drift in drifts]},
        "customdata": list(hover), "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _dots(
    x: Sequence[float], y: Sequence[int], hover: Sequence[str], symbol: Any, colour: Any, size: int
) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "x": list(x), "y": list(y), "cliponaxis": False,
        "marker": {"symbol": symbol, "color": colour, "size": size, "line": {"width": 2, "color": colour}},
        "customdata": list(hover), "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _band_axis(reach: float) -> dict[str, Any]:
    """±1 always marked; room at the right for the column of values."""
    return {
        "range": [-reach, reach * 1.45],
        "tickvals": [-1, 0, 1],
        "ticktext": ["−1", "0", "+1"],
        "zero": True,
    }


def _reach(drifts: Sequence[float]) -> float:
    return min(max(1.25, *(abs(drift) * 1.08 for drift in drifts)) if drifts else 1.25, 4.0)


def _clip(value: float, reach: float) -> float:
    return max(-reach, min(reach, value))


def _tens(widest: float) -> list[int]:
    step = 10 if widest <= 60 else 20
    return list(range(0, int(widest) + 1, step))


def _outside(value: float, low: float, high: float) -> bool:
    return value < low - 1e-9 or value > high + 1e-9


def _reading_sentence(name: str, reading: Reading) -> str:
    return (
        f"{name}: {percent(reading.value)} against {percent(reading.target)}, "
        f"{points(reading.value - reading.target)}, {whole_dollars(abs(reading.dollars))} "
        f"{'above' if reading.dollars > 0 else 'below'} target"
    )


def _weight_sentence(row: WeightRow) -> str:
    return (
        f"{row.label}: {percent(row.before)} before, {percent(row.after)} after, target {percent(row.target)}, "
        f"band {percent(row.low)} to {percent(row.high)}"
    )
