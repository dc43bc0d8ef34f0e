"""`lots`, `tax`, `bands` and `washsales` from the command line."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from core.cli.door import main


@pytest.fixture
def ask(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("PLUMBLINE_HOME", str(tmp_path / "home"))

    def run(command: str, case: Any, name: str = "case.json") -> Any:
        path = tmp_path / name
        path.write_text(case if isinstance(case, str) else json.dumps(case))
        code = run_apart([command, str(path), "--json"])
        out, error = capfd.readouterr()
        return code, json.loads(out) if out else None, error

    return run


def run_apart(arguments: list[str]) -> int:
    """Run in a process of its own: the door moves the standard output away for good."""
    child = os.fork()
    if child == 0:
        code = main(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


HELD = [
    {"lot": "L1", "symbol": "HERON", "quantity": "100", "acquired": "2019-01-04", "cost_basis": "12345.67"},
    {"lot": "L2", "symbol": "HERON", "quantity": "10", "acquired": "2026-01-05", "cost_basis": "2600.00"},
    {"lot": "L3", "symbol": "EGRET", "quantity": "5", "acquired": "2025-07-01", "cost_basis": "50.00"},
]


def test_lots_are_picked_by_relief_in_the_order_of_the_sales(ask: Any) -> None:
    sell = [
        {"symbol": "EGRET", "quantity": "5", "price": "9.00", "date": "2026-03-03"},
        {"symbol": "HERON", "quantity": "18", "price": "251.10", "date": "2026-03-02"},
    ]
    code, answer, _ = ask("lots", {"lots": HELD, "sell": sell, "relief": "fifo"})
    assert code == 0
    picked = [(p["lot"], p["quantity"], p["cost_basis"], p["gain"], p["term"]) for p in answer["picked"]]
    assert picked == [("L1", "18", "2222.22", "2297.58", "long"), ("L3", "5", "50.00", "-5.00", "short")]
    left = [(entry["lot"], entry["quantity"], entry["cost_basis"]) for entry in answer["remaining"]]
    assert left == [("L1", "82", "10123.45"), ("L2", "10", "2600.00")]


def test_specific_lots_are_named_in_the_sale(ask: Any) -> None:
    for named in (["L2"], [{"lot": "L2", "quantity": "4"}]):
        sell = [{"symbol": "HERON", "quantity": "4", "price": "250", "date": "2026-03-02", "lots": named}]
        code, answer, _ = ask("lots", {"lots": HELD, "sell": sell, "relief": "specific"})
        assert (code, answer["picked"][0]["lot"], answer["picked"][0]["gain"]) == (0, "L2", "-40.00")


def test_too_few_lots_is_a_no_with_nothing_picked(ask: Any) -> None:
    sell = [{"symbol": "EGRET", "quantity": n, "price": "9", "date": "2026-03-02"} for n in ("2", "4")]
    code, answer, _ = ask("lots", {"lots": HELD, "sell": sell, "relief": "lifo"})
    assert (code, answer["picked"], len(answer["remaining"])) == (1, [], 3)
    assert "4 asked for, 3 held" in answer["issues"][0]["message"]


@pytest.mark.parametrize(
    ("case", "says"),
    [
        ("[]", "expected a JSON object"),
        ({"sell": [], "relief": "fifo"}, "lots: missing"),
        ({"lots": HELD, "sell": [], "relief": "fiffo"}, "Did you mean fifo"),
        ({"lots": [HELD[0], HELD[0]], "sell": []}, "two lots are called L1"),
        ({"lots": [{**HELD[0], "quantity": "-3"}], "sell": []}, "lots[0].quantity"),
        ({"lots": HELD, "sell": [{"symbol": "HERON", "quantity": "0", "price": "1"}]}, "sell[0].quantity"),
        ({"lots": HELD, "sell": [{"symbol": "HERON", "quantity": "1", "price": "-1"}]}, "sell[0].price"),
        ({"lots": HELD, "sell": [{"symbol": "HERON", "quantity": "1", "lots": ["L9"]}]}, "L9"),
        ({"lots": HELD, "sell": [{"symbol": "HERON", "quantity": "1", "lots": [3]}]}, "lots[0]"),
        ({"lots": HELD, "sell": [{"symbol": "HERON", "quantity": "1", "date": "today"}]}, "sell[0].date"),
    ],
)
def test_a_wrong_lots_case_is_one_line(ask: Any, case: Any, says: str) -> None:
    code, answer, error = ask("lots", case)
    assert (code, answer) == (2, None)
    assert says in error and len(error.strip().splitlines()) == 1


def test_tax_of_a_year_flat_or_under_taxpayer(ask: Any) -> None:
    payer = {"filing_status": "married_joint", "ordinary_income": "250000", "state_rate": 0.05}
    for case in ({**payer, "long": "2297.58", "year": 2026}, {"taxpayer": payer, "long": "2297.58", "year": "2026"}):
        code, answer, _ = ask("tax", case)
        assert (code, answer["of_gains"]["total"], answer["net_investment"]) == (0, "546.83", "87.31")
        assert answer["by_bracket"][-1] == {"kind": "long_term", "rate": 0.15, "amount": "2297.58", "tax": "344.6370"}
        assert answer["issues"] == []


def test_tax_keeps_the_character_of_what_is_carried_forward(ask: Any) -> None:
    case = {
        "ordinary_income": "90000",
        "short": "-1000",
        "long": "-9000",
        "year": 2025,
        "carryforward": {"short": "500"},
    }
    code, answer, _ = ask("tax", case)
    assert (code, answer["deducted_loss"], answer["carryforward"]) == (
        0,
        "3000.00",
        {"short": "0.00", "long": "7500.00"},
    )


def test_tax_of_a_child_alone_says_what_it_assumed(ask: Any) -> None:
    code, answer, _ = ask("tax", {"filing_status": "child", "long": "5000", "year": 2026})
    assert (code, answer["issues"][0]["code"]) == (0, "child_without_adult")


@pytest.mark.parametrize(
    ("case", "says"),
    [
        ({"long": "5000"}, "year: missing"),
        ({"long": "5000", "year": 2031}, "flat_rates"),
        ({"long": "much", "year": 2026}, "long: 'much' is not a number"),
        ({"filing_status": "joint", "year": 2026}, "taxpayer.filing_status"),
        ({"carryforward": {"short": "-5"}, "year": 2026}, "positive"),
        ({"state_rate": 5, "year": 2026}, "0.05"),
        ("{", "not JSON"),
    ],
)
def test_a_wrong_tax_case_is_one_line(ask: Any, case: Any, says: str) -> None:
    code, answer, error = ask("tax", case)
    assert (code, answer) == (2, None)
    assert says in error and len(error.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("band", "target", "edges", "destination", "goes"),
    [
        ({"kind": "five_25"}, 0.4, (0.35, 0.45), "half_band", [0.375, 0.425]),
        ({"kind": "five_25"}, 0.1, (0.075, 0.125), "target", [0.1, 0.1]),
        ({"kind": "absolute", "width": 0.05}, 0.03, (0, 0.08), "band_edge", [0.0, 0.08]),
        ({"kind": "relative", "width": 0.2}, 0.6, (0.48, 0.72), "half_band", [0.54, 0.66]),
    ],
)
def test_bands(
    ask: Any, band: Any, target: float, edges: tuple[float, float], destination: str, goes: list[float]
) -> None:
    weights = [0.0, 0.95, target, *edges]
    code, answer, _ = ask("bands", {"target": target, "band": band, "weights": weights, "destination": destination})
    assert (code, answer["low"], answer["high"]) == (0, *edges)
    low, high, *inside = answer["weights"]
    assert high == {"weight": 0.95, "outside": True, "destination": goes[1]}
    if edges[0] > 0:
        assert low == {"weight": 0.0, "outside": True, "destination": goes[0]}
    assert [(entry["outside"], entry["destination"]) for entry in inside] == [
        (False, entry["weight"]) for entry in inside
    ]


@pytest.mark.parametrize(
    ("case", "says"),
    [
        ({"band": {}}, "target: missing"),
        ({"target": 1.4}, "target"),
        ({"target": 0.4, "band": {"kind": "absolute"}}, "band.width"),
        ({"target": 0.4, "destination": "middle"}, "destination"),
        ({"target": 0.4, "weights": ["a"]}, "weights[0]"),
    ],
)
def test_a_wrong_bands_case_is_one_line(ask: Any, case: Any, says: str) -> None:
    code, answer, error = ask("bands", case)
    assert (code, answer) == (2, None)
    assert says in error and len(error.strip().splitlines()) == 1


def test_washsales_from_csv_and_json(ask: Any) -> None:
    header = "lot,symbol,quantity,acquired,cost_basis,sold,proceeds,account\n"
    text = header + "A,HERON,10,2025-09-01,200,2026-03-02,150,joint\nB,HERON,10,2026-04-01,140,,,ira\n"
    code, answer, _ = ask("washsales", text, "lots.csv")
    assert (code, answer["disallowed_loss"], answer["permanent_loss"], answer["recognized_gain"]) == (
        0,
        "50.00",
        "50.00",
        "0.00",
    )
    piece = answer["lots"][0]
    assert (piece["lot"], piece["piece"], piece["quantity"], piece["term"], piece["sold"]) == (
        "A",
        1,
        "10",
        "short",
        "2026-03-02",
    )
    rows = [dict(zip(header.strip().split(","), line.split(","), strict=True)) for line in text.splitlines()[1:]]
    assert ask("washsales", rows)[1] == answer
    code, answer, error = ask("washsales", "lot,symbol\nA,B\n", "broken.csv")
    assert (code, answer) == (2, None) and "no column" in error
