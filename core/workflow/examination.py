"""The examination bundle of one client and period: papers, records and events, provable without this software."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from core.document.examination import BundleTrail, bundle, manifest_digest
from core.document.examination.bundle import EXPORTED, contents
from core.domain.canonical import canonical_bytes
from core.domain.event import Event
from core.domain.household import Household
from core.domain.intake import Intake
from core.domain.paper import Paper
from core.domain.proposal import Proposal
from core.domain.release import Comment
from core.domain.signing import SigningAct, SigningLink
from core.store import Wanted
from core.workflow.alerts import alert_id, stored_alerts
from core.workflow.desk import Desk
from core.workflow.people import ask_code
from core.workflow.saving import decode, load, load_all, log

BEGINNING, END = date(1900, 1, 1), date(2199, 12, 31)
NO_LIMIT = 10**9


def examination_bundle(
    desk: Desk, household_id: str, since: date = BEGINNING, until: date = END, code: str = ""
) -> bytes:
    """One zip for an examiner; an export, so it asks for the second factor and is itself an event with its anchor.

    since, until : papers, proposals, statement files and events of these days (UTC), both counted in; household,
    profile, mandate and alerts come in every version, as what was done rests on them
    """
    ask_code(desk, desk.require("export"), code)
    held = load(desk, "household", Household, household_id)
    proposals = tuple(
        one
        for one in load_all(desk, "proposal", Proposal)
        if one.household == held.id and since <= one.created.date() <= until
    )
    papers = tuple(
        one for one in load_all(desk, "paper", Paper) if one.household == held.id and since <= one.at.date() <= until
    )
    read = tuple(_sources(desk, held.id, since, until))
    ids = (*_ids(desk, held, proposals, papers), *(("statement", one.id) for one in read))
    sources = {f"{_name(one.id)}/{_name(one.file)}": desk.store.blob(one.blob, client=one.id) for one in read}
    files = contents(_papers(desk, papers), sources, dict(_records(desk, ids)), _events(desk, ids, since, until))
    with desk.store.transaction() as tx:
        log(desk, tx, EXPORTED, "household", held.id, held.version, note=manifest_digest(files))
        tx.anchor(desk.now())
    with desk.store.trail() as found:
        return bundle(files, BundleTrail(tuple(found.rows()), tuple(found.anchors), found.public_keys))


def _ids(
    desk: Desk, held: Household, proposals: tuple[Proposal, ...], papers: tuple[Paper, ...]
) -> tuple[tuple[str, str], ...]:
    """Kind and id of every record of the client."""
    alerts = stored_alerts(desk).get(held.id, ())
    of, issued = {one.id for one in proposals}, {one.id for one in papers}
    return (
        ("household", held.id),
        ("profile", held.id),
        ("check", held.id),
        ("mandate", held.mandate),
        *(("proposal", one.id) for one in proposals),
        *(("paper", one.id) for one in papers),
        *(("alert", alert_id(one.key)) for one in alerts),
        *(("release", one.id) for one in proposals),
        *(("comment", one.id) for one in load_all(desk, "comment", Comment) if one.proposal in of),
        *(("signature", one.id) for one in load_all(desk, "signature", SigningAct) if one.paper in issued),
        *(("signing_link", one.id) for one in load_all(desk, "signing_link", SigningLink) if one.paper in issued),
    )


def _sources(desk: Desk, household_id: str, since: date, until: date) -> Iterator[Intake]:
    """The statements of these days from which an account of the household was signed off."""
    for one in load_all(desk, "statement", Intake):
        used = any((what.state, what.household) == ("signed_off", household_id) for what in one.dispositions)
        if used and since <= one.uploaded_at.date() <= until:
            yield one


def _records(desk: Desk, ids: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, bytes]]:
    for kind, id in ids:
        for version in desk.store.versions(kind, id):
            body = desk.store.get(kind, id, version)
            if body is not None:
                yield f"{kind}/{_name(id)}-v{version}.json", body


def _papers(desk: Desk, papers: tuple[Paper, ...]) -> dict[str, bytes]:
    """Every version of every paper: as issued, and after each signature."""
    kind: Any = Paper
    every = [
        decode(kind, desk.store.get("paper", one.id, version) or canonical_bytes(one))
        for one in papers
        for version in desk.store.versions("paper", one.id)
    ]
    return {
        f"{_name(one.id)}-v{one.version}/{_name(one.file)}": desk.store.blob(one.sha256, client=one.household)
        for one in every
    }


def _events(desk: Desk, ids: tuple[tuple[str, str], ...], since: date, until: date) -> list[Event]:
    """The events of these records in these days, oldest first, found by the id of each."""
    first = datetime.combine(since, time.min, UTC)
    last = datetime.combine(until, time.max, UTC)
    found = {
        event.seq: event
        for kind, id in dict.fromkeys(ids)
        for event in desk.store.search(Wanted(entity_id=id, since=first, until=last), NO_LIMIT)
        if event.entity == kind
    }
    return [found[seq] for seq in sorted(found)]


def _name(text: str) -> str:
    """A name that is safe as a path in a zip."""
    return re.sub(r"[^A-Za-z0-9._-]", "_", text).lstrip(".") or "_"
