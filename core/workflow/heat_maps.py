"""The heat maps: household by class and by metric, account by class, and what stands behind each cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from core.domain.bands import Bands
from core.domain.breach import Alert, Reading
from core.domain.metric import MetricValue
from core.monitor.banding import banded
from core.monitor.look import Measured
from core.monitor.readings import account_readings
from core.risk.exposure import cash_to_come, holdings, values_by_class
from core.workflow.alerts import stored_alerts
from core.workflow.bands import bands_for
from core.workflow.book import book_classes, total_assets
from core.workflow.book_frame import book_frame
from core.workflow.desk import Desk
from core.workflow.drift import DriftView, drift, drift_of
from core.workflow.households import households
from core.workflow.metrics import account_rules, measure


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

    @property
    def farthest(self) -> str:
        """The class that is farthest out, in bands; empty without readings."""
        ordered = sorted(self.readings, key=lambda one: -abs(one.in_bands or 0.0))
        return ordered[0].subject if ordered else ""

    def tightest(self, names: Sequence[str]) -> str:
        """The first of some metrics that is beyond its limit, else near it, else the first of all."""
        found = [
            name
            for standing in ("outside", "near")
            for name in names
            if name in self.metrics and self.metrics[name].standing == standing
        ]
        return [*found, *names][0]


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
    def largest(self) -> str:
        """The class of which it holds most."""
        return max(self.dollars, key=lambda name: self.dollars[name])

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
    rules = account_rules(desk, view.file)
    own = account_readings(held.id, case, view.file.quotes.stale(case.as_of), rules, view.file.doubtful)
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
