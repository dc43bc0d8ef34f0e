"""What an infeasible withdrawal names is a smallest set: together it forbids, and dropping any one of it helps.

Held against the whole engine over random households that are asked for more than they may sell.
"""

import random
from typing import Any

import pytest
from random_households import household
from rebalance_cases import account, answer, case_of, lot
from rebalance_cases import household as small_household

from core.domain.case import Case
from core.rebalance import read_case, rebalance
from core.rebalance.nearest import lifted
from core.rebalance.relaxing import account_rules

DRAWN = (3300067, 3300086, 3300107, 3300208, 3300142, 3310066)
"""Households with closed accounts, locks, lists, lots of unknown basis and recent purchases in the way."""


def strained(seed: int) -> dict[str, Any]:
    """A random household of which one account must pay out half of its worth or more."""
    plain, rng = household(seed), random.Random(seed + 7)
    asked = rng.choice(plain["accounts"])
    price = {one["symbol"]: float(one["price"]) * float(one.get("unit", 1)) for one in plain["securities"]}
    worth = float(asked["cash"]) + sum(float(held["quantity"]) * price[held["symbol"]] for held in asked["lots"])
    asked["cash_flow"] = f"{-worth * rng.choice([0.5, 0.8, 0.95, 0.99, 1.02, 1.3]):.2f}"
    if rng.random() < 0.4:
        asked["do_not_sell"] = [held["symbol"] for held in rng.sample(asked["lots"], max(1, len(asked["lots"]) // 2))]
    if rng.random() < 0.08:
        asked["tradable"] = False
    if rng.random() < 0.08:
        asked["proof"] = "unproven"
    for security in plain["securities"]:
        if rng.random() < 0.1:
            security["lock_until"] = "2026-06-01"
    return plain


def short_of(case: Case) -> set[str]:
    """The accounts that the engine says cannot pay."""
    found = rebalance(case, counterfactuals=False)
    return {one.subject for one in found.conflicts if one.code == "withdrawal_not_raised"}


@pytest.mark.parametrize("seed", DRAWN)
def test_the_limits_named_forbid_together_and_dropping_any_one_helps(seed: int) -> None:
    case, _ = read_case(strained(seed), f"household {seed}")
    found = rebalance(case)
    assert found.status == "infeasible"
    said = {(one.code, one.subject) for one in found.conflicts}
    for name in short_of(case):
        rules = account_rules(case, name)
        named = [rule for rule in rules if (rule.code, rule.subject or name) in said]
        others = [rule for rule in rules if rule not in named]
        assert name in short_of(lifted(case, others))
        if ("holdings", name) in said:
            assert name in short_of(lifted(case, rules))
            continue
        assert named
        helped = [rule.code for rule in named if name not in short_of(lifted(case, [*others, rule]))]
        assert helped == [rule.code for rule in named]


def test_every_account_that_cannot_pay_is_named_not_only_those_that_may_not_trade() -> None:
    shut = account("shut", "taxable_joint", "0", lot("A", "STOCK", "10", "500"), tradable=False, cash_flow="-400")
    kept = account("kept", "roth_ira", "0", lot("B", "STOCK", "10", None), do_not_sell=["STOCK"], cash_flow="-300")
    paid = account("paid", "roth_ira", "0", lot("C", "STOCK", "10", None), cash_flow="-200")
    found = answer(small_household(shut, kept, paid, weights={"us_equity": 1.0}))
    assert {one.subject: one.by for one in found.conflicts} == {"shut": 400.0, "kept": 300.0}


@pytest.mark.parametrize("relief", ["min_tax", "fifo", "average"])
def test_a_lot_whose_basis_has_fractions_of_a_cent_is_sold_out_to_the_cent(relief: str) -> None:
    """A basis of 4,447.4553 dollars, as broker files print after a merger or a reinvested dividend."""
    joint = account("joint", "taxable_joint", "0", lot("L1", "STOCK", "50", "4447.4553"), cash_flow="-4990")
    plain = small_household(joint, weights={"us_equity": 0.5, "us_bond": 0.5}, policy={"relief": relief})
    (sale,) = answer(plain).trades
    assert [(str(one.cost_basis), str(one.gain)) for one in sale.lots] == [("4447.46", "552.54")]
    assert case_of(plain).accounts[0].lots[0].cost_basis != sale.lots[0].cost_basis
