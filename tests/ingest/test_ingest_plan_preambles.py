"""What stands over the tables of a plan's file: its number, the person, the day; and what tells none of these."""

from datetime import date

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.registrations import registration_of
from core.ingest.reading import read_here

HEADS = "Asset Class,Investment Option,Ticker,Units,Unit Price,Balance\n"
ROWS = "Large Cap,WILLOW INDEX FUND,QZABX,10.0000,$20.0000,$200.00\nBond,ONYX BOND FUND,QZCDX,5.0000,$10.0000,$50.00\n"
TOTAL = "Total,,,,,$250.00\n"
LOANS = "\nLoans\nLoan Number,Outstanding Principal,Payment Amount,Maturity Date\n1,$90.75,$14.66,06/30/2029\n"


def read(over: str, rows: str = ROWS, under: str = "") -> StatementAccount:
    text = f"Tarn Retirement\n{over}\n{HEADS}{rows}{TOTAL}{under}"
    (account,) = read_here("plan.csv", text.encode()).accounts
    return account


def test_the_number_of_the_one_plan_is_that_of_the_account_and_a_social_security_number_is_not() -> None:
    person = "Plan Name,TARN WORKS 401(K) PLAN\nPlan Number,425489\nParticipant,ROWAN B TERN\nParticipant ID,{}\n"
    assert read(person.format("XXX-XX-1838")).number == "…5489"
    assert read(person.format("77481838")).number == "…1838"


def test_the_day_on_which_a_loan_is_paid_back_is_not_that_of_the_file() -> None:
    account = read("Effective Date,09/30/2026\n", under=LOANS)
    assert (account.as_of, account.status) == (date(2026, 9, 30), "proven")
    assert read("Plan Number,425489\n", under=LOANS).as_of is None


def test_a_day_that_is_told_as_the_one_of_the_values_counts_before_one_that_is_effective() -> None:
    assert read("Effective Date,09/30/2026\nData as of,08/31/2026\n").as_of == date(2026, 8, 31)


@pytest.mark.parametrize(
    ("over", "owner"),
    [("Rowan B Tern", "Rowan B Tern"), ("Your plan advisor\nRowan B Tern", ""), ("Tarn Retirement Balances", "")],
)
def test_a_name_alone_over_the_tables_is_the_owner(over: str, owner: str) -> None:
    assert read(f"As of June 30, 2026\n{over}\nTarn State University 403(b) Plan\n").owner == owner


def test_the_contract_of_each_row_is_the_account_and_no_symbol_is_taken_from_the_name_of_an_annuity() -> None:
    text = (
        f"Contract,{HEADS}K3754988,Guaranteed,Tarn Traditional Annuity (GRA),--,--,--,$100.00\n"
        "K3754988,Equities,Tarn Stock Account R3,QTARNX,2.0000,$75.0000,$150.00\nTotal,,,,,,$250.00\n"
    )
    (account,) = read_here("annuity.csv", text.encode()).accounts
    assert account.number == "…4988"
    assert [(line.symbol, line.asset_type) for line in account.positions] == [
        (None, "annuity"),
        ("QTARNX", "mutual_fund"),
    ]


def test_the_code_of_an_option_beside_its_terms_is_no_account() -> None:
    text = (
        "Contract,Description,Strike,Expiration,Quantity,Price,Value\n"
        "QZAB270115C00055000,QUILL JAN 2027 55 CALL,55.00,01/15/2027,2,1.50,300.00\nTotal,,,,,,300.00\n"
    )
    assert [account.number for account in read_here("options.csv", text.encode()).accounts] == [""]


@pytest.mark.parametrize("title", ["Testamentary Trust", "Trust u/w of Rowan Tern", "Tern Charitable Remainder Trust"])
def test_a_trust_that_a_will_or_a_charity_makes_is_taxed_by_itself(title: str) -> None:
    assert registration_of(title) == "trust_nongrantor"
