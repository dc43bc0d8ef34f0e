"""The investment committee: candidate versions of mandates, the votes on them, and their adoption.

A candidate is a `MandateDraft`; the mandate in force stays as it is until enough different people have signed and
somebody adopts it. Every step is a version of its own with its event. Adoption trades nothing by itself.
"""

import tomllib
from dataclasses import replace

from core.domain.committee import MandateDraft, Vote
from core.domain.errors import BadInput, NotAllowed, OutOfDate
from core.domain.mandate import Mandate
from core.market.asset_classes import labels
from core.optimize.blending import flattened_target
from core.review.mandate_checks import refuse_unsound
from core.review.mandates import MandateDiff, compare_mandates
from core.words import count, day
from core.workflow.desk import Desk
from core.workflow.people import prove_identity
from core.workflow.saving import Put, load, load_all, next_id, put_with_events, save

VOTES = 2
"""Votes in favour, of different people, that an adoption takes where the firm's file says nothing."""


def drafts(desk: Desk) -> tuple[MandateDraft, ...]:
    """Every candidate in its latest version, newest first."""
    desk.require("read_clients")
    return tuple(reversed(load_all(desk, "mandate_draft", MandateDraft)))


def mandate_draft(desk: Desk, draft_id: str) -> MandateDraft:
    """One candidate in its latest version."""
    desk.require("read_clients")
    return load(desk, "mandate_draft", MandateDraft, draft_id)


def versions(desk: Desk, mandate_id: str) -> tuple[Mandate, ...]:
    """Every adopted version of a mandate, oldest first."""
    desk.require("read_clients")
    known = desk.store.versions("mandate", mandate_id)
    return tuple(load(desk, "mandate", Mandate, mandate_id, version) for version in known)


def in_force(desk: Desk, mandate_id: str) -> Mandate | None:
    """The mandate as it stands, None where the id is new."""
    desk.require("read_clients")
    known = desk.store.versions("mandate", mandate_id)
    return load(desk, "mandate", Mandate, mandate_id, known[-1]) if known else None


def changes(desk: Desk, candidate: Mandate) -> MandateDiff:
    """A candidate against the version in force, rule by rule and in words."""
    desk.require("read_clients")
    return compare_mandates(in_force(desk, candidate.id), candidate, labels())


def draft_mandate(desk: Desk, candidate: Mandate, why: str) -> MandateDraft:
    """Put a candidate version before the committee, with the author's reason.

    Raises BadInput for a candidate that is incomplete, breaks its own limits, or changes nothing.
    """
    person = desk.require("edit_mandate")
    standing, candidate = in_force(desk, candidate.id), blended(desk, candidate)
    made = MandateDraft(
        id=next_id(desk, "mandate_draft", "M"),
        mandate=_next_version(standing, candidate),
        base=standing.version if standing else 0,
        author=person.id,
        at=desk.now(),
        why=_reason(why),
        needed=votes_needed(desk),
    )
    refuse_unsound(made.mandate, standing)
    return _save(desk, "mandate.drafted", made)


def redraft(desk: Desk, draft_id: str, version: int, candidate: Mandate, why: str) -> MandateDraft:
    """Change the text of an open candidate; the votes on the old text fall away."""
    person = desk.require("edit_mandate")
    old = _open(desk, draft_id, version)
    if candidate.id != old.mandate.id:
        raise BadInput("id", f"this draft is of the mandate {old.mandate.id}")
    standing, candidate = in_force(desk, candidate.id), blended(desk, candidate)
    new = replace(
        _next(desk, old),
        mandate=_next_version(standing, candidate),
        base=standing.version if standing else 0,
        author=person.id,
        why=_reason(why),
        votes=(),
        needed=votes_needed(desk),
    )
    refuse_unsound(new.mandate, standing)
    return _save(desk, "mandate.redrafted", new)


def withdraw(desk: Desk, draft_id: str, version: int) -> MandateDraft:
    """Take a candidate off the table for good."""
    desk.require("edit_mandate")
    return _save(desk, "mandate.withdrawn", replace(_next(desk, _open(desk, draft_id, version)), state="withdrawn"))


