"""Who may do what: denied unless granted."""

from typing import get_args

import pytest

from core.access import PERMISSIONS, allowed, require
from core.domain.errors import NotAllowed
from core.domain.person import Permission, Person, Role

PEOPLE = {role: Person(role[:2], role.title(), role) for role in get_args(Role)}


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        ("advisor", "draft", "manage_people"),
        ("advisor", "sign_off", "adopt_mandate"),
        ("committee", "adopt_mandate", "sign_off"),
        ("committee", "approve", "issue_documents"),
        ("compliance", "approve", "draft"),
        ("compliance", "verify", "edit_mandate"),
        ("admin", "manage_people", "approve"),
        ("admin", "verify", "read_clients"),
    ],
)
def test_each_role_does_its_own_work_and_no_other(role: Role, may: Permission, may_not: Permission) -> None:
    assert allowed(PEOPLE[role], may) and not allowed(PEOPLE[role], may_not)
    require(PEOPLE[role], may)
    with pytest.raises(NotAllowed, match=f"The role {role} may not"):
        require(PEOPLE[role], may_not)


def test_an_admin_touches_no_client_data_and_decides_nothing() -> None:
    client_work = {"read_clients", "read_documents", "export", "upload", "sign_off", "draft", "submit", "approve"}
    assert not client_work & PERMISSIONS["admin"]


def test_somebody_who_has_left_may_do_nothing() -> None:
    gone = Person("zed", "Zed", "compliance", active=False)
    assert not any(allowed(gone, permission) for permission in get_args(Permission))
    with pytest.raises(NotAllowed, match="no longer works here"):
        require(gone, "verify")


def test_every_permission_is_somebodys_and_every_role_has_some() -> None:
    granted = set().union(*PERMISSIONS.values())
    assert granted == set(get_args(Permission)) and set(PERMISSIONS) == set(get_args(Role))


def test_a_role_that_nobody_knows_may_do_nothing() -> None:
    odd = Person("x", "X", "visitor")  # type: ignore[arg-type]
    assert not any(allowed(odd, permission) for permission in get_args(Permission))
