"""What a person completes by hand: a lot's date or basis, a security's class, a taxpayer's profile.

Each needs a reason, makes a new version of the household, and is an event.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from core.domain.canonical import from_plain, to_plain
from core.domain.errors import BadInput, NotFound
from core.domain.frozen_map import FrozenMap
from core.domain.household import Household
from core.domain.lot import Lot
from core.market.asset_classes import labels
from core.words.numbers import as_typed
from core.workflow.desk import Desk
from core.workflow.households import household
from core.workflow.saving import Put, save


def correct_lot(
    desk: Desk, household_id: str, account_id: str, lot_id: str, acquired: str, cost_basis: str, reason: str
) -> Household:
    """Complete or correct what is known of a lot (its date, its basis); the reason is kept with the version."""
    desk.require("sign_off")
    needed(reason, "say where the date or the basis comes from")
    old = household(desk, household_id)
    lot = next(
        (lot for account in old.accounts if account.id == account_id for lot in account.lots if lot.id == lot_id), None
    )
    if lot is None:
        raise NotFound(f"There is no lot '{lot_id}' in account '{account_id}'.")
    plain = {**to_plain(lot), "acquired": acquired.strip() or None, "cost_basis": as_typed(cost_basis) or None}
    changed = from_plain(Lot, plain, "lot")
    accounts = tuple(
        replace(account, lots=tuple(changed if other.id == lot_id else other for other in account.lots))
        if account.id == account_id
        else account
        for account in old.accounts
    )
    return next_version(desk, old, replace(old, accounts=accounts), "household.lot_corrected", reason)


def classify(desk: Desk, household_id: str, symbol: str, percents: Mapping[str, str], reason: str) -> Household:
    """Say how much of a household's own security is in each asset class: class -> percent as typed, empty for none.

    What is missing to 100 stays class "unknown".
    """
    desk.require("sign_off")
    needed(reason, "say what the class rests on")
    classes = _shares_of(symbol, percents)
    old = household(desk, household_id)
    if all(security.symbol != symbol for security in old.securities):
        raise NotFound(f"{symbol} is not a security of this household's own.")
    securities = tuple(
        replace(security, classes=FrozenMap(classes)) if security.symbol == symbol else security
        for security in old.securities
    )
    return next_version(desk, old, replace(old, securities=securities), "household.security_classified", reason)


def _shares_of(symbol: str, percents: Mapping[str, str]) -> dict[str, float]:
    known = labels()
    shares = {}
    for name, text in percents.items():
        if name not in known:
            raise BadInput(name, f"no such asset class; there are {', '.join(known)}")
        plain = text.replace("%", "").strip()
        if plain and not plain.replace(".", "", 1).isdigit():
            raise BadInput(known[name], f"'{text}' is no share; type percent, such as 60")
        if plain and Decimal(plain):
            shares[name] = float(Decimal(plain) / 100)
    total = sum((Decimal(str(share)) for share in shares.values()), Decimal(0)) * 100
    if total > 100:
        raise BadInput(symbol, f"the classes add up to {total:f} percent; at most 100 can be given away")
    return shares


def next_version(desk: Desk, old: Household, changed: Household, event: str, reason: str) -> Household:
    """Save the changed household as its next version, together with the event and the reason."""
    new = replace(changed, version=old.version + 1, note=reason.strip())
    save(desk, event, Put("household", new.id, new.version, new, client=new.id))
    return new


def needed(reason: str, what: str) -> None:
    """BadInput where a change comes without its reason."""
    if not reason.strip():
        raise BadInput("reason", what)
