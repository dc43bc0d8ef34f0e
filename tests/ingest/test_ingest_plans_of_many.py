"""Exports of plans: labels over what they say, several members, sources under funds, tables of loans."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

HEAD = "Fund,Ticker,Units,Unit Value,Balance,Vested Balance\n"
ROWS = "Quill 500 Index,N/A,10,50.00,500.00,400.00\nQuill Stable Value,N/A,20,10.00,200.00,200.00\n"
TOTAL = "Total,,,,700.00,600.00\n"


def accounts_of(text: str) -> tuple[StatementAccount, ...]:
    return read_here("plan.csv", text.encode()).accounts


def test_labels_stand_over_what_they_say() -> None:
    above = (
        "Plan Number,Plan Name,Participant,Balance Date\n770334,QUILL TOOL CO 401(K) PLAN,WREN CALLOWAY,09/30/2026\n\n"
    )
    (account,) = accounts_of(above + HEAD + ROWS + TOTAL)
    assert (account.owner, account.registration, str(account.as_of)) == ("WREN CALLOWAY", "401k", "2026-09-30")
    assert {line.symbol for line in account.positions} == {None}


@pytest.mark.parametrize("label", ["Participant Name:", "Employee Name", "Name:", "Name"])
def test_labels_of_whose_a_plan_is(label: str) -> None:
    (account,) = accounts_of(f"{label},Wren Calloway\nPlan:,Quill Tool 401(k)\n\n" + HEAD + ROWS + TOTAL)
    assert account.owner == "Wren Calloway"


@pytest.mark.parametrize("keys", [("SSN", "***-**-1187", "***-**-2294"), ("Employee ID", "10041187", "10042294")])
def test_members_of_one_plan_are_accounts_of_their_own(keys: tuple[str, str, str]) -> None:
    text = (
        f"Plan ID,{keys[0]},Last Name,First Name,Fund,Units,Price,Market Value\n"
        f"7712,{keys[1]},CALLOWAY,WREN,Quill 500 Index,10,50.00,500.00\n"
        f"7712,{keys[1]},CALLOWAY,WREN,Quill Stable Value,20,10.00,200.00\n"
        f"7712,{keys[2]},FARROW,ODILE,Quill 500 Index,1,50.00,50.00\n"
    )
    assert [(one.number, one.owner, len(one.positions)) for one in accounts_of(text)] == [
        ("…1187", "WREN CALLOWAY", 2), ("…2294", "ODILE FARROW", 1),
    ]  # fmt: skip


def test_members_of_one_plan_are_apart_by_their_names() -> None:
    text = (
        "Plan ID,Participant Name,Fund,Units,Price,Market Value\n"
        "7712,Wren Calloway,Quill 500 Index,10,50.00,500.00\n7712,Odile Farrow,Quill 500 Index,1,50.00,50.00\n"
    )
    assert [one.owner for one in accounts_of(text)] == ["Wren Calloway", "Odile Farrow"]


@pytest.mark.parametrize("blanks", ["", "   "])
def test_sources_under_a_fund_are_parts_of_it(blanks: str) -> None:
    text = (
        "Fund / Source,Units,NAV,Balance,Vested %\n"
        f"Quill Growth Option,30,10.00,300.00,\n{blanks}Employee Deferral,20,10.00,200.00,100%\n"
        f"{blanks}Employer Basic,10,10.00,100.00,50%\nQuill Fixed Account,,,90.00,\n"
        f"{blanks}Employee Deferral,,,90.00,100%\nGrand Total,,,390.00,\n"
    )
    (account,) = accounts_of(text)
    assert (account.status, [line.market_value for line in account.positions]) == ("proven", [D(300), D(90)])


def test_holdings_that_make_up_another_are_no_sources() -> None:
    text = (
        "Fund,Units,NAV,Balance\nQuill Growth,30,10.00,300.00\nQuill Bonds,20,10.00,200.00\n"
        "Quill Cash,10,10.00,100.00\nTotal,,,600.00\n"
    )
    (account,) = accounts_of(text)
    assert (account.status, len(account.positions)) == ("proven", 3)


def test_a_table_of_loans_is_no_table_of_lots() -> None:
    loan = "Participant Loan #1,,,,90.00,90.00\n"
    behind = "\nLoan Number,Origination Date,Original Amount,Interest Rate,Payment,Outstanding Balance\n"
    total = "Total,,,,790.00,690.00\n"
    (account,) = accounts_of(HEAD + ROWS + loan + total + behind + "1,03/15/2024,150.00,9.50%,4.02,90.00\n")
    assert (account.status, [len(line.lots) for line in account.positions]) == ("proven", [0, 0, 0])


@pytest.mark.parametrize("label", ["Vested", "Vested Balance", "Available to withdraw", "Maximum loan amount"])
def test_what_is_vested_stands_behind_the_sum_and_is_no_holding(label: str) -> None:
    (account,) = accounts_of(HEAD + ROWS + TOTAL + f"{label},,,,400.00,\n")
    assert (account.stated_total, account.status, len(account.positions)) == (D(700), "proven", 2)


def test_what_stands_behind_the_sum_of_all_is_doubted() -> None:
    (account,) = accounts_of(HEAD + ROWS + TOTAL + "Quill Annuity Option,,,,400.00,\n")
    assert (account.status, len(account.positions)) == ("unproven", 3)


def test_a_loan_that_no_sum_counts_is_doubted() -> None:
    (account,) = accounts_of(HEAD + ROWS + "Loan 01 balance,,,,90.00,\n")
    assert account.status == "unproven"


def test_a_row_of_all_sources_is_the_holding() -> None:
    text = (
        "Fund,Source,Shares,Price,Value\nQuill Stock Fund,ESOP,10,5.00,50.00\nQuill Stock Fund,Pre-tax,20,5.00,100.00\n"
        "Quill Stock Fund,Total,30,5.00,150.00\nIndex,Pre-tax,4,9.00,36.00\nIndex,Total,4,9.00,36.00\nTotal,,,,186.00\n"
    )
    (account,) = accounts_of(text)
    assert (account.status, [line.quantity for line in account.positions]) == ("proven", [D(30), D(4)])
    wrong = accounts_of(text.replace("20,5.00,100.00", "20,5.00,101.00"))
    assert all(one.status != "proven" for one in wrong)


def test_the_name_of_a_plan_is_no_owner_and_a_title_tells_whose_it_is() -> None:
    text = (
        "Plan Account Summary for ODILE FARROW\n\nPlan Name,Plan Number,Investment,Shares,Share Price,Value\n"
        "ORBITAL QUILL 401K,770021,ORBITAL INDEX,30,5.00,150.00\n"
    )
    (account,) = accounts_of(text)
    assert (account.owner, account.registration, account.number) == ("ODILE FARROW", "401k", "…0021")


def test_heads_in_capitals_run_together() -> None:
    text = (
        "PLANID|PARTID|PARTNAME|FUNDNAME|TICKER|SRC|UNITS|NAV|MKTVAL|ASOF\n"
        "A1220|000771|FARROW ODILE|QUILL INDEX|QZABX|DEF|10.0|5.00|50.00|20260930\n"
        "A1220|000884|CALLOWAY WREN|QUILL INDEX|QZABX|DEF|2.0|5.00|10.00|20260930\n"
    )
    assert [one.number for one in accounts_of(text)] == ["…0771", "…0884"]
