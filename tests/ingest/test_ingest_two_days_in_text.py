"""A summary of text without columns that prints each figure for two days tells what there is on the later one."""

from decimal import Decimal as D

from core.ingest.reading import read_here

SUMMARY = """Quarry Stock Plan Services
STATEMENT For the Period July 1 - September 30, 2026
Account Number: QS12345678
Share Purchase and Holdings Summary
Opening Value Closing Value
(as of 7/1/26) (as of 9/30/26)
Number of Shares 29.267 29.585
Share Price $141.1900 $118.8100
Share Value $4,132.21 $3,514.99
Cash Value $0.00 $4.30
Total Account Value $4,132.21 $3,519.29
"""


def test_the_closing_day_and_the_closing_figures_count() -> None:
    (found,) = read_here("quarter.txt", SUMMARY.encode()).accounts
    assert (str(found.as_of), found.stated_total, found.status) == ("2026-09-30", D("3519.29"), "unproven")


def test_where_the_days_are_in_no_order_they_are_left_as_they_stand() -> None:
    turned = SUMMARY.replace("(as of 7/1/26) (as of 9/30/26)", "(as of 9/30/26) (as of 7/1/26)")
    (found,) = read_here("quarter.txt", turned.encode()).accounts
    assert found.status == "unproven"
