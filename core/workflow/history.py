"""The history of a household's readings, month by month: as the log kept them, and before it as they would have been.

What the log has is what somebody saw. Where it has nothing, today's holdings are priced at the month's last session
and marked so; what rests on lots and taxes is left out there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.domain.breach import Reading
from core.domain.canonical import digest
from core.domain.errors import BadInput
from core.domain.metric import MetricValue
from core.domain.monitoring import Check
from core.market.calendar import previous_session
from core.monitor.banding import banded
from core.risk.portfolio_metric import PORTFOLIO_METRICS
from core.words.metrics import metric_value
from core.workflow.bands import bands_for
from core.workflow.case_files import case_file
from core.workflow.desk import Desk
from core.workflow.drift import drift_of
from core.workflow.metrics import measure
from core.workflow.saving import load

MONTHS = 12
OF_LOTS = frozenset({37, 38})
"""Numbers of the metrics that rest on lots and the tax year."""


@dataclass(frozen=True, slots=True)
class Month:
    """The last look of one month. `kept` : whether it stands in the log; else today's holdings at that day's prices."""

    day: date
    kept: bool
    metrics: dict[str, MetricValue]
    readings: tuple[Reading, ...]


def history(desk: Desk, household_id: str, months: int = MONTHS) -> tuple[Month, ...]:
    """The last so many months with the current one, oldest first; a month that cannot be priced is left out."""
    desk.require("read_clients")
    ends = _month_ends(desk.today(), months)
    kept = _kept(desk, household_id, ends[0])
    months_found = [
        _of_check(kept[_month(day)]) if _month(day) in kept else _as_it_was(desk, household_id, day) for day in ends
    ]
    return tuple(month for month in months_found if month is not None)


def history_mark(desk: Desk) -> str:
    """A short text that changes whenever what a history shows may have: books, bands, checks, splits, price files."""
    desk.require("read_clients")
    kinds = ("household", "mandate", "bands", "check", "corporate_action")
    standing = [f"{kind} {one.id} {one.version}" for kind in kinds for one in desk.store.latest(kind)]
    files = sorted(f"{one.name} {one.stat().st_mtime_ns}" for one in desk.settings.firm.glob("*.csv"))
    return digest((desk.today().isoformat(), *standing, *files))


@dataclass(frozen=True, slots=True)
class Point:
    """One month's value of a metric, as it is written, and whether the log kept it."""

    day: date
    value: float | None
    kept: bool
    written: str
    unit: str


def metric_history(months: Iterable[Month], name: str) -> tuple[tuple[Point, ...], tuple[float | None, float | None]]:
    """One metric over the months, and the edges of its limit at the last of them."""
    found = [(one, one.metrics[name]) for one in months if name in one.metrics]
    points = tuple(
        Point(one.day, value.value, one.kept, metric_value(value.value, value.unit), value.unit) for one, value in found
    )
    return points, (found[-1][1].low, found[-1][1].high) if found else (None, None)


def _month_ends(today: date, months: int) -> list[date]:
    """The last session of each month, and today's for the current one."""
    ends, first = [previous_session(today)], today.replace(day=1)
    for _ in range(months - 1):
        ends.append(previous_session(first - timedelta(days=1)))
        first = (first - timedelta(days=1)).replace(day=1)
    return ends[::-1]


def _kept(desk: Desk, household_id: str, start: date) -> dict[str, Check]:
    """Month -> its last check that could look, from `start` on; found by halving, not by reading all."""
    versions = desk.store.versions("check", household_id)
    found: dict[str, Check] = {}
    high = len(versions)
    while high:
        check = load(desk, "check", Check, household_id, versions[high - 1])
        if check.as_of < start.replace(day=1):
            break
        if check.result != "failed":
            found.setdefault(_month(check.as_of), check)
            high = _first_of(desk, household_id, versions[:high], check.as_of.replace(day=1))
        else:
            high -= 1
    return found


def _first_of(desk: Desk, household_id: str, versions: tuple[int, ...], day: date) -> int:
    """How many of the versions were looked at before a day."""
    low, high = 0, len(versions)
    while low < high:
        middle = (low + high) // 2
        before = load(desk, "check", Check, household_id, versions[middle]).as_of < day
        low, high = (middle + 1, high) if before else (low, middle)
    return low


def _of_check(check: Check) -> Month:
    return Month(check.as_of, True, {one.name: one for one in check.metrics}, check.readings)


def _as_it_was(desk: Desk, household_id: str, day: date) -> Month | None:
    then = replace(desk, book=replace(desk.book, book_date=day))
    try:
        file = case_file(then, household_id)
    except BadInput:
        return None
    values = banded(measure(then, {household_id: file}).of(household_id), bands_for(desk, file.household))
    said = {one.name: one for one in values if PORTFOLIO_METRICS.entry(one.name).facts["number"] not in OF_LOTS}
    return Month(day, False, said, drift_of(then, file).readings)


def _month(day: date) -> str:
    return f"{day:%Y-%m}"
