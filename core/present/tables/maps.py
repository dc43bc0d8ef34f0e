"""Heat maps beyond the book's: accounts by class, metrics by month, and what stands behind one cell."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from core.domain.breach import Reading
from core.domain.detail import Detail
from core.domain.metric import MetricValue
from core.present.html import Cell, Column, Safe, table
from core.present.tables.metrics import MARKS, SHORT, UNKNOWN_FILL, in_bands
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tokens import NEAR, OUTSIDE, diverging
from core.words.days import day
from core.words.metrics import metric_name, metric_value
from core.words.numbers import DASH, compact_dollars, percent, points, signed_dollars, weight, whole_dollars

STANDINGS = {
    "outside": (f"{OUTSIDE} outside", "bad"), "near": (f"{NEAR} near the edge", "caution"),
    "inside": ("inside", "ok"), "unknown": ("? cannot be said", "bad"), "unbound": ("no limit is set", ""),
}  # fmt: skip


class AccountLine(Protocol):
    """What a row of the account map must tell."""

    @property
    def account(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def total(self) -> Decimal: ...
    @property
    def dollars(self) -> Mapping[str, Decimal]: ...
    @property
    def own(self) -> Mapping[str, Reading]: ...


class MonthColumn(Protocol):
    """What a column of the month map must tell."""

    @property
    def day(self) -> date: ...
    @property
    def kept(self) -> bool: ...
    @property
    def metrics(self) -> Mapping[str, MetricValue]: ...


def account_sheet(
    rows: Sequence[AccountLine], readings: Sequence[Reading], classes: Sequence[str], labels: Mapping[str, str]
) -> Sheet:
    """Weight of each class within each account; keys are accounts.

    Filled by the account's own drift where it has a target, else by the household's, as strongly as the account
    carries the class.
    """
    drift = {one.subject: one for one in readings}
    whole = {name: sum(float(row.dollars.get(name, 0)) for row in rows) for name in classes}
    titles = {name: labels.get(name, name) for name in classes}
    heads = [
        Head("Account", 190),
        Head("Assets", 72, number=True, show=compact_dollars),
        *(Head(titles[name], max(72, 6 * len(titles[name]) + 13), number=True, show=weight) for name in classes),
    ]
    table_rows = [[row.title, float(row.total), *(_weight(row, name) for name in classes)] for row in rows]
    css = {
        (place, titles[name]): fill
        for place, row in enumerate(rows)
        for name in classes
        if (fill := _account_fill(row, name, drift.get(name), whole[name]))
    }
    return sheet(heads, table_rows, css, keys=[row.account for row in rows])


def month_sheet(months: Sequence[MonthColumn], names: Sequence[str] = tuple(SHORT)) -> Sheet:
    """One row per metric, one column per month, oldest first; keys are metric names.

    Filled where a limit is set; ° stands at months before the log, priced afterwards at today's holdings.
    """
    heads = [Head("Metric", 128), *(Head(month_title(month), 61, number=True) for month in months)]
    rows = [[metric_name(name), *(_value(month.metrics.get(name)) for month in months)] for name in names]
    css = {
        (place, month_title(month)): fill
        for place, name in enumerate(names)
        for month in months
        if (fill := _metric_fill(month.metrics.get(name)))
    }
    return sheet(heads, rows, css, keys=list(names))


def month_title(month: MonthColumn) -> str:
    """`Nov 26`, `Oct 26 °`: the head of a month's column."""
    return f"{month.day:%b %y}{'' if month.kept else ' °'}"


def detail_table(one: Detail, label: str) -> Safe:
    """What stands behind one cell, line by line."""
    rows = [[Cell(name, strong=True), text] for name, text in _lines(one)]
    return table((Column(label), Column(_standing(one))), rows)


def _lines(one: Detail) -> list[tuple[str, str]]:
    lines = [("Clause", one.clause), ("Value", _shown(one, one.value)), ("Band or limit", _edges(one))]
    if one.target is not None and one.value is not None:
        lines.append(("Target", f"{_shown(one, one.target)}, {points(one.value - one.target, 2)} from it"))
    if one.to_target is not None:
        lines.append(("To the target", f"{signed_dollars(one.to_target, 0)}{_in_shares(one)}"))
    room = _room(one)
    if room:
        lines.append(("To the nearer edge", room))
    lines.append(("Since", day(one.since) if one.since else ("today" if one.standing == "outside" else DASH)))
    by_proxy = f", {percent(one.proxied, 0)} by proxy" if one.proxied else ""
    lines.append(("Data behind it", f"{percent(one.coverage, 0)}{by_proxy}"))
    return [*lines, ("How", one.how)] if one.how else lines


def _standing(one: Detail) -> str:
    return STANDINGS[one.standing][0]


def _in_shares(one: Detail) -> str:
    return f", {one.shares}" if one.shares else ""


def _room(one: Detail) -> str:
    """The distance to the nearer edge: in dollars, else in the unit of the metric; empty where no edge is set."""
    gaps = [] if one.value is None else [abs(one.value - edge) for edge in (one.low, one.high) if edge is not None]
    if one.to_edge is None and not gaps:
        return ""
    size = _shown(one, min(gaps)).lstrip("+") if one.to_edge is None else whole_dollars(abs(one.to_edge))
    return f"{size} beyond it" if one.standing == "outside" else f"{size} of room"


def _edges(one: Detail) -> str:
    low, high = (None if edge is None else _shown(one, edge) for edge in (one.low, one.high))
    if low and high:
        return f"{low} to {high}"
    return f"up to {high}" if high else f"at least {low}" if low else DASH


def _shown(one: Detail, value: float | None) -> str:
    return percent(value, 2) if one.unit == "weight" and value is not None else metric_value(value, one.unit)


def _weight(row: AccountLine, name: str) -> float | None:
    return float(row.dollars[name] / row.total) if row.dollars.get(name) and row.total else None


def _account_fill(row: AccountLine, name: str, household: Reading | None, whole: float) -> str:
    if name in row.own:
        return f"background-color:{diverging(row.own[name].in_bands or 0.0)}"
    if household is None or not household.in_bands or not whole or not row.dollars.get(name):
        return ""
    return f"background-color:{diverging(household.in_bands * float(row.dollars[name]) / whole)}"


def _value(one: MetricValue | None) -> str:
    return DASH if one is None else MARKS.get(one.standing, "") + metric_value(one.value, one.unit)


def _metric_fill(one: MetricValue | None) -> str:
    if one is None:
        return ""
    if one.standing == "unknown":
        return UNKNOWN_FILL
    if not one.level:
        return ""
    strong = ";font-weight:600" if one.standing == "outside" else ""
    return f"background-color:{diverging(in_bands(one))}{strong}"
