"""Exposure drawn: a treemap looked through, contributions to risk beside weights, falls by scenario, readings."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

import plotly.graph_objects as go

from core.present.figures.base import LARGE, figure
from core.present.tokens import BLUE_RGB, BRASS, BRASS_RGB, GREY, GREY_RGB, rgba
from core.words.numbers import compact_dollars, percent, whole_dollars

HEIGHT = 430
MOST = 12


class PartLike(Protocol):
    """A position within a class."""

    @property
    def class_name(self) -> str: ...
    @property
    def symbol(self) -> str: ...
    @property
    def dollars(self) -> float: ...


def class_treemap(parts: Sequence[PartLike], in_bands: Mapping[str, float], labels: Mapping[str, str]) -> go.Figure:
    """Classes, and within each what is held of it, by dollars; filled by the class's drift in bands."""
    classes = dict.fromkeys(labels, 0.0) | {one.class_name: 0.0 for one in parts}
    for one in parts:
        classes[one.class_name] += max(one.dollars, 0.0)
    held = {name: dollars for name, dollars in classes.items() if dollars > 0}
    boxes = [(f"class:{name}", labels.get(name, name), "", held[name], in_bands.get(name, 0.0)) for name in held]
    inner: dict[tuple[str, str], float] = {}
    for one in parts:
        if one.dollars > 0:
            key = (one.class_name, one.symbol)
            inner[key] = inner.get(key, 0.0) + one.dollars
    boxes += [
        (f"{name}:{symbol}", symbol, f"class:{name}", dollars, in_bands.get(name, 0.0) * 0.6)
        for (name, symbol), dollars in inner.items()
    ]
    return _treemap(boxes)


def issuer_treemap(issuers: Mapping[str, float], total: float) -> go.Figure:
    """Issuers that are on file, the largest apart, and everything else in one box."""
    ordered = sorted(issuers.items(), key=lambda pair: -pair[1])
    shown, rest = ordered[:40], sum(dollars for _, dollars in ordered[40:])
    unknown = max(total - sum(issuers.values()), 0.0)
    boxes = [(name, name, "", dollars, 0.0) for name, dollars in shown]
    boxes += [("others", "other issuers on file", "", rest, 0.0)] if rest > 0 else []
    return _treemap([*boxes, ("unknown", "issuers not on file", "", unknown, 0.0)] if unknown > 0 else boxes)


def risk_bars(risk: Mapping[str, float], weights: Mapping[str, float]) -> go.Figure:
    """Share of the variance by position, the largest first, with its weight as a diamond."""
    names = [name for name, _ in sorted(risk.items(), key=lambda pair: -abs(pair[1]))[:MOST]][::-1]
    held = [weights.get(name, 0.0) for name in names]
    hover = [
        f"{name}: {percent(risk[name])} of the risk, {percent(weight)} of the value<extra></extra>"
        for name, weight in zip(names, held, strict=True)
    ]
    bars = {"type": "bar", "orientation": "h", "x": [risk[name] for name in names], "y": names}
    marks = {"type": "scatter", "mode": "markers", "x": held, "y": names, "hoverinfo": "skip"}
    return figure(
        [
            {**bars, "marker": {"color": GREY}, "hovertemplate": hover},
            {**marks, "marker": {"symbol": "diamond", "size": 9, "color": BRASS}},
        ],
        height=26 * len(names) + 50,
        x={"title": "share of the variance; ◆ weight", "grid": True, "zero": True, "tickformat": ".0%"},
        y={"type": "category"},
    )


