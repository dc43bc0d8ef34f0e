"""Whose purchases count against whose losses, and what a household's recent trades lock (26 USC 1091).

Purchases count in the accounts of the same taxpayer, of those it names as related (a spouse filing apart, a
controlled entity), and in all their IRAs and plans (Pub. 550; Rev. Rul. 2008-5). Windows are 30 days either side,
both ends counted (26 CFR 1.1091-1(a)).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from core.domain.account import Account, Taxpayer
from core.domain.case import Case
from core.domain.lot import Activity, Lot
from core.domain.trade import Lockout

WINDOW = timedelta(days=30)
Grade = Literal["identical", "same_index", "similar", "different"]
ACQUIRED_BY_PURCHASE = frozenset({"purchase", "reinvestment"})


@dataclass(frozen=True, slots=True)
class Lock:
    """An identical group that `accounts` may not buy up to and including the day `until`."""

    group: str
    until: date
    accounts: frozenset[str]
    because: str


@dataclass(frozen=True, slots=True)
class HeldLot:
    """A lot with the account that holds it."""

    account: str
    lot: Lot


def counting_accounts(case: Case, taxpayer_id: str) -> frozenset[str]:
    """The accounts whose purchases may disallow that taxpayer's losses; being related holds in both directions."""
    counted = {taxpayer_id}
    for payer in case.taxpayers:
        if payer.id == taxpayer_id:
            counted |= set(payer.related)
        elif taxpayer_id in payer.related:
            counted.add(payer.id)
    return frozenset(account.id for account in case.accounts if account.taxpayer in counted)


def wash_groups(case: Case) -> dict[str, str]:
    """Symbol -> wash-sale identity: identical groups, joined by a common index where the policy blocks it.

    The identity's name is an identical group's where it holds one, else its first symbol.
    """
    owner: dict[str, str] = {}

    def root(node: str) -> str:
        while owner.setdefault(node, node) != node:
            node = owner[node]
        return node

    for security in case.securities:
        owner[root(security.symbol)] = root(security.group)
        if case.policy.same_index == "block" and security.same_index:
            owner[root(security.group)] = root(f"index {security.same_index}")
    names: dict[str, str] = {}
    for security in sorted(case.securities, key=lambda one: (one.identical_group is None, one.symbol)):
        names.setdefault(root(security.symbol), security.group)
    return {security.symbol: names[root(security.symbol)] for security in case.securities}


def grade_of(case: Case, one: str, other: str) -> Grade:
    """How alike two securities are by the firm's map: a policy, not a ruling of law.

    identical : one identical group; same_index : one index; similar : one stands in for the other; else different
    """
    if one == other:
        return "identical"
    first, second = case.security(one), case.security(other)
    if first.identical_group and first.identical_group == second.identical_group:
        return "identical"
    if first.same_index and first.same_index == second.same_index:
        return "same_index"
    alike = first.classes == second.classes and bool(first.classes)
    return "similar" if other in first.substitutes or one in second.substitutes or alike else "different"


def group_of(case: Case, symbol: str) -> str:
    """The wash-sale identity of one symbol; a symbol the case does not know stands alone."""
    return wash_groups(case).get(symbol, symbol)


def locks(case: Case) -> tuple[Lock, ...]:
    """What losses taken in the last 30 days lock, for every account that counts; latest day for each group first.

    A loss in an IRA or plan locks nothing. A sale whose gain is not known is taken for a loss.
    """
    groups, found = wash_groups(case), []
    accounts = {account.id: account for account in case.accounts}
    for row in case.history:
        account = accounts.get(row.account)
        if row.side != "sell" or not 0 <= (case.as_of - row.date).days <= WINDOW.days:
            continue
        if (row.gain is not None and row.gain >= 0) or (account is not None and not account.taxable):
            continue
        counted = frozenset(accounts) if account is None else counting_accounts(case, account.taxpayer)
        found.append(Lock(groups.get(row.symbol, row.symbol), row.date + WINDOW, counted, _because(row)))
    return tuple(sorted(found, key=lambda lock: (lock.group, -lock.until.toordinal(), sorted(lock.accounts))))


def locked_groups(case: Case, account_id: str) -> frozenset[str]:
    """The identical groups that an account may not buy on the day of the case."""
    return frozenset(lock.group for lock in locks(case) if account_id in lock.accounts)


def lockouts(case: Case, harvested: Iterable[str] = ()) -> tuple[Lockout, ...]:
    """One lockout for each group, with its latest day: from the history, and for groups harvested on the case's day."""
    groups, latest = wash_groups(case), dict[str, Lockout]()
    for lock in locks(case):
        if lock.group not in latest or latest[lock.group].until < lock.until:
            latest[lock.group] = Lockout(lock.group, lock.until, lock.because)
    for group in harvested:
        names = sorted(security.symbol for security in case.securities if groups.get(security.symbol) == group)
        what = " or ".join(names) or group
        because = f"A loss in {what} is taken by these trades; buying it within 30 days would disallow the loss."
        latest[group] = Lockout(group, case.as_of + WINDOW, because)
    return tuple(latest[group] for group in sorted(latest))


def replacements_held(case: Case, taxpayer_id: str, group: str) -> tuple[HeldLot, ...]:
    """Lots bought in the 30 days up to the case's day that would disallow a loss of that taxpayer in that group.

    A lot does not replace its own shares; two lots of one day replace each other; a purchase in the history
    without a lot was sold again and replaces nothing; gifts and inheritances are no purchases.
    """
    groups, counted = wash_groups(case), counting_accounts(case, taxpayer_id)
    return tuple(
        HeldLot(account.id, lot)
        for account in case.accounts
        if account.id in counted
        for lot in account.lots
        if groups[lot.symbol] == group and _bought_recently(lot, case.as_of)
    )


def taxpayers(case: Case) -> tuple[Taxpayer, ...]:
    """The case's taxpayers, and for accounts without a profile a stand-in at the firm's default rates."""
    return case.taxpayers + tuple(
        Taxpayer(taxpayer_id, flat_rates=case.policy.default_rates)
        for taxpayer_id in sorted({account.taxpayer for account in without_profile(case)})
    )


def without_profile(case: Case) -> tuple[Account, ...]:
    """Taxable accounts whose taxpayer the case does not describe."""
    known = {payer.id for payer in case.taxpayers}
    return tuple(account for account in case.accounts if account.taxable and account.taxpayer not in known)


def _bought_recently(lot: Lot, as_of: date) -> bool:
    if lot.acquired is None or lot.origin not in ACQUIRED_BY_PURCHASE or lot.quantity < 0:
        return False
    return as_of - WINDOW <= lot.acquired <= as_of


def _because(row: Activity) -> str:
    what = "A sale whose gain is not known" if row.gain is None else f"A loss of ${-row.gain:,.2f}"
    when = f"{row.date:%b} {row.date.day}, {row.date.year}"
    return f"{what} in {row.symbol} was taken on {when}; buying it within 30 days would disallow the loss."
