"""A report that tells first of all accounts together: their list, how they did, what all hold; then of each alone."""

from collections.abc import Sequence
from decimal import Decimal as D
from typing import Any

import pytest

from core.domain.statement import Statement
from core.ingest.owners.account_titles import title_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

TITLES = (
    ("Ines R Calloway & Tobias Calloway JTWROS", "xxxx-4412", "$6,450.00"),
    ("Calloway Family Trust dtd 03/14/2009", "xxxx-7730", "$5,420.00"),
    ("Odile M Calloway Inherited IRA (Beneficiary of Hugo Calloway)", "xxxx-9051", "$2,930.00"),
)
LOTS = (
    (("QZAB", "Quill Harbor Corp", "40.000", "100.00", "4,000.00", "3,100.00"),
     ("TRNF", "Tern Water Inc", "60.000", "40.00", "2,400.00", "1,900.00"), "50.00"),
    (("QZAB", "Quill Harbor Corp", "30.000", "100.00", "3,000.00", "2,500.00"),
     ("ONYX", "Onyx Rail Corp", "48.000", "50.00", "2,400.00", "2,600.00"), "20.00"),
    (("QZAB", "Quill Harbor Corp", "5.000", "100.00", "500.00", "450.00"),
     ("TRNF", "Tern Water Inc", "60.000", "40.00", "2,400.00", "2,000.00"), "30.00"),
)  # fmt: skip
ALL = (
    ("QZAB", "Quill Harbor Corp", "75.000", "100.00", "$7,500.00"),
    ("TRNF", "Tern Water Inc", "120.000", "40.00", "$4,800.00"),
    ("ONYX", "Onyx Rail Corp", "48.000", "50.00", "$2,400.00"),
)
LOT_HEADS = (
    (40, "Symbol"), (95, "Description"), (290, "Open date"), (-400, "Quantity"), (-470, "Price"),
    (-560, "Market value"), (-650, "Cost basis"),
)  # fmt: skip


def report(held: tuple[tuple[str, ...], ...] = ALL) -> Statement:
    pencil = Pencil(landscape=True)
    _page(pencil)
    _summary(pencil)
    _page(pencil)
    pencil.say("Household Holdings\nAll accounts taken together.", step=12)
    pencil.row([(40, "Symbol"), (95, "Description"), (-400, "Quantity"), (-470, "Price"), (-560, "Market value")])
    for row in held:
        pencil.row(list(zip((40, 95, -400, -470, -560), row, strict=True)))
    pencil.row([(40, "Cash"), (-560, "$100.00")])
    pencil.row([(40, "Total"), (-560, "$14,800.00")])
    for (title, number, worth), rows in zip(TITLES, LOTS, strict=True):
        _page(pencil)
        _account(pencil, title, number, worth.strip("$"), rows)
    return read_here("report.pdf", pencil.drawn().data)


def _page(pencil: Pencil) -> None:
    pencil.page()
    pencil.row([(40, "Ridge Lantern Advisers"), (-700, "Calloway Household")])
    pencil.row([(-700, "Period ending March 31, 2026")])
    pencil.y += 20


def _summary(pencil: Pencil) -> None:
    pencil.row([(40, "Account"), (330, "Account #"), (-520, "Beginning value"), (-650, "Ending value")])
    for title, number, worth in TITLES:
        pencil.row([(40, title), (330, number), (-520, "$1,000.00"), (-650, worth)])
    pencil.row([(40, "Household total"), (-520, "$3,000.00"), (-650, "$14,800.00")])
    pencil.y += 20
    pencil.row([(-520, "Quarter"), (-650, "1 year")])
    for title, *_ in TITLES[:2]:
        pencil.row([(40, title), (-520, "1.19%"), (-650, "4.93%")])
    pencil.y += 20
    pencil.row([(40, "Asset class"), (-520, "Market value"), (-650, "Current")])
    pencil.row([(40, "Cash"), (-520, "$100.00"), (-650, "0.7%")])


