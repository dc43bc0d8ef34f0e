"""Lots with more decimals than an order may have: what is sold never exceeds the lots it is sold from."""

from decimal import Decimal

import pytest
from rebalance_cases import account, answer, fund, household, lot, only

ODD = "24.4567893"


@pytest.mark.parametrize("flow", ["-2445.43", "-2445.42", "-2000.00", "-2445.00"])
def test_cash_is_raised_from_a_lot_of_seven_decimals(flow: str) -> None:
    """A sale is cut to the four decimals that its lots can fill, also where cash is rounded up."""
    held = (lot("LOSS", "STOCK", ODD, "2500"), lot("GAIN", "STOCK", "50", "1000"))
    plain = household(
        account("solo", "taxable_individual", "0", *held, cash_flow=flow), weights={"us_equity": 1.0}, width=1.0
    )
    plain["securities"] = [fund("STOCK", "100", "us_equity", fractional=True)]
    proposed = answer(plain)
    (sale,) = only(proposed, "sell")
    assert sum(pick.quantity for pick in sale.lots) == sale.quantity
    assert sale.quantity == round(sale.quantity, 4)
    assert sum(pick.quantity for pick in sale.lots if pick.lot == "LOSS") <= Decimal(ODD)
    assert proposed.cash_after["solo"] >= Decimal("-0.01")
