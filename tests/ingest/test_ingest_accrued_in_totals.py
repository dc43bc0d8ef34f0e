"""Interest that has accrued and stands in the printed total is no cash; a Treasury among funds is a bond."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementLine
from core.ingest.accounts.by_sums import cash_beside, cash_in_parts
from core.ingest.accounts.draft import Draft
from core.ingest.accounts.totals import Stated, stated
from core.ingest.lexicon.sections import is_section_heading, kind_of_section
from core.ingest.nouns.events import Fact, Where
from core.ingest.reading import read_here


def fact(kind: str, text: str, amount: str) -> Fact:
    return Fact(kind, text, Where(), D(amount), rank=1)  # type: ignore[arg-type]


def draft(*money: Fact, sums: tuple[str, ...] = ()) -> Draft:
    bond = StatementLine(
        None, "QUILL BANK NA CD 5.130%", "bond", D(1000), D("99.5"), D("995.00"), unit=D("0.01"), accrued=D("12.50")
    )
    totals = [fact("total", "Ending account value", "1007.50")]
    return Draft(lines=[bond], totals=totals, money=list(money), balance_sums=[D(one) for one in sums])


def test_what_has_accrued_on_the_rows_is_no_cash_though_the_total_holds_it() -> None:
    told = draft(fact("money", "Sweep beside", "12.50"), sums=("12.50",))
    assert cash_beside(told, D("995.00")) is None
    assert cash_in_parts(told, (D("995.00"), D("1007.50")), D("1007.50")) is None
    assert stated(told) == Stated(D("1007.50"), None)


def test_another_amount_that_makes_up_the_total_is_cash() -> None:
    told = draft(fact("money", "Sweep beside", "20.00"), fact("money", "Worth", "1015.00"))
    assert cash_beside(told, D("995.00")) == (D("20.00"), D("1015.00"))


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("GOVERNMENT SECURITIES", "bond"), ("Debt Securities", "bond"), ("Zero Coupon Bonds", "bond"),
     ("Unit Investment Trusts", "mutual_fund"), ("Master Limited Partnerships", "stock"),
     ("American Depositary Receipts", "stock"), ("Managed Futures", "alternative"),
     ("Structured Investments", "structured_note"), ("Government Money Market Funds", "money_market")],
)  # fmt: skip
def test_a_heading_names_the_kind_of_what_stands_below(heading: str, kind: str) -> None:
    assert is_section_heading(heading) and kind_of_section(heading) == kind


def test_a_treasury_whose_value_is_per_hundred_is_a_bond_also_under_the_heading_of_funds() -> None:
    paper = (
        "Account number: 5511-2233\nAs of 06/30/2026\nDescription,Quantity,Price,Market Value\n"
        "Exchange-Traded Funds,,,\n"
        'QUILL INDEX ETF (QZAB),10,50.00,500.00\nUNITED STATES TREASURY NOTE,1000,98.25,982.50\nTotal,,,"1,482.50"\n'
    )
    (account,) = read_here("paper.csv", paper.encode()).accounts
    assert account.status == "proven"
    assert [(line.asset_type, line.unit) for line in account.positions] == [("etf", D(1)), ("bond", D("0.01"))]


def test_interest_accrued_on_all_bonds_is_counted_by_the_total_as_its_label_says_of_what_it_is() -> None:
    text = (
        "Alder Moor Brokerage\nOdile Farrow\nIndividual Account\nAccount number: 4471-8820\nAs of October 30, 2026\n\n"
        "Symbol   Description          Quantity    Price    Market Value\n"
        "QZAB     Quill Harbor Corp        10      50.00        500.00\n"
        "QZCD     Odile Farm Corp          20      10.00        200.00\n"
        "         Accrued interest on bonds                      20.00\n"
        "Total account value                                    720.00\n"
    )
    (account,) = read_here("accrued.txt", text.encode()).accounts
    assert (account.status, len(account.positions)) == ("proven", 2)
    assert account.accruals == (("accrued interest on bonds", D("20.00")),)
