"""Accounts of one paper that are of several people: each is of whom the heads of its own pages name.

A paper is sent to one, or to two who are married, and holds the accounts of both. What stands with the number at the
head of the pages goes before what is told of all accounts, and before a list that cuts a name off.
"""

import re
from collections import Counter
from collections.abc import Sequence

from core.ingest.accounts.draft import Draft
from core.ingest.lexicon.registrations import is_plain_ira, registration_in_cell
from core.ingest.nouns.events import Fact, FactKind
from core.ingest.owners.kinds_told import IN_PASSING, SAID

OPEN_END = re.compile(r".*(?:&|\band|\bor)", re.I)
AND = re.compile(r" (?:&|and) ", re.I)
LETTERS = re.compile(r"[^\W\d_]{4,}")
TRUSTS = frozenset({"trust_grantor", "trust_nongrantor"})
OF_TRUSTS = frozenset({"trust", "family", "living", "revocable", "irrevocable"})


def give_owners_of_pages(drafts: Sequence[Draft], preface: Draft) -> None:
    """Each account has the owner and the kind that its own pages name, where these name but one.

    An owner told elsewhere who has no pages in the paper is no neighbour mistaken for this one: he stays in doubt.
    """
    several = sum(bool(draft.lines or draft.totals) for draft in drafts) > 1
    known = {word for draft in (preface, *drafts) for name in _names(draft) for word in _words(name)}
    numbered = Counter(page for draft in drafts for page in _numbered(draft))
    of_all = {page for page, count in numbered.items() if count > 1}
    people = {
        word for draft in drafts for fact in draft.on_pages if fact.kind == "page_owner" for word in _words(fact.text)
    }
    for draft in drafts:
        before = draft.owner
        _give_owner(draft, known, several, of_all)
        if before != draft.owner and not _words(before) <= people:
            draft.listed.append(Fact("listed_owner", before, draft.on_pages[0].where))
        if several:
            _give_kind(draft, of_all)


def _numbered(draft: Draft) -> set[int | None]:
    """The pages on which the number of an account stands."""
    return {fact.where.page for fact in draft.told if fact.kind == "account"}


def _give_owner(draft: Draft, known: set[str], several: bool, of_all: set[int | None]) -> None:
    """The owner on the pages of an account goes before one told elsewhere; a name cut at its end is never whole."""
    facts = [fact for fact in draft.on_pages if fact.kind == "page_owner" and _words(fact.text) & known]
    named = {_plain(fact.text): fact.text for fact in facts}
    if len(named) != 1:
        others = named if several and _plain(draft.owner) not in named and not _is_told_there(draft, facts) else {}
        draft.listed += [Fact("listed_owner", name, facts[0].where) for name in others.values()]
        return
    name = facts[0].text
    cut = OPEN_END.fullmatch(draft.owner) is not None
    if cut or _is_one_of(draft.owner, name) or (several and not _is_told_there(draft, facts)):
        draft.owner, draft.owner_rank = name, max(draft.owner_rank, SAID)
        draft.told = [fact for fact in draft.told if not (fact.kind == "owner" and _is_cut(fact.text, name))]
        draft.told += [Fact("owner", name, fact.where) for fact in facts]
    if _plain(name) == _plain(draft.owner):
        _forget(draft, "owner", of_all)


def _forget(draft: Draft, kind: FactKind, of_all: set[int | None]) -> None:
    """What was told near the number in a list of all accounts is said of one of them, and not surely of this."""
    draft.claims = [fact for fact in draft.claims if fact.kind != kind]
    draft.told = [fact for fact in draft.told if fact.kind != kind or fact.where.page not in of_all]


def _is_one_of(owner: str, name: str) -> bool:
    """Whether an owner is one of the two whom a name names, `INES CALLOWAY & TOBIAS CALLOWAY`."""
    people = AND.split(name)
    return len(people) > 1 and _plain(owner) in map(_plain, people)


def _is_told_there(draft: Draft, facts: Sequence[Fact]) -> bool:
    """Whether the owner is told surely on the pages of the account themselves."""
    pages = {fact.where.page for fact in facts}
    sure = (fact for fact in draft.told if fact.kind == "owner" and fact.rank >= SAID and fact.where.page in pages)
    return bool(draft.owner) and any(_plain(fact.text) == _plain(draft.owner) for fact in sure)


def _give_kind(draft: Draft, of_all: set[int | None]) -> None:
    """A kind told on other pages than the account's own gives way to that at the head of these."""
    facts = [fact for fact in draft.on_pages if fact.kind == "page_kind"]
    kinds = {registration_in_cell(fact.text) for fact in facts} - {None}
    if len(kinds) != 1:
        return
    pages = {fact.where.page for fact in facts}
    told = [fact for fact in draft.told if fact.kind == "registration" and fact.where.page in pages]
    there = {registration_in_cell(fact.text) for fact in told}
    plain = any(is_plain_ira(fact.text) for fact in facts) or {*kinds, draft.registration} <= TRUSTS
    if draft.registration not in there and (draft.registration_rank <= IN_PASSING or not plain):
        (draft.registration,), draft.registration_rank = kinds, IN_PASSING
    if kinds == {draft.registration}:
        _forget(draft, "registration", of_all)


def _names(draft: Draft) -> list[str]:
    told = (fact.text for fact in (*draft.told, *draft.listed) if fact.kind in ("owner", "listed_owner"))
    return [draft.owner, *told, *(name for names in draft.parties for name in names)]


def _is_cut(text: str, name: str) -> bool:
    """Whether a name told is a part of the whole one, as at the end of a line."""
    return (_plain(text) != _plain(name) and _words(text) < _words(name)) or OPEN_END.fullmatch(text) is not None


def _plain(name: str) -> str:
    return "".join(filter(str.isalpha, re.sub(r"&", "and", name.casefold())))


def _words(name: str) -> set[str]:
    return {word.casefold() for word in LETTERS.findall(name)} - OF_TRUSTS
