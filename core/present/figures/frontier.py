"""The frontier of a mandate, with the points that a household moves between."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from core.domain.scenario import Point
from core.present.figures.base import LARGE, figure, note, still
from core.present.tokens import BLUE, BRASS, GREY
from core.words.numbers import percent

MARKS: dict[str, tuple[str, str, str]] = {
    "current": ("circle-open", GREY, "left"),
    "target": ("diamond", BRASS, "right"),
    "proposed": ("circle", BLUE, "right"),
}
"""name -> symbol, colour, side on which its label's anchor lies"""


def frontier(curve: Sequence[Point], points: Sequence[Point]) -> go.Figure:
    """Expected return against risk, both in percent a year, zoomed on the household's own points."""
    x_range, y_range = _window(curve, points)
    return figure(
        [_line(curve), *(_mark(point) for point in points)],
        height=LARGE,
        x={"title": "risk, % a year, one standard deviation", "range": x_range, "nticks": 6, "automargin": False},
        y={"title": "expected return, % a year", "grid": True, "range": y_range, "nticks": 5, "automargin": False},
        **still(left=52, bottom=46),
        annotations=[_label(point, row) for row, point in enumerate(points)],
    )


def _line(curve: Sequence[Point]) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "line": {"color": GREY, "width": 2, "shape": "spline"},
        "x": [point.volatility * 100 for point in curve], "y": [point.expected_return * 100 for point in curve],
    }  # fmt: skip


def _mark(point: Point) -> dict[str, Any]:
    symbol, colour, _ = MARKS.get(point.name, ("circle-open", GREY, "left"))
    sentence = f"{point.name}: {percent(point.expected_return)} a year at {percent(point.volatility)} risk"
    return {
        "type": "scatter", "mode": "markers", "x": [point.volatility * 100], "y": [point.expected_return * 100],
        "marker": {"symbol": symbol, "color": colour, "size": 13, "line": {"width": 2, "color": colour}},
        "customdata": [sentence], "hovertemplate": "%{customdata}<extra></extra>", "cliponaxis": False,
    }  # fmt: skip


def _label(point: Point, row: int) -> dict[str, Any]:
    shifts = {"current": ("left", 12, 0), "target": ("right", -4, -16), "proposed": ("right", -4, 16)}
    anchor, x_shift, y_shift = shifts.get(point.name, ("left", 12, row * 6))
    return note(
        point.name, point.volatility * 100, point.expected_return * 100,
        xanchor=anchor, xshift=x_shift, yshift=y_shift,
    )  # fmt: skip


def _window(curve: Sequence[Point], points: Sequence[Point]) -> tuple[list[float], list[float]]:
    """The part of the plane around the household's points, wide enough to see the curve bend."""
    nearby = list(points) or list(curve)
    risks = [point.volatility * 100 for point in nearby]
    returns = [point.expected_return * 100 for point in nearby]
    x_pad = max(2.5, (max(risks) - min(risks)) * 0.8)
    x_low, x_high = max(0.0, min(risks) - x_pad), max(risks) + x_pad
    seen = [p.expected_return * 100 for p in curve if x_low <= p.volatility * 100 <= x_high]
    low, high = min([*returns, *seen]), max([*returns, *seen])
    y_pad = max(0.3, (high - low) * 0.12)
    return [x_low, x_high], [low - y_pad, high + y_pad]
