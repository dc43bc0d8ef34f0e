"""Verify the trail: chain, signatures, anchors, and every stored version against the event that wrote it.

Controls aligned with 17 CFR 240.17a-4(f)(2)(i)(A) (complete time-stamped audit trail) and 275.204-2(g).
What cannot be seen: events after the last anchor and the last head mark, where these too are gone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.audit.links import Fault, missing
from core.audit.signatures import Keys
from core.audit.walk import Walk
from core.domain.trail import Anchor, SealedEvent, SignedAnchor, SignedHead, StoredApproval, StoredHash

APPROVED = "proposal.approved"
Stored = dict[tuple[str, str, int], str]
Approved = dict[tuple[str, int], str] | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """`first_broken` names the first broken record in one sentence; `checked` counts the good ones before it.

    sentences : everything found, faults first, then what weakens the trail without breaking it
    """

    ok: bool
    checked: int
    first_broken: str | None
    sentences: tuple[str, ...]
    broken_record: int | None = None


def verify(
    rows: Iterable[SealedEvent],
    anchors: Sequence[SignedAnchor],
    public_keys: Sequence[bytes],
    *,
    files: Sequence[SignedAnchor] | None = None,
    head: SignedHead | None = None,
    records: Iterable[StoredHash] = (),
    approvals: Iterable[StoredApproval] | None = None,
    broken_files: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> Verdict:
    """Walk the trail from its first record and say whether it is whole.

    rows : in order of seq, streamed; anchors : those that the database holds
    public_keys : every key that the trail was signed with, oldest first, raw Ed25519
    files : the anchors found outside the database (None: nobody looked); head : the mark found there
    records : the hash of every stored version as it is now; broken_files : what is wrong with kept files
    approvals : every row of the table of approvals (None: nobody looked)
    """
    keys = Keys(public_keys)
    every = tuple({(one.anchor.count, one.anchor.root): one for one in (*anchors, *(files or ()))}.values())
    genuine = [one.anchor for one in every if keys.genuine(one)]
    mark = head.mark if head is not None and keys.genuine_head(head) else None
    walk = Walk(keys, _by_count(genuine), mark)
    stored = {(one.kind, one.id, one.version): one.sha256 for one in records}
    approved = None if approvals is None else {(one.proposal, one.version): one.approver for one in approvals}
    faults = [fault for fault in (_along(walk, rows, stored, approved),) if fault]
    if not faults:
        faults += _behind(walk.count, genuine, mark.mark_count if mark else 0)
        faults += _left_over(stored, approved)
        faults += _out_of_turn(keys, walk, genuine)
    faults += _anchor_faults(anchors, files, [one for one in every if one.anchor not in genuine])
    if head is not None and mark is None:
        faults.append(Fault(None, "The head mark in the anchors folder does not carry this house's signature."))
    faults += [Fault(None, sentence) for sentence in broken_files]
    return _verdict(walk, faults, genuine, notes)


def _along(walk: Walk, rows: Iterable[SealedEvent], stored: Stored, approved: Approved) -> Fault | None:
    """The first fault of chain and signatures, or of a stored version or approval that is not what its event saw."""
    changed = None
    for step in walk.steps(iter(rows)):
        if isinstance(step, Fault):
            return step if changed is None or (step.seq or 0) <= (changed.seq or 0) else changed
        changed = changed or _payload_fault(walk.count, step, stored) or _approval_fault(walk.count, step, approved)
    return changed


def _payload_fault(seq: int, plain: Mapping[str, Any], stored: Stored) -> Fault | None:
    payload = plain.get("payload")
    if not payload:
        return None
    entity, id, version = plain.get("entity"), plain.get("entity_id"), plain.get("version")
    now = stored.pop((str(entity), str(id), version if isinstance(version, int) else 0), None)
    if now == payload:
        return None
    what = "is gone" if now is None else "was changed"
    return Fault(seq, f"The stored {entity} {id} v{version} {what} after record {seq} was written.")


def _approval_fault(seq: int, plain: Mapping[str, Any], approved: Approved) -> Fault | None:
    if approved is None or plain.get("kind") != APPROVED:
        return None
    proposal, version = str(plain.get("entity_id")), plain.get("version")
    now = approved.pop((proposal, version if isinstance(version, int) else 0), None)
    if now == plain.get("actor"):
        return None
    what = "is gone" if now is None else f"names {now}"
    return Fault(seq, f"The approval of {proposal} v{version} that record {seq} tells of {what}.")


def _behind(count: int, anchors: Sequence[Anchor], marked: int) -> list[Fault]:
    """Whether a witness saw more records than there are."""
    last = max(anchors, key=lambda one: one.count, default=None)
    if last is not None and last.count > count:
        saw = f"the anchor signed on {last.at:%Y-%m-%d %H:%M} UTC covers {last.count}"
        return [missing(count + 1, max(last.count, marked), f"{saw}; the tail was cut off or the database rolled back")]
    if marked > count:
        why = f"the mark outside saw {marked}; the tail was cut off or the database rolled back"
        return [missing(count + 1, marked, why)]
    return []


def _left_over(stored: Stored, approved: Approved) -> list[Fault]:
    unknown = [f"stored {kind} {id} v{version}" for kind, id, version in sorted(stored)]
    unknown += [f"approval of {proposal} v{version}" for proposal, version in sorted(approved or ())]
    return [Fault(None, f"No record of the trail accounts for the {one}.") for one in unknown]


def _out_of_turn(keys: Keys, walk: Walk, anchors: Sequence[Anchor]) -> list[Fault]:
    """Anchors signed with a key before it came into use or after it was replaced, and keys that never came."""
    begins = [0, *walk.handed]
    ends = [*walk.handed, walk.count]
    if len(begins) < len(keys.each):
        return [Fault(None, "No record hands over to the signing key that this house uses now.")]
    places = [(one, keys.place(one.key)) for one in anchors]
    return [
        Fault(None, f"The anchor over {one.count} records is signed with a key that was not in use then.")
        for one, place in places
        if not begins[place] <= one.count <= ends[place]
    ]


def _anchor_faults(
    inside: Sequence[SignedAnchor], outside: Sequence[SignedAnchor] | None, false: Sequence[SignedAnchor]
) -> list[Fault]:
    faults = [
        Fault(None, f"The anchor over {one.anchor.count} records does not carry this house's signature.")
        for one in false
    ]
    if outside is not None:
        faults += [
            Fault(None, f"The anchor file over {one.anchor.count} records is missing from the anchors folder.")
            for one in inside
            if one not in outside and one not in false
        ]
        faults += [
            Fault(None, f"The database lacks the anchor over {one.anchor.count} records that lies in the folder.")
            for one in outside
            if one not in inside and one not in false
        ]
    return faults


def _verdict(walk: Walk, faults: Sequence[Fault], anchors: Sequence[Anchor], notes: Sequence[str]) -> Verdict:
    first = faults[0] if faults else None
    loose = walk.count - walk.anchored
    whole = f"{walk.count} records hold: chain, signatures and {len(anchors)} anchors agree."
    window = (f"{loose} of them came after the last anchor.",) if loose else ()
    return Verdict(
        ok=first is None,
        checked=walk.count,
        first_broken=first.sentence if first else None,
        sentences=(*(fault.sentence for fault in faults), *((whole, *window) if first is None else ()), *notes),
        broken_record=first.seq if first else None,
    )


def _by_count(anchors: Sequence[Anchor]) -> dict[int, tuple[Anchor, ...]]:
    found: dict[int, tuple[Anchor, ...]] = {}
    for anchor in anchors:
        found[anchor.count] = (*found.get(anchor.count, ()), anchor)
    return found
