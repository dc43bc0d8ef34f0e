"""One record of the trail against its place: what is wrong with it, in one sentence."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from core.audit.signatures import Checker
from core.domain.trail import SealedEvent, link_hash


@dataclass(frozen=True, slots=True)
class Fault:
    """The first broken record (None where it is no record) and the sentence that names it."""

    seq: int | None
    sentence: str


def body_of(row: SealedEvent) -> Mapping[str, Any]:
    """The event as plain values; empty where the bytes are no event any more."""
    try:
        plain = json.loads(row.body)
    except (ValueError, RecursionError):
        return {}
    return plain if isinstance(plain, dict) else {}


def follows(row: SealedEvent, plain: Mapping[str, Any], seq: int, previous: str, hash_now: str) -> bool:
    """Whether the row is record `seq` after the link `previous`; its signature is looked at elsewhere."""
    return (
        row.seq == seq and hash_now == row.hash and plain.get("seq") == seq and plain.get("previous") == previous
    )  # fmt: skip


def fault_of(row: SealedEvent, seq: int, later: Iterator[SealedEvent], checker: Checker) -> Fault:
    """Why the row does not follow as record `seq`; `later` are the rows after it, read on where it helps."""
    if row.seq != seq:
        return _gap(row.seq, seq)
    plain, hash_now = body_of(row), link_hash(row.body)
    inner = plain.get("seq")
    if isinstance(inner, int) and inner != seq and _stands_at(later, inner, seq):
        return Fault(seq, f"Records {seq} and {inner} were swapped.")
    if hash_now != row.hash:
        if checker.holds(row.body, row.signature) and inner == seq:
            return Fault(seq, f"Record {seq} was changed: its stored hash is not the hash of its body.")
        return Fault(seq, f"Record {seq} was changed: its body no longer gives its hash.")
    if not checker.holds(row.body, row.signature):
        return Fault(seq, f"Record {seq} was forged or rewritten: it does not carry this house's signature.")
    if inner != seq:
        return Fault(seq, f"Record {seq} was replaced: in its place stands what was written as record {inner}.")
    return Fault(seq, f"Record {seq} does not follow on record {seq - 1}: what came before it was replaced.")


def bad_signature(seq: int) -> Fault:
    """A record that fits the chain and is not signed."""
    return Fault(seq, f"Record {seq} has a bad signature: the signature was changed, or the record was forged.")


def wrong_hand_over(seq: int) -> Fault:
    """A record that names a next signing key which is not the one that the house holds."""
    return Fault(seq, f"Record {seq} hands over to a signing key that is not this house's.")


def missing(first: int, last: int, why: str) -> Fault:
    """Records that are gone."""
    return Fault(first, f"{_span(first, last)} {'is' if first == last else 'are'} missing: {why}.")


def rewritten(first: int, last: int, why: str) -> Fault:
    """Records that fit together and are signed, and yet are not those that a witness saw."""
    return Fault(first, f"{_span(first, last)} {'was' if first == last else 'were'} rewritten: {why}.")


def _gap(found: int, seq: int) -> Fault:
    if found < seq:
        return Fault(found, f"Record {found} was inserted: records count from 1, each once.")
    before = f"the trail goes from record {seq - 1} to record {found}" if seq > 1 else f"it begins at record {found}"
    return missing(seq, found - 1, before)


def _span(first: int, last: int) -> str:
    return f"Record {first}" if first == last else f"Records {first} to {last}"


def _stands_at(later: Iterator[SealedEvent], place: int, seq: int) -> bool:
    for row in later:
        if row.seq >= place:
            return row.seq == place and body_of(row).get("seq") == seq
    return False
