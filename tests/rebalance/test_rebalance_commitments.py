"""Commitments not yet called: purchases leave the cash for them, nothing is sold for them, and the answer says so."""

import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from measured_households import measured
from random_households import household as random_household
from rebalance_cases import account, answer, case_of, codes, fund, household, lines, lot, only

from core.rebalance import check, rebalance

WEIGHTS = {"us_equity": 0.5, "private_equity": 0.1, "us_bond": 0.38, "cash": 0.02}


def with_private_fund(unfunded: str, *others: dict[str, Any], cash: str = "22000", **policy: Any) -> dict[str, Any]:
    """Too much cash beside a private fund that may still call some of it; stocks are short."""
    lots = [lot("L", "STOCK", "400", "40000"), lot("B", "BOND", "560", "28000"), lot("P", "PE", "1", "10000")]
    plain = household(
        account("joint", "taxable_joint", cash, *lots),
        *others,
        weights=WEIGHTS,
        policy={"minimum_trade": "0", **policy},
    )
    plain["securities"].append(fund("PE", "10000", "private_equity", tradable=False, unfunded=unfunded))
    return plain


def test_purchases_leave_the_cash_that_calls_may_ask_for() -> None:
    free, kept = answer(with_private_fund("0")), answer(with_private_fund("15000"))
    assert free.cash_after["joint"] < Decimal(15000)
    assert Decimal(15000) <= kept.cash_after["joint"] < Decimal(15200)
    assert "kept_for_calls" in codes(only(kept, "buy")[0])
    assert any(issue.code == "commitment_kept" and "$15,000.00" in issue.message for issue in kept.issues)
    assert any("waits for capital calls of PE" in conflict.sentence for conflict in kept.conflicts)


def test_what_would_help_is_named() -> None:
    helped = answer(with_private_fund("15000"), counterfactuals=True).relaxations
    assert "commitments" in [one.code for one in helped]


def test_nothing_is_sold_for_calls_that_have_no_date_and_what_is_missing_is_said() -> None:
    found = answer(with_private_fund("60000"))
    assert only(found, "sell") == [] and only(found, "buy") == []
    assert any(issue.code == "commitment_short" and "$38,000.00 short" in issue.message for issue in found.issues)


def test_what_is_sold_may_be_bought_for_although_calls_take_up_all_cash() -> None:
    plain = with_private_fund("60000")
    plain["accounts"][0]["lots"][0] |= {"quantity": "100", "cost_basis": "5000"}
    plain["accounts"][0]["lots"][1]["quantity"] = "1160"
    found = answer(plain)
    assert [line[1:3] for line in lines(found)] == [("sell", "BOND"), ("buy", "STOCK")]
    assert found.cash_after["joint"] >= Decimal(22000)


def test_the_cash_of_every_account_of_the_taxpayer_counts_but_not_that_of_plans() -> None:
    bank = account("bank", "taxable_individual", "20000", tradable=False)
    assert answer(with_private_fund("15000", bank)).cash_after["joint"] < Decimal(15000)
    ira = account("ira", "traditional_ira", "20000", tradable=False)
    assert answer(with_private_fund("15000", ira)).cash_after["joint"] >= Decimal(15000)


def test_a_policy_may_leave_calls_aside() -> None:
    found = answer(with_private_fund("15000", commitments="ignore"))
    assert lines(found) == lines(answer(with_private_fund("0")))
    assert found.issues == ()


@pytest.mark.parametrize("tradable", [True, False])
def test_held_away_and_illiquid_holdings_count_but_do_not_trade(tradable: bool) -> None:
    """120,000 of stocks elsewhere: the account that trades holds bonds alone, or (if both trade) the other sells."""
    away = account("away", "taxable_individual", "0", lot("A", "STOCK", "1200", "60000"), tradable=tradable)
    here = account(
        "here", "taxable_individual", "0", lot("L", "STOCK", "400", "36000"), lot("B", "BOND", "800", "40000")
    )
    found = answer(household(away, here, weights={"us_equity": 0.6, "us_bond": 0.4}))
    assert found.before.weights["us_equity"] == pytest.approx(0.8)
    assert {trade.account for trade in found.trades} <= ({"away", "here"} if tradable else {"here"})


def test_the_checker_counts_the_calls_again_and_sees_a_purchase_too_many() -> None:
    """One more bond than the engine buys takes 50 dollars of the 15,000 that wait."""
    case = case_of(with_private_fund("15000"))
    found = rebalance(case, counterfactuals=False)
    bought = only(found, "buy")[0]
    more = replace(bought, quantity=bought.quantity + 3, amount=bought.amount + 3 * bought.price)
    others = [trade for trade in found.trades if trade is not bought]
    assert [result.rule for result in check(case, [*others, more]) if not result.ok] == ["capital calls"]
    free = replace(case, policy=replace(case.policy, commitments="ignore"))
    assert [result.rule for result in check(free, [*others, more]) if not result.ok] == []


@pytest.mark.parametrize("seed", [3200048, 3200168])
def test_fractions_never_take_the_cents_that_calls_may_ask_for(seed: int) -> None:
    """Random households with commitments and fractions: what is cut off a sold fraction is not spent."""

    def committed(drawn: int) -> dict[str, Any]:
        plain, rng = random_household(drawn), random.Random(drawn)
        for security in plain["securities"]:
            if rng.random() < 0.15:
                security["unfunded"] = str(rng.choice([500, 5000, 25000, "1234.56"]))
            if rng.random() < 0.3:
                security["fractional"] = True
        return plain

    assert measured(seed, build=committed).troubles == []
