"""Events found by client, security, person, kind, thing, time and text, newest first, without reading the trail."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from core.domain.canonical import to_plain
from core.domain.event import Event
from core.store.client_keys import FIRM
from core.store.tables import audit_event, event_index, event_security


@dataclass(frozen=True, slots=True)
class Wanted:
    """What events are looked for; "" and None ask for nothing.

    kind : the whole kind, or its beginning where it ends in a dot; since, until : inclusive
    security : a symbol, in any case of letters
    """

    text: str = ""
    client: str = ""
    security: str = ""
    person: str = ""
    kind: str = ""
    entity_id: str = ""
    since: datetime | None = None
    until: datetime | None = None


def index_row(event: Event, client: str) -> dict[str, Any]:
    """What an event is found by."""
    at = to_plain(event.at)
    words = (event.kind, event.actor, event.role, event.entity, event.entity_id, event.note, at)
    return {
        "seq": event.seq, "at": at, "actor": event.actor, "kind": event.kind, "entity_id": event.entity_id,
        "client": "" if client == FIRM else client, "words": " ".join(words).lower(),
    }  # fmt: skip


def bodies_of(wanted: Wanted, newest: int, tokens: Iterable[str] = ()) -> Select[Any]:
    """The query for the bodies of the newest events that are wanted, newest first.

    tokens : of the security that is wanted, one for each client it is looked for at
    """
    query = select(audit_event.c.body).join(event_index, event_index.c.seq == audit_event.c.seq)
    conditions = _conditions(wanted)
    if wanted.security.strip():
        conditions.append(event_index.c.seq.in_(_about(tokens)))
    return query.where(*conditions).order_by(event_index.c.seq.desc()).limit(newest)


def kinds_of(connection: Connection) -> Iterator[str]:
    """Every kind that the index holds, each found by a jump to the first one after the last."""
    last = ""
    while True:
        after = select(func.min(event_index.c.kind)).where(event_index.c.kind > last)
        found = connection.execute(after).scalar()
        if found is None:
            return
        last = found
        yield last


def _about(tokens: Iterable[str]) -> Select[Any]:
    listed = func.json_each(json.dumps(list(tokens))).table_valued("value")
    return select(event_security.c.seq).where(event_security.c.token.in_(select(listed.c.value)))


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    columns = event_index.c
    same = ((columns.client, wanted.client), (columns.actor, wanted.person), (columns.entity_id, wanted.entity_id))
    found: list[ColumnElement[bool]] = [column == value for column, value in same if value]
    if wanted.kind.endswith("."):
        found.append(columns.kind.between(wanted.kind, wanted.kind[:-1] + "/"))
    elif wanted.kind:
        found.append(columns.kind == wanted.kind)
    if wanted.since is not None:
        found.append(columns.at >= to_plain(wanted.since))
    if wanted.until is not None:
        found.append(columns.at <= to_plain(wanted.until))
    if wanted.text.strip():
        found.append(func.instr(columns.words, wanted.text.strip().lower()) > 0)
    return found
