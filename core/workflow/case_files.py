"""The case that one solve needs, built from a household, its mandate, the prices of the day and the firm's shelf."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from core.domain.account import Account
from core.domain.bands import Bands
from core.domain.case import Case, Risk
from core.domain.corporate_action import CorporateAction
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.issue import Issue
from core.domain.mandate import Mandate
from core.domain.scenario import Levers
from core.domain.security import Security
from core.market.feed import Quotes
from core.market.securities import known, security
from core.monitor.banding import Resolved, with_bands
from core.workflow.bands import resolved
from core.workflow.class_risk import class_risk
from core.workflow.desk import Desk
from core.workflow.households import household, mandate
from core.workflow.levers import NO_LEVERS, moved
from core.workflow.market_actions import doubtful, known_actions, quotes_of
from core.workflow.people import ask_code
from core.workflow.products import blocked_symbols, off_shelf

Risked = tuple[Risk | None, tuple[Issue, ...]]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with what it was built from: the prices behind it, and what stood in the way.

    bands : subject -> the rule that somebody set for it beside the mandate's bands
    doubtful : symbol -> day on which its price jumped as in a split that the shares may not count yet
    """

    case: Case
    quotes: Quotes
    household: Household
    mandate: Mandate
    issues: tuple[Issue, ...]
    bands: Mapping[str, Resolved] = field(default_factory=dict)
    doubtful: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shared:
    """What a look at many households reads once.

    quotes : of all their symbols; actions : splits that are known; refused : what may not be bought
    risks : (mandate, version) -> covariance of its classes, filled as mandates are met
    """

    bands: Mapping[str, Bands]
    quotes: Quotes
    actions: tuple[CorporateAction, ...]
    refused: frozenset[str]
    risks: dict[tuple[str, int], Risked] = field(default_factory=dict)


def case_file(desk: Desk, household_id: str, levers: Levers = NO_LEVERS) -> CaseFile:
    """The household priced on the book's date under its mandate, with the levers moved.

    Raises BadInput where a price is missing or the mandate has no target: nothing is guessed.
    """
    held = household(desk, household_id)
    return case_under(desk, held, mandate(desk, held.mandate), levers)


def case_under(
    desk: Desk,
    held: Household,
    rules: Mandate,
    levers: Levers = NO_LEVERS,
    shared: Shared | None = None,
) -> CaseFile:
    """A household priced on the book's date under any mandate, its own or a candidate.

    shared : what is read once for the whole book, where the caller looks at all of it
    """
    if rules.target is None:
        raise BadInput(f"mandate {rules.id}", "has no target allocation")
    kept = None if shared is None else shared.bands
    bands = resolved(desk, held, rules.target, kept=kept)
    symbols = symbols_of(held, rules)
    actions = known_actions(desk) if shared is None else shared.actions
    quotes = quotes_of(desk, symbols, actions) if shared is None else shared.quotes.only(symbols, desk.today())
    securities = _without_idle_stand_ins(held, rules, _securities(held, rules, quotes))
    owned = _held(held)
    buyable = tuple(one.symbol for one in securities if one.symbol in rules.assets or one.symbol not in owned)
    blocked = frozenset(blocked_symbols(desk)) if shared is None else shared.refused
    own = frozenset(one.symbol for one in held.securities) - blocked
    refused = (blocked | (off_shelf(desk, own) if own else own)) & {one.symbol for one in securities}
    risk, unweighed = _risk(desk, rules, shared)
    case = Case(
        as_of=desk.today(),
        taxpayers=held.taxpayers,
        accounts=tuple(
            _own_bands(desk, held, _within_shelf(_with_menu(account, buyable), refused), kept)
            for account in held.accounts
        ),
        securities=securities,
        target=with_bands(rules.target, bands),
        history=held.history,
        policy=rules.policy,
        risk=risk,
    )
    unsure = doubtful(held, quotes, actions)
    return CaseFile(moved(case, levers), quotes, held, rules, (*quotes.issues, *unweighed), bands, unsure)


