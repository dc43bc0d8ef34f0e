"""People whose names are words for kinds of accounts: nobody's surname makes a Roth IRA, nobody's first name an IRA."""

import pytest

from core.ingest.lexicon.registrations import registration_of
from core.ingest.reading import read_here

ROWS = "Symbol,Description,Quantity,Price,Market Value\nQZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00\n"


@pytest.mark.parametrize("name", ["Philip Roth", "PHILIP ROTH", "Helen M. Roth", "Dr. Simon Roth Jr.", "Ira Calloway"])
def test_names_of_people_are_no_kinds(name: str) -> None:
    assert registration_of(name) is None


@pytest.mark.parametrize(
    "name", ["Ines's Roth", "Roth", "My Roth", "Philip Roth Roth IRA", "Rollover IRA", "Ira Rollover", "IRA CALLOWAY"]
)
def test_kinds_of_accounts_are_kinds(name: str) -> None:
    assert registration_of(name) is not None


@pytest.mark.parametrize(
    "told", ["Account Owner: Philip Roth", "Account Owner,Philip Roth", "Client Name: Philip Roth"]
)
def test_the_owner_tells_no_kind(told: str) -> None:
    text = f"{told}\nAccount Number: 4417-8820\nAccount Type: Individual\n{ROWS}"
    statement = read_here("roth.csv", text.encode())
    (account,) = statement.accounts
    assert (account.owner, account.registration) == ("Philip Roth", "taxable_individual")
    assert not [issue for issue in statement.issues if "registration" in issue.message]


def test_a_name_of_an_account_that_is_a_person() -> None:
    head, row = ROWS.split("\n")[:2]
    text = f"Account Name,Account Number,{head}\nPhilip Roth,4417-8820,{row}\n"
    (account,) = read_here("roth.csv", text.encode()).accounts
    assert account.registration == "other"
