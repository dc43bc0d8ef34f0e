"""What each role may do. What is not named here is denied."""

from core.domain.errors import NotAllowed
from core.domain.person import Permission, Person, Role

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    "advisor": frozenset(
        {
            "read_clients", "upload", "sign_off", "draft", "submit", "approve", "issue_documents", "read_documents",
            "read_trail", "verify", "market_data", "export", "sign", "release",
        }
    ),
    "committee": frozenset(
        {
            "read_clients", "approve", "read_documents", "edit_mandate", "adopt_mandate", "read_trail", "verify",
            "market_data", "export",
        }
    ),
    "compliance": frozenset(
        {
            "read_clients", "approve", "issue_documents", "read_documents", "read_trail", "verify", "market_data",
            "export", "release",
        }
    ),
    "admin": frozenset({"read_trail", "verify", "manage_people", "market_data"}),
}  # fmt: skip
"""Role -> permissions. An admin neither approves nor reads client data; nobody approves a proposal of their own."""

DEEDS: dict[Permission, str] = {
    "read_clients": "look at clients",
    "upload": "upload statements",
    "sign_off": "sign off what was read or change holdings",
    "draft": "draft proposals",
    "submit": "submit proposals",
    "approve": "approve or return proposals",
    "issue_documents": "issue documents",
    "read_documents": "read documents",
    "edit_mandate": "edit mandates",
    "adopt_mandate": "adopt mandates",
    "read_trail": "read the audit trail",
    "verify": "verify the audit trail",
    "manage_people": "manage people",
    "market_data": "look after market data",
    "export": "export client data",
    "sign": "sign documents",
    "release": "release orders",
}


def allowed(person: Person, permission: Permission) -> bool:
    """Whether this person may do it; nobody who has left may do anything."""
    return person.active and permission in PERMISSIONS.get(person.role, frozenset())


def require(person: Person, permission: Permission) -> None:
    """Raise NotAllowed, saying who may, unless this person may do it."""
    if allowed(person, permission):
        return
    if not person.active:
        raise NotAllowed(f"{person.name} no longer works here.")
    may = " or ".join(role for role, granted in PERMISSIONS.items() if permission in granted)
    raise NotAllowed(f"The role {person.role} may not {DEEDS[permission]}; that takes the role {may}.")