def vote(
    desk: Desk, draft_id: str, version: int, password: str, in_favour: bool = True, note: str = "", code: str = ""
) -> MandateDraft:
    """Sign for or against the text that was looked at, the password (and the second factor) asked again.

    A later vote replaces an earlier.

    A vote against needs a note that says why.
    """
    person = desk.require("adopt_mandate")
    old = _open(desk, draft_id, version)
    if not in_favour and not note.strip():
        raise BadInput("note", "say what speaks against it")
    prove_identity(desk, person, password, code)
    kept = tuple(one for one in old.votes if one.person != person.id)
    new = replace(_next(desk, old), votes=(*kept, Vote(person.id, in_favour, desk.now(), note.strip())))
    return _save(desk, "mandate.voted", new, note="for" if in_favour else "against")


def adopt(desk: Desk, draft_id: str, version: int) -> Mandate:
    """Make a candidate the version in force, once enough different people have signed it and its day has come.

    It is in force from that day, never from one before. The new version, the closed draft and their events are
    stored together; the trail is anchored.
    """
    desk.require("adopt_mandate")
    old = _open(desk, draft_id, version)
    standing = in_force(desk, old.mandate.id)
    if (standing.version if standing else 0) != old.base:
        raise OutOfDate(
            f"The mandate has changed since version {old.base}, against which this was written; redraft it."
        )
    if old.missing:
        raise NotAllowed(f"{count(old.missing, 'vote', begin=True)} in favour still missing: a mandate takes "
                         f"{count(old.needed, 'vote')} of different people.")  # fmt: skip
    planned = old.mandate.effective
    if planned is not None and planned > desk.today():
        raise BadInput("effective", f"it takes effect on {day(planned)}; adopt it then")
    adopted = replace(old.mandate, effective=desk.today())
    closed = replace(_next(desk, old), state="adopted", mandate=adopted)
    with desk.store.transaction() as tx:
        put_with_events(desk, tx, "mandate.adopted", Put("mandate", adopted.id, adopted.version, adopted))
        put_with_events(desk, tx, "mandate.draft_closed", _put(closed), note="adopted")
        tx.anchor(desk.now())
    return adopted


def blended(desk: Desk, candidate: Mandate) -> Mandate:
    """A model of models with its target counted from its sleeves as they stand in force; any other as it is.

    Raises BadInput for a sleeve that is not there, shares that do not sum to 1, and a model that contains itself.
    """
    desk.require("read_clients")
    if not candidate.sleeves:
        return candidate
    return replace(candidate, target=flattened_target(candidate, lambda name: in_force(desk, name)))


def votes_needed(desk: Desk) -> int:
    """Votes that an adoption takes: `votes` in the firm's `committee.toml`, two where there is none."""
    path = desk.settings.firm / "committee.toml"
    if not path.is_file():
        return VOTES
    try:
        asked = tomllib.loads(path.read_text(encoding="utf-8")).get("votes", VOTES)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise BadInput(path.name, "not a TOML file") from None
    if not isinstance(asked, int) or isinstance(asked, bool) or asked < 1:
        raise BadInput(f"{path.name}: votes", f"expected a whole number of 1 or more, found {asked}")
    return asked


def _next_version(standing: Mandate | None, candidate: Mandate) -> Mandate:
    return replace(candidate, version=standing.version + 1 if standing else 1)


def _reason(why: str) -> str:
    if not why.strip():
        raise BadInput("why", "say why the mandate should change: the committee reads it first")
    return why.strip()


def _open(desk: Desk, draft_id: str, version: int) -> MandateDraft:
    old = mandate_draft(desk, draft_id)
    if old.version != version:
        raise OutOfDate(f"Version {version} was looked at, but version {old.version} stands now: look again first.")
    if old.state != "open":
        raise NotAllowed(f"This draft is {old.state}; nothing follows it.")
    return old


def _next(desk: Desk, old: MandateDraft) -> MandateDraft:
    return replace(old, version=old.version + 1, at=desk.now())


def _save(desk: Desk, event: str, made: MandateDraft, note: str = "") -> MandateDraft:
    save(desk, event, _put(made), note=note)
    return made


def _put(made: MandateDraft) -> Put:
    return Put("mandate_draft", made.id, made.version, made)
