"""The trail's tree and chain, as values: what RFC 6962 says, and what any single change does."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from core.audit import Verdict, anchor_text, verify
from core.domain.canonical import canonical_bytes
from core.domain.event import Event
from core.domain.trail import (
    GENESIS,
    Anchor,
    HeadMark,
    SealedEvent,
    SignedAnchor,
    SignedHead,
    StoredHash,
    link_hash,
    tree_head,
    tree_of,
)

KEY = Ed25519PrivateKey.from_private_bytes(b"a key for tests, 32 bytes long..")
OTHER = Ed25519PrivateKey.from_private_bytes(b"another key, as long as that one")
PUBLIC = KEY.public_key().public_bytes_raw()
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def trail(
    count: int, key: Ed25519PrivateKey = KEY, note: str = "", start: tuple[SealedEvent, ...] = ()
) -> list[SealedEvent]:
    """`count` events about invented households, after those of `start`."""
    rows = list(start)
    while len(rows) < count:
        seq, previous = len(rows) + 1, rows[-1].hash if rows else GENESIS
        at = NOON + timedelta(minutes=seq)
        body = canonical_bytes(
            Event(seq, previous, at, "ana", "advisor", "household.changed", "household", f"H-{seq}", 1, "", note)
        )
        rows.append(SealedEvent(seq, body, link_hash(body), key.sign(body)))
    return rows


def anchor_over(rows: list[SealedEvent], key: Ed25519PrivateKey = KEY) -> SignedAnchor:
    root = tree_head(tree_of(row.body + row.signature for row in rows))
    made = Anchor(len(rows), root, rows[-1].hash, NOON, PUBLIC.hex())
    return SignedAnchor(made, key.sign(canonical_bytes(made)).hex())


def mark_over(rows: list[SealedEvent]) -> SignedHead:
    made = HeadMark(len(rows), rows[-1].hash, NOON)
    return SignedHead(made, KEY.sign(canonical_bytes(made)).hex())


def checked(rows: list[SealedEvent], *anchors: SignedAnchor, head: SignedHead | None = None) -> Verdict:
    return verify(rows, anchors, [PUBLIC], files=anchors, head=head)


def naive_root(entries: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, written down as it is defined."""
    if not entries:
        return hashlib.sha256(b"").digest()
    if len(entries) == 1:
        return hashlib.sha256(b"\x00" + entries[0]).digest()
    split = 1
    while split * 2 < len(entries):
        split *= 2
    return hashlib.sha256(b"\x01" + naive_root(entries[:split]) + naive_root(entries[split:])).digest()


@given(st.lists(st.binary(max_size=40), max_size=70))
@settings(max_examples=60)
def test_the_tree_grown_one_by_one_has_the_root_that_rfc_6962_defines(entries: list[bytes]) -> None:
    assert tree_head(tree_of(entries)) == naive_root(entries).hex()


def test_the_published_test_tree_has_its_published_root() -> None:
    """The eight entries and the root used by Certificate Transparency's own tests."""
    texts = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    entries = [bytes.fromhex(text) for text in texts]
    assert tree_head(tree_of(entries)) == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


def test_a_whole_trail_verifies_with_and_without_anchors() -> None:
    rows = trail(7)
    assert checked([]).ok
    assert checked(rows).ok
    verdict = checked(rows, anchor_over(rows[:3]), anchor_over(rows[:5]), head=mark_over(rows))
    assert verdict.ok and verdict.checked == 7 and verdict.first_broken is None
    assert "7 records hold" in verdict.sentences[0] and "2 of them came after the last anchor" in verdict.sentences[1]


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_changed_byte_of_any_record_is_named(data: st.DataObject) -> None:
    rows = trail(9)
    anchors = [anchor_over(rows[:n]) for n in data.draw(st.sets(st.integers(1, 9)), label="anchored at")]
    seq = data.draw(st.integers(1, 9), label="record")
    row, field = rows[seq - 1], data.draw(st.sampled_from(["body", "hash", "signature"]), label="field")
    value = row.hash.encode() if field == "hash" else getattr(row, field)
    where, change = data.draw(st.integers(0, len(value) - 1)), data.draw(st.integers(1, 127))
    changed = value[:where] + bytes([value[where] ^ change]) + value[where + 1 :]
    rows[seq - 1] = replace(row, **{field: changed.decode("latin-1") if field == "hash" else changed})
    verdict = checked(rows, *anchors)
    assert not verdict.ok and verdict.broken_record == seq and f"Record {seq} " in (verdict.first_broken or "")


@given(st.integers(1, 9), st.booleans())
def test_any_deleted_record_is_named(seq: int, anchored: bool) -> None:
    rows = trail(9)
    anchors = [anchor_over(rows)] if anchored else []
    verdict = verify(rows[: seq - 1] + rows[seq:], anchors, [PUBLIC], head=mark_over(rows))
    assert verdict.broken_record == seq and (verdict.first_broken or "").startswith(f"Record {seq} is missing")


