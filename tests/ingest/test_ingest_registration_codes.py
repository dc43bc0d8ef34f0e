"""How an account is registered and whom it belongs to, in the columns of a custodian's file of lots."""

import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here

HEAD = (
    "Acct No,Acct Title,Reg Type,CUSIP,Ticker,Security Description,"
    "Open Date,Open Quantity,Closing Price,Lot Market Value,Lot Cost Basis\n"
)
LOT = "4K118203,IRIS LINDGREN,{},037833100,AAPL,Apple Inc,02/03/2021,10,200.00,2000.00,1400.00\n"


def read(code: str, label: str = "Reg Type") -> Statement:
    return read_here("lots.csv", (HEAD.replace("Reg Type", label) + LOT.format(code)).encode())


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("INDV", "taxable_individual"),
        ("IND", "taxable_individual"),
        ("JTWROS", "taxable_joint"),
        ("TEN/COM", "taxable_joint"),
        ("RIRA", "roth_ira"),
        ("TIRA", "traditional_ira"),
        ("TRAD IRA", "traditional_ira"),
        ("SEP", "sep_ira"),
        ("TRST", "trust_grantor"),
        ("CORP", "other"),
    ],
)
def test_a_code_of_the_registration_is_read(code: str, kind: str) -> None:
    (account,) = read(code).accounts
    assert (account.registration, account.owner, account.status) == (kind, "IRIS LINDGREN", "proven")


def test_a_code_that_is_not_known_is_told_and_proves_nothing() -> None:
    statement = read("QX7")
    (account,) = statement.accounts
    assert (account.registration, account.status) == ("other", "unproven")
    assert sum("QX7 is not known" in issue.message for issue in statement.issues if issue.code == "unread") >= 1


@pytest.mark.parametrize("label", ["Registration", "Registration Code", "Account Type", "Acct Reg"])
def test_codes_are_read_and_doubted_in_every_column_of_registrations(label: str) -> None:
    assert [read(code, label).accounts[0].registration for code in ("INDV", "RIRA", "TIRA")] == [
        "taxable_individual",
        "roth_ira",
        "traditional_ira",
    ]
    assert read("QX7", label).accounts[0].status == "unproven"


@pytest.mark.parametrize("code", ["CASH", "MARGIN", "Brokerage", "2"])
def test_what_tells_only_how_an_account_is_run_is_no_code_of_its_registration(code: str) -> None:
    (account,) = read(code, "Account Type").accounts
    assert (account.registration, account.status) == ("other", "proven")


def test_the_owner_is_the_title_of_the_account_beside_its_kind() -> None:
    (account,) = read("Individual").accounts
    assert account.owner == "IRIS LINDGREN"
