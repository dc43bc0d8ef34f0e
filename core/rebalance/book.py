"""The household as the solver sees it: what may be sold, what may be bought, and what cash must be there.

Everything is sorted, so the order of the input never matters. Dollars are floats here; exact money comes back in
`lots.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.domain.account import Account, Taxpayer
from core.domain.allocation import CASH, Allocation
from core.domain.case import Case
from core.domain.lot import Lot, LotPick, Term
from core.domain.security import Security
from core.rebalance.wash_rule import WashRule, wash_rule
from core.risk.exposure import is_untargeted, split
from core.tax.fund_losses import counted
from core.tax.gains import basis_in_average, gain_per_share
from core.tax.holding_period import lot_term

Key = tuple[str, str]
"""(account, symbol)"""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is sold as one thing: a lot where gains are taxed, a whole position elsewhere. Dollars at the price.

    gain : as it is taxed; turned : the part of a short-term loss that counts as long-term (26 USC 852(b)(4))
    """

    lots: tuple[Lot, ...]
    value: float
    gain: float = 0.0
    term: Term | None = None
    loss: bool = False
    turned: float = 0.0

    def of_term(self, term: str) -> float:
        """Dollars of its gain that are of a term."""
        return self.gain - self.turned if self.term == term else self.turned


@dataclass(frozen=True, slots=True)
class Position:
    """The sellable part of one symbol in one account; `whole` where nothing else of it is held."""

    key: Key
    pieces: tuple[Piece, ...]
    quantity: Decimal
    value: float
    whole: bool


@dataclass(frozen=True, slots=True)
class CashRule:
    """Dollars of one account, cash flow counted: now, the least it may end with, and the least if it buys.

    required : what must be raised by sales; of it `withdrawal` dollars are a withdrawal, the rest reserve and
    distribution
    """

    now: float
    least: float
    least_buying: float
    required: float
    withdrawal: float


@dataclass(frozen=True, slots=True)
class Book:
    """Everything one solve looks at, indexed. `holders` are the accounts that hold a symbol."""

    case: Case
    accounts: Mapping[str, Account]
    securities: Mapping[str, Security]
    taxpayers: Mapping[str, Taxpayer]
    positions: Mapping[Key, Position]
    buys: tuple[Key, ...]
    cash: Mapping[str, CashRule]
    wash: WashRule
    holders: Mapping[str, frozenset[str]]

    def unit_price(self, symbol: str) -> float:
        """Dollars of one share."""
        return float(self.securities[symbol].unit_price)

    @property
    def required(self) -> float:
        """Cash that must be raised, in all accounts."""
        return sum(rule.required for rule in self.cash.values())


def open_book(case: Case, taxpayers: Mapping[str, Taxpayer], leaving: bool = False) -> Book:
    """Index a case for the solver; `leaving` as `wash_rule` says."""
    accounts = {account.id: account for account in sorted(case.accounts, key=lambda account: account.id)}
    securities = {security.symbol: security for security in sorted(case.securities, key=lambda one: one.symbol)}
    cash = {account.id: cash_rule(account) for account in accounts.values()}
    trading = [account for account in accounts.values() if trades_at_all(account, cash[account.id])]
    saleable = frozenset(key for account in trading for key in _saleable(case, account, securities))
    wash = wash_rule(case, saleable, leaving)
    positions = {key: position for key in sorted(saleable) if (position := _position(case, accounts, key, wash))}
    buys = tuple(key for account in trading for key in _buyable(case, account, securities, wash))
    return Book(case, accounts, securities, taxpayers, positions, buys, cash, wash, _holders(case))


def _holders(case: Case) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for account in case.accounts:
        for lot in account.lots:
            if lot.quantity > 0:
                found.setdefault(lot.symbol, set()).add(account.id)
    return {symbol: frozenset(places) for symbol, places in found.items()}


def cash_rule(account: Account) -> CashRule:
    """What the account's cash must come to; a withdrawal, a reserve and a distribution are raised by sales."""
    now = account.cash + account.cash_flow
    kept = account.reserve + account.required_distribution
    least = kept if kept > 0 else min(Decimal(0), account.cash)
    required = max(Decimal(0), least - now)
    withdrawal = min(required, max(Decimal(0), min(Decimal(0), account.cash) - now))
    buying = max(account.minimum_cash, account.reserve) + account.required_distribution
    return CashRule(float(now), float(least), float(max(buying, least, Decimal(0))), float(required), float(withdrawal))


def trades_at_all(account: Account, cash: CashRule) -> bool:
    """Whether the account may be traded: proven, tradable, and in the target, with one of its own, or with a flow."""
    if not account.tradable or account.proof == "unproven":
        return False
    return account.counts_in_target or account.target is not None or account.cash_flow != 0 or cash.required > 0


def allocations(case: Case, account: Account) -> tuple[Allocation, ...]:
    """The targets that an account's holdings count in."""
    own = () if account.target is None else (account.target,)
    return (case.target, *own) if account.counts_in_target else own


