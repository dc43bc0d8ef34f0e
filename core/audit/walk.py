"""The walk along the trail, record by record, streaming.

A signature costs fifty times a hash. The anchors' tree covers each record's body and signature, and the store
checks signatures before it anchors: so under a genuine anchor whose tree still agrees no signature needs to be
checked again; where it does not agree, they are, to find the record. After the last anchor every one is checked.
A record may hand over to another signing key, which the house must know: from there on that one counts.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from core.audit.links import Fault, bad_signature, body_of, fault_of, follows, rewritten, wrong_hand_over
from core.audit.signatures import Checker, Keys
from core.domain.trail import GENESIS, HANDED_OVER, Anchor, HeadMark, Peaks, SealedEvent, add_leaf, link_hash, tree_head

KEPT = 20_000
"""Rows kept until their anchor comes; beyond that their signatures are checked instead."""


class Walk:
    """Where the walk stands: `count` good records, the last link, the tree so far.

    handed : the records that handed over to the next key, in order
    """

    def __init__(self, keys: Keys, anchors: Mapping[int, tuple[Anchor, ...]], mark: HeadMark | None) -> None:
        self.count = 0
        self.previous = GENESIS
        self.anchored = 0
        self.handed: list[int] = []
        self._keys = keys
        self._anchors = anchors
        self._covered = max(anchors, default=0)
        self._mark = mark
        self._peaks: Peaks = ()
        self._unchecked: list[tuple[SealedEvent, Checker]] = []

    def steps(self, rows: Iterator[SealedEvent]) -> Iterator[Mapping[str, Any] | Fault]:
        """The body of each good record, and last the fault where there is one."""
        for row in rows:
            fault, plain = self._step(row, rows)
            if fault is not None:
                yield fault
                return
            yield plain
        unsigned = self._unsigned()
        if unsigned is not None:
            yield unsigned

    def _step(self, row: SealedEvent, later: Iterator[SealedEvent]) -> tuple[Fault | None, Mapping[str, Any]]:
        seq, plain, hash_now = self.count + 1, body_of(row), link_hash(row.body)
        checker = self._keys.each[len(self.handed)]
        if not follows(row, plain, seq, self.previous, hash_now):
            return self._unsigned() or fault_of(row, seq, later, checker), plain
        if seq > self._covered and not checker.holds(row.body, row.signature):
            return bad_signature(seq), plain
        self._peaks = add_leaf(self._peaks, self.count, row.body + row.signature)
        self.count, self.previous = seq, hash_now
        if seq <= self._covered:
            self._unchecked.append((row, checker))
        fault = self._against_witnesses() or (self._unsigned() if len(self._unchecked) >= KEPT else None)
        return fault or self._hand_over(seq, plain), plain

    def _hand_over(self, seq: int, plain: Mapping[str, Any]) -> Fault | None:
        if plain.get("kind") != HANDED_OVER:
            return None
        self.handed.append(seq)
        known = [one.name for one in self._keys.each[len(self.handed) :][:1]]
        return None if [plain.get("note")] == known else self._unsigned() or wrong_hand_over(seq)

    def _against_witnesses(self) -> Fault | None:
        for anchor in self._anchors.get(self.count, ()):
            if tree_head(self._peaks) != anchor.root:
                signed = f"they do not give the anchor signed on {anchor.at:%Y-%m-%d %H:%M} UTC"
                return self._unsigned() or rewritten(self.anchored + 1, self.count, signed)
            self.anchored = self.count
            self._unchecked.clear()
        if self._mark is not None and self._mark.mark_count == self.count and self._mark.head != self.previous:
            return self._unsigned() or rewritten(self.anchored + 1, self.count, "the mark outside saw others")
        return None

    def _unsigned(self) -> Fault | None:
        """The first record not yet vouched for whose signature does not hold."""
        kept, self._unchecked = self._unchecked, []
        return next((bad_signature(row.seq) for row, key in kept if not key.holds(row.body, row.signature)), None)
