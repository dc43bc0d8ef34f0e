"""What a statement changes in an account of the book: holdings added, gone, changed, and cash, before it is signed."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from core.domain.household import Household
from core.domain.intake import AccountChange, HoldingChange, HoldingKind
from core.domain.lot import Lot

ZERO = Decimal(0)


def difference(before: Household, after: Household, account_id: str) -> AccountChange:
    """The account in two versions of its household, side by side."""
    old = next((one for one in before.accounts if one.id == account_id), None)
    new = next(one for one in after.accounts if one.id == account_id)
    lots = old.lots if old else ()
    symbols = dict.fromkeys(lot.symbol for lot in (*new.lots, *lots))
    return AccountChange(
        after.id,
        account_id,
        old is None,
        tuple(_change(symbol, _of(symbol, lots), _of(symbol, new.lots)) for symbol in sorted(symbols)),
        old.cash if old else ZERO,
        new.cash,
        _as_of(before, account_id),
        _as_of(after, account_id),
        max(0, len(after.history) - len(before.history)),
    )


def _change(symbol: str, old: list[Lot], new: list[Lot]) -> HoldingChange:
    moved = _shape(old) != _shape(new)
    kind: HoldingKind = "added" if not old else "gone" if not new else "changed" if moved else "same"
    return HoldingChange(symbol, kind, _shares(old), _shares(new), _basis(old), _basis(new), len(old), len(new))


def _of(symbol: str, lots: Iterable[Lot]) -> list[Lot]:
    return [lot for lot in lots if lot.symbol == symbol]


def _shape(lots: list[Lot]) -> Counter[tuple[date | None, Decimal, Decimal | None]]:
    """Lots without their ids."""
    return Counter((lot.acquired, lot.quantity, lot.cost_basis) for lot in lots)


def _shares(lots: list[Lot]) -> Decimal:
    return sum((lot.quantity for lot in lots), ZERO)


def _basis(lots: list[Lot]) -> Decimal | None:
    known = [lot.cost_basis for lot in lots if lot.cost_basis is not None]
    return sum(known, ZERO) if len(known) == len(lots) else None


def _as_of(home: Household, account_id: str) -> date | None:
    text = home.card(account_id).as_of
    return date.fromisoformat(text) if text else None
