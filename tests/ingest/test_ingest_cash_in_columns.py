"""Cash whose amount stands in a column of its own, and what may be bought with, which may be lent."""

from decimal import Decimal as D

from core.domain.statement import Statement, StatementAccount
from core.ingest.reading import read_here

HEAD = "Symbol,Name,Shares,Average Cost,Last Price,Market Value,Cash"
ROWS = ("QZAB,Quill Holdings Inc,2,150,175,350,", "QZAC,Harbor Corp,1.5,300,400,600,")


def read(*lines: str) -> Statement:
    return read_here("export.csv", "\n".join((HEAD, *ROWS, *lines)).encode())


def account(*lines: str) -> StatementAccount:
    (found,) = read(*lines).accounts
    return found


def test_an_amount_in_a_column_for_cash_is_cash_held() -> None:
    for row in (",Cash,,,,,138.64", ",,,,,,138.64"):
        found = account(row, "Total,,,,,1088.64,")
        assert (found.cash, found.status) == (D("138.64"), "proven")
        assert [line.asset_type for line in found.positions] == ["stock", "stock", "cash"]


def test_what_may_be_bought_with_is_cash_where_the_total_counts_it() -> None:
    found = account(",Buying Power,,,,,138.64", "Total,,,,,1088.64,")
    assert (found.cash, found.status) == (D("138.64"), "proven")


def test_it_is_none_where_the_total_leaves_it_out() -> None:
    found = account(",Buying Power,,,,,138.64", "Total,,,,,950.00,")
    assert (found.cash, found.status, len(found.positions)) == (None, "proven", 2)


def test_it_is_said_and_the_account_not_proven_where_no_total_tells() -> None:
    read_one = read(",Buying Power,,,,,138.64")
    (found,) = read_one.accounts
    assert (found.cash, found.status, len(found.positions)) == (None, "unproven", 2)
    assert any("Buying Power 138.64" in issue.message for issue in read_one.issues)