def tradable(case: Case, security: Security) -> bool:
    """Whether a security can be traded on the day of the case."""
    locked = security.lock_until is not None and security.lock_until > case.as_of
    return security.tradable and not locked and security.price > 0


def _saleable(case: Case, account: Account, securities: Mapping[str, Security]) -> list[Key]:
    found = []
    for symbol in sorted({lot.symbol for lot in account.lots if lot.quantity > 0}):
        security = securities[symbol]
        free = symbol not in account.do_not_sell and symbol != CASH and tradable(case, security)
        if free and _may_leave(case, account, security):
            found.append((account.id, symbol))
    return found


def _may_leave(case: Case, account: Account, security: Security) -> bool:
    """A holding that stands for the most part outside the target is sold only where the policy says so."""
    targets = allocations(case, account)
    if case.policy.untargeted == "sell" or not targets:
        return True
    return any(_targeted_share(security, target) > 0.5 for target in targets)


def _targeted_share(security: Security, target: Allocation) -> float:
    shares = split(security, target.by)
    return sum(share for name, share in shares.items() if not is_untargeted(name, target))


def _position(case: Case, accounts: Mapping[str, Account], key: Key, wash: WashRule) -> Position | None:
    account, symbol = accounts[key[0]], key[1]
    security = case.security(symbol)
    held = sorted((lot for lot in account.lots if lot.symbol == symbol), key=lambda lot: lot.id)
    if any(lot.quantity < 0 for lot in held):
        return None
    pieces = _taxed_pieces(case, held, security, wash) if account.taxable else _plain_piece(held, security)
    quantity = sum((lot.quantity for piece in pieces for lot in piece.lots), Decimal(0))
    if not quantity:
        return None
    value = float(quantity * security.unit_price)
    return Position(key, pieces, quantity, value, quantity == sum((lot.quantity for lot in held), Decimal(0)))


def _plain_piece(held: list[Lot], security: Security) -> tuple[Piece, ...]:
    quantity = sum((lot.quantity for lot in held), Decimal(0))
    return (Piece(tuple(held), float(quantity * security.unit_price)),)


def _taxed_pieces(case: Case, held: list[Lot], security: Security, wash: WashRule) -> tuple[Piece, ...]:
    pieces = []
    averaged = case.policy.relief == "average"
    average = _average_gain(held, security) if averaged else None
    if averaged and average is None:
        return ()
    for lot in held:
        term = lot_term(lot, case.as_of)
        gain = gain_per_share(lot, security.unit_price) if average is None else average
        if lot.acquired is None or term is None or gain is None:
            continue
        value, gained = float(lot.quantity * security.unit_price), float(gain * lot.quantity)
        loss = gained < max(0.02, 1e-4 * value)
        if not (loss and lot.id in wash.blocked and case.policy.wash_sales == "avoid"):
            taxed, turned = _taxed_gain(case, lot, gain, term)
            pieces.append(Piece((lot,), value, taxed, term, loss, turned))
    return tuple(pieces)


def _taxed_gain(case: Case, lot: Lot, gain: Decimal, term: Term) -> tuple[float, float]:
    """The gain of a whole lot as it is taxed, and the part of it that is long-term although the lot is not."""
    if not lot.capital_gain_dividends and not lot.exempt_dividends:
        return float(gain * lot.quantity), 0.0
    parts = counted(lot, LotPick(lot.id, lot.quantity, None, gain * lot.quantity, term), case.as_of).picks
    turned = sum((part.gain or Decimal(0) for part in parts if part.term != term), Decimal(0))
    return float(sum((part.gain or Decimal(0) for part in parts), Decimal(0))), float(turned)


def _average_gain(held: list[Lot], security: Security) -> Decimal | None:
    """Gain of a share at the average basis; None where a basis is not known."""
    if any(lot.cost_basis is None for lot in held):
        return None
    basis = sum((basis_in_average(lot) or Decimal(0) for lot in held), Decimal(0))
    return security.unit_price - basis / sum((lot.quantity for lot in held), Decimal(0))


def _buyable(case: Case, account: Account, securities: Mapping[str, Security], wash: WashRule) -> list[Key]:
    targets = allocations(case, account)
    if not targets:
        return []
    shorted = {lot.symbol for lot in account.lots if lot.quantity < 0}
    return [
        (account.id, symbol)
        for symbol, security in securities.items()
        if tradable(case, security)
        and symbol not in account.do_not_buy
        and symbol not in shorted
        and (account.menu is None or symbol in account.menu)
        and not (case.policy.wash_sales == "avoid" and (account.id, wash.groups[symbol]) in wash.locked)
        and all(_wanted(security, target) for target in targets)
    ]


def _wanted(security: Security, target: Allocation) -> bool:
    """Buyable: wholly inside the target, and more than cash under another name."""
    shares = split(security, target.by)
    return all(not is_untargeted(name, target) for name in shares) and shares.get(CASH, 0.0) < 1.0 - 1e-9
