"""Where one household stands against its bands today."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from core.domain.breach import Alert, Breach, Reading
from core.domain.frozen_map import FrozenMap
from core.domain.metric import MetricValue
from core.domain.trade import DriftPicture
from core.monitor import alerts, breaches, readings
from core.monitor.look import NOT_MEASURED, Measured
from core.monitor.watches.metrics import KINDS as METRIC_KINDS
from core.risk.exposure import before
from core.workflow.alerts import stored_alerts
from core.workflow.case_files import CaseFile, case_file
from core.workflow.desk import Desk
from core.workflow.products import shelf_changes
from core.workflow.watch import Closes, since_dates


@dataclass(frozen=True, slots=True)
class DriftView:
    """A household's readings, breaches and alerts, with the case they come from."""

    file: CaseFile
    picture: DriftPicture
    readings: tuple[Reading, ...]
    breaches: tuple[Breach, ...]
    alerts: tuple[Alert, ...]
    metrics: tuple[MetricValue, ...] = ()


def drift(desk: Desk, household_id: str, earlier: Iterable[Alert] | None = None) -> DriftView:
    """Class drift of one household with bands, breaches since when, and open alerts.

    A holding whose price is stale does not count as priced: a class with too much of it reads `unknown`.
    earlier : the household's stored alerts, where the caller has them at hand
    """
    desk.require("read_clients")
    known = stored_alerts(desk).get(household_id, ()) if earlier is None else earlier
    view = drift_of(desk, case_file(desk, household_id), known, Measured(reviews=shelf_changes(desk)))
    return with_measured_before(view, known)


def with_measured_before(view: DriftView, known: Iterable[Alert]) -> DriftView:
    """The view with the alerts of metrics and accounts that the last full look left open."""
    measured_before = tuple(one for one in known if one.kind in METRIC_KINDS and one.state != "closed")
    return replace(view, alerts=(*view.alerts, *measured_before))


def drift_of(
    desk: Desk,
    file: CaseFile,
    known: Iterable[Alert] = (),
    measured: Measured = NOT_MEASURED,
    closes: Closes | None = None,
) -> DriftView:
    """The same of a case at hand.

    measured : what only a full look finds, so that its alerts are found as well
    closes : the past sessions of the whole book, where the caller has them at hand
    """
    desk.require("read_clients")
    name = file.household.id
    stale = file.quotes.stale(file.case.as_of)
    now = readings(name, file.case, stale, file.bands, file.doubtful)
    outside = any(one.standing == "outside" for one in now)
    since = since_dates(desk, file, closes) if outside else FrozenMap[date]()
    return DriftView(
        file=file,
        picture=_picture(file, now),
        readings=now,
        breaches=breaches(now, since, file.case.as_of),
        alerts=alerts(name, file.case, now, since, stale, known, measured, file.doubtful),
        metrics=measured.metrics,
    )


def _picture(file: CaseFile, now: tuple[Reading, ...]) -> DriftPicture:
    """The count of drift; where bands were set, outside is what the readings say (one side may be open)."""
    seen = before(file.case)
    if not file.bands:
        return seen
    return replace(seen, out_of_band=tuple(one.subject for one in now if one.standing == "outside" and not one.limit))
