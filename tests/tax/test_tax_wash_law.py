"""The wash-sale rule is the same on any day and in any size: shifted and scaled, month ends, leap days, relations."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tax.wash_rows import LotRow
from core.tax.wash_sales import wash_sales


def row(
    name: str, acquired: str, basis: int, sold: str = "", proceeds: int = 0, size: int = 100, **facts: object
) -> LotRow:
    return LotRow(
        name, "HERON", D(size), date.fromisoformat(acquired), D(basis),
        date.fromisoformat(sold) if sold else None, D(proceeds) if sold else None, **facts,  # type: ignore[arg-type]
    )  # fmt: skip


LOSS = row("L1", "2025-01-06", 5000, "2026-03-02", 4000)
CHAIN = [
    LOSS,
    row("L2", "2026-03-10", 4200, "2026-05-04", 3900),
    row("L3", "2026-05-20", 4100, "2026-07-01", 9000, size=60),
    row("L4", "2026-02-20", 1500, size=30),
    row("L5", "2026-06-30", 900, size=20, registration="roth_ira"),
]


def shifted(rows: list[LotRow], days: int) -> list[LotRow]:
    by = timedelta(days=days)
    return [replace(one, acquired=one.acquired + by, sold=one.sold and one.sold + by) for one in rows]


def scaled(rows: list[LotRow], times: int) -> list[LotRow]:
    return [
        replace(one, cost_basis=one.cost_basis * times, proceeds=None if one.proceeds is None else one.proceeds * times)
        for one in rows
    ]


@settings(max_examples=60, deadline=None)
@given(st.integers(-2000, 2000), st.integers(1, 50))
def test_another_day_and_other_amounts_change_nothing_but_day_and_amounts(days: int, times: int) -> None:
    plain, moved = wash_sales(CHAIN), wash_sales(scaled(shifted(CHAIN, days), times))
    assert plain.disallowed_loss > 0 and plain.permanent_loss == 0
    assert moved.disallowed_loss == plain.disallowed_loss * times
    assert moved.recognized_gain == plain.recognized_gain * times
    by = timedelta(days=days)
    assert [(one.lot, one.quantity, one.adjusted_acquired - by, one.adjusted_basis / times) for one in moved.lots] == [
        (one.lot, one.quantity, one.adjusted_acquired, one.adjusted_basis) for one in plain.lots
    ]


@pytest.mark.parametrize(
    ("sold", "bought", "washed"),
    [
        ("2028-02-29", "2028-01-29", False),
        ("2028-02-29", "2028-01-30", True),
        ("2028-02-29", "2028-03-30", True),
        ("2028-02-29", "2028-03-31", False),
        ("2027-02-28", "2027-01-29", True),
        ("2027-02-28", "2027-03-30", True),
        ("2027-02-28", "2027-03-31", False),
        ("2026-12-31", "2027-01-30", True),
        ("2026-12-31", "2027-01-31", False),
        ("2026-01-30", "2025-12-31", True),
        ("2026-01-30", "2025-12-30", False),
    ],
)
def test_both_ends_of_the_61_days_over_month_ends_leap_days_and_years(sold: str, bought: str, washed: bool) -> None:
    found = wash_sales([row("L1", "2020-01-06", 5000, sold, 4000), row("L2", bought, 4200)])
    assert found.disallowed_loss == (1000 if washed else 0)


@pytest.mark.parametrize(
    ("seller", "buyer", "washed"),
    [
        ({"taxpayer": "T1"}, {"taxpayer": "T1"}, True),
        ({"taxpayer": "T1"}, {"taxpayer": "T2"}, False),
        ({"taxpayer": "T1", "related": ("T2",)}, {"taxpayer": "T2"}, True),
        ({"taxpayer": "T1", "related": ("Quay Holdings",)}, {"taxpayer": "T9", "owner": "Quay Holdings"}, True),
        ({"owner": "ana"}, {"owner": "ben"}, True),
        ({"owner": "ana"}, {"owner": "kid", "registration": "utma"}, False),
        ({"owner": "ana", "related": ("kid",)}, {"owner": "kid", "registration": "utma"}, True),
        ({"owner": "ana"}, {"owner": "trust", "registration": "trust_grantor"}, True),
        ({"owner": "ana"}, {"owner": "trust", "registration": "trust_nongrantor"}, False),
    ],
)
def test_whose_purchases_count(seller: dict[str, object], buyer: dict[str, object], washed: bool) -> None:
    """Spouse, controlled entity, grantor trust; not a child, a separate taxpayer or a trust of its own unless named."""
    found = wash_sales([replace(LOSS, **seller), row("L2", "2026-03-10", 4200, **buyer)])  # type: ignore[arg-type]
    assert bool(found.disallowed_loss) == washed


@pytest.mark.parametrize(
    "plan", ["traditional_ira", "roth_ira", "sep_ira", "simple_ira", "inherited_ira", "401k", "403b", "hsa", "529"]
)
def test_in_every_plan_the_loss_is_gone_and_no_basis_takes_it(plan: str) -> None:
    found = wash_sales([LOSS, row("L2", "2026-03-10", 4200, registration=plan)])
    assert found.permanent_loss == found.disallowed_loss == 1000
    assert found.lots[1].adjusted_basis == 4200 and found.lots[1].adjusted_acquired == date(2026, 3, 10)


def test_a_part_that_is_replaced_carries_its_basis_and_days_and_the_rest_counts() -> None:
    found = wash_sales([LOSS, row("L2", "2026-03-10", 1680, size=40)])
    replaced, rest, bought = found.lots
    assert (replaced.quantity, replaced.disallowed, rest.quantity, rest.disallowed) == (40, 400, 60, 0)
    assert bought.adjusted_basis == 2080
    assert bought.adjusted_acquired == date(2026, 3, 10) - (date(2026, 3, 2) - date(2025, 1, 6))


def test_a_tacked_period_makes_the_next_sale_long_term() -> None:
    found = wash_sales([LOSS, row("L2", "2026-03-10", 4200, "2026-06-01", 6000)])
    assert found.lots[1].term == "long"
    apart = wash_sales([LOSS, row("L2", "2026-04-02", 4200, "2026-06-01", 6000)])
    assert apart.lots[1].term == "short" and apart.disallowed_loss == 0


def test_reinvested_dividends_of_several_months_each_replace_their_own_shares() -> None:
    reinvested = [row(f"R{month}", f"2026-0{month}-25", 45, size=1, origin="reinvestment") for month in (1, 2, 3, 4)]
    found = wash_sales([LOSS, *reinvested])
    assert found.disallowed_loss == 20
    assert [one.lot for one in found.lots if one.adjusted_basis == 55] == ["R2", "R3"]
