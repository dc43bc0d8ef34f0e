"""One taxpayer's year as a case: read, taxed, and laid out to the cent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from core.domain.account import Amounts, FilingStatus, Taxpayer
from core.domain.canonical import from_plain
from core.domain.issue import Issue
from core.domain.money import cents
from core.tax.bill import YearTax, year_tax
from core.tax.brackets import BracketTax, Kind
from core.tax.years import tax_year_for

ZERO = Decimal(0)
TAXPAYER_FIELDS = frozenset(Taxpayer.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class TaxCase:
    """Gains of a year on top of the taxpayer's `realized`; `first_adult` for a child's rates.

    collectibles, unrecaptured : parts of the long-term gain that are taxed at most at 28 % and at 25 %
    """

    taxpayer: Taxpayer
    year: int
    short: Decimal = ZERO
    long: Decimal = ZERO
    collectibles: Decimal = ZERO
    unrecaptured: Decimal = ZERO
    first_adult: Taxpayer | None = None


@dataclass(frozen=True, slots=True)
class TaxParts:
    """Dollars to the cent; `total` is the sum of the other three."""

    federal: Decimal
    net_investment: Decimal
    state: Decimal
    total: Decimal


@dataclass(frozen=True, slots=True)
class BracketLine:
    """Dollars taxed at one rate, a fraction."""

    kind: Kind
    rate: float
    amount: Decimal
    tax: Decimal


@dataclass(frozen=True, slots=True)
class TaxAnswer:
    """The tax of the whole year. Dollars.

    by_bracket : federal tax, rate by rate; of_gains : what the year's capital gains and losses add to the tax
    net : gains left after netting; deducted_loss : loss taken from other income; carryforward : losses left over
    """

    year: int
    filing_status: FilingStatus
    federal: Decimal
    net_investment: Decimal
    state: Decimal
    total: Decimal
    by_bracket: tuple[BracketLine, ...]
    net: Amounts
    deducted_loss: Decimal
    carryforward: Amounts
    of_gains: TaxParts
    source: str
    issues: tuple[Issue, ...] = field(default=())


def answer_tax(plain: Mapping[str, Any], firm_folder: Path | None = None) -> tuple[TaxAnswer, tuple[str, ...]]:
    """The answer to a case in JSON values, and the keys that are not known."""
    case, unknown = read_tax_case(plain)
    payers = [case.taxpayer] if case.first_adult is None else [case.taxpayer, case.first_adult]
    tables = tax_year_for(payers, case.year, firm_folder)
    realized = case.taxpayer.realized
    gains = Amounts(realized.short + case.short, realized.long + case.long)
    tax = year_tax(case.taxpayer, gains, tables, case.first_adult, case.collectibles, case.unrecaptured)
    without = year_tax(_without_losses(case.taxpayer), Amounts(), tables, case.first_adult)
    parts, left = _parts(tax), tax.netted.carryforward
    answer = TaxAnswer(
        year=case.year,
        filing_status=case.taxpayer.filing_status,
        federal=parts.federal,
        net_investment=parts.net_investment,
        state=parts.state,
        total=parts.total,
        by_bracket=tuple(_line(part) for part in tax.by_bracket),
        net=Amounts(cents(tax.netted.short), cents(tax.netted.long)),
        deducted_loss=cents(tax.netted.deducted),
        carryforward=Amounts(cents(left.short), cents(left.long)),
        of_gains=_less(tax, without),
        source=tables.source,
        issues=_issues(case),
    )
    return answer, unknown


def read_tax_case(plain: Mapping[str, Any]) -> tuple[TaxCase, tuple[str, ...]]:
    """The case from JSON values, the taxpayer under `taxpayer` or at the top; and the keys that are not known."""
    unknown: list[str] = []
    top = dict(plain)
    if "taxpayer" not in top:
        top["taxpayer"] = {name: top.pop(name) for name in list(top) if name in TAXPAYER_FIELDS}
    for name in ("taxpayer", "first_adult"):
        if isinstance(top.get(name), Mapping):
            top[name] = {"id": name, **top[name]}
    if isinstance(top.get("year"), str) and top["year"].isdigit():
        top["year"] = int(top["year"])
    return from_plain(TaxCase, top, unknown=unknown), tuple(unknown)


def _without_losses(taxpayer: Taxpayer) -> Taxpayer:
    return Taxpayer(
        id=taxpayer.id,
        filing_status=taxpayer.filing_status,
        ordinary_income=taxpayer.ordinary_income,
        other_investment_income=taxpayer.other_investment_income,
        state_rate=taxpayer.state_rate,
        deductions=taxpayer.deductions,
        flat_rates=taxpayer.flat_rates,
    )


def _parts(tax: YearTax) -> TaxParts:
    federal, investment, state = cents(tax.federal), cents(tax.net_investment), cents(tax.state)
    return TaxParts(federal, investment, state, federal + investment + state)


def _line(part: BracketTax) -> BracketLine:
    return BracketLine(part.kind, float(part.rate), part.amount, part.tax)


def _less(tax: YearTax, without: YearTax) -> TaxParts:
    federal = cents(tax.federal - without.federal)
    investment = cents(tax.net_investment - without.net_investment)
    state = cents(tax.state - without.state)
    return TaxParts(federal, investment, state, federal + investment + state)


def _issues(case: TaxCase) -> tuple[Issue, ...]:
    if case.taxpayer.filing_status != "child" or case.first_adult is not None or case.taxpayer.flat_rates is not None:
        return ()
    message = "No adult's return is given, so the child is taxed by the brackets of single; name one as first_adult."
    return (Issue("warning", "filing_status", message, "child_without_adult"),)
