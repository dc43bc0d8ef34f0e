"""How an account holds a row, in cash, on margin or short, parts no accounts; a short row is owed."""

import pytest

from core.ingest.reading import read_here

HEAD = "Symbol,Description,Quantity,Price,Market Value"
ROWS = (
    ("Cash", "QZAB,Quill Holdings Inc,10,50.00,500.00"),
    ("Margin", "QZAC,Larch Corp,20,10.00,200.00"),
    ("Short", "QZAD,Sorrel Corp,5,20.00,-100.00"),
)


@pytest.mark.parametrize("label", ["Account Type", "Acct Type", "Account Category"])
@pytest.mark.parametrize("number", ["", "4417-8820"])
def test_types_of_sub_accounts_are_of_one_account(label: str, number: str) -> None:
    head = f"Account Number,{label},{HEAD}" if number else f"{label},{HEAD}"
    rows = [f"{number},{kind},{row}" if number else f"{kind},{row}" for kind, row in ROWS]
    (account,) = read_here(
        "types.csv", "\n".join([head, *rows, "Total" + "," * head.count(",") + "600.00"]).encode()
    ).accounts
    assert [str(line.quantity) for line in account.positions] == ["10", "20", "-5"]
    assert (account.status, str(account.stated_total)) == ("proven", "600.00")


def test_types_of_accounts_part_them_as_ever() -> None:
    kinds = ("Individual", "Margin", "Roth IRA")
    rows = [f"{kind},{row.replace('-', '')}" for kind, (_, row) in zip(kinds, ROWS, strict=True)]
    text = "\n".join([f"Account Type,{HEAD}", *rows])
    assert len(read_here("kinds.csv", text.encode()).accounts) == 3
