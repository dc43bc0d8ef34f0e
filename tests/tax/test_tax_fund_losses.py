"""26 USC 852(b)(4): dividends of a fund held six months or less make a loss long-term, or take it away."""

from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.lot import LotPick
from core.tax.fund_losses import Dividends, fund_loss, six_months_after
from core.tax.sales import read_sales, sell_lots

BOUGHT = date(2025, 11, 3)


def outcome(
    gain: str, received: Dividends, sold: date = date(2026, 3, 2)
) -> tuple[list[tuple[D | None, str | None]], D]:
    pick = LotPick("L1", D(50), D(1000), D(gain), "short")
    found = fund_loss(pick, D(100), BOUGHT, sold, received)
    return [(part.gain, part.term) for part in found.picks], found.disallowed


def test_the_loss_is_long_to_the_extent_of_capital_gain_dividends_on_the_shares_sold() -> None:
    assert outcome("-300", Dividends(capital_gain=D(240))) == ([(D(-180), "short"), (D(-120), "long")], 0)
    assert outcome("-100", Dividends(capital_gain=D(240))) == ([(D(-100), "long")], 0)


def test_exempt_interest_takes_the_loss_away_first() -> None:
    assert outcome("-300", Dividends(exempt=D(100))) == ([(D(-250), "short")], 50)
    assert outcome("-300", Dividends(D(240), D(100))) == ([(D(-130), "short"), (D(-120), "long")], 50)
    assert outcome("-300", Dividends(exempt=D(9000))) == ([(D(0), "short")], 300)


@pytest.mark.parametrize(("sold", "counts"), [("2026-05-03", True), ("2026-05-04", False)])
def test_six_months_or_less(sold: str, counts: bool) -> None:
    parts, _ = outcome("-300", Dividends(capital_gain=D(240)), date.fromisoformat(sold))
    assert (len(parts) == 2) == counts


@pytest.mark.parametrize(
    ("bought", "last"),
    [
        ("2025-08-31", "2026-02-28"),
        ("2027-08-31", "2028-02-29"),
        ("2025-08-29", "2026-02-28"),
        ("2026-02-28", "2026-08-31"),
        ("2026-04-30", "2026-10-31"),
        ("2026-12-15", "2027-06-15"),
    ],
)
def test_six_months_at_the_ends_of_months(bought: str, last: str) -> None:
    assert six_months_after(date.fromisoformat(bought)) == date.fromisoformat(last)


def test_gains_and_unknown_dates_stay_as_they_are() -> None:
    gain = LotPick("L1", D(1), D(1), D(5), "short")
    assert fund_loss(gain, D(1), BOUGHT, date(2026, 1, 2), Dividends(D(9), D(9))).picks == (gain,)
    loss = LotPick("L1", D(1), D(9), D(-5), None)
    assert fund_loss(loss, D(1), None, date(2026, 1, 2), Dividends(D(9), D(9))).picks == (loss,)


def test_the_lots_command_holds_dividends_against_losses_and_keeps_the_rest_with_what_is_left() -> None:
    lot = {"lot": "L1", "symbol": "FUND", "quantity": "100", "acquired": "2025-11-03", "cost_basis": "2000",
           "capital_gain_dividends": "240", "exempt_dividends": "100"}  # fmt: skip
    sale = {"symbol": "FUND", "quantity": "50", "price": "14", "date": "2026-03-02"}
    sales, unknown = read_sales({"lots": [lot], "sell": [sale], "relief": "fifo"})
    answer = sell_lots(sales)
    assert unknown == ()
    assert [(one.gain, one.term, one.disallowed) for one in answer.picked] == [
        (D("-130.00"), "short", D("50.00")), (D("-120.00"), "long", D(0)),
    ]  # fmt: skip
    left = answer.remaining[0]
    assert (left.capital_gain_dividends, left.exempt_dividends) == (D("120.00"), D("50.00"))
