"""`work-off`: a concentrated position as a plan over years, from a case file alone."""

import json
from pathlib import Path
from typing import Any

import pytest
from cli_support import run


def heavy(tmp_path: Path) -> str:
    """60,000 of 100,000 in one stock at a gain of 40 a share, long-term."""
    lots = [
        {"id": "S", "symbol": "ONE", "quantity": "600", "cost_basis": "36000", "acquired": "2015-03-02"},
        {"id": "B", "symbol": "BOND", "quantity": "400", "cost_basis": "40000", "acquired": "2015-03-02"},
    ]
    case: dict[str, Any] = {
        "as_of": "2026-03-02",
        "taxpayers": [{"id": "T1", "filing_status": "single", "ordinary_income": "120000"}],
        "accounts": [{"id": "own", "owner": "o", "taxpayer": "T1", "registration": "taxable_individual", "cash": "0",
                      "lots": lots}],
        "securities": [{"symbol": "ONE", "price": "100", "classes": {"us_equity": 1.0}},
                       {"symbol": "BOND", "price": "100", "classes": {"us_bond": 1.0}}],
        "target": {"by": "asset_class", "weights": {"us_equity": 0.6, "us_bond": 0.4}},
    }  # fmt: skip
    path = tmp_path / "heavy.json"
    path.write_text(json.dumps(case))
    return str(path)


def test_each_year_sells_what_its_budget_of_gain_allows(tmp_path: Path) -> None:
    said = run("work-off", heavy(tmp_path), "--symbol", "ONE", "--budget", "6000", "--most", "0.2", "--json")
    plan = said.document
    # 400 shares are above a fifth; 6,000 of gain at 40 a share are 150 of them a year, taxed at 15 %
    assert [one["shares"] for one in plan["years"]] == ["150", "150", "100"]
    assert [one["tax"] for one in plan["years"]] == ["900.00", "900.00", "600.00"]
    assert plan["reached"] and plan["tax"] == "2400.00" and said.code == 0


def test_the_largest_holding_is_meant_where_none_is_named_and_too_few_years_are_a_no(tmp_path: Path) -> None:
    said = run("work-off", heavy(tmp_path), "--budget", "$6,000", "--most", "0.2", "--years", "2", "--json")
    assert said.document["symbol"] == "ONE" and not said.document["reached"] and said.code == 1


@pytest.mark.parametrize(
    "wrong",
    [("--budget", "many"), ("--budget", "-1"), ("--budget", "5", "--symbol", "NONE"), ("--budget", "5", "--most", "2")],
)
def test_what_cannot_be_planned_is_one_line(tmp_path: Path, wrong: tuple[str, ...]) -> None:
    said = run("work-off", heavy(tmp_path), *wrong, "--json")
    assert said.code == 2 and said.out == "" and len(said.err.strip().splitlines()) == 1
