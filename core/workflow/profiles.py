"""What a person types of a taxpayer and of an account: filing status, income, rates, losses; registration, title.

Texts become values here; each change needs a reason, makes a new version of the household, and is an event.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import get_args

from core.domain.account import Account, Amounts, Registration, Taxpayer
from core.domain.canonical import from_plain, to_plain
from core.domain.errors import BadInput, NotFound
from core.domain.household import Household
from core.workflow.desk import Desk
from core.workflow.holdings import needed, next_version
from core.workflow.households import household

REGISTRATIONS: tuple[str, ...] = get_args(Registration)
MONEY = {
    "ordinary_income": "income", "other_investment_income": "investment income", "realized_short": "short-term gains",
    "realized_long": "long-term gains", "carryforward_short": "short-term losses carried",
    "carryforward_long": "long-term losses carried", "gain_budget": "gain budget",
}  # fmt: skip
"""The dollars of a profile, and what a person calls each."""


def without_profile(held: Household) -> tuple[Account, ...]:
    """Taxable accounts for which no taxpayer's profile is known, so that default rates stand in."""
    known = {payer.id for payer in held.taxpayers}
    return tuple(account for account in held.accounts if account.taxable and account.taxpayer not in known)


def profile_texts(payer: Taxpayer | None) -> dict[str, str]:
    """A taxpayer's profile as a person would type it; empty texts for a new one."""
    if payer is None:
        return {"filing_status": "single", "state_rate": "", **dict.fromkeys(MONEY, "")}
    money = {
        "ordinary_income": payer.ordinary_income, "other_investment_income": payer.other_investment_income,
        "realized_short": payer.realized.short, "realized_long": payer.realized.long,
        "carryforward_short": payer.carryforward.short, "carryforward_long": payer.carryforward.long,
        "gain_budget": payer.gain_budget,
    }  # fmt: skip
    texts = {name: "" if amount is None else f"{amount:,}" for name, amount in money.items()}
    percent = (Decimal(str(payer.state_rate)) * 100).normalize()
    return {"filing_status": payer.filing_status, "state_rate": f"{percent:f}", **texts}


def set_profile(
    desk: Desk,
    household_id: str,
    taxpayer_id: str | None,
    texts: Mapping[str, str],
    accounts: Collection[str],
    reason: str,
) -> Household:
    """Keep a taxpayer's profile, and the accounts whose tax they pay; None makes a new taxpayer.

    texts : as of `profile_texts`; dollars with or without commas, the state rate in percent, empty for none
    accounts : theirs from now on; one that was theirs and is not named is left without a profile
    """
    desk.require("sign_off")
    needed(reason, "say where the profile comes from")
    old = household(desk, household_id)
    former = next((payer for payer in old.taxpayers if payer.id == taxpayer_id), None)
    payer = _typed(former or Taxpayer(_free_id(old)), texts)
    others = tuple(one for one in old.taxpayers if one.id != payer.id)
    changed = replace(
        old,
        taxpayers=tuple(sorted((*others, payer), key=lambda one: one.id)),
        accounts=tuple(_paid_by(account, payer.id, account.id in accounts) for account in old.accounts),
    )
    return next_version(desk, old, changed, "household.taxpayer_set", reason)


def set_account(
    desk: Desk, household_id: str, account_id: str, registration: str, title: str, tradable: bool, reason: str
) -> Household:
    """Say how an account is registered, what people call it, and whether it may be traded here."""
    desk.require("sign_off")
    needed(reason, "say what the change rests on")
    if not title.strip():
        raise BadInput("title", "an account needs a name that people know it by")
    old = household(desk, household_id)
    if all(account.id != account_id for account in old.accounts):
        raise NotFound(f"There is no account '{account_id}'.")
    card = replace(old.card(account_id), title=title.strip(), held_away=not tradable)
    changed = replace(
        old,
        accounts=tuple(
            from_plain(Account, {**to_plain(one), "registration": registration, "tradable": tradable}, "account")
            if one.id == account_id
            else one
            for one in old.accounts
        ),
        cards=(*(one for one in old.cards if one.account != account_id), card),
    )
    return next_version(desk, old, changed, "household.account_described", reason)


def _typed(payer: Taxpayer, texts: Mapping[str, str]) -> Taxpayer:
    money = {name: _dollars(label, texts.get(name, "")) for name, label in MONEY.items()}
    return replace(
        from_plain(Taxpayer, {**to_plain(payer), "filing_status": texts.get("filing_status", "single")}, "profile"),
        ordinary_income=money["ordinary_income"] or Decimal(0),
        other_investment_income=money["other_investment_income"] or Decimal(0),
        state_rate=_fraction(texts.get("state_rate", "")),
        realized=Amounts(money["realized_short"] or Decimal(0), money["realized_long"] or Decimal(0)),
        carryforward=Amounts(money["carryforward_short"] or Decimal(0), money["carryforward_long"] or Decimal(0)),
        gain_budget=money["gain_budget"],
    )


def _dollars(label: str, text: str) -> Decimal | None:
    return _number(label, text.replace("$", ""), "an amount such as 85,000, or leave it empty")


def _fraction(text: str) -> float:
    rate = _number("state rate", text.replace("%", ""), "percent, such as 9.3")
    if rate is not None and not 0 <= rate < 100:
        raise BadInput("state rate", "type percent from 0 to under 100, such as 9.3")
    return float(rate / 100) if rate is not None else 0.0


def _number(label: str, text: str, wanted: str) -> Decimal | None:
    plain = text.replace(",", "").replace("\N{MINUS SIGN}", "-").strip()
    if not plain:
        return None
    try:
        found = Decimal(plain)
    except InvalidOperation as trouble:
        raise BadInput(label, f"'{text.strip()}' is no number; type {wanted}") from trouble
    if not found.is_finite():
        raise BadInput(label, f"'{text.strip()}' is no number; type {wanted}")
    return found


def _paid_by(account: Account, taxpayer: str, theirs: bool) -> Account:
    if theirs:
        return replace(account, taxpayer=taxpayer)
    return replace(account, taxpayer="") if account.taxpayer == taxpayer else account


def _free_id(held: Household) -> str:
    taken = {payer.id for payer in held.taxpayers}
    stem = f"T-{held.id.removeprefix('H-')}"
    return next(name for name in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if name not in taken)
