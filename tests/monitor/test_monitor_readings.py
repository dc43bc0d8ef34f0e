"""Readings: where a class stands in its band, at every kind of band."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.account import Account
from core.domain.allocation import Allocation, Band
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Lot
from core.domain.policy import Policy
from core.domain.security import Security
from core.monitor import breaches, due, readings
from core.monitor.readings import account_readings
from core.monitor.standing import read_band
from core.risk.exposure import before

AS_OF = date(2026, 5, 4)


def household(stocks: int, bonds: int, cash: str, target: Allocation, **account: object) -> Case:
    """One account: stocks at 100 and bonds at 50 a share."""
    lots = tuple(
        Lot(f"lot-{symbol}", symbol, Decimal(quantity), Decimal(quantity) * 40, date(2020, 1, 6))
        for symbol, quantity in (("STK", stocks), ("BND", bonds))
        if quantity
    )
    return Case(
        as_of=AS_OF,
        taxpayers=(),
        accounts=(Account("main", "mara", "T1", "taxable_joint", Decimal(cash), lots, **account),),
        securities=(
            Security("STK", Decimal(100), FrozenMap({"us_equity": 1.0})),
            Security("BND", Decimal(50), FrozenMap({"us_bond": 1.0})),
        ),
        target=target,
    )


def mix(kind: str = "absolute", width: float | None = 0.05) -> Allocation:
    return Allocation(
        "asset_class",
        FrozenMap({"us_equity": 0.6, "us_bond": 0.35, "cash": 0.05}),
        FrozenMap({name: Band(kind, width) for name in ("us_equity", "us_bond", "cash")}),
    )


def test_a_class_beyond_its_edge_is_outside_and_says_the_dollars_to_its_target():
    case = household(stocks=700, bonds=500, cash="5000", target=mix())
    stock, *_ = [reading for reading in readings("H-1", case) if reading.subject == "us_equity"]
    assert (stock.value, stock.target) == (0.7, 0.6)
    assert (stock.low, stock.high) == pytest.approx((0.55, 0.65))
    assert stock.in_bands == pytest.approx(2.0)
    assert stock.standing == "outside"
    assert stock.dollars == Decimal("10000.00")


@pytest.mark.parametrize(
    ("value", "standing"),
    [(0.60, "inside"), (0.64, "inside"), (0.6424, "inside"), (0.6425, "near"), (0.65, "near"), (0.6501, "outside")],
)
def test_near_begins_at_85_percent_of_the_half_width_and_the_edge_itself_is_not_outside(value, standing):
    assert read_band(value, 0.6, Band("absolute", 0.05)).standing == standing


@pytest.mark.parametrize(
    ("band", "target", "half_width"),
    [
        (Band("absolute", 0.03), 0.4, 0.03),
        (Band("relative", 0.2), 0.4, 0.08),
        (Band(), 0.4, 0.05),
        (Band(), 0.1, 0.025),
    ],
)
def test_every_kind_of_band_has_its_width(band, target, half_width):
    held = read_band(target, target, band)
    assert (held.low, held.high) == pytest.approx((target - half_width, target + half_width))
    assert held.in_bands == 0


def test_a_band_without_width_is_left_by_any_drift_at_all():
    assert read_band(0.0, 0.0, Band()).in_bands is None
    assert read_band(0.0, 0.0, Band()).standing == "inside"
    assert read_band(0.01, 0.0, Band()).standing == "outside"
    assert read_band(0.01, 0.0, Band()).in_bands == 99.99


def test_a_class_whose_prices_are_stale_is_unknown_and_never_passes():
    case = household(stocks=600, bonds=700, cash="5000", target=mix())
    by_name = {reading.subject: reading for reading in readings("H-1", case, unpriced={"BND"})}
    assert (by_name["us_bond"].standing, by_name["us_bond"].coverage) == ("unknown", 0.0)
    assert (by_name["us_equity"].standing, by_name["us_equity"].coverage) == ("inside", 1.0)


def test_an_account_with_a_target_of_its_own_is_read_against_it():
    own = Allocation("asset_class", FrozenMap({"us_equity": 1.0, "cash": 0.0}))
    case = household(stocks=600, bonds=0, cash="0", target=mix(), in_target=False)
    case = replace(case, accounts=(replace(case.accounts[0], target=own),))
    (found,) = account_readings("H-1", case).values()
    assert {reading.subject: reading.standing for reading in found} == {"cash": "inside", "us_equity": "inside"}


def test_a_breach_keeps_the_day_on_which_it_began_until_it_is_back_inside():
    case = household(stocks=700, bonds=500, cash="5000", target=mix())
    first = breaches(readings("H-1", case), {"us_equity": date(2026, 4, 1)}, AS_OF)
    again = breaches(readings("H-1", case), {}, date(2026, 6, 1), earlier=first)
    assert [(breach.subject, breach.since) for breach in again] == [
        ("us_bond", AS_OF),
        ("us_equity", date(2026, 4, 1)),
    ]
    words = next(breach.sentence for breach in again if breach.subject == "us_equity")
    assert words == (
        "US equity at 70.0%, 10.0 pts over the target of 60.0% (band 55.0% to 65.0%); $10,000 to the target, "
        "outside since Apr 1, 2026."
    )
    calm = household(stocks=600, bonds=700, cash="5000", target=mix())
    assert breaches(readings("H-1", calm), {}, AS_OF, earlier=first) == ()


def test_a_policy_is_due_by_threshold_by_cash_or_on_its_day():
    out = household(stocks=700, bonds=500, cash="5000", target=mix())
    calm = household(stocks=600, bonds=700, cash="5000", target=mix())
    paid_in = household(stocks=600, bonds=700, cash="4000", target=mix(), cash_flow=Decimal(1000))
    assert [reason.code for reason in due(out, readings("H", out))] == ["out_of_band"]
    assert due(calm, readings("H", calm)) == ()
    assert [reason.code for reason in due(paid_in, readings("H", paid_in))] == ["cash_flow"]


def test_a_policy_that_waits_for_cash_is_due_where_it_moves_or_has_left_its_band():
    """Drift alone does not call: the next flow will mend it."""
    waits = Policy(trigger="cash_flow")
    drifted = replace(household(stocks=700, bonds=480, cash="8000", target=mix()), policy=waits)
    paid_in = replace(drifted, accounts=(replace(drifted.accounts[0], cash_flow=Decimal(1000)),))
    arrived = replace(drifted, accounts=(replace(drifted.accounts[0], cash=Decimal(30000)),))
    assert any(one.standing == "outside" for one in readings("H", drifted))
    assert due(drifted, readings("H", drifted)) == ()
    assert [reason.code for reason in due(paid_in, readings("H", paid_in))] == ["cash_flow"]
    (reason,) = due(arrived, readings("H", arrived))
    assert (reason.code, reason.sentence) == ("cash_held", "Cash is above its band, as money that came in leaves it.")


quantities = st.integers(min_value=0, max_value=2000)


@settings(max_examples=60, deadline=None)
@given(stocks=quantities, bonds=quantities, cash=st.integers(1, 90000), width=st.floats(0.005, 0.2))
def test_readings_agree_with_the_one_count_of_drift(stocks, bonds, cash, width):
    case = household(stocks, bonds, str(cash), mix(width=width))
    seen, found = before(case), readings("H-1", case)
    assert sum(reading.value for reading in found) == pytest.approx(1)
    assert {reading.subject for reading in found if reading.standing == "outside"} == set(seen.out_of_band)
    assert abs(sum(reading.dollars for reading in found)) <= Decimal("0.02")
    for reading in found:
        assert reading.low <= reading.target <= reading.high
        inside = reading.low - 1e-9 <= reading.value <= reading.high + 1e-9
        assert inside == (reading.standing != "outside")


@pytest.mark.parametrize(
    ("side", "value", "standing", "edges"),
    [
        ("above", 0.66, "outside", (0.0, 0.65)),
        ("above", 0.30, "inside", (0.0, 0.65)),
        ("above", 0.649, "near", (0.0, 0.65)),
        ("below", 0.54, "outside", (0.55, 1.0)),
        ("below", 0.90, "inside", (0.55, 1.0)),
    ],
)
def test_a_one_sided_band_looks_one_way_only(side, value, standing, edges):
    held = read_band(value, 0.6, Band("absolute", 0.05, side))
    assert held.standing == standing
    assert (held.low, held.high) == pytest.approx(edges)


def test_a_one_sided_band_holds_in_the_count_of_drift_as_in_the_readings():
    bands = {"us_equity": Band("absolute", 0.05, "above"), "us_bond": Band("absolute", 0.05, "above"), "cash": Band()}
    target = replace(mix(), bands=FrozenMap(bands))
    case = household(stocks=700, bonds=300, cash="15000", target=target)
    seen = before(case)
    assert seen.weights["us_bond"] == pytest.approx(0.15)
    assert set(seen.out_of_band) == {"us_equity", "cash"}
    assert {one.subject for one in readings("H-1", case) if one.standing == "outside"} == set(seen.out_of_band)
