"""The order list: every order once, lots named, numbers bare, text inert, a checksum at the end."""

import csv
import io
from dataclasses import replace
from decimal import Decimal as D

import document_samples as samples
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.document import checksum_holds, order_list
from core.document.orders import inert
from core.domain.account import AccountCard
from core.domain.errors import NotAllowed
from core.domain.household import Household


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"))))


def orders(data: bytes) -> list[dict[str, str]]:
    return [row for row in rows(data) if row["order"].startswith("P-")]


def hostile(title: str) -> Household:
    cards = (AccountCard("joint", title, "…0935", '=cmd|"/c calc"!A1'), AccountCard("roth", "-2+3", "@SUM(A1)", "+1"))
    return replace(samples.household(), cards=cards)


def test_every_trade_is_one_order_with_account_custodian_and_lots() -> None:
    first, _, roth, _ = orders(order_list(samples.proposal(), samples.household()))
    assert first == {
        "order": "P-2026-0117-v3-001", "account": "Joint …0935", "custodian": "Harborlight Brokerage", "side": "SELL",
        "symbol": "VTI", "quantity": "120", "order_type": "MARKET", "time_in_force": "DAY", "lot_method": "SPECIFIC",
        "lots": "V-2: 20 acquired 2026-03-02 | V-1: 100 acquired 2018-01-04", "price": "251.10",
        "estimated_amount": "30132.00", "estimated_gain": "9902.00",
    }  # fmt: skip
    assert (roth["account"], roth["lots"], roth["estimated_gain"]) == ("Roth IRA …8102", "R-1: 40 acquired unknown", "")


def test_sales_stand_before_the_purchases_they_pay_for() -> None:
    assert [row["side"] for row in orders(order_list(samples.proposal(), samples.household()))] == [
        *["SELL"] * 3,
        "BUY",
    ]


def test_totals_are_the_sums_of_the_orders() -> None:
    data = order_list(samples.large(), samples.household())
    for side in ("SELL", "BUY"):
        its = [row for row in orders(data) if row["side"] == side]
        total = next(row for row in rows(data) if row["order"] == f"TOTAL {side}")
        assert D(total["estimated_amount"]) == sum(D(row["estimated_amount"]) for row in its)
        assert D(total["quantity"]) == sum(D(row["quantity"]) for row in its)


def test_the_checksum_holds_and_one_changed_byte_breaks_it() -> None:
    data = order_list(samples.proposal(), samples.household())
    assert checksum_holds(data)
    assert not checksum_holds(data.replace(b"30132.00", b"30132.01"))
    assert not checksum_holds(b"nothing here")


def test_it_is_the_same_list_each_time_and_names_the_label_of_its_prices() -> None:
    data = order_list(samples.proposal(), samples.household())
    assert data == order_list(samples.proposal(), samples.household())
    assert next(row for row in rows(data) if row["order"] == "PRICES")["account"].startswith("simulated")


@pytest.mark.parametrize("state", ["draft", "submitted", "returned", "rejected", "void"])
def test_only_an_approved_proposal_gives_orders(state: str) -> None:
    with pytest.raises(NotAllowed, match=state):
        order_list(replace(samples.proposal(), state=state), samples.household())


def test_without_trades_the_list_is_empty_but_whole() -> None:
    data = order_list(samples.no_action(), samples.household())
    assert orders(data) == [] and checksum_holds(data)


def test_cells_that_a_spreadsheet_would_run_are_inert_and_numbers_stay_numbers() -> None:
    data = order_list(samples.proposal(), hostile("=1+1"))
    first, second, *_ = orders(data)
    assert first["account"] == "'=1+1 …0935"
    assert first["custodian"] == '\'=cmd|"/c calc"!A1'
    assert second["estimated_gain"] == "-279.38"
    assert orders(data)[2]["account"] == "'-2+3 @SUM(A1)"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_text_begins_a_formula_or_a_line(text: str) -> None:
    assert not inert(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    data = order_list(samples.proposal(), hostile(text))
    assert len(data.split(b"\r\n")) == len(rows(data)) + 2
    assert len(orders(data)) == len(samples.TRADES)
    assert checksum_holds(data)
