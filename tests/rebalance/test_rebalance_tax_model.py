"""The straight lines that the solver pays tax on are the tax of the year."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.account import Amounts, FilingStatus, FlatRates, Taxpayer
from core.rebalance.tax_model import Tangent, TaxCurve, tax_curve
from core.tax.bill import year_tax
from core.tax.netting import loss_limit, net
from core.tax.years import tax_year

YEAR = tax_year(date(2026, 3, 2).year)


def highest(lines: tuple[Tangent, ...], amount: float) -> float:
    return max((line.slope * amount + line.intercept for line in lines), default=0.0)


def modelled(payer: Taxpayer, curve: TaxCurve, gains: Amounts) -> float:
    netted = net(gains, payer.carryforward, loss_limit(payer.filing_status))
    ordinary, income = float(netted.short - netted.deducted), float(netted.income)
    tax = highest(curve.ordinary, ordinary) + highest(curve.gains, income) + highest(curve.investment, income)
    return tax + curve.state * income - curve.shared * ordinary


@settings(max_examples=150, deadline=None)
@given(
    status=st.sampled_from(["single", "married_joint", "married_separate", "head_of_household"]),
    income=st.integers(20_000, 900_000),
    investment=st.integers(0, 20_000),
    long=st.integers(-60_000, 300_000),
    short=st.integers(-40_000, 500),
    carried=st.integers(0, 9_000),
    flat=st.booleans(),
)
def test_long_gains_and_losses_are_priced_as_the_bill_prices_them(
    status: FilingStatus, income: int, investment: int, long: int, short: int, carried: int, flat: bool
) -> None:
    payer = Taxpayer(
        "T1",
        filing_status=status,
        ordinary_income=Decimal(income),
        other_investment_income=Decimal(min(investment, income)),
        state_rate=0.05,
        carryforward=Amounts(Decimal(0), Decimal(carried)),
        flat_rates=FlatRates(0.41, 0.26) if flat else None,
    )
    curve = tax_curve(payer, [payer], YEAR)
    gains, none = Amounts(Decimal(short), Decimal(long)), Amounts()
    exact = year_tax(payer, gains, YEAR).total - year_tax(payer, none, YEAR).total
    near = modelled(payer, curve, gains) - modelled(payer, curve, none)
    assert abs(float(exact) - near) < 0.2 * 3500 + 1


@settings(max_examples=100, deadline=None)
@given(short=st.integers(0, 60_000), income=st.integers(130_000, 400_000))
def test_short_gains_pay_the_ordinary_rate(short: int, income: int) -> None:
    payer = Taxpayer("T1", filing_status="single", ordinary_income=Decimal(income))
    curve = tax_curve(payer, [payer], YEAR)
    exact = year_tax(payer, Amounts(Decimal(short)), YEAR).total - year_tax(payer, Amounts(), YEAR).total
    near = modelled(payer, curve, Amounts(Decimal(short))) - modelled(payer, curve, Amounts())
    assert abs(float(exact) - near) < 1


def test_a_child_pays_at_the_rate_of_the_first_adult() -> None:
    adult = Taxpayer("T1", filing_status="married_joint", ordinary_income=Decimal(300_000))
    child = Taxpayer("T2", filing_status="child")
    curve = tax_curve(child, [child, adult], YEAR)
    assert abs(curve.rate_long - 0.15) < 1e-9
