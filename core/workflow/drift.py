"""Where one household stands against its bands today."""

from dataclasses import dataclass

from core.domain.breach import Alert, Breach, Reading
from core.domain.trade import DriftPicture
from core.monitor import alerts, breaches, readings
from core.risk.exposure import before
from core.workflow.desk import Desk
from core.workflow.households import CaseFile, case_file
from core.workflow.watch import since_dates


@dataclass(frozen=True, slots=True)
class DriftView:
    """A household's readings, breaches and alerts, with the case they come from."""

    file: CaseFile
    picture: DriftPicture
    readings: tuple[Reading, ...]
    breaches: tuple[Breach, ...]
    alerts: tuple[Alert, ...]


def drift(desk: Desk, household_id: str) -> DriftView:
    """Class drift of one household with bands, breaches since when, and open alerts."""
    desk.require("read_clients")
    file = case_file(desk, household_id)
    now = readings(household_id, file.case)
    since = since_dates(desk, file)
    return DriftView(
        file=file,
        picture=before(file.case),
        readings=now,
        breaches=breaches(now, since, file.case.as_of),
        alerts=alerts(household_id, file.case, now, since),
    )
