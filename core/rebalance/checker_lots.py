"""Always-true rules of lots: basis, gain and term of every pick counted again from the lot alone.

The basis share is basis x q / Q to the cent, at average relief that of all lots held (26 CFR 1.1012-1(e)); a gift has
two bases (26 USC 1015(a)); inherited shares are long-term (26 USC 1223(9)).
"""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from core.domain.case import Case
from core.domain.lot import Lot, LotPick
from core.domain.trade import Trade
from core.rebalance.checker_lines import CENT, ZERO, Trades, Troubles, accounts_of

OPEN = 2 * CENT
"""Dollars within which proceeds shared among the picks of one sale may differ from q x p: the running sum is rounded
at both ends of a pick, and the amount once."""


def gains(case: Case, trades: Trades) -> Troubles:
    """Every pick's gain is its proceeds less its basis; lots without basis or date stay unsold where taxed."""
    lots = {lot.id: lot for account in case.accounts for lot in account.lots}
    troubles: Troubles = []
    for trade in trades:
        taxable = accounts_of(case)[trade.account].taxable
        averaged = _average_basis(case, trade) if trade.lots and taxable and case.policy.relief == "average" else None
        for pick in trade.lots:
            if pick.lot in lots:
                troubles += _of_pick(trade, pick, lots[pick.lot], taxable, averaged)
        if averaged is not None:
            troubles += _off_the_average(trade, averaged)
        known = [pick for pick in trade.lots if pick.gain is not None and pick.cost_basis is not None]
        if trade.lots and len(known) == len(trade.lots):
            total = sum(((pick.gain or ZERO) + (pick.cost_basis or ZERO) for pick in known), ZERO)
            if abs(total - trade.amount) > CENT / 2:
                troubles.append(f"gains and basis of {trade.symbol} in {trade.account} do not make up its amount")
    return troubles


def terms(case: Case, trades: Trades) -> Troubles:
    """Every pick is short- or long-term by its own dates; where they are not known there is no term."""
    lots, troubles = {lot.id: lot for account in case.accounts for lot in account.lots}, []
    for trade in trades:
        for pick in trade.lots:
            lot = lots.get(pick.lot)
            if lot is None or pick.gain is None:
                continue
            right = _terms(lot, case.as_of, from_the_gift=_counts_from_gift_day(lot, pick))
            if pick.term not in right:
                troubles.append(f"lot {pick.lot} is {right[0]}-term, not {pick.term}-term")
    return troubles


def _average_basis(case: Case, trade: Trade) -> Decimal | None:
    """Basis of what is sold at the average of all lots held; None where one is not known."""
    held = [lot for lot in accounts_of(case)[trade.account].lots if lot.symbol == trade.symbol]
    if not held or any(lot.cost_basis is None for lot in held):
        return None
    bases = [lot.cost_basis or ZERO if lot.donor_basis is None else min(lot.cost_basis or ZERO, lot.donor_basis)
             for lot in held]  # fmt: skip
    return _share(sum(bases, ZERO), trade.quantity, sum((lot.quantity for lot in held), ZERO))


def _off_the_average(trade: Trade, averaged: Decimal) -> Troubles:
    """The picks make up the averaged basis, each within two roundings of its part of it."""
    total = sum((pick.cost_basis or ZERO for pick in trade.lots), ZERO)
    troubles = (
        [] if total == averaged else [f"{trade.symbol} in {trade.account} has a basis of {averaged}, not {total}"]
    )
    for pick in trade.lots:
        part = averaged * pick.quantity / trade.quantity
        if abs((pick.cost_basis or ZERO) - part) > CENT:
            troubles.append(f"lot {pick.lot} has a basis of {part:.2f}, not {pick.cost_basis}")
    return troubles


def _of_pick(trade: Trade, pick: LotPick, lot: Lot, taxable: bool, averaged: Decimal | None) -> Troubles:
    if taxable and (pick.gain is None or lot.acquired is None or lot.cost_basis is None):
        return [f"lot {pick.lot} of unknown basis or date is sold"]
    if lot.cost_basis is None or pick.gain is None or pick.cost_basis is None or not trade.quantity:
        return []
    troubles, proceeds = [], pick.gain + pick.cost_basis
    if abs(proceeds - trade.amount * pick.quantity / trade.quantity) > OPEN:
        troubles.append(f"lot {pick.lot} brings {proceeds}, not its share of {trade.amount}")
    if averaged is None and pick.cost_basis not in _bases(lot, pick.quantity, proceeds):
        troubles.append(
            f"lot {pick.lot} has a basis of {_bases(lot, pick.quantity, proceeds)[0]}, not {pick.cost_basis}"
        )
    return troubles


def _bases(lot: Lot, quantity: Decimal, proceeds: Decimal) -> tuple[Decimal, ...]:
    """The basis that counts; of a gift the donor's for a gain, the lesser for a loss, else neither gain nor loss."""
    own = _share(lot.cost_basis or ZERO, quantity, lot.quantity)
    if lot.origin != "gift" or lot.donor_basis is None:
        return (own,)
    donors = _share(lot.donor_basis, quantity, lot.quantity)
    if proceeds >= donors:
        return (donors,)
    return (min(own, donors),) if proceeds <= min(own, donors) else (proceeds,)


def _share(basis: Decimal, quantity: Decimal, whole: Decimal) -> Decimal:
    return (basis * quantity / whole).quantize(CENT, rounding=ROUND_HALF_UP)


def _counts_from_gift_day(lot: Lot, pick: LotPick) -> bool:
    """A loss counted from the value at the gift has a holding period that begins with the gift."""
    gift = lot.origin == "gift" and lot.donor_basis is not None and lot.cost_basis is not None
    if not gift or pick.gain is None or pick.gain > 0:
        return False
    return (pick.cost_basis or ZERO) < _share(lot.donor_basis or ZERO, pick.quantity, lot.quantity)


def _terms(lot: Lot, sold: date, from_the_gift: bool) -> tuple[str | None, ...]:
    """The terms that may be named: one, or either where there is neither gain nor loss."""
    if lot.origin == "inheritance":
        return ("long",)
    begun = lot.acquired if from_the_gift else lot.holding_start or lot.acquired
    if begun is None:
        return (None,)
    return ("long",) if sold >= _first_long_day(begun) else ("short",)


def _first_long_day(begun: date) -> date:
    """More than a year, the first day not counted; from a month's last day, the first of the 13th month after."""
    after = begun + timedelta(days=1)
    leap = (after.month, after.day) == (2, 29)
    a_year_later = date(after.year + 1, 3, 1) if leap else after.replace(year=after.year + 1)
    if after.month == begun.month:
        return a_year_later
    return max(a_year_later, date(after.year + 1, after.month, 1))
