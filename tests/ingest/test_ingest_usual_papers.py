"""What the paper of large houses prints: CUSIPs in three parts, private funds, interest below, names by labels."""

from decimal import Decimal as D

from core.domain.statement import Statement, StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def page(number: str = "5511-2233") -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Private Office")], "B", size=12, step=20)
    if number:
        pencil.row([(40, f"Account {number}   For the period 06/01/2026 to 06/30/2026")], step=20)
    return pencil


def read(pencil: Pencil) -> Statement:
    return read_here("pinewick.pdf", pencil.drawn().data)


def one(pencil: Pencil) -> StatementAccount:
    (account,) = read(pencil).accounts
    return account


def equities(pencil: Pencil, *, total: str = "") -> None:
    pencil.row([(-300, "Price"), (-370, "Quantity"), (-450, "Value"), (-530, "Cost")], "B")
    for name, below, price, units, value, cost in (
        ("QUILL HOLDINGS INC", "194892-E2-7 QZAB", "20.00", "100.000", "2,000.00", "1,500.00"),
        ("TIDE SHIPPING LTD", "778408-A2-0 TDSX", "30.00", "50.000", "1,500.00", "1,700.00"),
    ):
        pencil.row([(40, name), (-300, price), (-370, units), (-450, value), (-530, cost)])
        pencil.row([(40, below)])
    pencil.row([(40, "Total US Large Cap Equity"), (-450, "$3,500.00"), (-530, "$3,200.00")], step=20)
    if total:
        pencil.row([(40, "Total Account Value"), (-450, total)])


def private(pencil: Pencil, name: str = "Private Investments") -> None:
    pencil.row([(-300, "Capital"), (-390, "Capital Called"), (-470, "Unfunded"), (-560, "Estimated")], "B", step=9)
    pencil.row([(40, name), (-300, "Commitment"), (-390, "To Date"), (-470, "Commitment"), (-560, "Value")], "B")
    figures = [(-300, "100,000.00"), (-390, "60,000.00"), (-470, "40,000.00"), (-560, "71,500.00")]
    pencil.row([(40, "Onyx Venture Fund VII, L.P."), *figures])
    pencil.row([(40, "Total Private Investments"), (-560, "$71,500.00")])


def test_a_cusip_in_three_parts_is_one_and_the_word_behind_it_the_symbol() -> None:
    pencil = page()
    equities(pencil, total="3,500.00")
    account = one(pencil)
    assert [(line.cusip, line.symbol, line.description) for line in account.positions] == [
        ("194892E27", "QZAB", "QUILL HOLDINGS INC"),
        ("778408A20", "TDSX", "TIDE SHIPPING LTD"),
    ]
    assert account.status == "proven"


def test_private_funds_stand_under_a_head_that_names_their_group_in_place_of_the_name() -> None:
    pencil = page()
    equities(pencil)
    private(pencil)
    account = one(pencil)
    (fund,) = [line for line in account.positions if line.asset_type == "alternative"]
    assert (fund.commitment, fund.called, fund.unfunded, fund.market_value) == (
        D("100000.00"), D("60000.00"), D("40000.00"), D("71500.00"),
    )  # fmt: skip


def test_the_sum_of_a_group_that_was_not_read_breaks_the_proof() -> None:
    pencil = page()
    equities(pencil)
    pencil.row([(40, "Blurb"), (-390, "Zorg"), (-560, "Flim")], "B")
    pencil.row([(40, "Onyx Venture Fund VII, L.P."), (-390, "60,000.00"), (-560, "71,500.00")])
    pencil.row([(40, "Total Private Investments"), (-560, "$71,500.00")])
    account = one(pencil)
    assert account.status != "proven"
    assert any("Private Investments, 71,500.00" in check.where for check in account.checks if not check.ok)


