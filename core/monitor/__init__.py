"""Readings against bands, breaches and alerts: who needs somebody today, and why.

now = readings(household_id, case)
found = breaches(now, since, case.as_of)
open_alerts = alerts(household_id, case, now, since)
"""

from core.monitor.alerts import alerts
from core.monitor.breaches import breaches
from core.monitor.readings import readings
from core.monitor.triggers import due

__all__ = ["alerts", "breaches", "due", "readings"]
