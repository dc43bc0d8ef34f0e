"""The household's tax ledger: lots with term and days to long-term, the year so far, losses and their replacements.

Losses of the history are held against the purchases that are still held, by the same rule as `wash_sales`.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from core.domain.account import Account, Amounts
from core.domain.case import Case
from core.domain.ledger import HouseholdLedger, LedgerLot, LossTaken, PayerYear
from core.domain.lot import Activity, Lot
from core.domain.money import ZERO, cents
from core.tax.gains import gain_per_share
from core.tax.holding_period import days_to_long, lot_term
from core.tax.households import WINDOW, lockouts, wash_groups
from core.tax.stand_ins import with_intentions
from core.tax.wash_pieces import WashPiece
from core.tax.wash_rows import LotRow
from core.tax.wash_sales import wash_sales

LONG_BEFORE = timedelta(days=400)
"""Where the history does not say when sold shares were bought, they are taken to be of no recent purchase."""


def household_ledger(case: Case) -> HouseholdLedger:
    """The ledger of a case on its day."""
    lots = tuple(_lot(case, account, lot) for account in case.accounts for lot in account.lots)
    locked = with_intentions(case, lockouts(case))
    return HouseholdLedger(case.as_of, lots, tuple(_payers(case, lots)), losses_taken(case), locked)


def losses_taken(case: Case) -> tuple[LossTaken, ...]:
    """Losses of the history in taxable accounts, earliest first, each with what disallows it."""
    sales = [row for row in sorted(case.history, key=lambda row: row.date) if _is_loss(case, row)]
    rows = [*(_sold(case, number, row) for number, row in enumerate(sales)), *_held(case)]
    pieces = wash_sales(rows).lots
    return tuple(
        _loss(row, [piece for piece in pieces if piece.lot == _name(number)]) for number, row in enumerate(sales)
    )


def _lot(case: Case, account: Account, lot: Lot) -> LedgerLot:
    price = case.security(lot.symbol).unit_price
    per_share = gain_per_share(lot, price) if lot.quantity > 0 else None
    days = days_to_long(lot, case.as_of) if account.taxable else None
    return LedgerLot(
        account.id, lot, cents(lot.quantity * price), None if per_share is None else cents(per_share * lot.quantity),
        lot_term(lot, case.as_of) if account.taxable else None, days,
        None if not days else case.as_of + timedelta(days=days),
        lot.origin != "gift" and lot.holding_start is not None and lot.holding_start != lot.acquired,
    )  # fmt: skip


def _payers(case: Case, lots: tuple[LedgerLot, ...]) -> Iterator[PayerYear]:
    homes = {account.id: account.taxpayer for account in case.accounts if account.taxable}
    for payer in case.taxpayers:
        own = [one for one in lots if homes.get(one.account) == payer.id and one.gain is not None]
        short, long = (sum((one.gain or ZERO for one in own if one.term == term), ZERO) for term in ("short", "long"))
        so_far = payer.realized.short + payer.realized.long
        room = None if payer.gain_budget is None else payer.gain_budget - so_far
        yield PayerYear(payer.id, payer.realized, payer.carryforward, payer.gain_budget, room, Amounts(short, long))


def _is_loss(case: Case, row: Activity) -> bool:
    taxable = {account.id for account in case.accounts if account.taxable}
    return row.side == "sell" and row.gain is not None and row.gain < 0 and row.account in taxable


def _name(number: int) -> str:
    return f"sale {number + 1}"


def _sold(case: Case, number: int, row: Activity) -> LotRow:
    proceeds = row.amount or ZERO
    return _row(
        case, case.account(row.account), row.symbol, _name(number), row.quantity, proceeds - (row.gain or ZERO),
        row.date - LONG_BEFORE, "purchase", (row.date, proceeds),
    )  # fmt: skip


def _held(case: Case) -> Iterator[LotRow]:
    """Lots still held; what was bought and sold again replaces nothing that is known."""
    for account in case.accounts:
        for lot in account.lots:
            if lot.acquired is not None and lot.quantity > 0:
                basis = lot.cost_basis or ZERO
                yield _row(case, account, lot.symbol, lot.id, lot.quantity, basis, lot.acquired, lot.origin)


def _row(
    case: Case, account: Account, symbol: str, name: str, quantity: Decimal, basis: Decimal, acquired: date,
    origin: str, sold: tuple[date, Decimal] | None = None,
) -> LotRow:  # fmt: skip
    related = next((payer.related for payer in case.taxpayers if payer.id == account.taxpayer), ())
    return LotRow(
        lot=name, symbol=symbol, quantity=quantity, acquired=acquired, cost_basis=basis,
        sold=sold[0] if sold else None, proceeds=sold[1] if sold else None, account=account.id,
        registration=account.registration, identical_group=wash_groups(case).get(symbol, symbol),
        taxpayer=account.taxpayer, related=related, origin=origin,
    )  # fmt: skip


def _loss(row: Activity, pieces: list[WashPiece]) -> LossTaken:
    lots = tuple(dict.fromkeys(piece.replaced_by for piece in pieces if piece.replaced_by))
    return LossTaken(
        row.account, row.symbol, row.date, -(row.gain or ZERO),
        cents(sum((piece.disallowed for piece in pieces), ZERO)),
        cents(sum((piece.permanent for piece in pieces), ZERO)),
        row.date + WINDOW, lots, " ".join(piece.because for piece in pieces),
    )  # fmt: skip
