"""A withdrawal of the household: which accounts pay it, by the policy's order or by the year's tax."""

from decimal import Decimal
from typing import Any

import pytest
from rebalance_cases import account, case_of, household, lot
from test_rebalance_reasons import unfounded

from core.domain.errors import BadInput
from core.domain.trade import Proposed
from core.rebalance import check, rebalance
from core.rebalance.sourcing import sourced

WEIGHTS = {"us_equity": 0.5, "us_bond": 0.5}


def three_accounts(withdrawal: str, order: str = "taxable_first", **ira: Any) -> dict[str, Any]:
    """50,000 with a gain in a taxable account, 50,000 in an IRA, 50,000 in a Roth account, 1,000 of cash in each."""

    def lots(name: str) -> list[dict[str, Any]]:
        return [lot(f"{name}S", "STOCK", "250", "10000"), lot(f"{name}B", "BOND", "500", "24000")]

    return household(
        account("joint", "taxable_joint", "1000", *lots("J")),
        account("ira", "traditional_ira", "1000", *lots("I"), **ira),
        account("roth", "roth_ira", "1000", *lots("R")),
        weights=WEIGHTS, withdrawal=withdrawal, policy={"withdrawal_order": order},
    )  # fmt: skip


def flows(plain: dict[str, Any]) -> dict[str, Decimal]:
    case, _ = sourced(case_of(plain))
    return {one.id: -one.cash_flow for one in case.accounts if one.cash_flow}


def proposed(plain: dict[str, Any]) -> Proposed:
    case, _ = sourced(case_of(plain))
    found = rebalance(case_of(plain), counterfactuals=False)
    assert [result for result in check(case, found.trades) if not result.ok] == []
    return found


def test_taxable_accounts_pay_first_then_deferred_ones_then_roth() -> None:
    assert flows(three_accounts("20000")) == {"joint": Decimal("20000.00")}
    found = flows(three_accounts("70000"))
    assert set(found) == {"joint", "ira"} and sum(found.values()) == 70000
    assert found["joint"] == pytest.approx(Decimal("50995"), abs=5)
    assert set(flows(three_accounts("110000"))) == {"joint", "ira", "roth"}


def test_the_trades_raise_the_cash_where_it_is_asked_and_the_answer_says_why() -> None:
    plain = three_accounts("20000")
    found = proposed(plain)
    assert found.status == "proposed" and found.cash_after["joint"] >= 0
    reason = next(cause for cause in found.triggered_by if cause.code == "withdrawal_source")
    assert "$20,000.00 from joint: taxable accounts first" in reason.sentence
    assert all(unfounded(case_of(plain), cause) == [] for cause in found.triggered_by)
    raised = sum(trade.amount for trade in found.trades if trade.side == "sell" and trade.account == "joint")
    assert raised >= Decimal("18990")


def test_the_least_tax_takes_cash_and_losses_before_gains_and_roth_before_taxed_income() -> None:
    plain = three_accounts("52000", "minimum_tax")
    found = flows(plain)
    # cash of 1,000 in the taxable account costs nothing, bonds gain 1,000 on 25,000; an IRA costs 24 %, a Roth nothing
    assert found["roth"] > 50000 and "ira" not in found
    plain["accounts"][0]["lots"][0]["cost_basis"] = "40000"
    assert flows(plain)["joint"] > 24000


def test_a_required_distribution_pays_first_and_only_the_rest_is_drawn() -> None:
    plain = three_accounts("20000", required_distribution="12000")
    assert flows(plain) == {"ira": Decimal(12000), "joint": Decimal("8000.00")}
    found = proposed(plain)
    assert [cause.code for cause in found.triggered_by][:2] == ["required_distribution", "withdrawal_source"]
    assert sourced(case_of(plain))[0].account("ira").required_distribution == 0


def test_a_distribution_that_no_withdrawal_asks_for_stays_in_its_account_as_cash() -> None:
    plain = three_accounts("0", required_distribution="12000")
    assert proposed(plain).cash_after["ira"] >= Decimal(12000)


def test_what_is_drawn_from_an_ira_is_income_of_the_year_and_gains_stack_on_it() -> None:
    plain = three_accounts("70000")
    case, reasons = sourced(case_of(plain))
    drawn = -case.account("ira").cash_flow
    assert case.taxpayers[0].ordinary_income == 120000 + drawn
    # single, 120,000 less 16,100 of deduction: 1,800 more are taxed at 22 %, the rest at 24 %
    assert Decimal(reasons[-1].facts["income_tax"]) == round(
        1800 * Decimal("0.22") + (drawn - 1800) * Decimal("0.24"), 2
    )


def test_money_set_aside_is_never_drawn_on_and_what_nobody_can_pay_is_infeasible() -> None:
    plain = three_accounts("400000")
    plain["accounts"].append(account("college", "529", "90000"))
    found = rebalance(case_of(plain), counterfactuals=False)
    assert found.status == "infeasible" and any(conflict.by and conflict.by > 200000 for conflict in found.conflicts)


def test_what_the_household_can_pay_is_said_of_the_household() -> None:
    found = rebalance(case_of(three_accounts("400000")))
    (nearest,) = found.relaxations
    short = sum(conflict.by for conflict in found.conflicts if conflict.code == "withdrawal_not_raised")
    assert nearest.subject == "household" and nearest.by == pytest.approx(short)
    assert "the household can pay out" in nearest.sentence


def test_where_nothing_may_be_traded_cash_alone_pays() -> None:
    with pytest.raises(BadInput, match="below zero"):
        case_of(three_accounts("-5"))
    away = account("away", "taxable_joint", "90000", lot("A", "STOCK", "100", "9000"), tradable=False)
    plain = household(away, weights=WEIGHTS, withdrawal="10")
    assert flows(plain) == {"away": Decimal("10.00")}
    plain["withdrawal"] = "95000"
    assert rebalance(case_of(plain)).status == "infeasible"
