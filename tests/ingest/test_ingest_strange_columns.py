"""Columns that nothing is known of: where they may tell accounts apart, the rows are not proven as one account."""

import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here

FIGURES = (
    "WLLW,WILLOW INDEX ETF,10,100.00,1000.00",
    "ONYX,ONYX INDEX ETF,5,50.00,250.00",
    "WLLW,WILLOW INDEX ETF,7,100.00,700.00",
)


def read(head: str, entries: tuple[str, str, str], over: str = "", under: str = "") -> Statement:
    rows = (f"{told},{figures}" for told, figures in zip(entries, FIGURES, strict=True))
    text = "\n".join([f"{head},Symbol,Description,Quantity,Price,Market Value", *rows])
    return read_here("columns.csv", f"{over}{text}\n{under}".encode())


@pytest.mark.parametrize("head", ["Wallet", "Goal", "Household", "Bucket"])
def test_a_strange_column_over_whose_entries_a_security_stands_again_is_told(head: str) -> None:
    statement = read(head, ("First", "First", "Second"))
    assert [account.status for account in statement.accounts] == ["unproven"]
    assert any(f"the column {head} may tell accounts apart" in issue.message for issue in statement.issues)


def test_one_that_changes_with_every_row_or_not_at_all_tells_nothing() -> None:
    assert read("Goal", ("First", "First", "First")).accounts[0].status == "proven"
    assert read("Goal", ("First", "Second", "First")).accounts[0].status == "proven"


def test_a_sum_of_all_or_a_number_over_the_table_makes_one_account() -> None:
    entries = ("First", "First", "Second")
    assert read("Goal", entries, under="Total,,,,,1950.00\n").accounts[0].status == "proven"
    assert read("Goal", entries, over="Account Number: 5512-3301\n").accounts[0].status == "proven"


def test_sources_of_money_are_of_one_account() -> None:
    assert read("Source", ("Match", "Match", "Pre-tax")).accounts[0].status == "proven"


def test_what_two_custodians_hold_is_two_accounts() -> None:
    accounts = read("Custodian", ("Alder Trust", "Alder Trust", "Quillport Bank")).accounts
    assert [len(account.positions) for account in accounts] == [2, 1]
