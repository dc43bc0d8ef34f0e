"""Text whose columns are kept, of names and values alone: the funds of a plan and what they are worth."""

from decimal import Decimal as D

import pytest

from core.ingest.reading import read_here

TOP = """Tern Retirement                               Account Number: 7719-4402
Statement Period: February 1, 2026 - February 28, 2026

Your Funds
"""
ONE = """Fund                                Ending Balance
Quill Harbor Fund                        $1,200.00
Ember Bond Fund                            $420.00
Total                                    $1,620.00
"""
TWO = """Fund                                Beginning balance     Ending Balance
Quill Harbor Fund                           $1,000.00          $1,200.00
Ember Bond Fund                               $400.00            $420.00
Total                                       $1,400.00          $1,620.00
"""


@pytest.mark.parametrize("table", [ONE, TWO])
def test_the_funds_of_a_plan_are_read_by_their_ending_balances(table: str) -> None:
    (account,) = read_here("plan.txt", (TOP + table).encode()).accounts
    assert [line.market_value for line in account.positions] == [D("1200.00"), D("420.00")]
    assert (account.status, account.stated_total) == ("proven", D("1620.00"))
