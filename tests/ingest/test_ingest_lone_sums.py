"""Sums of a sheet that print an amount and no word, also under a single row, are held against what stands above."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

HEAD = "Account: 5512-3301\nSymbol,Description,Quantity,Price,Market Value\n"
WILLOW = "WLLW,WILLOW INDEX ETF,10,100.00,1000.00\n"
OTHERS = "ONYX,ONYX INDEX ETF,5,50.00,250.00\nTERN,TERN INDEX ETF,4,25.00,100.00\n"


def one(text: str) -> StatementAccount:
    (account,) = read_here("sums.csv", text.encode()).accounts
    return account


def test_under_a_single_row_it_is_the_total() -> None:
    account = one(f"{HEAD}{WILLOW},,,,1000.00\n")
    assert account.stated_total == D("1000.00") and account.status == "proven" and len(account.positions) == 1


def test_groups_have_their_own_and_the_last_is_of_all() -> None:
    account = one(f'{HEAD}{WILLOW},,,,"1,000.00"\n{OTHERS},,,,350.00\n,,,,"$1,350.00"\n')
    assert account.stated_total == D("1350.00") and account.status == "proven" and len(account.positions) == 3
    assert {check.expected for check in account.checks if check.check == "lines = subtotal"} == {D(1000), D(350)}


def test_one_that_the_rows_do_not_make_is_told() -> None:
    assert one(f"{HEAD}{WILLOW},,,,1100.00\n").status != "proven"


def test_a_count_under_the_table_is_no_sum() -> None:
    assert one(f"{HEAD}{WILLOW},,,,1\n").status == "proven"
