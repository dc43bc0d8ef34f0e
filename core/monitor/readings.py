"""Every class of a household held against its band: absolute, relative or five_25.

Weights come from the house's one count of drift (`core.risk.exposure`); outside means strictly beyond the edge.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.domain.account import Account
from core.domain.allocation import Allocation, Band
from core.domain.breach import Reading, Standing
from core.domain.case import Case
from core.domain.money import cents
from core.domain.security import Security
from core.domain.trade import DriftPicture
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


def readings(household_id: str, case: Case, unpriced: Collection[str] = ()) -> tuple[Reading, ...]:
    """One reading for each class (or symbol) of the household's target and of what it holds.

    unpriced : symbols whose price is missing or stale; a class with less than 80 % of its value priced reads
        `unknown`, it never passes
    """
    return _held_against(household_id, case, in_target(case), case.target, unpriced, "mandate")


def account_readings(household_id: str, case: Case, unpriced: Collection[str] = ()) -> dict[str, tuple[Reading, ...]]:
    """Account -> its own readings, for every account that has a target of its own (level `account`)."""
    return {
        account.id: _held_against(household_id, case, (account,), account.target, unpriced, "account")
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
