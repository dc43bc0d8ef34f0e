"""Always-true rules of money: cash, totals, gains, gain budgets. Own arithmetic in decimals."""

from decimal import ROUND_HALF_UP, Decimal

from core.domain.account import Account
from core.domain.case import Case
from core.domain.security import Security
from core.domain.trade import Trade
from core.rebalance.checker_lines import CENT, ZERO, Trades, Troubles, accounts_of, securities_of


def cash(case: Case, trades: Trades) -> Troubles:
    """No account that trades ends below zero, none that buys below its minimum, to the cent."""
    accounts, exact, troubles = accounts_of(case), _cash_after(case, trades), []
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


def _cash_after(case: Case, trades: Trades) -> dict[str, Decimal]:
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
    securities, cash, troubles = securities_of(case), _cash_after(case, trades), []
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


def gains(case: Case, trades: Trades) -> Troubles:
    """Every pick's gain is its proceeds less its basis; lots without basis or date stay unsold where taxed."""
    lots = {lot.id: lot for account in case.accounts for lot in account.lots}
    accounts, troubles = accounts_of(case), []
    for trade in trades:
        known = [pick for pick in trade.lots if pick.gain is not None and pick.cost_basis is not None]
        if accounts[trade.account].taxable:
            unknown = [pick.lot for pick in trade.lots if pick.gain is None or lots[pick.lot].acquired is None]
            troubles += [f"lot {name} of unknown basis or date is sold" for name in unknown]
        if len(known) == len(trade.lots) and trade.lots:
            total = sum(((pick.gain or ZERO) + (pick.cost_basis or ZERO) for pick in known), ZERO)
            if abs(total - trade.amount) > CENT / 2:
                troubles.append(f"gains and basis of {trade.symbol} in {trade.account} do not make up its amount")
    return troubles


def budgets(case: Case, trades: Trades) -> Troubles:
    """No gain beyond a taxpayer's budget, unless cash had to be raised."""
    accounts, troubles = accounts_of(case), []
    forced = any(_needs_cash(account) for account in case.accounts)
    for payer in case.taxpayers:
        if payer.gain_budget is None or forced:
            continue
        gain = sum(
            (pick.gain or ZERO for trade in trades if accounts[trade.account].taxable
             and accounts[trade.account].taxpayer == payer.id for pick in trade.lots),
            ZERO,
        )  # fmt: skip
        if gain > max(ZERO, payer.gain_budget - payer.realized.short - payer.realized.long):
            troubles.append(f"{payer.id} realises {gain} beyond the gain budget of {payer.gain_budget}")
    return troubles


def _needs_cash(account: Account) -> bool:
    return account.cash + account.cash_flow < max(ZERO, account.reserve + account.required_distribution)
