"""Accounts of a household as rows of one table, over page breaks, and what is told of them in one line of labels."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (60, 250, -360, -420, -500, -560)
HEADS = ("Asset", "Ticker", "Units", "Price", "Market Value", "Cost")
FIRST = (
    ("QUILL HOLDINGS INC", "QZAB", "100.000", "$41.00", "$4,100.00", "$3,000.00"),
    ("SLATE TOTAL MARKET ETF", "SLTM", "50.000", "$80.00", "$4,000.00", "$3,500.00"),
)
SECOND = (
    ("EMBER ENERGY CORP", "EMBE", "90.000", "$70.00", "$6,300.00", "$5,000.00"),
    ("WILLOW FOODS INC", "WLWF", "10.000", "$15.00", "$150.00", "$120.00"),
)
CASH = "Cash & Cash Equivalents"


def put(pencil: Pencil, *cells: str, bold: bool = False) -> None:
    pencil.row([(place, text) for place, text in zip(PLACES, cells, strict=False) if text], "B" if bold else "")


def titled(pencil: Pencil, title: str, told: str) -> None:
    pencil.row([(44, title)], "B", size=10)
    if "Owner" in told:
        pencil.row([(44, told)], size=8)


def closed(pencil: Pencil, name: str, value: str, cost: str) -> None:
    pencil.row([(50, f"Total {name}"), (-500, value), (-560, cost)])


def household(
    between: str = " | ",
    totals: tuple[str, str] = ("Farrow Family Trust", "Odile IRA"),
    broken: bool = False,
    owners: tuple[str, str] = ("Owner: Piers Farrow", "Owner: Odile Farrow"),
) -> Statement:
    """Two accounts whose titles are rows under the one head of a table; the second may go over a page break."""
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Holdings by Account As of June 30, 2026")], "B", size=12, step=24)
    put(pencil, *HEADS, bold=True)
    parts = (owners[0], "Registration: Revocable Trust", "Custodian: Larch Trust Services")
    titled(pencil, "Farrow Family Trust (xxxx-7731)", between.join(parts))
    pencil.row([(50, "Equities")], "B")
    for cells in FIRST:
        put(pencil, *cells)
    closed(pencil, "Equities", "$8,100.00", "$6,500.00")
    pencil.row([(50, "Cash")], "B")
    put(pencil, CASH, "", "", "", "$500.00")
    closed(pencil, totals[0], "$8,600.00", "$6,500.00")
    parts = (owners[1], "Registration: Traditional IRA", "Custodian: Larch Trust Services")
    titled(pencil, "Odile IRA (xxxx-6642)", between.join(parts))
    pencil.row([(50, "Equities")], "B")
    for cells in SECOND:
        put(pencil, *cells)
    if broken:
        pencil.page()
        put(pencil, *HEADS, bold=True)
    closed(pencil, "Equities", "$6,450.00", "$5,120.00")
    pencil.row([(50, "Cash")], "B")
    put(pencil, CASH, "", "", "", "$75.00")
    closed(pencil, totals[1], "$6,525.00", "$5,120.00")
    return read_here("farrow.pdf", pencil.drawn().data)


def by_number(statement: Statement) -> dict[str, StatementAccount]:
    return {account.number: account for account in statement.accounts}


@pytest.mark.parametrize("totals", [("Farrow Family Trust", "Odile IRA"), ("Account Value", "Account Value")])
@pytest.mark.parametrize("broken", [False, True])
def test_rows_go_on_under_the_title_of_a_further_account(totals: tuple[str, str], broken: bool) -> None:
    found = by_number(household(totals=totals, broken=broken))
    assert {
        number: [line.symbol for line in account.positions if line.symbol] for number, account in found.items()
    } == {
        "…7731": ["QZAB", "SLTM"],
        "…6642": ["EMBE", "WLWF"],
    }
    assert {number: (one.stated_total, one.cash, one.status) for number, one in found.items()} == {
        "…7731": (D("8600.00"), D("500.00"), "proven"),
        "…6642": (D("6525.00"), D("75.00"), "proven"),
    }


@pytest.mark.parametrize("between", [" | ", " · ", "; "])
def test_owner_and_registration_in_one_line_of_labels_are_those_of_the_account(between: str) -> None:
    found = by_number(household(between))
    assert (found["…7731"].owner, found["…7731"].registration) == ("Piers Farrow", "trust_grantor")
    assert (found["…6642"].owner, found["…6642"].registration) == ("Odile Farrow", "traditional_ira")


def fund_family(dot: str) -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, f"Leopold M. Farrow {dot} Individual brokerage account {dot} Account number: 22104577")], step=24)
    pencil.row([(40, "Holdings as of June 30, 2026")], "B", step=18)
    put(pencil, *HEADS, bold=True)
    for cells in FIRST:
        put(pencil, *cells)
    put(pencil, "Total", "", "", "", "$8,100.00", "$6,500.00", bold=True)
    (account,) = read_here("farrow.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize("dot", ["·", "|"])
def test_the_name_before_a_dot_on_the_line_of_the_number_is_the_owner(dot: str) -> None:
    account = fund_family(dot)
    assert (account.owner, account.number, account.registration) == ("Leopold M. Farrow", "…4577", "taxable_individual")


def test_a_fund_with_a_footnote_behind_its_name_is_the_fund_of_the_commitments() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Account number: 2210-4577")], step=20)
    pencil.row([(40, "Holdings as of June 30, 2026")], "B", step=18)
    put(pencil, *HEADS, bold=True)
    put(pencil, *FIRST[0])
    pencil.row([(50, "Private Investments")], "B")
    put(pencil, "Willow Buyout Fund II, L.P. *", "", "-", "-", "$4,000.00", "$3,100.00")
    pencil.row([(50, "Total Account Value"), (-500, "$8,100.00")], "B", step=40)
    pencil.row([(40, "Private Investment Commitments")], "B", step=18)
    heads = (
        (44, "Investment"),
        (-300, "Commitment"),
        (-400, "Unfunded"),
        (-480, "Market Value"),
        (-560, "Valuation Date"),
    )
    pencil.row(heads, "B")
    told = ((-300, "$5,000.00"), (-400, "$1,900.00"), (-480, "$4,000.00"), (-560, "03/31/2026"))
    pencil.row([(44, "Willow Buyout Fund II, L.P."), *told])
    (account,) = read_here("farrow.pdf", pencil.drawn().data).accounts
    assert (len(account.positions), account.stated_total, account.status) == (2, D("8100.00"), "proven")
    fund = account.positions[1]
    assert (fund.commitment, fund.unfunded, fund.market_value) == (D("5000.00"), D("1900.00"), D("4000.00"))


def test_the_sum_of_a_trust_is_not_the_owner_of_the_account_below_it() -> None:
    found = by_number(household(totals=("Farrow Family Trust", "Odile IRA"), owners=("", "")))
    assert "Total" not in found["…6642"].owner
    assert {one.status for one in found.values()} == {"proven"}
