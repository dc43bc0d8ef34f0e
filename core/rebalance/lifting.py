"""A case without one of its rules: each function takes one kind of limit away and leaves all else as it is."""

from collections.abc import Callable
from dataclasses import replace

from core.domain.case import Case
from core.domain.lot import Lot

Lift = Callable[[Case], Case]


def no_budgets(case: Case) -> Case:
    """The case without gain budgets."""
    return replace(case, taxpayers=tuple(replace(payer, gain_budget=None) for payer in case.taxpayers))


def policy_with(**changes: object) -> Lift:
    """The case under a changed policy."""
    return lambda case: replace(case, policy=replace(case.policy, **changes))  # type: ignore[arg-type]


def accounts_with(*, only: str | None = None, **changes: object) -> Lift:
    """The case with some fields of its accounts (or of one) changed."""

    def lift(case: Case) -> Case:
        return replace(
            case,
            accounts=tuple(
                replace(account, **changes) if only in (None, account.id) else account  # type: ignore[arg-type]
                for account in case.accounts
            ),
        )

    return lift


def may_sell(account_id: str, symbol: str) -> Lift:
    """The account with one symbol fewer on its list of what it does not sell."""

    def lift(case: Case) -> Case:
        kept = tuple(other for other in case.account(account_id).do_not_sell if other != symbol)
        return accounts_with(only=account_id, do_not_sell=kept)(case)

    return lift


def unlocked(symbols: frozenset[str]) -> Lift:
    """The case with some securities free to trade."""

    def lift(case: Case) -> Case:
        free = (
            replace(security, tradable=True, lock_until=None) if security.symbol in symbols else security
            for security in case.securities
        )
        return replace(case, securities=tuple(free))

    return lift


def all_known(case: Case) -> Case:
    """Lots without basis or date as if bought at today's price long ago."""
    prices = {security.symbol: security.unit_price for security in case.securities}
    day = case.as_of.replace(year=case.as_of.year - 3, day=1)

    def known(lot: Lot) -> Lot:
        basis = lot.quantity * prices[lot.symbol] if lot.cost_basis is None else lot.cost_basis
        return replace(lot, cost_basis=basis, acquired=lot.acquired or day)

    return replace(
        case,
        accounts=tuple(
            replace(account, lots=tuple(known(lot) for lot in account.lots)) if account.taxable else account
            for account in case.accounts
        ),
    )
