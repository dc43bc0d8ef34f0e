"""What a workbook hides, sheets named by nicknames that another sheet numbers, linked accounts, cells in bold."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here

HEAD = ("Symbol", "Description", "Quantity", "Price", "Market Value")
FIRST = (("QZAB", "HARBOR QUILL HOLDINGS", 100, 20, 2000), ("FNCH", "FINCH PAPER CO", 50, 10, 500))
SECOND = (("ALDR", "ALDER FOODS PLC", 10, 10, 100), ("COBT", "COBALT BANCORP", 5, 30, 150))


def read(
    *sheets: tuple[str, Sequence[Sequence[object]]], change: Callable[[Any], object] = lambda book: None
) -> Statement:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    change(book)
    out = io.BytesIO()
    book.save(out)
    return read_here("book.xlsx", out.getvalue())


def hide(book: Any) -> None:
    book["Old"].sheet_state = "hidden"


def told(statement: Statement) -> list[str]:
    return [issue.message for issue in statement.issues if issue.code == "hidden"]


def test_a_hidden_sheet_is_not_read_beside_one_of_holdings() -> None:
    statement = read(
        ("Positions", (("Account Number: 4417-8820",), HEAD, *FIRST)),
        ("Old", (("Account Number: 4417-9931",), HEAD, *SECOND)),
        change=hide,
    )
    assert [account.number for account in statement.accounts] == ["…8820"]
    assert told(statement) == [
        "the sheet 'Old' is hidden in the workbook and is not read; show it there to have it read"
    ]


def test_a_hidden_sheet_is_read_where_no_other_holds_anything() -> None:
    statement = read(
        ("Cover", (("Prepared for a review",),)),
        ("Old", (("Account Number: 4417-9931",), HEAD, *SECOND)),
        change=hide,
    )
    assert [account.number for account in statement.accounts] == ["…9931"]
    assert told(statement) == ["the sheet 'Old' is hidden in the workbook and is read all the same"]


def test_hidden_rows_and_columns_are_read_and_said() -> None:
    def change(book: Any) -> None:
        book["Positions"].row_dimensions[3].hidden = True
        book["Positions"].column_dimensions["E"].hidden = True

    statement = read(("Positions", (("Account Number: 4417-8820",), HEAD, *FIRST)), change=change)
    assert [line.flagged for line in statement.accounts[0].positions] == [True, False]
    assert told(statement) == [
        "row 3 of the sheet 'Positions' is hidden in the workbook and read all the same",
        "column E of the sheet 'Positions' is hidden in the workbook and read all the same",
    ]


@pytest.mark.parametrize(
    "listed",
    [
        (("Account", "Account Number", "Type", "Value"), ("Rainy day", "4417-8820", "Individual", 2500),
         ("Sundown", "4417-9931", "Roth IRA", 250), ("Total", None, None, 2750)),
        (("Nickname", "Number", "Owner", "Total Value"), ("Rainy day", "4417-8820", "Odalys Fenwick", 2500),
         ("Sundown", "4417-9931", "Tobias Marchetti", 250)),
    ],
)  # fmt: skip
def test_sheets_named_by_nicknames_have_the_numbers_of_a_summary(listed: Sequence[Sequence[object]]) -> None:
    statement = read(("Summary", listed), ("Rainy day", (HEAD, *FIRST)), ("Sundown", (HEAD, *SECOND)))
    assert [(one.number, one.status, len(one.positions)) for one in statement.accounts] == [
        ("…8820", "proven", 2),
        ("…9931", "proven", 2),
    ]
    assert [one.stated_total for one in statement.accounts] == [2500, 250]
    assert not any(one.owner in ("Rainy day", "Sundown") for one in statement.accounts)


ROWS = (
    "Symbol,Description,Quantity,Price,Market Value\nQZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00\nTotal,,,,2000.00\n"
)


@pytest.mark.parametrize(
    ("front", "number"),
    [
        ("Account: Individual ...4417\nLinked accounts\nChecking ...9911\nSavings ...8822\n", "…4417"),
        ("Account Number: 4417-8820\nLinked Accounts,Number\nChecking,9911-2233\n\n", "…8820"),
        ("Linked bank accounts\nChecking ...9911\nRoth IRA ...8820\n", "…8820"),
    ],
)
def test_linked_accounts_are_others(front: str, number: str) -> None:
    (account,) = read_here("linked.csv", f"{front}{ROWS}".encode()).accounts
    assert (account.number, account.status) == (number, "proven")


@pytest.mark.parametrize("symbol", ["**QZAB**", "<b>QZAB</b>", "\U0001d410\U0001d419\U0001d400\U0001d401"])
def test_a_symbol_in_bold(symbol: str) -> None:
    (account,) = read_here("bold.csv", ROWS.replace("QZAB", symbol).encode()).accounts
    assert account.positions[0].symbol == "QZAB"


def test_heads_with_low_strokes() -> None:
    text = (
        "household,account_number,account_name,account_type,ticker,product_name,units,price,value\n"
        "Fenwick,4417-8820,Joint Tenants,Joint Tenants,,Total,,,2000.00\n"
        "Fenwick,4417-8820,Joint Tenants,Joint Tenants,QZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00\n"
    )
    (account,) = read_here("low.csv", text.encode()).accounts
    assert (account.positions[0].description, account.stated_total) == ("HARBOR QUILL HOLDINGS", 2000)
