"""Text copied out of a plan's site: cells one to a line, or parted by tabs, and the sum under its own word."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.registrations import registration_of
from core.ingest.reading import read_here

BEFORE = [
    "Log out",
    "",
    "Tamarack Boatyard 401(k) Plan",
    "Participant: Odile Farrow",
    "Account number: 55218093",
    "",
    "Current balance",
    "$6,150.00",
    "as of market close 08/31/2026",
    "",
    "My investments",
]
HEADS = ["Investment name", "Units", "Unit price", "Balance", "% of balance", "Change since yesterday"]
ROWS = [
    ["Marlow Dividend Growth Fund", "120.000", "$30.00", "$3,600.00", "58.5%", "+$4.10"],
    ["Marlow Stable Value", "255.000", "$10.00", "$2,550.00", "41.5%", "$0.00"],
]
SUM = ["Total", "$6,150.00", "100.0%"]
AFTER = [
    "",
    "Balance by source",
    "Source",
    "Balance",
    "Roth deferral",
    "$4,000.00",
    "Employer match",
    "$2,150.00",
    "Total",
    "$6,150.00",
]


def account(name: str, lines: list[str]) -> StatementAccount:
    (found,) = read_here(name, "\n".join(lines).encode()).accounts
    return found


def is_whole(found: StatementAccount) -> bool:
    rows = [(line.description, line.quantity, line.price, line.market_value) for line in found.positions]
    said = (found.number, found.owner, found.registration, found.stated_total, found.status)
    return rows == [
        ("Marlow Dividend Growth Fund", D("120.000"), D("30.00"), D("3600.00")),
        ("Marlow Stable Value", D("255.000"), D("10.00"), D("2550.00")),
    ] and said == ("…8093", "Odile Farrow", "401k", D("6150.00"), "proven")


@pytest.mark.parametrize("columns", [4, 5, 6])
def test_cells_one_to_a_line_are_rows_however_many_columns_are_not_read(columns: int) -> None:
    cells = [cell for row in (HEADS, *ROWS) for cell in row[:columns]]
    assert is_whole(account("site.txt", [*BEFORE, *cells, *SUM[: max(2, columns - 3)], *AFTER]))


def test_blank_lines_may_stand_between_the_rows_of_cells() -> None:
    cells = [*HEADS, *(cell for row in ROWS for cell in ("", *row))]
    assert is_whole(account("site.txt", [*BEFORE, *cells, "", *SUM, *AFTER]))


def test_a_sum_under_its_own_word_below_a_table_with_tabs_is_the_total() -> None:
    rows = ["\t".join(row) for row in (HEADS, *ROWS)]
    assert is_whole(account("site.txt", [*BEFORE, *rows, *SUM, *AFTER]))


def test_a_sum_under_its_word_that_does_not_tie_proves_nothing() -> None:
    rows = ["\t".join(row) for row in (HEADS, *ROWS)]
    assert account("site.txt", [*BEFORE, *rows, "Total", "$6,180.00", *AFTER]).status != "proven"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Roth deferral", None),
        ("Roth contributions", None),
        ("Roth 401(k)", "401k"),
        ("Tamarack 403(b) Roth", "403b"),
        ("Roth IRA, rolled over from a 401(k)", "roth_ira"),
        ("Roth", "roth_ira"),
    ],
)
def test_roth_money_within_a_plan_is_no_roth_ira(text: str, kind: str | None) -> None:
    assert registration_of(text) == kind