def _account(pencil: Pencil, title: str, number: str, worth: str, rows: Sequence[Any]) -> None:
    pencil.row([(40, title), (400, f"Account # {number}"), (520, "Custodian: Tern Custody Services")])
    pencil.y += 8
    pencil.row(LOT_HEADS)
    *securities, cash = rows
    for symbol, name, units, price, value, cost in securities:
        halves = [f"{D(one.replace(',', '')) / 2:,.2f}" for one in (value, cost)]
        half = f"{D(units) / 2:.3f}"
        for day in ("05/04/2020", "06/08/2021"):
            places = (40, 95, 290, -400, -470, -560, -650)
            pencil.row(list(zip(places, (symbol, name, day, half, price, *halves), strict=True)))
        pencil.row([(95, f"{symbol} subtotal"), (-400, units), (-560, value), (-650, cost)])
    pencil.row([(40, "CASH"), (95, "Tern insured deposit"), (-560, cash), (-650, cash)])
    pencil.row([(40, "Account total"), (-560, worth)])
    pencil.y += 20
    pencil.row([(40, "Symbol"), (95, "Description"), (290, "Open date"), (-400, "Close date"), (-470, "Quantity"),
                (-560, "Proceeds"), (-650, "Cost basis")])  # fmt: skip
    pencil.row([(40, "LOON"), (95, "Loon Foods Inc"), (290, "01/04/2021"), (-400, "02/03/2026"), (-470, "3.000"),
                (-560, "300.00"), (-650, "210.00")])  # fmt: skip


def test_what_all_hold_is_no_row_of_the_last_account_of_the_list() -> None:
    statement = report()
    assert [account.status for account in statement.accounts] == ["proven"] * 3
    assert [account.number for account in statement.accounts] == ["…4412", "…7730", "…9051"]
    for account, (_, _, worth), rows in zip(statement.accounts, TITLES, LOTS, strict=True):
        assert account.stated_total == D(worth.strip("$").replace(",", "")) and account.cash == D(rows[2])
        held = [(one.symbol, one.quantity, len(one.lots)) for one in account.positions if one.asset_type != "cash"]
        assert held == [(row[0], D(row[2]), 2) for row in rows[:2]]


def test_each_account_has_its_own_owner_and_kind_beside_the_name_of_the_household() -> None:
    told = [(account.owner, account.registration) for account in report().accounts]
    assert told == [
        ("Ines R Calloway & Tobias Calloway", "taxable_joint"),
        ("Calloway Family Trust", "trust_grantor"),
        ("Odile M Calloway", "inherited_ira"),
    ]


@pytest.mark.parametrize("units", ["74.000", "80.000"])
def test_a_list_that_is_not_the_sum_of_what_follows_is_not_dropped_and_its_account_not_proven(units: str) -> None:
    first, *rest = ALL
    statement = report(((*first[:2], units, *first[3:]), *rest))
    assert [account.status for account in statement.accounts].count("proven") < 3
    assert sum(len(account.positions) for account in statement.accounts) > 9


@pytest.mark.parametrize(
    ("text", "owner", "kind"),
    [
        ("Odile Calloway UTMA (Ines R Calloway, Custodian)", "Odile Calloway", "UTMA"),
        ("Odile Calloway UTMA (Custodian: Ines R Calloway)", "Odile Calloway", "UTMA"),
        ("Ines R Calloway Inherited IRA (beneficiary of Hugo Calloway)", "Ines R Calloway", "Inherited IRA"),
        ("Calloway Family Trust dtd 03/14/2009", "Calloway Family Trust", "Calloway Family Trust dtd 03/14/2009"),
    ],
)
def test_who_keeps_or_left_an_account_stands_in_brackets_behind_its_title(text: str, owner: str, kind: str) -> None:
    title = title_of(text)
    assert title is not None and (title.owner, title.kind) == (owner, kind)


def test_the_name_over_the_number_of_the_first_account_is_its_own() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.say("RIDGE LANTERN ADVISERS\nMarch 31, 2026", step=20)
    pencil.row([(40, "Account"), (300, "Account number"), (-520, "Ending value")])
    for number, worth in (("4412-0914", "1,000.00"), ("7730-2210", "500.00")):
        pencil.row([(40, "Brokerage account"), (300, number), (-520, worth)])
    for number, worth, owner in (("4412-0914", "1,000.00", "Ines Calloway"), ("7730-2210", "500.00", "Hugo Farrow")):
        pencil.page()
        pencil.say("RIDGE LANTERN ADVISERS", step=30)
        pencil.say(f"{owner}\nIndividual Account Number {number}", step=12)
        pencil.y += 10
        pencil.row([(40, "Symbol"), (95, "Description"), (-400, "Quantity"), (-470, "Price"), (-560, "Market value")])
        units = f"{D(worth.replace(',', '')) / 10:.3f}"
        pencil.row([(40, "QZAB"), (95, "Quill Harbor Corp"), (-400, units), (-470, "10.00"), (-560, worth)])
        pencil.row([(40, "Account total"), (-560, worth)])
    found = read_here("report.pdf", pencil.drawn().data).accounts
    assert [(one.number, one.owner) for one in found] == [("…0914", "Ines Calloway"), ("…2210", "Hugo Farrow")]
