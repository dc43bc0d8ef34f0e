"""A sheet of accounts and their cash alone tells the cash of each, and does not count twice what rows tell."""

import pytest

from core.ingest.reading import read_here

HEAD = "Account Number,Symbol,Name,Shares,Price,Value"
FIRST, SECOND = "4471-8820,QZAB,Quill Harbor Corp,10,50.00,500.00", "4471-8821,QZCD,Larch Corp,20,10.00,200.00"
CASH = "\nAccount Number,Cash Balance\n4471-8820,60.00\n4471-8821,10.00\n"


@pytest.mark.parametrize("row", ["", "\n4471-8820,CASH,Cash,,,60.00"])
def test_cash_below_the_holdings(row: str) -> None:
    found = read_here("book.csv", f"{HEAD}\n{FIRST}{row}\n{SECOND}\n{CASH}".encode()).accounts
    assert [(one.number, str(one.cash)) for one in found] == [("…8820", "60.00"), ("…8821", "10.00")]
    assert {one.status for one in found} == {"proven"}
