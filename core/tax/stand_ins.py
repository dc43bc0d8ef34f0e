"""What stands in for something sold at a loss, and when the household may go back to it (26 USC 1091: 30 days).

A stand-in is a lot of a listed substitute, bought in the account of the loss on its day or within 30 days after. What
was itself sold as a stand-in is not gone back to.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.domain.case import Case
from core.domain.lot import Activity, Lot
from core.domain.trade import Lockout
from core.tax.households import WINDOW, wash_groups


@dataclass(frozen=True, slots=True)
class StandIn:
    """Lots of `symbol` in one account that stand in for `original` since the day of its loss.

    free_from : the first day on which `original` may be bought again
    """

    account: str
    symbol: str
    original: str
    lots: tuple[Lot, ...]
    since: date
    free_from: date


def stand_ins(case: Case) -> tuple[StandIn, ...]:
    """Every stand-in that is still held, by account and symbol; the latest loss counts."""
    found: dict[tuple[str, str, str], StandIn] = {}
    for row in sorted(case.history, key=lambda one: one.date):
        for one in _of_loss(case, row):
            found[(one.account, one.symbol, one.original)] = one
    return tuple(found[key] for key in sorted(found))


def with_intentions(
    case: Case, lockouts: tuple[Lockout, ...], sold: frozenset[tuple[str, str]] = frozenset()
) -> tuple[Lockout, ...]:
    """The lock-outs with the day from which the policy means to go back, and what it then sells.

    sold : (account, symbol) of stand-ins that are sold today already
    """
    if case.policy.switch_back == "never":
        return lockouts
    groups, later = wash_groups(case), [one for one in stand_ins(case) if one.free_from > case.as_of]
    later = [one for one in later if (one.account, one.symbol) not in sold]
    plans = {groups[one.original]: intention(case, one.original, one.symbol) for one in later}
    return tuple(intended(one, plans.get(one.identical_group, "")) for one in lockouts)


def intended(lockout: Lockout, plan: str) -> Lockout:
    """The lock-out with what is meant to be done on the first free day."""
    if not plan:
        return lockout
    return Lockout(
        lockout.identical_group, lockout.until, lockout.because, plan, lockout.until + timedelta(days=1)
    )  # fmt: skip


def intention(case: Case, original: str, held: str) -> str:
    """What the policy means to do once the lock-out is over."""
    unless = "unless it turns a short-term gain" if case.policy.switch_back == "no_short_gain" else "unless at a gain"
    return f"Sell {held} and go back to {original}, {unless}."


def _of_loss(case: Case, row: Activity) -> Iterator[StandIn]:
    account = next((one for one in case.accounts if one.id == row.account), None)
    lost = row.side == "sell" and row.gain is not None and row.gain < 0
    original = next((one for one in case.securities if one.symbol == row.symbol), None)
    if account is None or original is None or not lost or not account.taxable or _was_stand_in(case, row):
        return
    groups = wash_groups(case)
    for symbol in original.substitutes:
        lots = tuple(lot for lot in account.lots if lot.symbol == symbol and _bought_for(lot, row.date))
        if lots and groups.get(symbol) != groups[original.symbol]:
            yield StandIn(account.id, symbol, original.symbol, lots, row.date, row.date + WINDOW + timedelta(days=1))


def _bought_for(lot: Lot, loss: date) -> bool:
    return lot.quantity > 0 and lot.origin == "purchase" and lot.acquired is not None and (
        loss <= lot.acquired <= loss + WINDOW
    )  # fmt: skip


def _was_stand_in(case: Case, row: Activity) -> bool:
    """Whether what was sold had itself been bought for something else that was sold at a loss."""
    substitutes = {one.symbol: one.substitutes for one in case.securities}
    return any(
        row.symbol in substitutes.get(earlier.symbol, ())
        for earlier in case.history
        if earlier.account == row.account and earlier.side == "sell" and earlier.date < row.date
        and earlier.gain is not None and earlier.gain < 0
    )  # fmt: skip
