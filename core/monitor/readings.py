"""Every class of a household held against its band: absolute, relative or five_25.

Weights come from the house's one count of drift (`core.risk.exposure`); outside means strictly beyond the edge.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from core.domain.account import Account
from core.domain.allocation import Allocation, Band
from core.domain.breach import Reading, Standing
from core.domain.case import Case
from core.domain.money import cents
from core.domain.security import Security
from core.domain.trade import DriftPicture
from core.market.frame import weights_by_symbol
from core.monitor.banding import Resolved
from core.risk.exposure import EDGE, cash_to_come, holdings, in_target, picture, values_by_class

NEAR = 0.85
"""In bands: from here to the edge a reading is near."""
LEAST_COVERAGE = 0.8
"""Share of a class's value that must have a price of the day; below it nobody can say where the class stands."""
WIDTHLESS = 99.99
"""In bands, for a drift against a band without width."""


@dataclass(frozen=True, slots=True)
class BandReading:
    """One value against one band. `in_bands` is None where there is neither width nor drift."""

    low: float
    high: float
    in_bands: float | None
    standing: Standing


def read_band(value: float, target: float, band: Band) -> BandReading:
    """Hold a weight against the band around its target."""
    half_width = band.half_width(target)
    in_bands = drift_in_bands(value - target, half_width)
    return BandReading(target - half_width, target + half_width, in_bands, _standing(value - target, half_width))


def drift_in_bands(drift: float, half_width: float) -> float | None:
    """Drift divided by the half-width (±1 = edge), never beyond ±WIDTHLESS; None where both are 0."""
    if half_width > EDGE:
        return max(-WIDTHLESS, min(WIDTHLESS, drift / half_width))
    if abs(drift) <= EDGE:
        return None
    return WIDTHLESS if drift > 0 else -WIDTHLESS


NO_RULES: Mapping[str, Resolved] = {}
NO_ACCOUNT_RULES: Mapping[str, Mapping[str, Resolved]] = {}


def readings(
    household_id: str, case: Case, unpriced: Collection[str] = (), rules: Mapping[str, Resolved] = NO_RULES
) -> tuple[Reading, ...]:
    """One reading for each class (or symbol) of the household's target and of what it holds.

    unpriced : symbols whose price is missing or stale; a class with less than 80 % of its value priced reads
        `unknown`, it never passes
    rules : bands that were set beside the mandate's own, by subject; a symbol with a limit is read as well
    """
    return _under_rules(household_id, case, in_target(case), case.target, unpriced, "mandate", rules)


def account_readings(
    household_id: str,
    case: Case,
    unpriced: Collection[str] = (),
    rules: Mapping[str, Mapping[str, Resolved]] = NO_ACCOUNT_RULES,
) -> dict[str, tuple[Reading, ...]]:
    """Account -> its own readings, for every account that has a target of its own (level `account`)."""
    return {
        account.id: _under_rules(
            household_id, case, (account,), account.target, unpriced, "account", rules.get(account.id, NO_RULES)
        )
        for account in case.accounts
        if account.target is not None
    }


def _held_against(
    household_id: str,
    case: Case,
    accounts: tuple[Account, ...],
    target: Allocation,
    unpriced: Collection[str],
    level: str,
) -> tuple[Reading, ...]:
    seen = picture(case, holdings(accounts), cash_to_come(accounts), accounts, target)
    covered = _coverage(case, accounts, target, unpriced)
    return tuple(
        _reading(household_id, name, seen, target, covered.get(name, 1.0), level if name in target.bands else "default")
        for name in seen.drift
    )


def _reading(
    household_id: str, name: str, seen: DriftPicture, target: Allocation, coverage: float, level: str
) -> Reading:
    weight, wanted = seen.weights[name], target.weight(name)
    held = read_band(weight, wanted, target.band(name))
    return Reading(
        household=household_id,
        subject=name,
        value=weight,
        target=wanted,
        low=held.low,
        high=held.high,
        in_bands=held.in_bands,
        standing=held.standing if coverage >= LEAST_COVERAGE else "unknown",
        dollars=cents(Decimal(repr(seen.drift[name])) * seen.total),
        level=level,
        coverage=coverage,
    )


def _under_rules(
    household_id: str,
    case: Case,
    accounts: tuple[Account, ...],
    target: Allocation,
    unpriced: Collection[str],
    level: str,
    rules: Mapping[str, Resolved],
) -> tuple[Reading, ...]:
    """The readings against the target, those with a rule of their own against it, and symbols with a limit."""
    found = _held_against(household_id, case, accounts, target, unpriced, level)
    if not rules:
        return found
    total = float(picture(case, holdings(accounts), cash_to_come(accounts), accounts, target).total)
    ruled = tuple(_placed(one, rules[one.subject], total) if one.subject in rules else one for one in found)
    named = {one.subject for one in found}
    weights = weights_by_symbol(accounts, {security.symbol: security for security in case.securities})
    limited = tuple(
        _placed(_bare(household_id, symbol, weights[symbol], symbol in unpriced), rule, total)
        for symbol, rule in rules.items()
        if symbol not in named and symbol in weights and rule.rule.kind == "limit"
    )
    return (*ruled, *limited)


def _placed(reading: Reading, one: Resolved, total: float) -> Reading:
    low, high = one.low, one.high
    if one.rule.kind == "limit":
        target = 0.0 if low is None else 1.0 if high is None else (low + high) / 2
    else:
        target = reading.target
    drift = reading.value - target
    edge = high if drift > 0 else low
    half = abs(edge - target) if edge is not None else None
    standing = _standing(drift, half) if half is not None else "inside"
    return replace(
        reading,
        target=target,
        low=0.0 if low is None else low,
        high=1.0 if high is None else high,
        in_bands=drift_in_bands(drift, half) if half is not None else 0.0,
        standing="unknown" if reading.standing == "unknown" else standing,
        dollars=reading.dollars if one.rule.kind != "limit" else cents(Decimal(repr(drift * total))),
        level=one.level,
        limit=one.rule.kind == "limit",
    )


def _bare(household_id: str, symbol: str, weight: float, stale: bool) -> Reading:
    standing: Standing = "unknown" if stale else "inside"
    return Reading(
        household_id, symbol, weight, weight, 0.0, 1.0, 0.0, standing, Decimal(0), coverage=0.0 if stale else 1.0
    )


def _standing(drift: float, half_width: float) -> Standing:
    if abs(drift) > half_width + EDGE:
        return "outside"
    if half_width > EDGE and abs(drift) >= NEAR * half_width - EDGE:
        return "near"
    return "inside"


def _coverage(
    case: Case, accounts: tuple[Account, ...], target: Allocation, unpriced: Collection[str]
) -> dict[str, float]:
    """Share of each class's gross value whose price is of the day; classes with nothing in them are not named."""
    if not unpriced:
        return {}
    every = _gross(case, accounts, target, ())
    priced = _gross(case, accounts, target, unpriced)
    return {name: float(priced.get(name, Decimal(0)) / dollars) for name, dollars in every.items() if dollars}


def _gross(
    case: Case, accounts: tuple[Account, ...], target: Allocation, without: Collection[str]
) -> Mapping[str, Decimal]:
    securities: dict[str, Security] = {security.symbol: security for security in case.securities}
    held = {key: abs(quantity) for key, quantity in holdings(accounts).items() if key[1] not in without}
    cash = {account: abs(dollars) for account, dollars in cash_to_come(accounts).items()}
    return values_by_class(securities, held, cash, target.by)
