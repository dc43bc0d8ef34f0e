"""How workflow loads nouns and saves them: always in one transaction with their event."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, TypeVar

from core.domain.canonical import canonical_bytes, from_plain
from core.domain.errors import NotFound
from core.store import Transaction
from core.workflow.concerning import symbols_of
from core.workflow.desk import Desk

N = TypeVar("N")
KEPT = 1024
"""Nouns of a kind that stay decoded in memory."""


@dataclass(frozen=True, slots=True)
class Put:
    """One noun to store as a new version; `client` names whose data key encrypts it."""

    kind: str
    id: str
    version: int
    noun: Any
    client: str | None = None
    index: Mapping[str, str] = field(default_factory=dict)

    @property
    def securities(self) -> tuple[str, ...]:
        """The symbols that its event is found by."""
        return symbols_of(self.noun)


def save(desk: Desk, event: str, *puts: Put, note: str = "", anchor: bool = False) -> None:
    """Store the nouns and append one event for each, all or nothing."""
    with desk.store.transaction() as tx:
        put_with_events(desk, tx, event, *puts, note=note)
        if anchor:
            tx.anchor(desk.now())


def put_with_events(desk: Desk, tx: Transaction, event: str, *puts: Put, note: str = "") -> None:
    """The same inside a transaction that the caller holds."""
    for put in puts:
        tx.put(put.kind, put.id, put.version, canonical_bytes(put.noun), client=put.client, index=put.index)
        log(desk, tx, event, put.kind, put.id, put.version, note, put.securities)


def log(
    desk: Desk,
    tx: Transaction,
    event: str,
    entity: str,
    entity_id: str,
    version: int,
    note: str = "",
    securities: tuple[str, ...] = (),
) -> None:
    """Append one event in the name of the person at the desk; it carries the hash of what was stored with it."""
    actor, role = (desk.actor.id, desk.actor.role) if desk.actor else ("system", "system")
    tx.append(
        at=desk.now(),
        actor=actor,
        role=role,
        kind=event,
        entity=entity,
        entity_id=entity_id,
        version=version,
        note=note,
        securities=securities,
    )


def load(desk: Desk, kind: str, noun: type[N], id: str, version: int | None = None) -> N:
    """The noun of that id, its latest version unless one is named; NotFound says what is missing."""
    body = desk.store.get(kind, id, version)
    if body is None:
        raise NotFound(f"There is no {kind.replace('_', ' ')} '{id}'" + (f" in version {version}." if version else "."))
    kind_of: Any = noun
    decoded: N = decode(kind_of, body)
    return decoded


def load_all(desk: Desk, kind: str, noun: type[N]) -> tuple[N, ...]:
    """The latest version of every noun of a kind, by id."""
    kind_of: Any = noun
    return tuple(decode(kind_of, body) for body in desk.store.bodies(kind))


def decode(noun: Any, body: bytes) -> Any:
    """A noun from its canonical bytes; stored versions never change, so neither does this answer."""
    return _decoder(noun)(body)


@cache
def _decoder(noun: Any) -> Callable[[bytes], Any]:
    """A memory for each kind, so that many small nouns do not push the large ones out."""
    return lru_cache(maxsize=KEPT)(lambda body: from_plain(noun, json.loads(body)))


def next_id(desk: Desk, kind: str, prefix: str) -> str:
    """`P-2026-0007`: the next free number of a kind in the book's year."""
    return next_ids(desk, kind, prefix, 1)[0]


def next_ids(desk: Desk, kind: str, prefix: str, count: int) -> list[str]:
    """The next `count` free numbers of a kind."""
    first = len(desk.store.latest(kind)) + 1
    return [f"{prefix}-{desk.today().year}-{number:04d}" for number in range(first, first + count)]
