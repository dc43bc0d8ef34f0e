"""Losses that could be taken today, less what the wash-sale rule would disallow (26 USC 1091)."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from core.domain.account import Account
from core.domain.case import Case
from core.domain.lot import Lot
from core.domain.security import Security
from core.tax.households import counting_accounts, wash_groups
from core.tax.wash_rows import LotRow
from core.tax.wash_sales import BOUGHT, WINDOW, wash_sales

ZERO = Decimal(0)


def harvestable(case: Case, securities: Mapping[str, Security]) -> dict[str, float]:
    """Account -> losses that could be taken today, less what purchases of the last 30 days would wash."""
    losses = [
        (account, lot)
        for account in case.accounts
        if account.taxable
        for lot in account.lots
        if loss_of(lot, securities) > 0
    ]
    found: dict[str, float] = {}
    for account, lot in losses:
        found[account.id] = found.get(account.id, 0.0) + float(loss_of(lot, securities))
    for name, dollars in _washed(case, losses, securities).items():
        found[name] = max(0.0, found[name] - dollars)
    return found


def loss_of(lot: Lot, securities: Mapping[str, Security]) -> Decimal:
    """Dollars that a lot has lost; 0 where its basis or start is not known."""
    if lot.cost_basis is None or lot.acquired is None or lot.quantity < 0:
        return ZERO
    return lot.cost_basis - lot.quantity * securities[lot.symbol].unit_price


def _washed(case: Case, losses: list[tuple[Account, Lot]], securities: Mapping[str, Security]) -> dict[str, float]:
    """Account -> dollars of today's losses that the wash-sale rule would disallow."""
    recent = [(account, lot) for account in case.accounts for lot in account.lots if _bought_recently(lot, case)]
    if not recent or not losses:
        return {}
    groups = wash_groups(case)
    touched = {groups[lot.symbol] for _, lot in recent}
    at_risk = [(account, lot) for account, lot in losses if groups[lot.symbol] in touched]
    sold = {lot.id for _, lot in at_risk}
    kept = [(account, lot) for account, lot in recent if lot.id not in sold]
    rows = [_row(case, account, lot, groups, securities, True) for account, lot in at_risk]
    rows += [_row(case, account, lot, groups, securities, False) for account, lot in kept]
    washed: dict[str, float] = {}
    for piece in wash_sales(rows).lots:
        if piece.disallowed:
            washed[piece.account] = washed.get(piece.account, 0.0) + float(piece.disallowed)
    return washed


def _bought_recently(lot: Lot, case: Case) -> bool:
    if lot.acquired is None or lot.cost_basis is None or lot.quantity < 0 or lot.origin not in BOUGHT:
        return False
    return timedelta(0) <= case.as_of - lot.acquired <= WINDOW


def _row(
    case: Case, account: Account, lot: Lot, groups: Mapping[str, str], securities: Mapping[str, Security], sold: bool
) -> LotRow:
    counted = counting_accounts(case, account.taxpayer)
    assert lot.acquired is not None and lot.cost_basis is not None
    return LotRow(
        lot=lot.id,
        symbol=lot.symbol,
        quantity=lot.quantity,
        acquired=lot.acquired,
        cost_basis=lot.cost_basis,
        sold=case.as_of if sold else None,
        proceeds=lot.quantity * securities[lot.symbol].unit_price if sold else None,
        account=account.id,
        registration=account.registration.replace("_", " "),
        identical_group=groups[lot.symbol],
        taxpayer=account.taxpayer,
        related=tuple(sorted({one.taxpayer for one in case.accounts if one.id in counted})),
        origin=lot.origin,
    )