def test_accrued_interest_below_the_value_is_read_though_its_label_reaches_the_column_beside() -> None:
    pencil = page()
    pencil.row([(-340, "Price"), (-404, "Ending"), (-464, "Total")], step=9, size=7)
    places = (40, -286, -340, -404, -464)
    heads = ("Description", "Quantity", "Per Unit", "Market Value", "Cost Basis")
    cells = ("TIDE WATER AUTH REV 1.500%", "54,000.000", "$96.5170", "$52,119.18", "$57,331.10")
    pencil.row(list(zip(places, heads, strict=True)), step=9, size=7)
    pencil.row([(-340, "Jun 30, 2026"), (-404, "Jun 30, 2026")], step=9, size=7)
    pencil.row([(-404, "Accrued Interest (AI)")], step=9, size=7)
    pencil.row(list(zip(places, cells, strict=True)), step=9, size=7)
    pencil.row([(40, "11/10/2039"), (-404, "$797.42")], step=9, size=7)
    pencil.row([(40, "CUSIP: 208709B79")], step=18, size=7)
    pencil.row([(40, "Total Bonds (2% of account holdings)")], step=9, size=7)
    pencil.row([(-404, "$52,119.18"), (-464, "$57,331.10")], size=7)
    account = one(pencil)
    (bond,) = account.positions
    assert (bond.accrued, bond.market_value, bond.cusip) == (D("797.42"), D("52119.18"), "208709B79")
    assert account.status == "proven" and account.subtotals == (("Bonds", D("52119.18")),)


def test_what_is_guaranteed_by_a_plan_is_no_cash_and_its_plan_is_a_403b() -> None:
    pencil = page("")
    pencil.row([(40, "Marlow University Tax Deferred Annuity Plan")], "B", step=14)
    pencil.row([(40, "Contract number 569730"), (300, "June 30, 2026")], step=20)
    heads = [
        (40, "Investment"),
        (-330, "Units"),
        (-400, "Price"),
        (-470, "Beginning Balance"),
        (-560, "Ending Balance"),
    ]
    pencil.row(heads, "B")
    pencil.row([(40, "Equities")], "B")
    for name, units, price, before, value in (
        ("Willow Target Retirement 2045 Trust", "100.0000", "$20.0000", "$1,900.00", "$2,000.00"),
        ("Quill Growth Fund", "50.0000", "$30.0000", "$1,450.00", "$1,500.00"),
    ):
        pencil.row([(40, name), (-330, units), (-400, price), (-470, before), (-560, value)])
    pencil.row([(40, "Total equities"), (-470, "$3,350.00"), (-560, "$3,500.00")])
    pencil.row([(40, "Guaranteed")], "B")
    pencil.row([(40, "Marlow Traditional"), (-470, "$990.00"), (-560, "$1,000.00")])
    pencil.row([(40, "Total guaranteed"), (-470, "$990.00"), (-560, "$1,000.00")])
    account = one(pencil)
    assert (account.cash, account.registration) == (None, "403b")
    assert account.positions[-1].description == "Marlow Traditional"
    assert account.positions[-1].asset_type != "cash"


def test_names_stand_under_labels_and_over_periods_and_telephones_are_no_accounts() -> None:
    pencil = page("")
    pencil.row([(40, "Contributory IRA of")])
    pencil.row([(40, "INES CALLOWAY")], step=20)
    pencil.row([(200, "Account number:"), (300, "AB 22566 68"), (430, "555-010-7700")], step=20)
    pencil.row([(40, "Value of your account"), (-450, "$1,529,184.87"), (-530, "$3,500.00")], step=20)
    equities(pencil)
    account = one(pencil)
    assert (account.owner, account.registration, account.number) == ("INES CALLOWAY", "traditional_ira", "…6668")
    assert (account.stated_total, account.status) == (D("3500.00"), "proven")
    pencil = page("")
    pencil.row([(40, "INES CALLOWAY"), (-560, "Page 1 of 8")])
    pencil.row([(40, "JUNE 1, 2026 - JUNE 30, 2026")])
    pencil.row([(40, "ACCOUNT NUMBER: 4618-2179")], step=20)
    equities(pencil, total="3,500.00")
    account = one(pencil)
    assert (account.owner, account.number) == ("INES CALLOWAY", "…2179")


