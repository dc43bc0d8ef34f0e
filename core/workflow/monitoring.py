"""One look at the whole book: every household and account read, alerts opened and closed, all of it logged.

"Real time" means at every price refresh: a look is as fresh as the prices it was made with.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.domain.breach import Alert
from core.domain.errors import OutOfDate
from core.domain.household import Household
from core.domain.issue import Issue
from core.domain.monitoring import Check
from core.monitor.cycle import Turn, turn
from core.monitor.metrics import MetricTable
from core.workflow.alerts import alert_id, stored_alerts
from core.workflow.book_frame import BookFrame, book_frame
from core.workflow.checking import account_checks, check_of, failed_check, unsayable
from core.workflow.delivering import messages_for
from core.workflow.desk import Desk
from core.workflow.drift import drift_of
from core.workflow.households import households
from core.workflow.metrics import measure, measured
from core.workflow.products import shelf_changes
from core.workflow.saving import Put, put_with_events

TRIES = 3
"""Looks made where others look at the same moment."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look at the book found. `checks` in the order of the households' names."""

    as_of: date
    price_label: str
    checks: tuple[Check, ...]
    opened: tuple[Alert, ...]
    closed: tuple[Alert, ...]
    escalated: tuple[Alert, ...]
    standing: tuple[Alert, ...]


def monitor(desk: Desk) -> Looked:
    """Check every household and account, open and close alerts, and keep a record of each check, all in one step.

    A household that cannot be priced is recorded as `failed`, its alerts untouched. Nothing is looked at twice or
    lost when a run is broken off: what is stored is stored with its alerts, in one transaction. Where somebody else
    looked meanwhile, nothing of this look was stored and it is made again, knowing theirs.
    """
    desk.require("read_clients")
    for _ in range(TRIES - 1):
        with suppress(OutOfDate):
            return _look(desk)
    return _look(desk)


def _look(desk: Desk) -> Looked:
    known = stored_alerts(desk)
    held = households(desk)
    frame = book_frame(desk, held)
    table = measure(desk, frame.files)
    reviews = shelf_changes(desk)
    versions = {one.id: one.version for one in desk.store.latest("check")}
    made = [
        (replace(check, version=versions.get(check.household, 0) + 1), change)
        for check, change in (_see(desk, one, frame, table, known.get(one.id, ()), reviews) for one in held)
    ]
    _store(desk, made)
    return Looked(
        as_of=desk.today(),
        price_label=desk.feed.label,
        checks=tuple(check for check, _ in made),
        opened=tuple(alert for _, change in made for alert in change.opened),
        escalated=tuple(alert for _, change in made for alert in change.escalated),
        closed=tuple(alert for _, change in made for alert in change.closed),
        standing=tuple(alert for _, change in made for alert in change.standing),
    )


def last_look(desk: Desk) -> datetime | None:
    """When the book was last looked at; None where nobody has."""
    desk.require("read_clients")
    return max((datetime.fromisoformat(one.index["at"]) for one in desk.store.latest("check")), default=None)


def _see(
    desk: Desk, held: Household, frame: BookFrame, table: MetricTable, known: tuple[Alert, ...],
    reviews: tuple[Issue, ...],
) -> tuple[Check, Turn]:  # fmt: skip
    if held.id in frame.problems:
        standing = tuple(alert for alert in known if alert.state != "closed")
        return failed_check(desk, held, frame.problems[held.id], len(standing)), Turn((), (), (), standing)
    file = frame.files[held.id]
    found = measured(desk, file, table, frame.bands, reviews)
    view = drift_of(desk, file, known, found, frame.closes)
    change = turn(known, view.alerts, unsayable(view.readings, found), desk.today())
    return check_of(desk, view, account_checks(found), change, frame.bands), change


def _store(desk: Desk, made: list[tuple[Check, Turn]]) -> None:
    with desk.store.transaction() as tx:
        for check, change in made:
            name = check.household
            index = {"at": check.at.isoformat(), "result": check.result}
            put_with_events(desk, tx, "monitor.checked", Put("check", name, check.version, check, name, index))
            for event, alert in change.events:
                put = Put("alert", alert_id(alert.key), alert.version, alert, client=name)
                put_with_events(desk, tx, event, put, note=alert.note if event == "alert.escalated" else "")
        put_with_events(desk, tx, "alert.told", *messages_for(desk, [change for _, change in made]))