@given(st.sets(st.integers(1, 9), min_size=2, max_size=2), st.booleans(), st.booleans())
def test_any_two_swapped_records_are_named(pair: set[int], whole: bool, anchored: bool) -> None:
    first, second = sorted(pair)
    rows = trail(9)
    anchors = [anchor_over(rows)] if anchored else []
    one, two = rows[first - 1], rows[second - 1]
    if whole:
        rows[first - 1], rows[second - 1] = replace(two, seq=first), replace(one, seq=second)
    else:
        rows[first - 1], rows[second - 1] = replace(one, body=two.body), replace(two, body=one.body)
    verdict = checked(rows, *anchors)
    assert verdict.broken_record == first
    assert verdict.first_broken == f"Records {first} and {second} were swapped."


def test_an_event_forged_at_the_head_is_named_by_its_signature() -> None:
    rows = trail(6, key=OTHER, start=tuple(trail(5)))
    verdict = checked(rows, anchor_over(rows[:4]))
    assert verdict.broken_record == 6 and "bad signature" in (verdict.first_broken or "")


def test_a_forged_event_that_later_came_under_an_anchor_is_named_when_the_tree_disagrees() -> None:
    forged = trail(6, key=OTHER, start=tuple(trail(5)))
    rows = trail(9, start=tuple(forged))
    honest = trail(9)
    verdict = checked(rows, anchor_over(honest))
    assert verdict.broken_record == 6


def test_a_rewritten_tail_with_new_hashes_and_a_stolen_key_is_caught_by_the_anchor_outside() -> None:
    rows = trail(8)
    rewritten = trail(8, note="other", start=tuple(rows[:5]))
    verdict = checked(rewritten, anchor_over(rows[:4]), anchor_over(rows))
    assert not verdict.ok and "Records 5 to 8 were rewritten" in (verdict.first_broken or "")


def test_a_tail_cut_off_behind_an_anchor_is_named() -> None:
    rows = trail(8)
    verdict = checked(rows[:5], anchor_over(rows))
    assert "Records 6 to 8 are missing" in (verdict.first_broken or "") and "cut off" in (verdict.first_broken or "")


def test_a_tail_cut_off_after_the_last_anchor_is_caught_by_the_head_mark() -> None:
    rows = trail(8)
    verdict = checked(rows[:7], anchor_over(rows[:5]), head=mark_over(rows))
    assert (verdict.first_broken or "").startswith("Record 8 is missing")


def test_a_tail_written_again_after_a_roll_back_is_caught_by_the_head_mark() -> None:
    rows = trail(8)
    other = trail(9, note="other", start=tuple(rows[:6]))
    assert not checked(other, anchor_over(rows[:5]), head=mark_over(rows)).ok


def test_an_anchor_that_somebody_else_signed_vouches_for_nothing() -> None:
    rows = trail(4)
    verdict = checked(rows, anchor_over(rows, key=OTHER))
    assert not verdict.ok and "anchor over 4 records" in (verdict.first_broken or "")


def test_a_missing_anchor_file_and_a_missing_anchor_row_are_told_apart() -> None:
    rows = trail(6)
    one = anchor_over(rows[:3])
    outside_lost, inside_lost = verify(rows, [one], [PUBLIC], files=[]), verify(rows, [], [PUBLIC], files=[one])
    assert "missing from the anchors folder" in (outside_lost.first_broken or "")
    assert "The database lacks the anchor over 3 records" in (inside_lost.first_broken or "")


def test_a_stored_version_must_be_the_one_its_event_saw() -> None:
    body = canonical_bytes(Event(1, GENESIS, NOON, "ana", "advisor", "k", "household", "H-1", 2, "ab" * 32))
    rows = [SealedEvent(1, body, link_hash(body), KEY.sign(body))]
    kept = StoredHash("household", "H-1", 2, "ab" * 32)
    assert verify(rows, (), [PUBLIC], records=[kept]).ok
    changed = verify(rows, (), [PUBLIC], records=[replace(kept, sha256="cd" * 32)])
    assert changed.first_broken == "The stored household H-1 v2 was changed after record 1 was written."
    assert "is gone" in (verify(rows, (), [PUBLIC], records=[]).first_broken or "")
    stray = verify(rows, (), [PUBLIC], records=[kept, replace(kept, version=3)])
    assert stray.first_broken == "No record of the trail accounts for the stored household H-1 v3."


def test_notes_weaken_but_do_not_break() -> None:
    verdict = verify(trail(2), (), [PUBLIC], notes=["The keys lie beside the log."])
    assert verdict.ok and verdict.sentences[-1] == "The keys lie beside the log."


def test_a_printed_anchor_carries_root_and_signature() -> None:
    signed = anchor_over(trail(3))
    assert signed.anchor.root in anchor_text(signed) and signed.signature in anchor_text(signed)
