"""Numbers, dates and identifiers as statements print them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.ingest.lexicon.amounts import is_blank, is_broken, read_amount, uses_decimal_comma
from core.ingest.lexicon.dates import from_excel, is_date, read_as_of, read_date
from core.ingest.lexicon.identifiers import cusip_ok, isin_ok, labelled, masked, symbol_in
from core.ingest.lexicon.registrations import account_number, registration_of
from core.ingest.lexicon.sections import is_section_heading, total_name
from core.ingest.lexicon.vocabulary import cut_labels, role_of
from core.ingest.lines.facts import total_rank


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("$1,234.50", "1234.50"), ("(12.00)", "-12.00"), ("12.00-", "-12.00"), ("−3", "-3"), ("203.15A", "203.15"),
        ("$-1,011.12", "-1011.12"), ("($1,234.00)", "-1234.00"), ("8,247.50t", "8247.50"), ("-.05", "-0.05"),
        ("CHF 90.32", "90.32"), ("1,015.328", "1015.328"), ("100.00 DR", "-100.00"), ("+$75,000.00", "75000.00"),
    ],
)  # fmt: skip
def test_a_printed_amount_is_read_exactly(printed: str, value: str) -> None:
    found = read_amount(printed)
    assert found is not None and str(found.value) == value


@pytest.mark.parametrize(
    "printed", ["1/100TH", "88,0853.95", "(91.80", "A", "03/04/2020", "111-111111", "", "5K", "=1+1"]
)
def test_what_is_no_well_formed_amount_is_not_a_number(printed: str) -> None:
    assert read_amount(printed) is None


def test_a_wrongly_grouped_amount_is_known_as_broken() -> None:
    assert is_broken("$88,0853.95") and not is_broken("$88,085.95")


@settings(max_examples=60)
@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_any_amount_survives_printing(number: Decimal) -> None:
    sign, text = ("-" if number < 0 else ""), f"{abs(number):,.2f}"
    for printed in (f"{sign}${text}", f"(${text})" if number < 0 else f"${text}", f"{text}{sign}"):
        found = read_amount(printed)
        assert found is not None and found.value == number


def test_decimal_commas_are_told_by_counting() -> None:
    assert uses_decimal_comma(["313,00", "20345,00", "65"]) and not uses_decimal_comma(["1,250", "3.50", "1,000.00"])
    found = read_amount("1.234,50", decimal_comma=True)
    assert found is not None and found.value == Decimal("1234.50")


def test_words_for_nothing_are_blank() -> None:
    assert all(is_blank(text) for text in ("N/A", "unknown", "—", "--", "not applicable"))


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("July 1 – July 31, 2015", date(2015, 7, 31)), ("August 1 - 31, 2023", date(2023, 8, 31)),
        ("as of 02:45 AM ET, 08/25/2020", date(2020, 8, 25)), ("Statement Date: January 31, 2023", date(2023, 1, 31)),
        ("Q1 2023 (January 1 - March 31, 2023)", date(2023, 3, 31)), ("Date: 26.01.2025", date(2025, 1, 26)),
    ],
)  # fmt: skip
def test_the_day_of_a_statement_is_the_end_of_its_period(printed: str, day: date) -> None:
    assert read_as_of(printed) == day


def test_dates_are_read_in_their_forms() -> None:
    assert read_date("11/30/20") == date(2020, 11, 30) and read_date("3-Mar-21") == date(2021, 3, 3)
    assert is_date("Feb 3, 20") and not is_date("13/45/2020")
    assert from_excel(44197) == date(2021, 1, 1)


def test_check_digits_are_checked() -> None:
    assert cusip_ok("037833100") and not cusip_ok("037833101")
    assert isin_ok("US0378331005") and not isin_ok("US0378331006")


def test_identifiers_are_found_in_the_text() -> None:
    assert labelled("CUSIP: 3136FPEX1 Int. Semi-Annually") == {"cusip": "3136FPEX1"}
    assert symbol_in("PEBBLE BEACON (PEBL)") == "PEBL" and symbol_in("INCOME (EAI)") is None


def test_an_account_number_keeps_its_last_four_only() -> None:
    assert masked("111-110935") == "…0935" and masked("") == ""
    assert account_number("Account Number: INV-987654321") == "INV-987654321"
    assert account_number("Trans. from account 222-222222") is None
    assert account_number("Account Value: $103,351.18") is None


def test_registrations_are_told_from_words() -> None:
    kinds = {"Individual - TOD": "taxable_individual", "Roth IRA": "roth_ira", "JTWROS": "taxable_joint",
             "Cobalt 401(k) Plan": "401k", "Education Account": "529", "Ruiz Irrevocable Trust": "trust_nongrantor",
             "UTMA": "utma", "Inherited IRA": "inherited_ira", "SEP IRA": "sep_ira"}  # fmt: skip
    assert {text: registration_of(text) for text in kinds} == kinds


def test_headers_get_their_meaning() -> None:
    meant = {
        "Price Per Unit": "price",
        "Ending Market Value Accrued Interest (AI)": "value",
        "Total Cost Basis": "cost",
        "Beginning Market Value": "other",
        "Qty (Quantity)": "quantity",
        "Cost/Share": "unit_cost",
        "% of Account": "other",
        "Unrealized Gain/(Loss)($)": "gain",
        "Symbol/CUSIP": "identifier",
    }
    assert {label: role_of(label) for label in meant} == meant
    assert cut_labels(["Quantity", "Market", "Value", "Cost", "Basis"]) == [0, 1, 3]


def test_headings_and_totals_are_told_apart() -> None:
    assert is_section_heading("Exchange Traded Products") and not is_section_heading("Apple Inc")
    assert total_name("Total Core Account (3% of account holdings)") == "Core Account"
    assert total_name("Account Total") == "" and total_name("TOTALENERGIES SE") is None
    assert total_rank("Ending Account Value") > total_rank("Total Value") > 0
