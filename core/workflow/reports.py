"""Papers on where a household stands today: the drift-monitoring note and the report in plain language."""

from datetime import date, timedelta

from core.document import HouseholdStanding, drift_note, household_report
from core.domain.monitoring import Check
from core.domain.proposal import Proposal
from core.market.asset_classes import labels
from core.workflow.alerts import stored_alerts
from core.workflow.desk import Desk
from core.workflow.drift import drift
from core.workflow.people import people
from core.workflow.saving import load, load_all

PERIOD_DAYS = 365


def drift_note_of(desk: Desk, household_id: str) -> bytes:
    """The drift-monitoring note of a household as PDF, with the checks and alerts of twelve months."""
    desk.require("read_documents")
    return drift_note(standing(desk, household_id), desk.today())


def report_of(desk: Desk, household_id: str) -> bytes:
    """The household's report in plain language as PDF."""
    desk.require("read_documents")
    return household_report(standing(desk, household_id), desk.today())


def standing(desk: Desk, household_id: str) -> HouseholdStanding:
    """Where a household stands today, with what was found and done in the twelve months before."""
    view = drift(desk, household_id)
    since = desk.today() - timedelta(days=PERIOD_DAYS)
    kept = {alert.key: alert for alert in stored_alerts(desk).get(household_id, ())}
    return HouseholdStanding(
        household=view.file.household,
        mandate=view.file.mandate,
        case=view.file.case,
        readings=view.readings,
        breaches=view.breaches,
        alerts=tuple({**{alert.key: alert for alert in view.alerts}, **kept}.values()),
        labels={**labels(), **{f"person.{one.id}": one.name for one in people(desk)}},
        prices=view.file.quotes.label,
        checks=_checks(desk, household_id, since),
        proposals=_approved(desk, household_id, since),
    )


def _checks(desk: Desk, household_id: str, since: date) -> tuple[Check, ...]:
    versions = desk.store.versions("check", household_id)
    every = (load(desk, "check", Check, household_id, version) for version in versions)
    return tuple(one for one in every if since <= one.as_of)


def _approved(desk: Desk, household_id: str, since: date) -> tuple[Proposal, ...]:
    found = [
        one
        for one in load_all(desk, "proposal", Proposal)
        if one.household == household_id and one.state == "approved" and one.case.as_of >= since
    ]
    return tuple(sorted(found, key=lambda one: (one.decided or one.created, one.id)))
