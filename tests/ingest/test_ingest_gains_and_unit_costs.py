"""What a row's own figures say of its cost: the gain of each term, and what one unit has cost."""

import re
from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

TERMS = """HARBORLIGHT SECURITIES
Statement as of June 30, 2026
Account Number: 4471-2290

Description               Symbol   Quantity    Price   Market Value   Cost Basis   Short-Term Gain   Long-Term Gain
Tern Harbor Foods Corp    QTHF          150    25.00       3,750.00     3,200.00             50.00           500.00
Willow World Equity ETF   QWWE           40   100.25       4,010.00     3,500.00                 -           510.00
Garnet Short Bond ETF     QGSB           20    50.00       1,000.00     1,030.00           (30.00)                -
Total                                                      8,760.00     7,730.00             20.00         1,010.00
Total Account Value                                        8,760.00
"""
TERMS_CSV = """Account,4471-2290
Symbol,Description,Quantity,Price,Market Value,Cost Basis,ST Gain/Loss,LT Gain/Loss
QTHF,Tern Harbor Foods Corp,150,25.00,3750.00,3200.00,50.00,500.00
QWWE,Willow World Equity ETF,40,100.25,4010.00,3500.00,,510.00
QGSB,Garnet Short Bond ETF,20,50.00,1000.00,1030.00,-30.00,
Total,,,,8760.00,7730.00,20.00,1010.00
"""
WHOLE_CSV = """Account,4471-2290
Symbol,Description,Quantity,Price,Market Value,Cost Basis,ST Gain/Loss,LT Gain/Loss,Total Gain/Loss
QTHF,Tern Harbor Foods Corp,150,25.00,3750.00,3200.00,50.00,500.00,550.00
QWWE,Willow World Equity ETF,40,100.25,4010.00,3500.00,,510.00,510.00
QGSB,Garnet Short Bond ETF,20,50.00,1000.00,1030.00,-30.00,,-30.00
Total,,,,8760.00,7730.00,20.00,1010.00,1030.00
"""
EACH = """Account,4471-2290
Symbol,Description,Quantity,Average Cost,Price,Market Value,Total Cost
QTHF,Tern Harbor Foods Corp,150,21.3333,25.00,3750.00,3200.00
QWWE,Willow World Equity ETF,40,97.50,100.25,4010.00,3500.00
91282XYZ1,Harbor Treasury Note 4.000% 05/15/2031,10000,99.00,98.50,9850.00,9910.00
"""
UNPRICED = """Account,4471-2290
Symbol,Description,Quantity,Market Value,Total Cost
QTHF,Tern Harbor Foods Corp,150,3750.00,3200.00
QWWE,Willow World Equity ETF,40,4010.00,3500.00
Total,,,7760.00,6700.00
"""


def only(text: str, name: str = "statement.csv") -> StatementAccount:
    (account,) = read_here(name, text.encode()).accounts
    return account


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TERMS, "terms.txt"),
        (re.sub(" +", " ", TERMS), "flowed.txt"),
        (TERMS_CSV, "terms.csv"),
        (WHOLE_CSV, "whole.csv"),
    ],
    ids=["columns", "single blanks", "table", "table with the whole"],
)
def test_the_gain_of_both_terms_is_the_gain(text: str, name: str) -> None:
    account = only(text, name)
    assert [line.gain for line in account.positions] == [D("550.00"), D("510.00"), D("-30.00")]
    assert account.status == "proven" and not any(line.flagged for line in account.positions)


def test_a_cost_that_moved_is_seen_by_the_gains_of_both_terms() -> None:
    account = only(TERMS_CSV.replace("3500.00,,", "3050.00,,"))
    assert account.status != "proven" or account.positions[1].flagged


def test_a_cost_that_is_not_that_of_its_units_is_flagged() -> None:
    foods, world, note = only(EACH).positions
    assert (foods.flagged, world.flagged, note.flagged) == (False, True, False)
    assert world.in_doubt == "cost basis may be '3,900.00'"


def test_a_gain_that_confirms_the_cost_settles_it() -> None:
    plain = EACH.replace("Total Cost\n", "Total Cost,Gain/Loss\n").replace("4010.00,3500.00", "4010.00,3500.00,510.00")
    assert not only(plain).positions[1].flagged


def test_units_without_a_price_are_told_to_be_held_against_nothing() -> None:
    statement = read_here("statement.csv", UNPRICED.encode())
    told = [issue.message for issue in statement.issues if issue.code == "no_price"]
    assert told == ["2 rows print units and a value but no price, so these units are held against nothing"]
