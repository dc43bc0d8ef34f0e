"""Portfolios under a number with points, a period that begins with `from`, capital that is drawn to date."""

from datetime import date

import pytest

from core.ingest.lexicon.registrations import account_number
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.lines.facts import facts_of
from core.ingest.nouns.events import Fact, Where

HERE = Where(1, None, (0.0, 0.0, 1.0, 1.0))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Portfolio 4417.208.06", "4417.208.06"),
        ("Portfolio 4417.208.06 Reference currency USD", "4417.208.06"),
        ("Portfolio 4417.208.06 currency EUR", "4417.208.06"),
        ("Portfolio 30.09.2026", None),
        ("Portfolio 2026.09.30", None),
        ("Portfolio 4417.20", None),
        ("Portfolio 4417.208.06 was closed", None),
    ],
)
def test_a_portfolio_is_an_account_by_its_number_with_points(text: str, number: str | None) -> None:
    assert account_number(text) == number


def test_a_period_from_a_day_is_surer_than_the_value_on_its_first_day() -> None:
    period = facts_of(["FROM 10/01/2026 THROUGH 10/31/2026"], HERE)
    opening = facts_of(["MARKET VALUE AS OF 10/01/2026"], HERE)
    days = [fact for fact in [*period, *opening] if isinstance(fact, Fact) and fact.kind == "as_of"]
    assert days[0].day == date(2026, 10, 31)
    assert all(days[0].rank >= day.rank for day in days)


def test_what_is_drawn_to_date_is_called() -> None:
    assert role_of("Drawn to date") == "called"
