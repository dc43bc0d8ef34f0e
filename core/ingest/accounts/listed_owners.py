"""Owners and kinds told of accounts elsewhere: on their rows of the list of all accounts, over the part they are in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from core.ingest.accounts.draft import Draft
from core.ingest.accounts.own_pages import give_owners_of_pages
from core.ingest.lexicon.registrations import registration_in_cell
from core.ingest.nouns.events import Fact, FactKind
from core.ingest.owners.kinds_told import LEAST, LISTED

TRUSTS = frozenset({"trust_grantor", "trust_nongrantor"})
WEAK = -1
"""How surely such an owner is told: what the pages of the account itself say goes before."""


def take_part(now: Draft, preface: Draft, fact: Fact) -> None:
    """In whose part of the report the account stands, and who may own any with what each is called."""
    if fact.kind == "part":
        now.parts.append(fact)
    elif fact.kind in ("page_owner", "page_kind"):
        now.on_pages.append(fact)
    elif fact.kind == "parties":
        preface.parties.append(fact.title)
        preface.kinds |= {name.casefold(): kind for name, kind in zip(fact.title, fact.edges, strict=False) if kind}


def give_told(drafts: Mapping[str, Draft], preface: Draft, listed: Mapping[str, Sequence[Fact]]) -> None:
    """Each account has what is told of it elsewhere: whose part it is in, the kind of that owner, what is listed."""
    give_parts(drafts.values())
    for draft in drafts.values():
        _give_kind(draft, preface.kinds)
    give_listed(drafts, preface, listed)
    give_owners_of_pages(list(drafts.values()), preface)


def _give_kind(draft: Draft, kinds: Mapping[str, str]) -> None:
    """An account without a kind has that of its owner in the list of all; of a trust the list tells which kind."""
    names = [draft.owner, *(fact.text for fact in draft.told if fact.kind == "registration")]
    told = next((kinds[name.casefold()] for name in names if name.casefold() in kinds), "")
    kind = registration_in_cell(told) if told else None
    if kind is not None and (draft.registration in (None, "other") or {draft.registration, kind} <= TRUSTS):
        draft.registration = kind


def give_listed(drafts: Mapping[str, Draft], preface: Draft, listed: Mapping[str, Sequence[Fact]]) -> None:
    """Each account that names no owner or no kind itself has what the list names; the only account its owner too.

    What the list tells of an account is kept beside what its own pages tell.
    """
    owners = {key: fact for key, facts in listed.items() for fact in reversed(facts) if fact.kind == "listed_owner"}
    for key, draft in drafts.items():
        draft.listed += listed.get(key, ())
        kinds = [fact for fact in draft.listed if fact.kind == "listed_kind"]
        if kinds and (draft.registration is None or _is_told_of_several(draft, kinds[0], "registration")):
            draft.registration, draft.registration_rank = registration_in_cell(kinds[0].text), LISTED
        if key in owners and (not draft.owner or _is_told_of_several(draft, owners[key], "owner")):
            draft.owner, draft.owner_rank = owners[key].text, WEAK
    if not drafts and len(owners) == 1 and not preface.owner:
        preface.owner, preface.owner_rank = next(iter(owners.values())).text, WEAK


def _is_told_of_several(draft: Draft, listed: Fact, kind: FactKind) -> bool:
    """Whether several owners, or several kinds, are told of an account on the page of the list alone, as of all.

    The last account of a list stays open while a table of all, how each has done, names the others again.
    """
    told = [fact for fact in draft.told if fact.kind == kind]
    return len({fact.text for fact in told}) > 1 and {fact.where.page for fact in told} == {listed.where.page}


def give_parts(drafts: Iterable[Draft]) -> None:
    """Each account that is numbered in the part of one owner alone is that owner's, unless its title says otherwise.

    The kind of that owner is its registration where nothing tells one surely.
    """
    for draft in drafts:
        if len({fact.text for fact in draft.parts}) != 1:
            continue
        part = draft.parts[0]
        draft.told.append(replace(part, kind="owner", title=()))
        if not draft.owner or draft.owner_rank < 0:
            draft.owner, draft.owner_rank = part.text, 0
        kind = registration_in_cell(part.title[0]) if part.title else None
        if kind is not None and (draft.registration is None or draft.registration_rank <= LEAST):
            draft.registration, draft.registration_rank = kind, LEAST
