"""Lots in text whose columns are lost: a day and a term in each row, sums of lots, classes summed under their names."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount, StatementLine
from core.ingest.reading import read_here

DATED = """CLIENT STATEMENT For the Period June 1-30, 2026 Page 1 of 4
Alder Wick
Account Summary 418-220917-055 INES R CALLOWAY
CHANGE IN VALUE OF YOUR ACCOUNT
TOTAL BEGINNING VALUE $15,000.00
TOTAL ENDING VALUE $15,220.00
CLIENT STATEMENT For the Period June 1-30, 2026 Page 2 of 4
Alder Wick
Account Detail 418-220917-055 INES R CALLOWAY
HOLDINGS
CASH, BANK DEPOSIT PROGRAM AND MONEY MARKET FUNDS
Description Market Value Current Yield % Est Ann Income APY %
ALDER WICK BANK N.A. $500.00 - $0.05 0.010
CLIENT STATEMENT For the Period June 1-30, 2026 Page 3 of 4
Alder Wick
Account Detail 418-220917-055 INES R CALLOWAY
STOCKS
Unrealized Est Ann Current
Security Description Trade Date Quantity Unit Cost Share Price Total Cost Market Value Gain/(Loss) Income Yield %
TERN HARBOR FOODS SERIES 2 (QTHF) 3/14/24 100.000 $20.000 $25.000 $2,000.00 $2,500.00 $500.00 LT
1/9/26 50.000 24.000 25.000 1,200.00 1,250.00 50.00 ST
Total 150.000 3,200.00 3,750.00 550.00 30.00 0.80
WILLOW ONYX BANCORP (QWOB) 6/2/25 40.000 30.000 28.000 1,200.00 1,120.00 (80.00) LT 12.00 1.07
Percentage Unrealized
of Holdings Total Cost Market Value Gain/(Loss) Est Ann Income Yield %
STOCKS 32.00% $4,400.00 $4,870.00 $470.00 $42.00 0.86%
GOVERNMENT SECURITIES
TREASURY SECURITIES
Unrealized Est Ann Current
Security Description Trade Date Quantity Unit Cost Share Price Total Cost Market Value Gain/(Loss) Income Yield %
U.S. TREASURY NOTE 4.25% DUE 11/15/2034 11/20/24 10,000.000 $99.100 $98.500 $9,910.00 $9,850.00 $(60.00) LT 425.00 4.31
Percentage Unrealized
of Holdings Total Cost Market Value Gain/(Loss) Est Ann Income Yield %
GOVERNMENT SECURITIES 64.72% $9,910.00 $9,850.00 $(60.00) $425.00 4.31%
TOTAL VALUE 100.00% $14,310.00 $15,220.00 $410.00 $467.05 3.07%
CASH FLOW ACTIVITY BY DATE
Activity
Date Activity Type Description Quantity Price Credits/(Debits)
6/5 Bought TERN HARBOR FOODS SERIES 2 10.000 24.5000 (245.00)
CLIENT STATEMENT For the Period June 1-30, 2026 Page 4 of 4
Alder Wick
Account Detail 418-220964-055 INES R CALLOWAY TTEE
STOCKS
COMMON STOCKS
Unrealized Est Ann Current
Security Description Trade Date Quantity Unit Cost Share Price Total Cost Market Value Gain/(Loss) Income Yield %
GARNET LAKE MINING (QGLM) 1/5/20 45.000 $75.000 $200.000 $3,375.00 $9,000.00 $5,625.00 LT 45.00 0.50
Percentage Unrealized
of Holdings Total Cost Market Value Gain/(Loss) Est Ann Income Yield %
STOCKS 100.00% $3,375.00 $9,000.00 $5,625.00 $45.00 0.50%
TOTAL VALUE 100.00% $3,375.00 $9,000.00 $5,625.00 $45.00 0.50%
"""


def read(text: str) -> Statement:
    return read_here("statement.txt", text.encode())


def only(text: str) -> StatementAccount:
    (account,) = read(text).accounts
    return account


def lots_of(line: StatementLine) -> list[tuple[str, D | None, D | None]]:
    return [(str(lot.acquired), lot.quantity, lot.cost_basis) for lot in line.lots]


def test_rows_with_a_day_are_lots_and_classes_under_their_names_are_sums() -> None:
    first, second = read(DATED).accounts
    foods, bank, note = first.positions
    assert (foods.symbol, foods.quantity, foods.cost_basis, foods.gain) == ("QTHF", D(150), D("3200.00"), D("550.00"))
    assert lots_of(foods) == [("2024-03-14", D(100), D("2000.00")), ("2026-01-09", D(50), D("1200.00"))]
    assert (bank.description, lots_of(bank)) == ("WILLOW ONYX BANCORP", [("2025-06-02", D(40), D("1200.00"))])
    assert (note.description, note.asset_type) == ("U.S. TREASURY NOTE 4.25% DUE 11/15/2034", "bond")
    assert (first.number, first.owner, first.cash) == ("…7055", "INES R CALLOWAY", D("500.00"))
    assert (first.stated_total, first.status) == (D("15220.00"), "proven")
    assert (second.number, second.owner, second.status) == ("…4055", "INES R CALLOWAY TTEE", "proven")


def test_a_figure_in_a_name_is_no_quantity_of_a_purchase() -> None:
    (bought,) = read(DATED).accounts[0].activity
    assert (bought.quantity, bought.amount) == (D(10), D("-245.00"))


@pytest.mark.parametrize(
    "lost",
    [
        "1/9/26 50.000 24.000 25.000 1,200.00 1,250.00 50.00 ST\n",
        "WILLOW ONYX BANCORP (QWOB) 6/2/25 40.000 30.000 28.000 1,200.00 1,120.00 (80.00) LT 12.00 1.07\n",
    ],
)
def test_a_lot_that_is_lost_leaves_its_account_unproven(lost: str) -> None:
    assert read(DATED.replace(lost, "")).accounts[0].status == "unproven"


def test_a_class_of_which_no_row_was_read_is_no_security() -> None:
    """Rows in a form that is not understood: the sum that repeats their heading must not stand for them."""
    lines = DATED.splitlines()
    kept = [line for line in lines if not line.startswith(("TERN", "1/9/26", "Total 150", "WILLOW"))]
    first = read("\n".join(kept)).accounts[0]
    assert [line.description for line in first.positions] == ["U.S. TREASURY NOTE 4.25% DUE 11/15/2034"]
    assert first.status == "unproven"
