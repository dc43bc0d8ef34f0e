"""Owners and registrations that are told of an account and are others than the chosen ones.

Told as surely elsewhere, less surely on its own pages, in the list of all accounts, or between its number and that of
its neighbour, where nothing else says whose they are.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from core.domain.frozen_map import FrozenMap
from core.ingest.accounts.draft import Draft
from core.ingest.lexicon.registrations import is_plain_ira, registration_in_cell
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.nouns.events import Fact
from core.ingest.owners.kinds_told import LEAST
from core.words.registrations import REGISTRATIONS

WORDS = re.compile(r"[^\W\d_]{2,}")
OF_TRUST = re.compile(r"\b(?:trust|tr|ttees?|trustees?)\b", re.I)
TRUSTS_OWN = re.compile(
    r"\b(?:family|living|(?:ir)?revocable|testamentary|marital|ttees?|trustees?|u/?a/?d?|u/?t/?d|dtd|dated)\b|"
    r"^(?:\W*trust(?: account)?\W*)$",
    re.I,
)
"""Words beside `trust` in the name of one, or none: a house and a fund are called trust too."""
NOT_JOINED = frozenset({
    "and", "the", "jt", "ten", "wros", "jtwros", "joint", "roth", "sep", "ira", "individual", "trust", "tr", "family",
    "revocable", "living",
})  # fmt: skip
"""Words that make no other owner of a name: of how it is joined, of kinds of accounts and of trusts."""
DIED = re.compile(r"\b(?:decd|dec'd|deceased)\b", re.I)
OF_ONE = re.compile(r"\bindiv|\bsingle\b|\bsole\b|^ind", re.I)
IRAS = frozenset({"traditional_ira", "roth_ira", "sep_ira", "simple_ira", "inherited_ira"})
TWICE = 2


def rivals(draft: Draft) -> FrozenMap[str]:
    """The other owner and the other registration that a file tells of an account, by the fact; empty where none is."""
    found = (("owner", _other_owner(draft)), ("registration", _other_kind(draft)))
    return FrozenMap({fact: other for fact, other in found if other})


def _other_owner(draft: Draft) -> str:
    told = [fact for fact in draft.told if fact.kind == "owner"]
    often = _told_often(told, lambda fact: _is_same(fact.text, draft.owner), lambda fact: fact.text)
    sure = [fact.text for fact in often if fact.rank >= draft.owner_rank]
    listed = [fact.text for fact in draft.listed if fact.kind == "listed_owner"]
    lines = _lines(fact for fact in told if _is_same(fact.text, draft.owner))
    near = _of_neighbours(draft, "owner") if lines < TWICE and not listed else []
    named = (name for name in (*sure, *listed, *near) if not is_section_heading(name))
    others = (name for name in named if not may_be_same(name, draft))
    return next(others, "") if draft.owner else ""


def _other_kind(draft: Draft) -> str:
    told = [fact for fact in draft.told if fact.kind == "registration"]
    listed = [fact for fact in draft.listed if fact.kind == "listed_kind"]
    often = _told_often((*told, *listed), lambda fact: _kind(fact) == draft.registration, _kind)
    plain = [fact for fact in often if fact in listed or fact.rank > LEAST or fact.rank >= draft.registration_rank]
    lines = _lines(fact for fact in (*told, *listed) if _kind(fact) == draft.registration)
    near = _of_neighbours(draft, "registration") if lines < TWICE else []
    others = _kinds([*(fact.text for fact in plain), *near], draft)
    return next(others, "") if draft.registration else ""


def _kind(fact: Fact) -> str:
    return registration_in_cell(fact.text) or ""


def _told_often(told: Sequence[Fact], chosen: Callable[[Fact], bool], alike: Callable[[Fact], str]) -> list[Fact]:
    """The facts that are told on more than half as many lines as the chosen ones."""
    lines = _lines(fact for fact in told if chosen(fact))
    counts = {alike(fact): 0 for fact in told}
    for key in counts:
        counts[key] = _lines(fact for fact in told if alike(fact) == key)
    return [fact for fact in told if 2 * counts[alike(fact)] > lines]


def _lines(facts: Iterable[Fact]) -> int:
    """On how many lines of the file facts stand."""
    return len({(fact.where.page, fact.where.row, round(fact.where.box[1]) if fact.where.box else 0) for fact in facts})


def _of_neighbours(draft: Draft, kind: str) -> list[str]:
    return [fact.text for fact in draft.claims if fact.kind == kind]


def _kinds(texts: Iterable[str], draft: Draft) -> Iterator[str]:
    """The registrations other than that of an account that texts name for sure."""
    return (REGISTRATIONS[str(registration_in_cell(text))] for text in texts if is_other_kind(text, draft))


def is_other_kind(text: str, draft: Draft) -> bool:
    """Whether a text names for sure another registration than that of an account."""
    kind = registration_in_cell(text)
    if kind is None or kind == draft.registration or (is_plain_ira(text) and draft.registration in IRAS):
        return False
    if kind == "taxable_individual":
        return OF_ONE.search(text) is not None
    return kind != "trust_grantor" or (draft.registration != "trust_nongrantor" and TRUSTS_OWN.search(text) is not None)


def may_be_same(name: str, draft: Draft) -> bool:
    """Whether a name is the owner's, or may stand beside it: a trustee, or who keeps the account of a minor."""
    if (DIED.search(name) and draft.registration == "inherited_ira") or _is_no_name(name):
        return True
    kin = not _words(name).isdisjoint(_words(draft.owner))
    kept = draft.registration == "utma" or (OF_TRUST.search(draft.owner) and not OF_TRUST.search(name))
    return _is_same(name, draft.owner) or (kin and bool(kept))


def _is_no_name(text: str) -> bool:
    """Whether a text is one word beside those of kinds, `Alder Individual`, and no trust."""
    return len(_words(text)) < TWICE and OF_TRUST.search(text) is None


def _is_same(one: str, other: str) -> bool:
    """Whether two texts name the same: one is part of the other but for capitals, marks and the order of words."""
    ours, theirs = ("".join(filter(str.isalpha, text.casefold())) for text in (one, other))
    return ours in theirs or theirs in ours or _words(one) == _words(other)


def _words(name: str) -> set[str]:
    return {word.casefold() for word in WORDS.findall(name)} - NOT_JOINED
