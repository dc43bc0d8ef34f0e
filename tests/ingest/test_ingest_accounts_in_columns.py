"""Columns of exports that tell accounts apart: under any head, by numbers, names, holders and houses."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.reading import read_here


def read(text: str) -> Statement:
    return read_here("export.csv", text.encode())


def one(text: str) -> StatementAccount:
    (account,) = read(text).accounts
    return account


def kinds(statement: Statement) -> list[tuple[str, str, int]]:
    return [(account.number, account.registration, len(account.positions)) for account in statement.accounts]


def test_a_name_and_a_number_in_one_column_tell_the_accounts_apart() -> None:
    found = read(
        "Account Name/Number,Symbol,Description,Quantity,Last Price,Current Value\n"
        "INDIVIDUAL - TOD X55120987,QZAB,HARBOR QUILL HOLDINGS,100,$12.00,$1200.00\n"
        "ROTH IRA - 771204456,QZAB,HARBOR QUILL HOLDINGS,50,$12.00,$600.00\n"
    )
    assert kinds(found) == [("…0987", "taxable_individual", 1), ("…4456", "roth_ira", 1)]


@pytest.mark.parametrize("label", ["Where it lies", "Held in", "Home"])
@pytest.mark.parametrize("first", ["Roth IRA ...4471", "Roth IRA"])
def test_a_column_of_titles_tells_the_accounts_whatever_its_head(label: str, first: str) -> None:
    found = read(
        f"Symbol,Name,Quantity,Price,Value,{label}\n"
        f"QZAB,Harbor Quill Holdings,100,12.00,1200.00,{first}\n"
        "TWLO,Tide Willow Fund,3,40.00,120.00,Joint\n"
    )
    assert [(kind, lines) for _, kind, lines in kinds(found)] == [("roth_ira", 1), ("taxable_joint", 1)]


@pytest.mark.parametrize("cells", [("Roth", "Employer match"), ("Growth", "Income"), ("204,551", "88,120")])
def test_a_column_of_anything_else_tells_none(cells: tuple[str, str]) -> None:
    found = read(
        "Symbol,Name,Quantity,Price,Value,Bucket\n"
        f'QZAB,Harbor Quill Holdings,100,12.00,1200.00,"{cells[0]}"\n'
        f'TWLO,Tide Willow Fund,3,40.00,120.00,"{cells[1]}"\n'
    )
    assert len(found.accounts) == 1


def test_a_name_among_the_numbers_of_accounts_is_an_account_of_its_own_and_is_not_proven() -> None:
    first, fund, second = read(
        "Security,Holding Account,Value,Quantity,Price\n"
        "Harbor Quill Holdings (QZAB),Alder Custody x4471,1200.00,100,12.00\n"
        "Northmere Buyout Fund II LP,Northmere Buyout Fund II LP,250000.00,1,250000.00\n"
        "Tide Willow Fund (TWLO),Alder Custody x9920,120.00,3,40.00\n"
    ).accounts
    assert (first.number, second.number, fund.number) == ("…4471", "…9920", "")
    assert (first.status, second.status, fund.status) == ("proven", "proven", "unproven")
    assert [line.market_value for line in fund.positions] == [D(250000)]


@pytest.mark.parametrize("label", ["Account Number Last 4", "Acct Last Four", "Account Mask"])
def test_the_end_of_a_number_tells_the_account(label: str) -> None:
    account = one(f"{label},Symbol,Shares,Share Price,Balance,Book\n4471,QZAB,100,12.00,1200.00,900.00\n")
    (line,) = account.positions
    assert account.number == "…4471"
    assert line.cost_basis == 900


def test_a_trust_before_the_number_in_a_cell_is_the_owner() -> None:
    account = one(
        "Account,Symbol,Name,Shares,Price,Market Value\n"
        "Farrow Family Trust - 8810-4472,QZAB,Harbor Quill Holdings,100,12.00,1200.00\n"
    )
    assert (account.owner, account.registration, account.number) == ("Farrow Family Trust", "trust_grantor", "…4472")


def test_two_participants_of_one_plan_are_two_accounts() -> None:
    head = "Plan Name,Participant Name,Fund Name,Ticker,Money Type,Units,Unit Price,Balance\n"
    rows = (
        'Northmere 401(k) Plan,"Farrow, Odile T",Harbor Fund R6,QZABX,Pre-Tax,100,75.00,7500.00\n'
        'Northmere 401(k) Plan,"Farrow, Odile T",Harbor Fund R6,QZABX,Match,50,75.00,3750.00\n',
        'Northmere 401(k) Plan,"Hale, Tobias R",Harbor Fund R6,QZABX,Pre-Tax,10,75.00,750.00\n',
    )
    first, second = read(head + "".join(rows)).accounts
    assert (first.owner, first.registration, len(first.positions)) == ("Farrow, Odile T", "401k", 2)
    assert (second.owner, second.registration, len(second.positions)) == ("Hale, Tobias R", "401k", 1)
    assert len(read(head + rows[0]).accounts) == 1


def test_accounts_of_one_name_with_two_owners_are_two() -> None:
    found = read(
        "Owner,Account Name,Symbol,Shares,Price,Value\n"
        "Odile Farrow,Roth IRA,QZAB,100,12.00,1200.00\n"
        "Tobias Hale,Roth IRA,QZAB,50,12.00,600.00\n"
        "Tobias Hale,Individual,TWLO,3,40.00,120.00\n"
    )
    told = [(account.owner, account.registration) for account in found.accounts]
    assert told == [
        ("Odile Farrow", "roth_ira"),
        ("Tobias Hale", "roth_ira"),
        ("Tobias Hale", "taxable_individual"),
    ]


def test_one_name_of_accounts_in_two_houses_is_of_two_accounts() -> None:
    found = read(
        "Institution,Account,Ticker,Holding,Shares,Price,Value\n"
        "Alder,Rollover IRA,QZAB,Harbor Quill Holdings,100,12.00,1200.00\n"
        "Northmere,Rollover IRA,QZAB,Harbor Quill Holdings,50,12.00,600.00\n"
    )
    assert [(account.institution, len(account.positions)) for account in found.accounts] == [
        ("Alder", 1),
        ("Northmere", 1),
    ]
