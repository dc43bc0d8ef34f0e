"""Alerts: each trouble once, with its age, its severity and a sentence that a person understands."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.domain.account import Account
from core.domain.allocation import Allocation
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Activity, Lot
from core.domain.security import Security
from core.monitor import alerts, readings

AS_OF = date(2026, 12, 10)


def lot(name: str, symbol: str, quantity: int, basis: int, acquired: date) -> Lot:
    return Lot(name, symbol, Decimal(quantity), Decimal(basis), acquired)


@pytest.fixture
def case() -> Case:
    bought = date(2025, 12, 20)
    joint = Account("joint", "ines", "T1", "taxable_joint", Decimal(400), (lot("L1", "AAA", 60, 5000, bought),))
    ira = Account("ira", "ines", "T1", "traditional_ira", Decimal(0), (lot("L2", "BBB", 40, 3000, bought),))
    old = lot("L3", "ILQ", 10, 900, date(2020, 2, 3))
    fund = Account("fund", "ines", "T1", "taxable_individual", Decimal(0), (old,))
    joint, ira = replace(joint, reserve=Decimal(1000)), replace(ira, reinvest=True)
    return Case(
        as_of=AS_OF,
        taxpayers=(),
        accounts=(joint, ira, fund),
        securities=(
            Security("AAA", Decimal(100), FrozenMap({"us_equity": 1.0})),
            Security("BBB", Decimal(90), FrozenMap({"us_bond": 1.0})),
            Security("ILQ", Decimal(100), FrozenMap({"alternatives": 1.0}), tradable=False, unfunded=Decimal(500)),
        ),
        history=(Activity("joint", "BBB", "sell", Decimal(10), date(2026, 12, 3), Decimal(900), Decimal("-250.40")),
                 Activity("joint", "AAA", "sell", Decimal(5), date(2026, 11, 14), Decimal(500), Decimal("-40"))),
        target=Allocation("asset_class", FrozenMap({"us_equity": 0.5, "us_bond": 0.4, "alternatives": 0.1})),
    )  # fmt: skip


def by_kind(case: Case, **more: object) -> dict[str, list]:
    found: dict[str, list] = {}
    for alert in alerts("H-7", case, readings("H-7", case), **more):
        found.setdefault(alert.kind, []).append(alert)
    return found


def test_a_lot_about_to_turn_long_is_named_with_its_day_and_gain(case):
    (alert,) = by_kind(case)["turning_long"]
    assert alert.key == "H-7:turning_long:L1"
    assert alert.since == date(2026, 11, 21)
    assert alert.sentence == (
        "60 AAA in account joint turn long-term on Dec 21, 2026, in 11 days: a gain of $1,000.00."
    )


def test_a_tax_deferred_lot_turning_long_says_nothing(case):
    assert all("L2" not in alert.key for alert in by_kind(case)["turning_long"])


def test_a_lock_out_is_announced_in_its_last_week(case):
    (alert,) = by_kind(case)["lockout_ending"]
    assert alert.sentence.startswith("AAA may be bought again from Dec 15, 2026, in 5 days")
    assert "lockout_ending" not in by_kind(replace(case, as_of=date(2026, 12, 7)))
    assert "lockout_ending" not in by_kind(replace(case, as_of=date(2026, 12, 15)))


def test_a_december_loss_stays_open_for_thirty_days_and_names_what_may_wash_it(case):
    (alert,) = by_kind(case)["december_loss"]
    assert alert.severity == "warning"
    assert alert.sentence == (
        "The loss of $250.40 on BBB of Dec 3, 2026 can be washed by a purchase until Jan 2, 2027; account ira holds "
        "it and reinvests dividends."
    )
    assert "december_loss" in by_kind(replace(case, as_of=date(2027, 1, 2)))
    assert "december_loss" not in by_kind(replace(case, as_of=date(2027, 1, 3)))


def test_cash_below_the_reserve_says_how_much_is_missing(case):
    (alert,) = by_kind(case)["cash_below_reserve"]
    assert alert.sentence == "Account joint has $400.00 of cash, $600.00 less than the $1,000.00 it must keep."


def test_what_cannot_be_sold_is_counted_with_what_is_not_yet_called(case):
    (alert,) = by_kind(case)["illiquid"]
    assert alert.sentence == "13.6% of the household cannot be sold now (ILQ), $500 of it not yet called."
    assert alert.severity == "warning"


def test_a_stale_price_says_how_old_it_is(case):
    (alert,) = by_kind(case, stale={"AAA": date(2026, 12, 7), "ZZZ": date(2026, 1, 1)})["stale_price"]
    assert alert.sentence == "AAA: the price is of Dec 7, 2026, 3 days old."


def test_breach_alerts_agree_with_the_readings_and_carry_their_date(case):
    found = by_kind(case, since={"us_bond": date(2026, 11, 2)})
    outside = {reading.subject for reading in readings("H-7", case) if reading.standing == "outside"}
    assert {alert.key for alert in found["breach"]} == {f"H-7:breach:{name}" for name in outside}
    (bonds,) = [alert for alert in found["breach"] if alert.key.endswith("us_bond")]
    assert bonds.since == date(2026, 11, 2)
    assert bonds.sentence.endswith("outside since Nov 2, 2026.")


def test_one_trouble_is_one_alert_however_often_it_is_seen(case):
    first = alerts("H-7", case, readings("H-7", case))
    later = replace(case, as_of=date(2026, 12, 11))
    seen = tuple(replace(alert, state="acknowledged") for alert in first)
    again = alerts("H-7", later, readings("H-7", later), earlier=seen)
    assert len({alert.key for alert in first}) == len(first)
    assert {alert.key for alert in again} == {alert.key for alert in first}
    assert all(alert.state == "acknowledged" for alert in again)
    assert [alert.since for alert in again] == [alert.since for alert in first]


def test_a_calm_household_has_no_alert(case):
    calm = replace(
        case,
        accounts=(replace(case.accounts[0], lots=(), cash=Decimal(2000)),),
        history=(),
        target=Allocation("asset_class", FrozenMap({"cash": 1.0})),
    )
    assert alerts("H-7", calm, readings("H-7", calm)) == ()