def test_a_section_that_goes_on_keeps_what_stood_below_it() -> None:
    pencil = page()
    head = [(40, "Description"), (-300, "Quantity"), (-370, "Price"), (-450, "Value")]
    pencil.row([(40, "Holdings")], "B", size=12, step=16)
    pencil.row([(40, "Stocks")], "B", size=10)
    pencil.row(head, "B")
    pencil.row([(40, "Common Stock")], "B", size=8)
    pencil.row([(40, "Quill Holdings Inc (QZAB)"), (-300, "100"), (-370, "20.00"), (-450, "2,000.00")], size=8)
    pencil.page()
    pencil.row([(40, "Holdings")], "B", size=12, step=16)
    pencil.row([(40, "Stocks (continued)")], "B", size=10)
    pencil.row(head, "B")
    pencil.row([(40, "Tide Shipping Ltd (TDSX)"), (-300, "50"), (-370, "30.00"), (-450, "1,500.00")], size=8)
    pencil.row([(40, "Total Common Stock"), (-450, "3,500.00")], size=8)
    account = one(pencil)
    assert account.status == "proven"
    assert account.positions[1].section == "Stocks / Common Stock"


def test_a_summary_of_plans_gives_each_number_the_kind_on_its_own_line() -> None:
    pencil = page("")
    pencil.row([(40, "Your plans"), (-560, "June 30, 2026")], "B")
    pencil.row([(40, "Plan name"), (330, "Contract number"), (-560, "Balance")], "B")
    pencil.row([(40, "Halden Foundation 401(k) Savings Plan"), (330, "911171"), (-560, "$3,500.00")])
    pencil.row([(40, "Marlow University Tax Deferred Annuity Plan"), (330, "958278"), (-560, "$0.00")], step=20)
    pencil.row([(40, "Halden Foundation 401(k) Savings Plan")], "B", size=12)
    pencil.row([(40, "Contract number 911171")], step=20)
    equities(pencil, total="3,500.00")
    assert one(pencil).registration == "401k"


def test_accounts_whose_numbers_end_alike_are_told_apart_and_a_list_of_them_tells_only_of_its_lines() -> None:
    pencil = page("")
    pencil.row([(-560, "Consolidated statement prepared for:")])
    pencil.row([(40, "June 1 - June 30, 2026"), (-560, "INES CALLOWAY")], step=20)
    pencil.row([(40, "Accounts owned"), (300, "Account number"), (-560, "Value on June 30")], "B")
    pencil.row([(40, "Pinewick ONE Financial Account"), (300, "00009228 4718 1 133"), (-560, "$3,500.00")])
    pencil.row([(40, "Pinewick Brokerage Roth IRA"), (300, "00002154 2363 1 133"), (-560, "$3,500.00")])
    pencil.row([(40, "Total value"), (-560, "$7,000.00")], step=20)
    for title, number in (("Financial Account", "00009228 4718 1 133"), ("Brokerage Roth IRA", "00002154 2363 1 133")):
        pencil.row([(40, f"Pinewick {title}"), (300, f"Account # {number}")], step=20)
        equities(pencil)
        pencil.row([(40, "Total holdings"), (-450, "$3,500.00"), (-530, "$3,200.00")], step=20)
    first, second = read(pencil).accounts
    assert [len(account.positions) for account in (first, second)] == [2, 2]
    assert (first.registration, second.registration) == ("other", "roth_ira")
    assert {first.owner, second.owner} == {"INES CALLOWAY"}
    assert (first.status, second.status) == ("proven", "proven")


def test_a_symbol_may_stand_on_the_row_and_its_name_below_beside_the_other_cost() -> None:
    pencil = page()
    upper = [(40, "Security ID /"), (-300, "Quantity"), (-370, "Price ($)"), (-450, "Market Value ($)")]
    pencil.row([*upper, (-540, "Cost Basis (a)/")], "B", step=9)
    pencil.row([(40, "Description"), (-540, "Purchase Cost (b) ($)")], "B")
    for symbol, name, units, price, value, cost in (
        ("QZAB", "Quill Holdings Inc", "100", "20.00", "2,000.00", "1,500.00"),
        ("TDSX", "Tide Shipping Ltd", "50", "30.00", "1,500.00", "1,700.00"),
    ):
        pencil.row([(40, symbol), (-300, units), (-370, price), (-450, value), (-540, cost)], step=10)
        pencil.row([(40, name), (-540, cost)])
    pencil.row([(40, "Total Equities"), (-450, "$3,500.00"), (-540, "$3,200.00")])
    account = one(pencil)
    assert [(line.symbol, line.description) for line in account.positions] == [
        ("QZAB", "Quill Holdings Inc"),
        ("TDSX", "Tide Shipping Ltd"),
    ]
    assert account.status == "proven"


