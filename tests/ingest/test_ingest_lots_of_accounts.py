"""Lots on a sheet of their own that tell their accounts by a name, by the end of a number, or not at all."""

import io

import openpyxl
import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here

JOINT, ROTH = "Wren and Ines Calloway, JTWROS", "Ines Calloway Roth IRA"
HEAD = "Account,Account Number,Symbol,Name,Shares,Price,Market Value\n"
HELD = (
    f'"{JOINT}",KR7-318842,QZAB,Quill Holdings Inc,30,5.00,150.00\n'
    f'"{JOINT}",KR7-318842,QBND,Quill Bond Fund,12,10.00,120.00\n'
    f'"{ROTH}",5521-7740,QZAB,Quill Holdings Inc,20,5.00,100.00\n'
)


def read(text: str) -> Statement:
    return read_here("holdings.csv", (HEAD + HELD + "\n" + text).encode())


def lots_of(statement: Statement) -> list[list[int]]:
    return [[len(line.lots) for line in one.positions] for one in statement.accounts]


@pytest.mark.parametrize(
    "names", [(JOINT, ROTH), ("KR7-318842", "5521-7740"), ("...8842", "...7740"), ("8842", "7740")]
)
def test_a_table_of_lots_tells_its_accounts(names: tuple[str, str]) -> None:
    statement = read(
        "Account,Symbol,Acquired,Shares,Cost\n"
        f'"{names[0]}",QZAB,2020-01-02,10,40.00\n"{names[0]}",QZAB,2021-01-04,20,80.00\n'
        f'"{names[0]}",QBND,2021-01-04,12,100.00\n"{names[1]}",QZAB,2022-01-03,20,90.00\n'
    )
    assert lots_of(statement) == [[2, 1], [1]]


def test_lots_of_no_account_go_where_their_units_fit() -> None:
    statement = read(
        "Symbol,Acquired,Shares,Cost\nQZAB,2020-01-02,17,40.00\nQZAB,2021-01-04,13,80.00\nQZAB,2022-01-03,20,90.00\n"
        "QBND,2021-01-04,12,100.00\n"
    )
    assert (lots_of(statement), len(statement.accounts)) == ([[2, 1], [1]], 2)


def test_lots_that_may_be_of_either_account_are_told_and_given_to_none() -> None:
    statement = read(
        "Symbol,Acquired,Shares,Cost\nQZAB,2020-01-02,10,40.00\nQZAB,2021-01-04,20,80.00\nQZAB,2022-01-03,20,90.00\n"
        "QBND,2021-01-04,12,100.00\n"
    )
    assert (lots_of(statement), len(statement.accounts)) == ([[0, 1], [0]], 2)
    assert any("the lots of QZAB" in issue.message for issue in statement.issues)


def test_lots_of_what_no_account_holds_keep_it_from_being_proven() -> None:
    statement = read(
        "Symbol,Acquired,Shares,Cost\nQZAB,2020-01-02,30,40.00\nQZAB,2022-01-03,20,90.00\n"
        "QBND,2021-01-04,12,100.00\nQOTH,2021-01-04,5,50.00\n"
    )
    assert lots_of(statement) == [[1, 1], [1]]
    assert not all(one.status == "proven" for one in statement.accounts)


def test_titles_over_numbers_behind_a_summary_are_of_their_own_accounts() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Account", "Number", "Beginning Value", "Ending Value"])
    sheet.append([JOINT, "KR7-318842", 140, 150])
    sheet.append([ROTH, "5521-7740", 90, 100])
    sheet.append(["Total", None, 230, 250])
    held = book.create_sheet("Holdings")
    for title, number, units in ((JOINT, "KR7-318842", 30), (ROTH, "5521-7740", 20)):
        held.append([title])
        held.append(["Account Number", number])
        held.append(["Asset", "Ticker", "Quantity", "Price", "Market Value"])
        held.append(["Quill Holdings Inc", "QZAB", units, 5, 5 * units])
        held.append([f"Total {title}", None, None, None, 5 * units])
    worth = book.create_sheet("Performance")
    worth.append(["Account", "QTD", "YTD", "1 Year", "Inception"])
    worth.append([JOINT, 0.01, 0.05, 0.1, 0.09])
    out = io.BytesIO()
    book.save(out)
    accounts = read_here("report.xlsx", out.getvalue()).accounts
    assert [(one.owner, one.registration, one.status) for one in accounts] == [
        ("Wren and Ines Calloway", "taxable_joint", "proven"), ("Ines Calloway", "roth_ira", "proven"),
    ]  # fmt: skip


def test_holdings_of_several_accounts_together_are_not_proven_as_one() -> None:
    text = (
        "Symbol,Name,Shares,Price,Market Value\nQZAB,Quill Holdings Inc,50,5.00,250.00\nTotal,,,,250.00\n\n"
        "Account,Symbol,Acquired,Shares,Cost\nKR7-318842,QZAB,2020-01-02,30,40.00\n5521-7740,QZAB,2022-01-03,20,90.00\n"
    )
    statement = read_here("holdings.csv", text.encode())
    assert all(one.status != "proven" for one in statement.accounts)
