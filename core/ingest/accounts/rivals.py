"""Owners and registrations that were told of an account as surely as the chosen ones, and are others."""

from core.domain.frozen_map import FrozenMap
from core.ingest.accounts.draft import Draft
from core.ingest.registrations import is_plain_ira, registration_in_cell
from core.words.registrations import REGISTRATIONS


def rivals(draft: Draft) -> FrozenMap[str]:
    """The other owner and the other registration that a file tells of an account, by the fact; empty where none is."""
    owners = [fact.text for fact in draft.told if fact.kind == "owner" and fact.rank >= draft.owner_rank]
    kinds = [
        registration_in_cell(fact.text)
        for fact in draft.told
        if fact.kind == "registration" and fact.rank >= draft.registration_rank and not is_plain_ira(fact.text)
    ]
    others = [name for name in owners if draft.owner and not _same(name, draft.owner)]
    apart = [REGISTRATIONS[kind] for kind in kinds if draft.registration and kind and kind != draft.registration]
    return FrozenMap({fact: found[0] for fact, found in (("owner", others), ("registration", apart)) if found})


def _same(one: str, other: str) -> bool:
    """Whether two texts name the same: one is part of the other but for capitals and marks."""
    ours, theirs = ("".join(filter(str.isalpha, text.casefold())) for text in (one, other))
    return ours in theirs or theirs in ours
