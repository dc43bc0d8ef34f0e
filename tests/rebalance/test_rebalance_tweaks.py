"""A person's hand on a line: it is kept, set or forbidden, and the rest is solved again."""

from decimal import Decimal

import pytest
from rebalance_cases import case_of, lines, worked

from core.domain.errors import BadInput
from core.domain.proposal import Tweak
from core.domain.trade import Side
from core.rebalance import check, rebalance, without_trade


def tweaked(*tweaks: Tweak) -> list[tuple[str, str, str, str]]:
    case = case_of(worked())
    proposed = rebalance(case, tweaks, counterfactuals=False)
    assert all(result.ok for result in check(case, proposed.trades))
    return lines(proposed)


def test_a_quantity_is_taken_as_it_is() -> None:
    assert ("joint", "sell", "VTI", "25") in tweaked(Tweak("quantity", "joint", "VTI", "sell", Decimal(25)))


def test_a_lock_keeps_the_line_and_a_drop_forbids_it() -> None:
    lock = Tweak("lock", "joint", "VTI", "sell")
    assert ("joint", "sell", "VTI", "18") in tweaked(lock)
    kept = tweaked(Tweak("quantity", "joint", "VTI", "sell", Decimal(21)), lock)
    assert ("joint", "sell", "VTI", "21") in kept
    assert all(line[2] != "BND" for line in tweaked(Tweak("drop", "joint", "BND", "buy")))


@pytest.mark.parametrize(
    ("side", "symbol", "quantity"),
    [("sell", "VTI", "101"), ("sell", "VTI", "1.5"), ("buy", "BND", "5000"), ("buy", "NONE", "1")],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(side: Side, symbol: str, quantity: str) -> None:
    with pytest.raises(BadInput, match="tweaks"):
        tweaked(Tweak("quantity", "joint", symbol, side, Decimal(quantity)))


def test_one_trade_can_be_left_out_of_a_full_solve() -> None:
    proposed = without_trade(case_of(worked()), "joint", "BND", "buy")
    assert all(trade.symbol != "BND" for trade in proposed.trades)
    assert "us_bond" in {conflict.subject for conflict in proposed.conflicts}


@pytest.mark.parametrize(("symbol", "side"), [("BND", "sell"), ("VTI", "buy")])
def test_a_trade_that_the_proposal_does_not_hold_cannot_be_left_out(symbol: str, side: Side) -> None:
    with pytest.raises(BadInput, match=rf"holds no joint/{symbol}/{side}; its trades: joint/BND/buy, joint/VTI/sell"):
        without_trade(case_of(worked()), "joint", symbol, side)
    with pytest.raises(BadInput, match="none"):
        without_trade(case_of(worked()), "joint", "BND", "buy", (), ())
