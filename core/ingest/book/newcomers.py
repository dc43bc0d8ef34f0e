"""An account as the book first meets it: whose it is, what its card says, and what a person should know of it."""

from collections.abc import Mapping
from dataclasses import replace

from core.domain.account import Account, AccountCard
from core.domain.household import Household
from core.domain.issue import Issue
from core.domain.statement import StatementAccount
from core.ingest.book.ledger import unnamed
from core.ingest.book.matching import SAME_NAME, likeness
from core.words.sentences import listing

SHOWN = 3
"""Transactions that a warning names."""


def owner_and_taxpayer(account: StatementAccount, household: Household) -> tuple[str, str]:
    """Those of the account that the same person owns, else those of the household's first taxpayer."""
    own = {one.id: one for one in household.accounts}
    alike = [
        (likeness(account.owner, card.owner_name), own[card.account])
        for card in household.cards
        if card.account in own and card.owner_name
    ]
    score, same = max(alike, key=lambda one: one[0], default=(0.0, None))
    if same is not None and score >= SAME_NAME:
        return same.owner, same.taxpayer
    taxpayer = household.taxpayers[0].id if household.taxpayers else ""
    owner = next((one.owner for one in household.accounts if one.taxpayer == taxpayer), taxpayer or "owner")
    return owner, taxpayer


def told_of_new(account: Account, owner: str) -> list[Issue]:
    """What a person should know of an account that is new in the book."""
    told = []
    if account.taxpayer:
        told.append(
            Issue(
                "note",
                account.id,
                f"the account{f' of {owner}' if owner else ''} was given to taxpayer {account.taxpayer}; change it "
                "if that is wrong",
                "taxpayer_assumed",
            )
        )
    else:
        told.append(Issue("warning", account.id, "the household has no taxpayer yet", "tax_profile_missing"))
    if account.registration == "other":
        told.append(
            Issue(
                "warning",
                account.id,
                "the statement does not say how the account is registered",
                "registration_unknown",
            )
        )
    if not account.tradable:
        told.append(Issue("note", account.id, "the account is taken to be held away and is not traded", "held_away"))
    return told


def told_of_unnamed(account: StatementAccount, account_id: str, held: Mapping[str, str]) -> list[Issue]:
    """Purchases and sales that the wash-sale ledger cannot take, since something of them is unreadable.

    held : the book's symbol by names of what the account held before
    """
    lost = unnamed(account, held)
    if not lost:
        return []
    said = "a purchase or sale" if len(lost) == 1 else f"{len(lost)} purchases or sales"
    which = listing([" ".join(f"{one.kind} {one.description}".split()) or "one without words" for one in lost[:SHOWN]])
    more = f" and {len(lost) - SHOWN} more" if len(lost) > SHOWN else ""
    return [
        Issue(
            "warning",
            account_id,
            f"the statement lists {said} without a readable security, day or quantity; the wash-sale ledger lacks "
            f"{which}{more}",
            "ledger_incomplete",
        )
    ]


def cards_with(
    account: StatementAccount, household: Household, fresh: Account, statement_id: str | None
) -> tuple[AccountCard, ...]:
    """The household's cards with that of the account brought up to date, at the end."""
    old = next((card for card in household.cards if card.account == fresh.id), None)
    if old is None:
        title = account.institution or account.number or fresh.id
        old = AccountCard(fresh.id, title, held_away=not fresh.tradable)
    card = replace(
        old,
        number=account.number or old.number,
        institution=account.institution or old.institution,
        owner_name=account.owner or old.owner_name,
        statement=statement_id or old.statement,
        as_of=account.as_of.isoformat() if account.as_of else old.as_of,
    )
    return (*(one for one in household.cards if one.account != fresh.id), card)
