"""Sales out of a list of lots, one after the other, each by its relief."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Day
from decimal import Decimal
from typing import Any

from core.domain.canonical import from_plain
from core.domain.errors import BadInput
from core.domain.issue import Issue
from core.domain.lot import Lot, LotPick, Origin, Term
from core.domain.money import basis_share
from core.tax.fund_losses import Dividends, fund_loss
from core.tax.relief import RELIEFS, Named, NotEnoughLots, pick, remaining


@dataclass(frozen=True, slots=True)
class HeldLot:
    """A lot as the `lots` command takes and leaves it; see `core.domain.lot.Lot`.

    capital_gain_dividends, exempt_dividends : dollars received on the whole lot, for 26 USC 852(b)(4)
    """

    lot: str
    quantity: Decimal
    symbol: str = ""
    acquired: Day | None = None
    cost_basis: Decimal | None = None
    holding_start: Day | None = None
    origin: Origin = "purchase"
    donor_basis: Decimal | None = None
    capital_gain_dividends: Decimal = Decimal(0)
    exempt_dividends: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Sell:
    """One sale. `lots` names lots, as text or as {"lot", "quantity"}; `relief` overrides the file's."""

    quantity: Decimal
    symbol: str = ""
    price: Decimal | None = None
    date: Day | None = None
    lots: tuple[Any, ...] = ()
    relief: str | None = None


@dataclass(frozen=True, slots=True)
class Sales:
    """Lots, the sales out of them, and how lots are chosen."""

    lots: tuple[HeldLot, ...]
    sell: tuple[Sell, ...]
    relief: str = "fifo"


@dataclass(frozen=True, slots=True)
class Picked:
    """What one sale takes of one lot; dollars, and None for what the lot does not know.

    disallowed : the part of the loss that exempt-interest dividends take away; a second line of no shares holds the
        part of a short loss that is long-term (26 USC 852(b)(4))
    """

    lot: str
    quantity: Decimal
    cost_basis: Decimal | None
    gain: Decimal | None
    term: Term | None
    symbol: str
    sold: Day | None
    disallowed: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class SalesAnswer:
    """All picks in the order of the sales, and the lots left; without picks where lots do not reach."""

    picked: tuple[Picked, ...]
    remaining: tuple[HeldLot, ...]
    relief: str
    enough: bool = True
    issues: tuple[Issue, ...] = field(default=())


def read_sales(plain: Any) -> tuple[Sales, tuple[str, ...]]:
    """Sales from JSON values, and the keys that are not known."""
    unknown: list[str] = []
    sales = from_plain(Sales, plain, unknown=unknown)
    names = [held.lot for held in sales.lots]
    doubled = next((name for name in names if names.count(name) > 1), None)
    if doubled is not None:
        raise BadInput("lots", f"two lots are called {doubled}")
    for i, held in enumerate(sales.lots):
        if held.quantity <= 0:
            raise BadInput(f"lots[{i}].quantity", f"lot {held.lot} must hold more than nothing")
    for relief in (sales.relief, *(sell.relief for sell in sales.sell)):
        if relief is not None:
            RELIEFS.entry(relief)
    return sales, tuple(unknown)


def sell_lots(sales: Sales) -> SalesAnswer:
    """Make the sales in the order of their dates (as listed within a day): all of them, or none."""
    lots, picked = [_lot(held) for held in sales.lots], []
    names = {held.lot: held for held in sales.lots}
    order = list(enumerate(sales.sell))
    if all(sell.date is not None for sell in sales.sell):
        order.sort(key=lambda entry: entry[1].date or Day.min)
    for i, sell in order:
        try:
            picks, lots = _sell(lots, sell, sell.relief or sales.relief)
        except NotEnoughLots as shortage:
            issue = Issue(
                "error", f"sell[{i}]", f"Not enough of {sell.symbol or 'the lots'}: {shortage}", "not_enough_lots"
            )
            return SalesAnswer((), sales.lots, sales.relief, enough=False, issues=(issue,))
        except BadInput as error:
            raise BadInput(f"sell[{i}].{error.where}", error.what) from None
        picked += [line for chosen in picks for line in _picked(chosen, sell, names[chosen.lot])]
    return SalesAnswer(tuple(picked), tuple(_held(lot, names[lot.id]) for lot in lots), sales.relief)


def _sell(lots: Sequence[Lot], sell: Sell, relief: str) -> tuple[tuple[LotPick, ...], list[Lot]]:
    of_symbol = [lot for lot in lots if lot.symbol == sell.symbol]
    if sell.price is not None and sell.price < 0:
        raise BadInput("price", f"{sell.price} is below zero")
    picks = pick(of_symbol, sell.quantity, sell.price, sell.date, relief, _named(sell))
    left = {lot.id: lot for lot in remaining(of_symbol, picks, relief, sell.date)}
    return picks, [left.get(lot.id, lot) for lot in lots if lot.symbol != sell.symbol or lot.id in left]


def _named(sell: Sell) -> Named:
    named: list[tuple[str, Decimal | None]] = []
    for i, entry in enumerate(sell.lots):
        if isinstance(entry, str):
            named.append((entry, None))
        elif isinstance(entry, Mapping) and isinstance(entry.get("lot"), str):
            quantity = entry.get("quantity")
            where = f"lots[{i}].quantity"
            part = None if quantity is None else from_plain(Decimal, quantity, where)
            if part is not None and part <= 0:
                raise BadInput(where, "a sale takes more than nothing of a lot")
            named.append((entry["lot"], part))
        else:
            raise BadInput(f"lots[{i}]", 'name a lot as "L1" or as {"lot": "L1", "quantity": "10"}')
    return named


def _lot(held: HeldLot) -> Lot:
    return Lot(
        held.lot, held.symbol, held.quantity, held.cost_basis, held.acquired, held.holding_start, held.origin,
        held.donor_basis,
    )  # fmt: skip


def _held(lot: Lot, before: HeldLot) -> HeldLot:
    """What is left of a lot, its dividends in proportion."""
    return HeldLot(
        lot.id, lot.quantity, lot.symbol, lot.acquired, lot.cost_basis, lot.holding_start, lot.origin, lot.donor_basis,
        basis_share(before.capital_gain_dividends, lot.quantity, before.quantity),
        basis_share(before.exempt_dividends, lot.quantity, before.quantity),
    )  # fmt: skip


def _picked(chosen: LotPick, sell: Sell, held: HeldLot) -> list[Picked]:
    """The lines of one pick, a fund's dividends held against its loss."""
    received = Dividends(held.capital_gain_dividends, held.exempt_dividends)
    outcome = fund_loss(chosen, held.quantity, held.acquired, sell.date, received)
    return [
        Picked(
            line.lot, line.quantity, line.cost_basis, line.gain, line.term, symbol=sell.symbol, sold=sell.date,
            disallowed=outcome.disallowed if number == 0 else Decimal(0),
        )
        for number, line in enumerate(outcome.picks)
    ]  # fmt: skip
