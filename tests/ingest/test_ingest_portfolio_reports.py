"""What reports of brokerage accounts print around and between their rows, each form on a small paper of our own."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-330, -400, -480)


def begun(number: str = "Account Number: 5511-2233") -> Pencil:
    pencil = Pencil(size=7)
    pencil.page()
    pencil.row([(40, number), (380, "June 1, 2026 - June 30, 2026")], step=24)
    return pencil


def line(pencil: Pencil, name: str, *figures: str, style: str = "", step: float = 11) -> None:
    pencil.row([(40, name), *zip(STOPS, figures, strict=False)], style, step=step)


def head(pencil: Pencil) -> None:
    line(pencil, "Security", "Quantity", "Price", "Market Value", style="B", step=13)


def only(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("report.pdf", pencil.drawn().data).accounts
    return account


def test_interest_accrued_below_the_total_counts_in_whatever_column_its_amount_falls() -> None:
    pencil = begun()
    pencil.row([(40, "Bond"), (-250, "Par"), (-330, "Cost"), (-400, "Price"), (-480, "Value")], "B")
    pencil.row([(40, "Ember Co 4% due 01/15/2031"), (-250, "10,000"), (-330, "9,000.00"), (-400, "95.00"),
                (-480, "9,500.00")])  # fmt: skip
    pencil.row([(40, "Ending Account Value"), (-480, "$9,500.00")], step=18)
    pencil.row([(40, "Accrued Interest"), (-330, "$86.63")])
    pencil.row([(40, "Total Including Accrued Interest"), (-330, "$9,586.63")])
    account = only(pencil)
    assert (account.status, account.stated_total, len(account.positions)) == ("proven", D("9500.00"), 1)


@pytest.mark.parametrize(("second", "status"), [("600.00", "proven"), ("610.00", "explained")])
def test_a_class_may_bear_the_name_of_a_part_of_another_one(second: str, status: str) -> None:
    pencil = begun()
    pencil.row([(40, "HOLDINGS > EXCHANGE TRADED PRODUCTS - 62.5% of Total Account Value")], "B", size=9)
    head(pencil)
    for part, name in (("Equity", "Quill Equity ETF (QZAB)"), ("Fixed Income", "Ember Bond ETF (EMBB)")):
        pencil.row([(40, part)], "B")
        line(pencil, name, "10", "50.00", "500.00")
    line(pencil, "Total Exchange Traded Products", "", "", "$1,000.00", style="B", step=20)
    pencil.row([(40, "HOLDINGS > FIXED INCOME - 37.5% of Total Account Value")], "B", size=9)
    head(pencil)
    pencil.row([(40, "Municipal Bonds")], "B")
    line(pencil, "Tern County Water 4% 06/01/2034", "600", "100.00", "600.00")
    line(pencil, "Total Fixed Income", "", "", second, style="B", step=20)
    line(pencil, "Total Account Value", "", "", "$1,600.00", style="B")
    assert only(pencil).status == status


def test_the_mark_of_a_printer_at_the_foot_of_each_page_is_no_row() -> None:
    pencil = begun()
    head(pencil)
    for page in range(1, 4):
        for row in range(3):
            line(pencil, f"Quill Fund {page}{row} (QZ{'ABC'[page - 1]}{'XYZ'[row]})", "10", "10.00", "100.00")
        pencil.y = 700
        pencil.row([(40, f"Page {page} of 3")])
        pencil.row([(270, f"MN _QBXTLDBB0{page} 20260630")], size=5)
        if page < 3:
            pencil.page()
            head(pencil)
    pencil.y = 300
    line(pencil, "Total Account Value", "", "", "$900.00", style="B")
    account = only(pencil)
    assert (account.status, len(account.positions)) == ("proven", 9)


def test_the_kind_of_a_deposit_over_its_coupon_goes_on_with_its_name() -> None:
    pencil = begun()
    head(pencil)
    line(pencil, "EMBER BANK USA", "5,000", "92.00", "4,600.00", step=8)
    for text in ("CERTIFICATE OF DEPOSIT", "4.400% 02/18/27", "Accrued Interest: 95.56"):
        line(pencil, text, step=8)
    pencil.page()
    head(pencil)
    line(pencil, "QUILL HARBOR CORP NOTE 5% 01/15/30", "1,000", "100.00", "1,000.00", step=18)
    line(pencil, "Total Account Value", "", "", "$5,600.00", style="B")
    first, second = only(pencil).positions
    assert (first.description, first.accrued) == ("EMBER BANK USA CERTIFICATE OF DEPOSIT 4.400% 02/18/27", D("95.56"))
    assert second.description == "QUILL HARBOR CORP NOTE 5% 01/15/30"


def test_the_symbol_of_an_option_may_go_on_below_in_its_narrow_column() -> None:
    pencil = begun()
    pencil.row(
        [(40, "Symbol"), (100, "Description"), *zip(STOPS, ("Quantity", "Price($)", "Value($)"), strict=True)], "B"
    )
    pencil.row([(40, "QZAB 12/18/2026"), (104, "PUT QUILL HARBOR $60 EXP"),
                *zip(STOPS, ("3.0000", "2.0000", "600.00"), strict=True)], step=8)  # fmt: skip
    pencil.row([(40, "60.00 P"), (104, "12/18/26")], step=16)
    pencil.row([(40, "Total Account Value"), (-480, "$600.00")], "B")
    (option,) = only(pencil).positions
    assert (option.symbol, option.asset_type, option.quantity) == ("QZAB 12/18/2026 60.00 P", "option", D("3.0000"))


def test_funds_of_which_a_day_and_what_was_paid_in_are_told_are_held() -> None:
    pencil = begun()
    pencil.row([(40, "ALTERNATIVE INVESTMENTS - HEDGE FUNDS")], "B", size=8)
    pencil.row(
        [(-250, "Valuation"), (-330, "Contributions"), (-400, "Withdrawals"), (-480, "Market Value /")], "B", step=9
    )
    pencil.row([(-250, "Date"), (-330, "to Date"), (-400, "to Date"), (-480, "Estimated NAV")], "B")
    pencil.row([(40, "TIDE MACRO OFFSHORE FUND LTD"), (-250, "05/31/2026"), (-330, "500,000.00"), (-400, "0.00"),
                (-480, "565,493.50")])  # fmt: skip
    pencil.row([(40, "TOTAL PORTFOLIO"), (-480, "565,493.50")], "B")
    account = only(pencil)
    (fund,) = account.positions
    assert (fund.market_value, fund.called, str(fund.nav_date)) == (D("565493.50"), D("500000.00"), "2026-05-31")


def summary(pencil: Pencil) -> None:
    """Classes with their worth, some of which nothing is held, beside the words of a drawing."""
    rows = (("Cash", "$15.00"), ("Insrd Dep Acct (IDA)", "85.00"), ("Short Balance", "-"), ("Stocks", "500.00"),
            ("Short Stocks", "-"), ("Total", "$600.00"))  # fmt: skip
    pencil.row(
        [(40, "Investment"), (-180, "Current Value"), (-260, "Prior Value"), (-330, "Change"), (420, "Allocation")]
    )
    for place, (name, value) in enumerate(rows):
        pencil.row([(40, name), (-180, value), (-260, value), (-330, "-")], step=5.5)
        pencil.row(
            [(420, ("Cash 2.5%", "Insrd Dep Acct (IDA) 14.2%", "Stocks 83.3%")[place])] if place < 3 else [], step=5.5
        )
    pencil.row([], step=10)
    pencil.row([(40, "Closing Balance"), (-180, "$100.00")], step=20)


@pytest.mark.parametrize(("price", "status"), [("50.00", "proven"), ("51.00", "explained")])
def test_cash_in_parts_is_their_closing_balance_and_what_a_cash_account_holds_is_none(price: str, status: str) -> None:
    pencil = begun()
    summary(pencil)
    head(pencil)
    for name in ("Quill Harbor Corp (QZAB)", "Ember Mills Inc (EMBR)"):
        line(pencil, name, "5", price, f"{5 * D(price):.2f}")
    line(pencil, "Total Cash Account", "", "", f"${10 * D(price):.2f}", style="B")
    account = only(pencil)
    assert account.status == status
    assert status != "proven" or (account.stated_total, account.cash) == (D("600.00"), D("100.00"))
