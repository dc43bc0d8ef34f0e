"""Whose purchases count, what is identical, what recent losses lock."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.domain.account import Account, Taxpayer
from core.domain.allocation import Allocation
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Activity, Lot
from core.domain.policy import Policy
from core.domain.security import Security
from core.tax import households
from core.tax.bill import tax_bill
from core.tax.households import group_of, locked_groups, lockouts, locks, replacements_held, wash_groups
from core.tax.netting import Amounts
from core.tax.years import tax_year

D = Decimal
TODAY = date(2026, 3, 2)


def account(
    name: str, taxpayer: str = "T1", registration: Any = "taxable_joint", lots: tuple[Lot, ...] = ()
) -> Account:
    return Account(name, "ana", taxpayer, registration, D(0), lots)


def lot(name: str, symbol: str, acquired: date, **more: Any) -> Lot:
    return Lot(name, symbol, D(10), D(1000), acquired, **more)


def sold(account_id: str, symbol: str, days_ago: int, gain: str | None) -> Activity:
    amount = None if gain is None else D(gain)
    return Activity(account_id, symbol, "sell", D(5), TODAY - timedelta(days=days_ago), D(100), amount)


SECURITIES = (
    Security("HERON", D(90), identical_group="heron", same_index="big"),
    Security("HERNX", D(90), identical_group="heron"),
    Security("EGRET", D(80), same_index="big"),
    Security("OSPREY", D(70)),
)
CASE = Case(
    as_of=TODAY,
    taxpayers=(Taxpayer("T1", related=("T2",)), Taxpayer("T2"), Taxpayer("T3"), Taxpayer("C", "child")),
    accounts=(
        account("joint"),
        account("ira", registration="traditional_ira"),
        account("apart", "T2"),
        account("other", "T3"),
        account("kid", "C", "utma"),
    ),
    securities=SECURITIES,
    target=Allocation("symbol", FrozenMap({"OSPREY": 1.0})),
)


def test_same_taxpayer_related_and_plans_count_and_a_child_does_not() -> None:
    assert households.counting_accounts(CASE, "T1") == {"joint", "ira", "apart"}
    assert households.counting_accounts(CASE, "T2") == {"joint", "ira", "apart"}
    assert households.counting_accounts(CASE, "T3") == {"other"}
    named = replace(CASE, taxpayers=(Taxpayer("T1", related=("C",)), *CASE.taxpayers[1:]))
    assert "kid" in households.counting_accounts(named, "T1")


def test_one_index_is_identical_only_where_the_policy_blocks_it() -> None:
    assert wash_groups(CASE) == {
        "HERON": "heron",
        "HERNX": "heron",
        "EGRET": "heron",
        "OSPREY": "OSPREY",
    }
    allowed = replace(CASE, policy=Policy(same_index="allow"))
    assert group_of(allowed, "EGRET") == "EGRET"
    assert group_of(allowed, "HERNX") == group_of(allowed, "HERON") == "heron"
    assert group_of(CASE, "GONE") == "GONE"


def test_a_loss_locks_its_group_for_31_days_in_every_account_that_counts() -> None:
    case = replace(CASE, history=(sold("joint", "HERNX", 30, "-12.50"),))
    (lock,) = locks(case)
    assert (lock.group, lock.until) == ("heron", TODAY)
    assert "$12.50" in lock.because
    assert [bool(locked_groups(case, name)) for name in ("joint", "ira", "apart", "other", "kid")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert locks(replace(CASE, history=(sold("joint", "HERNX", 31, "-12.50"),))) == ()


@pytest.mark.parametrize(
    ("row", "locks_it"),
    [
        (sold("joint", "HERON", 3, "40"), False),
        (sold("ira", "HERON", 3, "-40"), False),
        (sold("joint", "HERON", 3, None), True),
        (sold("closed", "HERON", 3, "-40"), True),
        (Activity("joint", "HERON", "buy", D(5), TODAY), False),
    ],
)
def test_what_locks(row: Activity, locks_it: bool) -> None:
    assert bool(locks(replace(CASE, history=(row,)))) is locks_it


def test_lockouts_keep_the_latest_day_and_add_todays_harvest() -> None:
    case = replace(CASE, history=(sold("joint", "OSPREY", 20, "-1"), sold("joint", "OSPREY", 5, "-2")))
    assert [entry.until for entry in lockouts(case)] == [TODAY + timedelta(days=25)]
    harvest = lockouts(case, ["OSPREY", "heron"])
    assert [(entry.identical_group, entry.until) for entry in harvest] == [
        ("OSPREY", date(2026, 4, 1)), ("heron", date(2026, 4, 1)),
    ]  # fmt: skip


def test_recent_purchases_still_held_replace_a_loss() -> None:
    lots = (
        lot("in", "HERNX", TODAY - timedelta(days=30)),
        lot("out", "HERON", TODAY - timedelta(days=31)),
        lot("gift", "HERON", TODAY - timedelta(days=3), origin="gift"),
        lot("drip", "HERON", TODAY, origin="reinvestment"),
    )
    case = replace(CASE, accounts=(account("joint"), account("ira", registration="roth_ira", lots=lots)))
    found = replacements_held(case, "T1", group_of(case, "HERON"))
    assert [(entry.account, entry.lot.id) for entry in found] == [("ira", "in"), ("ira", "drip")]
    assert replacements_held(case, "T3", group_of(case, "HERON")) == ()


def test_an_account_without_a_profile_takes_the_firms_default_rates() -> None:
    case = replace(CASE, accounts=(account("joint", "T9"), account("ira", "T8", "roth_ira")))
    assert [entry.id for entry in households.without_profile(case)] == ["joint"]
    payers = households.taxpayers(case)
    bill = tax_bill(payers, {"T9": Amounts(D(0), D(1000))}, D(0), tax_year(2026))
    assert bill.total == D("260.00")
