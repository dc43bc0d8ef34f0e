"""Private funds: commitments told once more under the holdings, a fund that prints nothing but dashes."""

import re
from datetime import date
from decimal import Decimal as D

import pytest

from core.ingest.reading import read_here

FUNDS = """HARBORLIGHT PRIVATE WEALTH
Statement as of June 30, 2026
Account Number: 4471-2290

Asset Summary
Asset Class                          Market Value       % of Account
Cash                                    25,000.00               1.0%
Alternative Investments              2,434,000.00              99.0%
Total Value                          2,459,000.00             100.0%

Cash
Description                                          Market Value
Cash Balance                                            25,000.00

Alternative Investments
Fund                                  NAV Date        Commitment        Called      Unfunded         Value
Harbor Growth Partners III, L.P.      03/31/2026      2,000,000.00  1,500,000.00    500,000.00   1,650,000.00
Willow Private Credit Fund II, L.P.   12/31/2025      1,000,000.00    700,000.00    300,000.00     784,000.00
Harbor Total Return Fund V, L.P.      -                          -             -             -              -
Total Alternative Investments                         3,000,000.00  2,200,000.00    800,000.00   2,434,000.00

Total Account Value                                                                          2,459,000.00

Commitments of Private Funds
Fund                                  Vintage    Commitment        Called      Unfunded      Distributed         Value
Harbor Growth Partners III, L.P.      2021     2,000,000.00  1,500,000.00    500,000.00       210,000.00   1,650,000.00
Willow Private Credit Fund II, L.P.   2022     1,000,000.00    700,000.00    300,000.00        45,000.00     784,000.00
Total                                          3,000,000.00  2,200,000.00    800,000.00       255,000.00   2,434,000.00
"""


@pytest.mark.parametrize("flowed", [False, True], ids=["columns", "single blanks"])
def test_funds_told_twice_count_once_and_one_of_dashes_is_none(flowed: bool) -> None:
    text = re.sub(" +", " ", FUNDS) if flowed else FUNDS
    statement = read_here("statement.txt", text.encode())
    (account,) = statement.accounts
    assert [(line.description, line.nav_date, line.commitment, line.market_value) for line in account.positions] == [
        ("Harbor Growth Partners III, L.P.", date(2026, 3, 31), D("2000000.00"), D("1650000.00")),
        ("Willow Private Credit Fund II, L.P.", date(2025, 12, 31), D("1000000.00"), D("784000.00")),
    ]
    assert (account.cash, account.stated_total, account.status) == (D("25000.00"), D("2459000.00"), "proven")
    assert any("Harbor Total Return Fund V" in issue.message for issue in statement.issues if issue.code == "nothing")


def test_a_further_fund_in_the_later_table_is_no_repetition() -> None:
    """A fund that the holdings lack keeps its row, so that the total no longer ties."""
    row = "Garnet Venture Fund, L.P.             2024       500,000.00    100,000.00    400,000.00"
    more = f"{FUNDS}{row}             0.00     110,000.00\n"
    (account,) = read_here("statement.txt", more.encode()).accounts
    assert account.status != "proven"
