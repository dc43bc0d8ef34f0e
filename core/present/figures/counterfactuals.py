"""What every trade is worth: the drift that would be left without it, beside what the proposal leaves."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from core.domain.trade import Trade
from core.present.figures.base import category_axis, figure, right_column
from core.present.tokens import BLUE, BRASS, GREY
from core.words.headline import trade_line
from core.words.numbers import number, signed

ROW, FRAME = 28, 40
"""Pixels of a trade, and of what stands around all of them."""
BESIDE = 1.3
"""How far the axis goes beyond the widest value, so that the words at the right have room."""


def without_each(trades: Sequence[Trade], drift_left: float, titles: Mapping[str, str]) -> go.Figure:
    """One row for each trade whose absence can be solved, the one that is missed most on top.

    drift_left : what the proposal leaves, in weight; brass is more drift without the trade, blue is less
    """
    told = {trade.key: trade.without.drift_total * 100 for trade in trades
            if trade.without is not None and trade.without.drift_total is not None}  # fmt: skip
    shown = sorted((trade for trade in trades if trade.key in told), key=lambda trade: (-told[trade.key], trade.key))
    names = [f"{trade_line(trade)}, {titles.get(trade.account, trade.account)}" for trade in shown]
    values, here = [told[trade.key] for trade in shown], drift_left * 100
    colours = [BRASS if value > here else BLUE for value in values]
    rows = list(range(len(shown)))
    joins = [
        {"type": "line", "x0": here, "x1": value, "y0": row, "y1": row, "line": {"color": colour, "width": 2}}
        for row, value, colour in zip(rows, values, colours, strict=True)
    ]
    line = {"type": "line", "x0": here, "x1": here, "y0": -0.5, "y1": len(rows) - 0.5,
            "line": {"color": GREY, "width": 1, "dash": "dot"}}  # fmt: skip
    dots = {
        "type": "scatter", "mode": "markers", "x": values, "y": rows, "marker": {"size": 11, "color": colours},
        "customdata": names, "hovertemplate": "%{customdata}: %{x:.1f} points without it<extra></extra>",
    }  # fmt: skip
    return figure(
        [dots],
        height=ROW * len(rows) + FRAME,
        x={"title": "drift left without the trade, points", "range": [0, BESIDE * max([here, *values])]},
        y=category_axis(names),
        shapes=[*joins, line],
        annotations=right_column([f"{number(value, 1)} ({signed(value - here, 1)})" for value in values]),
    )
