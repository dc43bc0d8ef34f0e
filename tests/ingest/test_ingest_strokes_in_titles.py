"""Titles of accounts whose parts any kind of stroke keeps apart: each opens an account of its own."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

HEAD = "Symbol,Description,Quantity,Price,Market Value"
PARTS = (
    f'"Rowan Tern{{0}}Roth IRA{{0}}5512-3301",,,,\n{HEAD}\nWLLW,WILLOW ETF,10,100.00,1000.00\nTotal,,,,1000.00\n\n'
    f'"Rowan Tern{{0}}Brokerage{{0}}5512-7719",,,,\n{HEAD}\nONYX,ONYX INDEX ETF,5,50.00,250.00\nTotal,,,,250.00\n'
)


def accounts_in(text: str) -> tuple[StatementAccount, ...]:
    return read_here("titles.csv", text.encode()).accounts


@pytest.mark.parametrize("stroke", ["; ", " ; ", " / ", " | ", "|", " - ", " · "])
def test_two_titles_are_two_accounts_whatever_parts_them(stroke: str) -> None:
    read = [(one.number, one.owner, one.registration, one.stated_total) for one in accounts_in(PARTS.format(stroke))]
    assert read == [
        ("…3301", "Rowan Tern", "roth_ira", D("1000.00")),
        ("…7719", "Rowan Tern", "other", D("250.00")),
    ]


@pytest.mark.parametrize("title", ["Acct #: 5512-7719; Joint; Rowan Tern & Ines Tern", "Joint / 5512-7719 / R Tern"])
def test_the_number_may_stand_in_any_part(title: str) -> None:
    (account,) = accounts_in(f'"{title}"\n{HEAD}\nONYX,ONYX INDEX ETF,5,50.00,250.00\nTotal,,,,250.00\n')
    assert account.number == "…7719" and account.registration == "taxable_joint"


@pytest.mark.parametrize("stroke", ["; ", " - ", " | ", " / "])
def test_a_column_of_whole_titles_tells_the_owners(stroke: str) -> None:
    rows = (("Rowan Tern", "Roth IRA", "5512-3301"), ("Rowan Tern & Ines Tern", "Joint", "5512-7719"))
    lines = [f"{stroke.join(row)},WLLW,WILLOW ETF,10,100.00,1000.00" for row in rows]
    read = accounts_in("\n".join([f"Account,{HEAD}", *lines]))
    assert [(one.number, one.owner, one.registration) for one in read] == [
        ("…3301", "Rowan Tern", "roth_ira"),
        ("…7719", "Rowan Tern & Ines Tern", "taxable_joint"),
    ]


def test_an_address_with_strokes_is_no_account() -> None:
    (account,) = accounts_in(
        f"Alder House / Quillport / 94105-1234\n{HEAD}\nONYX,ONYX INDEX ETF,5,50.00,250.00\nTotal,,,,250.00\n"
    )
    assert account.number == ""
