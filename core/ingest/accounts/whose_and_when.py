"""What is told of an account itself, outside tables or in columns of its rows: owner, registration, house, day.

Of what is told twice the surer word counts, and of two as sure the first; `told` of the draft keeps every one.
"""

from datetime import timedelta

from core.ingest.accounts.draft import Draft
from core.ingest.accounts.over_numbers import OverNumbers, is_beside, told_by
from core.ingest.accounts.registered import register
from core.ingest.lexicon.institutions import institution_of
from core.ingest.lexicon.registrations import is_plain_ira, registration_in_cell, registration_of
from core.ingest.nouns.events import Fact, Record, Trouble
from core.ingest.owners.account_titles import owner_in_title, says_only_whose_at_death
from core.ingest.owners.kinds_told import LISTED
from core.ingest.owners.told_owners import owner_of_cell, owner_of_name

WEAK_DAY = 1
ZERO_DAYS, A_YEAR = timedelta(), timedelta(days=366)


def take_owner(now: Draft, over: OverNumbers, fact: Fact) -> None:
    """An owner told outside the tables."""
    over.holder = told_by(fact, over.holder, now.owner, now.owner_rank)
    now.told.append(fact)
    if not now.owner or fact.rank > now.owner_rank:
        now.owner, now.owner_rank = fact.text, fact.rank


def take_kind(now: Draft, over: OverNumbers, fact: Fact, apart: bool) -> None:
    """A registration told outside the tables; `apart`: an account is open, and what a list tells is not said of it."""
    named = registration_in_cell(fact.text)
    if named is None:
        return
    beside = is_beside(fact.where, over.number)
    if not beside:
        over.kind = told_by(fact, over.kind, now.registration, now.registration_rank)
    now.told.append(fact)
    listed = fact.rank == LISTED and apart and not beside
    unknown = now.registration is None or fact.rank > now.registration_rank or _says_which_ira(fact, now)
    if not listed and unknown:
        now.registration, now.registration_rank = named, fact.rank
        now.plain_ira = is_plain_ira(fact.text)
        now.at_death = says_only_whose_at_death(fact.text)


def take_day(now: Draft, fact: Fact) -> None:
    """The day of the statement, where it is told more surely than the one known."""
    if _says_day_better(fact, now):
        now.as_of, now.as_of_rank = fact.day, fact.rank


def take_holder(now: Draft, record: Record) -> list[Trouble]:
    """Owner, registration and institution from columns of their own; a code that is not known is told."""
    if not now.institution and "institution" in record.cells:
        named = record.cells["institution"].text
        now.institution = institution_of([named]) or named
    troubles = register(now, record)
    for role in ("account_name", "registration"):
        if not now.owner and role in record.cells:
            now.owner = owner_of_name(record.cells[role].text)
    if "owner" in record.cells and not now.owner:
        named = record.cells["owner"].text
        now.owner = owner_in_title(named) or named
    if not now.owner and "holder" in record.cells:
        now.owner = owner_of_cell(record.cells["holder"].text)
    return troubles


def _says_which_ira(fact: Fact, now: Draft) -> bool:
    """Whether a bare `IRA Summary` at the head is told more exactly, `TOBIAS HALE (ROTH IRA)`."""
    exact = registration_of(fact.text) in ("roth_ira", "sep_ira", "simple_ira", "inherited_ira")
    return exact and now.plain_ira and not now.lines and fact.rank >= now.registration_rank


def _says_day_better(fact: Fact, now: Draft) -> bool:
    """Whether a day is told more surely than the one known, or as weakly and later: `Value on 6/30/2026`.

    One that lies years ahead is the day of something else: of a maturity, of a lease.
    """
    later = now.as_of is not None and fact.day is not None and ZERO_DAYS < fact.day - now.as_of < A_YEAR
    return fact.rank > now.as_of_rank or (fact.rank == now.as_of_rank == WEAK_DAY and later)
