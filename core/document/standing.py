"""Where a household stands, as two papers tell it: the drift-monitoring note, and the report in plain language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from core.document import ink
from core.document.sheet import Badge
from core.domain.account import Account
from core.domain.breach import Alert, Breach, Reading
from core.domain.case import Case
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.domain.money import ZERO, cents
from core.domain.monitoring import Check
from core.domain.proposal import Proposal
from core.market.asset_classes import labels as class_labels
from core.words import class_label, one_line, shorten, start, with_titles

NO_CHECKS: tuple[Check, ...] = ()


@dataclass(frozen=True)
class HouseholdStanding:
    """A household with its case, what was read against its bands, and what became of it.

    alerts : open and closed ones; checks : those of the period of the note; proposals : approved, oldest first
    prices : a label such as "simulated", empty for the market's own
    """

    household: Household
    mandate: Mandate
    case: Case
    readings: Sequence[Reading]
    breaches: Sequence[Breach]
    alerts: Sequence[Alert]
    labels: Mapping[str, str]
    prices: str = ""
    checks: Sequence[Check] = NO_CHECKS
    proposals: Sequence[Proposal] = field(default=())

    @cached_property
    def names(self) -> dict[str, str]:
        """What classes and people are called."""
        return {**class_labels(), **self.labels}

    @cached_property
    def titles(self) -> dict[str, str]:
        """Account id -> title with the last four of its number."""
        cards = {one.id: self.household.card(one.id) for one in self.case.accounts}
        return {key: one_line(f"{card.title} {card.number}") for key, card in cards.items()}

    def class_name(self, name: str) -> str:
        """A class as people know it."""
        return class_label(name, self.names)

    def person(self, person: str) -> str:
        """A person's name, or the id where no name was given."""
        return one_line(self.names.get(f"person.{person}") or person)

    def said(self, sentence: str) -> str:
        """A recorded sentence as one line, accounts by their titles."""
        return with_titles(one_line(sentence), self.titles)

    def since(self, subject: str) -> date | None:
        """Since when a class stands outside."""
        return next((one.since for one in self.breaches if one.subject == subject), None)

    @property
    def classes(self) -> list[Reading]:
        """The household's own classes in display order, limits apart."""
        order = {name: place for place, name in enumerate(class_labels())}
        shown = [one for one in self.readings if not one.limit]
        return sorted(shown, key=lambda one: (order.get(one.subject, len(order)), one.subject))

    @property
    def outside(self) -> list[Reading]:
        """What stands outside its band, the farthest first."""
        found = [one for one in self.classes if one.standing == "outside"]
        return sorted(found, key=lambda one: -abs(one.in_bands or 0.0))

    def value(self, account: Account) -> Decimal:
        """Dollars of an account: its lots at the prices of the case, and its cash."""
        worth = (lot.quantity * self.case.security(lot.symbol).unit_price for lot in account.lots)
        return cents(sum(worth, ZERO) + account.cash)

    @property
    def total(self) -> Decimal:
        """Dollars of all accounts, those outside the target with them."""
        return sum((self.value(one) for one in self.case.accounts), ZERO)

    @property
    def fund_costs(self) -> Decimal:
        """Dollars a year that the funds cost inside, by expense ratio."""
        return cents(sum((_yearly(self.case, account) for account in self.case.accounts), ZERO))

    @property
    def badges(self) -> tuple[Badge, ...]:
        """What the prices are, where they are not the market's own."""
        if not self.prices:
            return ()
        label = self.prices if "price" in self.prices.lower() else f"{self.prices} prices"
        return (Badge(shorten(start(one_line(label)), 40), ink.CAUTION_TEXT, ink.CAUTION_FILL),)


def _yearly(case: Case, account: Account) -> Decimal:
    return sum(
        (
            lot.quantity * case.security(lot.symbol).unit_price * Decimal(repr(case.security(lot.symbol).expense_ratio))
            for lot in account.lots
        ),
        ZERO,
    )
