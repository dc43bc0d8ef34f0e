"""Telling people of alerts: messages wait in the store beside their alerts, are sent, tried again, and logged."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from core.deliver import Channel, DeliveryFailed, Message, channels
from core.domain.breach import Alert
from core.domain.delivery import Delivery, DeliveryState, Line, LineChange
from core.monitor.cycle import Turn
from core.store import FIRM
from core.words import count, day
from core.workflow.desk import Desk
from core.workflow.saving import Put, load_all, save

PAUSES = (0.0, 2.0, 8.0)
"""Seconds before each attempt of one run."""
MOST_ATTEMPTS = 15
"""Over all runs; then the message is `failed` and somebody has to look at the channel."""
WORST_FIRST = ("error", "warning", "note")


def messages_for(desk: Desk, changes: Iterable[Turn]) -> tuple[Put, ...]:
    """One waiting message for each channel, to be stored with the alerts; none where there is nothing to tell."""
    desk.require("read_clients")
    lines = tuple(line for change in changes for line in _lines(change))
    ways = channels(desk.settings) if lines else ()
    number = len(desk.store.latest("delivery")) + 1
    made = [Delivery(f"D-{number + place:06d}", way.name, lines, desk.now()) for place, way in enumerate(ways)]
    return tuple(Put("delivery", one.id, 1, one, client=FIRM) for one in made)


def _lines(change: Turn) -> Iterator[Line]:
    """What of one look is told: what was opened, sent on to the next role, or is back inside; the worst first."""
    told: tuple[tuple[LineChange, tuple[Alert, ...]], ...] = (
        ("opened", change.opened), ("escalated", change.escalated), ("closed", change.closed)
    )  # fmt: skip
    for what, alerts in told:
        for alert in sorted(alerts, key=lambda one: WORST_FIRST.index(one.severity)):
            yield Line(alert.household, alert.kind, what, alert.severity, alert.since)


def deliver(desk: Desk, sleep: Callable[[float], None] = time.sleep) -> tuple[Delivery, ...]:
    """Send every waiting message, each tried up to three times; what still fails waits for the next run."""
    desk.require("read_clients")
    ways = {way.name: way for way in channels(desk.settings)}
    waiting = [one for one in load_all(desk, "delivery", Delivery) if one.state == "waiting" and one.channel in ways]
    return tuple(_tried(desk, one, ways[one.channel], sleep) for one in waiting)


def deliveries(desk: Desk) -> tuple[Delivery, ...]:
    """Every message with what became of it, newest first."""
    desk.require("read_clients")
    return tuple(reversed(load_all(desk, "delivery", Delivery)))


def _tried(desk: Desk, one: Delivery, way: Channel, sleep: Callable[[float], None]) -> Delivery:
    for pause in PAUSES:
        if one.state != "waiting":
            break
        if pause:
            sleep(pause)
        one = _attempt(desk, one, way)
    return one


def _attempt(desk: Desk, one: Delivery, way: Channel) -> Delivery:
    """One attempt, kept as a version of the message and as an event."""
    tried = replace(one, attempts=one.attempts + 1, last=desk.now(), version=one.version + 1)
    try:
        way.send(message(one))
    except DeliveryFailed as trouble:
        state: DeliveryState = "failed" if tried.attempts >= MOST_ATTEMPTS else "waiting"
        tried = replace(tried, state=state, error=str(trouble))
    else:
        tried = replace(tried, state="sent", error="")
    event = "alert.delivered" if tried.state == "sent" else "alert.delivery_failed"
    save(desk, event, Put("delivery", tried.id, tried.version, tried, client=FIRM), note=way.name)
    return tried


def message(one: Delivery) -> Message:
    """The message of a delivery; the same at every attempt."""
    tally = {what: sum(1 for line in one.lines if line.change == what) for what in ("opened", "escalated", "closed")}
    sent_on = f", {tally['escalated']} escalated" if tally["escalated"] else ""
    subject = f"Plumbline: {count(tally['opened'], 'alert')} opened{sent_on}, {tally['closed']} closed"
    rows = [
        f"{line.household}: {line.kind.replace('_', ' ')} {line.change}, {line.severity}, since {day(line.since)}"
        for line in one.lines
    ]
    text = "\n".join([*rows, "", "Open Plumbline to see the figures; none are sent."])
    plain = [
        {"household": line.household, "kind": line.kind, "change": line.change, "severity": line.severity,
         "since": line.since.isoformat()}
        for line in one.lines
    ]  # fmt: skip
    return Message(one.id, subject, text, {"at": one.made.isoformat(), "alerts": plain})
