"""Turnover against tracking error: where a policy stands between trading much and straying far. Hypothetical."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from core.lab.policies import PolicyRun
from core.present.figures.base import LARGE, figure, note
from core.present.tokens import BLUE, BRASS, GREY
from core.words.numbers import number, percent

LINES: dict[str, tuple[str, str, str]] = {
    "band_edge": ("to the edge", "dot", GREY),
    "half_band": ("half the band", "solid", BLUE),
    "target": ("to target", "dash", BRASS),
}
"""destination -> its label, its dash, its colour"""


@dataclass(frozen=True, slots=True)
class LabMark:
    """One policy to point out: its word, its run, and whether it is the one proposed (filled) or in force (open)."""

    word: str
    run: PolicyRun
    filled: bool = False


def turnover_against_tracking(
    curves: Mapping[str, Sequence[PolicyRun]], marks: Sequence[LabMark] = (), height: int = LARGE
) -> go.Figure:
    """One line a destination along widths of the bands, and single policies as points; both in percent a year."""
    lines = [_line(name, curve) for name, curve in curves.items()]
    words = [_start(name, curve) for name, curve in curves.items()] + [_word(mark) for mark in marks]
    return figure(
        [*lines, *(_mark(mark) for mark in marks)],
        height=height,
        x={"title": "tracking error against the target, % a year", "nticks": 7, "rangemode": "tozero"},
        y={"title": "turnover, % a year", "grid": True, "nticks": 5, "rangemode": "tozero"},
        annotations=words,
    )


def run_sentence(name: str, run: PolicyRun) -> str:
    """`half the band: 2.9% turnover and 2.0 trades a year at 0.23% tracking error`."""
    return (
        f"{name}: {percent(run.turnover)} turnover and {number(run.trades, 1)} trades a year "
        f"at {percent(run.tracking_error, 2)} tracking error"
    )


def _line(name: str, curve: Sequence[PolicyRun]) -> dict[str, Any]:
    label, dash, colour = LINES.get(name, (name, "solid", GREY))
    return {
        "type": "scatter", "mode": "lines", "line": {"color": colour, "width": 2, "dash": dash},
        "x": [run.tracking_error * 100 for run in curve], "y": [run.turnover * 100 for run in curve],
        "customdata": [run_sentence(label, run) for run in curve], "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _start(name: str, curve: Sequence[PolicyRun]) -> dict[str, Any]:
    """The line's word, at its narrow-band end, where lines lie apart."""
    label = LINES.get(name, (name, "", ""))[0]
    first = min(curve, key=lambda run: run.tracking_error)
    return note(label, first.tracking_error * 100, first.turnover * 100, xanchor="right", xshift=-6)


def _mark(mark: LabMark) -> dict[str, Any]:
    colour = BLUE if mark.filled else GREY
    return {
        "type": "scatter", "mode": "markers", "cliponaxis": False,
        "x": [mark.run.tracking_error * 100], "y": [mark.run.turnover * 100],
        "marker": {"symbol": "circle" if mark.filled else "circle-open", "color": colour, "size": 12,
                   "line": {"width": 2, "color": colour}},
        "customdata": [run_sentence(mark.word, mark.run)], "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _word(mark: LabMark) -> dict[str, Any]:
    text = f"<b>{mark.word}</b>" if mark.filled else mark.word
    return note(text, mark.run.tracking_error * 100, mark.run.turnover * 100, xanchor="left", xshift=9, yshift=10)
