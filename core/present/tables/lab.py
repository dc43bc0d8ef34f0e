"""Policies of the lab side by side."""

from collections.abc import Sequence

from core.lab.policies import PolicyRun
from core.present.html import Cell, Column, Safe, table
from core.words.numbers import number, percent

COLUMNS = (
    Column("Policy"), Column("Turnover, %", True), Column("Tracking error, %", True), Column("Days with trades", True),
    Column("Cost, %", True), Column("Tax, %", True), Column("Growth after both, %", True),
)  # fmt: skip


def lab_table(runs: Sequence[tuple[str, PolicyRun]], strong: str = "") -> Safe:
    """One row a policy, all figures a year; the row named `strong` is bold."""
    rows = [
        [
            Cell(name), _part(run.turnover, 1), _part(run.tracking_error, 2), number(run.trades, 1),
            _part(run.cost, 3), _part(run.tax, 2), _part(run.growth, 2),
        ]
        for name, run in runs
    ]  # fmt: skip
    return table(COLUMNS, rows, frozenset(place for place, (name, _) in enumerate(runs) if name == strong))


def lab_title(name: str, own: PolicyRun, quarterly: PolicyRun) -> str:
    """`Balanced 60/40: 41% less turnover than by the quarter, 2.1 days of trading a year`."""
    trading = f"{number(own.trades, 1)} days of trading a year"
    if not quarterly.turnover:
        return f"{name}: {trading}"
    saved = 1 - own.turnover / quarterly.turnover
    return (
        f"{name}: {percent(abs(saved), 0)} {'less' if saved >= 0 else 'more'} turnover than by the quarter, {trading}"
    )


def _part(fraction: float, places: int) -> str:
    return percent(fraction, places).removesuffix("%")
