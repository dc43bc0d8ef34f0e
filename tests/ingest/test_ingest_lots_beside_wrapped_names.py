"""Lots beside a name that wraps down the page, with sums of what was reinvested between them and their total.

As wirehouses print them: the price beside the first lot alone, `Purchases`, `Long Term Reinvestments`, `Total`.
"""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

EDGES = (40, -262, -340, -400, -455, -530, -600, -655, -732, -775)
FUNDS = ("Security Description", "Trade Date", "Quantity", "Unit Cost", "Share Price", "Total Cost", "Market Value",
         "Gain/(Loss)", "Est Ann Income", "Yield %")  # fmt: skip
BONDS = ("Security Description", "Trade Date", "Face Value", "Orig Unit Cost", "Unit Price", "Orig Total Cost",
         "Market Value", "Gain/(Loss)", "Est Ann Income", "Yield %")  # fmt: skip


def new_page(pencil: Pencil) -> None:
    pencil.page()
    pencil.row([(36, "CLIENT STATEMENT | For the Period June 1-30, 2026")], step=20)
    pencil.row([(36, "Account Detail"), (480, "Active Brokerage Account"), (650, "INES CALLOWAY")], step=9)
    pencil.row([(480, "771-204533-118")], step=20)


def head(pencil: Pencil, section: str) -> None:
    pencil.row([(36, section)], "B", size=8.5, step=14)
    pencil.row([(-655, "Unrealized"), (-775, "Current")], size=7.5, step=9)
    bonds = "GOVERNMENT" in section
    pencil.row(tuple(zip(EDGES, BONDS if bonds else FUNDS, strict=True)), size=7.5, step=9)
    pencil.row(
        [(-400, "Adj Unit Cost"), (-530, "Adj Total Cost"), (-732, "Accrued Interest")] if bonds else [], size=7.5
    )


def row(pencil: Pencil, *cells: str, label: str = "", term: str = "LT") -> None:
    told = [(x, text) for x, text in zip(EDGES, cells, strict=False) if text]
    told += [(-204 if label == "Total" else 130, label)] if label else []
    pencil.row([*told, (657, term)], size=7.5, step=10)


def under(pencil: Pencil, *cells: tuple[float, str]) -> None:
    pencil.row(cells, size=7.5, step=10)


def share(pencil: Pencil, section: str, cost: str, value: str, interest: str = "") -> None:
    heads = [(-530, "Total Cost"), (-600, "Market Value"), (-655, "Gain/(Loss)"), (-732, "Est Ann Income")]
    under(pencil, (300, "Percentage"))
    under(pencil, (300, "of Holdings"), *heads, (-775, "Yield %"))
    under(pencil, (40, section), (-330, "2.10%"), (-530, cost), (-600, value))
    if interest:
        under(pencil, (-732, interest))
    pencil.y += 10


def end(pencil: Pencil, cost: str, value: str, whole: str) -> StatementAccount:
    under(pencil, (300, "Percentage"), (-530, "Total Cost"), (-600, "Market Value"), (-655, "Gain/(Loss)"))
    under(pencil, (300, "of Holdings"))
    under(pencil, (40, "TOTAL MARKET VALUE"), (-530, cost), (-600, value))
    under(pencil, (40, "TOTAL VALUE (includes accrued interest)"), (-330, "100.00%"), (-600, whole))
    (account,) = read_here("pinewick.pdf", pencil.drawn().data).accounts
    return account