def _risk(desk: Desk, rules: Mandate, shared: Shared | None) -> Risked:
    if shared is None:
        return class_risk(desk, rules)
    key = (rules.id, rules.version)
    if key not in shared.risks:
        shared.risks[key] = class_risk(desk, rules)
    return shared.risks[key]


def export_case(desk: Desk, household_id: str, code: str = "") -> Case:
    """The household's case to take along, as notebooks and the command line read it; asks for a second factor."""
    ask_code(desk, desk.require("export"), code)
    return case_file(desk, household_id).case


def symbols_of(held: Household, rules: Mandate) -> tuple[str, ...]:
    """What is held, what the mandate buys, and what may stand in for what is held in a taxable account."""
    facts = known()
    own = {security.symbol for security in held.securities}
    symbols = _held(held) | set(rules.assets)
    taxed = {lot.symbol for account in held.accounts if account.taxable for lot in account.lots}
    taxed |= {past.symbol for past in held.history}
    stand_ins = {other for symbol in taxed if symbol in facts for other in facts[symbol].substitutes}
    return tuple(sorted((symbols | stand_ins) - own))


def _securities(held: Household, rules: Mandate, quotes: Quotes) -> tuple[Security, ...]:
    facts = known()
    own = {security.symbol: security for security in held.securities}
    needed = _held(held)
    found: list[Security] = list(own.values())
    for symbol in symbols_of(held, rules):
        price: Decimal | None = quotes.prices.get(symbol)
        if price is not None and symbol in facts:
            found.append(security(symbol, price))
        elif symbol in needed:
            what = quotes.why_missing(symbol) if symbol in facts else "not in the table of securities"
            raise BadInput(symbol, f"{what}; give its price and class on the holdings page")
    return tuple(sorted(found, key=lambda one: one.symbol))


def _held(held: Household) -> frozenset[str]:
    return frozenset(lot.symbol for account in held.accounts for lot in account.lots)


def _with_menu(account: Account, buyable: tuple[str, ...]) -> Account:
    """An account that names no menu buys what the mandate buys, and what stands in for a loss."""
    return account if account.menu is not None or not buyable else replace(account, menu=buyable)


def _own_bands(desk: Desk, held: Household, account: Account, kept: Mapping[str, Bands] | None) -> Account:
    """An account with a target of its own, under the bands that were set for it."""
    if account.target is None:
        return account
    rules = resolved(desk, held, account.target, account.id, kept)
    return replace(account, target=with_bands(account.target, rules)) if rules else account


def _within_shelf(account: Account, refused: frozenset[str]) -> Account:
    """What the firm's shelf has not approved may be held and sold, not bought."""
    do_not_buy = tuple(sorted({*account.do_not_buy, *refused}))
    return account if do_not_buy == account.do_not_buy else replace(account, do_not_buy=do_not_buy)


def _without_idle_stand_ins(held: Household, rules: Mandate, securities: tuple[Security, ...]) -> tuple[Security, ...]:
    """Leave out stand-ins that no loss in a taxable account calls for: the mandate says what is bought."""
    by_symbol = {security.symbol: security for security in securities}
    lots = [(account, lot) for account in held.accounts for lot in account.lots]
    at_a_loss = {
        lot.symbol
        for account, lot in lots
        if account.taxable
        and lot.cost_basis is not None
        and lot.quantity * by_symbol[lot.symbol].unit_price < lot.cost_basis
    }
    at_a_loss |= {past.symbol for past in held.history if past.gain is not None and past.gain < 0}
    wanted = {lot.symbol for _, lot in lots} | set(rules.assets)
    wanted |= {other for symbol in at_a_loss & set(by_symbol) for other in by_symbol[symbol].substitutes}
    return tuple(security for security in securities if security.symbol in wanted)
