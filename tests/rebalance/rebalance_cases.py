"""Small household cases of the trade engine's tests: invented funds at round prices, changed piece by piece."""

import copy
from typing import Any

from core.domain.case import Case
from core.domain.trade import Proposed, Trade
from core.rebalance import check, read_case, rebalance

WORKED: dict[str, Any] = {
    "schema": "household-case/1",
    "as_of": "2026-03-02",
    "taxpayers": [
        {"id": "T1", "filing_status": "married_joint", "ordinary_income": "250000", "state_rate": 0.05},
    ],
    "accounts": [
        {
            "id": "joint",
            "owner": "ana",
            "taxpayer": "T1",
            "registration": "taxable_joint",
            "cash": "12000.00",
            "minimum_cash": "2000.00",
            "cash_flow": "-10000.00",
            "lots": [
                {"id": "L1", "symbol": "VTI", "quantity": "100", "cost_basis": "12345.67", "acquired": "2019-01-04"},
                {"id": "L2", "symbol": "BND", "quantity": "300", "cost_basis": "21900.00", "acquired": "2021-06-01"},
            ],
        }
    ],
    "securities": [
        {"symbol": "VTI", "price": "251.10", "classes": {"us_equity": 1.0}, "spread": 0.0001},
        {"symbol": "BND", "price": "73.00", "classes": {"us_bond": 1.0}, "spread": 0.0001},
    ],
    "target": {
        "by": "asset_class",
        "weights": {"us_equity": 0.40, "us_bond": 0.55, "cash": 0.05},
        "bands": {
            "us_equity": {"kind": "absolute", "width": 0.05},
            "us_bond": {"kind": "absolute", "width": 0.05},
            "cash": {"kind": "absolute", "width": 0.05},
        },
    },
    "policy": {"trigger": "threshold"},
}


def worked() -> dict[str, Any]:
    """The worked example as plain values, to change."""
    return copy.deepcopy(WORKED)


def fund(symbol: str, price: str, asset_class: str, **facts: Any) -> dict[str, Any]:
    """A fund of one class."""
    return {"symbol": symbol, "price": price, "classes": {asset_class: 1.0}, "spread": 0.0001, **facts}


def lot(
    name: str, symbol: str, quantity: str, basis: str | None, acquired: str | None = "2019-05-06"
) -> dict[str, Any]:
    """A lot bought long ago unless said."""
    return {"id": name, "symbol": symbol, "quantity": quantity, "cost_basis": basis, "acquired": acquired}


def account(name: str, registration: str, cash: str, *lots: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """An account of taxpayer T1."""
    return {
        "id": name,
        "owner": "ana",
        "taxpayer": "T1",
        "registration": registration,
        "cash": cash,
        "lots": list(lots),
        **facts,
    }


def household(
    *accounts: dict[str, Any], weights: dict[str, float], width: float = 0.05, **changes: Any
) -> dict[str, Any]:
    """A household of one single filer at 120,000 dollars with absolute bands, equities at 100 and bonds at 50."""
    plain: dict[str, Any] = {
        "as_of": "2026-03-02",
        "taxpayers": [{"id": "T1", "filing_status": "single", "ordinary_income": "120000"}],
        "accounts": list(accounts),
        "securities": [
            fund("STOCK", "100", "us_equity", substitutes=["STOCK2"]),
            fund("STOCK2", "100", "us_equity"),
            fund("BOND", "50", "us_bond", dividend_yield=0.04),
        ],
        "target": {
            "by": "asset_class",
            "weights": weights,
            "bands": {name: {"kind": "absolute", "width": width} for name in {*weights, "cash"}},
        },
    }
    plain.update(changes)
    return plain


def case_of(plain: dict[str, Any]) -> Case:
    """The case, read as a file would be."""
    return read_case(plain, "test")[0]


def answer(plain: dict[str, Any], counterfactuals: bool = False) -> Proposed:
    """The engine's answer; every rule of the checker holds on it."""
    case = case_of(plain)
    proposed = rebalance(case, counterfactuals=counterfactuals)
    assert [result for result in check(case, proposed.trades) if not result.ok] == []
    return proposed


def lines(proposed: Proposed) -> list[tuple[str, str, str, str]]:
    """The trades as (account, side, symbol, quantity)."""
    return [(trade.account, trade.side, trade.symbol, f"{trade.quantity.normalize():f}") for trade in proposed.trades]


def only(proposed: Proposed, side: str) -> list[Trade]:
    """The trades of one side."""
    return [trade for trade in proposed.trades if trade.side == side]


def codes(trade: Trade) -> list[str]:
    """The codes of a trade's reasons."""
    return [reason.code for reason in trade.reasons]
