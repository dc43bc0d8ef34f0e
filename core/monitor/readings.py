"""Every class of a household held against its band, and every security against the limit that was set for it.

Weights come from the house's one count of drift (`core.risk.exposure`), bands from the target; `rules` says from
which level a band came.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from core.domain.account import Account
from core.domain.allocation import Allocation
from core.domain.breach import Reading
from core.domain.case import Case
from core.domain.money import cents
from core.domain.security import Security
from core.market.frame import weights_by_symbol
from core.monitor.banding import Resolved, with_bands
from core.monitor.standing import read_band, read_limit
from core.risk.exposure import cash_to_come, holdings, in_target, picture, values_by_class

LEAST_COVERAGE = 0.8
"""Share of a class's value that must have a price of the day; below it nobody can say where the class stands."""
MUCH_DOUBT = 0.02
"""Share of everything in doubt from which the total itself, and with it every weight, is in doubt."""
NO_RULES: Mapping[str, Resolved] = {}
NO_ACCOUNT_RULES: Mapping[str, Mapping[str, Resolved]] = {}


def readings(
    household_id: str,
    case: Case,
    unpriced: Collection[str] = (),
    rules: Mapping[str, Resolved] = NO_RULES,
    doubtful: Collection[str] = (),
) -> tuple[Reading, ...]:
    """One reading for each class (or symbol) of the household's target and of what it holds.

    unpriced : symbols whose price is missing or stale; a class with less than 80 % of its value priced reads
        `unknown`, it never passes
    rules : what was set beside the mandate's own bands, by subject; a symbol with a limit is read as well
    doubtful : symbols whose price jumped as in a split; a class with too much of it may stand outside, never inside
    """
    target = with_bands(case.target, rules)
    return _Look(household_id, case, in_target(case), target, unpriced, "mandate", rules, doubtful).readings()


def account_readings(
    household_id: str,
    case: Case,
    unpriced: Collection[str] = (),
    rules: Mapping[str, Mapping[str, Resolved]] = NO_ACCOUNT_RULES,
    doubtful: Collection[str] = (),
) -> dict[str, tuple[Reading, ...]]:
    """Account -> its own readings (level `account`): of all classes where it has a target of its own, else of the
    subjects that were set for it, held against the household's target."""
    found = {}
    for account in case.accounts:
        own = rules.get(account.id, NO_RULES)
        if account.target is None and not own:
            continue
        target = with_bands(account.target or case.target, own)
        seen = _Look(household_id, case, (account,), target, unpriced, "account", own, doubtful).readings()
        found[account.id] = seen if account.target is not None else tuple(one for one in seen if one.subject in own)
    return found


@dataclass(frozen=True, slots=True)
class _Look:
    """Some accounts against one target. `level` : where a band of the target itself comes from."""

    household: str
    case: Case
    accounts: tuple[Account, ...]
    target: Allocation
    unpriced: Collection[str]
    level: str
    rules: Mapping[str, Resolved]
    doubtful: Collection[str] = ()

    def readings(self) -> tuple[Reading, ...]:
        """The classes in the order of the count, then symbols with a limit that are no class of the target."""
        held, coming = holdings(self.accounts), cash_to_come(self.accounts)
        seen = picture(self.case, held, coming, self.accounts, self.target)
        covered = self._coverage(self.unpriced)
        found = [
            self._against(name, seen.weights[name], seen.drift[name], seen.total, covered.get(name, 1.0))
            for name in seen.drift
        ]
        if self.rules:
            found += self._limited(frozenset(seen.drift), seen.total)
        if not self.doubtful:
            return tuple(found)
        sure = self._coverage({*self.unpriced, *self.doubtful})
        shaken = self._doubted_share() > MUCH_DOUBT
        return tuple(_doubted(one, sure.get(one.subject, 1.0), shaken) for one in found)

    def _against(self, name: str, weight: float, drift: float, total: Decimal, coverage: float) -> Reading:
        rule = self.rules.get(name)
        if rule is not None and rule.rule.kind == "limit":
            return self._limit(rule, weight, total, coverage)
        wanted = self.target.weight(name)
        held = read_band(weight, wanted, self.target.band(name))
        own = self.level if name in self.target.bands else "default"
        return Reading(
            household=self.household,
            subject=name,
            value=weight,
            target=wanted,
            low=held.low,
            high=held.high,
            in_bands=held.in_bands,
            standing=held.standing if coverage >= LEAST_COVERAGE else "unknown",
            dollars=cents(Decimal(repr(drift)) * total),
            level=own if rule is None else rule.level,
            coverage=coverage,
        )

    def _limit(self, rule: Resolved, weight: float, total: Decimal, coverage: float) -> Reading:
        low, high = rule.low, rule.high
        middle = 0.0 if low is None else 1.0 if high is None else (low + high) / 2
        held = read_limit(weight, middle, low, high)
        return Reading(
            household=self.household,
            subject=rule.subject,
            value=weight,
            target=middle,
            low=held.low,
            high=held.high,
            in_bands=held.in_bands,
            standing=held.standing if coverage >= LEAST_COVERAGE else "unknown",
            dollars=cents(Decimal(repr(_beyond(weight, low, high))) * total),
            level=rule.level,
            coverage=coverage,
            limit=True,
        )

    def _limited(self, classes: frozenset[str], total: Decimal) -> list[Reading]:
        securities = {security.symbol: security for security in self.case.securities}
        weights = weights_by_symbol(self.accounts, securities)
        return [
            self._limit(rule, weights[symbol], total, 0.0 if symbol in self.unpriced else 1.0)
            for symbol, rule in self.rules.items()
            if symbol not in classes and symbol in weights and rule.rule.kind == "limit"
        ]

    def _coverage(self, without: Collection[str]) -> dict[str, float]:
        """Share of each class's gross value whose price is of the day; classes with nothing in them are not named."""
        if not without:
            return {}
        every, priced = self._gross(()), self._gross(without)
        return {name: float(priced.get(name, Decimal(0)) / dollars) for name, dollars in every.items() if dollars}

    def _doubted_share(self) -> float:
        """Share of everything whose price is in doubt: it moves the weights of all classes alike."""
        every, sure = sum(self._gross(()).values()), sum(self._gross(self.doubtful).values())
        return float(1 - sure / every) if every else 0.0

    def _gross(self, without: Collection[str]) -> Mapping[str, Decimal]:
        securities: dict[str, Security] = {security.symbol: security for security in self.case.securities}
        held = {key: abs(number) for key, number in holdings(self.accounts).items() if key[1] not in without}
        cash = {account: abs(dollars) for account, dollars in cash_to_come(self.accounts).items()}
        return values_by_class(securities, held, cash, self.target.by)


def _doubted(reading: Reading, sure: float, shaken: bool) -> Reading:
    """A reading with too little of it sure is never inside; where it stands outside, that is said all the same."""
    if (sure >= LEAST_COVERAGE and not shaken) or reading.standing in ("outside", "unknown"):
        return reading
    return replace(reading, standing="unknown", coverage=sure)


def _beyond(weight: float, low: float | None, high: float | None) -> float:
    """Signed distance in weight to the edge of a limit that is crossed; to the upper one where none is."""
    if low is not None and (high is None or weight < low):
        return weight - low
    return weight - high if high is not None else 0.0
