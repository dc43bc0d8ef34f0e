"""Rows that begin with a day under a name in the lines above: with columns kept by blanks, and with columns lost."""

import re
from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.reading import read_here

TOP = """Quillback Clearing
Account Number: 5TN-330918
Statement Period: 05/01/2026 - 05/31/2026

ENDING ACCOUNT VALUE                         $61,204.25         $61,204.25

Portfolio Holdings
"""
ENDS = (29, 41, 55, 70, 85, 104, 116, 131, 143)
BODY: tuple[str | tuple[str, ...], ...] = (
    ("", "", "", "", "", "", "Unrealized", "Accrued", "Estimated", "Estimated"),
    ("Date Acquired", "Quantity", "Unit Cost", "Cost Basis", "Market Price", "Market Value", "Gain/Loss", "Interest",
     "Annual Income", "Yield"),
    "CASH, MONEY FUNDS AND BANK DEPOSITS 13.00% of Portfolio",
    "Money Market",
    "QUILLBACK INSURED DEPOSITS",
    ("05/31/26", "8,104.250", "N/A", "N/A", "1.0000", "8,104.25", "", "", "16.20", "0.20%"),
    ("Total Money Market", "", "", "", "", "$8,104.25", "", "", "$16.20"),
    "FIXED INCOME 33.00% of Portfolio (In Maturity Date Sequence)",
    "Corporate Bonds",
    "TERN HARBOR CAPITAL CORP NOTE Security Identifier: 879360AC0",
    "4.500% 06/15/31 B/E DTD 06/15/21",
    "Moody Rating A3 S & P Rating A",
    ("03/04/24 *,3", "12,000.0000", "99.0000", "11,880.00", "101.0000", "12,120.00", "240.00", "69.00", "540.00",
     "4.45%"),
    "Original Cost Basis: $11,850.00",
    ("09/10/24 *", "8,000.0000", "100.0000", "8,000.00", "101.0000", "8,080.00", "80.00", "46.00", "360.00", "4.45%"),
    "Original Cost Basis: $8,011.00",
    ("Total Noncovered", "20,000.0000", "", "19,880.00", "", "20,200.00", "320.00", "115.00", "900.00"),
    ("Total", "20,000.0000", "", "$19,880.00", "", "$20,200.00", "$320.00", "$115.00", "$900.00"),
    ("Total Corporate Bonds", "", "", "$19,880.00", "", "$20,200.00", "$320.00", "$115.00", "$900.00"),
    "EQUITIES 54.00% of Portfolio",
    "Common Stocks",
    "GARNET LAKE MINING INC COM Security Identifier: QGLM",
    "Dividend Option: Cash",
    ("02/02/23", "200.0000", "60.0000", "12,000.00", "82.0000", "16,400.00", "4,400.00"),
    ("07/19/24", "100.0000", "70.0000", "7,000.00", "82.0000", "8,200.00", "1,200.00"),
    ("Total Covered", "300.0000", "", "19,000.00", "", "24,600.00", "5,600.00"),
    ("Total", "300.0000", "", "$19,000.00", "", "$24,600.00", "$5,600.00", "", "$0.00"),
    "WILLOW ONYX BANCORP COM Security Identifier: QWOB",
    "Dividend Option: Reinvest",
    ("11/30/21 3", "207.5000", "30.0000", "6,225.00", "40.0000", "8,300.00", "2,075.00", "", "99.60", "1.20%"),
    ("Total Common Stocks", "", "", "$25,225.00", "", "$32,900.00", "$7,675.00", "", "$99.60"),
    ("TOTAL PORTFOLIO HOLDINGS", "", "", "$45,105.00", "", "$61,204.25", "$7,995.00", "$115.00", "$1,015.80"),
)  # fmt: skip


def _line(cells: str | tuple[str, ...]) -> str:
    if isinstance(cells, str):
        return cells
    line, *figures = cells
    for end, figure in zip(ENDS, figures, strict=False):
        line = line.ljust(end - len(figure)) + figure if figure else line
    return line


KEPT = TOP + "\n".join(map(_line, BODY)) + "\n"
LOST = "\n".join(re.sub(r" +", " ", line).strip() for line in KEPT.splitlines() if line.strip()) + "\n"


