"""Rules of a case that can give way, each with the case as it would be without it.

What cannot give way is not listed: arithmetic, whole shares of what is not fractional, cash that stays in its account.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from core.domain.account import Account
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Lot
from core.domain.security import Security
from core.rebalance.commitments import calls_of
from core.rebalance.lifting import Lift, accounts_with, all_known, may_sell, no_budgets, policy_with, unlocked
from core.words import day, dollars, listing, percent
from core.words.sentences import start


@dataclass(frozen=True, slots=True)
class Rule:
    """One limit of a case: `subject` is the account or symbol it stands for ("" for all); `lift` takes it away.

    facts : the numbers of the sentence
    sentence : the rule itself; lifted : how one speaks of its absence ("without the gain budget of T1")
    """

    code: str
    subject: str
    lifted: str
    sentence: str
    lift: Lift
    facts: FrozenMap[str | int] = field(default_factory=FrozenMap)


def household_rules(case: Case) -> tuple[Rule, ...]:
    """The kinds of limits that a case has, each for the whole household at once."""
    return (*_policy_rules(case), *_listed_rules(case), *_standing_rules(case))


def account_rules(case: Case, account_id: str) -> tuple[Rule, ...]:
    """What may keep one account from selling what it holds, one by one."""
    account = case.account(account_id)
    symbols = sorted({lot.symbol for lot in account.lots})
    securities = {security.symbol: security for security in case.securities}
    return (
        *_closed(account),
        *(_not_sold(account, symbol) for symbol in symbols if symbol in account.do_not_sell),
        *(_locked(case, securities[symbol]) for symbol in symbols if _is_locked(case, securities[symbol])),
        *_unknown(account),
        *_wash(case),
        *_untargeted(case),
    )


def _policy_rules(case: Case) -> Iterator[Rule]:
    policy = case.policy
    budgets = [payer.id for payer in case.taxpayers if payer.gain_budget is not None]
    if budgets:
        name = f"the gain budget of {listing(budgets)}"
        yield Rule("gain_budget", "", f"without {name}", f"{start(name)} limits what is sold at a gain.", no_budgets)
    if policy.turnover_limit is not None:
        said = f"Turnover is limited to {percent(policy.turnover_limit)}."
        yield Rule("turnover_limit", "", "without the limit of turnover", said, policy_with(turnover_limit=None))
    if policy.short_term_gains == "avoid":
        said, free = "Lots with a short-term gain are kept.", "if short-term gains were taken"
        yield Rule("short_term_gains", "", free, said, policy_with(short_term_gains="allow"))
    if policy.wait_days > 0:
        said, free = "Lots that turn long-term soon are waited for.", "if no lot were waited for"
        yield Rule("wait_days", "", free, said, policy_with(wait_days=0))
    if calls_of(case):
        said, free = "Cash is left for capital calls.", "if the cash for capital calls were spent"
        yield Rule("commitments", "", free, said, policy_with(commitments="ignore"))
    if policy.cash_flow_only:
        said, free = "Only cash that comes or goes is traded.", "if more were traded than cash that comes or goes"
        yield Rule("cash_flow_only", "", free, said, policy_with(cash_flow_only=False))
    if policy.minimum_trade > 0:
        said = f"No trade is smaller than {dollars(policy.minimum_trade)}."
        yield Rule(
            "minimum_trade", "", "without the least size of a trade", said, policy_with(minimum_trade=Decimal(0))
        )
    yield from (*_wash(case), *_untargeted(case))


def _listed_rules(case: Case) -> Iterator[Rule]:
    kept = [account.id for account in case.accounts if account.do_not_sell]
    if kept:
        said, free = f"{listing(kept)} may not sell everything.", "without the lists of what is not sold"
        yield Rule("do_not_sell", "", free, said, accounts_with(do_not_sell=()))
    barred = [account.id for account in case.accounts if account.do_not_buy]
    if barred:
        said, free = f"{listing(barred)} may not buy everything.", "without the lists of what is not bought"
        yield Rule("do_not_buy", "", free, said, accounts_with(do_not_buy=()))
    menus = [account.id for account in case.accounts if account.menu is not None]
    if menus:
        said, free = f"{listing(menus)} may buy from a menu only.", "without the menus of plans"
        yield Rule("menu", "", free, said, accounts_with(menu=None))


def _standing_rules(case: Case) -> Iterator[Rule]:
    shut = [account.id for account in case.accounts if not account.tradable or account.proof == "unproven"]
    if shut:
        free = f"if {listing(shut)} could be traded"
        yield Rule(
            "closed_account",
            "",
            free,
            f"{listing(shut)} may not be traded.",
            accounts_with(tradable=True, proof="proven"),
        )
    locked = [security.symbol for security in case.securities if _is_locked(case, security)]
    if locked:
        free = f"if {listing(locked)} could be traded"
        yield Rule("locked_security", "", free, f"{listing(locked)} may not be traded.", unlocked(frozenset(locked)))
    if any(lot.cost_basis is None or lot.acquired is None for lot in _taxed_lots(case)):
        said = "Lots of unknown basis or date are kept in taxable accounts."
        yield Rule("unknown_basis", "", "with the basis and date of every lot known", said, all_known)
    if any(account.minimum_cash > 0 for account in case.accounts):
        said, free = "Accounts that buy keep a minimum of cash.", "without minimums of cash"
        yield Rule("minimum_cash", "", free, said, accounts_with(minimum_cash=Decimal(0)))


def _closed(account: Account) -> Iterator[Rule]:
    why = "is not tradable" if not account.tradable else "is not proven"
    if not account.tradable or account.proof == "unproven":
        lift = accounts_with(only=account.id, tradable=True, proof="proven")
        yield Rule("closed_account", account.id, f"if {account.id} could be traded", f"{account.id} {why}.", lift)


def _not_sold(account: Account, symbol: str) -> Rule:
    said = f"{symbol} is on the list of what {account.id} does not sell."
    return Rule("do_not_sell", symbol, f"if {account.id} could sell {symbol}", said, may_sell(account.id, symbol))


def _locked(case: Case, security: Security) -> Rule:
    until, symbol = security.lock_until, security.symbol
    why = f"is locked until {day(until)}" if until and until > case.as_of else "cannot be traded"
    facts: FrozenMap[str | int] = FrozenMap({"until": until.isoformat()} if until else {})
    free = f"if {symbol} could be traded"
    return Rule("locked_security", symbol, free, f"{symbol} {why}.", unlocked(frozenset([symbol])), facts)


def _unknown(account: Account) -> Iterator[Rule]:
    names = [lot.id for lot in account.lots if lot.cost_basis is None or lot.acquired is None]
    if account.taxable and names:
        said = f"The basis or date of {listing(names)} in {account.id} is not known."
        yield Rule("unknown_basis", account.id, "with the basis and date of every lot known", said, all_known)


def _wash(case: Case) -> Iterator[Rule]:
    if case.policy.wash_sales == "avoid":
        said = "No loss is taken that purchases within 30 days disallow, and what a loss locks is not bought."
        free, lift = "once the wash-sale windows are over", policy_with(wash_sales="warn")
        yield Rule("wash_sale", "", free, said, lift, FrozenMap({"days": 30}))


def _untargeted(case: Case) -> Iterator[Rule]:
    if case.policy.untargeted == "hold":
        said, free = "What stands outside the target is held.", "if what stands outside the target were sold"
        yield Rule("untargeted", "", free, said, policy_with(untargeted="sell"))


def _is_locked(case: Case, security: Security) -> bool:
    return not security.tradable or (security.lock_until is not None and security.lock_until > case.as_of)


def _taxed_lots(case: Case) -> list[Lot]:
    return [lot for account in case.accounts if account.taxable for lot in account.lots]
