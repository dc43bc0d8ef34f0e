"""What stands for an account whenever it is traded: cash that must be there, money to come, what is never traded.

Texts become values here; each change needs a reason, makes a new version of the household, and is an event.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from core.domain.account import Account
from core.domain.errors import BadInput, NotFound
from core.domain.household import Household
from core.domain.money import ZERO, cents
from core.words.numbers import as_typed
from core.workflow.desk import Desk
from core.workflow.holdings import needed, next_version
from core.workflow.households import household

DOLLARS = {
    "minimum_cash": "Never bought below, $",
    "reserve": "Reserve for payments, $",
    "required_distribution": "Required distribution, $",
    "cash_flow": "Still to come (+) or go (−), $",
}
"""The dollars that stand for an account, and what a person calls each."""


@dataclass(frozen=True, slots=True)
class AccountRules:
    """What a person typed: field -> dollars as text, symbols never bought or sold, whether dividends are reinvested."""

    dollars: Mapping[str, str]
    never_buy: Collection[str] = ()
    never_sell: Collection[str] = ()
    reinvest: bool = False


def rules_texts(account: Account) -> dict[str, str]:
    """The dollars as a person would type them; empty for none."""
    amounts = {name: getattr(account, name) for name in DOLLARS}
    return {name: f"{amount:,}" if amount else "" for name, amount in amounts.items()}


def set_account_rules(desk: Desk, household_id: str, account_id: str, typed: AccountRules, reason: str) -> Household:
    """Keep what stands for an account; BadInput names what is no amount, or below zero where nothing can be."""
    desk.require("sign_off")
    needed(reason, "say what the change rests on")
    old = household(desk, household_id)
    if all(one.id != account_id for one in old.accounts):
        raise NotFound(f"There is no account '{account_id}'.")
    dollars = {name: _dollars(name, typed.dollars.get(name, "")) for name in DOLLARS}
    accounts = tuple(
        replace(
            one,
            minimum_cash=dollars["minimum_cash"],
            reserve=dollars["reserve"],
            required_distribution=dollars["required_distribution"],
            cash_flow=dollars["cash_flow"],
            do_not_buy=tuple(sorted(typed.never_buy)),
            do_not_sell=tuple(sorted(typed.never_sell)),
            reinvest=typed.reinvest,
        )
        if one.id == account_id
        else one
        for one in old.accounts
    )
    return next_version(desk, old, replace(old, accounts=accounts), "household.account_rules_set", reason)


def _dollars(name: str, text: str) -> Decimal:
    label, plain = DOLLARS[name].removesuffix(", $"), as_typed(text)
    if not plain:
        return ZERO
    try:
        amount = Decimal(plain)
    except InvalidOperation:
        raise BadInput(label, f"'{text.strip()}' is no amount; type one such as 12,000, or leave it empty") from None
    if not amount.is_finite() or (amount < 0 and name != "cash_flow"):
        raise BadInput(label, "is zero or more")
    return cents(amount)
