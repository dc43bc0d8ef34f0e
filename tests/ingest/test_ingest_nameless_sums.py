"""An appraisal of stacked portfolios whose classes are summed in rows of figures without a word."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

APPRAISAL = """PORTFOLIO APPRAISAL
Wetherby Family Revocable Trust
Account No. 40217755
"August 31, 2026"

Quantity,Security Symbol,Security,Unit Cost,Total Cost,Price,Market Value,Accrued Interest,Gain/Loss,Pct. Assets
,,COMMON STOCK,,,,,,,
10,AAPL,Apple Inc.,140.00,1400.00,200.00,2000.00,,600.00,0.18
20,KO,Coca-Cola Company,50.00,1000.00,60.00,1200.00,,200.00,0.11
,,,,2400.00,,3200.00,,800.00,0.29
,,FIXED INCOME,,,,,,,
5000,13063A5G5,CALIFORNIA ST GO 5.500% 04/01/2033,100.00,5000.00,104.00,5200.00,61.11,200.00,0.47
,,,,5000.00,,5200.00,61.11,200.00,0.47
,,CASH AND EQUIVALENTS,,,,,,,
,usd,Cash Account,,2600.00,,2600.00,,,0.24
,,,,2600.00,,2600.00,,,0.24
TOTAL PORTFOLIO,,,,10000.00,,11000.00,61.11,1000.00,1.0
"""


def account(text: str) -> StatementAccount:
    (found,) = read_here("appraisal.csv", text.encode()).accounts
    return found


def test_figures_without_a_word_that_sum_the_rows_above_are_their_sum() -> None:
    found = account(APPRAISAL)
    assert [line.symbol or line.cusip for line in found.positions if line.asset_type != "cash"] == [
        "AAPL",
        "KO",
        "13063A5G5",
    ]
    assert (found.stated_total, found.cash, found.status) == (D("11000.00"), D("2600.00"), "proven")


def test_figures_without_a_word_that_sum_nothing_above_are_told() -> None:
    found = account(APPRAISAL.replace(",,,,2400.00,,3200.00,,800.00,0.29", ",,,,2900.00,,4100.00,,1200.00,0.29"))
    assert found.status == "unproven"
    assert any("without a name" in check.where for check in found.checks if not check.ok)


def test_a_cost_that_is_not_that_of_the_rows_above_is_told() -> None:
    found = account(APPRAISAL.replace(",,,,2400.00,,3200.00", ",,,,2900.00,,3200.00"))
    assert any(not check.ok or check.difference for check in found.checks if "cost" in check.check)
