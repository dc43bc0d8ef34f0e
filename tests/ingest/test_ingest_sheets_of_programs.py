"""Workbooks of reporting programs and exports of plans: numbers with letters, lots on a sheet of their own, loans."""

import io
from decimal import Decimal as D

import openpyxl
import pytest

from core.ingest.lexicon.sections import total_name
from core.ingest.reading import read_here
from core.ingest.sheets.titles import number_of_title

HEAD = "Fund,Units,Unit Value,Pre-Tax,Match,Balance,Vested Balance\n"
ROWS = "Quill 500 Index,10,50.00,300.00,200.00,500.00,400.00\nQuill Stable Value,20,10.00,200.00,0.00,200.00,200.00\n"
TOTAL = "Total,,,500.00,200.00,700.00,600.00\n"


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Wren Calloway and Ines Marguerite Calloway-Farrow, Joint Tenants WROS (KR7-318842)", "KR7-318842"),
        ("Wren Calloway, Roth IRA (4QB-20417)", "4QB-20417"),
        ("Roth IRA (QB-204171)", "QB-204171"),
        ("Roth IRA-204171", "204171"),
        ("KR7-318842", "KR7-318842"),
    ],
)
def test_numbers_of_accounts_have_letters_before_their_stroke(title: str, number: str) -> None:
    assert (number_of_title(title) or ("",))[0] == number


@pytest.mark.parametrize("text", ["Total KR7-318842", "KR7-318842 Total", "Total for Account: KR7-318842"])
def test_a_sum_of_the_number_of_an_account_is_of_all_of_it(text: str) -> None:
    assert total_name(text) == ""


def test_lots_on_a_sheet_of_their_own_go_behind_positions_under_titles() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Asset", "Ticker", "Units", "Cost", None, "Market", None])
    sheet.append([None, None, None, "Per Unit", "Total", "Price", "Value"])
    for title, number, units in (("Joint Tenants WROS", "KR7-318842", 30), ("Roth IRA", "LM4-551903", 20)):
        sheet.append([f"Wren Calloway, {title} ({number})"])
        sheet.append(["Domestic Equity"])
        sheet.append(["   Quill Holdings Inc", "QZAB", units, 4, 4 * units, 5, 5 * units])
        sheet.append(["Subtotal Domestic Equity", None, None, None, 4 * units, None, 5 * units])
        sheet.append([f"Total {number}", None, None, None, 4 * units, None, 5 * units])
    sheet.append(["Household Total", None, None, None, None, None, 250])
    lots = book.create_sheet("Open Tax Lots")
    lots.append(["Account", "Ticker", "Asset", "Acquired", "Units", "Cost Basis", "Market Value"])
    for number, day, units in (("KR7-318842", "2020-01-02", 10), ("KR7-318842", "2021-01-04", 20),
                               ("LM4-551903", "2022-01-03", 20)):  # fmt: skip
        lots.append([number, "QZAB", "Quill Holdings Inc", day, units, 4 * units, 5 * units])
    out = io.BytesIO()
    book.save(out)
    accounts = read_here("report.xlsx", out.getvalue()).accounts
    assert [(one.number, one.stated_total, one.status) for one in accounts] == [
        ("…8842", D(150), "proven"), ("…1903", D(100), "proven"),
    ]  # fmt: skip
    assert [[len(line.lots) for line in one.positions] for one in accounts] == [[2], [1]]


@pytest.mark.parametrize(
    "loan",
    ["Outstanding loan balance (not included above),,,,,90.00,", "\nParticipant Loan,,,,,90.00,"],
)
def test_a_loan_that_the_sum_does_not_count_is_told(loan: str) -> None:
    statement = read_here("plan.csv", (HEAD + ROWS + TOTAL + loan).encode())
    (account,) = statement.accounts
    assert (account.stated_total, account.status, len(account.positions)) == (D(700), "proven", 2)
    assert any("owed counts apart" in issue.message for issue in statement.issues)


def test_a_loan_over_the_sum_of_the_others_is_none_of_them() -> None:
    (account,) = read_here("plan.csv", (HEAD + ROWS + "Loan balance,,,,,90.00,\n" + TOTAL).encode()).accounts
    assert (account.status, len(account.positions)) == ("proven", 2)


def test_a_loan_that_the_sum_counts_stays() -> None:
    total = TOTAL.replace("700.00,600.00", "790.00,690.00")
    (account,) = read_here("plan.csv", (HEAD + ROWS + "Loan balance,,,,,90.00,\n" + total).encode()).accounts
    assert (account.status, len(account.positions)) == ("proven", 3)


def test_elections_under_the_holdings_are_no_rows() -> None:
    text = HEAD + ROWS + TOTAL + "\nFuture contributions,Election\nQuill 500 Index,60%\nQuill Stable Value,40%\n"
    (account,) = read_here("plan.csv", text.encode()).accounts
    assert (account.status, len(account.positions)) == ("proven", 2)


def test_a_table_of_unknown_columns_under_the_holdings_is_told() -> None:
    text = HEAD + ROWS + TOTAL + "\nSource,Amount held\nPre-Tax,500.00\nMatch,200.00\n"
    statement = read_here("plan.csv", text.encode())
    assert len(statement.accounts[0].positions) == 2
    assert any("'Source, Amount held'" in issue.message for issue in statement.issues)
