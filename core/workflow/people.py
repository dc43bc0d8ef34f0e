"""Who works here: sign in, sign out, and the session that a page carries."""

from dataclasses import dataclass

from core.access import check_password, hash_password
from core.domain.canonical import digest
from core.domain.errors import BadInput, NotAllowed, NotFound
from core.domain.person import Person
from core.workflow.desk import Desk
from core.workflow.saving import Put, decode, load, load_all, log, save

FIRM = "firm"
"""Whose data key encrypts people and their password hashes."""


@dataclass(frozen=True, slots=True)
class Credential:
    """The argon2id hash of a person's password."""

    person: str
    password_hash: str
    version: int = 1


def people(desk: Desk) -> tuple[Person, ...]:
    """Everyone who may sign in, by role and name."""
    return tuple(sorted(load_all(desk, "person", Person), key=lambda person: (person.role, person.name)))


def person(desk: Desk, person_id: str) -> Person:
    """One person; the command line's own for an id that begins with `cli:`."""
    if person_id.startswith("cli:"):
        return Person(person_id, person_id.removeprefix("cli:"), "advisor")
    return load(desk, "person", Person, person_id)


def sign_in(desk: Desk, person_id: str, password: str) -> str:
    """Check the password and open a session; returns its token. A refusal never says which half was wrong."""
    try:
        someone = load(desk, "person", Person, person_id)
    except NotFound:
        raise NotAllowed("That name and password do not belong together.") from None
    if not someone.active or not check_password(password, password_of(desk, person_id)):
        raise NotAllowed("That name and password do not belong together.")
    token = desk.store.sessions.open(person_id, desk.clock())
    _log_only(desk.acting_as(someone), "person.signed_in", someone)
    return token


def current(desk: Desk, token: str) -> Person | None:
    """Who the session belongs to, or None once it is idle for 15 minutes, 12 hours old, or revoked."""
    person_id = desk.store.sessions.touch(token, desk.clock())
    return load(desk, "person", Person, person_id) if person_id else None


def sign_out(desk: Desk, token: str) -> None:
    """Revoke the session."""
    desk.store.sessions.close(token, desk.clock())


def add_person(desk: Desk, someone: Person, password: str) -> Person:
    """Give a person an account here (admin)."""
    desk.require("manage_people")
    if len(password) < 10:
        raise BadInput("password", "at least ten characters")
    save(desk, "person.added", *person_puts(someone, hash_password(password)))
    return someone


def person_puts(someone: Person, password_hash: str) -> tuple[Put, Put]:
    """A person and the hash of the password, ready to be stored."""
    return (
        Put("person", someone.id, 1, someone, client=FIRM, index={"role": someone.role}),
        Put("credential", someone.id, 1, Credential(someone.id, password_hash), client=FIRM),
    )


def password_of(desk: Desk, person_id: str) -> str:
    """The stored hash of a person's password."""
    body = desk.store.get("credential", person_id, None)
    if body is None:
        raise NotAllowed("This person has no password here.")
    secret: Credential = decode(Credential, body)
    return secret.password_hash


def _log_only(desk: Desk, event: str, someone: Person) -> None:
    with desk.store.transaction() as tx:
        log(desk, tx, event, "person", someone.id, 1, digest(someone))
