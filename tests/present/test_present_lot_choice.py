"""Choosing the lots of a sale: every lot is shown with its day, and what is typed becomes shares by lot."""

from decimal import Decimal

import pytest

from core.domain.errors import BadInput
from core.domain.proposal import Tweak
from core.present.tables.lot_choice import lot_rows, lots_chosen, lots_of_sale
from core.rebalance import rebalance
from core.workflow.case_files import case_file
from core.workflow.desk import Desk
from core.workflow.proposals import draft, tweak

DESK = Desk.sample("advisor")
CASE = case_file(DESK, "H-0001").case
SALE = next(trade for trade in rebalance(CASE, counterfactuals=False).trades if trade.side == "sell")


def test_every_lot_stands_with_its_day_and_what_the_sale_takes() -> None:
    rows = lot_rows(CASE, SALE)
    assert [row["Acquired"] for row in rows] == ["May 11, 2021", "Aug 16, 2023", "Dec 1, 2025"]
    assert [row["Term"] for row in rows] == ["long", "long", "short"]
    assert sum(row["Sell"] for row in rows) == float(SALE.quantity)


def test_what_is_typed_becomes_shares_by_lot_and_a_new_version() -> None:
    rows = lot_rows(CASE, SALE)
    rows[0]["Sell"], rows[1]["Sell"], rows[2]["Sell"] = None, 400, 85.0
    chosen = lots_chosen(rows, lots_of_sale(CASE, SALE))
    assert [number for _, number in chosen] == [Decimal(400), Decimal(85)]
    made = draft(DESK, "H-0001")
    new = tweak(DESK, made.id, 1, Tweak("quantity", *SALE.key, quantity=Decimal(485), lots=chosen))
    sold = next(trade for trade in new.answer.trades if trade.key == SALE.key)
    assert {pick.lot: pick.quantity for pick in sold.lots} == dict(chosen)
    assert all(check.ok for check in new.checks)
    assert new.tweaks[0].lots == chosen


def test_nothing_typed_is_no_choice() -> None:
    rows = [{**row, "Sell": None} for row in lot_rows(CASE, SALE)]
    with pytest.raises(BadInput, match="beside at least one lot"):
        lots_chosen(rows, lots_of_sale(CASE, SALE))
