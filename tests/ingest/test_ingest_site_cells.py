"""Positions copied out of a site, by tabs or one cell to a line: symbols over names, headings of groups, sums."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.dates import lone_date, read_as_of
from core.ingest.lexicon.registrations import titled_number
from core.ingest.reading import read_here

GROUPS = {
    "Equities": [
        ("QZAB", "Quill Holdings Inc", "120", "$41.25", "$4,950.00", "$3,000.10"),
        ("WSLO.B", "Wesloe Supply Cl B", "30", "$15.50", "$465.00", "$500.00"),
    ],
    "ETFs & Closed End Funds": [("SLTM", "Slate Total Market ETF", "20.5", "$80.00", "$1,640.00", "$1,400.00")],
    "Fixed Income": [
        ("752739E24", "Bexley Hosp Rev 6.5% 11/15/2037", "5,000", "$101.50", "$5,075.00", "$5,000.00"),
        ("912828617", "Tarn Treasury Note 2% 08/15/2031", "10,000", "$98.25", "$9,825.00", "$9,900.00"),
    ],
    "Options": [("QZAB 06/17/2027 45.00 C", "CALL QZAB $45 EXP 06/17/27", "-2", "$3.10", "-$620.00", "-$500.00")],
}
SUMS = {"Equities": "$5,415.00", "ETFs & Closed End Funds": "$1,640.00", "Fixed Income": "$14,900.00",
        "Options": "-$620.00"}  # fmt: skip
ROWS = [row for rows in GROUPS.values() for row in rows]
CASH, TOTAL = "$610.25", "$21,945.25"
BELOW = ["", "Quotes are delayed at least 15 minutes unless otherwise noted.", "Privacy", "Terms of Use"]
HEADS = {
    "wide": ["Symbol / Description", "Qty", "Price", "Price Chng $", "Mkt Val", "Cost Basis", "% of Acct"],
    "apart": ["Symbol", "Description", "Qty", "Price", "Mkt Val", "Cost Basis"],
    "with words": ["Name", "Type", "Price", "Qty", "Current Value", "Total Cost", "Reinvest?"],
}
CELLS = {
    "Qty": 2, "Price": 3, "Mkt Val": 4, "Current Value": 4, "Cost Basis": 5, "Total Cost": 5,
}  # fmt: skip
TOLD = {"Price Chng $": "+$0.10", "% of Acct": "2.0%", "Type": "Margin", "Reinvest?": "Yes"}


def above(title: str, day: str) -> list[str]:
    return ["Skip to Main Content", "Summary", "Positions", "Log Out", "", title, day, "", "Total Account Value", TOTAL,
            "Total Cash & Cash Invest", CASH, "", "Export", ""]  # fmt: skip


def page(
    form: str,
    tabs: bool,
    *,
    turned: bool = False,
    short: bool = False,
    title: str = "Joint Tenant ...1956",
    day: str = "Updated: 09/30/2026 04:15 PM ET",
) -> str:
    heads = HEADS[form]
    named = 2 if heads[1] == "Description" else 1
    lines = above(title, day)

    def put(names: Sequence[str], cells: Sequence[str]) -> None:
        lines.extend(["\n".join(names) + "\t" + "\t".join(cells)] if tabs else [*names, *cells])

    def total(name: str, value: str) -> None:
        bare = "" if tabs else "--"
        put([name], [value] if short else [value if CELLS.get(head) == 4 else bare for head in heads[named:]])

    put(heads[:1], heads[1:])
    for heading, rows in GROUPS.items():
        lines.append(heading)
        for row in rows:
            names = [row[1], row[0]] if turned else [row[0], row[1]]
            put(names, [row[CELLS[head]] if head in CELLS else TOLD[head] for head in heads[named:]])
        total(f"Total {heading}", SUMS[heading])
    lines.append("Cash and Money Market")
    total("Cash & Cash Investments", CASH)
    total("Account Total", TOTAL)
    return "\n".join([*lines, *BELOW])


def account(text: str) -> StatementAccount:
    (found,) = read_here("page.txt", text.encode()).accounts
    return found


def amount(text: str) -> D:
    return D(text.replace("$", "").replace(",", ""))


def is_whole(found: StatementAccount) -> bool:
    held = [line for line in found.positions if line.asset_type != "cash"]
    rows = [
        (one.symbol or one.cusip, one.description, one.quantity, one.price, one.market_value, one.cost_basis)
        for one in held
    ]
    said = (found.number, found.registration, found.as_of, found.cash, found.stated_total, found.status)
    assert rows == [(*row[:2], *map(amount, row[2:])) for row in ROWS]
    assert said == ("…1956", "taxable_joint", date(2026, 9, 30), amount(CASH), amount(TOTAL), "proven")
    return True


@pytest.mark.parametrize("form", ["wide", "with words"])
@pytest.mark.parametrize("tabs", [True, False], ids=["tabs", "cells"])
@pytest.mark.parametrize("turned", [False, True], ids=["symbol first", "name first"])
def test_symbol_and_name_stand_over_the_figures_and_headings_are_none_of_either(
    form: str, tabs: bool, turned: bool
) -> None:
    assert is_whole(account(page(form, tabs, turned=turned)))


@pytest.mark.parametrize("form", HEADS)
def test_of_sums_and_cash_the_value_alone_may_be_there(form: str) -> None:
    assert is_whole(account(page(form, False, short=True)))
    assert is_whole(account(page(form, False)))


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("\nEquities\n", "\nEquities\nCommon Stock\n"),
        ("\nEquities\n", "\nThings I like\n"),
        ("Slate Total Market ETF", "Slate Total\nMarket ETF"),
        ("2.0%\n", "2.0%\nTrade\n"),
        ("\nQZAB\n", "\n(QZAB)\n"),
        ("--", "N/A"),
    ],
)
def test_pages_differ_in_small_things(printed: str, other: str) -> None:
    text = page("wide", False)
    assert printed in text and is_whole(account(text.replace(printed, other)))


def test_blank_lines_may_part_the_cells() -> None:
    assert is_whole(account("\n\n".join(page("wide", False).split("\n"))))


@pytest.mark.parametrize("tabs", [True, False], ids=["tabs", "cells"])
def test_each_account_of_a_page_has_its_table(tabs: bool) -> None:
    one = page("wide", tabs)
    found = read_here("page.txt", f"{one}\n{one.replace('1956', '2222')}".encode()).accounts
    assert [(each.number, each.status, len(each.positions)) for each in found] == [
        ("…1956", "proven", 7),
        ("…2222", "proven", 7),
    ]


@pytest.mark.parametrize(
    ("printed", "other"), [("$4,950.00", "$4,590.00"), ("$41.25\n", ""), ("Account Total\n--", "Account Total\n$1.00")]
)
def test_what_is_wrong_or_missing_proves_nothing(printed: str, other: str) -> None:
    text = page("wide", False).replace(TOTAL, "$21,954.25") if "Total" in printed else page("wide", False)
    assert account(text.replace(printed, other, 1)).status != "proven"


@pytest.mark.parametrize(
    "title",
    ["Joint Tenants (...1956)", "Joint WROS ••••1956", "Tenants in Common …1956", "Joint Tenant ending in 1956",
     "Joint Brokerage Account ending in 1956", "Joint XXXX-1956"],
)  # fmt: skip
@pytest.mark.parametrize("tabs", [True, False], ids=["tabs", "cells"])
def test_a_title_with_the_end_of_a_number_opens_the_account(title: str, tabs: bool) -> None:
    assert is_whole(account(page("wide", tabs, title=title)))


@pytest.mark.parametrize(
    "day",
    ["Last updated 4:15 PM ET, 09/30/2026", "As of 09/30/2026 4:15 PM ET", "Sep 30, 2026 4:15 PM ET",
     "Data refreshed Sep 30, 2026 at 4:15 PM ET", "Prices as of 4:15 PM ET on 09/30/2026"],
)  # fmt: skip
def test_the_day_of_the_page_is_when_it_was_brought_up_to_date(day: str) -> None:
    assert is_whole(account(page("wide", False, day=day)))


@pytest.mark.parametrize("text", ["Updated daily", "Last updated 1 min ago", "This notice was last updated 01/15/2024"])
def test_other_updates_tell_no_day(text: str) -> None:
    assert read_as_of(text) is None


def test_a_time_without_a_zone_is_that_of_a_printer() -> None:
    assert lone_date("4:15 PM ET 03/31/2026") == date(2026, 3, 31) and lone_date("4/2/26, 9:15 AM") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Joint Tenant ...1956", "...1956"),
        ("Roth IRA ends in 4410", "…4410"),
        ("401(k) Plan ...8841", "...8841"),
        ("Trust ...... 1956", None),
        ("Roth IRA ....2500", None),
        ("Transfer to Roth IRA ...2500", None),
        ("Traditional IRA ...1,956.00", None),
    ],
)
def test_three_dots_before_the_end_of_a_number_hide_the_rest(text: str, number: str | None) -> None:
    assert titled_number(text) == number


PLAN = [
    "Tamarack Boatyard 401(k) Plan", "Account number: 55218093", "Current balance", "$8,180.00", "as of 08/31/2026",
    "Investment name", "Units", "Unit price", "Balance",
    "{first}", "Marlow Dividend Growth Fund", "120.000", "$30.00", "$3,600.00",
    "Marlow Index Fund", "100", "$20.00", "$2,000.00",
    "Marlow International", "Value Trust", "10", "$1.00", "$10.00",
    "Marlow Bond Fund", "20", "$1.00", "$20.00",
    "{second}", "Marlow Stable Value", "255.000", "$10.00", "$2,550.00",
    "Total", "$8,180.00",
]  # fmt: skip


@pytest.mark.parametrize("second", ["Stable value funds", "Cash"])
@pytest.mark.parametrize("first", ["Stock funds", "Things I like", "Stock funds\nLarge cap"])
def test_headings_of_groups_are_no_part_of_names_without_symbols(first: str, second: str) -> None:
    found = account("\n".join(PLAN).format(first=first, second=second))
    assert [line.description for line in found.positions] == [
        "Marlow Dividend Growth Fund",
        "Marlow Index Fund",
        "Marlow International Value Trust",
        "Marlow Bond Fund",
        "Marlow Stable Value",
    ]
    assert (found.status, found.stated_total, found.as_of) == ("proven", D("8180.00"), date(2026, 8, 31))
