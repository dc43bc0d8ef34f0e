"""An alert that nobody answers goes to the next role by itself, after so many business days (NYSE sessions)."""

from dataclasses import replace
from datetime import date

from core.domain.breach import Alert
from core.market.calendar import sessions_between
from core.words import count

PATIENCE = {"error": 3, "warning": 10}
"""Business days without an answer after which an alert of that severity goes on; a note stays where it is."""
CHAIN = ("advisor", "compliance", "committee")
"""Who is asked, one after the other; the last one keeps it."""
WAITING = frozenset({"open", "escalated"})
"""States in which nobody has answered yet."""


def next_role(role: str) -> str:
    """Who is asked after a role; the last of the chain keeps it."""
    place = CHAIN.index(role) if role in CHAIN else 0
    return CHAIN[min(place + 1, len(CHAIN) - 1)]


def raised(alert: Alert, as_of: date) -> Alert:
    """The alert with the next role where its own has not answered in time; the same alert otherwise."""
    days = PATIENCE.get(alert.severity)
    further = next_role(alert.role)
    if days is None or alert.state not in WAITING or further == alert.role:
        return alert
    if sessions_between(alert.asked or alert.since, as_of) < days:
        return alert
    note = f"no answer from {alert.role} in {count(days, 'business day')}"
    return replace(alert, state="escalated", role=further, asked=as_of, person="", note=note)
