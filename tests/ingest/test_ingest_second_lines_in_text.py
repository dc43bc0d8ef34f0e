"""Text without columns: the second line of a row with the end of its name, its symbol, its yield, or its CUSIP."""

from decimal import Decimal as D

from core.ingest.reading import read_here

TEXT = """Pinewick Securities, Member SIPC
Account # 5511-2233
INES CALLOWAY - INDIVIDUAL
Holdings
Beginning Ending
Market Value Quantity Price Market Value Total Unrealized EAI ($) /
Description Jun 1, 2026 Jun 30, 2026 Per Unit Jun 30, 2026 Cost Basis Gain/Loss EY (%)
Common Stock
QUILL HOLDINGS INCORPORATED 4,000.24 100.000 $41.0000 $4,100.00 $3,000.00 $1,100.00 175.56
(QZAB) 0.700
SLATE DEVELOPED MARKETS 1,500.98 20.000 $80.0000 1,600.00 1,400.00 200.00 39.41
SELECT SHARES (SLTM) 2.600
Total Common Stock (36% of account holdings) $5,501.22 $5,700.00 $4,400.00 $1,300.00
Bonds
LAKE ORRIN WTR SUPPLY REV 9,500.60 10,000.000 $100.5000 $10,050.00 $9,900.00 $150.00 500.00
5.00000% 05/01/2032 5.380
FIXED COUPON SEMIANNUALLY CUSIP: 912828ZZ6
Total Bonds (64% of account holdings) $9,500.60 $10,050.00 $9,900.00 $150.00
Total Holdings $15,001.82 $15,750.00 $14,300.00 $1,450.00
Ending Account Value $15,750.00
"""


def test_symbol_and_cusip_on_the_lines_below_are_those_of_the_row() -> None:
    (account,) = read_here("copied.txt", TEXT.encode()).accounts
    assert [(line.symbol, line.cusip, line.quantity, line.market_value) for line in account.positions] == [
        ("QZAB", None, D("100.000"), D("4100.00")),
        ("SLTM", None, D("20.000"), D("1600.00")),
        (None, "912828ZZ6", D("10000.000"), D("10050.00")),
    ]
    assert account.positions[1].description == "SLATE DEVELOPED MARKETS SELECT SHARES"
    assert account.status == "proven"
