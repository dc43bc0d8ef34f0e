"""A target that governs no account, or nothing that is held, is said; it never trades and never claims to be met."""

from typing import Any

from rebalance_cases import account, answer, household, lot

WEIGHTS = {"us_equity": 0.5, "us_bond": 0.45, "cash": 0.05}


def told(plain: dict[str, Any]) -> dict[str, str]:
    return {issue.code: issue.message for issue in answer(plain).issues}


def test_a_target_toward_which_no_account_counts_is_named_with_the_accounts_beside_it() -> None:
    child = account("child", "utma", "500", lot("L1", "STOCK", "100", "5000"))
    college = account("college", "529", "20", lot("L2", "BOND", "100", "5000"))
    found = answer(household(child, college, weights=WEIGHTS))
    assert (found.status, found.trades) == ("no_action", ())
    assert [reason.code for reason in found.triggered_by] == ["no_target_counts"]
    (issue,) = found.issues
    assert (issue.code, issue.facts["accounts"]) == ("target_without_accounts", ("child", "college"))
    assert issue.message == (
        "No account counts toward the household's target: child and college stand outside it. It asks for no trade."
    )


def test_an_account_with_a_target_of_its_own_still_trades_for_it() -> None:
    own = {"by": "asset_class", "weights": {"us_bond": 0.5, "us_equity": 0.5}}
    apart = account("apart", "traditional_ira", "0", lot("L1", "STOCK", "100", None), in_target=False, target=own)
    found = answer(household(apart, weights=WEIGHTS))
    assert {trade.symbol for trade in found.trades} == {"STOCK", "BOND"}
    assert [issue.code for issue in found.issues] == ["target_without_accounts"]


def test_accounts_that_hold_nothing_the_target_counts_are_named() -> None:
    empty = account("joint", "taxable_joint", "0", target={"by": "asset_class", "weights": {"us_bond": 1.0}})
    issues = answer(household(empty, weights=WEIGHTS)).issues
    assert [(issue.where, issue.code) for issue in issues] == [
        ("target", "target_without_value"),
        ("joint", "target_without_value"),
    ]


def test_a_target_that_counts_something_is_no_issue() -> None:
    assert told(household(account("joint", "taxable_joint", "500"), weights=WEIGHTS)) == {}
