"""One look at the whole book: every household and account read, alerts opened and closed, all of it logged.

"Real time" means at every price refresh: a look is as fresh as the prices it was made with.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import pandas as pd

from core.domain.bands import Bands
from core.domain.breach import Alert, Reading
from core.domain.canonical import digest
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.household import Household
from core.domain.issue import Issue
from core.domain.metric import MetricValue
from core.domain.monitoring import AccountCheck, Check, Result
from core.market.factors import read_factors
from core.monitor.banding import banded
from core.monitor.book.rows import portfolios, symbols_needed
from core.monitor.cycle import Turn, subject, turn
from core.monitor.look import Measured
from core.monitor.metrics import MetricTable, measure_book
from core.monitor.readings import account_readings
from core.risk.portfolio_metric import PORTFOLIO_METRICS
from core.workflow.alerts import alert_id, stored_alerts
from core.workflow.bands import bands_for, kept_bands, resolved
from core.workflow.delivering import messages_for
from core.workflow.desk import Desk
from core.workflow.drift import DriftView, drift_of
from core.workflow.households import CaseFile, case_file, households
from core.workflow.products import shelf_changes
from core.workflow.saving import Put, put_with_events

SESSIONS = 757
"""Daily closes behind the metrics of risk: three years."""
RISK_FREE = 0.035
"""A year, behind the Sharpe ratio, where no factor file brings the rate."""
EVENTS = {"open": "alert.opened", "closed": "alert.closed"}


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look at the book found. `checks` in the order of the households' names."""

    as_of: date
    price_label: str
    checks: tuple[Check, ...]
    opened: tuple[Alert, ...]
    closed: tuple[Alert, ...]
    standing: tuple[Alert, ...]


def monitor(desk: Desk) -> Looked:
    """Check every household and account, open and close alerts, and keep a record of each check, all in one step.

    A household that cannot be priced is recorded as `failed`, its alerts untouched. Nothing is looked at twice or
    lost when a run is broken off: what is stored is stored with its alerts, in one transaction.
    """
    desk.require("read_clients")
    known = stored_alerts(desk)
    held = households(desk)
    kept = kept_bands(desk)
    files, problems = _files(desk, held, kept)
    table = measure(desk, files)
    reviews = shelf_changes(desk)
    versions = {one.id: one.version for one in desk.store.latest("check")}
    seen = [_see(desk, files[one.id], table, known.get(one.id, ()), kept, reviews) for one in held if one.id in files]
    failed = [_failed(desk, one, problems[one.id], known.get(one.id, ())) for one in held if one.id in problems]
    made = [
        (replace(check, version=versions.get(check.household, 0) + 1), change) for check, change in [*seen, *failed]
    ]
    _store(desk, made)
    return Looked(
        as_of=desk.today(),
        price_label=desk.feed.label,
        checks=tuple(check for check, _ in made),
        opened=tuple(alert for _, change in made for alert in change.opened),
        closed=tuple(alert for _, change in made for alert in change.closed),
        standing=tuple(alert for _, change in made for alert in change.standing),
    )


def measure(desk: Desk, files: Mapping[str, CaseFile]) -> MetricTable:
    """Every metric of these households and their accounts, as one matrix over three years of history."""
    desk.require("read_clients")
    cases = {name: file.case for name, file in files.items()}
    closes = desk.feed.history(symbols_needed(cases), desk.today(), SESSIONS) if cases else pd.DataFrame()
    factors = read_factors(desk.settings.firm / "factors.csv")
    return measure_book(portfolios(cases, closes, RISK_FREE, factors, desk.settings.firm))


def metrics_of(desk: Desk, household_id: str) -> tuple[MetricValue, ...]:
    """One household's metrics today, against the limits that were set."""
    desk.require("read_clients")
    file = case_file(desk, household_id)
    table = measure(desk, {household_id: file})
    return banded(table.of(household_id), bands_for(desk, file.household))


def beyond_since(alerts: Iterable[Alert]) -> dict[str, date]:
    """Metric -> the day since which it is beyond its limit, from the alerts of the log."""
    return {subject(alert): alert.since for alert in alerts if alert.kind == "metric_breach"}


def metric_facts() -> tuple[dict[str, int], dict[str, str]]:
    """Metric -> its number in the house's list, and metric -> how it is counted."""
    entries = PORTFOLIO_METRICS.entries()
    return (
        {entry.name: entry.facts["number"] for entry in entries},
        {entry.name: entry.facts["convention"] or (entry.function.__doc__ or "") for entry in entries},
    )


def book_metrics(desk: Desk) -> dict[str, tuple[MetricValue, ...]]:
    """Household -> its metrics today; one that cannot be priced is left out."""
    desk.require("read_clients")
    held = households(desk)
    kept = kept_bands(desk)
    files, _ = _files(desk, held, kept)
    table = measure(desk, files)
    return {one.id: banded(table.of(one.id), bands_for(desk, one, kept=kept)) for one in held if one.id in files}


def last_look(desk: Desk) -> datetime | None:
    """When the book was last looked at; None where nobody has."""
    desk.require("read_clients")
    return max((datetime.fromisoformat(one.index["at"]) for one in desk.store.latest("check")), default=None)


def _files(
    desk: Desk, held: tuple[Household, ...], kept: Mapping[str, Bands]
) -> tuple[dict[str, CaseFile], dict[str, str]]:
    """Household -> its case, and household -> why it has none."""
    files: dict[str, CaseFile] = {}
    problems: dict[str, str] = {}
    for one in held:
        try:
            files[one.id] = case_file(desk, one.id, kept=kept)
        except BadInput as trouble:
            problems[one.id] = str(trouble)
    return files, problems


