"""Positions of a table file that are the sums of their lots: only what else is printed can prove them."""

import pytest

from core.ingest.reading import read_here

LOTS = """Account,4471-2290
As of,06/30/2026
Symbol,Description,Date Acquired,Quantity,Cost Basis,Market Value
QTHF,Tern Harbor Foods Corp,03/14/2024,100,2000.00,2500.00
QTHF,Tern Harbor Foods Corp,01/09/2026,50,1200.00,1250.00
QWWE,Willow World Equity ETF,06/02/2025,40,3500.00,4010.00
"""
GAINS = """Account,4471-2290
As of,06/30/2026
Symbol,Description,Date Acquired,Quantity,Cost Basis,Market Value,Gain/Loss
QTHF,Tern Harbor Foods Corp,03/14/2024,100,2000.00,2500.00,500.00
QTHF,Tern Harbor Foods Corp,01/09/2026,50,1200.00,1250.00,50.00
QWWE,Willow World Equity ETF,06/02/2025,40,3500.00,4010.00,510.00
"""


@pytest.mark.parametrize(
    ("text", "status"),
    [(LOTS, "unproven"), (GAINS, "proven"), (f"{LOTS}Total,,,,6700.00,7760.00\n", "proven")],
    ids=["lots alone", "with their gains", "with a total"],
)
def test_lots_that_add_up_to_themselves_prove_nothing(text: str, status: str) -> None:
    (account,) = read_here("lots.csv", text.encode()).accounts
    assert [len(line.lots) for line in account.positions] == [2, 1]
    assert account.status == status
