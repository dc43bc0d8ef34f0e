"""Notes of one bank, all called the same: their prices and the lines below tell them apart."""

import re
from decimal import Decimal as D

import pytest

from core.ingest.reading import read_here

NOTES = """HARBORLIGHT PRIVATE WEALTH
Statement as of June 30, 2026
Account Number: 4471-2290

Structured Products
Description                              Acquired      Quantity    Price   Market Value   Cost Basis   Unrealized Gain
GARNET BANK AUTOCALLABLE BARRIER NOTE    09/10/2024     150,000   100.00     150,000.00   150,000.00              0.00
CUSIP 38151AAA2 DUE 09/15/2027
GARNET BANK AUTOCALLABLE BARRIER NOTE    03/10/2025     100,000    95.00      95,000.00   100,000.00         -5,000.00
CUSIP 38151AAB0 DUE 03/15/2028
Total Structured Products                               250,000              245,000.00   250,000.00         -5,000.00
Total Account Value                                                          245,000.00
"""
TABLE = """Account,4471-2290
Description,Acquired,Quantity,Price,Market Value,Cost Basis
GARNET HARBOR AUTOCALLABLE NOTE,09/10/2024,150000,100.00,150000.00,150000.00
GARNET HARBOR AUTOCALLABLE NOTE,03/10/2025,100000,95.00,95000.00,100000.00
Total,,,,245000.00,250000.00
"""


@pytest.mark.parametrize("flowed", [False, True], ids=["columns", "single blanks"])
def test_two_notes_of_one_name_are_two_and_keep_their_numbers(flowed: bool) -> None:
    (account,) = read_here("statement.txt", (re.sub(" +", " ", NOTES) if flowed else NOTES).encode()).accounts
    assert [(line.cusip, line.quantity, line.market_value) for line in account.positions] == [
        ("38151AAA2", D(150000), D("150000.00")),
        ("38151AAB0", D(100000), D("95000.00")),
    ]
    assert account.status == "proven"


def test_rows_of_one_name_at_two_prices_are_no_lots_of_one() -> None:
    (account,) = read_here("statement.csv", TABLE.encode()).accounts
    assert [(line.price, line.quantity) for line in account.positions] == [(D(100), D(150000)), (D(95), D(100000))]
    assert account.status == "proven"


def test_rows_of_one_name_at_one_price_are_its_lots() -> None:
    alike = TABLE.replace("100000,95.00,95000.00", "100000,100.00,100000.00").replace("245000.00", "250000.00")
    (account,) = read_here("statement.csv", alike.encode()).accounts
    assert [(line.quantity, len(line.lots)) for line in account.positions] == [(D(250000), 2)]
