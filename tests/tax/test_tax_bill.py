"""The tax of a year and what trades add to it."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.account import Amounts, FlatRates, Taxpayer
from core.tax.bill import tax_bill, year_tax
from core.tax.years import tax_year

D = Decimal
Y25, Y26 = tax_year(2025), tax_year(2026)
JOINT = Taxpayer("T1", "married_joint", D(250_000), state_rate=0.05)
STATUSES = ("single", "married_joint", "married_separate", "head_of_household", "surviving_spouse", "estate_trust")
dollars = st.decimals(-60_000, 900_000, places=2)


def long(gain: str) -> Amounts:
    return Amounts(D(0), D(gain))


def short(gain: str) -> Amounts:
    return Amounts(D(gain), D(0))


def test_the_worked_example_to_the_cent() -> None:
    bill = tax_bill([JOINT], {"T1": long("2297.58")}, D(0), Y26)
    assert (bill.federal, bill.net_investment, bill.state) == (D("344.64"), D("87.31"), D("114.88"))
    assert bill.total == D("546.83") == bill.by_taxpayer["T1"]
    assert (bill.short_term, bill.long_term) == (0, D("2297.58"))


def test_flat_rates_carry_the_whole_in_federal() -> None:
    flat = replace(JOINT, flat_rates=FlatRates(0.41, 0.26))
    bill = tax_bill([flat], {"T1": long("2297.58")}, D(0), Y26)
    assert (bill.federal, bill.net_investment, bill.state, bill.total) == (D("597.37"), 0, 0, D("597.37"))
    assert tax_bill([flat], {"T1": short("-5000")}, D(0), Y26).total == D("-1230.00")


def test_gains_stack_on_ordinary_income() -> None:
    payer = Taxpayer("T", "single", D(40_000), deductions=D(0))
    tax = year_tax(payer, long("20000"), Y25)
    on_gains = [(part.rate, part.amount) for part in tax.by_bracket if part.kind == "long_term"]
    assert on_gains == [(D(0), D(8350)), (D("0.15"), D(11_650))]
    assert tax.federal - year_tax(payer, Amounts(), Y25).federal == D("1747.50")


def test_an_unused_deduction_absorbs_gains() -> None:
    payer = Taxpayer("T", "single", D(6100))
    assert year_tax(payer, long("59450"), Y26).federal == 0
    assert year_tax(payer, long("59550"), Y26).federal == D("15.00")
    assert year_tax(payer, short("10100"), Y26).federal == D("10.00")


def test_a_loss_saves_at_the_ordinary_rate_up_to_the_limit() -> None:
    assert tax_bill([JOINT], {"T1": long("-8000")}, D(0), Y26).federal == D("-720.00")
    assert tax_bill([JOINT], {"T1": long("-8000")}, D(0), Y26).state == D("-150.00")
    apart = Taxpayer("T1", "married_separate", D(150_000), other_investment_income=D(40_000))
    bill = tax_bill([apart], {"T1": long("-8000")}, D(0), Y26)
    assert (bill.federal, bill.net_investment) == (D("-360.00"), D("-57.00"))


def test_gains_realised_so_far_are_netted_with_the_trades() -> None:
    payer = replace(JOINT, ordinary_income=D(300_000), realized=Amounts(D(10_000), D(0)))
    bill = tax_bill([payer], {"T1": long("-10000")}, D(0), Y26)
    assert bill.federal == D("-2400.00")
    assert bill.net_investment == D("-380.00")


def test_a_carryforward_shields_gains_first() -> None:
    payer = replace(JOINT, carryforward=Amounts(D(0), D(50_000)))
    assert tax_bill([payer], {"T1": long("40000")}, D(0), Y26).total == 0


def test_net_investment_tax_is_on_the_lesser_of_income_and_excess() -> None:
    payer = Taxpayer("T", "single", D(195_000), other_investment_income=D(2_000))
    assert year_tax(payer, long("4000"), Y26).net_investment == 0
    assert year_tax(payer, long("7000"), Y26).net_investment == D("0.038") * 2000
    rich = replace(payer, ordinary_income=D(400_000))
    assert year_tax(rich, long("7000"), Y26).net_investment == D("0.038") * 9000


def test_collectibles_pay_at_most_28_percent() -> None:
    high = Taxpayer("T", "single", D(700_000), deductions=D(0))
    low = Taxpayer("T", "single", D(60_000), deductions=D(0))
    for payer, rate in ((high, "0.28"), (low, "0.22")):
        with_gold = year_tax(payer, long("1000"), Y26, collectibles=D(1000)).federal
        assert with_gold - year_tax(payer, Amounts(), Y26).federal == 1000 * D(rate)
    bill = tax_bill([high], {"T": long("1000")}, D(0), Y26, {"T": D(1000)})
    assert bill.federal == D("280.00")


def test_a_trust_reaches_the_top_rate_early() -> None:
    trust = Taxpayer("T", "estate_trust", D(20_000))
    assert year_tax(trust, short("1000"), Y26).federal - year_tax(trust, Amounts(), Y26).federal == D("370.00")
    assert year_tax(trust, long("1000"), Y26).net_investment == D("0.038") * 1000


def test_a_child_pays_the_first_adults_rate() -> None:
    child = Taxpayer("C", "child", D(0), state_rate=0.05)
    bill = tax_bill([child, JOINT], {"C": long("10000")}, D(0), Y26)
    assert (bill.federal, bill.net_investment, bill.state) == (D("1500.00"), 0, D("500.00"))
    assert bill.by_taxpayer == {"C": D("2000.00"), "T1": D("0.00")}
    flat = replace(JOINT, flat_rates=FlatRates(0.4, 0.2))
    assert tax_bill([child, flat], {"C": long("10000")}, D(0), Y26).total == D("2000.00")
    assert year_tax(child, long("51000"), Y26).federal == D("30.00")


def test_trades_of_several_taxpayers_are_summed() -> None:
    other = replace(JOINT, id="T2", ordinary_income=D(100_000), state_rate=0.0)
    gains = {"T1": long("2297.58"), "T2": short("1000")}
    bill = tax_bill([JOINT, other], gains, D("12.5"), Y26)
    assert bill.by_taxpayer == {"T1": D("546.83"), "T2": D("120.00")}
    assert (bill.total, bill.disallowed) == (D("666.83"), D("12.50"))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STATUSES), st.decimals(0, 800_000, places=2), dollars, dollars, st.decimals(0, 50_000, places=2))
def test_more_gain_never_lowers_the_tax(status: str, income: D, gain_short: D, gain_long: D, more: D) -> None:
    payer = Taxpayer("T", status, income, D(0), 0.04)  # type: ignore[arg-type]
    here = year_tax(payer, Amounts(gain_short, gain_long), Y26)
    for further in (Amounts(gain_short + more, gain_long), Amounts(gain_short, gain_long + more)):
        assert year_tax(payer, further, Y26).total >= here.total
    assert sum(part.tax for part in here.by_bracket) == here.federal
