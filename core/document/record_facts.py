"""What a recommendation record needs beside the proposal: the profile, the series of trades, the shelf, the firm type.

`missing` names what the record still lacks, each with its place; a record that lacks anything is never final.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from core.document.facts import Facts
from core.domain.issue import Issue
from core.domain.money import ZERO
from core.domain.product import Product
from core.domain.profile import PROFILE_FIELDS, InvestmentProfile, missing_fields
from core.domain.series import TradeSeries
from core.domain.trade import Baseline
from core.market.products import like
from core.settings import REFERENCE
from core.words import class_label, percent

TOLERANCES = {
    "low": "Low",
    "low_to_medium": "Low to medium",
    "medium": "Medium",
    "medium_to_high": "Medium to high",
    "high": "High",
}


@dataclass(frozen=True)
class RecordFacts(Facts):
    """The proposal's facts with what the recommendation has to fit and to be weighed against."""

    profile: InvestmentProfile
    series: TradeSeries
    shelf: Mapping[str, Product]
    firm_type: str

    @property
    def purchases(self) -> dict[str, Decimal]:
        """Symbol -> dollars bought over all accounts."""
        sums: dict[str, Decimal] = {}
        for trade in self.proposal.answer.trades:
            if trade.side == "buy":
                sums[trade.symbol] = sums.get(trade.symbol, ZERO) + trade.amount
        return dict(sorted(sums.items()))

    @property
    def growth_share(self) -> float:
        """The share of the target that stands in growth classes; 0 for a target by symbol."""
        return sum(self.proposal.case.target.weight(name) for name in suitability()["growth_classes"])

    @property
    def own_cost(self) -> Decimal:
        """Dollars of tax, spread and commission of this proposal."""
        answer = self.proposal.answer
        return answer.tax.total + answer.spread + answer.commission

    def compared(self, symbol: str) -> tuple[Product, ...]:
        """The product bought and the like ones of the shelf, the cheapest first; empty where it is on no shelf."""
        return like(self.shelf, symbol, most=3) if symbol in self.shelf else ()


def missing(facts: RecordFacts) -> tuple[Issue, ...]:
    """Everything that stands against finalising the record: where it belongs and what it is."""
    return tuple(
        Issue("error", where, message, code)
        for where, message, code in (
            *_profile(facts),
            *_fit(facts),
            *_reasons(facts),
            *_alternatives(facts),
            *_products(facts),
            *_people(facts),
        )
    )


Lack = tuple[str, str, str]
"""Where, what, code"""


def _profile(facts: RecordFacts) -> Iterator[Lack]:
    for name in missing_fields(facts.profile):
        yield f"profile.{name}", f"{PROFILE_FIELDS[name]}: not known of this household", "profile_field_missing"


def _fit(facts: RecordFacts) -> Iterator[Lack]:
    tolerance = facts.profile.risk_tolerance
    if tolerance is None:
        return
    most = suitability()["most_growth"][tolerance]
    if facts.growth_share > most + 1e-9:
        message = (
            f"{percent(facts.growth_share, 0)} in growth classes is above the {percent(most, 0)} "
            f"that the firm allows at {TOLERANCES[tolerance].lower()} risk tolerance"
        )
        yield "profile.risk_tolerance", message, "outside_profile"


def _reasons(facts: RecordFacts) -> Iterator[Lack]:
    answer = facts.proposal.answer
    if not answer.triggered_by:
        yield "proposal.answer.triggered_by", "Trigger: nothing says why this was looked at", "trigger_missing"
    for place, trade in enumerate(answer.trades):
        if not any(reason.sentence.strip() for reason in trade.reasons):
            where = f"proposal.answer.trades[{place}].reasons"
            yield where, f"Basis: no reason for {trade.side} {trade.symbol}", "basis_missing"
    if facts.mandate.effective is None:
        yield "mandate.effective", "Mandate: no day since which it is in force", "mandate_date_missing"


def _alternatives(facts: RecordFacts) -> Iterator[Lack]:
    where = "proposal.answer.baselines"
    priced = [one for one in facts.proposal.answer.baselines if one.tax is not None and one.spread is not None]
    if len(priced) < 2:
        yield where, "Alternatives: fewer than two with their cost and tax in dollars", "alternatives_missing"
    if all(one.name != "do_nothing" for one in priced):
        yield where, "Alternatives: doing nothing is not among them", "do_nothing_missing"
    if not any(_is_cheaper(facts, one) for one in priced) and not any(facts.compared(one) for one in facts.purchases):
        yield where, "Alternatives: no cheaper one among them", "cheaper_missing"


def _is_cheaper(facts: RecordFacts, one: Baseline) -> bool:
    return one.cost is not None and one.cost < facts.own_cost


def _products(facts: RecordFacts) -> Iterator[Lack]:
    for symbol in facts.purchases:
        product = facts.shelf.get(symbol)
        if product is None:
            yield f"products.{symbol}", f"Product: {symbol} is on no shelf, its costs are not known", "product_unknown"
        elif not product.buyable:
            status = class_label(product.status).lower()
            yield f"products.{symbol}", f"Product: {symbol} is {status} and may not be bought", "product_not_approved"


def _people(facts: RecordFacts) -> Iterator[Lack]:
    one = facts.proposal
    if one.approver is None or one.decided is None:
        yield "proposal.approver", "Approval: nobody has approved it", "approval_missing"
    if one.submitted is None:
        yield "proposal.submitted", "Approval: it was not submitted", "submission_missing"
    for role, person in (("proposer", one.proposer), ("approver", one.approver)):
        if person and not facts.names.get(f"person.{person}"):
            yield f"proposal.{role}", f"Persons: the name of {person} is not known", "person_missing"
    if facts.series.average_equity <= 0:
        yield "series.average_equity", "Series of trades: no equity to set it against", "series_missing"


@cache
def suitability() -> Mapping[str, Any]:
    """The firm's policy on how much growth fits which risk tolerance."""
    with (REFERENCE / "suitability.toml").open("rb") as file:
        return tomllib.load(file)
