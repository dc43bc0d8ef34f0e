"""Names, heads and pages of dealt papers: rows under `Various`, second lines with a per cent, heads of two lines."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (40, -260, -330, -420, -500, -590)
Cells = list[tuple[float, str]]


def begun() -> Pencil:
    """A page with the house and the number of an account."""
    pencil = Pencil(landscape=True)
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")], step=30)
    return pencil


def rows(pencil: Pencil, *texts: tuple[str, ...], step: float = 10) -> None:
    for cells in texts:
        pencil.row(list(zip(PLACES, cells, strict=False)), step=step)


def account_of(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("paper.pdf", pencil.drawn().data).accounts
    return account


def test_names_go_on_under_a_row_bought_on_various_days() -> None:
    pencil = begun()
    rows(
        pencil,
        ("Security", "Purchased", "Quantity", "Price", "Value", "Cost"),
        ("Quill Broad Growth Fund", "Various", "100.000", "12.00", "1,200.00", "900.00"),
        ("of Harbor A",),
        ("(QZABX)",),
        ("", "05/17/2021", "60.000", "", "720.00", "500.00"),
        ("", "08/06/2023", "40.000", "", "480.00", "400.00"),
        ("Total account value", "", "", "", "1,200.00", "900.00"),
        step=13.5,
    )
    account = account_of(pencil)
    (line,) = account.positions
    assert (line.symbol, line.description, line.price) == ("QZABX", "Quill Broad Growth Fund of Harbor A", D("12.00"))
    assert len(line.lots) == 2
    assert account.status == "proven"


def test_a_name_stands_over_lots_of_another_price_than_the_purchase_above() -> None:
    pencil = begun()
    rows(
        pencil,
        ("Security", "Purchased", "Quantity", "Price", "Value", "Cost"),
        ("Quill Harbor Corp", "03/01/2021", "100.000", "12.00", "1,200.00", "900.00"),
        ("Ember Rail Spons Adr",),
        ("", "05/17/2021", "30.000", "10.50", "315.00", "300.00"),
        ("", "08/06/2023", "10.000", "10.50", "105.00", "105.00"),
        ("Position total", "", "40.000", "10.50", "420.00", "405.00"),
        ("Total account value", "", "", "", "1,620.00", "1,305.00"),
    )
    account = account_of(pencil)
    assert [(line.description, line.market_value) for line in account.positions] == [
        ("Quill Harbor Corp", D("1200.00")),
        ("Ember Rail Spons Adr", D("420.00")),
    ]
    assert account.status == "proven"


def test_a_per_cent_under_a_gain_is_no_cell_of_the_second_line() -> None:
    pencil = begun()
    rows(
        pencil,
        ("Security", "Quantity", "Price", "Value/", "Accrued", "Gain/Loss"),
        ("", "", "", "Adj. Cost", "Interest", ""),
        ("Quill Harbor Corp", "100.000", "12.00", "1,200.00", "", "300.00"),
        ("", "", "", "900.00", "", "33.3%"),
        ("Ember Rail Corp", "40.000", "10.50", "420.00", "", "15.00"),
        ("", "", "", "405.00", "", "3.7%"),
        ("Insured deposit sweep", "", "", "80.00"),
        ("Account value", "", "", "1,700.00"),
    )
    account = account_of(pencil)
    assert [line.cost_basis for line in account.positions][:2] == [D("900.00"), D("405.00")]
    assert account.cash == D("80.00")
    assert account.stated_total == D("1700.00")
    assert account.status == "proven"


@pytest.mark.parametrize("upper", ["Your Value", "Value on June 30, 2026"])
def test_a_value_over_a_cost_is_a_head_of_two(upper: str) -> None:
    pencil = begun()
    rows(
        pencil,
        ("", "", "", upper),
        ("Security", "Quantity", "Price", "Cost Basis", "Gain/Loss"),
        ("Quill Harbor Corp", "100.000", "12.00", "1,200.00", "300.00"),
        ("", "", "", "900.00"),
        ("Ember Rail Corp", "40.000", "10.50", "420.00", "15.00"),
        ("", "", "", "405.00"),
        ("Total account value", "", "", "1,620.00"),
    )
    account = account_of(pencil)
    assert [(line.market_value, line.cost_basis) for line in account.positions] == [
        (D("1200.00"), D("900.00")),
        (D("420.00"), D("405.00")),
    ]


def test_values_and_costs_in_the_lower_line_of_a_head_are_no_two_periods() -> None:
    pencil = begun()
    places = (40, -200, -270, -340, -410, -480, -560)
    for cells in (
        ("Description", "Amount", "Market", "Holding", "Unit Tax", "Total Tax", "% of Mkt"),
        ("of Security", "Held", "Price", "Value", "Cost", "Cost", "Value"),
        ("Quill Harbor Corp", "100.000", "12.00", "1,200.00", "9.00", "900.00", "74.1"),
        ("Ember Rail Corp", "40.000", "10.50", "420.00", "10.125", "405.00", "25.9"),
        ("Total account value", "", "", "1,620.00", "", "1,305.00", "100.0"),
    ):
        pencil.row(list(zip(places, cells, strict=True)), step=10)
    account = account_of(pencil)
    assert [(line.quantity, line.market_value, line.cost_basis) for line in account.positions] == [
        (D("100.000"), D("1200.00"), D("900.00")),
        (D("40.000"), D("420.00"), D("405.00")),
    ]
    assert account.status == "proven"


def test_a_head_right_between_two_columns_is_that_of_both() -> None:
    pencil = begun()
    pencil.row([(262, "Market"), (363, "Cost Basis")], step=10)
    pencil.row([(40, "Security"), (-200, "Quantity"), (-250, "Price"), (290, "Value"), (340, "Per Unit"),
                (404, "Total")], step=10)  # fmt: skip
    pencil.row([(40, "held")], step=12)
    for name, units, price, value, each, cost in (
        ("Quill Harbor Corp", "100.000", "12.00", "1,200.00", "9.00", "900.00"),
        ("Ember Rail Corp", "40.000", "10.50", "420.00", "10.125", "405.00"),
        ("Total account value", "", "", "1,620.00", "", "1,305.00"),
    ):
        pencil.row([(40, name), (-200, units), (-250, price), (-310, value), (-370, each), (-422, cost)])
    account = account_of(pencil)
    assert [line.cost_basis for line in account.positions] == [D("900.00"), D("405.00")]
    assert account.status == "proven"


def test_the_end_of_a_name_that_is_set_in_is_no_heading() -> None:
    pencil = begun()
    rows(
        pencil,
        ("Security", "Purchased", "Quantity", "Price", "Value", "Cost"),
        ("Quill Intermediate Corporate",),
    )
    pencil.say("Bond ETF", x=44, step=10)
    rows(
        pencil,
        ("", "05/17/2021", "60.000", "", "720.00", "500.00"),
        ("", "08/06/2023", "40.000", "", "480.00", "400.00"),
        ("Total", "", "100.000", "12.00", "1,200.00", "900.00"),
        ("Total account value", "", "", "", "1,200.00", "900.00"),
    )
    account = account_of(pencil)
    assert [line.description for line in account.positions] == ["Quill Intermediate Corporate Bond ETF"]
    assert account.status == "proven"


def test_the_first_line_of_a_page_with_a_day_and_the_page_ends_no_table() -> None:
    pencil = begun()
    rows(
        pencil,
        ("Security", "Quantity", "Price", "Value"),
        ("Quill Harbor Corp", "100.000", "12.00", "1,200.00"),
    )
    pencil.page()
    pencil.row([(40, "Values as of 01/30/26"), (500, "Page 2 of 2")], step=20)
    rows(
        pencil,
        ("Ember Rail Corp", "40.000", "10.50", "420.00"),
        ("Total account value", "", "", "1,620.00"),
    )
    account = account_of(pencil)
    assert len(account.positions) == 2
    assert account.status == "proven"


def test_shares_of_periods_on_the_next_page_are_no_rows_of_the_table_before() -> None:
    pencil = begun()
    rows(
        pencil,
        ("Security", "Quantity", "Price", "Value"),
        ("Quill Harbor Corp", "100.000", "12.00", "1,200.00"),
        ("Total account value", "", "", "1,200.00"),
    )
    pencil.page()
    pencil.say("Performance Summary")
    rows(
        pencil,
        ("", "Quarter", "YTD", "1 Year", "3 Years"),
        ("Your Account", "10.35%", "18.90%", "16.81%", "11.55%"),
        ("A Broad Index", "-1.44%", "16.74%", "19.51%", "18.28%"),
    )
    assert account_of(pencil).status == "proven"


def test_investment_companies_are_a_class() -> None:
    assert is_section_heading("Investment Companies")
