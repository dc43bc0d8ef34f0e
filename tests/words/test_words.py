"""The one way in which numbers, dates and sentences are written."""

import string
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import words
from core.domain.bands import BandRule
from core.words.band_rules import width


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1234.5", "$1,234.50"),
        (Decimal("-17257.52"), "−$17,257.52"),
        (0, "$0.00"),
        (Decimal("-0.004"), "$0.00"),
        (Decimal("0.005"), "$0.01"),
        (2.675, "$2.68"),
        (None, "–"),
        (float("nan"), "–"),
        ("n/a", "–"),
        (Decimal("12345678901234567890123456789012.345"), "$12,345,678,901,234,567,890,123,456,789,012.35"),
    ],
)
def test_dollars_have_cents_thousands_and_a_true_minus(value: words.Number, text: str) -> None:
    assert words.dollars(value) == text


def test_differences_always_carry_a_sign_and_zero_carries_none() -> None:
    assert [words.signed_dollars(v) for v in ("4210", "-1042", "0")] == ["+$4,210.00", "−$1,042.00", "$0.00"]
    assert words.signed_dollars("5180.4", 0) == "+$5,180"
    assert [words.bands(v) for v in (0.4, -1.04, 0.0, -0.001)] == ["+0.40", "−1.04", "0.00", "0.00"]
    assert [words.points(v) for v in (0.032, -0.0005, None)] == ["+3.2 pts", "−0.1 pts", "–"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (84_600_000, "$84.6M"), (-1_940_000, "−$1.9M"), (950_000, "$950k"), (999, "$999"), (999_600, "$1.0M"),
        (999_960_000, "$1.0B"), (1_000, "$1k"), (999.6, "$1k"), (18_300_000_000_000, "$18.3T"), (0, "$0"), (None, "–"),
    ],
)  # fmt: skip
def test_large_dollars_shrink_to_one_glance(value: words.Number, text: str) -> None:
    assert words.compact_dollars(value) == text


def test_weights_have_one_decimal_and_percent_a_unit() -> None:
    assert words.weight(0.4612) == "46.1"
    assert words.percent(0.4612) == "46.1%"
    assert words.percent(0.05, 0) == "5%"


def test_shares_show_the_decimals_they_have() -> None:
    quantities = ("120.000", "1234.5670", "1E+3", "-5", None)
    assert [words.shares(q) for q in quantities] == ["120", "1,234.567", "1,000", "−5", "–"]


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4))
def test_no_text_ever_holds_a_hyphen_or_a_negative_zero(value: Decimal) -> None:
    for text in (words.dollars(value), words.signed_dollars(value), words.shares(value), words.bands(value)):
        assert "-" not in text
        assert text.startswith("−") <= any(digit in text for digit in "123456789")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=2))
def test_dollars_read_back_to_the_same_amount(value: Decimal) -> None:
    assert Decimal(words.dollars(value).replace("−", "-").replace("$", "").replace(",", "")) == value


def test_dates_are_written_one_way_and_moments_in_utc() -> None:
    assert words.day(date(2026, 11, 20)) == "Nov 20, 2026"
    assert words.short_day(date(2026, 12, 2)) == "Dec 2"
    assert words.long_day(date(2026, 11, 20)) == "Friday, Nov 20, 2026"
    eastern = timezone(timedelta(hours=-5))
    assert words.moment(datetime(2026, 11, 20, 20, 41, 7, tzinfo=eastern)) == "Nov 21, 2026, 01:41:07 UTC"
    assert words.moment(datetime(2026, 11, 20, 9, 5, tzinfo=UTC)) == "Nov 20, 2026, 09:05:00 UTC"
    assert (words.day(None), words.age(5), words.age(None)) == ("–", "5 d", "–")


def test_counts_and_lists_read_like_sentences() -> None:
    assert [words.count(n, "trade") for n in (0, 1, 2, 22)] == ["no trades", "one trade", "2 trades", "22 trades"]
    assert [words.count(n, "trade", begin=True) for n in (0, 1, 4, 1300)] == [
        "No trades", "One trade", "Four trades", "1,300 trades",
    ]  # fmt: skip
    assert words.count(3, "class") == "3 classes"
    assert words.count(2, "person", "people") == "2 people"
    assert [words.plural(noun) for noun in ("security", "loss", "day")] == ["securities", "losses", "days"]
    assert [words.listing(list("abc")[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert words.listing(["a", "b"], "or") == "a or b"
    assert [words.possessive(name) for name in ("Moreau", "Reeves")] == ["Moreau's", "Reeves'"]
    assert words.start("uS equity") == "US equity"


def test_any_text_becomes_one_safe_line() -> None:
    assert words.one_line("Anna\r\n\tLindqvist\x00 \u202egnihton\u202c") == "Anna Lindqvist gnihton"
    assert words.one_line("<script>$HOME</script> 🙂") == "<script>$HOME</script> 🙂"
    assert words.shorten("Hollingsworth", 6) == "Holli…"


@given(st.text())
def test_one_line_keeps_letters_and_loses_line_breaks(text: str) -> None:
    line = words.one_line(text)
    assert line == line.strip()
    assert not set(line) & set("\n\r\t\x0b\x0c\u2028\u2029\u202e")
    assert [ch for ch in line if ch in string.ascii_letters] == [ch for ch in text if ch in string.ascii_letters]


def test_ids_in_a_sentence_are_put_as_titles_but_words_and_longer_ids_stay() -> None:
    titles = {"moreau-ira": "IRA …7036", "moreau-ira-2": "SEP IRA …7041", "joint": "Joint …0935"}
    said = "moreau-ira-2 buys what moreau-ira, a joint account, sells of lot moreau-ira-01."
    assert words.with_titles(said, titles) == (
        "SEP IRA …7041 buys what IRA …7036, a joint account, sells of lot moreau-ira-01."
    )
    assert words.with_titles("as it is", {}) == "as it is"


def test_a_number_of_numpy_is_a_number() -> None:
    assert words.percent(np.float64(0.4123)) == "41.2%"


def test_a_limit_is_written_as_people_set_it() -> None:
    """Round limits have one place, whatever the unit; a finer one keeps its second."""
    six_month_loss = BandRule("limit", high=0.10)
    assert width(six_month_loss, "fraction") == width(six_month_loss, "annual fraction") == "up to 10.0%"
    assert width(BandRule("limit", high=0.0125), "fraction") == "up to 1.25%"
