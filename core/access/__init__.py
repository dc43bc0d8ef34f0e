"""Who may do what, and how somebody proves who they are: pure rules, time as an argument."""

from core.access.codes import accepted_step, code_address, new_code_secret
from core.access.passwords import Attempts, check_password, hash_password
from core.access.permissions import PERMISSIONS, allowed, require

__all__ = [
    "PERMISSIONS",
    "Attempts",
    "accepted_step",
    "allowed",
    "check_password",
    "code_address",
    "hash_password",
    "new_code_secret",
    "require",
]
