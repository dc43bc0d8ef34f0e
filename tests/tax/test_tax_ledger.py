"""The household's ledger: terms and days, the year so far, losses with their replacements, lock-outs."""

from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.account import Account, Amounts, Taxpayer
from core.domain.allocation import Allocation
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Activity, Lot
from core.domain.security import Security
from core.tax.ledger import household_ledger, losses_taken

ON = date(2026, 3, 2)


def day(text: str) -> date:
    return date.fromisoformat(text)


def lot(name: str, acquired: str, quantity: int = 10, basis: int = 100, **facts: object) -> Lot:
    return Lot(name, "FUND", D(quantity), D(basis), day(acquired), **facts)  # type: ignore[arg-type]


def loss(on: str, quantity: int = 10, gain: int = -50, account: str = "joint") -> Activity:
    return Activity(account, "FUND", "sell", D(quantity), day(on), D(100), D(gain))


def case(
    *history: Activity, joint: tuple[Lot, ...] = (), ira: tuple[Lot, ...] = (), other: tuple[Lot, ...] = ()
) -> Case:
    payers = (
        Taxpayer("T1", realized=Amounts(D(0), D(900)), gain_budget=D(1000)),
        Taxpayer("T2", filing_status="married_separate"),
    )
    accounts = (
        Account("joint", "ana", "T1", "taxable_joint", D(0), joint),
        Account("ira", "ana", "T1", "roth_ira", D(0), ira),
        Account("other", "ben", "T2", "taxable_individual", D(0), other),
    )
    target = Allocation("asset_class", FrozenMap({"us_equity": 1.0}))
    return Case(ON, payers, accounts, (Security("FUND", D(12)),), target, history)


def test_terms_days_and_gains_of_every_lot() -> None:
    found = household_ledger(
        case(joint=(lot("L1", "2025-03-05"), lot("L2", "2020-01-02")), ira=(lot("I1", "2025-03-05"),))
    )
    one, two, sheltered = found.lots
    assert (one.term, one.days_to_long, one.long_from, one.gain) == ("short", 4, day("2026-03-06"), D("20.00"))
    assert (two.term, two.days_to_long, two.long_from) == ("long", 0, None)
    assert (sheltered.term, sheltered.days_to_long) == (None, None)


def test_the_year_so_far_and_what_the_budget_leaves() -> None:
    joint, other = household_ledger(case(joint=(lot("L1", "2025-03-05"), lot("L2", "2020-01-02", basis=300)))).payers
    assert joint.room == D(100) and joint.unrealized == Amounts(D("20.00"), D("-180.00"))
    assert other.room is None


def test_a_tacked_holding_period_is_marked() -> None:
    tacked = lot("L1", "2026-01-05", holding_start=day("2025-01-05"))
    gift = lot("L2", "2026-01-05", holding_start=day("2020-01-05"), origin="gift")
    assert [one.tacked for one in household_ledger(case(joint=(tacked, gift))).lots] == [True, False]


@pytest.mark.parametrize(
    ("bought", "disallowed"), [("2026-01-10", 0), ("2026-01-11", 50), ("2026-02-10", 50), ("2026-03-01", 50)]
)
def test_a_purchase_still_held_within_the_window_disallows_a_loss(bought: str, disallowed: int) -> None:
    found = losses_taken(case(loss("2026-02-10"), joint=(lot("L1", bought),)))[0]
    assert found.disallowed == disallowed
    assert found.replaced_by == (("L1",) if disallowed else ())
    assert found.open_until == day("2026-03-12")


def test_an_ira_takes_the_loss_for_good_and_a_part_is_a_part() -> None:
    found = losses_taken(case(loss("2026-02-10"), ira=(lot("I1", "2026-02-20", quantity=4),)))[0]
    assert (found.disallowed, found.permanent) == (D("20.00"), D("20.00"))
    assert "gone for good" in found.because


def test_another_taxpayers_purchase_counts_only_where_named() -> None:
    bought = (lot("O1", "2026-02-20"),)
    plain = case(loss("2026-02-10"), other=bought)
    assert losses_taken(plain)[0].disallowed == 0
    payers = (plain.taxpayers[0], Taxpayer("T2", related=("T1",)))
    from dataclasses import replace

    named = replace(plain, taxpayers=(replace(payers[0], related=("T2",)), payers[1]))
    assert losses_taken(named)[0].disallowed == 50


def test_one_purchase_disallows_one_loss_the_earlier_one() -> None:
    first, second = losses_taken(case(loss("2026-02-12"), loss("2026-02-10"), joint=(lot("L1", "2026-02-20"),)))
    assert (first.on, first.disallowed, second.disallowed) == (day("2026-02-10"), 50, 0)


def test_gains_and_losses_of_plans_are_no_losses_and_locks_are_listed() -> None:
    found = household_ledger(case(loss("2026-02-10", gain=5), loss("2026-02-10", account="ira"), loss("2026-02-20")))
    assert [one.on for one in found.losses] == [day("2026-02-20")]
    assert [(one.identical_group, one.until) for one in found.lockouts] == [("FUND", day("2026-03-22"))]
