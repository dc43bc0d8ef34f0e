"""Papers of a household: its policy statement, the drift-monitoring note, the report in plain language."""

from collections.abc import Callable
from datetime import date, timedelta

from core.document import HouseholdStanding, drift_note, household_report
from core.domain.canonical import digest_of_bytes
from core.domain.errors import BadInput
from core.domain.monitoring import Check
from core.domain.paper import Paper
from core.domain.proposal import Proposal
from core.market.asset_classes import labels
from core.workflow.alerts import stored_alerts
from core.workflow.compliance import policy_of
from core.workflow.desk import Desk
from core.workflow.drift import drift
from core.workflow.firm import letterhead
from core.workflow.people import people
from core.workflow.saving import Put, load, load_all, put_with_events

PERIOD_DAYS = 365


def drift_note_of(desk: Desk, household_id: str) -> bytes:
    """The drift-monitoring note of a household as PDF, with the checks and alerts of twelve months."""
    desk.require("read_documents")
    return drift_note(standing(desk, household_id), desk.today(), letterhead(desk))


def report_of(desk: Desk, household_id: str) -> bytes:
    """The household's report in plain language as PDF."""
    desk.require("read_documents")
    return household_report(standing(desk, household_id), desk.today(), letterhead(desk))


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


def issue_household_paper(desk: Desk, household_id: str, kind: str) -> Paper:
    """Write and keep a paper of a household: "policy", "drift-note", "report"; the same one where no byte differs."""
    someone = desk.require("issue_documents")
    if kind not in WRITERS:
        raise BadInput("kind", f"'{kind}' is none of {', '.join(WRITERS)}")
    title, write = WRITERS[kind]
    data = write(desk, household_id)
    digest = digest_of_bytes(data)
    before = [one for one in load_all(desk, "paper", Paper) if (one.household, one.kind) == (household_id, kind)]
    same = [one for one in before if one.sha256 == digest]
    if same:
        return same[0]
    name = f"{household_id}-{kind}-{len(before) + 1:03d}"
    paper = Paper(
        id=name, kind=kind, title=title, file=f"{name}.pdf", household=household_id, proposal="", proposal_version=0,
        sha256=digest, person=someone.id, at=desk.now(),
    )  # fmt: skip
    with desk.store.transaction() as tx:
        tx.put_blob(digest, data, client=household_id)
        put_with_events(desk, tx, "document.issued", Put("paper", paper.id, 1, paper, client=household_id))
    return paper


WRITERS: dict[str, tuple[str, Callable[[Desk, str], bytes]]] = {
    "policy": ("Investment policy statement", policy_of),
    "drift-note": ("Drift-monitoring note", drift_note_of),
    "report": ("Household report", report_of),
}
"""Kind of a household's paper -> its title and what writes it"""