def test_a_line_of_terms_names_the_cusip_and_ends_no_table_and_a_sum_of_cash_is_the_cash() -> None:
    pencil = page()
    pencil.row([(40, "GOVERNMENT SECURITIES")], "B")
    heads = [(-300, "Face Value"), (-370, "Unit Price"), (-450, "Market Value")]
    pencil.row([(40, "Security Description"), *heads], "B")
    for name, cusip, face, price, value in (
        ("UNITED STATES TREAS NTS 5.500% 01/01/2028", "063608D83", "18,000.000", "95.496", "17,189.28"),
        ("UNITED STATES TREAS NTS 3.750% 04/25/2042", "068124B62", "36,000.000", "95.637", "34,429.32"),
    ):
        pencil.row([(40, name), (-300, face), (-370, price), (-450, value)], size=7)
        terms = f"Coupon Rate 4.250%; Interest Paid Semi-Annually May 15; CUSIP {cusip}; Asset Class: FI & Pref"
        pencil.row([(40, terms)], size=7)
    pencil.row([(40, "Total Government Securities"), (-450, "$51,618.60")], size=7)
    pencil.row([(40, "Total Cash (Net Portfolio Balance)"), (-450, "$381.40")], size=7)
    pencil.row([(40, "TOTAL PRICED PORTFOLIO"), (-450, "$52,000.00")], size=7)
    account = one(pencil)
    assert [(line.cusip, line.asset_type) for line in account.positions] == [
        ("063608D83", "bond"), ("068124B62", "bond"),
    ]  # fmt: skip
    assert (account.cash, account.status) == (D("381.40"), "proven")


def test_tickers_are_symbols_under_whatever_head_beside_names_and_shares_of_classes_are_no_headings() -> None:
    pencil = page()
    pencil.row([(40, "Portfolio Allocation")], "B")
    pencil.row([(60, "Equities"), (-300, "99.42%")])
    pencil.row([(60, "Options"), (-300, "0.00%")], step=20)
    pencil.row(
        [(40, "Fund"), (120, "Description"), (-350, "Ending Shares"), (-430, "Price"), (-530, "Ending Value")], "B"
    )
    for ticker, name, units, price, value in (
        ("QZAB", "QUILL RUSSELL 2000 ETF", "100.000000", "$20.00", "$2,000.00"),
        ("TDSX", "TIDE S&P 500 ETF", "50.000000", "$30.00", "$1,500.00"),
    ):
        pencil.row([(40, ticker), (120, name), (-350, units), (-430, price), (-530, value)])
    pencil.row([(40, "Total Holdings"), (-530, "$3,500.00")])
    account = one(pencil)
    assert [(line.symbol, line.description, line.asset_type) for line in account.positions] == [
        ("QZAB", "QUILL RUSSELL 2000 ETF", "etf"),
        ("TDSX", "TIDE S&P 500 ETF", "etf"),
    ]
    assert (account.stated_total, account.status) == (D("3500.00"), "proven")


def test_the_side_of_the_account_below_a_symbol_is_no_heading_and_a_footnote_no_part_of_it() -> None:
    pencil = page()
    upper = [(250, "Symbol/"), (-400, ""), (-460, "Current"), (-540, "Current")]
    pencil.row(upper, "B", step=9)
    pencil.row([(40, "Equities"), (250, "Bond Rating/Type"), (-400, "Quantity"), (-460, "Price"), (-540, "Value")], "B")
    for ticker, name, units, price, value in (
        ("QZAB", "QUILL HOLDINGS INC", "100.000", "20.00", "2,000.00"),
        ("TDSX", "TIDE SHIPPING LTD", "50.000", "30.00", "1,500.00"),
    ):
        pencil.row([(40, name), (250, ticker), (-400, units), (-460, price), (-540, value)])
        pencil.row([(250, "Cash")])
    pencil.row([(40, "Total Equities"), (-540, "3,500.00")])
    account = one(pencil)
    found = [(line.symbol, line.description, line.section) for line in account.positions]
    assert found == [("QZAB", "QUILL HOLDINGS INC", "Equities"), ("TDSX", "TIDE SHIPPING LTD", "Equities")]
    assert account.status == "proven"


