"""What stands behind one cell of a heat map: the clause, the value, its distance in dollars and shares, since when."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.domain.bands import Bands
from core.domain.breach import Alert, Reading
from core.domain.detail import Detail
from core.domain.household import Household
from core.domain.metric import MetricValue
from core.domain.money import cents
from core.monitor.distance import distance_in_shares
from core.words.days import day
from core.workflow.bands import kept_bands
from core.workflow.case_files import CaseFile
from core.workflow.clauses import class_clause, metric_clause
from core.workflow.desk import Desk
from core.workflow.drift import DriftView
from core.workflow.heat_maps import AccountRow, MapRow
from core.workflow.history import Month
from core.workflow.households import household
from core.workflow.metrics import beyond_since, metric_facts

OF_VALUE = frozenset({"weight", "points", "fraction"})
"""Units of metrics whose distance to a limit is a share of the household's value."""


def class_detail(desk: Desk, view: DriftView, subject: str, kept: Mapping[str, Bands] | None = None) -> Detail | None:
    """What stands behind a household's class; None where it holds none and its mandate does not name it."""
    desk.require("read_clients")
    reading = next((one for one in view.readings if one.subject == subject), None)
    if reading is None:
        return None
    since = {breach.subject: breach.since for breach in view.breaches}
    clause = class_clause(desk, view.file, reading, kept_bands(desk) if kept is None else kept)
    return _of_reading(reading, view.file, clause, view.picture.total, since.get(subject))


def account_detail(desk: Desk, view: DriftView, row: AccountRow, subject: str) -> Detail:
    """What stands behind one class of one account: its own band where it has a target, else the household's clause."""
    desk.require("read_clients")
    if subject in row.own:
        reading = row.own[subject]
        clause = class_clause(desk, view.file, reading, kept_bands(desk), row.account)
        return _of_reading(reading, view.file, clause, row.total, None)
    whole = class_detail(desk, view, subject)
    dollars = row.dollars.get(subject, Decimal(0))
    return Detail(
        subject=subject,
        value=float(dollars / row.total) if row.total else 0.0,
        unit="weight",
        standing=whole.standing if whole else "unbound",
        clause=whole.clause if whole else "The mandate says nothing of this class.",
        level=whole.level if whole else "",
        low=whole.low if whole else None,
        high=whole.high if whole else None,
        to_target=whole.to_target if whole else None,
        to_edge=whole.to_edge if whole else None,
        shares=whole.shares if whole else "",
        since=whole.since if whole else None,
        how="The account has no target of its own: the band and the distances are the household's.",
    )


def metric_detail(desk: Desk, row: MapRow, name: str, kept: Mapping[str, Bands]) -> Detail | None:
    """What stands behind one metric of one household."""
    desk.require("read_clients")
    value = row.metrics.get(name)
    if value is None or row.view is None:
        return None
    return _of_metric(desk, row.view.file.household, value, row.assets, row.alerts, kept)


def month_detail(desk: Desk, household_id: str, month: Month, name: str) -> Detail | None:
    """What stands behind one metric of one month."""
    desk.require("read_clients")
    held, value = household(desk, household_id), month.metrics.get(name)
    if value is None:
        return None
    found = _of_metric(desk, held, value, Decimal(0), (), kept_bands(desk))
    when = "as the log kept it" if month.kept else "today's holdings at that month's prices"
    return replace(found, to_edge=None, how=f"{found.how}; {when}, {day(month.day)}")


def _of_metric(
    desk: Desk, held: Household, value: MetricValue, assets: Decimal, alerts: Iterable[Alert],
    kept: Mapping[str, Bands],
) -> Detail:  # fmt: skip
    beyond = _beyond(value.value, value.low, value.high)
    return Detail(
        subject=value.name,
        value=value.value,
        unit=value.unit,
        standing=value.standing,
        clause=metric_clause(desk, held, value, kept),
        level=value.level,
        low=value.low,
        high=value.high,
        to_edge=cents(Decimal(repr(beyond)) * assets) if value.unit in OF_VALUE and beyond is not None else None,
        since=beyond_since(one for one in alerts if one.state != "closed").get(value.name),
        coverage=value.coverage,
        proxied=value.proxied,
        how=metric_facts()[1].get(value.name, ""),
    )


def _of_reading(reading: Reading, file: CaseFile, clause: str, total: Decimal, since: date | None) -> Detail:
    beyond = _beyond(reading.value, reading.low, reading.high) or 0.0
    return Detail(
        subject=reading.subject,
        value=reading.value,
        unit="weight",
        standing=reading.standing,
        clause=clause,
        level=reading.level,
        target=None if reading.limit else reading.target,
        low=reading.low,
        high=reading.high,
        to_target=None if reading.limit else reading.dollars,
        to_edge=cents(Decimal(repr(beyond)) * total),
        shares=distance_in_shares(reading, file.case),
        since=since,
        coverage=reading.coverage,
    )


def _beyond(value: float | None, low: float | None, high: float | None) -> float | None:
    """Signed distance to the nearer edge: positive beyond the upper one, negative below it or below the lower one."""
    if value is None or (low is None and high is None):
        return None
    gaps = [value - edge for edge in (low, high) if edge is not None]
    return min(gaps, key=abs)
