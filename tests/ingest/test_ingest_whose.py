"""What nothing but a person can settle of an account is said: a fact not read, told twice, or at odds with another."""

from dataclasses import replace
from decimal import Decimal as D

import pytest

from core.domain.frozen_map import FrozenMap
from core.domain.statement import Source, StatementAccount
from core.ingest import findings
from core.ingest.owners.whose import doubts_of, facts_in_doubt
from core.ingest.reading import read_here
from core.workflow import statements
from core.workflow.correcting import correct
from core.workflow.desk import Desk

HOLDINGS = """
Positions as of June 30, 2026
Symbol,Description,Quantity,Price,Market Value
QZAB,Harbor Quill Holdings Inc,100,12.50,"1,250.00"
Total account value,,,,"1,250.00"
"""


def read(head: str) -> StatementAccount:
    (account,) = read_here("paper.csv", f"{head}{HOLDINGS}".encode()).accounts
    return account


def on_page(account: StatementAccount) -> StatementAccount:
    """The account as a page would tell it."""
    return replace(account, positions=tuple(replace(line, source=Source(page=1)) for line in account.positions))


WHOLE = "Account number: 5511-2233\nAccount owner: Maren Quill\nAccount type: Individual\n"


def test_an_account_of_which_everything_is_told_is_not_in_doubt() -> None:
    account = read(WHOLE)
    assert account.status == "proven" and (account.owner, account.registration) == (
        "Maren Quill", "taxable_individual",
    )  # fmt: skip
    assert doubts_of(account) == [] and not facts_in_doubt(account)


def test_what_is_not_read_is_said_in_one_note_and_takes_no_proof_away() -> None:
    account = read("Account number: 5511-2233\n")
    assert account.status == "proven" and facts_in_doubt(account) == {"owner", "registration"}
    (note,) = [issue for issue in findings(account) if issue.code == "not_read"]
    assert (note.severity, note.message) == ("note", "not printed, or not read: owner, registration")


def test_an_owner_and_a_registration_that_are_told_twice_are_compared_by_a_person() -> None:
    account = read(f"{WHOLE}Account owner: Odalys Fenwick\nAccount type: Roth IRA\n")
    assert account.doubts == FrozenMap({"owner": "Odalys Fenwick", "registration": "Roth IRA"})
    told = [issue.message for issue in findings(account) if issue.code == "facts"]
    assert told == [
        "the owner may be Odalys Fenwick as well; compare with the file",
        "the registration may be Roth IRA as well; compare with the file",
    ]


def test_the_same_owner_in_other_letters_and_a_bare_ira_are_no_second_word() -> None:
    twice = "Account owner: MAREN QUILL\nAccount type: IRA\nAccount type: Roth IRA\n"
    account = read(f"Account number: 5511-2233\nAccount owner: Maren Quill\n{twice}")
    assert account.registration == "roth_ira" and not facts_in_doubt(account)


@pytest.mark.parametrize(
    ("owner", "registration", "fits"),
    [("Maren Quill & Tobias Hale", "taxable_joint", True), ("Maren Quill and Tobias Hale", "taxable_individual", False),
     ("Maren Quill & Tobias Hale", "roth_ira", False), ("Maren Quill", "taxable_joint", False),
     ("Quill Family Trust", "trust_grantor", True), ("Quill Family Trust", "taxable_individual", False),
     ("Maren Quill & Tobias Hale TTEES", "trust_grantor", True), ("Maren Quill", "trust_grantor", False),
     ("Quill Family Trust", "inherited_ira", True), ("Quill Family Trust", "sep_ira", False),
     ("Maren Quill", "utma", True)],
)  # fmt: skip
def test_an_owner_whom_the_registration_does_not_fit_is_compared_by_a_person(
    owner: str, registration: str, fits: bool
) -> None:
    account = on_page(replace(read(WHOLE), owner=owner, registration=registration))  # type: ignore[arg-type]
    assert facts_in_doubt(account) == (frozenset() if fits else {"owner", "registration"})


def test_what_a_person_typed_is_in_doubt_no_more() -> None:
    desk = Desk.sample("advisor")
    head = f"{WHOLE}Account owner: Odalys Fenwick\n"
    taken = statements.upload(desk, "paper.csv", f"{head}{HOLDINGS}".encode())
    assert any(issue.code == "facts" for issue in taken.statement.issues)
    changed = correct(desk, taken.id, taken.version, 0, -1, {"owner": "Odalys Fenwick"}, "as the client says")
    (account,) = changed.statement.accounts
    assert account.owner == "Odalys Fenwick" and not account.doubts
    assert not any(issue.code == "facts" for issue in changed.statement.issues)


def test_the_columns_of_a_file_tell_one_client_for_a_trust_or_for_two() -> None:
    for registration in ("trust_grantor", "taxable_joint"):
        account = replace(read(WHOLE), registration=registration)  # type: ignore[arg-type]
        assert not facts_in_doubt(account) and facts_in_doubt(on_page(account)) == {"owner", "registration"}


def test_of_an_account_that_holds_nothing_but_cash_it_is_said_too() -> None:
    cash = replace(read(WHOLE), positions=(), cash=D(1250), owner="")
    assert facts_in_doubt(cash) == {"owner"}
    assert not facts_in_doubt(replace(cash, cash=None))
