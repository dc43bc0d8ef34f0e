"""The audit trail: read it, search it, prove it."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from core.audit import Verdict, verify
from core.audit import export_trail as written
from core.domain.errors import CoreError
from core.domain.event import Event
from core.domain.intake import Intake
from core.domain.paper import Paper
from core.domain.trail import SignedAnchor
from core.store import Wanted
from core.workflow.concerning import KINDS, symbols_in
from core.workflow.desk import Desk
from core.workflow.people import ask_code
from core.workflow.saving import load_all, log


def trail(
    desk: Desk,
    search: str = "",
    limit: int = 500,
    *,
    client: str = "",
    security: str = "",
    person: str = "",
    kind: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
) -> tuple[Event, ...]:
    """Events, newest first; `search` keeps those whose kind, actor, entity, id, note or time contains the text.

    client, person : ids; security : a symbol; kind : the whole kind, or its beginning where it ends in a dot
    since, until : inclusive
    """
    desk.require("read_trail")
    wanted = Wanted(search, client, security, person, kind, since=since, until=until)
    return desk.store.search(wanted, limit)


def fingerprint(desk: Desk) -> SignedAnchor | None:
    """The newest anchor: the signed root over all records so far; None before the first."""
    desk.require("read_trail")
    return desk.store.last_anchor()


def kinds(desk: Desk) -> tuple[str, ...]:
    """Every kind of event that stands in the trail, by name."""
    desk.require("read_trail")
    return desk.store.event_kinds()


def verify_trail(desk: Desk) -> Verdict:
    """Walk the whole trail: chain, signatures, anchors outside, and everything that is stored beside it."""
    desk.require("verify")
    with desk.store.trail() as found:
        lost = found.lacking(_kept(desk))
        return verify(
            found.rows(),
            found.anchors,
            found.public_keys,
            files=found.anchor_files,
            head=found.head,
            records=found.records(),
            approvals=found.approvals(),
            broken_files=(
                *found.broken_files(),
                *found.broken_facts(),
                *found.broken_securities(symbols_in, KINDS),
                *map(_gone, lost),
            ),
            notes=found.notes(),
        )


def export_trail(desk: Desk, folder: Path, code: str = "") -> tuple[Path, ...]:
    """Write the whole trail with its stand-alone verifier into a folder; the export itself is its last event."""
    ask_code(desk, desk.require("export"), code)
    with desk.store.transaction() as tx:
        log(desk, tx, "trail.exported", "trail", "trail", 1)
        tx.anchor(desk.now())
    with desk.store.trail() as found:
        return written(
            folder,
            found.rows(),
            found.anchors,
            found.public_keys,
            files=found.anchor_files,
            head=found.head,
            records=found.records(),
        )


def _kept(desk: Desk) -> list[tuple[str, str]]:
    """Every file that a stored document or statement names, with whose key it is kept under.

    Where one of those records does not open, the walk names it; its files are not asked after.
    """
    kept: list[tuple[str, str]] = []
    with suppress(CoreError):
        kept += [(paper.sha256, paper.household) for paper in load_all(desk, "paper", Paper)]
    with suppress(CoreError):
        kept += [(intake.blob, intake.id) for intake in load_all(desk, "statement", Intake) if intake.blob]
    return kept


def _gone(ref: str) -> str:
    return f"The stored file {ref.removeprefix('sha256:')[:12]}… that a record names is gone."