def wrapped_fund(breaks_before: int, total: str = "2,800.00") -> StatementAccount:
    pencil = Pencil(landscape=True)
    new_page(pencil)
    head(pencil, "MUTUAL FUNDS")
    lines = (
        (("QUILL HARBOR INTERMEDIATE-TERM", "7/26/16", "80.000", "$10.000", "$12.500", "$800.00", "$1,000.00"), ""),
        (("TAX-EXEMPT FUND", "5/2/23", "120.000", "$11.000", "", "$1,320.00", "$1,500.00"), ""),
        (("ADMIRAL (QZABX)", "", "200.000", "", "", "2,120.00", "2,500.00"), "Purchases"),
        (("", "", "20.000", "", "", "220.00", "250.00"), "Long Term Reinvestments"),
        (("", "", "4.000", "", "", "44.00", "50.00"), "Short Term Reinvestments"),
        (("", "", "224.000", "", "", "2,384.00", total), "Total"),
    )
    for number, (cells, label) in enumerate(lines):
        if number == breaks_before:
            new_page(pencil)
            head(pencil, "MUTUAL FUNDS (CONTINUED)")
        row(pencil, *cells, label=label)
    under(pencil, (52, "Total Purchases vs Market Value"), (-530, "2,120.00"), (-600, "2,800.00"))
    under(pencil, (52, "Cumulative Cash Distributions"), (-600, "100.00"))
    under(pencil, (52, "Net Value Increase/(Decrease)"), (-600, "780.00"))
    pencil.row([(40, "Enrolled In Dividend Reinvestment; Capital Gains Reinvest; Asset Class: Equities")], size=6.5)
    row(pencil, "EMBER FUND (QZCDX)", "5/2/23", "100.000", "$10.000", "$11.000", "$1,000.00", "$1,100.00")
    share(pencil, "MUTUAL FUNDS", "$3,384.00", "$3,900.00")
    return end(pencil, "$3,384.00", "$3,900.00", "$3,900.00")


@pytest.mark.parametrize("breaks_before", [0, 1, 2, 3, 4, 5])
def test_a_name_of_three_lines_beside_lots_and_reinvestments_is_one_security(breaks_before: int) -> None:
    account = wrapped_fund(breaks_before)
    assert account.status == "proven"
    fund, other = account.positions
    assert (fund.symbol, fund.description) == ("QZABX", "QUILL HARBOR INTERMEDIATE-TERM TAX-EXEMPT FUND ADMIRAL")
    assert (fund.quantity, fund.market_value, fund.cost_basis) == (D("224"), D("2800"), D("2384"))
    assert [(one.quantity, one.acquired is None) for one in fund.lots] == [
        (D("80"), False), (D("120"), False), (D("20"), True), (D("4"), True),
    ]  # fmt: skip
    assert (other.symbol, other.quantity) == ("QZCDX", D("100"))


def test_a_total_that_is_not_that_of_its_lots_is_not_proven() -> None:
    assert wrapped_fund(0, total="2,810.00").status != "proven"


def bond_of_two_lots(section: str, interest: str = "194.79") -> StatementAccount:
    pencil = Pencil(landscape=True)
    new_page(pencil)
    head(pencil, "GOVERNMENT SECURITIES")
    row(pencil, "UNITED STATES TREASURY NOTE", "6/8/16", "10,000.000", "$105.000", "$96.000", "$10,500.00", "$9,600.00",
        "$(700.00)")  # fmt: skip
    under(pencil, (-400, "$103.000"), (-530, "$10,300.00"))
    row(pencil, "", "4/2/19", "20,000.000", "$100.000", "", "$20,000.00", "$19,200.00", "$(800.00)")
    under(pencil, (-400, "$100.000"), (-530, "$20,000.00"))
    row(pencil, "", "", "30,000.000", "", "", "30,500.00", "28,800.00", "(1,500.00)", "637.50", label="Total")
    under(pencil, (-530, "30,300.00"), (-732, interest))
    pencil.row([(40, "Coupon Rate 2.125%; Matures 02/15/2039; CUSIP 148418F92")], size=6.5)
    share(pencil, section, "$30,300.00", "$28,800.00", "$194.79")
    under(pencil, (40, f"TOTAL {section}"), (-600, "$28,994.79"))
    return end(pencil, "$30,300.00", "$28,800.00", "$28,994.79")


def test_interest_below_the_sum_of_the_lots_of_a_bond_is_the_bonds() -> None:
    account = bond_of_two_lots("GOVERNMENT SECURITIES")
    (bond,) = account.positions
    assert account.status == "proven"
    assert (bond.quantity, bond.cost_basis, bond.accrued) == (D("30000"), D("30300"), D("194.79"))
    assert [one.cost_basis for one in bond.lots] == [D("10300"), D("20000")]
    assert bond_of_two_lots("GOVERNMENT SECURITIES", interest="294.79").status != "proven"


