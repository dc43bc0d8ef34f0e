"""The checker finds every broken rule by itself."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from rebalance_cases import account, case_of, household, lot, worked

from core.domain.lot import LotPick
from core.domain.trade import Side, Trade
from core.rebalance import check


def broken(plain: dict[str, Any], *trades: Trade) -> set[str]:
    return {result.rule for result in check(case_of(plain), trades) if not result.ok}


def line(symbol: str, side: Side, quantity: str, *lots: LotPick, place: str = "joint") -> Trade:
    price = {"VTI": Decimal("251.10"), "BND": Decimal("73.00"), "STOCK": Decimal(100)}[symbol]
    return Trade(place, symbol, side, Decimal(quantity), price, Decimal(quantity) * price, lots)


def pick(quantity: str, gain: str, basis: str = "100", name: str = "L1") -> LotPick:
    return LotPick(name, Decimal(quantity), Decimal(basis), Decimal(gain), "long")


GOOD = line("VTI", "sell", "18", pick("18", "2297.58", "2222.22"))


def test_a_good_trade_breaks_nothing() -> None:
    assert broken(worked(), GOOD) == set()


@pytest.mark.parametrize(
    ("trade", "rule"),
    [
        (line("VTI", "sell", "101", pick("101", "1")), "lots hold what is sold"),
        (line("VTI", "sell", "18", pick("17", "1")), "lots hold what is sold"),
        (line("VTI", "sell", "1.5", pick("1.5", "1")), "whole shares"),
        (line("BND", "buy", "60"), "cash"),
        (replace(GOOD, price=Decimal("250")), "totals"),
        (replace(GOOD, lots=(pick("18", "5", "5"),)), "gains"),
        (line("VTI", "buy", "-3"), "known lines"),
    ],
)
def test_a_broken_rule_is_named(trade: Trade, rule: str) -> None:
    assert rule in broken(worked(), trade)


def test_restrictions_and_closed_accounts() -> None:
    for change, rule in (
        ({"do_not_sell": ["VTI"]}, "restrictions"),
        ({"tradable": False}, "tradable accounts"),
        ({"proof": "unproven"}, "tradable accounts"),
        ({"in_target": False, "cash_flow": "0"}, "tradable accounts"),
    ):
        plain = worked()
        plain["accounts"][0] |= change
        assert rule in broken(plain, GOOD)
    plain = worked()
    plain["accounts"][0]["menu"] = ["VTI"]
    assert "restrictions" in broken(plain, line("BND", "buy", "1"))


def test_both_sides_of_one_symbol() -> None:
    assert "one side" in broken(worked(), GOOD, line("VTI", "buy", "1"))


def test_losses_that_the_household_washes() -> None:
    joint = account("joint", "taxable_joint", "5000", lot("L1", "STOCK", "10", "2000"))
    plain = household(joint, account("ira", "roth_ira", "5000"), weights={"us_equity": 0.9, "cash": 0.1})
    sale = line("STOCK", "sell", "10", pick("10", "-1000", "2000"))
    assert broken(plain, sale) == set()
    assert "losses stand" in broken(plain, sale, line("STOCK", "buy", "1", place="ira"))
    plain["accounts"][1]["lots"] = [lot("I1", "STOCK", "1", "90", "2026-02-01")]
    assert "losses stand" in broken(plain, sale)


def test_a_purchase_that_washes_an_earlier_loss() -> None:
    plain = household(
        account("joint", "taxable_joint", "5000"),
        weights={"us_equity": 0.9, "cash": 0.1},
        history=[
            {"account": "joint", "symbol": "STOCK", "side": "sell", "quantity": "1", "gain": "-5", "date": "2026-01-31"}
        ],
    )
    assert "earlier losses stand" in broken(plain, line("STOCK", "buy", "1"))


def test_a_budget_that_is_exceeded() -> None:
    plain = worked()
    plain["accounts"][0]["cash_flow"] = "0"
    plain["taxpayers"][0]["gain_budget"] = "100"
    assert "gain budgets" in broken(plain, GOOD)
