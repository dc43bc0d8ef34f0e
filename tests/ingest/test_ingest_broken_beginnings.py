"""Beginnings that stand a line higher: a name over its symbol in brackets, a title over the number of its account."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

MOVES = (-400, -480)
HELD = (-300, -360, -430, -500)


def start() -> Pencil:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Account number 5511-2233"), (300, "June 30, 2026")], step=20)
    return pencil


def test_what_was_bought_may_begin_over_its_symbol() -> None:
    pencil = start()
    pencil.row([(40, "Security"), *zip(HELD, ("Quantity", "Price", "Value", "Cost basis"), strict=True)], "B")
    pencil.row([(40, "Quill Fund (QZABX)"), *zip(HELD, ("10", "50.00", "500.00", "400.00"), strict=True)])
    pencil.row([(40, "Total account value"), (-430, "$500.00")], "B", step=20)
    pencil.row([(40, "Activity")], "B", size=10, step=16)
    pencil.row([(40, "Date"), (100, "Description"), (-400, "Quantity"), (-480, "Amount")], "B", step=12)
    pencil.row(
        [(40, "06/10"), (100, "Reinvestment into Quill Fund (QZABX) @ 48.00"), (-400, "1.000"), (-480, "-48.00")],
        step=11,
    )
    pencil.row([(100, "Reinvestment into Ember Intermediate-Term Tax-Exempt Fund Admiral")], step=11)
    pencil.row([(40, "06/17"), (100, "(QZBFX) @ 20.00"), (-400, "2.000"), (-480, "-40.00")])
    (account,) = read_here("moves.pdf", pencil.drawn().data).accounts
    assert [(one.symbol, one.quantity, one.amount) for one in account.activity] == [
        ("QZABX", D("1.000"), D("-48.00")), ("QZBFX", D("2.000"), D("-40.00")),
    ]  # fmt: skip
    assert [one.description.split(" (")[0] for one in account.activity] == [
        "Reinvestment into Quill Fund", "Reinvestment into Ember Intermediate-Term Tax-Exempt Fund Admiral",
    ]  # fmt: skip


def test_lots_on_a_page_apart_whose_names_break_as_those_of_the_positions_do() -> None:
    bought = (230, -330, -400, -470)
    pencil = start()
    pencil.row([(40, "Security"), *zip(HELD, ("Quantity", "Price", "Value", "Cost basis"), strict=True)], "B")
    rows = (
        ("Ember Corp", "(QZAB)", ("10.000", "50.00", "500.00", "400.00"), "02/03/2019"),
        ("Quill The Growth Fund", "A (QZBFX)", ("20.000", "10.00", "200.00", "150.00"), "03/04/2020"),
        ("Tarn Tax-Exempt Fund", "(QZCTX)", ("30.000", "10.00", "300.00", "240.00"), "05/06/2021"),
    )
    for first, second, figures, _ in rows:
        pencil.row([(40, first), *zip(HELD, figures, strict=True)], step=9)
        pencil.row([(40, second)], step=14)
    pencil.row([(40, "Total account value"), (-430, "$1,000.00")], "B", step=20)
    pencil.page()
    pencil.row([(40, "Tax lot detail"), (150, "Account 5511-2233")], step=16)
    pencil.row(
        [(40, "Security"), *zip(bought, ("Purchase date", "Quantity", "Unit cost", "Cost basis"), strict=True)], "B"
    )
    for first, second, (units, _, _, cost), day in rows:
        pencil.row([(40, first)], step=9)
        pencil.row([(40, second), *zip(bought, (day, units, "1.00", cost), strict=True)], step=12)
        pencil.row([(40, "Total"), (-330, units), (-470, cost)], "B", step=12)
    (account,) = read_here("lots.pdf", pencil.drawn().data).accounts
    assert [(one.symbol, [lot.quantity for lot in one.lots]) for one in account.positions] == [
        ("QZAB", [D("10.000")]), ("QZBFX", [D("20.000")]), ("QZCTX", [D("30.000")]),
    ]  # fmt: skip
    assert account.status == "proven"


def wrapped(label: str) -> tuple[StatementAccount, ...]:
    """Two accounts, listed on the cover, each page with its title, the number of the second on a line of its own."""
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "INES CALLOWAY"), (300, "June 30, 2026")])
    pencil.row([(40, "1482 QUARRY LANE")])
    pencil.row([(40, "MILLPORT, OH 44118")], step=20)
    trust = "CALLOWAY FAMILY REVOCABLE TRUST TOBIAS CALLOWAY TRUSTEE"
    pencil.row([(40, "Account"), (-400, "Number"), (-480, "Value")], "B")
    pencil.row([(40, "INES CALLOWAY IRA ROLLOVER"), (-400, "W824408208"), (-480, "500.00")])
    pencil.row([(40, trust), (-400, "B666272316"), (-480, "800.00")])
    pencil.row([(40, "Total Value"), (-480, "$1,300.00")], "B")
    for title, number, worth in (
        (f"INES CALLOWAY IRA ROLLOVER {label} W824408208", "", "500.00"),
        (f"{trust} {label}", "B666272316", "800.00"),
    ):
        pencil.page()
        pencil.row([(40, title), (400, "For the Period 6/1/26 to 6/30/26")], step=10)
        if number:
            pencil.row([(40, number)])
        pencil.y += 10
        pencil.row([(40, "Security"), *zip(HELD, ("Quantity", "Price", "Value", "Cost basis"), strict=True)], "B")
        pencil.row([(40, "Quill Fund (QZABX)"), *zip(HELD, (worth, "1.00", worth, "400.00"), strict=True)])
        pencil.row([(40, "Total"), (-430, f"${worth}")], "B")
    return read_here("titles.pdf", pencil.drawn().data).accounts


@pytest.mark.parametrize("label", ["ACCT.", "Account", "A/C"])
def test_a_title_whose_number_stands_below_opens_its_account(label: str) -> None:
    found = wrapped(label)
    assert [(one.number, one.owner, one.registration, one.status) for one in found] == [
        ("…8208", "INES CALLOWAY", "traditional_ira", "proven"),
        ("…2316", "CALLOWAY FAMILY REVOCABLE TRUST", "trust_grantor", "proven"),
    ]


def test_a_symbol_in_brackets_under_a_name_is_its_own_though_it_may_be_bold() -> None:
    pencil = start()
    pencil.row([(40, "Security"), *zip(HELD, ("Quantity", "Price", "Value", "Cost basis"), strict=True)], "B")
    pencil.row([(40, "Quill Emerging Fund"), *zip(HELD, ("10", "50.00", "500.00", "400.00"), strict=True)], step=10)
    pencil.row([(40, "(QZABX)")], "B", step=12)
    pencil.row([(40, "Total account value"), (-430, "$500.00")], "B", step=20)
    (account,) = read_here("held.pdf", pencil.drawn().data).accounts
    assert [(one.symbol, one.description) for one in account.positions] == [("QZABX", "Quill Emerging Fund")]
