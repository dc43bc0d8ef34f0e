"""Checks of the lots that sales name (26 CFR 1.1012-1(c))."""

from decimal import Decimal

from core.document.nigo.rules import Found, check, is_taxed, sales
from core.domain.household import Household
from core.domain.money import ZERO
from core.domain.proposal import Proposal
from core.words import day, one_line, shares


@check
def acquired_wrong(proposal: Proposal, household: Household) -> Found:
    """A lot sold where gains are taxed has no day of purchase, or one still to come."""
    lots = {lot.id: lot for account in proposal.case.accounts for lot in account.lots}
    for trade, account in sales(proposal):
        for pick in trade.lots:
            lot = lots.get(pick.lot)
            if lot is None:
                yield account, f"Lot {one_line(pick.lot)} of {trade.symbol} is not held."
            elif lot.symbol != trade.symbol:
                yield account, f"Lot {one_line(pick.lot)} is of {lot.symbol}, not of {trade.symbol}."
            elif lot.acquired is None and is_taxed(proposal, account):
                yield account, f"Lot {one_line(pick.lot)} of {trade.symbol} has no day of purchase."
            elif lot.acquired is not None and lot.acquired > proposal.case.as_of:
                yield (
                    account,
                    f"Lot {one_line(pick.lot)} of {trade.symbol} was bought after {day(proposal.case.as_of)}.",
                )


@check
def lots_missing(proposal: Proposal, household: Household) -> Found:
    """A sale where gains are taxed that names no lot: the oldest would count as sold (26 CFR 1.1012-1(c))."""
    for trade, account in sales(proposal):
        if not trade.lots and is_taxed(proposal, account):
            yield account, f"The sale of {shares(trade.quantity)} {trade.symbol} names no lot."


@check
def lots_do_not_add_up(proposal: Proposal, household: Household) -> Found:
    """The lots of a sale are not as many shares as the order."""
    for trade, account in sales(proposal):
        named = sum((pick.quantity for pick in trade.lots), ZERO)
        if trade.lots and named != trade.quantity:
            said = f"The lots of {trade.symbol} come to {shares(named)}"
            yield account, f"{said}, the order to {shares(trade.quantity)}."


@check
def lots_oversold(proposal: Proposal, household: Household) -> Found:
    """More is taken of a lot than it holds."""
    held = {lot.id: lot.quantity for account in proposal.case.accounts for lot in account.lots}
    taken: dict[str, Decimal] = {}
    for trade, account in sales(proposal):
        for pick in trade.lots:
            taken[pick.lot] = taken.get(pick.lot, ZERO) + pick.quantity
            if pick.lot in held and taken[pick.lot] > held[pick.lot]:
                lot = one_line(pick.lot)
                yield account, f"Lot {lot} holds {shares(held[pick.lot])}, {shares(taken[pick.lot])} are sold."
