"""The wash-sale rule (26 USC 1091) as the solver sees it: what history forbids today, and what excludes what.

Conservative throughout: where a purchase of the last 30 days is still held, no *other* lot of its identical group
is sold at a loss by anyone whose losses that purchase counts against; shares of one acquisition never replace one
another (Rev. Rul. 56-602). Where a household falls short by that, the purchase may be sold out with the loss. A
reinvesting holding counts as a purchase of the next 30 days.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from core.domain.case import Case
from core.domain.lot import Lot
from core.rebalance.wash_exits import Leaver, leavers
from core.tax.households import WINDOW, counting_accounts, locks, wash_groups


@dataclass(frozen=True, slots=True)
class WashRule:
    """What the rule says about one case on its day.

    groups : symbol -> wash-sale identity
    counting : taxpayer -> accounts whose purchases count against that taxpayer's losses
    locked : (account, group) of which nothing may be bought: a loss was taken less than 31 days ago
    blocked : lots that may not be sold at a loss
    exits : (taxpayer, group) -> reinvesting holdings that must be sold out before a loss is taken
    leaving : lot -> recent purchases that must be sold out where it is sold at a loss
    """

    groups: Mapping[str, str]
    counting: Mapping[str, frozenset[str]]
    locked: frozenset[tuple[str, str]]
    blocked: frozenset[str]
    exits: Mapping[tuple[str, str], frozenset[tuple[str, str]]]
    leaving: Mapping[str, frozenset[Leaver]] = field(default_factory=dict)


def wash_rule(case: Case, can_sell: frozenset[tuple[str, str]], leaving: bool = False) -> WashRule:
    """The rule for a case; `can_sell` names the (account, symbol) that may be sold out.

    leaving : recent purchases may be sold out with the losses that they would take; else they hold them back
    """
    groups = wash_groups(case)
    counting = {payer: counting_accounts(case, payer) for payer in _payers(case)}
    exits, frozen = _reinvesting(case, groups, counting, can_sell)
    others = _others(case, groups, counting)
    held = _lots_of(case, groups, frozen)
    free = leavers(case, can_sell, others, frozenset(held)) if leaving else {}
    blocked = {name for name in others if name not in free} | held
    return WashRule(groups, counting, _locked(case), frozenset(blocked), exits, free)


def _payers(case: Case) -> tuple[str, ...]:
    return tuple(sorted({account.taxpayer for account in case.accounts}))


def _recent(case: Case, day: date) -> bool:
    return timedelta(0) <= case.as_of - day <= WINDOW


def _locked(case: Case) -> frozenset[tuple[str, str]]:
    return frozenset((account, lock.group) for lock in locks(case) for account in lock.accounts)


def _others(
    case: Case, groups: Mapping[str, str], counting: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[tuple[str, str]]]:
    """Lots whose loss a purchase of the last 30 days, still held, would take away, with those purchases."""
    recent = _acquisitions(case, groups)
    found: dict[str, frozenset[tuple[str, str]]] = {}
    for account in case.accounts:
        if not account.taxable:
            continue
        counts = counting[account.taxpayer]
        for lot in account.lots:
            bought = [row for row in recent.get(groups[lot.symbol], ()) if row[0] in counts or row[0] == ""]
            others = frozenset(row for row in bought if row[1] != lot.id)
            if others:
                found[lot.id] = others
    return found


def _acquisitions(case: Case, groups: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Identity -> (account, lot) bought in the window and still held; account "" counts against everyone."""
    recent: dict[str, list[tuple[str, str]]] = {}
    for account in case.accounts:
        for lot in account.lots:
            if _bought_lately(case, lot):
                recent.setdefault(groups[lot.symbol], []).append((account.id, lot.id))
    known = {account.id for account in case.accounts}
    for number, row in enumerate(case.history):
        if row.account not in known and row.side in ("buy", "reinvest") and _recent(case, row.date):
            recent.setdefault(groups.get(row.symbol, row.symbol), []).append(("", f"history {number}"))
    return recent


def _bought_lately(case: Case, lot: Lot) -> bool:
    bought = lot.origin in ("purchase", "reinvestment") and lot.quantity > 0
    return bought and lot.acquired is not None and _recent(case, lot.acquired)


def _reinvesting(
    case: Case,
    groups: Mapping[str, str],
    counting: Mapping[str, frozenset[str]],
    can_sell: frozenset[tuple[str, str]],
) -> tuple[dict[tuple[str, str], frozenset[tuple[str, str]]], set[tuple[str, str]]]:
    """Reinvesting holdings that can be sold out, and (taxpayer, group) where one cannot be."""
    exits: dict[tuple[str, str], set[tuple[str, str]]] = {}
    frozen: set[tuple[str, str]] = set()
    for account in case.accounts:
        if not account.reinvest:
            continue
        for symbol in sorted({lot.symbol for lot in account.lots if lot.quantity > 0}):
            for payer, accounts in counting.items():
                key = (payer, groups[symbol])
                if account.id in accounts and (account.id, symbol) in can_sell:
                    exits.setdefault(key, set()).add((account.id, symbol))
                elif account.id in accounts:
                    frozen.add(key)
    return {key: frozenset(places) for key, places in exits.items()}, frozen


def _lots_of(case: Case, groups: Mapping[str, str], frozen: set[tuple[str, str]]) -> set[str]:
    return {
        lot.id
        for account in case.accounts
        if account.taxable
        for lot in account.lots
        if (account.taxpayer, groups[lot.symbol]) in frozen
    }
