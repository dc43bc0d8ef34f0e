"""Owners that the list of all accounts names, each on the row of an account: they are that account's and no other's."""

from collections.abc import Mapping

from core.ingest.accounts.draft import Draft
from core.ingest.events import Fact

WEAK = -1
"""How surely such an owner is told: what the pages of the account itself say goes before."""


def give_listed(drafts: Mapping[str, Draft], preface: Draft, owners: Mapping[str, Fact]) -> None:
    """Each account that names no owner itself has the one that the list names; the only account of a file too."""
    for key, draft in drafts.items():
        if not draft.owner and key in owners:
            draft.owner, draft.owner_rank = owners[key].text, WEAK
    if not drafts and len(owners) == 1 and not preface.owner:
        preface.owner, preface.owner_rank = next(iter(owners.values())).text, WEAK
