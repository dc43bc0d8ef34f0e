"""Whose account it is and how it is registered: what was not read of it, and what does not go together.

No sum runs over a name, so nothing proves one. A fact that is missing is said; one that the page tells twice in
different ways, or that does not fit the other, is told for a person to compare. Neither takes a proof away.
"""

import re
from dataclasses import dataclass

from core.domain.statement import StatementAccount
from core.ingest.owners.odd_owners import why_odd
from core.words.registrations import REGISTRATIONS

TWO_PEOPLE = re.compile(r"\s(?:&|and)\s", re.I)
OF_TRUST = re.compile(r"\b(?:trusts?|tr|ttees?|trustees?|u/?a/?d?|u/?t/?d|fbo|estate)\b", re.I)
OF_ONE = frozenset({
    "taxable_individual", "traditional_ira", "roth_ira", "sep_ira", "simple_ira", "401k", "403b", "hsa",
})  # fmt: skip
"""Registrations of accounts that one person owns."""
NAMED_TRUST = re.compile(r"\btrusts?$", re.I)
TRUSTS = frozenset({"trust_grantor", "trust_nongrantor"})
PERSONAL = frozenset({"taxable_individual", "taxable_joint"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """Facts of an account that a person should compare with the page, and why; `missing`: they were not read."""

    facts: tuple[str, ...]
    sentence: str
    missing: bool = False


def doubts_of(account: StatementAccount) -> list[Doubt]:
    """What a person should know of the owner, registration, day and number of an account that holds something."""
    if not account.positions and not account.cash:
        return []
    paper = "page" if account.positions and account.positions[0].source.page else "file"
    found = [_doubt(fact, other, paper) for fact, other in account.doubts.items()]
    if unfit := _unfit(account.owner, account.registration, on_page=paper == "page"):
        found.append(Doubt(("owner", "registration"), f"{unfit}; compare both with the {paper}"))
    if odd := why_odd(account.owner, account.institution, (line.description for line in account.positions)):
        found.append(Doubt(("owner",), f"the owner is read as {account.owner}, {odd}; compare with the {paper}"))
    if lacking := _lacking(account):
        named = ", ".join("day" if fact == "as_of" else fact for fact in lacking)
        found.append(Doubt(lacking, f"not printed, or not read: {named}", missing=True))
    return found


def _doubt(fact: str, other: str, paper: str) -> Doubt:
    """What a file tells of a fact besides what is read, or in the title of an account that is understood as none."""
    if fact == "title":
        said = (
            f"the title also says '{other}', which was not understood; compare owner and registration with the {paper}"
        )
        return Doubt(("owner", "registration"), said)
    return Doubt((fact,), f"the {fact} may be {other} as well; compare with the {paper}")


def facts_in_doubt(account: StatementAccount) -> frozenset[str]:
    """The facts of an account that nothing but a person can settle."""
    return frozenset(fact for doubt in doubts_of(account) for fact in doubt.facts)


def _lacking(account: StatementAccount) -> tuple[str, ...]:
    read = {
        "owner": account.owner, "registration": account.registration != "other", "as_of": account.as_of,
        "number": account.number,
    }  # fmt: skip
    return tuple(fact for fact, value in read.items() if not value)


def _unfit(owner: str, registration: str, on_page: bool) -> str:
    """Why an owner and a registration do not fit each other; empty where they may.

    The columns of a file tell both in so many words: one client for a trust or for both of two owners.
    """
    kind = REGISTRATIONS.get(registration, registration)
    if not owner:
        return ""
    of_trust, two = OF_TRUST.search(owner) is not None, TWO_PEOPLE.search(owner) is not None
    if of_trust and registration in PERSONAL:
        return f"the owner is read as {owner}, the registration as {kind}, which no trust has"
    if registration in OF_ONE and (NAMED_TRUST.search(owner) or (two and not of_trust)):
        return f"the owner is read as {owner}, the registration as {kind}, which one person has alone"
    if not on_page:
        return ""
    if registration in TRUSTS and not of_trust:
        return f"the account is read as that of a trust, the owner as {owner}"
    if registration == "taxable_joint" and not two and "/" not in owner:
        return f"the account is read as joint, and one owner is named, {owner}"
    return ""
