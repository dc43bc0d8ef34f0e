"""Netting within a term, across terms, the yearly limit, and what is carried forward."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.account import Amounts
from core.tax.netting import LOSS_LIMIT, loss_limit, net

dollars = st.decimals(-100_000, 100_000, places=2)
losses = st.decimals(0, 100_000, places=2)


def amounts(short: int, long: int) -> Amounts:
    return Amounts(Decimal(short), Decimal(long))


@pytest.mark.parametrize(
    ("gains", "carried", "net_gains", "deducted", "left"),
    [
        ((500, 700), (0, 0), (500, 700), 0, (0, 0)),
        ((-500, 700), (0, 0), (0, 200), 0, (0, 0)),
        ((700, -500), (0, 0), (200, 0), 0, (0, 0)),
        ((-700, 500), (0, 0), (0, 0), 200, (0, 0)),
        ((-5000, -2000), (0, 0), (0, 0), 3000, (2000, 2000)),
        ((-1000, -5000), (0, 0), (0, 0), 3000, (0, 3000)),
        ((2000, 0), (0, 9000), (0, 0), 3000, (0, 4000)),
        ((4000, 6000), (5000, 1000), (0, 4000), 0, (0, 0)),
    ],
)
def test_netting(
    gains: tuple[int, int], carried: tuple[int, int], net_gains: tuple[int, int], deducted: int, left: tuple[int, int]
) -> None:
    found = net(amounts(*gains), amounts(*carried), LOSS_LIMIT)
    assert (found.short, found.long) == net_gains
    assert (found.deducted, found.carryforward) == (deducted, amounts(*left))


def test_apart_the_limit_is_half() -> None:
    assert loss_limit("married_separate") * 2 == loss_limit("married_joint") == 3000


@given(dollars, dollars, losses, losses)
def test_no_dollar_is_lost(short: Decimal, long: Decimal, carried_short: Decimal, carried_long: Decimal) -> None:
    found = net(Amounts(short, long), Amounts(carried_short, carried_long), LOSS_LIMIT)
    came_in = short + long - carried_short - carried_long
    assert came_in == found.income - found.carryforward.short - found.carryforward.long
    assert min(found.short, found.long, found.deducted, found.carryforward.short, found.carryforward.long) >= 0
    assert found.deducted <= LOSS_LIMIT
    assert found.deducted == 0 or found.short == found.long == 0
