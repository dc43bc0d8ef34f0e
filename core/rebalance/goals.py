"""Goals: a target, the accounts it looks at, where it stands now, and how far each class may be from it afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.domain.allocation import CASH, Allocation
from core.domain.case import Case
from core.domain.trade import DriftPicture
from core.rebalance.book import Book
from core.risk.exposure import cash_to_come, holdings, in_target, is_outside, is_untargeted, picture, split

TOLERANCE = 1e-4
"""A limit is met within this weight."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One target over some accounts: `limits` are the largest |drift| allowed afterwards, in weight.

    outside : classes that stood outside before; counted : all classes that the total counts
    """

    name: str
    accounts: frozenset[str]
    target: Allocation
    before: DriftPicture
    counted: tuple[str, ...]
    limits: Mapping[str, float]
    outside: frozenset[str]

    def reach(self, name: str, sign: float) -> float:
        """The largest drift allowed afterwards to one side (above 0: over), in weight; infinite where none counts."""
        counts = self.target.band(name).counts(sign)
        return self.limits[name] if counts else float("inf")

    def spends(self, name: str) -> bool:
        """Whether it is cash that goes into the target itself: what is left of it is only what rounding leaves."""
        over = name in self.outside and self.before.drift.get(name, 0.0) > 0
        return name == CASH and over and self.target.destination == "target"


def goals(book: Book) -> tuple[Goal, ...]:
    """The household's goal, then those of accounts with a target of their own."""
    case = book.case
    found = [_goal(book, "", frozenset(account.id for account in in_target(case)), case.target)]
    for account in book.accounts.values():
        if account.target is not None:
            found.append(_goal(book, account.id, frozenset([account.id]), account.target))
    return tuple(goal for goal in found if goal.before.total > 0)


def goal_picture(
    case: Case, goal: Goal, held: Mapping[tuple[str, str], Decimal], cash: Mapping[str, Decimal]
) -> DriftPicture:
    """Drift of the goal's accounts with the given holdings and cash."""
    accounts = tuple(account for account in case.accounts if account.id in goal.accounts)
    return picture(case, held, cash, accounts, goal.target)


def excess(goal: Goal, drift: Mapping[str, float]) -> dict[str, float]:
    """What stands beyond the limits, by class, in weight."""
    beyond = {name: abs(drift.get(name, 0.0)) - goal.reach(name, drift.get(name, 0.0)) for name in goal.limits}
    return {name: by for name, by in beyond.items() if by > TOLERANCE}


def drift_total(goal: Goal, values: Mapping[str, float]) -> float:
    """Half the sum of |drift| of dollars by class against the goal's target."""
    whole = sum(values.values())
    sizes = [abs((value / whole if whole else 0.0) - goal.target.weight(name)) for name, value in values.items()]
    return float(sum(sizes)) / 2


def _goal(book: Book, name: str, accounts: frozenset[str], target: Allocation) -> Goal:
    members = tuple(account for account in book.case.accounts if account.id in accounts)
    before = picture(book.case, holdings(members), cash_to_come(members), members, target)
    return goal_from(book, name, accounts, target, before, dearest_shares(book, target))


def goal_from(
    book: Book,
    name: str,
    accounts: frozenset[str],
    target: Allocation,
    before: DriftPicture,
    dearest: Mapping[str, float],
) -> Goal:
    """The goal of a target where its accounts stand as pictured; `dearest` as `dearest_shares` says."""
    classes = {*dearest, CASH, *target.weights}
    if book.case.policy.untargeted == "hold":
        classes = {part for part in classes if not is_untargeted(part, target)}
    outside = {part for part in classes if is_outside(before.drift.get(part, -target.weight(part)), part, target)}
    limits = {
        part: _limit(target, part, part in outside, dearest.get(part, 0.0) / max(float(before.total), 1e-9))
        for part in sorted(classes)
    }
    if not outside:
        _invest_deposits(book, accounts, target, before, limits, outside)
    return Goal(name, accounts, target, before, tuple(sorted(classes)), limits, frozenset(outside))


def dearest_shares(book: Book, target: Allocation) -> dict[str, float]:
    """By class: dollars of one share of the dearest whole-share security that carries it, 0 where there is none."""
    found: dict[str, float] = {}
    for security in book.securities.values():
        price = 0.0 if security.fractional else float(security.unit_price)
        for name, share in split(security, target.by).items():
            found[name] = max(found.get(name, 0.0), price if share > 0 else 0.0)
    return found


def _limit(target: Allocation, name: str, outside: bool, one_share: float) -> float:
    width = target.band(name).half_width(target.weight(name))
    if not outside or target.destination == "band_edge":
        return width
    return width / 2 if target.destination == "half_band" else min(width, one_share or TOLERANCE)


def _invest_deposits(
    book: Book,
    accounts: frozenset[str],
    target: Allocation,
    before: DriftPicture,
    limits: dict[str, float],
    outside: set[str],
) -> None:
    """With nothing outside, a deposit is invested as far as it stands above the target of cash."""
    deposits = sum(
        float(book.accounts[name].cash_flow)
        for name in accounts
        if book.accounts[name].cash_flow > 0 and any(key[0] == name for key in book.buys)
    )
    surplus = before.drift.get(CASH, 0.0)
    least = float(book.case.policy.minimum_trade) / float(before.total)
    if deposits > 0 and min(surplus, deposits / float(before.total)) > least:
        limits[CASH] = max(surplus - deposits / float(before.total), TOLERANCE)
        outside.add(CASH)
