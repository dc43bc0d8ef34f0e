"""From which day a sale is long-term."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.lot import Lot
from core.tax.holding_period import days_to_long, long_from, lot_term, term

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("bought", "first_long"),
    [
        ("2025-02-01", "2026-02-02"),
        ("2023-02-28", "2024-03-01"),
        ("2024-02-29", "2025-03-01"),
        ("2024-02-28", "2025-03-01"),
        ("2023-04-30", "2024-05-01"),
        ("2023-12-31", "2025-01-01"),
        ("2023-07-15", "2024-07-16"),
        ("2023-03-31", "2024-04-01"),
        ("2024-02-01", "2025-02-02"),
    ],
)
def test_the_first_long_term_day(bought: str, first_long: str) -> None:
    start, first = date.fromisoformat(bought), date.fromisoformat(first_long)
    assert long_from(start) == first
    assert (term(start, first - DAY), term(start, first)) == ("short", "long")


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_long_is_always_more_than_a_year_and_never_long_before_it(start: date) -> None:
    assert timedelta(days=366) <= long_from(start) - start <= timedelta(days=368)
    assert long_from(start) <= long_from(start + DAY)


def test_inherited_is_long_at_once_and_a_gift_carries_the_donors_period() -> None:
    bought = date(2026, 2, 1)
    inherited = Lot("L1", "KESTREL", Decimal(10), Decimal(100), bought, origin="inheritance")
    gift = Lot("L2", "KESTREL", Decimal(10), Decimal(100), bought, holding_start=date(2019, 5, 5), origin="gift")
    plain = Lot("L3", "KESTREL", Decimal(10), Decimal(100), bought)
    sold = date(2026, 3, 1)
    assert [lot_term(lot, sold) for lot in (inherited, gift, plain)] == ["long", "long", "short"]
    assert [days_to_long(lot, sold) for lot in (inherited, gift, plain)] == [0, 0, (date(2027, 2, 2) - sold).days]


def test_an_unknown_start_has_no_term() -> None:
    lot = Lot("L1", "KESTREL", Decimal(10), None, None)
    assert lot_term(lot, date(2026, 3, 1)) is None
    assert days_to_long(lot, date(2026, 3, 1)) is None
