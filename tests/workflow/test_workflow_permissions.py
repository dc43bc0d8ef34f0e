"""The permission matrix: every function of the workflow, every role, asked through the function itself.

A function that takes a desk says with `desk.require` what it takes, or stands on the short list below with the reason.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, get_args

import pytest

import core.workflow
from core.access import PERMISSIONS
from core.domain.errors import NotAllowed
from core.domain.person import Permission, Person, Role
from core.workflow.desk import CLI_NEVER, Desk, command_line_person

OPEN = {
    "demo.first_look": "looks at the invented book alone, in the command line's name",
    "people.people": "the door shows who may sign in",
    "people.person": "a name for an id, for documents and screens",
    "people.sign_in": "proves who somebody is",
    "people.sign_out": "ends a session that its own token names",
    "people.current": "tells whose session a token is",
    "people.still_signed_in": "tells whether a session stands",
    "people.prove_identity": "asks for the proof itself",
    "people.ask_code": "asks for the proof itself",
    "people.enrol_code": "only for the person at the desk, password asked",
    "people.change_password": "only for the person at the desk, password asked",
    "people.attempts": "counts failures before anybody is known",
    "people.password_of": "a hash, read to check a password",
    "second_factor.has_code": "tells a page whether to ask for a code",
    "second_factor.begin_code": "only for the person at the desk",
    "second_factor.confirm_code": "only for the person at the desk",
    "second_factor.code_refusal": "asks for the proof itself",
    "second_factor.take_code": "asks for the proof itself",
    "signing.open_link": "for a client without an account: the token is the key",
    "signing.sign_by_link": "for a client without an account: the token is the key",
    "signatures.roots": "certificates that anybody may have",
    "signatures.firm": "the signing identity, for functions that have asked",
    "signatures.with_page": "computes on bytes that the caller has read",
    "signatures.signed_paper": "computes on bytes that the caller has read",
    "demo.fill": "fills an empty home and refuses any other",
    "saving.save": "how the others store",
    "saving.put_with_events": "how the others store",
    "saving.log": "how the others store",
    "saving.load": "how the others read",
    "saving.load_all": "how the others read",
    "saving.next_id": "how the others count",
    "saving.next_ids": "how the others count",
    "holdings.next_version": "how the others store a household",
    "compliance.document_labels": "names for a proposal that the caller has read",
    "drift.drift_of": "computes on a case that the caller has read",
    "committee.votes_needed": "a number of the firm's file",
    "case_files.case_under": "computes on a household that the caller has read",
    "watch.since_dates": "computes on a case that the caller has read",
    "what_if.risk_model": "computes on a mandate that the caller has read",
}
ABOVE_ALL: dict[str, Permission] = {
    "proposals.draft": "draft",
    "proposals.submit_proposal": "submit",
    "proposals.approve_proposal": "approve",
    "proposals.send_back": "approve",
    "documents.issue": "issue_documents",
    "receiving.upload": "upload",
    "archives.files_of": "upload",
    "settling.sign_off": "sign_off",
    "settling.sign_off_into_new": "sign_off",
    "settling.refuse": "sign_off",
    "correcting.correct": "sign_off",
    "layouts.teach": "sign_off",
    "layouts.take_profile": "sign_off",
    "case_files.export_case": "export",
    "committee.adopt": "adopt_mandate",
    "committee.vote": "adopt_mandate",
    "people.add_person": "manage_people",
    "second_factor.remove_code": "manage_people",
    "signing.sign_paper": "sign",
    "signing.make_link": "sign",
    "signing.withdraw_link": "sign",
    "trail.trail": "read_trail",
    "trail.verify_trail": "verify",
}
"""What must never change by accident, written down a second time."""


def functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function of the workflow whose first parameter is a desk."""
    for module in pkgutil.iter_modules(core.workflow.__path__):
        found = importlib.import_module(f"core.workflow.{module.name}")
        for name, function in inspect.getmembers(found, inspect.isfunction):
            parameters = list(inspect.signature(function).parameters.values())
            own = function.__module__ == found.__name__ and not name.startswith("_")
            if own and parameters and parameters[0].annotation in (Desk, "Desk"):
                yield f"{module.name}.{name}", function


class Asked(BaseException):
    """Raised instead of an answer: which permission a function asks for before it does anything else."""


@dataclass(frozen=True)
class AskingDesk(Desk):
    """A desk that tells what is required of whoever sits there."""

    def require(self, permission: Permission) -> Person:
        raise Asked(permission)


def called(function: Callable[..., Any], desk: Desk) -> None:
    """Call with nothing in every place that must be filled."""
    parameters = list(inspect.signature(function).parameters.values())[1:]
    needed = [None for one in parameters if one.default is inspect.Parameter.empty and one.kind != one.VAR_POSITIONAL]
    function(desk, *needed)


def asked(function: Callable[..., Any]) -> Permission | None:
    """The permission that the function, or the first one it calls, requires; None where it requires none."""
    with suppress(Exception):
        try:
            called(function, ASKING)
        except Asked as permission:
            found: Permission = permission.args[0]
            return found
    return None


SAMPLE = Desk.sample()
ASKING = AskingDesk(SAMPLE.settings, SAMPLE.store, SAMPLE.feed, SAMPLE.actor, SAMPLE.clock, SAMPLE.book)
EVERY = dict(functions())
GUARDED = {name: found for name, function in EVERY.items() if name not in OPEN and (found := asked(function))}


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.sample()


def refusal(function: Callable[..., Any], desk: Desk) -> str:
    """What the function says to this desk: only a refusal of the person counts, whatever else goes wrong."""
    with suppress(Exception):
        try:
            called(function, desk)
        except NotAllowed as error:
            return str(error)
    return ""


def test_every_function_says_what_it_takes_or_why_it_takes_nothing() -> None:
    silent = sorted(set(EVERY) - set(GUARDED) - set(OPEN))
    assert not silent, f"call desk.require first: {silent}"
    assert not (set(OPEN) | set(ABOVE_ALL)) - set(EVERY)
    assert set(GUARDED.values()) <= set(get_args(Permission))


def test_what_decides_takes_the_permission_that_is_written_down_here() -> None:
    assert {name: GUARDED[name] for name in ABOVE_ALL} == ABOVE_ALL


@pytest.mark.parametrize("name", sorted(GUARDED))
def test_each_role_is_let_in_or_turned_away_as_its_permissions_say(desk: Desk, name: str) -> None:
    for role in get_args(Role):
        said = refusal(EVERY[name], desk.acting_as(Person(f"x.{role}", role.title(), role)))
        turned_away = f"The role {role} may not" in said
        assert turned_away == (GUARDED[name] not in PERMISSIONS[role]), f"{name} said to {role}: {said or 'nothing'}"


@pytest.mark.parametrize("name", sorted(GUARDED))
def test_nobody_and_whoever_has_left_are_turned_away(desk: Desk, name: str) -> None:
    assert refusal(EVERY[name], desk.acting_as(None)) == "Nobody is signed in."
    gone = Person("x.gone", "Gone", "compliance", active=False)
    assert "no longer works here" in refusal(EVERY[name], desk.acting_as(gone))


@pytest.mark.parametrize("name", sorted(name for name, takes in GUARDED.items() if takes in CLI_NEVER))
def test_the_command_line_decides_nothing(desk: Desk, name: str) -> None:
    assert refusal(EVERY[name], desk.acting_as(command_line_person())).startswith("The command line reads")
