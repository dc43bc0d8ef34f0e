"""A waterfall of dollars: what raises stands in brass, what lowers in blue, the total in grey."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from core.domain.trade import TaxBill
from core.present.figures.base import MIDDLE, figure, note, rectangle
from core.present.tokens import BLUE, BRASS, GREY, ZERO_LINE
from core.words.numbers import signed_dollars, whole_dollars


@dataclass(frozen=True, slots=True)
class Step:
    """One bar: its label and signed dollars; `total` stands on the ground and says where the sum is."""

    label: str
    dollars: Decimal
    total: bool = False


def tax_steps(bill: TaxBill) -> tuple[Step, ...]:
    """Federal, net investment and state tax up to what is due; parts that are zero stay out."""
    parts = (("Federal", bill.federal), ("Net investment", bill.net_investment), ("State", bill.state))
    steps = [Step(label, dollars) for label, dollars in parts if dollars]
    return (*steps, Step("Tax due" if bill.total >= 0 else "Tax saved", bill.total, total=True))


def waterfall(steps: Sequence[Step]) -> go.Figure:
    """Bars that each begin where the last one ended, labelled outside with their sign."""
    starts, ends = _ends(steps)
    spread = max((*starts, *ends, 0.0)) - min((*starts, *ends, 0.0)) or 1.0
    return figure(
        [_bars(steps, starts, ends)],
        height=MIDDLE,
        x={"tickvals": list(range(len(steps))), "ticktext": [_wrapped(step.label) for step in steps]},
        y={"visible": False, "range": _range(starts, ends, spread)},
        annotations=[_amount(row, step, starts[row], ends[row]) for row, step in enumerate(steps)],
        shapes=[*_joins(ends), rectangle(-0.5, len(steps) - 0.5, -spread * 0.002, spread * 0.002, ZERO_LINE)],
        bargap=0.2,
    )


def _ends(steps: Sequence[Step]) -> tuple[list[float], list[float]]:
    starts: list[float] = []
    ends: list[float] = []
    level = 0.0
    for step in steps:
        start = 0.0 if step.total else level
        level = float(step.dollars) if step.total else level + float(step.dollars)
        starts.append(start)
        ends.append(level)
    return starts, ends


def _bars(steps: Sequence[Step], starts: Sequence[float], ends: Sequence[float]) -> dict[str, Any]:
    colours = [GREY if step.total else BRASS if step.dollars > 0 else BLUE for step in steps]
    return {
        "type": "bar", "x": list(range(len(steps))), "base": list(starts),
        "y": [end - start for start, end in zip(starts, ends, strict=True)],
        "marker": {"color": colours}, "cliponaxis": False,
        "customdata": [f"{step.label}: {signed_dollars(step.dollars)}" for step in steps],
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _amount(row: int, step: Step, start: float, end: float) -> dict[str, Any]:
    up = end >= start
    text = f"<b>{whole_dollars(step.dollars)}</b>" if step.total else signed_dollars(step.dollars, 0)
    return note(text, row, max(start, end) if up else min(start, end), yshift=12 if up else -12)


def _joins(ends: Sequence[float]) -> list[dict[str, Any]]:
    return [
        {"type": "line", "x0": row + 0.4, "x1": row + 0.6, "y0": end, "y1": end, "line": {"color": GREY, "width": 1}}
        for row, end in enumerate(ends[:-1])
    ]


def _range(starts: Sequence[float], ends: Sequence[float], spread: float) -> list[float]:
    values = (*starts, *ends, 0.0)
    return [min(values) - spread * 0.16, max(values) + spread * 0.16]


def _wrapped(label: str) -> str:
    return label.replace(" ", "<br>", 1) if len(label) > 12 else label
