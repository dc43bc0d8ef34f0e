"""Where the truth lies: versions of nouns, encrypted files and the trail, written whole or not at all."""

from core.store.client_keys import FIRM, Erased
from core.store.envelope import WrongKey
from core.store.keys import KeyMissing
from core.store.opening import memory_store, open_store, rotate_master_key
from core.store.search import Wanted
from core.store.store import Latest, Store
from core.store.trail import Trail
from core.store.transaction import Transaction

__all__ = [
    "FIRM",
    "Erased",
    "KeyMissing",
    "Latest",
    "Store",
    "Trail",
    "Transaction",
    "Wanted",
    "WrongKey",
    "memory_store",
    "open_store",
    "rotate_master_key",
]
