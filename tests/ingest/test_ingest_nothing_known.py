"""Statements whose words say nothing known: heads, cash and totals are named by what their figures do."""

from decimal import Decimal as D

import pytest
from test_ingest_first_sight import only, page, put

from core.ingest.heads.evident import evident_header
from core.ingest.lexicon.registrations import titled_number

PLACES = (40.0, 200.0, -330.0, -400.0, -480.0, -560.0)
STRANGE = ("Vorn", "Zibs", "Klem", "Dask", "Murt", "Felb")
ROWS = (
    ("Harbor Quill Holdings", "QZAB", "100", "12.50", "900.00", "1,250.00"),
    ("Ember Tide Paper", "QZCD", "40", "20.00", "1,700.00", "800.00"),
    ("Willow Cobalt Foods", "QZEF", "30", "31.25", "600.00", "937.50"),
)


def test_columns_are_named_by_arithmetic_and_shape_where_their_heads_say_nothing() -> None:
    pencil = page()
    put(pencil, STRANGE, places=PLACES, style="B")
    put(pencil, *ROWS, ("Total", "", "", "", "3,200.00", "2,987.50"), places=PLACES)
    account = only(pencil)
    lines = account.positions
    assert [(line.symbol, line.quantity, line.price, line.market_value, line.cost_basis) for line in lines] == [
        ("QZAB", D(100), D("12.50"), D("1250.00"), D("900.00")),
        ("QZCD", D(40), D("20.00"), D("800.00"), D("1700.00")),
        ("QZEF", D(30), D("31.25"), D("937.50"), D("600.00")),
    ]  # fmt: skip
    assert (account.status, account.stated_total) == ("proven", D("2987.50"))


def test_cash_and_total_are_named_by_their_sum_whatever_they_are_called() -> None:
    pencil = page()
    put(pencil, ("Security", "Symbol", "Shares", "Price", "Cost", "Value"), places=PLACES, style="B")
    put(pencil, *ROWS, ("Total securities", "", "", "", "3,200.00", "2,987.50"), places=PLACES)
    pencil.say("Brumm kaldo    412.50")
    pencil.say("Wex of the tarn    3,400.00")
    account = only(pencil)
    assert (account.cash, account.stated_total, account.status) == (D("412.50"), D("3400.00"), "proven")


def test_a_row_of_a_value_alone_after_priced_rows_is_cash() -> None:
    pencil = page()
    put(pencil, ("Security", "Symbol", "Shares", "Price", "Cost", "Value"), places=PLACES, style="B")
    put(pencil, *ROWS, ("Brumm kaldo", "", "", "", "", "412.50"), places=PLACES)
    put(pencil, ("Total", "", "", "", "", "3,400.00"), places=PLACES)
    account = only(pencil)
    assert (len([line for line in account.positions if line.asset_type != "cash"]), account.cash) == (3, D("412.50"))
    assert (account.stated_total, account.status) == (D("3400.00"), "proven")


def test_a_total_of_one_section_does_not_prove_rows_outside_it() -> None:
    pencil = page()
    pencil.say("Equities", style="B", size=12)
    put(pencil, ("Security", "Symbol", "Shares", "Price", "Cost", "Value"), places=PLACES, style="B")
    put(pencil, *ROWS[:2], ("Total equities", "", "", "", "2,600.00", "2,050.00"), places=PLACES)
    pencil.say("Mutual funds", style="B", size=12)
    put(pencil, ("Security", "Symbol", "Shares", "Price", "Cost", "Value"), places=PLACES, style="B")
    put(pencil, ROWS[2], places=PLACES)
    assert only(pencil).status == "unproven"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Rollover IRA #5892-3059", "5892-3059"),
        ("Wendell Rollover IRA | 4977-7623", "4977-7623"),
        ("Fenwick Living Trust (8945-6845)", "8945-6845"),
        ("Harbor Quill Holdings (8945-6845)", None),
        ("Rollover IRA as of 06/30/2026", None),
        ("Rollover IRA - 2024-2026", None),
        ("Fenwick Living Trust - 2031-1986", "2031-1986"),
    ],
)
def test_a_number_behind_the_title_of_an_account_is_its_number(text: str, number: str | None) -> None:
    assert titled_number(text) == number


def test_a_line_without_figures_under_it_is_no_head() -> None:
    assert evident_header([], 0) is None


ROUND = (("25.00", "12.345", "308.63"), ("50.00", "10.101", "505.05"), ("100.00", "33.333", "3,333.30"))


@pytest.mark.parametrize("headed", [True, False])
@pytest.mark.parametrize("first", ["units", "price"])
def test_units_are_told_from_prices_in_round_dollars_by_their_places(first: str, headed: bool) -> None:
    places = (40.0, -330.0, -400.0, -480.0)
    names = ("Harbor Quill Fund", "Ember Tide Fund", "Willow Cobalt Fund")
    pencil = page()
    if headed:
        put(pencil, ("Vorn", "Klem", "Dask", "Murt"), places=places, style="B")
    for name, (price, units, value) in zip(names, ROUND, strict=True):
        put(pencil, (name, *((units, price) if first == "units" else (price, units)), value), places=places)
    put(pencil, ("Total", "", "", "4,146.98"), places=places)
    lines = only(pencil).positions
    assert [(line.quantity, line.price) for line in lines] == [(D(units), D(price)) for price, units, _ in ROUND]
