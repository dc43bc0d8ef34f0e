"""Our wash sales beside a broker's 1099-B: more than the broker's is expected, less is a question."""

from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.errors import BadInput
from core.tax.broker_form import BrokerLine, read_broker_form, reconcile
from core.tax.wash_rows import LotRow
from core.tax.wash_sales import wash_sales

SOLD = date(2026, 3, 2)
ROWS = (
    LotRow("L1", "HERON", D(100), date(2025, 1, 6), D(5000), SOLD, D(4000), account="joint"),
    LotRow("L2", "HERON", D(40), date(2026, 3, 10), D(1700), account="joint"),
    LotRow("I1", "HERON", D(30), date(2026, 3, 12), D(1300), account="Roth IRA"),
)


@pytest.mark.parametrize(
    ("box", "verdict", "says"),
    [
        ("700", "same", "both disallow $700.00"),
        ("400", "more", "ours disallows $300.00 more"),
        ("900", "less", "a purchase is missing here"),
    ],
)
def test_both_counts_of_a_sale(box: str, verdict: str, says: str) -> None:
    found = reconcile(wash_sales(ROWS), (BrokerLine("heron", SOLD, D(box)),))
    assert [(one.ours, one.verdict) for one in found] == [(D(700), verdict)]
    assert says in found[0].sentence


def test_a_sale_that_the_form_leaves_out_is_there_and_one_that_we_do_not_know_too() -> None:
    found = reconcile(wash_sales(ROWS), (BrokerLine("EGRET", SOLD, D(5)),))
    assert [(one.symbol, one.ours, one.broker, one.verdict) for one in found] == [
        ("EGRET", 0, 5, "less"), ("HERON", 700, 0, "more"),
    ]  # fmt: skip


def test_lines_are_read_from_an_array_or_an_object() -> None:
    line = {"symbol": "HERON", "sold": "2026-03-02", "disallowed": "400.00"}
    assert read_broker_form([line], "form") == read_broker_form({"lines": [line]}, "form")
    with pytest.raises(BadInput, match="array"):
        read_broker_form({"rows": 1}, "form")
