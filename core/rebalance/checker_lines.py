"""Always-true rules of single lines: known, allowed, one-sided, held, whole. Own arithmetic, nothing of the solver."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from core.domain.account import Account
from core.domain.case import Case
from core.domain.security import Security
from core.domain.trade import Trade

CENT = Decimal("0.01")
ZERO = Decimal(0)
Trades = Sequence[Trade]
Troubles = list[str]


def accounts_of(case: Case) -> dict[str, Account]:
    """Accounts by id."""
    return {account.id: account for account in case.accounts}


def securities_of(case: Case) -> dict[str, Security]:
    """Securities by symbol."""
    return {security.symbol: security for security in case.securities}


def is_known(case: Case, trade: Trade) -> bool:
    """Whether a line's account and security are those of the case."""
    return trade.account in accounts_of(case) and trade.symbol in securities_of(case)


def known(case: Case, trades: Trades) -> Troubles:
    """Every line is one of the case, of a size, once."""
    accounts, securities = accounts_of(case), securities_of(case)
    troubles = []
    for trade in trades:
        if trade.account not in accounts or trade.symbol not in securities:
            troubles.append(f"{trade.account}/{trade.symbol} is not in the case")
        elif trade.quantity <= 0:
            troubles.append(f"{trade.account}/{trade.symbol} trades {trade.quantity}")
    if len({trade.key for trade in trades}) != len(trades):
        troubles.append("one line stands twice")
    return troubles


def may_trade(case: Case, trades: Trades) -> Troubles:
    """Accounts that are closed, unproven or outside the target stay untouched."""
    accounts, troubles = accounts_of(case), []
    for trade in trades:
        account = accounts[trade.account]
        flow = account.cash_flow or account.reserve or account.required_distribution
        if not account.tradable or account.proof == "unproven":
            troubles.append(f"{account.id} may not be traded")
        elif outside(account) and account.target is None and (not flow or trade.side == "buy"):
            troubles.append(f"{account.id} stands outside the target")
    return troubles


def outside(account: Account) -> bool:
    """Whether the account stands outside the target."""
    return account.registration in ("utma", "529") if account.in_target is None else not account.in_target


def restrictions(case: Case, trades: Trades) -> Troubles:
    """Locks, restrictions and menus."""
    accounts, securities, troubles = accounts_of(case), securities_of(case), []
    for trade in trades:
        account, security = accounts[trade.account], securities[trade.symbol]
        name = f"{trade.side} of {trade.symbol} in {trade.account}"
        if not security.tradable or (security.lock_until and security.lock_until > case.as_of):
            troubles.append(f"{name}: the security is locked")
        if trade.side == "buy" and trade.symbol in account.do_not_buy:
            troubles.append(f"{name} is restricted")
        if trade.side == "sell" and trade.symbol in account.do_not_sell:
            troubles.append(f"{name} is restricted")
        if trade.side == "buy" and account.menu is not None and trade.symbol not in account.menu:
            troubles.append(f"{name} is not on the account's menu")
    return troubles


def one_side(case: Case, trades: Trades) -> Troubles:
    """One security is not bought and sold in one account."""
    sides: dict[tuple[str, str], set[str]] = defaultdict(set)
    for trade in trades:
        sides[(trade.account, trade.symbol)].add(trade.side)
    return [f"{symbol} is bought and sold in {account}" for (account, symbol), both in sides.items() if len(both) > 1]


def held(case: Case, trades: Trades) -> Troubles:
    """Lots add up to the line, are of its account, and hold what is taken."""
    lots = {lot.id: (account.id, lot) for account in case.accounts for lot in account.lots}
    troubles: Troubles = []
    used: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for trade in trades:
        if trade.side == "buy":
            continue
        if sum((pick.quantity for pick in trade.lots), ZERO) != trade.quantity:
            troubles.append(f"the lots of {trade.symbol} in {trade.account} do not add up to its quantity")
        for pick in trade.lots:
            where, lot = lots.get(pick.lot, ("", None))
            used[pick.lot] += pick.quantity
            if lot is None or where != trade.account or lot.symbol != trade.symbol:
                troubles.append(f"{pick.lot} is not a lot of {trade.symbol} in {trade.account}")
            elif used[pick.lot] > max(lot.quantity, ZERO) or pick.quantity <= 0:
                troubles.append(f"lot {pick.lot} holds {lot.quantity}, {used[pick.lot]} sold")
    return troubles


def whole(case: Case, trades: Trades) -> Troubles:
    """Whole shares, or four decimals; a closing sale may take what there is."""
    securities, troubles = securities_of(case), []
    held: dict[tuple[str, str], Decimal] = defaultdict(lambda: ZERO)
    for account in case.accounts:
        for lot in account.lots:
            held[(account.id, lot.symbol)] += lot.quantity
    for trade in trades:
        step = Decimal("0.0001") if securities[trade.symbol].fractional else Decimal(1)
        closing = trade.side == "sell" and trade.quantity == held[(trade.account, trade.symbol)]
        if trade.quantity % step != 0 and not closing:
            troubles.append(f"{trade.quantity} of {trade.symbol} in {trade.account} is a fraction too fine")
    return troubles
