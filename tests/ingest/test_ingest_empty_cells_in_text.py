"""Text without columns whose rows print fewer figures than heads: one amount is cost or gain by its size."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementLine
from core.ingest.reading import read_here

TOP = "Tern Brokerage\nAccount Number: 7719-4402\n"
FULL = "Quill Harbor Fund QZAB 100.000 12.00 1,200.00"


def second(heads: str, full: str, lone: str) -> StatementLine:
    """The row of a lone amount, below one that is whole."""
    text = (
        f"{TOP}Description Symbol Quantity Price Market Value {heads}\n{FULL} {full}\n"
        f"Ember Bond Fund EMBRX 40.000 10.50 420.00 {lone}\nTotal account value 1,620.00\n"
    )
    (account,) = read_here("copied.txt", text.encode()).accounts
    assert account.status == "proven"
    return account.positions[1]


@pytest.mark.parametrize(
    ("lone", "cost", "gain"),
    [("15.00", None, "15.00"), ("-15.00", None, "-15.00"), ("405.00", "405.00", None)],
)
def test_a_lone_amount_is_the_cost_or_the_gain_by_its_size(lone: str, cost: str | None, gain: str | None) -> None:
    line = second("Cost Gain/Loss", "900.00 300.00", lone)
    assert (line.cost_basis, line.gain) == (cost and D(cost), gain and D(gain))
    assert not line.flagged


def test_a_lone_amount_that_may_be_either_is_neither_and_flagged() -> None:
    line = second("Cost Gain/Loss", "900.00 300.00", "200.00")
    assert (line.cost_basis, line.gain, line.flagged) == (None, None, True)


def test_income_is_not_taken_for_a_cost_that_is_not_there() -> None:
    line = second("Cost Annual Income", "900.00 24.00", "10.00")
    assert (line.cost_basis, line.flagged) == (None, True)


def test_the_cost_of_all_units_is_not_taken_for_that_of_one() -> None:
    assert second("Unit Cost Total Cost", "9.00 900.00", "405.00").cost_basis == D("405.00")
    assert second("Unit Cost Total Cost", "9.00 900.00", "10.125").cost_basis is None
