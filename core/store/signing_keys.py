"""Which signing keys the trail was signed with: public halves in the clear, one row each, never changed."""

from sqlalchemy import Connection, insert, select

from core.store.tables import fact

SIGNING_FACT = "signing key"


def known_keys(connection: Connection) -> tuple[str, ...]:
    """The public keys in hex, oldest first; none in a database that was just made."""
    rows = connection.execute(select(fact.c.name, fact.c.value).where(fact.c.name.startswith(SIGNING_FACT)))
    return tuple(value for _, value in sorted((_place(name), value) for name, value in rows))


def note_key(connection: Connection, public: bytes) -> int:
    """Note a new key; returns its place, 1 for the first."""
    place = len(known_keys(connection)) + 1
    name = SIGNING_FACT if place == 1 else f"{SIGNING_FACT} {place}"
    connection.execute(insert(fact).values(name=name, value=public.hex()))
    return place


def _place(name: str) -> int:
    rest = name.removeprefix(SIGNING_FACT).strip()
    return int(rest) if rest.isdigit() else 1
