"""The one builder of figures: transparent, without legend or mode bar, fixed in place, ticks few and chosen.

Building a figure by `add_*` calls costs ten times as much on the server as from one plain dict.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from core.present.tokens import GREY, GRID, ZERO_LINE

CONFIG: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}
"""What the page hands to the chart widget beside the figure."""

SMALL, MIDDLE, LARGE = 190, 230, 300

Axis = Mapping[str, Any]


def figure(data: Sequence[Mapping[str, Any]], height: int, x: Axis, y: Axis, **layout: Any) -> go.Figure:
    """A figure of traces and two axes; `layout` adds shapes, annotations, margins."""
    spec = {
        "data": [dict(trace) for trace in data],
        "layout": {
            "height": height,
            "margin": {"l": 0, "r": 8, "t": 8, "b": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "separators": ".,",
            "bargap": 0.45,
            "font": {"size": 12, "color": GREY},
            "xaxis": axis(**x),
            "yaxis": axis(**y),
            **layout,
        },
    }
    return go.Figure(spec)


def axis(title: str = "", grid: bool = False, zero: bool = False, **more: Any) -> dict[str, Any]:
    """One axis: fixed, quiet, with a grid only where values are read off it."""
    return {
        "title": {"text": title, "font": {"size": 12}},
        "fixedrange": True,
        "automargin": True,
        "showgrid": grid,
        "gridcolor": GRID,
        "zeroline": zero,
        "zerolinecolor": ZERO_LINE,
        "showline": False,
        "ticks": "",
        "tickfont": {"size": 12},
        **more,
    }


def still(left: int, bottom: int) -> dict[str, Any]:
    """Layout of a figure that moves with a lever: margins in pixels, its axes to be told `automargin=False`.

    A browser that has to find the margins by itself draws such a figure three times.
    """
    return {"margin": {"l": left, "r": 8, "t": 8, "b": bottom}}


def room_for(names: Sequence[str]) -> int:
    """Pixels that the longest of some labels takes beside an axis."""
    return 16 + 7 * max((len(name) for name in names), default=0)


def category_axis(names: Sequence[str], **more: Any) -> dict[str, Any]:
    """The vertical axis of one row per name, the first on top."""
    return {
        "tickmode": "array",
        "tickvals": list(range(len(names))),
        "ticktext": list(names),
        "range": [len(names) - 0.5, -0.5],
        **more,
    }


def right_column(texts: Sequence[str]) -> list[dict[str, Any]]:
    """Values in a column at the right edge of the figure, one per row."""
    return [note(text, 1, row, xref="paper", xanchor="right") for row, text in enumerate(texts)]


def note(text: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    """A word beside a mark, without an arrow."""
    return {"text": text, "x": x, "y": y, "showarrow": False, "font": {"size": 12}, **more}


def rectangle(x0: float, x1: float, y0: float, y1: float, fill: str, **more: Any) -> dict[str, Any]:
    """A filled rectangle below the marks."""
    return {
        "type": "rect", "x0": x0, "x1": x1, "y0": y0, "y1": y1,
        "fillcolor": fill, "line": {"width": 0}, "layer": "below", **more,
    }  # fmt: skip