def _account(text: str) -> tuple[StatementAccount, Statement]:
    statement = read_here("quillback.txt", text.encode())
    assert not statement.refused
    return statement.accounts[0], statement


@pytest.mark.parametrize("text", [KEPT, LOST], ids=["columns", "single blanks"])
def test_each_security_has_the_name_above_and_its_lots(text: str) -> None:
    """The marks of notes behind a day are no units, and the lines of a bond are no names of others."""
    account, _ = _account(text)
    assert account.status == "proven"
    held = {
        line.symbol or line.cusip: (line.quantity, line.market_value, line.cost_basis)
        for line in account.positions
        if line.asset_type != "cash"
    }
    assert held == {
        "879360AC0": (D(20000), D("20200.00"), D("19880.00")),
        "QGLM": (D(300), D("24600.00"), D("19000.00")),
        "QWOB": (D("207.5"), D("8300.00"), D("6225.00")),
    }
    lots = {
        line.symbol or line.cusip: [(str(lot.acquired), lot.quantity) for lot in line.lots]
        for line in account.positions
    }
    assert lots["879360AC0"] == [("2024-03-04", D(12000)), ("2024-09-10", D(8000))]
    assert lots["QGLM"] == [("2023-02-02", D(200)), ("2024-07-19", D(100))]
    assert lots["QWOB"] == [("2021-11-30", D("207.5"))]


@pytest.mark.parametrize("text", [KEPT, LOST], ids=["columns", "single blanks"])
def test_the_day_of_a_balance_is_no_lot(text: str) -> None:
    """Cash with a day and no cost is the balance of that day."""
    account, _ = _account(text)
    cash = next(line for line in account.positions if line.asset_type == "cash")
    assert (cash.description, cash.market_value, cash.lots) == ("QUILLBACK INSURED DEPOSITS", D("8104.25"), ())
    assert account.cash == D("8104.25")


@pytest.mark.parametrize("text", [KEPT, LOST], ids=["columns", "single blanks"])
def test_accrued_interest_of_lots_is_that_of_the_bond(text: str) -> None:
    """`Accrued` stands over `Interest`: only the two lines together are the head."""
    account, _ = _account(text)
    bond = next(line for line in account.positions if line.asset_type == "bond")
    assert bond.accrued == D("115.00")


@pytest.mark.parametrize("text", [KEPT, LOST], ids=["columns", "single blanks"])
def test_a_lost_lot_is_not_proven(text: str) -> None:
    """Without the row of one lot the printed sum of the security does not tie."""
    broken = "\n".join(line for line in text.splitlines() if not line.startswith("07/19/24"))
    account, _ = _account(broken)
    assert account.status != "proven"


OVER = """Fernhill Financial
Account # 5513 7720 991
May 1 - May 31, 2026
Account value                                                                                $7,250.00
Equities
                           Trade                                                                        Unrealized
Description    Symbol      date       Quantity     Cost/share    Cost basis     Price    Market value    gain/loss
GARNET LAKE    QGLM
               03/09/21                 30.000         $50.10     $1,503.00    $82.00       $2,460.00      $957.00
               09/30/25                 20.000          70.00      1,400.00     82.00        1,640.00       240.00
Total                                   50.000                    $2,903.00                 $4,100.00    $1,197.00
WILLOW ONYX    QWOB
               02/28/24                 78.750          35.00      2,756.25     40.00        3,150.00       393.75
Total equities                                                    $5,659.25                 $7,250.00    $1,590.75
"""


@pytest.mark.parametrize("lost", [False, True], ids=["columns", "single blanks"])
def test_name_and_symbol_stand_over_lots_in_a_table_with_columns_for_both(lost: bool) -> None:
    """The word `Trade` over `date` makes it the day of purchase; the next name begins another security."""
    text = "\n".join(re.sub(r" +", " ", line).strip() for line in OVER.splitlines()) if lost else OVER
    account, _ = _account(text)
    assert account.status == "proven"
    assert [(line.symbol, line.description, line.quantity) for line in account.positions] == [
        ("QGLM", "GARNET LAKE", D(50)),
        ("QWOB", "WILLOW ONYX", D("78.75")),
    ]
    assert [[str(lot.acquired) for lot in line.lots] for line in account.positions] == [
        ["2021-03-09", "2025-09-30"],
        ["2024-02-28"],
    ]
