"""What stands for an account is typed once, with a reason, and every proposal after it keeps to it."""

from decimal import Decimal

import pytest

from core.domain.errors import BadInput, NotFound
from core.present.tables.account_rules import cash_needs, rules_in_words
from core.rebalance import rebalance
from core.workflow import households, trail
from core.workflow.account_rules import AccountRules, rules_texts, set_account_rules
from core.workflow.case_files import case_file
from core.workflow.desk import Desk

JOINT, IRA = "H-0005-joint", "H-0005-ira"


def test_a_holding_that_is_never_sold_stays_and_a_distribution_is_raised() -> None:
    desk = Desk.sample()
    sold = {(one.account, one.symbol) for one in rebalance(case_file(desk, "H-0005").case).trades if one.side == "sell"}
    assert (JOINT, "NVDA") in sold
    set_account_rules(desk, "H-0005", JOINT, AccountRules({"reserve": "$25,000"}, (), ("NVDA",)), "a letter")
    new = set_account_rules(desk, "H-0005", IRA, AccountRules({"required_distribution": "60,000"}), "age 75")
    made = rebalance(case_file(desk, "H-0005").case, counterfactuals=False)
    assert not any((one.account, one.symbol) == (JOINT, "NVDA") for one in made.trades)
    assert made.cash_after[JOINT] >= 25000 and made.cash_after[IRA] >= 60000
    assert new.version == 3
    assert trail.trail(desk)[0].kind == "household.account_rules_set"


def test_what_was_typed_comes_back_and_is_said_in_words() -> None:
    desk = Desk.sample()
    rules = AccountRules({"minimum_cash": "2,000", "cash_flow": "−5,000"}, ("XOM",), ("NVDA",), reinvest=True)
    new = set_account_rules(desk, "H-0005", JOINT, rules, "a letter")
    joint = next(one for one in new.accounts if one.id == JOINT)
    assert rules_texts(joint) == {
        "minimum_cash": "2,000.00", "reserve": "", "required_distribution": "", "cash_flow": "-5,000.00",
    }  # fmt: skip
    assert rules_in_words(joint) == [
        "$5,000 still to go", "buys only above $2,000 of cash", "never buys XOM", "never sells NVDA",
        "reinvests dividends",
    ]  # fmt: skip
    assert cash_needs(case_file(desk, "H-0005").case, {JOINT: "Joint"})[0].startswith("Joint: $5,000 still to go")
    assert joint.cash_flow == Decimal(-5000)


@pytest.mark.parametrize(("name", "text"), [("reserve", "-1"), ("minimum_cash", "many"), ("cash_flow", "nan")])
def test_what_is_no_amount_is_named(name: str, text: str) -> None:
    with pytest.raises(BadInput):
        set_account_rules(Desk.sample(), "H-0005", JOINT, AccountRules({name: text}), "a letter")


def test_a_reason_and_a_known_account_are_needed() -> None:
    desk = Desk.sample()
    with pytest.raises(BadInput, match="rests on"):
        set_account_rules(desk, "H-0005", JOINT, AccountRules({}), " ")
    with pytest.raises(NotFound):
        set_account_rules(desk, "H-0005", "nowhere", AccountRules({}), "a letter")
    assert households.household(desk, "H-0005").version == 1
