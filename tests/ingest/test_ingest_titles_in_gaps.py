"""A cell over the holdings of each account that holds its number, its owner and its kind, wide gaps between them."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

HEADS = "Symbol,Description,Quantity,Price,Market Value\n"
FIRST = "QZAB,QUILL CORP,10,20.00,200.00\nTotal,,,,200.00\n"
SECOND = "QZCD,ONYX FUND,5,10.00,50.00\nTotal,,,,50.00\n"
OTHER = "3017-7235   Odile Farrow   Roth IRA\n"


def read(title: str) -> tuple[StatementAccount, ...]:
    text = f"Tarn Holdings\n{title}\n{HEADS}{FIRST}\n{OTHER}{HEADS}{SECOND}"
    return read_here("client.csv", text.encode()).accounts


@pytest.mark.parametrize(
    ("title", "owner", "kind"),
    [
        ("1904-9502   ODILE FARROW & RUNE FARROW   JT TEN WROS", "ODILE FARROW & RUNE FARROW", "taxable_joint"),
        ("1904-9502   Odile Farrow and Rune Farrow   Community Property", "Odile Farrow and Rune Farrow",
         "taxable_joint"),
        ("1904-9502   FARROW IRREVOCABLE TRUST   Trust", "FARROW IRREVOCABLE TRUST", "trust_nongrantor"),
    ],
)  # fmt: skip
def test_the_number_opens_an_account_of_that_owner_and_kind(title: str, owner: str, kind: str) -> None:
    one, other = read(title)
    assert (one.number, one.owner, one.registration, one.status) == ("…9502", owner, kind, "proven")
    assert (other.number, other.owner, other.registration) == ("…7235", "Odile Farrow", "roth_ira")
    assert [line.market_value for account in (one, other) for line in account.positions] == [D(200), D(50)]


def test_a_day_or_an_amount_in_front_of_a_kind_of_account_opens_none() -> None:
    for front in ("2026-06-30", "12345678.50"):
        assert "…9502" not in [account.number for account in read(f"{front}   Odile Farrow   Individual")]


def test_a_title_behind_a_list_of_accounts_opens_its_account() -> None:
    listed = "Account #,Registration Name,Account Type,Total Value\n1904-9502,Odile Farrow,Individual,200.00\n"
    listed += "3017-7235,Odile Farrow,Roth IRA,50.00\nTotal,,,250.00\n\n"
    title = "1904-9502   Odile Farrow   Individual,,,,\n"
    text = f"{listed}Client Holdings,,,,\n\n{title}{HEADS}{FIRST}\n{OTHER}{HEADS}{SECOND}"
    one, other = read_here("client.csv", text.encode()).accounts
    assert [(account.number, account.status) for account in (one, other)] == [("…9502", "proven"), ("…7235", "proven")]