def test_units_in_a_second_table_go_to_their_funds_and_the_opening_day_is_not_the_statements() -> None:
    pencil = page("")
    pencil.row([(40, "Halden Foundation 401(k) Plan")], "B", step=14)
    pencil.row([(40, "Account Number: 5511-2233")])
    pencil.row([(40, "Beginning Balance as of April 1, 2026"), (-560, "$3,350.00")])
    pencil.row([(40, "Ending Balance as of June 30, 2026"), (-560, "$3,500.00")], step=20)
    heads = [(-330, "Beginning Balance"), (-450, "Change in Value"), (-560, "Ending Balance")]
    pencil.row([(40, "Investment Option"), *heads], "B")
    funds = (
        ("Quill Real Return Fund A", "100.000", "20.000", "1,900.00", "2,000.00"),
        ("Tide Growth Fund", "50.000", "30.000", "1,450.00", "1,500.00"),
    )
    for name, _, _, before, value in funds:
        pencil.row([(40, name), (-330, before), (-450, "75.00"), (-560, value)])
    pencil.row([(40, "Total"), (-330, "3,350.00"), (-450, "150.00"), (-560, "3,500.00")], step=20)
    pencil.row([(-330, "Units/Shares"), (-450, "Price as of"), (-560, "Value as of")], "B", step=9)
    pencil.row([(40, "Investment Option"), (-330, "06/30/26"), (-450, "06/30/26"), (-560, "06/30/26")], "B")
    for name, units, price, _, value in funds:
        pencil.row([(40, name), (-330, units), (-450, price), (-560, value)])
    account = one(pencil)
    assert [(line.quantity, line.price) for line in account.positions] == [
        (D("100.000"), D("20.000")), (D("50.000"), D("30.000")),
    ]  # fmt: skip
    assert (str(account.as_of), account.status) == ("2026-06-30", "proven")


def test_symbol_and_side_under_names_whose_head_says_symbol_and_accrued_interest_apart() -> None:
    pencil = page()
    pencil.row([(40, "Symbol/Type"), (-300, "Quantity"), (-370, "Price"), (-450, "Value"), (-530, "Cost Basis")], "B")
    for name, below, units, price, value, cost in (
        ("QUILL HOLDINGS INC", "QZAB Cash", "100", "20.00", "2,000.00", "1,500.00"),
        ("TIDE & SONS CO", "TDSX Margin", "50", "30.00", "1,500.00", "1,700.00"),
        ("EMBER CNTY SCH DIST 2.750% 06/19/2039", "CUSIP: 759382E34 Cash", "1,000", "95.00", "950.00", "900.00"),
    ):
        pencil.row([(40, name), (-300, units), (-370, price), (-450, value), (-530, cost)])
        pencil.row([(40, below)])
    pencil.row([(40, "Estimated Accrued Interest (not included in market value)"), (-450, "$12.03")])
    pencil.row([(40, "Total Account Value"), (-450, "$4,450.00")], step=20)
    account = one(pencil)
    assert [(line.symbol, line.cusip) for line in account.positions] == [
        ("QZAB", None), ("TDSX", None), (None, "759382E34"),
    ]  # fmt: skip
    assert (account.status, account.stated_total) == ("proven", D("4450.00"))


def test_the_day_of_valuation_stands_under_a_private_fund() -> None:
    pencil = page()
    pencil.row([(-300, "Price"), (-370, "Quantity"), (-450, "Value"), (-530, "Cost")], "B")
    pencil.row([(40, "Hedge Funds")], "B")
    for name, units, value in (
        ("ALDER OFFSHORE LTD", "100.000", "1,200.00"),
        ("EMBER MACRO FUND LTD", "50.000", "600.00"),
    ):
        pencil.row([(40, name), (-300, "12.0000"), (-370, units), (-450, value), (-530, "500.00")])
        pencil.row([(40, "N/O Client Estimate as of 05/29/26")])
    pencil.row([(40, "Total Account Value"), (-450, "$1,800.00")], step=20)
    assert [str(line.nav_date) for line in one(pencil).positions] == ["2026-05-29", "2026-05-29"]
