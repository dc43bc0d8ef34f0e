"""Checks of the figures: price, cash, what is held, and the cost, gain and term of each lot that is sold."""

from collections.abc import Iterator
from decimal import Decimal

from core.document.nigo.rules import Found, check, holdings, sales
from core.domain.household import Household
from core.domain.lot import Lot, LotPick
from core.domain.money import ZERO, cents
from core.domain.proposal import Proposal
from core.domain.trade import Trade
from core.tax.holding_period import lot_term
from core.words import dollars, one_line, shares

CENT = Decimal("0.01")


@check
def price_wrong(proposal: Proposal, household: Household) -> Found:
    """The order's price is not the one it was decided at."""
    prices = {one.symbol: one.price for one in proposal.case.securities}
    for trade in proposal.answer.trades:
        if prices.get(trade.symbol) != trade.price:
            said = f"{trade.symbol} stood at {prices.get(trade.symbol, 'no price')}"
            yield trade.account, f"{said}, the order says {trade.price}."


@check
def cash_overdrawn(proposal: Proposal, household: Household) -> Found:
    """The purchases take more than the account has."""
    for account, left in _cash_left(proposal).items():
        if left < 0 and any(trade.account == account and trade.side == "buy" for trade in proposal.answer.trades):
            yield account, f"After the orders {dollars(-left)} of cash would be missing."


@check
def cash_total_wrong(proposal: Proposal, household: Household) -> Found:
    """The cash that stands under an account's orders is not what they leave."""
    for account, left in _cash_left(proposal).items():
        said = proposal.answer.cash_after.get(account)
        if said is not None and abs(said - left) > CENT:
            yield account, f"The orders leave {dollars(left)} of cash, the total says {dollars(said)}."


@check
def sold_more_than_held(proposal: Proposal, household: Household) -> Found:
    """The account does not hold what is sold."""
    held = holdings(proposal)
    for trade, account in sales(proposal):
        have = held.get((account, trade.symbol), ZERO)
        if trade.quantity > have:
            yield account, f"It holds {shares(have)} {trade.symbol}, {shares(trade.quantity)} are sold."


@check
def basis_wrong(proposal: Proposal, household: Household) -> Found:
    """The cost named for a lot is not the lot's own, share for share; at average cost lots have none of their own."""
    if proposal.case.policy.relief == "average":
        return
    for trade, pick, lot in _picked(proposal):
        if lot.cost_basis is None or pick.cost_basis is None:
            continue
        own = cents(lot.cost_basis * pick.quantity / lot.quantity)
        if abs(own - pick.cost_basis) > CENT:
            said = f"{shares(pick.quantity)} of lot {one_line(pick.lot)} cost {dollars(own)}"
            yield trade.account, f"{said}, the order says {dollars(pick.cost_basis)}."


@check
def gain_wrong(proposal: Proposal, household: Household) -> Found:
    """The gain of a lot is not its proceeds less its cost."""
    for trade, pick, lot in _picked(proposal):
        if pick.gain is None or pick.cost_basis is None or lot.origin == "gift":
            continue
        security = proposal.case.security(trade.symbol)
        made = cents(pick.quantity * trade.price * security.unit) - pick.cost_basis
        if abs(made - pick.gain) > CENT:
            said = f"Lot {one_line(pick.lot)} gains {dollars(made)}"
            yield trade.account, f"{said}, the order says {dollars(pick.gain)}."


@check
def term_wrong(proposal: Proposal, household: Household) -> Found:
    """The term of a lot does not follow from the day since which it is held."""
    for trade, pick, lot in _picked(proposal):
        term = lot_term(lot, proposal.case.as_of)
        if term and pick.term and term != pick.term:
            yield trade.account, f"Lot {one_line(pick.lot)} is {term}-term, the order says {pick.term}-term."


def _picked(proposal: Proposal) -> Iterator[tuple[Trade, LotPick, Lot]]:
    lots = {lot.id: lot for account in proposal.case.accounts for lot in account.lots}
    for trade, _ in sales(proposal):
        for pick in trade.lots:
            if pick.lot in lots:
                yield trade, pick, lots[pick.lot]


def _cash_left(proposal: Proposal) -> dict[str, Decimal]:
    """Cash of each account that trades, after flows, orders, spread and commission."""
    left = {one.id: one.cash + one.cash_flow for one in proposal.case.accounts}
    commission = {one.id: one.commission for one in proposal.case.accounts}
    securities = {one.symbol: one for one in proposal.case.securities}
    for trade in proposal.answer.trades:
        security = securities.get(trade.symbol)
        if trade.account not in left or security is None:
            continue
        worth = trade.quantity * security.unit_price
        cost = worth * Decimal(repr(security.spread)) + commission[trade.account]
        left[trade.account] += (worth if trade.side == "sell" else -worth) - cost
    return {trade.account: cents(left[trade.account]) for trade in proposal.answer.trades if trade.account in left}
