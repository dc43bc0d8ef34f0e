"""Who works here: sign in, sign out, the session that a page carries, and the proof of who decides."""

from dataclasses import dataclass, replace

from core.access import Attempts, check_password, hash_password
from core.domain.errors import BadInput, NotAllowed, NotFound
from core.domain.person import Person
from core.store import FIRM, Wanted
from core.words.sentences import in_words
from core.workflow.desk import Desk
from core.workflow.saving import Put, decode, load, load_all, log, save
from core.workflow.second_factor import Enrolment, begin_code, code_refusal, has_code

PROVED, FAILED = "person.identity_proved", "person.identity_failed"
REFUSAL = "That name and password do not belong together."
LEAST = 10
"""Characters of a password."""
LOOK_BACK = 200
"""Newest events of a person in which failed attempts are counted."""


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
    """Check the password and open a session; returns its token. Failures lock for a while and are recorded.

    A refusal never says which half was wrong.
    """
    try:
        someone = load(desk, "person", Person, person_id)
    except NotFound:
        raise NotAllowed(REFUSAL) from None
    _prove(desk, someone, password, None)
    return desk.store.sessions.open(person_id, desk.clock())


def prove_identity(desk: Desk, someone: Person, password: str, code: str = "") -> None:
    """The password asked again, and the code of whoever has a second factor.

    NotAllowed where one is wrong, the code was used before, or too many were wrong before.
    """
    _prove(desk, someone, password, code)


def ask_code(desk: Desk, someone: Person, code: str) -> None:
    """The code alone, for an export; whoever has no second factor is not asked."""
    _prove(desk, someone, None, code)


def enrol_code(desk: Desk, password: str) -> Enrolment:
    """A secret for the person at the desk, shown this once; codes are asked after `confirm_code`."""
    if desk.actor is None:
        raise NotAllowed("Nobody is signed in.")
    prove_identity(desk, desk.actor, password)
    return begin_code(desk, desk.actor.id)


def _prove(desk: Desk, someone: Person, password: str | None, code: str | None) -> None:
    """Check what is given (None: not asked); the outcome is an event either way, and failures lock."""
    if password is None and not has_code(desk, someone.id):
        return
    tries = attempts(desk, someone.id)
    now = desk.clock()
    if tries.locked_until is not None and tries.is_locked(now):
        raise NotAllowed(f"Too many wrong passwords or codes; try again after {tries.locked_until:%H:%M} UTC.")
    known = password is None or check_password(password, password_of(desk, someone.id))
    why_not = "" if someone.active and known else REFUSAL
    with desk.store.transaction() as tx:
        if not why_not and code is not None:
            why_not = code_refusal(desk, tx, someone, code)
        log(desk.acting_as(someone), tx, FAILED if why_not else PROVED, "person", someone.id, 1)
    if why_not:
        raise NotAllowed(why_not)


def attempts(desk: Desk, person_id: str) -> Attempts:
    """The run of failed attempts up to now, counted from the trail."""
    tries = Attempts()
    for event in reversed(desk.store.search(Wanted(kind="person.", entity_id=person_id), LOOK_BACK)):
        if event.kind in (PROVED, FAILED):
            tries = tries.after(event.kind == PROVED, event.at)
    return tries


def current(desk: Desk, token: str) -> Person | None:
    """Who the session belongs to, or None once it is idle for 15 minutes, 12 hours old, or revoked."""
    person_id = desk.store.sessions.touch(token, desk.clock())
    return load(desk, "person", Person, person_id) if person_id else None


def still_signed_in(desk: Desk, token: str) -> bool:
    """Whether the session stands, without counting as a use of it."""
    return desk.store.sessions.is_open(token, desk.clock())


def sign_out(desk: Desk, token: str) -> None:
    """Revoke the session."""
    desk.store.sessions.close(token, desk.clock())


def add_person(desk: Desk, someone: Person, password: str) -> Person:
    """Give a person an account here (admin)."""
    desk.require("manage_people")
    if len(password) < LEAST:
        raise BadInput("password", f"at least {in_words(LEAST)} characters")
    save(desk, "person.added", *person_puts(someone, hash_password(password)))
    return someone


def set_active(desk: Desk, person_id: str, active: bool, reason: str) -> Person:
    """Close a person's account, which ends every session of theirs at once, or open it again (admin)."""
    someone = desk.require("manage_people")
    if person_id == someone.id:
        raise BadInput("person", "nobody closes their own account")
    if not reason.strip():
        raise BadInput("reason", "say why, for the next access review")
    old = load(desk, "person", Person, person_id)
    if old.active == active:
        raise BadInput("person", f"{old.name}'s account is {'open' if active else 'closed'} already")
    made, version = replace(old, active=active), desk.store.versions("person", person_id)[-1] + 1
    put = Put("person", person_id, version, made, client=FIRM, index={"role": made.role})
    save(desk, "person.opened" if active else "person.closed", put)
    if not active:
        desk.store.sessions.close_all(person_id, desk.clock())
    return made


def change_password(desk: Desk, old: str, new: str, code: str = "") -> None:
    """Another password for the person at the desk, the one before asked."""
    if desk.actor is None:
        raise NotAllowed("Nobody is signed in.")
    if len(new) < LEAST:
        raise BadInput("password", f"at least {in_words(LEAST)} characters")
    prove_identity(desk, desk.actor, old, code)
    person_id = desk.actor.id
    version = desk.store.versions("credential", person_id)[-1] + 1
    made = Credential(person_id, hash_password(new), version)
    save(desk, "person.password_changed", Put("credential", person_id, version, made, client=FIRM))


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