def _see(
    desk: Desk, file: CaseFile, table: MetricTable, known: tuple[Alert, ...], kept: Mapping[str, Bands],
    reviews: tuple[Issue, ...],
) -> tuple[Check, Turn]:  # fmt: skip
    measured = _measured(desk, file, table, kept, reviews)
    view = drift_of(desk, file, known, measured)
    change = turn(known, view.alerts, _unsayable(view.readings, measured), desk.today())
    return _check(desk, view, _accounts(measured), change, kept), change


def _measured(
    desk: Desk, file: CaseFile, table: MetricTable, kept: Mapping[str, Bands], reviews: tuple[Issue, ...]
) -> Measured:
    """Metrics of the household and its accounts against their limits, and accounts against targets of their own."""
    household, case = file.household, file.case
    rules = {
        account.id: resolved(desk, household, account.target, account.id, kept)
        for account in case.accounts
        if account.target is not None
    }
    own = {account.id: bands_for(desk, household, account.id, kept) for account in case.accounts}
    return Measured(
        metrics=banded(table.of(household.id), bands_for(desk, household, kept=kept)),
        accounts=account_readings(household.id, case, file.quotes.stale(case.as_of), rules),
        account_metrics={
            name: banded(table.of(f"{household.id}/{name}"), [one for one in bands if one.scope == "account"])
            for name, bands in own.items()
        },
        reviews=reviews,
    )


def _unsayable(readings: Iterable[Reading], measured: Measured) -> set[str]:
    """Subjects of alerts of which nobody can say today where they stand."""
    found = {one.subject for one in readings if one.standing == "unknown"}
    found |= {one.name for one in measured.metrics if one.standing == "unknown" and one.level}
    for account, own in measured.accounts.items():
        found |= {f"{account}:{one.subject}" for one in own if one.standing == "unknown"}
    for account, values in measured.account_metrics.items():
        found |= {f"{account}:{one.name}" for one in values if one.standing == "unknown" and one.level}
    return found


def _check(
    desk: Desk, view: DriftView, accounts: FrozenMap[AccountCheck], change: Turn, kept: Mapping[str, Bands]
) -> Check:
    return Check(
        household=view.file.household.id,
        version=0,
        at=desk.now(),
        as_of=desk.today(),
        prices_as_of=view.file.quotes.as_of,
        source=view.file.quotes.source,
        snapshot=_snapshot(view.file, bands_for(desk, view.file.household, kept=kept)),
        result=_result(view, accounts),
        readings=view.readings,
        metrics=view.metrics,
        accounts=accounts,
        opened=tuple(alert.key for alert in change.opened),
        closed=tuple(alert.key for alert in change.closed),
        standing=len(change.standing),
    )


def _snapshot(file: CaseFile, bands: tuple[Bands, ...]) -> str:
    """SHA-256 of what was looked at: versions of household, mandate and bands (which never change), and the prices."""
    return digest({
        "household": [file.household.id, file.household.version],
        "mandate": [file.mandate.id, file.mandate.version],
        "bands": [[one.id, one.version] for one in bands],
        "prices": dict(file.quotes.prices),
        "days": dict(file.quotes.days),
        "as_of": file.case.as_of,
    })  # fmt: skip


def _result(view: DriftView, accounts: FrozenMap[AccountCheck]) -> Result:
    standings = {one.standing for one in view.readings} | {one.standing for one in view.metrics if one.level}
    standings |= {one.standing for account in accounts.values() for one in account.readings}
    if "outside" in standings or any(account.outside for account in accounts.values()):
        return "breach"
    return "unknown" if "unknown" in standings else "no breach"


def _accounts(measured: Measured) -> FrozenMap[AccountCheck]:
    return FrozenMap({
        name: AccountCheck(
            readings=measured.accounts.get(name, ()),
            metrics=FrozenMap({one.name: one.value for one in values if one.value is not None}),
            unknown=tuple(one.name for one in values if one.standing == "unknown"),
            outside=tuple(one.name for one in values if one.standing == "outside"),
        )
        for name, values in measured.account_metrics.items()
    })  # fmt: skip


def _failed(desk: Desk, held: Household, problem: str, known: tuple[Alert, ...]) -> tuple[Check, Turn]:
    standing = tuple(alert for alert in known if alert.state != "closed")
    check = Check(
        household=held.id,
        version=0,
        at=desk.now(),
        as_of=desk.today(),
        prices_as_of=desk.today(),
        source=desk.feed.label,
        snapshot=digest(held),
        result="failed",
        standing=len(standing),
        problem=problem,
    )
    return check, Turn((), (), (), standing)


def _store(desk: Desk, made: list[tuple[Check, Turn]]) -> None:
    with desk.store.transaction() as tx:
        for check, change in made:
            name = check.household
            index = {"at": check.at.isoformat(), "result": check.result}
            put_with_events(desk, tx, "monitor.checked", Put("check", name, check.version, check, name, index))
            for alert in change.stored:
                event = "alert.changed" if alert in change.changed else EVENTS[alert.state]
                put_with_events(desk, tx, event, Put("alert", alert_id(alert.key), alert.version, alert, client=name))
        opened = [alert for _, change in made for alert in change.opened]
        closed = [alert for _, change in made for alert in change.closed]
        put_with_events(desk, tx, "alert.told", *messages_for(desk, opened, closed))
