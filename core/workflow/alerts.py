"""Alerts as they are stored, one noun each, and what people do with them: a new version and an event each time."""

import hashlib
from dataclasses import replace
from datetime import date

from core.domain.breach import Alert, AlertState
from core.domain.errors import BadInput, NotFound
from core.domain.person import Person
from core.monitor.escalation import next_role
from core.workflow.desk import Desk
from core.workflow.saving import Put, load, load_all, save


def stored_alerts(desk: Desk) -> dict[str, tuple[Alert, ...]]:
    """Household -> its alerts in their latest version, closed ones included."""
    desk.require("read_clients")
    found: dict[str, list[Alert]] = {}
    for alert in load_all(desk, "alert", Alert):
        found.setdefault(alert.household, []).append(alert)
    return {household: tuple(alerts) for household, alerts in found.items()}


def alert_id(key: str) -> str:
    """Where an alert is kept: its key stands in the open nowhere, as it names accounts."""
    return "A-" + hashlib.sha256(key.encode()).hexdigest()[:20]


def open_alerts(desk: Desk) -> tuple[Alert, ...]:
    """Every alert that is not closed, as the last look left it, oldest first."""
    desk.require("read_clients")
    found = [alert for alert in load_all(desk, "alert", Alert) if alert.state != "closed"]
    return tuple(sorted(found, key=lambda alert: (alert.since, alert.key)))


def acknowledge(desk: Desk, key: str, note: str = "") -> Alert:
    """Somebody has seen it and takes it on; it stays until the trouble is gone."""
    return _act(desk, key, "acknowledged", note=note)


def snooze(desk: Desk, key: str, until: date, note: str = "") -> Alert:
    """Quiet until a day; then it is open again, if the trouble still stands."""
    desk.require("read_clients")
    if until <= desk.today():
        raise BadInput("until", f"a snoozed alert wakes on a day after {desk.today().isoformat()}")
    return _act(desk, key, "snoozed", until=until, note=note)


def assign(desk: Desk, key: str, person_id: str, note: str = "") -> Alert:
    """Hand it to somebody who works here and may look at clients."""
    desk.require("read_clients")
    someone = load(desk, "person", Person, person_id)
    desk.acting_as(someone).require("read_clients")
    return _act(desk, key, "assigned", person=person_id, note=note)


def escalate(desk: Desk, key: str, note: str) -> Alert:
    """Hand it to the next role, with the reason."""
    desk.require("read_clients")
    if not note.strip():
        raise BadInput("note", "say why it is escalated")
    return _act(desk, key, "escalated", note=note)


def back_inside(desk: Desk, since: date) -> tuple[Alert, ...]:
    """Alerts that were closed on that day or later, newest first: what is back inside, or no longer so."""
    desk.require("read_clients")
    found = [alert for alert in load_all(desk, "alert", Alert) if alert.closed is not None and alert.closed >= since]
    return tuple(sorted(found, key=lambda alert: (alert.closed or since, alert.key), reverse=True))


def reopen(desk: Desk, key: str) -> Alert:
    """Take back what was done with it."""
    return _act(desk, key, "open")


def _act(desk: Desk, key: str, state: AlertState, person: str = "", until: date | None = None, note: str = "") -> Alert:
    someone = desk.require("read_clients")
    try:
        found = load(desk, "alert", Alert, alert_id(key))
    except NotFound:
        raise NotFound("This alert is not in the log yet; run a check first.") from None
    if found.state == "closed":
        raise BadInput("alert", "it is closed: the trouble is gone")
    made = replace(
        found,
        state=state,
        person=person or someone.id,
        note=note.strip(),
        snoozed_until=until,
        version=found.version + 1,
        role=next_role(found.role) if state == "escalated" else found.role,
        asked=desk.today() if state in ("open", "escalated") else found.asked,
    )
    save(desk, f"alert.{state}", Put("alert", alert_id(key), made.version, made, client=made.household))
    return made
