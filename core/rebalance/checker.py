"""The independent checker: what is always true of a proposal, counted again from the case and the trades alone.

It shares nothing with the solver: own dates, own identities, own cash, in decimals.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import timedelta
from decimal import Decimal

from core.domain.account import Account
from core.domain.case import Case
from core.domain.lot import Lot
from core.domain.proposal import CheckResult
from core.domain.security import Security
from core.domain.trade import Trade

CENT = Decimal("0.01")
ZERO = Decimal(0)
Trades = Sequence[Trade]
Troubles = list[str]


def check(case: Case, trades: Sequence[Trade]) -> tuple[CheckResult, ...]:
    """Every rule with its verdict and one sentence."""
    return tuple(_result(rule, good, find(case, trades)) for rule, good, find in _RULES)


def _result(rule: str, good: str, troubles: Troubles) -> CheckResult:
    return CheckResult(rule, not troubles, good if not troubles else "; ".join(troubles[:3]) + ".")


def _accounts(case: Case) -> dict[str, Account]:
    return {account.id: account for account in case.accounts}


def _securities(case: Case) -> dict[str, Security]:
    return {security.symbol: security for security in case.securities}


def _known(case: Case, trades: Trades) -> Troubles:
    accounts, securities = _accounts(case), _securities(case)
    troubles = []
    for trade in trades:
        if trade.account not in accounts or trade.symbol not in securities:
            troubles.append(f"{trade.account}/{trade.symbol} is not in the case")
        elif trade.quantity <= 0:
            troubles.append(f"{trade.account}/{trade.symbol} trades {trade.quantity}")
    if len({trade.key for trade in trades}) != len(trades):
        troubles.append("one line stands twice")
    return troubles


def _may_trade(case: Case, trades: Trades) -> Troubles:
    accounts, troubles = _accounts(case), []
    for trade in trades:
        account = accounts[trade.account]
        flow = account.cash_flow or account.reserve or account.required_distribution
        if not account.tradable or account.proof == "unproven":
            troubles.append(f"{account.id} may not be traded")
        elif _outside(account) and account.target is None and (not flow or trade.side == "buy"):
            troubles.append(f"{account.id} stands outside the target")
    return troubles


def _outside(account: Account) -> bool:
    return account.registration in ("utma", "529") if account.in_target is None else not account.in_target


def _restrictions(case: Case, trades: Trades) -> Troubles:
    accounts, securities, troubles = _accounts(case), _securities(case), []
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


def _one_side(case: Case, trades: Trades) -> Troubles:
    sides: dict[tuple[str, str], set[str]] = defaultdict(set)
    for trade in trades:
        sides[(trade.account, trade.symbol)].add(trade.side)
    return [f"{symbol} is bought and sold in {account}" for (account, symbol), both in sides.items() if len(both) > 1]


def _held(case: Case, trades: Trades) -> Troubles:
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


def _whole(case: Case, trades: Trades) -> Troubles:
    securities, troubles = _securities(case), []
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


def _cash(case: Case, trades: Trades) -> Troubles:
    accounts, cash, troubles = _accounts(case), _cash_after(case, trades), []
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
    securities = _securities(case)
    cash = {account.id: account.cash + account.cash_flow for account in case.accounts}
    for trade in trades:
        security = securities[trade.symbol]
        value = trade.quantity * security.price * security.unit
        cost = value * Decimal(repr(security.spread)) + _accounts(case)[trade.account].commission
        cash[trade.account] += (value if trade.side == "sell" else -value) - cost
    return cash


def _conserved(case: Case, trades: Trades) -> Troubles:
    """Value and cash after, with what trading costs, make up value and cash before in every account."""
    securities, cash, troubles = _securities(case), _cash_after(case, trades), []
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


def _gains(case: Case, trades: Trades) -> Troubles:
    """Every pick's gain is its proceeds less its basis; lots without basis or date stay unsold where taxed."""
    lots = {lot.id: lot for account in case.accounts for lot in account.lots}
    accounts, troubles = _accounts(case), []
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


def _budgets(case: Case, trades: Trades) -> Troubles:
    """No gain beyond a taxpayer's budget, unless cash had to be raised."""
    accounts, troubles = _accounts(case), []
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


