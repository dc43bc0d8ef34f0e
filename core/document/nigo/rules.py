"""The rules file, the family of checks, and what the checks look at."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from core.domain.account import AccountCard
from core.domain.household import Household
from core.domain.money import ZERO
from core.domain.proposal import Proposal
from core.domain.trade import Trade
from core.registry import Registry
from core.settings import REFERENCE

Found = Iterator[tuple[str, str]]
"""Where and what"""

CHECKS: Registry[Callable[[Proposal, Household], Found]] = Registry("check", "core.document.nigo")

check = CHECKS.add()


@cache
def rules() -> Mapping[str, Any]:
    """`data/reference/nigo.toml`."""
    with (REFERENCE / "nigo.toml").open("rb") as file:
        return tomllib.load(file)


def registration_of(household: Household, account: str) -> str:
    """How the household's account is registered now; empty where it has none of that id."""
    return next((one.registration for one in household.accounts if one.id == account), "")


def accounts_of(proposal: Proposal) -> list[str]:
    return sorted({trade.account for trade in proposal.answer.trades})


def cards(proposal: Proposal, household: Household) -> list[tuple[str, AccountCard]]:
    return [(account, household.card(account)) for account in accounts_of(proposal)]


def sales(proposal: Proposal) -> list[tuple[Trade, str]]:
    return [(trade, trade.account) for trade in proposal.answer.trades if trade.side == "sell"]


def holdings(proposal: Proposal) -> dict[tuple[str, str], Decimal]:
    """What each account held when the proposal was made: account and symbol -> shares."""
    held: dict[tuple[str, str], Decimal] = {}
    for account in proposal.case.accounts:
        for lot in account.lots:
            held[account.id, lot.symbol] = held.get((account.id, lot.symbol), ZERO) + lot.quantity
    return held


def is_taxed(proposal: Proposal, account: str) -> bool:
    return any(one.id == account and one.taxable for one in proposal.case.accounts)
