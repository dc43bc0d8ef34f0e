"""How an account is registered, from the columns of its rows: in words, or by a code of the custodian's.

A code that nobody has explained is never taken for a kind: the account is held back until a person says what it means.
"""

import re
from collections.abc import Callable

from core.domain.account import Registration
from core.ingest.accounts.draft import Draft
from core.ingest.data import load
from core.ingest.lexicon.people import is_couple
from core.ingest.lexicon.registrations import registration_in_cell, registration_of, registration_of_nickname
from core.ingest.nouns.events import Record, Trouble
from core.ingest.owners.account_titles import kind_in_title, says_only_whose_at_death

READ_BY: dict[str, Callable[[str], Registration | None]] = {
    "registration": registration_in_cell,
    "account_name": registration_in_cell,
    "account": registration_of,
    "holder": registration_of,
    "owner": lambda text: registration_of(kind) if (kind := kind_in_title(text)) != text else None,
    "nickname": registration_of_nickname,
}
"""The columns that may tell how an account is registered, best first, and how each is read."""
CODE = re.compile(r"(?=.*[A-Z])[A-Z0-9/.-]{2,6}")
TELL_NOTHING = frozenset(load("accounts")["no_registrations"])
"""Codes of how an account is run, which say nothing of whose it is."""


def register(draft: Draft, record: Record) -> list[Trouble]:
    """Give an account without a registration the one that its row tells; a code that is not known is told, once."""
    for role, read in READ_BY.items():
        if draft.registration is None and role in record.cells:
            told = record.cells[role].text
            draft.registration = read(kind_in_title(told)) if role != "owner" else read(told)
            draft.at_death = says_only_whose_at_death(told)
    code = record.cells["registration"].text if "registration" in record.cells else ""
    if draft.registration is not None or CODE.fullmatch(code) is None or code in TELL_NOTHING:
        return []
    draft.registration = "other"
    told = f"the registration code {code} is not known, so how the account is taxed is not"
    return [Trouble(told, record.where, unread=True)]


def registration(draft: Draft) -> Registration:
    """How the account is registered; with a beneficiary named for the death of both, that of two people is joint."""
    if draft.at_death and is_couple(draft.owner):
        return "taxable_joint"
    return draft.registration or "other"
