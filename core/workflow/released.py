"""Whether the orders of a proposal are out, and how far an approved one has come."""

from collections.abc import Iterable, Mapping

from core.domain.errors import NotAllowed
from core.domain.paper import Paper
from core.domain.proposal import Proposal
from core.domain.release import Release
from core.review import review_rules
from core.workflow.desk import Desk
from core.workflow.saving import decode, load_all


def release_of(desk: Desk, proposal_id: str) -> Release | None:
    """The release of a proposal's orders, None while they are not out."""
    desk.require("read_clients")
    body = desk.store.get("release", proposal_id)
    found: Release | None = decode(Release, body) if body else None
    return found


def refuse_released(desk: Desk, proposal_id: str) -> None:
    """Raise NotAllowed where the orders are out: what a custodian has cannot be changed here."""
    release = release_of(desk, proposal_id)
    if release is not None:
        raise NotAllowed(
            f"The orders of version {release.proposal_version} were released on {release.on}: they cannot be changed "
            "any more. Draft a new proposal for what should follow."
        )


def stages(desk: Desk, proposals: Iterable[Proposal]) -> Mapping[str, str]:
    """Proposal id -> how far it has come: its state, and after an approval `signed`, `released` or `reconciled`."""
    desk.require("read_clients")
    releases = {one.id: one for one in load_all(desk, "release", Release)}
    letters = {(one.proposal, one.proposal_version): one for one in load_all(desk, "paper", Paper) if _is_letter(one)}
    needed = set(review_rules(desk.settings.firm).signed_by)
    return {one.id: _stage(one, releases.get(one.id), letters.get((one.id, one.version)), needed) for one in proposals}


def _stage(one: Proposal, release: Release | None, letter: Paper | None, needed: set[str]) -> str:
    if one.state != "approved":
        return one.state
    if release is not None:
        return release.state
    return "signed" if letter is not None and letter.signed and needed <= set(letter.signed) else "approved"


def _is_letter(one: Paper) -> bool:
    return one.kind == "letter" and bool(one.proposal)
