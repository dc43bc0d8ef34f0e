"""Outlines of a household: accounts with their sums, positions set in below them, and lots below those."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.reading import read_here

HEADS = (
    "Holding Account / Position,Direct Owner,Account #,Ticker,Trade Date,Units,Price (USD),Value (USD),"
    "Cost Basis (USD),Total Commitments (USD),Total Contributions (USD),Unfunded Commitments (USD)\n"
)
FIRST = (
    "    Tern Family Revocable Trust (x1254),Tern Family Revocable Trust,8182-1254,,,,,{first},300.00,,,\n"
    "        Quill Corporation,,,QZAB,,30,10.00,300.00,150.00,,,\n"
    "            Quill Corporation,,,QZAB,2019-01-21,10,10.00,100.00,60.00,,,\n"
    "            Quill Corporation,,,QZAB,2020-04-02,20,10.00,200.00,90.00,,,\n"
    "        Onyx Ventures II LP,,,,,,,900.00,150.00,500.00,150.00,350.00\n"
)
SECOND = (
    "    Rowan Tern Roth IRA (x4599),Rowan Tern,5133-4599,,,,,500.00,250.00,,,\n"
    "        Quill Corporation,,,QZAB,,50,10.00,500.00,250.00,,,\n"
    "            Quill Corporation,,,QZAB,2021-01-21,15,10.00,150.00,100.00,,,\n"
    "            Quill Corporation,,,QZAB,2022-04-02,35,10.00,350.00,150.00,,,\n"
)


def read(first: str = "1200.00", second: str = SECOND) -> Statement:
    over = "Alder Wealth\nTern Family - Holdings by Account\nAs of 2026-09-30\n\n"
    return read_here(
        "outline.csv", f"{over}{HEADS}Tern Family,,,,,,,1700.00,550.00,,,\n{FIRST}{second}".format(first=first).encode()
    )


def test_accounts_positions_and_lots_are_told_apart_though_two_accounts_hold_one_security() -> None:
    one, other = read().accounts
    assert (one.number, one.owner, one.registration) == ("…1254", "Tern Family Revocable Trust", "trust_grantor")
    assert (other.number, other.owner, other.registration) == ("…4599", "Rowan Tern", "roth_ira")
    assert [account.stated_total for account in (one, other)] == [D(1200), D(500)]
    lots = [[(lot.quantity, lot.cost_basis) for lot in account.positions[0].lots] for account in (one, other)]
    assert lots == [[(D(10), D(60)), (D(20), D(90))], [(D(15), D(100)), (D(35), D(150))]]
    assert {one.status, other.status} == {"proven"}


def test_an_outline_that_has_lost_its_blanks_is_read_by_its_sums() -> None:
    first, second = ("\n".join(map(str.strip, part.splitlines())) + "\n" for part in (FIRST, SECOND))
    rows = f"Tern Family,,,,,,,1700.00,550.00,,,\n{first}{second}"
    for total, status in (("1200.00", "proven"), ("1300.00", "unproven")):
        text = f"Alder Wealth\nAs of 2026-09-30\n\n{HEADS}{rows}".format(first=total)
        statement = read_here("flat.csv", text.encode())
        assert {account.status for account in statement.accounts if len(account.positions) > 1} == {status}
        if status == "proven":
            assert [(one.number, one.stated_total) for one in statement.accounts] == [("…1254", 1200), ("…4599", 500)]


def test_a_private_fund_has_what_was_committed_called_and_is_open() -> None:
    line = read().accounts[0].positions[1]
    assert (line.asset_type, line.commitment, line.called, line.unfunded) == ("alternative", D(500), D(150), D(350))


def test_an_account_that_is_not_worth_its_rows_is_not_proven() -> None:
    assert read(first="1300.00").accounts[0].status != "proven"


def test_without_owners_in_a_column_the_name_of_an_account_tells_its_owner() -> None:
    assert [account.owner for account in read(second=SECOND.replace("),Rowan Tern,", "),,")).accounts][
        1
    ] == "Rowan Tern"


@pytest.mark.parametrize("named", ["Tern Family", "Rowan Tern's holdings"])
def test_a_value_alone_that_is_that_of_all_other_rows_proves_nothing_without_a_total(named: str) -> None:
    rows = "Quill,QZAB,10,20.00,200.00\nOnyx,QZCD,5,10.00,50.00\nAlder,QZEF,5,30.00,150.00\n"
    (account,) = read_here("sum.csv", f"Name,Ticker,Units,Price,Value\n{named},,,,400.00\n{rows}".encode()).accounts
    assert account.status != "proven" or len(account.positions) == 3


def test_a_head_of_several_levels_is_one_of_names() -> None:
    assert {role_of(head) for head in ("Account / Position", "Client / Holding Account / Security")} == {"description"}
    assert role_of("Account Name / Number") == "account"
