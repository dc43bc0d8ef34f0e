"""The investment committee: candidate versions of mandates, the votes on them, and their adoption.

A candidate is a `MandateDraft`; the mandate in force stays as it is until enough different people have signed and
somebody adopts it. Every step is a version of its own with its event. Adoption trades nothing by itself.
"""

import json
import tomllib
from dataclasses import replace
from pathlib import Path

from core.domain.canonical import from_plain, load_json, to_plain
from core.domain.committee import MandateDraft, Vote
from core.domain.errors import BadInput, NotAllowed, OutOfDate
from core.domain.mandate import Mandate
from core.market.asset_classes import labels
from core.review.mandates import MandateDiff, compare_mandates
from core.words import class_label, count, day, percent
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
    standing = in_force(desk, candidate.id)
    made = MandateDraft(
        id=next_id(desk, "mandate_draft", "M"),
        mandate=_next_version(standing, candidate),
        base=standing.version if standing else 0,
        author=person.id,
        at=desk.now(),
        why=_reason(why),
        needed=votes_needed(desk),
    )
    _refuse_unsound(desk, made.mandate)
    return _save(desk, "mandate.drafted", made)


def redraft(desk: Desk, draft_id: str, version: int, candidate: Mandate, why: str) -> MandateDraft:
    """Change the text of an open candidate; the votes on the old text fall away."""
    person = desk.require("edit_mandate")
    old = _open(desk, draft_id, version)
    if candidate.id != old.mandate.id:
        raise BadInput("id", f"this draft is of the mandate {old.mandate.id}")
    standing = in_force(desk, candidate.id)
    new = replace(
        _next(desk, old),
        mandate=_next_version(standing, candidate),
        base=standing.version if standing else 0,
        author=person.id,
        why=_reason(why),
        votes=(),
        needed=votes_needed(desk),
    )
    _refuse_unsound(desk, new.mandate)
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


def firm_mandates(folder: Path) -> tuple[Mandate, ...]:
    """The mandates written as files in a folder, by file name; BadInput names the file and the place in it."""
    files = sorted(folder.glob("*.json"))
    return tuple(from_plain(Mandate, load_json(path.read_bytes(), path.name), path.name) for path in files)


def load_firm_mandates(desk: Desk) -> tuple[MandateDraft, ...]:
    """Put every file of the firm's `mandates` folder before the committee that says something new.

    What stands in force already, or is on the table in the same words, is passed over.
    """
    desk.require("edit_mandate")
    found = firm_mandates(desk.settings.firm / "mandates")
    open_texts = [_text(one.mandate) for one in drafts(desk) if one.state == "open"]
    made = []
    for candidate in found:
        standing = in_force(desk, candidate.id)
        known = _text(candidate) in open_texts or (standing is not None and _text(candidate) == _text(standing))
        if not known:
            made.append(draft_mandate(desk, candidate, f"From the file {candidate.id}.json."))
    return tuple(made)


def save_mandate_file(mandate: Mandate, folder: Path) -> Path:
    """Write a mandate in the form that `load_firm_mandates` opens, under its id; returns the file."""
    if not mandate.id or not mandate.id.replace("-", "").replace("_", "").isalnum():
        raise BadInput("id", "a mandate's file is named by its id: letters, digits and hyphens")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{mandate.id}.json"
    path.write_text(json.dumps(to_plain(mandate), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _text(mandate: Mandate) -> Mandate:
    """The mandate without what adoption gives it."""
    return replace(mandate, version=1, effective=None)


def _next_version(standing: Mandate | None, candidate: Mandate) -> Mandate:
    return replace(candidate, version=standing.version + 1 if standing else 1)


def _reason(why: str) -> str:
    if not why.strip():
        raise BadInput("why", "say why the mandate should change: the committee reads it first")
    return why.strip()


def _refuse_unsound(desk: Desk, candidate: Mandate) -> None:
    """A candidate is complete, keeps its own limits, and says something new."""
    if not candidate.id or not candidate.name.strip():
        raise BadInput("name", "a mandate needs an id and a name")
    if candidate.target is None:
        raise BadInput("target", "a mandate needs target weights")
    for name, (least, most) in candidate.class_bounds.items():
        weight = candidate.target.weight(name)
        if candidate.target.by == "asset_class" and not least - 1e-9 <= weight <= most + 1e-9:
            limits = f"{percent(least)} to {percent(most)}"
            label = class_label(name, labels())
            raise BadInput(
                f"target.weights.{name}", f"{label} at {percent(weight)} is outside its own limits, {limits}"
            )
    if in_force(desk, candidate.id) is not None and not changes(desk, candidate).changes:
        raise BadInput("mandate", "nothing differs from the version in force")


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
