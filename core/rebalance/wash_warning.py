"""Where the firm only warns of wash sales: what the trades' losses lose, counted by the wash-sale ledger."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.domain.account import Account, Amounts
from core.domain.case import Case
from core.domain.issue import Issue
from core.domain.lot import Lot
from core.domain.money import ZERO, basis_share
from core.domain.trade import Trade
from core.tax.households import wash_groups
from core.tax.wash_rows import LotRow
from core.tax.wash_sales import wash_sales
from core.words import dollars


def disallowed_losses(case: Case, trades: Sequence[Trade]) -> dict[str, Amounts]:
    """Loss that purchases of the household disallow, by taxpayer and term, as positive dollars; none when avoided."""
    if case.policy.wash_sales == "avoid" or not any(_lossy(trade) for trade in trades):
        return {}
    sold = {pick.lot: (trade, pick) for trade in trades for pick in trade.lots}
    accounts = {account.id: account for account in case.accounts}
    found: dict[str, Amounts] = {}
    for piece in wash_sales(tuple(_rows(case, trades))).lots:
        if piece.disallowed and piece.lot in sold and piece.sold is not None:
            trade, pick = sold[piece.lot]
            payer, old = accounts[trade.account].taxpayer, found.get(accounts[trade.account].taxpayer, Amounts())
            short = piece.disallowed if pick.term == "short" else ZERO
            found[payer] = Amounts(old.short + short, old.long + piece.disallowed - short)
    return found


def wash_issues(case: Case, trades: Sequence[Trade]) -> tuple[Issue, ...]:
    """One warning for each taxpayer whose losses are disallowed in part."""
    return tuple(
        Issue(
            "warning",
            f"taxpayers.{payer}",
            f"Purchases within 30 days disallow {dollars(lost.short + lost.long)} of the losses taken.",
            "wash_sale",
        )
        for payer, lost in sorted(disallowed_losses(case, trades).items())
    )


def _lossy(trade: Trade) -> bool:
    return any((pick.gain or ZERO) < 0 for pick in trade.lots)


def _rows(case: Case, trades: Sequence[Trade]) -> Iterator[LotRow]:
    """Every lot of the household: what the trades sell of it, what is left, then what they buy."""
    picks = {pick.lot: pick for trade in trades for pick in trade.lots}
    for account in case.accounts:
        for lot in account.lots:
            if lot.acquired is None or lot.quantity < 0:
                continue
            pick = picks.get(lot.id)
            taken = pick.quantity if pick else ZERO
            if pick is not None:
                basis, gain = pick.cost_basis or ZERO, pick.gain or ZERO
                yield _row(case, account, lot, taken, basis, basis + gain)
            if taken < lot.quantity:
                left = (lot.cost_basis or ZERO) - basis_share(lot.cost_basis or ZERO, taken, lot.quantity)
                yield _row(case, account, lot, lot.quantity - taken, left, None)
    for trade in trades:
        if trade.side == "buy":
            name = f"purchase of {trade.symbol} in {trade.account}"
            lot = Lot(name, trade.symbol, trade.quantity, trade.amount, case.as_of)
            yield _row(case, case.account(trade.account), lot, trade.quantity, trade.amount, None)


def _row(case: Case, account: Account, lot: Lot, quantity: Decimal, basis: Decimal, proceeds: Decimal | None) -> LotRow:
    related = next((payer.related for payer in case.taxpayers if payer.id == account.taxpayer), ())
    return LotRow(
        lot=lot.id,
        symbol=lot.symbol,
        quantity=quantity,
        acquired=lot.acquired or case.as_of,
        cost_basis=basis,
        sold=None if proceeds is None else case.as_of,
        proceeds=proceeds,
        account=account.id,
        registration=account.registration,
        identical_group=wash_groups(case)[lot.symbol],
        taxpayer=account.taxpayer,
        related=related,
        origin=lot.origin,
    )
