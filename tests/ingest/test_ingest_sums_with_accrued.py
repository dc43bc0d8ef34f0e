"""Sums told alone and with what has accrued, and interest that a section tells of all its bonds."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

TITLE = "Alder Moor Brokerage\nOdile Farrow\nIndividual Account\nAccount number: 4471-8820\nAs of October 30, 2026\n\n"
HEAD = "Description                       Quantity    Price    Market Value\n"
FIRST = "Orlo City Wtr Rev 4% 06/01/30        1000    101.00      1,010.00\n"
SECOND = "Harbor St Go 5% 07/01/31             2000    100.00      2,000.00\n"


def line(label: str, amount: str) -> str:
    return label + amount.rjust(65 - len(label)) + "\n"


def read(*lines: str) -> StatementAccount:
    (account,) = read_here("paper.txt", "".join([TITLE, "Bonds\n", HEAD, *lines]).encode()).accounts
    return account


def accrued(account: StatementAccount) -> list[D | None]:
    return [line.accrued for line in account.positions]


@pytest.mark.parametrize("said", ["with accrued interest", "including accrued income", "incl. accruals"])
def test_a_sum_with_what_no_row_tells_beside_the_plain_one(said: str) -> None:
    sums = [line("Total Bonds", "3,010.00"), line(f"Total Bonds {said}", "3,045.00")]
    ends = [line("Total account value", "3,010.00"), line(f"Total account value {said}", "3,045.00")]
    account = read(FIRST, SECOND, *sums, *ends)
    assert (account.status, account.stated_total) == ("proven", D("3010.00"))
    assert accrued(account) == [None, None]


@pytest.mark.parametrize(("second", "status"), [("25.00", "proven"), ("35.00", "explained")])
def test_a_sum_with_what_the_rows_tell_is_held_against_them(second: str, status: str) -> None:
    rows = (FIRST, line("Accrued Interest", "10.00"), SECOND, line("Accrued Interest", second))
    ends = (line("Total Bonds", "3,010.00"), line("Total Bonds with accrued interest", "3,045.00"))
    account = read(*rows, *ends, line("Total account value", "3,010.00"))
    assert (account.status, accrued(account)) == (status, [D("10.00"), D(second)])


def test_two_sums_on_one_line_are_no_part_of_a_name_and_no_interest() -> None:
    both = "Total Bonds        3,010.00    Total Bonds with accrued interest     3,045.00\n"
    account = read(FIRST, SECOND, both, line("Total account value", "3,010.00"))
    assert accrued(account) == [None, None]
    assert account.positions[1].description == "Harbor St Go 5% 07/01/31"


def test_interest_below_several_bonds_is_that_of_the_section() -> None:
    rows = (FIRST, SECOND, line("Accrued Interest", "35.00"), line("Total Bonds", "3,045.00"))
    account = read(*rows, line("Total account value", "3,045.00"))
    assert (account.status, accrued(account)) == ("proven", [None, None])
    assert account.accruals == (("accrued interest", D("35.00")),)
    assert not any(one.flagged for one in account.positions)


@pytest.mark.parametrize(("interest", "status"), [("35.00", "proven"), ("45.00", "unproven")])
def test_a_sum_without_a_name_holds_the_interest_of_its_section(interest: str, status: str) -> None:
    head = HEAD.rstrip("\n") + "   Pct.\n"
    rows = [one.rstrip("\n") + f"{share:>7}\n" for one, share in ((FIRST, "33.2"), (SECOND, "65.7"))]
    told = [line("Accrued Interest", interest).rstrip("\n") + "    1.1\n", line("", "3,045.00")]
    pages = "".join([TITLE, "Bonds\n", head, *rows, *told, line("Total account value", "3,045.00")])
    (account,) = read_here("paper.txt", pages.encode()).accounts
    assert account.status == status
    assert account.accruals == ((("accrued interest", D("35.00")),) if status == "proven" else ())


def test_interest_accrued_in_a_table_file_is_no_holding() -> None:
    text = (
        "Account Number,4471-8820\nSymbol,Description,Quantity,Price,Market Value\nQZAB,Quill Corp,10,50.00,500.00\n"
        ",Harbor St Go 5% 07/01/31,2000,100.00,2000.00\nAccrued Interest,,,,35.00\nTotal,,,,2535.00\n"
    )
    (account,) = read_here("accrued.csv", text.encode()).accounts
    assert (account.status, len(account.positions)) == ("proven", 2)
    assert account.accruals == (("accrued interest", D("35.00")),)
