"""Securities that events concern, as keyed hashes: written beside each event, and once for a trail from before.

A hash is made with the data key of whom the event concerns; erased with it, it leads to no symbol any more.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from sqlalchemy import Connection, insert, select, text
from sqlalchemy.dialects.sqlite import insert as insert_if_new

from core.domain.errors import BadInput
from core.store import client_keys
from core.store.envelope import Place, WrongKey, security_token, unseal
from core.store.keys import KeyRing
from core.store.tables import client_key, event_security, fact, record

INDEXED = "securities indexed"

WRITTEN_BY = """
    SELECT seq, body ->> 'entity', body ->> 'entity_id', body ->> 'version'
    FROM (SELECT seq, CAST(body AS TEXT) AS body FROM audit_event)
    WHERE CASE WHEN json_valid(body) THEN body ->> 'payload' ELSE '' END <> ''
"""
"""The event that wrote each stored version, and which version that is."""

SymbolsOf = Callable[[str, bytes], Iterable[str]]
"""Kind and stored bytes of a record -> the symbols that it concerns."""


def write_tokens(connection: Connection, key: bytes, seq: int, securities: Iterable[str]) -> None:
    """Note which securities the event of that number concerns; one noted before stays."""
    symbols = sorted({symbol.strip().upper() for symbol in securities if symbol.strip()})
    if symbols:
        rows = [{"token": security_token(key, symbol), "seq": seq} for symbol in symbols]
        connection.execute(insert_if_new(event_security).on_conflict_do_nothing(), rows)


def tokens_of(connection: Connection, ring: KeyRing, symbol: str, client: str = "") -> tuple[str, ...]:
    """What a symbol is found by: one hash for each client who can still be read, or of the one that is named."""
    return tuple(security_token(key, symbol) for key in client_keys.data_keys(connection, ring, client))


def is_indexed(connection: Connection) -> bool:
    """Whether the events of this database were once looked through."""
    return connection.execute(select(fact.c.value).where(fact.c.name == INDEXED)).first() is not None


def index_all(connection: Connection, ring: KeyRing, symbols_of: SymbolsOf) -> None:
    """Look through every stored version once; needs the write lock."""
    if is_indexed(connection):
        return
    events = _events(connection)
    columns = record, client_key.c.master, client_key.c.wrapped
    same = (client_key.c.client == record.c.client) & (client_key.c.version == record.c.key_version)
    readable = select(*columns).join(client_key, same).where(client_key.c.wrapped.is_not(None))
    for row in connection.execute(readable).all():
        key = client_keys.unwrapped(ring, row.client, row.key_version, row.master, row.wrapped)
        place = Place("record", "body", (row.kind, row.id, row.version, row.client), row.key_version)
        seq = events.get((row.kind, row.id, row.version))
        try:
            body = unseal(key, row.body, place)
        except WrongKey:
            continue
        if seq is not None:
            write_tokens(connection, key, seq, symbols_of(row.kind, body))
    connection.execute(insert(fact).values(name=INDEXED, value="yes"))


def _events(connection: Connection) -> dict[tuple[str, str, int], int]:
    """The event that wrote each version; an event that does not read is left to `verify`."""
    return {(kind, id, version): seq for seq, kind, id, version in connection.execute(text(WRITTEN_BY))}


def disagreeing(
    connection: Connection, keys: Mapping[tuple[str, int], bytes], symbols_of: SymbolsOf, kinds: Collection[str]
) -> Iterator[str]:
    """One sentence for each event that is not found by just the securities of what it stored, counted anew.

    The events themselves are held by the chain and the stored bytes by their hashes, so this holds the index too.
    What belongs to an erased client, or does not open, is passed over here.
    keys : (client, key version) -> data key; kinds : of the records that can concern a security
    """
    written = _events(connection)
    columns = record.c.kind, record.c.id, record.c.version, record.c.client, record.c.key_version, record.c.body
    for row in connection.execute(select(*columns).where(record.c.kind.in_(sorted(kinds)))):
        key, seq = keys.get((row.client, row.key_version)), written.get((row.kind, row.id, row.version))
        if key is None or seq is None:
            continue
        place = Place("record", "body", (row.kind, row.id, row.version, row.client), row.key_version)
        try:
            symbols = symbols_of(row.kind, unseal(key, row.body, place))
        except (WrongKey, BadInput, TypeError):
            continue
        wanted = {security_token(key, symbol) for symbol in symbols if symbol.strip()}
        query = select(event_security.c.token).where(event_security.c.seq == seq)
        if wanted != set(connection.execute(query).scalars()):
            yield f"What record {seq} is found by was changed: it is not the securities of the {row.kind} it stored."
