"""A page of a site with two cells in a column and groups that fold: their heads bear sums, and titles of accounts."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here

HEADS = """\
Positions   Data as of 06/30/2026 4:00 PM ET

Symbol                                Price                    Day Chng $     Cost Basis    Gain/Loss $
                             Qty                Mkt Value                                                  % of Acct
Description                          Change                    Day Chng %       Per unit    Gain/Loss %

"""
FIRST = """\
▾ CALLOWAY REVOCABLE                           $1,500.00                       $1,280.00       +$120.00       100%
LIVING TRUST
Revocable Trust · 4417-2093

▾ Equity (2)                                   $1,400.00                       $1,280.00       +$120.00      93.3%
QZAB                          30     $30.00      $900.00         +$3.00          $780.00       +$120.00      60.0%
QUILL HARBOR CORP                     +0.10                      +0.33%           $26.00        +15.38%

QZE                           50     $10.00      $500.00         -$5.00          $500.00         +$0.00      33.3%
EMBER WATER AND POWER                 -0.10                      -1.00%           $10.00         +0.00%
COMPANY

▾ Cash & Sweep                                   $100.00                              --             --       6.7%
Cash                          --         --      $100.00             --               --             --       6.7%
ALDER BANK DEPOSIT SWEEP

"""
SECOND = """\
▾ INES CALLOWAY                                  $400.00                         $380.00        +$20.00       100%
Roth IRA · 4417-8820

▾ Mutual Fund (1)                                $400.00                         $380.00        +$20.00       100%
VGRX                          20     $20.00      $400.00         +$2.00          $380.00        +$20.00       100%
GROWTH FUND                           +0.10                      +0.50%           $19.00         +5.26%

Group total                                    $1,900.00                                       +$140.00
"""


def read(text: str) -> Statement:
    return read_here("site.txt", text.encode())


def test_accounts_and_classes_are_titled_by_heads_with_sums() -> None:
    first, second = read(HEADS + FIRST + SECOND).accounts
    assert (first.owner, first.registration, first.number[-4:], first.status, first.stated_total) == (
        "CALLOWAY REVOCABLE LIVING TRUST",
        "trust_grantor",
        "2093",
        "proven",
        D("1500.00"),
    )
    assert (second.owner, second.registration, second.number[-4:], second.status, second.stated_total) == (
        "INES CALLOWAY",
        "roth_ira",
        "8820",
        "proven",
        D("400.00"),
    )
    assert [(one.symbol, one.description, one.quantity, one.cost_basis) for one in first.positions[:2]] == [
        ("QZAB", "QUILL HARBOR CORP", D(30), D("780.00")),
        ("QZE", "EMBER WATER AND POWER COMPANY", D(50), D("500.00")),
    ]
    assert first.cash == D("100.00")
    assert [(one.symbol, one.section) for one in second.positions] == [("VGRX", "Mutual Fund")]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (HEADS + FIRST.replace("$1,500.00", "$1,600.00") + SECOND.split("Group")[0], 0),
        (HEADS + FIRST + SECOND.replace("$1,900.00", "$2,900.00"), 1),
        (HEADS + FIRST.split("QZE")[0] + "▾ Cash" + FIRST.split("▾ Cash")[1] + SECOND.split("Group")[0], 0),
    ],
)
def test_sums_that_do_not_hold_prove_nothing(text: str, wrong: int) -> None:
    assert read(text).accounts[wrong].status != "proven"
