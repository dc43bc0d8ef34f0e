"""People, their roles, and what each role may do."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["advisor", "committee", "compliance", "admin"]
Permission = Literal[
    "read_clients", "upload", "sign_off", "draft", "submit", "approve", "issue_documents", "read_documents",
    "edit_mandate", "adopt_mandate", "read_trail", "verify", "manage_people", "market_data", "export", "sign",
    "release",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who acts. `name` and `email` are personal data; `id` stands in the trail."""

    id: str
    name: str
    role: Role
    email: str = ""
    active: bool = True
