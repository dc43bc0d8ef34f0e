"""Checks of the orders: amount, quantity, symbol, each once."""

import re
from decimal import Decimal

from core.document.nigo.rules import Found, check, holdings, rules
from core.domain.household import Household
from core.domain.money import cents
from core.domain.proposal import Proposal
from core.words import dollars, one_line, shares


@check
def amount_wrong(proposal: Proposal, household: Household) -> Found:
    """Quantity times price is not the amount."""
    securities = {one.symbol: one for one in proposal.case.securities}
    for trade in proposal.answer.trades:
        security = securities.get(trade.symbol)
        worth = cents(trade.quantity * trade.price * (security.unit if security else Decimal(1)))
        if worth != trade.amount:
            said = f"{shares(trade.quantity)} {trade.symbol} at {trade.price} are {dollars(worth)}"
            yield trade.account, f"{said}, the order says {dollars(trade.amount)}."


@check
def quantity_form(proposal: Proposal, household: Household) -> Found:
    """No shares, or parts of a share that are not traded."""
    held = holdings(proposal)
    fractional = {one.symbol for one in proposal.case.securities if one.fractional}
    for trade in proposal.answer.trades:
        closes = trade.side == "sell" and held.get((trade.account, trade.symbol)) == trade.quantity
        if trade.quantity <= 0:
            yield trade.account, f"The order for {trade.symbol} is for {shares(trade.quantity)} shares."
        elif trade.quantity % 1 and trade.symbol not in fractional and not closes:
            yield trade.account, f"{trade.symbol} trades in whole shares, not {shares(trade.quantity)}."


@check
def symbol_form(proposal: Proposal, household: Household) -> Found:
    """A symbol that no custodian would take."""
    for trade in proposal.answer.trades:
        if not re.fullmatch(rules()["symbol"], trade.symbol):
            yield trade.account, f"“{one_line(trade.symbol)}” is no symbol."


@check
def order_twice(proposal: Proposal, household: Household) -> Found:
    """One account, symbol and side stands twice."""
    keys = [trade.key for trade in proposal.answer.trades]
    for account, symbol, side in sorted({key for key in keys if keys.count(key) > 1}):
        yield account, f"The order to {side} {symbol} stands twice."


@check
def both_sides(proposal: Proposal, household: Household) -> Found:
    """One account buys and sells the same security."""
    sold = {(one.account, one.symbol) for one in proposal.answer.trades if one.side == "sell"}
    for trade in proposal.answer.trades:
        if trade.side == "buy" and (trade.account, trade.symbol) in sold:
            yield trade.account, f"{trade.symbol} is bought and sold on one day."
