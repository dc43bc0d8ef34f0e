"""The heat maps: household by class and by metric, account by class, and what stands behind each cell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from core.domain.bands import Bands
from core.domain.breach import Alert, Reading
from core.domain.detail import Detail
from core.domain.household import Household
from core.domain.metric import MetricValue
from core.domain.money import cents
from core.monitor.banding import banded
from core.monitor.distance import distance_in_shares
from core.monitor.look import Measured
from core.monitor.readings import account_readings
from core.risk.exposure import cash_to_come, holdings, values_by_class
from core.words.days import day
from core.workflow.alerts import stored_alerts
from core.workflow.bands import bands_for, kept_bands
from core.workflow.book import book_classes, total_assets
from core.workflow.book_frame import book_frame
from core.workflow.clauses import class_clause, metric_clause
from core.workflow.desk import Desk
from core.workflow.drift import DriftView, drift, drift_of
from core.workflow.history import Month
from core.workflow.households import CaseFile, household, households
from core.workflow.metrics import beyond_since, measure, metric_facts

OF_VALUE = frozenset({"weight", "points", "fraction"})
"""Units of metrics whose distance to a limit is a share of the household's value."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """One household of the maps. `problem` says why it could not be looked at; then the rest is empty."""

    household: str
    name: str
    assets: Decimal
    view: DriftView | None = None
    metrics: Mapping[str, MetricValue] = field(default_factory=dict)
    alerts: tuple[Alert, ...] = ()
    problem: str = ""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Its drift by class."""
        return self.view.readings if self.view else ()

    @property
    def worst(self) -> float:
        """The farthest drift, in bands."""
        return max((abs(one.in_bands or 0.0) for one in self.readings), default=0.0)


@dataclass(frozen=True, slots=True)
class BookMap:
    """Every household by class and by metric, worst first; `bands` : every rule, for the clauses."""

    as_of: date
    rows: tuple[MapRow, ...]
    classes: tuple[str, ...]
    bands: Mapping[str, Bands]

    def row(self, household: str) -> MapRow:
        """The row of a household."""
        return next(row for row in self.rows if row.household == household)


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account of a household: dollars by class, and its own readings where it has a target of its own."""

    account: str
    title: str
    dollars: Mapping[str, Decimal]
    own: Mapping[str, Reading] = field(default_factory=dict)

    @property
    def total(self) -> Decimal:
        """Dollars in the account."""
        return sum(self.dollars.values(), Decimal(0))


def book_map(desk: Desk) -> BookMap:
    """The whole book, priced once, every household with its drift and its metrics."""
    desk.require("read_clients")
    every, known = households(desk), stored_alerts(desk)
    frame = book_frame(desk, every)
    table = measure(desk, frame.files)
    rows = []
    for held in every:
        if held.id in frame.problems:
            rows.append(MapRow(held.id, held.name, Decimal(0), problem=frame.problems[held.id]))
            continue
        values = banded(table.of(held.id), bands_for(desk, held, kept=frame.bands))
        alerts = known.get(held.id, ())
        view = drift_of(desk, frame.files[held.id], alerts, Measured(metrics=values), frame.closes)
        by_name = {one.name: one for one in values}
        rows.append(MapRow(held.id, held.name, total_assets(view), view, by_name, alerts))
    rows.sort(key=lambda row: (-row.worst, row.name))
    return BookMap(desk.today(), tuple(rows), book_classes(rows), frame.bands)


def account_map(desk: Desk, household_id: str) -> tuple[DriftView, tuple[AccountRow, ...]]:
    """Where a household's classes stand, account by account; the household's own drift beside it."""
    desk.require("read_clients")
    view = drift(desk, household_id)
    case, held = view.file.case, view.file.household
    own = account_readings(held.id, case, view.file.quotes.stale(case.as_of), doubtful=view.file.doubtful)
    securities = {security.symbol: security for security in case.securities}
    rows = tuple(
        AccountRow(
            account=account.id,
            title=held.card(account.id).title or account.id,
            dollars=values_by_class(securities, holdings((account,)), cash_to_come((account,)), case.target.by),
            own={one.subject: one for one in own.get(account.id, ())},
        )
        for account in case.accounts
    )
    return view, rows


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
        to_target=whole.to_target if whole else None,
        to_edge=whole.to_edge if whole else None,
        shares=whole.shares if whole else "",
        since=whole.since if whole else None,
        how="The account has no target of its own: the band is the household's.",
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
        to_target=reading.dollars,
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
