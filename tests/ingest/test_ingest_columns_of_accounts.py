"""Columns that tell accounts apart, by whatever name: clients, portfolios, sleeves; the surest of several counts."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

FIGURES = (
    "WLLW,WILLOW INDEX ETF,10,100.00,1000.00",
    "ONYX,ONYX INDEX ETF,5,50.00,250.00",
    "WLLW,WILLOW INDEX ETF,7,100.00,700.00",
)


def accounts_of(heads: str, first: str, second: str) -> tuple[StatementAccount, ...]:
    rows = (f"{told},{figures}" for told, figures in zip((first, first, second), FIGURES, strict=True))
    text = "\n".join([f"{heads},Symbol,Description,Quantity,Price,Market Value", *rows])
    return read_here("columns.csv", text.encode()).accounts


@pytest.mark.parametrize(
    "head",
    ["Portfolio Name", "Account Nickname", "Sleeve", "Client", "Client Name", "Account Holder", "Household Member"],
)
def test_a_column_of_names_tells_accounts_apart(head: str) -> None:
    assert [len(one.positions) for one in accounts_of(head, "Rowan Tern", "Ines Hale")] == [2, 1]


def test_names_of_owners_are_kept() -> None:
    assert [one.owner for one in accounts_of("Client Name", "Rowan Tern", "Ines Hale")] == ["Rowan Tern", "Ines Hale"]


@pytest.mark.parametrize(
    "heads",
    [
        "Client ID,Account Number",
        "Plan Number,Account Number",
        "Portfolio ID,Account Number",
        "Client No,Participant ID",
    ],
)
def test_the_number_of_the_account_counts_before_that_of_what_holds_it(heads: str) -> None:
    read = accounts_of(heads, "70011,55123301", "70011,55127719")
    assert [(one.number, len(one.positions)) for one in read] == [("…3301", 2), ("…7719", 1)]


def test_a_nickname_beside_a_number_parts_nothing() -> None:
    read = accounts_of("Account Nickname,Account Number", "Growth,55123301", "Income,55123301")
    assert [one.number for one in read] == ["…3301"]
