"""Checks of the accounts: registration, title, owner, custodian, number, whether an order can go there."""

import re

from core.document.nigo.rules import Found, accounts_of, cards, check, registration_of, rules
from core.domain.household import Household
from core.domain.proposal import Proposal
from core.words import class_label, one_line


@check
def registration_title(proposal: Proposal, household: Household) -> Found:
    """The account's title speaks of another registration."""
    for account, card in cards(proposal, household):
        registration = registration_of(household, account)
        for word in sorted(rules()["titles"], key=len, reverse=True):
            if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", card.title.lower()):
                if registration and registration not in rules()["titles"][word]:
                    yield account, f"The title “{one_line(card.title)}” does not fit {class_label(registration)}."
                break


@check
def registration_owner(proposal: Proposal, household: Household) -> Found:
    """The owner's name lacks what the registration asks for: two people, or a trust."""
    for account, card in cards(proposal, household):
        registration = registration_of(household, account)
        wanted = rules()["owners"].get(registration, ())
        if wanted and card.owner_name.strip() and not any(word in f"{card.owner_name.lower()} " for word in wanted):
            yield account, f"The owner “{one_line(card.owner_name)}” does not fit {class_label(registration)}."


@check
def owner_missing(proposal: Proposal, household: Household) -> Found:
    """No owner's name."""
    for account, card in cards(proposal, household):
        if not card.owner_name.strip():
            yield account, "The owner's name is missing."


@check
def custodian_missing(proposal: Proposal, household: Household) -> Found:
    """Nobody to send the order to."""
    for account, card in cards(proposal, household):
        if not card.institution.strip():
            yield account, "The custodian is not named."


@check
def account_number_form(proposal: Proposal, household: Household) -> Found:
    """No account number, or not in the form that is taken."""
    for account, card in cards(proposal, household):
        if not re.fullmatch(rules()["account_number"], card.number.strip()):
            shown = one_line(card.number) or "missing"
            yield account, f"The account number is not in form: {shown}."


@check
def account_number_twice(proposal: Proposal, household: Household) -> Found:
    """Two accounts at one custodian carry one number."""
    for account, card in cards(proposal, household):
        same = [
            one.title
            for one in household.cards
            if one.account != account and card.number.strip()
            and (one.number.strip(), one.institution) == (card.number.strip(), card.institution)
        ]  # fmt: skip
        if same:
            yield account, f"The account number {one_line(card.number)} is also that of {one_line(same[0])}."


@check
def account_unknown(proposal: Proposal, household: Household) -> Found:
    """An order for an account that the household no longer has."""
    for account in accounts_of(proposal):
        if not registration_of(household, account):
            yield account, "The household has no such account any more."


@check
def registration_changed(proposal: Proposal, household: Household) -> Found:
    """The account was registered otherwise when the proposal was made."""
    before = {one.id: one.registration for one in proposal.case.accounts}
    for account in accounts_of(proposal):
        now = registration_of(household, account)
        if now and before.get(account) != now:
            was = class_label(before.get(account) or "unknown")
            yield account, f"It was {was} when the proposal was made and is {class_label(now)} now."


@check
def account_not_tradable(proposal: Proposal, household: Household) -> Found:
    """Held away, locked or not proven."""
    by_id = {one.id: one for one in household.accounts}
    for account, card in cards(proposal, household):
        held = by_id.get(account)
        if held is not None and (not held.tradable or held.proof == "unproven" or card.held_away):
            why = "held away" if card.held_away else "unproven" if held.proof == "unproven" else "not tradable"
            yield account, f"The account is {why}; no order can be placed there."
