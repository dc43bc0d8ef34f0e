"""Every watch over one household, each trouble once: a stable key, an age, a severity and a sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from core.domain.breach import Alert, Reading
from core.domain.case import Case
from core.monitor.look import NOT_MEASURED, WATCHES, Finding, Look, Measured

_WORST_FIRST = {"error": 0, "warning": 1, "note": 2}


def alerts(
    household_id: str,
    case: Case,
    found: tuple[Reading, ...],
    since: Mapping[str, date] | None = None,
    stale: Mapping[str, date] | None = None,
    earlier: Iterable[Alert] = (),
    measured: Measured = NOT_MEASURED,
    doubtful: Mapping[str, date] | None = None,
) -> tuple[Alert, ...]:
    """The household's alerts of the day, worst and oldest first.

    since : class -> first day outside its band; stale : symbol -> day of its last price
    doubtful : symbol -> day on which its price jumped as in a split
    measured : what only a full look finds; without it there is no alert of a metric, an account or a review
    earlier : alerts seen before; one that still stands keeps its date and its state, so one trouble is one alert
    """
    look = Look(household_id, case, found, since or {}, stale or {}, measured, doubtful or {})
    before = {alert.key: alert for alert in earlier if alert.state != "closed"}
    made = {
        alert.key: alert
        for entry in WATCHES.entries()
        for finding in entry.function(look)
        for alert in [_alert(look, entry.name, finding, before)]
    }
    return tuple(sorted(made.values(), key=lambda alert: (_WORST_FIRST[alert.severity], alert.since, alert.key)))


def _alert(look: Look, kind: str, finding: Finding, before: Mapping[str, Alert]) -> Alert:
    key = f"{look.household}:{kind}:{finding.subject}"
    since = finding.since or look.case.as_of
    known = before.get(key)
    if known is None:
        return Alert(key, look.household, kind, finding.severity, since, finding.sentence)
    woken = _woken(known, look.case.as_of)
    return replace(woken, severity=finding.severity, since=min(since, known.since), sentence=finding.sentence)


def _woken(alert: Alert, as_of: date) -> Alert:
    """A snoozed alert is open again on its day."""
    if alert.state != "snoozed" or alert.snoozed_until is None or as_of < alert.snoozed_until:
        return alert
    return replace(alert, state="open", snoozed_until=None, asked=as_of)
