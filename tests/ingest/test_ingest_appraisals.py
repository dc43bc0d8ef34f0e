"""Appraisals of managers as table files: sums without a name, interest as a row of each class, symbols in small."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

OVER = "Alder Asset Management\nPORTFOLIO APPRAISAL\n{whose}\nAccount No. 8750-7506\n2026-09-30\n\n"
HEADS = "Quantity,Symbol,Security,Unit Cost,Total Cost,Price,Market Value\n"
BONDS = (
    ",,CORPORATE BONDS,,,,\n20000,92343VBY9,Quill Communications Nt 4.625% Due 03-15-43,99.00,19800.00,95.00,19000.00\n"
    ",,Accrued Interest,,,,{interest}\n,,,,19800.00,,{bonds}\n"
)
STOCKS = (
    ",,COMMON STOCK,,,,\n10,qzab,Quill Harbor Inc.,20.00,200.00,30.00,300.00\n"
    "5,qzcd,Onyx Paper Corp.,10.00,50.00,20.00,100.00\n,,,,250.00,,400.00\n"
)
TOTAL = ",,TOTAL PORTFOLIO,,20050.00,,{total}\n"
LOTS = (
    "Date,Quantity,Security,Unit Cost,Total Cost,Price,Market Value\n,,COMMON STOCK,,,,\n"
    "2019-05-10,8,Quill Harbor Inc.,20.00,160.00,30.00,240.00\n2021-05-10,2,Quill Harbor Inc.,25.00,50.00,30.00,60.00\n"
    ",10,,,210.00,,{lots}\n2020-05-10,5,Onyx Paper Corp.,10.00,50.00,20.00,100.00\n,,,,260.00,,400.00\n"
    ",,TOTAL PORTFOLIO,,260.00,,400.00\n"
)


def read(rows: str, whose: str = "Rowan Tern\nRollover IRA") -> StatementAccount:
    (account,) = read_here("appraisal.csv", (OVER.format(whose=whose) + rows).encode()).accounts
    return account


def with_interest(interest: str, bonds: str, total: str) -> StatementAccount:
    return read(HEADS + BONDS.format(interest=interest, bonds=bonds) + STOCKS + TOTAL.format(total=total))


def test_interest_in_a_row_of_its_own_counts_in_the_sum_of_its_class() -> None:
    account = with_interest("250.00", "19250.00", "19650.00")
    assert (account.status, account.stated_total, account.cash) == ("proven", D("19650.00"), None)
    assert [line.market_value for line in account.positions] == [D(19000), D(300), D(100)]


def test_a_sum_that_the_rows_do_not_make_proves_nothing() -> None:
    assert with_interest("250.00", "19350.00", "19650.00").status != "proven"


def test_symbols_in_small_letters_are_symbols() -> None:
    account = with_interest("250.00", "19250.00", "19650.00")
    assert [line.symbol for line in account.positions] == [None, "QZAB", "QZCD"]


@pytest.mark.parametrize(("lots", "status"), [("300.00", "proven"), ("310.00", "unproven")])
def test_a_row_of_figures_under_the_lots_of_a_security_is_their_sum(lots: str, status: str) -> None:
    account = read(LOTS.format(lots=lots))
    assert account.status == status
    assert [(line.quantity, len(line.lots)) for line in account.positions] == [(D(10), 2), (D(5), 1)]


def test_a_trust_over_its_trustee_is_the_owner() -> None:
    account = read(HEADS + STOCKS + ",,TOTAL PORTFOLIO,,250.00,,400.00\n", 'Tern Living Trust\n"Rowan Tern, Trustee"')
    assert (account.owner, account.registration, account.status) == ("Tern Living Trust", "trust_grantor", "proven")


def test_total_assets_beside_an_account_is_what_it_is_worth() -> None:
    text = (
        "Account Summary\nAccount,Total Assets,Total Gain $,Total Gain %\nJoint JTWROS -3378,400.00,150.00,60.00\n\n"
        "Symbol,Last Price $,Qty #,Value $\nQZAB,30.00,10,300.00\nQZCD,20.00,5,100.00\n"
    )
    (account,) = read_here("download.csv", text.encode()).accounts
    assert (account.number, account.registration, account.stated_total) == ("…3378", "taxable_joint", D(400))
