"""Alerts as they are stored: one noun each, a new version whenever something becomes of it."""

from core.domain.breach import Alert
from core.workflow.desk import Desk
from core.workflow.saving import load_all


def stored_alerts(desk: Desk) -> dict[str, tuple[Alert, ...]]:
    """Household -> its alerts in their latest version, closed ones included."""
    desk.require("read_clients")
    found: dict[str, list[Alert]] = {}
    for alert in load_all(desk, "alert", Alert):
        found.setdefault(alert.household, []).append(alert)
    return {household: tuple(alerts) for household, alerts in found.items()}
