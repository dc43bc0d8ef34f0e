"""Published lot and holding-period cases come out as published (skipped where the files are not here)."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.domain.lot import Lot
from core.tax.holding_period import term
from core.tax.relief import NotEnoughLots, pick, remaining

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "golden" / "lots"
HOLDING = sorted(FOLDER.glob("hold-*.json"))
PICKING = sorted(FOLDER.glob("lot-beancount-*.json"))
LATE = date(2030, 1, 1)


@pytest.mark.parametrize("path", HOLDING, ids=lambda path: path.stem)
def test_a_published_holding_period(path: Path) -> None:
    case = json.loads(path.read_text())
    days = [date.fromisoformat(case["input"][name]) for name in ("acquired", "sold")]
    assert term(*days) == {"ST": "short", "LT": "long"}[case["expected"]["term"]]


@pytest.mark.parametrize("path", PICKING, ids=lambda path: path.stem)
def test_a_published_selection(path: Path) -> None:
    case = json.loads(path.read_text())
    relief, taken = case["input"]["method"].lower(), []
    lots: Any = [
        Lot(
            f"L{i}", "X", number(e["qty"]), number(e["qty"]) * number(e["unit_cost"]), date.fromisoformat(e["acquired"])
        )
        for i, e in enumerate(case["input"]["lots"])
    ]
    if "error" in case["expected"]:
        with pytest.raises(NotEnoughLots):
            pick(lots, number(case["input"]["sells"][0]), None, LATE, relief)
        return
    for quantity in case["input"]["sells"]:
        picks = pick(lots, number(quantity), None, LATE, relief)
        taken += picks
        lots = remaining(lots, picks, relief)
    wanted = [(e["qty"], number(e["qty"]) * number(e["unit_cost"])) for e in case["expected"]["taken"]]
    assert [(p.quantity, p.cost_basis) for p in taken] == wanted
    left = [(e["qty"], number(e["qty"]) * number(e["unit_cost"])) for e in case["expected"]["remaining"]]
    assert sorted((lot.quantity, lot.cost_basis) for lot in lots) == sorted(left)


@pytest.mark.skipif(not PICKING, reason="the golden files are not here")
def test_published_average_bases() -> None:
    bought = [("2008-02-06", 160, 4000), ("2008-08-07", 240, 4800), ("2008-12-18", 10, 300)]
    lots = [Lot(str(i), "X", Decimal(q), Decimal(b), date.fromisoformat(d)) for i, (d, q, b) in enumerate(bought)]
    picks = pick(lots, Decimal(210), Decimal(32), date(2009, 10, 1), "average")
    assert sum(chosen.cost_basis or 0 for chosen in picks) == Decimal("4660.98")
    pool = [Lot("L", "X", Decimal(300), Decimal(4800), None)]
    assert pick(pool, Decimal(150), None, None, "average")[0].cost_basis == 2400


@pytest.mark.skipif(not PICKING, reason="the golden files are not here")
def test_a_published_gain_and_what_is_left() -> None:
    expected = json.loads((FOLDER / "lot-pp-fifo-1.json").read_text())["expected"]
    bought = [("2010-01-01", "109", "3149.20"), ("2010-03-01", "52", "1684.92"), ("2010-03-01", "32", "959.30")]
    lots = [Lot(str(i), "X", Decimal(q), Decimal(b), date.fromisoformat(d)) for i, (d, q, b) in enumerate(bought)]
    for relief in ("fifo", "average"):
        held = [lot for lot in lots if lot.acquired and lot.acquired <= date(2010, 2, 1)]
        picks = pick(held, Decimal(15), Decimal("531.5") / 15, date(2010, 2, 1), relief)
        assert abs((picks[0].gain or 0) - number(expected[relief]["realized_gain"])) <= Decimal("0.01")
        left = [*remaining(held, picks, relief), *lots[1:]]
        kept = sum(lot.cost_basis or 0 for lot in left)
        assert abs(kept - number(expected[relief]["remaining_cost"])) <= Decimal("0.01")


@pytest.mark.skipif(not PICKING, reason="the golden files are not here")
def test_least_gain_first() -> None:
    case = json.loads((FOLDER / "lot-fava-minimize-gains.json").read_text())
    lots = [
        Lot(
            e["ticker"],
            "X",
            number(e["qty"]),
            number(e["qty"]) * (201 - number(e["price"]) + number(e["unit_cost"])),
            None,
        )
        for e in case["input"]["lots"]
    ]
    picks = pick(lots, Decimal(200), Decimal(201), LATE, "min_tax")
    assert [chosen.lot for chosen in picks] == case["expected"]["order"]


def number(value: Any) -> Decimal:
    return Decimal(str(value))