def test_a_heading_repeated_beside_its_share_is_the_sum_of_its_section() -> None:
    pencil = Pencil(landscape=True)
    new_page(pencil)
    head(pencil, "CERTIFICATES OF DEPOSIT")
    row(pencil, "QUILL BANK NA CD", "6/8/24", "10,000.000", "$100.000", "$101.000", "$10,000.00", "$10,100.00")
    pencil.row([(40, "Coupon Rate 2.125%; Matures 02/15/2039; CUSIP 148418F92")], size=6.5)
    share(pencil, "CERTIFICATES OF DEPOSIT", "$10,000.00", "$10,100.00")
    account = end(pencil, "$10,000.00", "$10,100.00", "$10,100.00")
    assert account.status == "proven"
    assert [(one.cusip, one.market_value) for one in account.positions] == [("148418F92", D("10100"))]


def lots_without_a_day(day: str, cost: str, first: bool, total: str = "110.000") -> StatementAccount:
    pencil = Pencil(landscape=True)
    new_page(pencil)
    head(pencil, "COMMON STOCKS")
    lots = [(day, "10.000", "N/A", cost, "$125.00"), ("2/16/17", "100.000", "$10.000", "$1,000.00", "$1,250.00")]
    (own, units, paid, spent, worth), (other, more, each, all_of_it, rest) = lots if first else lots[::-1]
    row(pencil, "QUILL HARBOR CORP (QZAB)", own, units, paid, "$12.500", spent, worth, term="")
    row(pencil, "", other, more, each, "", all_of_it, rest, term="")
    row(pencil, "", "", total, "", "", "1,000.00", "1,375.00", "250.00", label="Total", term="")
    pencil.row([(40, "Next Dividend Payable 9/15/26; Asset Class: Equities")], size=6.5)
    row(
        pencil,
        "EMBER RIVER INC (QZCD)",
        "5/4/20",
        "10.000",
        "$12.000",
        "$12.500",
        "$120.00",
        "$125.00",
        "$5.00",
        term="",
    )
    share(pencil, "COMMON STOCKS", "$1,120.00", "$1,500.00")
    return end(pencil, "$1,120.00", "$1,500.00", "$1,500.00")


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(("day", "cost"), [("N/A", "Please Provide"), ("Various", "N/A"), ("Unknown", "Not Available")])
def test_a_lot_on_no_known_day_is_in_the_total_of_its_security(day: str, cost: str, first: bool) -> None:
    account = lots_without_a_day(day, cost, first)
    assert account.status == "proven"
    one = account.positions[0]
    assert (one.symbol, one.description, one.quantity, one.market_value) == (
        "QZAB", "QUILL HARBOR CORP", D("110"), D("1375"),
    )  # fmt: skip
    undated = [lot for lot in one.lots if lot.acquired is None]
    assert [(lot.quantity, lot.cost_basis) for lot in undated] == [(D("10"), None)]
    assert len(one.lots) == 2


def test_a_total_of_other_units_than_its_lots_is_not_proven() -> None:
    assert lots_without_a_day("N/A", "N/A", first=True, total="120.000").status != "proven"


@pytest.mark.parametrize("breaks", [False, True])
def test_units_of_a_total_may_be_rounded_otherwise_than_those_of_its_lots(breaks: bool) -> None:
    pencil = Pencil(landscape=True)
    new_page(pencil)
    head(pencil, "MUTUAL FUNDS")
    row(pencil, "QUILL HARBOR INTERMEDIATE-TERM", "7/26/16", "100.000", "$10.000", "$12.500", "$1,000.00", "$1,250.00")
    row(pencil, "TAX-EXEMPT FUND", "", "10.000", "", "", "100.00", "125.00", label="Long Term Reinvestments")
    if breaks:
        new_page(pencil)
        head(pencil, "MUTUAL FUNDS (CONTINUED)")
    row(pencil, "ADMIRAL (QZABX)", "", "110.001", "", "", "1,100.00", "1,375.01", label="Total")
    share(pencil, "MUTUAL FUNDS", "$1,100.00", "$1,375.01")
    account = end(pencil, "$1,100.00", "$1,375.01", "$1,375.01")
    assert account.status == "proven"
    (fund,) = account.positions
    assert (fund.quantity, fund.market_value, len(fund.lots)) == (D("110.001"), D("1375.01"), 2)
