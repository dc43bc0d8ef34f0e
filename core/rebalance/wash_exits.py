"""Recent purchases that may be sold out together with the losses that they would take away.

What is sold on the day of a loss, or before, replaces nothing: a loss that a purchase of the last 30 days disallows
while it is held stands where that purchase is sold out as well.
"""

from collections.abc import Mapping

from core.domain.account import Account
from core.domain.case import Case
from core.domain.lot import Lot
from core.tax.gains import gain_per_share

Leaver = tuple[str, str, str]
"""(account, symbol, lot)"""
Others = Mapping[str, frozenset[tuple[str, str]]]
"""By lot: the recent purchases that would take its loss, as (account, lot); "" is an account nobody knows."""


def leavers(
    case: Case, can_sell: frozenset[tuple[str, str]], others: Others, frozen: frozenset[str]
) -> dict[str, frozenset[Leaver]]:
    """By lot whose loss recent purchases would take: those purchases, where all of them may be sold out.

    can_sell : (account, symbol) that may be sold; frozen : lots that may not be sold at a loss whatever else is sold
    """
    held = {(account.id, lot.id): (account, lot) for account in case.accounts for lot in account.lots}
    recent = {key for keys in others.values() for key in keys if key in held}
    free = {key for key in recent if _may_leave(case, *held[key], can_sell)}
    while stuck := {key for key in free if _is_stuck(case, *held[key], others, free, frozen)}:
        free -= stuck
    return {
        name: frozenset((account, held[account, lot][1].symbol, lot) for account, lot in keys)
        for name, keys in others.items()
        if name not in frozen and keys <= free
    }


def _may_leave(case: Case, account: Account, lot: Lot, can_sell: frozenset[tuple[str, str]]) -> bool:
    """What was bought before today: of what is bought and sold on the day of a loss nobody knows which came first."""
    if lot.acquired is None or lot.acquired >= case.as_of or (account.taxable and lot.cost_basis is None):
        return False
    return (account.id, lot.symbol) in can_sell


def _is_stuck(
    case: Case,
    account: Account,
    lot: Lot,
    others: Others,
    free: set[tuple[str, str]],
    frozen: frozenset[str],
) -> bool:
    """Whether a recent purchase is itself at a loss that another purchase, or a reinvesting holding, would take."""
    gain = gain_per_share(lot, case.security(lot.symbol).unit_price)
    if not account.taxable or gain is None or gain > 0:
        return False
    return lot.id in frozen or not others.get(lot.id, frozenset()) <= free
