"""Statement lines become lots and securities of a household: exact where the statement is, unknown where it is not."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue
from core.domain.lot import Activity, Lot
from core.domain.security import Security
from core.domain.statement import StatementLine

ZERO, ONE = Decimal(0), Decimal(1)
UNTRADABLE = frozenset({"alternative", "annuity", "structured_note"})
NAME, LONG_NAME = 32, 64
FRACTIONAL = frozenset({"mutual_fund", "money_market"})


def symbol_of(line: StatementLine) -> str:
    """What the household calls the security: its symbol, CUSIP or ISIN, else a name made of its description.

    That of an option is longer: its strike, which tells it from the next, stands behind the name of what it is on.
    """
    longest = LONG_NAME if line.asset_type == "option" else NAME
    made = re.sub(r"[^A-Z0-9]+", "-", line.description.upper()).strip("-")[:longest].strip("-")
    return line.symbol or line.cusip or line.isin or made or "UNNAMED"


def quantity_of(line: StatementLine) -> Decimal | None:
    """The quantity held; a holding that prints only a value counts as one piece worth that value."""
    if line.quantity is not None:
        return line.quantity
    return ONE if line.market_value is not None else None


def lots_of(
    line: StatementLine, account_id: str, known: Sequence[Lot], moves: Sequence[Activity] = ()
) -> tuple[tuple[Lot, ...], list[Issue]]:
    """The lots of a position: those printed, else those known if they still add up, else one of unknown date.

    `moves` are transactions that the statement lists and the book did not know: purchases that explain the change
    become lots of their own.
    """
    symbol, held = symbol_of(line), quantity_of(line)
    if held is None or held == 0:
        return (), [] if held == 0 else [
            Issue("warning", symbol, "no quantity and no value is readable; left out", "no_quantity")
        ]
    printed = [lot for lot in line.lots if lot.quantity]
    if printed and sum((lot.quantity or ZERO for lot in printed), ZERO) == held:
        return _printed(line, account_id, known), []
    same = tuple(lot for lot in known if lot.symbol == symbol)
    if same and sum((lot.quantity for lot in same), ZERO) == held:
        return same, []
    if (bought := _bought(line, same, account_id, held, moves)) is not None:
        return bought, []
    return _single(line, account_id, held, bool(printed), bool(same))


def security_of(line: StatementLine, known: Security | None) -> Security:
    """The security at the statement's price; what is known of it otherwise stays."""
    price = line.price if line.price is not None and line.quantity is not None else None
    unit = line.unit
    if price is None:
        price, unit = (line.market_value or ZERO), ONE
        if line.quantity:
            price = abs((line.market_value or ZERO) / line.quantity)
    price = abs(price)
    if known is not None:
        owed = known.unfunded if line.unfunded is None else max(ZERO, line.unfunded)
        return replace(known, price=price, unit=unit, unfunded=owed, lock_until=line.lock_until or known.lock_until)
    classes = FrozenMap({"cash": 1.0}) if line.asset_type == "money_market" else FrozenMap[float]()
    return Security(
        symbol_of(line),
        price,
        classes,
        unit=unit,
        name=line.description,
        fractional=line.asset_type in FRACTIONAL,
        tradable=line.asset_type not in UNTRADABLE,
        unfunded=max(ZERO, line.unfunded or ZERO),
        lock_until=line.lock_until,
    )


def _printed(line: StatementLine, account_id: str, known: Sequence[Lot]) -> tuple[Lot, ...]:
    symbol = symbol_of(line)
    lots: list[Lot] = []
    for number, lot in enumerate((lot for lot in line.lots if lot.quantity), start=1):
        assert lot.quantity is not None
        used = {one.id for one in lots}
        same = next(
            (
                one
                for one in known
                if one.symbol == symbol
                and one.acquired == lot.acquired
                and one.quantity == lot.quantity
                and one.id not in used
            ),
            None,
        )
        made = Lot(
            _lot_id(account_id, symbol, number),
            symbol,
            lot.quantity,
            _signed(lot.cost_basis, lot.quantity),
            lot.acquired,
        )
        lots.append(replace(same, cost_basis=made.cost_basis) if same is not None else made)
    return tuple(lots)


def _bought(
    line: StatementLine, same: Sequence[Lot], account_id: str, held: Decimal, moves: Sequence[Activity]
) -> tuple[Lot, ...] | None:
    """The known lots with the purchases since, where nothing was sold and together they are what is held.

    Of a security that was not held before, the purchases must have cost what the position is said to have cost.
    """
    symbol = symbol_of(line)
    own = [move for move in moves if move.symbol == symbol]
    if not own or any(move.side == "sell" for move in own):
        return None
    if not same and sum((move.amount or ZERO for move in own), ZERO) != line.cost_basis:
        return None
    if sum((lot.quantity for lot in same), ZERO) + sum((move.quantity for move in own), ZERO) != held:
        return None
    made = [
        Lot(
            f"{account_id}-{symbol}-{move.date.isoformat()}-{place}", symbol, move.quantity, move.amount, move.date,
            origin="reinvestment" if move.side == "reinvest" else "purchase",
        )
        for place, move in enumerate(own, start=1)
    ]  # fmt: skip
    return (*same, *made)


def _single(
    line: StatementLine, account_id: str, held: Decimal, had_lots: bool, was_known: bool
) -> tuple[tuple[Lot, ...], list[Issue]]:
    symbol = symbol_of(line)
    lot = Lot(_lot_id(account_id, symbol, 1), symbol, held, _signed(line.cost_basis, held), None)
    if had_lots:
        reason = "the printed lots do not add up to the position; it stands as one lot of unknown date"
    elif was_known:
        reason = "the quantity changed and no lots are printed; it stands as one lot of unknown date"
    else:
        reason = "no lots are printed; it stands as one lot of unknown date"
    return (lot,), [
        Issue("warning" if had_lots or was_known else "note", symbol or line.description, reason, "lots_unknown")
    ]


def _signed(basis: Decimal | None, quantity: Decimal) -> Decimal | None:
    return None if basis is None else (-abs(basis) if quantity < 0 else abs(basis))


def _lot_id(account_id: str, symbol: str, number: int) -> str:
    return f"{account_id}-{symbol}-{number}"
