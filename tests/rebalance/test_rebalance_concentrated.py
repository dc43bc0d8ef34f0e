"""A concentrated position is worked off year by year within a gain budget, cheapest lots first; the plan adds up."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rebalance_cases import account, case_of, household, lot

from core.domain.case import Case
from core.domain.concentration import WorkingOff
from core.domain.errors import BadInput
from core.rebalance import work_off

WEIGHTS = {"us_equity": 0.5, "us_bond": 0.5}


def case(*lots: dict[str, Any], **payer: Any) -> Case:
    """STOCK at 100 in a household of 200,000 dollars."""
    held = sum(Decimal(one["quantity"]) for one in lots) * 100
    plain = household(account("joint", "taxable_joint", str(200_000 - held), *lots), weights=WEIGHTS)
    plain["taxpayers"][0] |= payer
    return case_of(plain)


def years(plan: WorkingOff) -> list[tuple[int, str, str]]:
    return [(one.year, str(one.shares), str(one.gain)) for one in plan.years]


def test_each_year_takes_what_its_budget_allows_until_the_weight_is_reached() -> None:
    """1,000 shares with a gain of 60 each, down to 25 %: 500 to sell, 200 a year for 12,000 of gain."""
    plan = work_off(case(lot("L1", "STOCK", "1000", "40000")), "STOCK", Decimal(12000), 0.25)
    assert years(plan) == [(2026, "200", "12000.00"), (2027, "200", "12000.00"), (2028, "100", "6000.00")]
    assert plan.reached and plan.years[-1].weight == 0.25 and plan.weight == 0.5
    assert plan.tax == sum(one.tax for one in plan.years) == Decimal("4500.00")
    assert plan.at_once == Decimal("4500.00")


def test_the_plan_saves_tax_where_one_year_would_reach_a_higher_bracket() -> None:
    plan = work_off(case(lot("L1", "STOCK", "1000", "1000"), ordinary_income="58000"), "STOCK", Decimal(7000), 0.4, 30)
    assert plan.reached and plan.tax < plan.at_once


def test_losses_go_first_and_make_room_for_gains() -> None:
    lots = (lot("L1", "STOCK", "600", "30000"), lot("L2", "STOCK", "100", "15000"))
    plan = work_off(case(*lots), "STOCK", Decimal(0), 0.1)
    first = plan.years[0]
    assert [pick.lot for pick in first.picks] == ["L2", "L1"]
    assert first.gain == 0 and first.shares == 200
    assert len(plan.years) == 1 and not plan.reached and "not yet" in plan.sentence


def test_short_term_gains_wait_until_they_are_long_term() -> None:
    plan = work_off(case(lot("L1", "STOCK", "1000", "40000", "2025-11-03")), "STOCK", Decimal(50000), 0.25)
    assert years(plan) == [(2026, "0", "0"), (2027, "500", "30000.00")]
    assert plan.years[0].waiting == 1000 and plan.years[1].short == 0


def test_what_is_realised_already_uses_up_the_first_year() -> None:
    plan = work_off(
        case(lot("L1", "STOCK", "1000", "40000"), realized={"short": "0", "long": "9000"}), "STOCK", Decimal(12000), 0.4
    )
    assert years(plan) == [(2026, "50", "3000.00"), (2027, "150", "9000.00")]


def test_sheltered_shares_go_first_and_cost_nothing() -> None:
    plain = household(
        account("joint", "taxable_joint", "50000", lot("L1", "STOCK", "500", "10000")),
        account("ira", "roth_ira", "50000", lot("I1", "STOCK", "500", "10000")),
        weights=WEIGHTS,
    )
    plan = work_off(case_of(plain), "STOCK", Decimal(1000), 0.25)
    assert plan.tax == 0 and [pick.lot for pick in plan.years[0].picks] == ["I1"]


def test_a_budget_of_nothing_never_gets_there_and_says_so() -> None:
    plan = work_off(case(lot("L1", "STOCK", "1000", "40000")), "STOCK", Decimal(0), 0.25)
    assert plan.years == () and not plan.reached and "nothing can be sold" in plan.sentence


@pytest.mark.parametrize(
    ("symbol", "budget", "most", "length", "says"),
    [
        ("NONE", "1", 0.1, 5, "not held"),
        ("STOCK", "-1", 0.1, 5, "below zero"),
        ("STOCK", "1", 1.5, 5, "no weight"),
        ("STOCK", "1", 0.1, 0, "years"),
    ],
)
def test_what_is_no_plan_is_refused(symbol: str, budget: str, most: float, length: int, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        work_off(case(lot("L1", "STOCK", "1000", "40000")), symbol, Decimal(budget), most, length)


LOT = st.tuples(st.integers(1, 300), st.integers(0, 200), st.sampled_from(["2019-01-04", "2025-06-02", "2026-02-20"]))


@settings(max_examples=60, deadline=None)
@given(st.lists(LOT, min_size=1, max_size=6), st.integers(0, 20000), st.floats(0, 0.4))
def test_no_year_gains_more_than_its_budget_and_no_share_is_lost(
    entries: list[tuple[int, int, str]], budget: int, most: float
) -> None:
    lots = [lot(f"L{i}", "STOCK", str(size), str(size * basis), day) for i, (size, basis, day) in enumerate(entries)]
    plan = work_off(case(*lots), "STOCK", Decimal(budget), most, 12)
    assert all(one.gain <= budget and one.short <= 0 for one in plan.years)
    sold = sum((one.shares for one in plan.years), Decimal(0))
    assert sold + (plan.years[-1].shares_left if plan.years else plan.shares) == plan.shares
    assert plan.reached == ((plan.years[-1].weight if plan.years else plan.weight) <= most + 1e-9)
