"""The life of an alert between two looks: opened, changed, closed; one trouble is one alert, and none is lost.

An alert that only became unsayable (its reading or metric is `unknown` now) is not closed: nobody saw it back inside.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from core.domain.breach import Alert
from core.monitor.escalation import raised
from core.words import day

ABOUT_A_VALUE = frozenset({"breach", "near_breach", "metric_breach", "metric_near", "account_breach"})

BEYOND = {"near_breach": "breach", "metric_near": "metric_breach"}
"""Kinds that are near an edge -> the kind once it is crossed."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one look changes.

    escalated : nobody answered in time, the next role is asked; standing : all that are open after the look
    """

    opened: tuple[Alert, ...]
    changed: tuple[Alert, ...]
    closed: tuple[Alert, ...]
    standing: tuple[Alert, ...]
    escalated: tuple[Alert, ...] = ()

    @property
    def stored(self) -> tuple[Alert, ...]:
        """What has to be stored as a new version."""
        return tuple(alert for _, alert in self.events)

    @property
    def events(self) -> tuple[tuple[str, Alert], ...]:
        """The same, each with its event."""
        told = (
            ("opened", self.opened), ("changed", self.changed), ("escalated", self.escalated), ("closed", self.closed)
        )  # fmt: skip
        return tuple((f"alert.{what}", alert) for what, alerts in told for alert in alerts)


def turn(earlier: Iterable[Alert], now: Iterable[Alert], unsayable: Collection[str], as_of: date) -> Turn:
    """Hold today's alerts against the stored ones.

    earlier : in their latest version; now : as the watches found them, with the state of `earlier` carried over
    unsayable : subjects whose reading or metric is unknown today
    """
    before = {alert.key: alert for alert in earlier}
    seen = {alert.key: raised(alert, as_of) if _stands(before, alert.key) else alert for alert in now}
    opened = tuple(
        replace(alert, state="open", asked=as_of, version=_next(before, key))
        for key, alert in seen.items()
        if not _stands(before, key)
    )
    kept = {key: before[key] for key in seen if _stands(before, key)}
    moved = [replace(seen[key], version=old.version + 1) for key, old in kept.items() if _differs(old, seen[key])]
    escalated = tuple(alert for alert in moved if alert.role != before[alert.key].role)
    changed = tuple(alert for alert in moved if alert.role == before[alert.key].role)
    gone = [alert for key, alert in before.items() if key not in seen and alert.state != "closed"]
    waiting = tuple(alert for alert in gone if alert.kind in ABOUT_A_VALUE and subject(alert) in unsayable)
    closed = tuple(_closed(alert, as_of, seen) for alert in gone if alert not in waiting)
    newest = {alert.key: alert for alert in (*opened, *moved)}
    standing = (*(newest.get(key, alert) for key, alert in seen.items()), *waiting)
    return Turn(opened, changed, closed, standing, escalated)


def subject(alert: Alert) -> str:
    """What the alert is about: the end of its key."""
    return alert.key.split(":", 2)[2]


def _stands(before: dict[str, Alert], key: str) -> bool:
    return key in before and before[key].state != "closed"


def _next(before: dict[str, Alert], key: str) -> int:
    return before[key].version + 1 if key in before else 1


def _differs(old: Alert, new: Alert) -> bool:
    """Whether more than the figures in its sentence changed."""
    return _standing_of(old) != _standing_of(new)


def _standing_of(alert: Alert) -> tuple[object, ...]:
    return alert.severity, alert.state, alert.since, alert.person, alert.role


def _closed(alert: Alert, as_of: date, seen: Collection[str]) -> Alert:
    what = "back inside" if alert.kind in ABOUT_A_VALUE else "no longer so"
    if alert.kind in BEYOND and f"{alert.household}:{BEYOND[alert.kind]}:{subject(alert)}" in seen:
        what = "beyond the edge"
    note = f"{what} on {day(as_of)}"
    return replace(alert, state="closed", closed=as_of, note=note, snoozed_until=None, version=alert.version + 1)
