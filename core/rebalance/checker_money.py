"""Always-true rules of money: cash, totals, gain budgets. Own arithmetic in decimals."""

from decimal import ROUND_HALF_UP, Decimal

from core.domain.account import Account
from core.domain.case import Case
from core.domain.security import Security
from core.domain.trade import Trade
from core.rebalance.checker_lines import CENT, ZERO, Trades, Troubles, accounts_of, securities_of
from core.rebalance.checker_policy import needs_cash


def cash(case: Case, trades: Trades) -> Troubles:
    """No account that trades ends below zero, none that buys below its minimum, to the cent."""
    accounts, exact, troubles = accounts_of(case), cash_after(case, trades), []
    cash = {name: dollars.quantize(CENT, ROUND_HALF_UP) for name, dollars in exact.items()}
    buyers = {trade.account for trade in trades if trade.side == "buy"}
    for name, account in accounts.items():
        least = max(account.minimum_cash, ZERO) if name in buyers else min(ZERO, account.cash)
        traded = any(trade.account == name for trade in trades)
        if traded and cash[name] < least and cash[name] < account.cash + account.cash_flow:
            troubles.append(f"{name} ends with {cash[name]:.2f}, below {least:.2f}")
        elif name in buyers and cash[name] < least:
            troubles.append(f"{name} buys and ends with {cash[name]:.2f}, below its minimum of {least:.2f}")
    return troubles


def cash_after(case: Case, trades: Trades) -> dict[str, Decimal]:
    """Exact dollars of every account after the trades, cash to come and trading costs counted."""
    securities = securities_of(case)
    cash = {account.id: account.cash + account.cash_flow for account in case.accounts}
    for trade in trades:
        security = securities[trade.symbol]
        value = trade.quantity * security.price * security.unit
        cost = value * Decimal(repr(security.spread)) + accounts_of(case)[trade.account].commission
        cash[trade.account] += (value if trade.side == "sell" else -value) - cost
    return cash


def conserved(case: Case, trades: Trades) -> Troubles:
    """Value and cash after, with what trading costs, make up value and cash before in every account."""
    securities, cash, troubles = securities_of(case), cash_after(case, trades), []
    for account in case.accounts:
        own = [trade for trade in trades if trade.account == account.id]
        moved = sum((_signed(trade, securities[trade.symbol]) for trade in own), ZERO)
        cost = sum((_cost(trade, securities[trade.symbol], account) for trade in own), ZERO)
        if abs(cash[account.id] + moved + cost - account.cash - account.cash_flow) > CENT / 2:
            troubles.append(f"{account.id} does not add up")
    for trade in trades:
        security = securities[trade.symbol]
        if (
            trade.price != security.price
            or abs(trade.amount - trade.quantity * security.price * security.unit) > CENT / 2
        ):
            troubles.append(f"the amount of {trade.symbol} in {trade.account} is not quantity x price")
    return troubles


def _signed(trade: Trade, security: Security) -> Decimal:
    value = trade.quantity * security.price * security.unit
    return value if trade.side == "buy" else -value


def _cost(trade: Trade, security: Security, account: Account) -> Decimal:
    return trade.quantity * security.price * security.unit * Decimal(repr(security.spread)) + account.commission


def budgets(case: Case, trades: Trades) -> Troubles:
    """No gain beyond a taxpayer's budget, unless cash had to be raised, and then only where it was."""
    troubles = []
    for payer in case.taxpayers:
        if payer.gain_budget is None:
            continue
        room = max(ZERO, payer.gain_budget - payer.realized.short - payer.realized.long)
        own = [account for account in case.accounts if account.taxable and account.taxpayer == payer.id]
        gain = sum((_gain(trades, account) for account in own), ZERO)
        free = sum((_gain(trades, account) for account in own if not needs_cash(account)), ZERO)
        forced = any(needs_cash(account) for account in own)
        if gain > room and (not forced or free > room):
            troubles.append(f"{payer.id} realises {gain} beyond the gain budget of {payer.gain_budget}")
    return troubles


def _gain(trades: Trades, account: Account) -> Decimal:
    return sum((pick.gain or ZERO for trade in trades if trade.account == account.id for pick in trade.lots), ZERO)
