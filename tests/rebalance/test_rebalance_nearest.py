"""What stands in the way is named, as few limits as conflict, and what would help most with its effect."""

from dataclasses import replace
from typing import Any

from rebalance_cases import account, answer, case_of, household, lot

from core.rebalance import rebalance
from core.rebalance.nearest import lifted
from core.rebalance.relaxing import account_rules, household_rules


def short_of_cash(**facts: Any) -> dict[str, Any]:
    """Twelve thousand are to leave an account that holds 2,000 of cash, 5,000 of STOCK and 10,000 of BOND."""
    lots = (lot("L1", "STOCK", "50", "4000"), lot("L2", "BOND", "200", "9000"))
    joint = account("joint", "taxable_joint", "2000", *lots, cash_flow="-12000", **facts)
    return household(joint, weights={"us_equity": 0.4, "us_bond": 0.55, "cash": 0.05})


def test_a_withdrawal_that_can_be_raised_names_nothing() -> None:
    assert answer(short_of_cash(), counterfactuals=True).relaxations == ()


def test_only_the_lock_that_matters_is_named() -> None:
    plain = short_of_cash(do_not_sell=["BOND", "STOCK2"])
    plain["policy"] = {"turnover_limit": 0.01}
    found = answer(plain, counterfactuals=True)
    assert found.status == "infeasible"
    assert [(one.code, one.subject) for one in found.conflicts] == [
        ("withdrawal_not_raised", "joint"), ("do_not_sell", "BOND"),
    ]  # fmt: skip
    assert "can pay out $6,999.50, $5,000.50 less" in found.relaxations[0].sentence


def test_dropping_any_one_limit_of_the_set_lets_the_rest_be_met() -> None:
    """Either of two locks alone would leave enough; together they do not."""
    plain = short_of_cash(do_not_sell=["BOND", "STOCK"])
    plain["accounts"][0]["cash_flow"] = "-6500"
    case = case_of(plain)
    named = answer(plain, counterfactuals=True).conflicts[1:]
    assert [(one.code, one.subject) for one in named] == [("do_not_sell", "BOND"), ("do_not_sell", "STOCK")]
    for rule in account_rules(case, "joint"):
        if rule.code == "do_not_sell":
            assert rebalance(lifted(case, [rule]), counterfactuals=False).status == "proposed"


def test_more_than_everything_has_no_limit_but_size() -> None:
    plain = short_of_cash()
    plain["accounts"][0]["cash_flow"] = "-30000"
    found = answer(plain, counterfactuals=True)
    assert [one.code for one in found.conflicts] == ["withdrawal_not_raised", "holdings"]
    assert "can pay out $16,998.50" in found.relaxations[0].sentence


def test_a_closed_account_is_what_stands_in_the_way() -> None:
    found = answer(short_of_cash(tradable=False), counterfactuals=True)
    assert [one.code for one in found.conflicts] == ["withdrawal_not_raised", "closed_account"]


def over(**policy: Any) -> dict[str, Any]:
    """A household far over in equities, all of them at a gain."""
    joint = account("joint", "taxable_joint", "0", lot("L1", "STOCK", "800", "8000"), lot("L2", "BOND", "400", "20000"))
    return household(joint, weights={"us_equity": 0.5, "us_bond": 0.5}, policy=policy)


def test_the_limit_whose_lifting_helps_is_named_with_its_effect() -> None:
    plain = over(turnover_limit=0.02)
    plain["taxpayers"][0]["gain_budget"] = "500000"
    found = answer(plain, counterfactuals=True)
    assert [one.code for one in found.relaxations] == ["turnover_limit"]
    assert "nothing would remain beyond the limits" in found.relaxations[0].sentence
    assert all("turnover is limited" in one.sentence for one in found.conflicts)
    assert not any("gain budget" in one.sentence for one in found.conflicts)


def test_a_budget_that_is_used_up_is_named_and_one_that_is_not_is_left_out() -> None:
    plain = over()
    plain["taxpayers"][0]["gain_budget"] = "900"
    found = answer(plain, counterfactuals=True)
    assert [one.code for one in found.relaxations] == ["gain_budget"]
    assert all("gain budget of T1 is used up" in one.sentence for one in found.conflicts)


def test_a_loss_that_locks_what_would_be_bought_is_named() -> None:
    plain = over()
    plain["history"] = [
        {"account": "joint", "symbol": "BOND", "side": "sell", "quantity": "1", "gain": "-9", "date": "2026-02-20"}
    ]
    found = answer(plain, counterfactuals=True)
    bonds = next(one for one in found.conflicts if one.subject == "us_bond")
    assert "BOND may not be bought: a loss taken in the last 30 days" in bonds.sentence
    assert [one.code for one in found.relaxations] == ["wash_sale"]


def test_the_fast_answer_has_no_relaxations_and_the_same_fingerprint() -> None:
    plain = over(turnover_limit=0.02)
    assert answer(plain).relaxations == ()
    assert answer(plain).fingerprint == answer(plain, counterfactuals=True).fingerprint


def test_every_kind_of_limit_can_be_lifted() -> None:
    plain = over(turnover_limit=0.02, short_term_gains="avoid", cash_flow_only=True)
    plain["accounts"][0] |= {"do_not_sell": ["BOND"], "do_not_buy": ["STOCK"], "menu": ["BOND"], "minimum_cash": "5"}
    plain["accounts"][0]["lots"][0]["cost_basis"] = None
    plain["accounts"].append(account("shut", "roth_ira", "0", proof="unproven"))
    plain["taxpayers"][0]["gain_budget"] = "1"
    plain["securities"][1]["lock_until"] = "2027-01-01"
    case = case_of(plain)
    rules = household_rules(case)
    assert {rule.code for rule in rules} == {
        "gain_budget", "turnover_limit", "short_term_gains", "cash_flow_only", "minimum_trade", "wash_sale",
        "untargeted", "do_not_sell", "do_not_buy", "menu", "closed_account", "locked_security", "unknown_basis",
        "minimum_cash",
    }  # fmt: skip
    free = lifted(case, rules)
    assert [rule.code for rule in household_rules(free)] == []
    assert replace(free, policy=case.policy) != case
