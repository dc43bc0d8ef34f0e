"""The household wash-sale rule inside the solve: what is sold at a loss is bought nowhere that counts."""

from typing import Any

import pytest
from rebalance_cases import account, answer, fund, household, lot, only

HALF = {"us_equity": 0.5, "us_bond": 0.45, "cash": 0.05}


def losing(**changes: Any) -> dict[str, Any]:
    """Stocks stand at a loss of 20,000 in the taxable account; an IRA is in cash and should buy stocks."""
    joint = account(
        "joint", "taxable_joint", "5000", lot("L1", "STOCK", "500", "70000"), lot("L2", "BOND", "1200", "60000")
    )
    ira = account("ira", "traditional_ira", "60000")
    return household(joint, ira, weights=HALF, **changes)


def sold_at_a_loss(proposed: Any) -> set[str]:
    return {trade.symbol for trade in proposed.trades if any((pick.gain or 0) < 0 for pick in trade.lots)}


def bought(proposed: Any) -> set[str]:
    return {trade.symbol for trade in only(proposed, "buy")}


def test_a_harvest_in_one_account_closes_the_group_in_the_ira() -> None:
    proposed = answer(losing())
    assert sold_at_a_loss(proposed) == {"STOCK"}
    assert "STOCK2" in bought(proposed) and "STOCK" not in bought(proposed)
    assert [(lockout.identical_group, str(lockout.until)) for lockout in proposed.lockouts] == [("STOCK", "2026-04-01")]


def test_with_nothing_to_stand_in_the_solve_chooses_one_of_the_two() -> None:
    plain = losing()
    plain["securities"] = [security for security in plain["securities"] if security["symbol"] != "STOCK2"]
    proposed = answer(plain)
    assert not (sold_at_a_loss(proposed) & bought(proposed))


def test_an_identical_group_counts_as_one() -> None:
    plain = losing()
    for security in plain["securities"][:2]:
        security["identical_group"] = "stocks"
    proposed = answer(plain)
    assert not sold_at_a_loss(proposed) or not bought(proposed) & {"STOCK", "STOCK2"}


def test_one_index_counts_as_one_unless_the_policy_allows_it() -> None:
    plain = losing()
    for security in plain["securities"][:2]:
        security["same_index"] = "total market"
    blocked = answer(plain)
    assert not sold_at_a_loss(blocked) or not bought(blocked) & {"STOCK", "STOCK2"}
    plain["policy"] = {"same_index": "allow"}
    assert sold_at_a_loss(answer(plain)) == {"STOCK"}


@pytest.mark.parametrize(("days_ago", "closed"), [("2026-01-31", True), ("2026-01-30", False)])
def test_a_loss_taken_thirty_days_ago_still_closes_its_group(days_ago: str, closed: bool) -> None:
    history = [
        {"account": "joint", "symbol": "STOCK2", "side": "sell", "quantity": "5", "gain": "-90", "date": days_ago}
    ]
    plain = losing(history=history, policy={"harvest_losses": False})
    plain["accounts"][0]["do_not_buy"] = plain["accounts"][1]["do_not_buy"] = ["STOCK"]
    assert ("STOCK2" in bought(answer(plain))) is not closed


def test_a_loss_in_an_ira_closes_nothing() -> None:
    history = [
        {"account": "ira", "symbol": "STOCK2", "side": "sell", "quantity": "5", "gain": "-90", "date": "2026-02-20"}
    ]
    assert "STOCK2" in bought(answer(losing(history=history)))


@pytest.mark.parametrize(("bought_on", "washable"), [("2026-01-31", True), ("2026-01-30", False)])
def test_a_purchase_of_the_last_thirty_days_keeps_other_lots_from_a_loss(bought_on: str, washable: bool) -> None:
    plain = losing()
    plain["accounts"][1]["lots"] = [lot("I1", "STOCK", "10", "1000", bought_on)]
    assert ("STOCK" not in sold_at_a_loss(answer(plain))) is washable


def test_shares_of_one_purchase_do_not_replace_one_another() -> None:
    plain = losing(history=[])
    plain["accounts"][0]["lots"][0]["acquired"] = "2026-02-20"
    assert sold_at_a_loss(answer(plain)) == {"STOCK"}


def test_two_lots_of_one_day_do() -> None:
    plain = losing()
    plain["accounts"][0]["lots"] = [
        lot("L1", "STOCK", "300", "42000", "2026-02-20"),
        lot("L3", "STOCK", "200", "28000", "2026-02-20"),
        lot("L2", "BOND", "1200", "60000"),
    ]
    assert sold_at_a_loss(answer(plain)) == set()


def test_an_inheritance_is_no_purchase() -> None:
    plain = losing()
    plain["accounts"][1]["lots"] = [lot("I1", "STOCK", "10", "1000", "2026-02-20") | {"origin": "inheritance"}]
    assert sold_at_a_loss(answer(plain)) == {"STOCK"}


def test_a_reinvesting_holding_counts_as_a_purchase_to_come() -> None:
    plain = losing()
    plain["accounts"][1] |= {"lots": [lot("I1", "STOCK", "10", "1000")], "reinvest": True, "do_not_sell": ["STOCK"]}
    assert sold_at_a_loss(answer(plain)) == set()


def test_a_spouse_who_files_apart_counts_and_a_stranger_does_not() -> None:
    plain = losing()
    plain["taxpayers"].append({"id": "T2", "filing_status": "single", "ordinary_income": "50000"})
    plain["accounts"][1] |= {"taxpayer": "T2", "lots": [lot("I1", "STOCK", "10", "1000", "2026-02-20")]}
    assert sold_at_a_loss(answer(plain)) == {"STOCK"}
    plain["taxpayers"][0]["related"] = ["T2"]
    assert sold_at_a_loss(answer(plain)) == set()


def test_where_the_firm_only_warns_the_loss_is_counted_as_disallowed() -> None:
    plain = losing(policy={"wash_sales": "warn"})
    plain["securities"] = [fund("STOCK", "100", "us_equity"), fund("BOND", "50", "us_bond")]
    plain["accounts"][1]["lots"] = [lot("I1", "STOCK", "100", "10000", "2026-02-20")]
    plain["accounts"][0]["cash_flow"] = "-30000"
    plain["accounts"][0]["do_not_sell"] = ["BOND"]
    proposed = answer(plain)
    assert sold_at_a_loss(proposed) == {"STOCK"}
    assert proposed.tax.disallowed > 0
    assert "wash_sale" in {issue.code for issue in proposed.issues}