def stress_bars(names: Sequence[str], losses: Sequence[float], total: float) -> go.Figure:
    """What each scenario would take, in percent of everything, with its dollars at the right."""
    shown, gains = list(names)[::-1], [-loss for loss in losses][::-1]
    colours = [rgba(BLUE_RGB if gain < 0 else BRASS_RGB, 0.85) for gain in gains]
    return figure(
        [{
            "type": "bar", "orientation": "h", "x": gains, "y": shown, "marker": {"color": colours},
            "hovertemplate": [f"{name}: {percent(gain)}, {whole_dollars(gain * total)}<extra></extra>"
                              for name, gain in zip(shown, gains, strict=True)],
        }],
        height=34 * len(shown) + 50,
        x={"title": "gain or loss of everything held", "grid": True, "zero": True, "tickformat": ".0%"},
        y={"type": "category"},
        margin={"l": 0, "r": 90, "t": 8, "b": 0},
        annotations=[
            {"xref": "paper", "x": 1.0, "xanchor": "left", "y": name, "text": compact_dollars(gain * total),
             "showarrow": False, "font": {"size": 12}}
            for name, gain in zip(shown, gains, strict=True)
        ],
    )  # fmt: skip


class Point(Protocol):
    """One month's value of a reading, as it is written, and whether the log kept it."""

    @property
    def day(self) -> date: ...
    @property
    def value(self) -> float | None: ...
    @property
    def kept(self) -> bool: ...
    @property
    def written(self) -> str: ...
    @property
    def unit(self) -> str: ...


AXES = {
    "weight": ("percent", ".2~%"), "fraction": ("percent", ".2~%"), "annual fraction": ("percent a year", ".2~%"),
    "points": ("points", ".2~%"), "dollars": ("dollars", "$,.0f"), "years": ("years", ".2~f"), "days": ("days", ".1~f"),
}  # fmt: skip
"""Unit of a metric -> the axis's title and how its ticks are written."""


def reading_line(points: Sequence[Point], edges: tuple[float | None, float | None]) -> go.Figure:
    """One reading over the months: filled where the log kept it, open where it was priced afterwards; edges dotted."""
    dotted = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "line": {"color": GREY, "dash": "dot"}}
    marker = {"symbol": ["circle" if one.kept else "circle-open" for one in points], "size": 8, "color": GREY}
    line: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [one.day.isoformat() for one in points],
        "y": [one.value for one in points],
        "line": {"color": GREY, "width": 1.5},
        "marker": marker,
        "hovertemplate": [f"{one.day:%b %d, %Y}: {one.written}<extra></extra>" for one in points],
    }
    shapes = [{**dotted, "y0": edge, "y1": edge} for edge in edges if edge is not None]
    title, ticks = AXES.get(points[-1].unit, ("", ".3~f"))
    return figure(
        [line], height=LARGE, x={"type": "date"}, y={"grid": True, "title": title, "tickformat": ticks}, shapes=shapes
    )


def _treemap(boxes: Sequence[tuple[str, str, str, float, float]]) -> go.Figure:
    """Boxes of (id, label, parent, dollars, drift in bands)."""
    whole = sum(dollars for _, _, parent, dollars, _ in boxes if not parent) or 1.0
    colours = [
        rgba(GREY_RGB, 0.22) if not drift else rgba(BRASS_RGB if drift > 0 else BLUE_RGB, min(abs(drift), 1.5) * 0.4)
        for *_, drift in boxes
    ]
    return go.Figure({
        "data": [{
            "type": "treemap", "branchvalues": "remainder",
            "ids": [box[0] for box in boxes], "labels": [box[1] for box in boxes], "parents": [box[2] for box in boxes],
            "values": [0.0 if any(other[2] == box[0] for other in boxes) else box[3] for box in boxes],
            "marker": {"colors": colours, "line": {"width": 1, "color": "rgba(117,129,138,.55)"}},
            "text": [f"{compact_dollars(box[3])} · {percent(box[3] / whole)}" for box in boxes],
            "textinfo": "label+text", "tiling": {"pad": 2}, "pathbar": {"visible": False},
            "hovertemplate": "%{label}: %{text}<extra></extra>",
        }],
        "layout": {
            "height": HEIGHT, "margin": {"l": 0, "r": 0, "t": 8, "b": 0}, "paper_bgcolor": "rgba(0,0,0,0)",
            "font": {"size": 13}, "separators": ".,",
        },
    })  # fmt: skip
