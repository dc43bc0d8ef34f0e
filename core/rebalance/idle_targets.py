"""Targets that ask for nothing, because no account counts toward them or nothing that they count is held."""

from collections.abc import Iterator, Sequence

from core.domain.account import Account
from core.domain.allocation import Allocation
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue
from core.rebalance.goals import Goal
from core.risk.exposure import in_target
from core.words import listing


def idle_targets(case: Case, goals: Sequence[Goal]) -> tuple[Issue, ...]:
    """A warning for each target without a goal: the household's, and those that accounts have of their own."""
    return tuple(_found(case, {goal.name for goal in goals}))


def _found(case: Case, served: set[str]) -> Iterator[Issue]:
    if "" not in served:
        yield _household(case, in_target(case))
    for account in case.accounts:
        if account.target is not None and account.id not in served:
            message = f"{account.id} holds nothing that its own target counts: that target asks for no trade."
            yield Issue("warning", account.id, message, "target_without_value", _facts(account.target, [account.id]))


def _household(case: Case, counted: Sequence[Account]) -> Issue:
    if counted:
        names = [account.id for account in counted]
        hold = "holds" if len(names) == 1 else "hold"
        message = f"{listing(names)} {hold} nothing that the household's target counts: it asks for no trade."
        return Issue("warning", "target", message, "target_without_value", _facts(case.target, names))
    names = [account.id for account in case.accounts]
    apart = f"{listing(names)} {'stands' if len(names) == 1 else 'stand'} outside it" if names else "there is none"
    message = f"No account counts toward the household's target: {apart}. It asks for no trade."
    return Issue("warning", "target", message, "target_without_accounts", _facts(case.target, names))


def _facts(target: Allocation, accounts: list[str]) -> FrozenMap[tuple[str, ...]]:
    return FrozenMap({"accounts": tuple(sorted(accounts)), "weights": tuple(sorted(target.weights))})
