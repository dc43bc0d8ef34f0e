"""A plan's table of funds from an opening to a closing balance: heads of two lines, the first at half their height."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.heads.column_roles import settled
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.nouns.head import Column
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

UPPER = ((-250, "Beginning"), (-310, "Net"), (-375, "Units on"), (-450, "Unit value on"), (-510, "Ending"))
LOWER = ((-250, "balance"), (-310, "activity*"), (-375, "06/30/2026"), (-450, "06/30/2026"), (-510, "balance"))
Fund = tuple[tuple[str, ...], tuple[str, ...]]
STOCKS: tuple[Fund, ...] = (
    (("Osprey Large Company",), ("900.00", "100.00", "50.000", "20.0000", "1,000.00")),
    (("Osprey Small Company Collective", "Trust Class II"), ("450.00", "50.00", "25.000", "20.0000", "500.00")),
)
MIXED: tuple[Fund, ...] = (
    (("Osprey Managed Retirement Path", "Fund 2050"), ("700.00", "100.00", "40.000", "20.0000", "800.00")),
    (("Osprey Income",), ("150.00", "50.00", "10.000", "20.0000", "200.00")),
)
PLACES = (-250, -310, -375, -450, -510)


def heads(pencil: Pencil, first: str, where: str) -> None:
    lines = [list(UPPER), [], list(LOWER), []]
    lines[{"top": 0, "half way": 1, "bottom": 2}[where]].append((54, first))
    for line in lines:
        pencil.row(line, "B", step=4.8)
    pencil.y += 6


def fund(pencil: Pencil, names: tuple[str, ...], figures: tuple[str, ...]) -> None:
    cells = list(zip(PLACES, figures, strict=True))
    if len(names) == 1:
        pencil.row([(54, names[0]), *cells], step=17)
        return
    pencil.row([(54, names[0])], step=5.5)
    pencil.row(cells, step=5.5)
    pencil.row([(54, names[1])], step=17)


def section(pencil: Pencil, title: str, funds: tuple[Fund, ...], *sums: str) -> None:
    pencil.row([(54, title)], "B", step=17)
    for names, figures in funds:
        fund(pencil, names, figures)
    places = (-250, -310, -510)
    pencil.row([(54, f"Total {title.rstrip('*')}"), *zip(places, sums, strict=True)], "B", step=17)


def plan(where: str = "half way", mixed: str = "Ready-made Mixes*") -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(54, "Account Number: 40417752")], step=14)
    pencil.row([(54, "Statement Period: 04/01/2026 to 06/30/2026")], step=24)
    pencil.row([(54, "Your investments")], "B", size=13, step=24)
    heads(pencil, "Investment", where)
    section(pencil, "Stock Investments", STOCKS, "1,350.00", "150.00", "1,500.00")
    section(pencil, mixed, MIXED, "850.00", "150.00", "1,000.00")
    pencil.row([(54, "Total account balance"), (-250, "$2,200.00"), (-310, "$300.00"), (-510, "$2,500.00")], "B")
    (account,) = read_here("plan.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize("where", ["top", "half way", "bottom"])
def test_the_first_head_stands_where_it_likes_beside_heads_of_two_lines(where: str) -> None:
    account = plan(where)
    assert [(line.description, line.quantity, line.price, line.market_value) for line in account.positions] == [
        ("Osprey Large Company", D("50.000"), D("20.0000"), D("1000.00")),
        ("Osprey Small Company Collective Trust Class II", D("25.000"), D("20.0000"), D("500.00")),
        ("Osprey Managed Retirement Path Fund 2050", D("40.000"), D("20.0000"), D("800.00")),
        ("Osprey Income", D("10.000"), D("20.0000"), D("200.00")),
    ]
    assert (account.stated_total, account.status) == (D("2500.00"), "proven")


@pytest.mark.parametrize("title", ["Ready-made Mixes*", "Blended Fund Investments*", "Tier One", "Bond Investments"])
def test_a_bold_line_whose_words_a_sum_bears_is_no_part_of_the_name_below(title: str) -> None:
    assert [line.description for line in plan(mixed=title).positions][2:] == [
        "Osprey Managed Retirement Path Fund 2050",
        "Osprey Income",
    ]


def test_heads_of_three_lines_lie_half_way_between_heads_of_two() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(54, "Account Number: 40417752")], step=14)
    pencil.row([(54, "Statement Period: 04/01/2026 to 06/30/2026")], step=24)
    for line in (
        [(-250, "Balance"), (-310, "Change"), (-510, "Balance")],
        [(54, "Investment"), (-375, "Units as of"), (-450, "Unit")],
        [(-250, "on"), (-310, "in"), (-510, "on")],
        [(54, "option"), (-375, "06/30/2026"), (-450, "price")],
        [(-250, "04/01/2026"), (-310, "value"), (-510, "06/30/2026")],
    ):
        pencil.row(line, "B", step=4.8)
    pencil.y += 6
    for names, figures in (STOCKS[0], MIXED[1]):
        fund(pencil, names, figures)
    pencil.row([(54, "Total account balance"), (-250, "$1,050.00"), (-310, "$150.00"), (-510, "$1,200.00")], "B")
    (account,) = read_here("plan.pdf", pencil.drawn().data).accounts
    assert [(line.price, line.market_value) for line in account.positions] == [
        (D("20.0000"), D("1000.00")),
        (D("20.0000"), D("200.00")),
    ]
    assert account.status == "proven"


def test_what_is_vested_is_the_value_where_no_other_is_told() -> None:
    heads = ("Fund", "Beginning balance", "Investment results", "Ending units", "Ending unit value", "Vested balance")
    columns = tuple(Column(label, role_of(label), float(at), float(at)) for at, label in enumerate(heads))
    assert [column.role for column in settled(columns)] == [
        "description",
        "other",
        "other",
        "quantity",
        "price",
        "value",
    ]
    more = (*columns, Column("Ending balance", "value", 9.0, 9.0))
    assert [column.role for column in settled(more)][-2:] == ["other", "value"]


def test_what_moved_in_the_period_is_no_column_of_the_holdings() -> None:
    told = [
        "Net activity*",
        "Net contributions",
        "Additions",
        "Exchanges",
        "Earnings",
        "Money out",
        "Loan activity",
        "Earnings & activity",
        "Investment results",
        "Transfers & exchanges",
    ]
    assert {role_of(label) for label in told} == {"other"}
    priced = ["NAV as of 6/30/2026", "Ending unit value", "Value per unit", "Unit value on 06/30/2026"]
    assert {role_of(label) for label in priced} == {"price"}
    assert role_of("NAV as of") == role_of("NAV Date") == "nav_date"
    assert role_of("Beginning unit value") == "other"


def test_a_heading_with_a_stroke_that_prints_its_own_sum_is_the_heading_of_what_stands_below() -> None:
    text = (
        "Account Number: 40417752\nStatement Period: 04/01/2026 to 06/30/2026\n"
        'Investment,Units,Unit price,Market value\nBond Investments,,,"1,000.00"\n'
        'Osprey Core Bond Fund,50,20.00,"1,000.00"\nShort-Term / Stable Value,,,"1,500.00"\n'
        'Osprey Income Fund,50,20.00,"1,000.00"\nOsprey Stable Value Fund,25,20.00,500.00\n'
        'Total,,,"2,500.00"\n'
    )
    (account,) = read_here("plan.csv", text.encode()).accounts
    assert account.status == "proven" and len(account.positions) == 3
    assert ("Short-Term/Stable Value", D("1500.00")) in account.subtotals
