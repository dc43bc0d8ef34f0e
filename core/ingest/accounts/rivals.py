"""Owners and registrations that are told of an account and are others than the chosen ones.

Told as surely elsewhere, less surely on its own pages, in the list of all accounts, or between its number and that of
its neighbour, where nothing else says whose they are.
"""

import re
from collections.abc import Iterable, Iterator

from core.domain.frozen_map import FrozenMap
from core.ingest.accounts.draft import Draft
from core.ingest.kinds_told import LEAST
from core.ingest.registrations import is_plain_ira, registration_in_cell
from core.ingest.sections import is_section_heading
from core.words.registrations import REGISTRATIONS

WORDS = re.compile(r"[^\W\d_]{2,}")
OF_TRUST = re.compile(r"\b(?:trust|tr|ttees?|trustees?)\b", re.I)
NOT_JOINED = frozenset({"and", "the", "jt", "ten", "wros", "jtwros"})
OF_ONE = re.compile(r"\bindiv|\bsingle\b|\bsole\b|^ind", re.I)
TWICE = 2


def rivals(draft: Draft) -> FrozenMap[str]:
    """The other owner and the other registration that a file tells of an account, by the fact; empty where none is."""
    found = (("owner", _other_owner(draft)), ("registration", _other_kind(draft)))
    return FrozenMap({fact: other for fact, other in found if other})


def _other_owner(draft: Draft) -> str:
    told = [fact for fact in draft.told if fact.kind == "owner"]
    sure = [fact.text for fact in told if fact.rank >= draft.owner_rank]
    listed = [fact.text for fact in draft.listed if fact.kind == "listed_owner"]
    lines = {fact.where for fact in told if _is_same(fact.text, draft.owner)}
    near = _of_neighbours(draft, "owner") if len(lines) < TWICE and not listed else []
    named = (name for name in (*sure, *listed, *near) if not is_section_heading(name))
    others = (name for name in named if not _may_be_same(name, draft))
    return next(others, "") if draft.owner else ""


def _other_kind(draft: Draft) -> str:
    told = [fact for fact in draft.told if fact.kind == "registration"]
    plain = [fact for fact in told if fact.rank > LEAST or fact.rank >= draft.registration_rank]
    listed = [fact for fact in draft.listed if fact.kind == "listed_kind"]
    lines = {fact.where for fact in (*told, *listed) if registration_in_cell(fact.text) == draft.registration}
    near = _of_neighbours(draft, "registration") if len(lines) < TWICE else []
    others = _kinds([*(fact.text for fact in (*plain, *listed)), *near], draft)
    return next(others, "") if draft.registration else ""


def _of_neighbours(draft: Draft, kind: str) -> list[str]:
    return [fact.text for fact in draft.claims if fact.kind == kind]


def _kinds(texts: Iterable[str], draft: Draft) -> Iterator[str]:
    """The registrations other than that of an account that texts name for sure."""
    for text in texts:
        kind = registration_in_cell(text)
        if kind is None or kind == draft.registration or is_plain_ira(text):
            continue
        if kind == "taxable_individual" and OF_ONE.search(text) is None:
            continue
        if kind == "trust_grantor" and draft.registration == "trust_nongrantor":
            continue
        yield REGISTRATIONS[kind]


def _may_be_same(name: str, draft: Draft) -> bool:
    """Whether a name is the owner's, or may stand beside it: a trustee, or who keeps the account of a minor."""
    kin = not _words(name).isdisjoint(_words(draft.owner))
    kept = draft.registration == "utma" or (OF_TRUST.search(draft.owner) and not OF_TRUST.search(name))
    return _is_same(name, draft.owner) or (kin and bool(kept))


def _is_same(one: str, other: str) -> bool:
    """Whether two texts name the same: one is part of the other but for capitals, marks and the order of words."""
    ours, theirs = ("".join(filter(str.isalpha, text.casefold())) for text in (one, other))
    return ours in theirs or theirs in ours or _words(one) == _words(other)


def _words(name: str) -> set[str]:
    return {word.casefold() for word in WORDS.findall(name)} - NOT_JOINED
