"""A person names the lots of a sale: the solve keeps to them, the rest is solved around it, everything is checked."""

from decimal import Decimal
from typing import Any

import pytest
from rebalance_cases import account, household, lot

from core.domain.errors import BadInput
from core.domain.proposal import Tweak
from core.domain.trade import Proposed, Trade
from core.rebalance import check_answer, read_case, rebalance

KEY = ("joint", "STOCK", "sell")


def case(**policy: Any) -> Any:
    """Stocks stand over their band in two lots of a taxable account, one bought dear and one bought cheap."""
    joint = account(
        "joint", "taxable_joint", "5000", lot("DEAR", "STOCK", "400", "39000", "2023-04-12"),
        lot("CHEAP", "STOCK", "300", "9000", "2020-04-12"), lot("B", "BOND", "500", "25000"),
    )  # fmt: skip
    weights = {"us_equity": 0.5, "us_bond": 0.45, "cash": 0.05}
    found, _ = read_case(household(joint, weights=weights, policy=policy), "case")
    return found


def named(*lots: tuple[str, int], quantity: int | None = None) -> Tweak:
    total = sum(shares for _, shares in lots) if quantity is None else quantity
    return Tweak("quantity", *KEY, quantity=Decimal(total), lots=tuple((one, Decimal(n)) for one, n in lots))


def sale(answer: Proposed) -> Trade:
    return next(trade for trade in answer.trades if trade.key == KEY)


def test_the_lots_named_are_sold_and_no_others() -> None:
    free = sale(rebalance(case()))
    assert [pick.lot for pick in free.lots] == ["DEAR"]
    total = int(free.quantity)
    answer = rebalance(case(), [named(("CHEAP", 100), ("DEAR", total - 100))])
    assert {pick.lot: pick.quantity for pick in sale(answer).lots} == {"CHEAP": 100, "DEAR": total - 100}
    assert all(one.ok for one in check_answer(case(), answer, frozenset({KEY})))
    assert answer.tax.total > rebalance(case()).tax.total


def test_the_reason_says_who_chose_them() -> None:
    total = int(sale(rebalance(case())).quantity)
    reasons = sale(rebalance(case(), [named(("CHEAP", 100), ("DEAR", total - 100))])).reasons
    chosen = next(one for one in reasons if one.code == "lot_choice")
    assert "by a person's choice" in chosen.sentence


def test_a_later_hand_on_the_line_frees_the_lots_again() -> None:
    total = int(sale(rebalance(case())).quantity)
    again = Tweak("quantity", *KEY, quantity=Decimal(total))
    answer = rebalance(case(), [named(("CHEAP", 100), ("DEAR", total - 100)), again])
    assert [pick.lot for pick in sale(answer).lots] == ["DEAR"]


@pytest.mark.parametrize(
    ("lots", "quantity", "said"),
    [
        ((("GONE", 10),), None, "may not be sold"),
        ((("DEAR", 401),), None, "no quantity that can be traded"),
        ((("DEAR", 100),), 90, "add up to 100 shares"),
    ],
)
def test_what_cannot_be_sold_so_is_refused(lots: tuple[tuple[str, int], ...], quantity: int | None, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        rebalance(case(), [named(*lots, quantity=quantity)])


def test_a_standing_order_of_lots_is_not_broken_by_hand() -> None:
    with pytest.raises(BadInput, match="min_tax or specific"):
        rebalance(case(relief="fifo"), [named(("DEAR", 100))])
