"""The lots of a sale as an editable table: what each is, and how many of its shares are sold."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from core.domain.case import Case
from core.domain.errors import BadInput
from core.domain.lot import Lot
from core.domain.trade import Trade
from core.tax.gains import gain_per_share
from core.tax.holding_period import lot_term
from core.words.days import day
from core.words.numbers import shares

SELL = "Sell"
EXACT = 4
"""Decimals of a share that can be traded."""


def lots_of_sale(case: Case, trade: Trade) -> tuple[Lot, ...]:
    """The lots of the symbol in the account, the oldest first."""
    held = [lot for lot in case.account(trade.account).lots if lot.symbol == trade.symbol and lot.quantity > 0]
    return tuple(sorted(held, key=lambda lot: (lot.acquired or date.min, lot.id)))


def lot_rows(case: Case, trade: Trade) -> list[dict[str, Any]]:
    """One row a lot: its day and term, shares held, gain of a share at today's price, and what the sale takes."""
    taken = {pick.lot: pick.quantity for pick in trade.lots}
    price = case.security(trade.symbol).unit_price
    return [
        {
            "Acquired": day(lot.acquired) if lot.acquired else "unknown",
            "Term": lot_term(lot, case.as_of) or "unknown",
            "Held": shares(lot.quantity),
            "Gain each, $": None if (gain := gain_per_share(lot, price)) is None else round(float(gain), 2),
            SELL: float(taken.get(lot.id, Decimal(0))),
        }
        for lot in lots_of_sale(case, trade)
    ]


def lots_chosen(rows: Sequence[Mapping[Any, Any]], lots: Sequence[Lot]) -> tuple[tuple[str, Decimal], ...]:
    """The lots with shares to sell, as typed; BadInput where nothing is."""
    typed = [Decimal(repr(round(float(row[SELL] or 0.0), EXACT))).normalize() for row in rows]
    found = tuple((lot.id, number) for lot, number in zip(lots, typed, strict=True) if number)
    if not found:
        raise BadInput("lots", "type the shares to sell beside at least one lot, or drop the line")
    return found
