"""The second factor: a time-based code from a person's own device, asked at approve, sign and export.

The secret is kept encrypted with the firm's key and shown once. Each accepted code leaves its time step as a version
of its own, so that no code is taken twice, whoever is faster; the code itself is kept nowhere.
"""

from dataclasses import dataclass, replace
from typing import Literal

from core.access import accepted_step, code_address, new_code_secret
from core.domain.errors import BadInput, NotAllowed
from core.domain.person import Person
from core.store import FIRM, Transaction
from core.workflow.desk import Desk
from core.workflow.saving import Put, decode, put_with_events, save

State = Literal["waiting", "confirmed", "removed"]
WRONG = "The code is wrong, too old, or was used before; wait for the next one."
MISSING = "The six digits of your authenticator are needed too."


@dataclass(frozen=True, slots=True)
class CodeSecret:
    """A person's secret. Codes are asked only once it is confirmed."""

    person: str
    secret: str
    state: State = "waiting"
    version: int = 1


@dataclass(frozen=True, slots=True)
class CodeStep:
    """The time step (of 30 s since 1970) of an accepted code; it is the version too."""

    person: str
    version: int


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What is shown once: the secret to type, and the `otpauth://` address to scan."""

    secret: str
    address: str


def has_code(desk: Desk, person_id: str) -> bool:
    """Whether codes are asked of this person."""
    known = _secret(desk, person_id)
    return known is not None and known.state == "confirmed"


def begin_code(desk: Desk, person_id: str) -> Enrolment:
    """Make and keep a secret for the person at the desk, to be confirmed with its first code."""
    _own(desk, person_id)
    old = _secret(desk, person_id)
    if old is not None and old.state == "confirmed":
        raise BadInput("code", "a second factor is set up already; an administrator can remove it")
    made = CodeSecret(person_id, new_code_secret(), version=old.version + 1 if old else 1)
    save(desk, "person.code_made", _put(made))
    return Enrolment(made.secret, code_address(made.secret, person_id))


def confirm_code(desk: Desk, person_id: str, code: str) -> None:
    """Switch the second factor on with a first right code."""
    _own(desk, person_id)
    waiting = _secret(desk, person_id)
    if waiting is None or waiting.state != "waiting":
        raise BadInput("code", "there is no secret that waits for its first code")
    with desk.store.transaction() as tx:
        if not take_code(desk, tx, waiting, code):
            raise NotAllowed(WRONG)
        confirmed = replace(waiting, state="confirmed", version=waiting.version + 1)
        put_with_events(desk, tx, "person.code_confirmed", _put(confirmed))


def remove_code(desk: Desk, person_id: str) -> None:
    """Take a lost second factor off a person (admin); they set up a new one themselves."""
    desk.require("manage_people")
    old = _secret(desk, person_id)
    if old is None or old.state == "removed":
        raise BadInput("code", f"{person_id} has no second factor")
    save(desk, "person.code_removed", _put(replace(old, state="removed", secret="", version=old.version + 1)))


def code_refusal(desk: Desk, tx: Transaction, someone: Person, code: str) -> str:
    """Why the code does not do, "" where it does or none is asked; an accepted one is used up in the transaction."""
    known = _secret(desk, someone.id)
    if known is None or known.state != "confirmed":
        return ""
    if not code.strip():
        return MISSING
    return "" if take_code(desk.acting_as(someone), tx, known, code) else WRONG


def take_code(desk: Desk, tx: Transaction, known: CodeSecret, code: str) -> bool:
    """Use a code up; False for a wrong or used one. The transaction holds the write lock: nobody is in between."""
    body = desk.store.get("code_step", known.person)
    last = decode(CodeStep, body).version if body else 0
    step = accepted_step(known.secret, code, desk.clock(), last)
    if step is None:
        return False
    used = CodeStep(known.person, step)
    put_with_events(desk, tx, "person.code_used", Put("code_step", known.person, step, used, client=FIRM))
    return True


def _secret(desk: Desk, person_id: str) -> CodeSecret | None:
    body = desk.store.get("code_secret", person_id)
    found: CodeSecret | None = decode(CodeSecret, body) if body else None
    return found


def _own(desk: Desk, person_id: str) -> None:
    if desk.actor is None or desk.actor.id != person_id:
        raise NotAllowed("A second factor is set up by the person themselves.")
    if person_id.startswith("cli:"):
        raise NotAllowed("The command line has no second factor: it never approves, signs or releases.")


def _put(secret: CodeSecret) -> Put:
    return Put("code_secret", secret.person, secret.version, secret, client=FIRM)