def _losses(case: Case, trades: Trades) -> Troubles:
    """No loss that purchases 30 days either side would disallow (26 USC 1091), today's and earlier ones."""
    if case.policy.wash_sales == "warn":
        return []
    accounts, same, troubles = _accounts(case), _identities(case), []
    sold = {pick.lot: pick.quantity for trade in trades for pick in trade.lots}
    for trade in trades:
        account = accounts[trade.account]
        lost = [pick.lot for pick in trade.lots if (pick.gain or ZERO) < 0]
        if not account.taxable or not lost:
            continue
        for buyer in case.accounts:
            if not _counts(case, account, buyer):
                continue
            bought = [o for o in trades if o.side == "buy" and o.account == buyer.id and same(o.symbol, trade.symbol)]
            if bought:
                troubles.append(f"{trade.symbol} is sold at a loss in {account.id} and bought in {buyer.id}")
            for lot in buyer.lots:
                if not same(lot.symbol, trade.symbol):
                    continue
                if buyer.reinvest and lot.quantity > sold.get(lot.id, ZERO):
                    troubles.append(f"{buyer.id} reinvests dividends of {lot.symbol}, sold at a loss in {account.id}")
                if not _in_window(case, lot):
                    continue
                if lot.quantity > sold.get(lot.id, ZERO) and any(name != lot.id for name in lost):
                    troubles.append(f"lot {lot.id}, bought {lot.acquired}, disallows the loss on {trade.symbol}")
    return troubles


def _in_window(case: Case, lot: Lot) -> bool:
    bought = lot.origin in ("purchase", "reinvestment") and lot.quantity > 0 and lot.acquired is not None
    return bought and lot.acquired is not None and lot.acquired >= case.as_of - timedelta(days=30)


def _past_losses(case: Case, trades: Trades) -> Troubles:
    """No purchase that would disallow a loss taken in the last 30 days."""
    if case.policy.wash_sales == "warn":
        return []
    accounts, same, troubles = _accounts(case), _identities(case), []
    for row in case.history:
        recent = timedelta(0) <= case.as_of - row.date <= timedelta(days=30)
        seller = accounts.get(row.account)
        if row.side != "sell" or (row.gain or ZERO) >= 0 or not recent or (seller and not seller.taxable):
            continue
        for trade in trades:
            if trade.side == "buy" and same(trade.symbol, row.symbol) and (
                seller is None or _counts(case, seller, accounts[trade.account])
            ):  # fmt: skip
                troubles.append(f"buying {trade.symbol} in {trade.account} disallows the loss of {row.date}")
    return troubles


def _counts(case: Case, seller: Account, buyer: Account) -> bool:
    """Whether purchases of one account count against losses of another: one taxpayer, or related."""
    pairs = {(payer.id, other) for payer in case.taxpayers for other in payer.related}
    mine, theirs = seller.taxpayer, buyer.taxpayer
    return mine == theirs or (mine, theirs) in pairs or (theirs, mine) in pairs


def _identities(case: Case) -> Callable[[str, str], bool]:
    marks: dict[str, set[str]] = {}
    for security in case.securities:
        names = {f"symbol {security.symbol}"}
        names |= {f"group {security.identical_group}"} if security.identical_group else set()
        names |= (
            {f"index {security.same_index}"} if security.same_index and case.policy.same_index == "block" else set()
        )
        marks[security.symbol] = names

    def same(one: str, other: str) -> bool:
        return one == other or bool(marks.get(one, set()) & marks.get(other, set()))

    return same


_RULES: tuple[tuple[str, str, Callable[[Case, Trades], Troubles]], ...] = (
    ("known lines", "Every line names an account and a security of the case, once.", _known),
    ("tradable accounts", "Nothing trades in an untradable or unproven account or outside the target.", _may_trade),
    ("restrictions", "No line stands against a restriction, a lock or a menu.", _restrictions),
    ("one side", "No security is bought and sold in one account.", _one_side),
    ("lots hold what is sold", "No sale takes more than its lots hold; nothing is sold short.", _held),
    ("whole shares", "Quantities are whole where fractions are not traded.", _whole),
    ("cash", "Cash never ends below its minimum in an account that buys, nor below zero.", _cash),
    ("totals", "Values, cash and trading costs add up in every account; no cash moves between accounts.", _conserved),
    ("gains", "Gains and basis make up the proceeds; no lot of unknown basis is sold where taxed.", _gains),
    ("gain budgets", "No taxpayer realises more than the gain budget.", _budgets),
    ("losses stand", "No loss is taken that a purchase of the household would disallow.", _losses),
    ("earlier losses stand", "No purchase disallows a loss already taken.", _past_losses),
)
