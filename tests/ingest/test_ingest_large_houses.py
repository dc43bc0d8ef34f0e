"""What large houses print: second lines of bonds with their terms, settlement funds, fractions of shares."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

TOP = """Thistledown Securities
Account Number: 4417-2290
{title}
For the Period March 1, 2026 to March 31, 2026
"""


def laid(*rows: tuple[str, ...]) -> str:
    """Rows as text of fixed columns: names to the left, figures to the right."""
    return "\n".join(f"{name:<64}" + "".join(f"{cell:>18}" for cell in cells) for name, *cells in rows)


def one(*parts: str, title: str = "Individual") -> StatementAccount:
    text = "\n\n".join([TOP.format(title=title), *parts])
    (account,) = read_here("thistledown.txt", text.encode()).accounts
    return account


def test_the_terms_of_a_bond_stand_beside_its_second_line_of_figures_and_interest_under_the_lower_head() -> None:
    account = one(
        "CORPORATE FIXED INCOME",
        laid(
            ("", "", "Orig Unit Cost", "", "Orig Total Cost", "", "Unrealized", "Est Ann Income"),
            (
                "Security Description",
                *("Face Value", "Adj Unit Cost", "Unit Price", "Adj Total Cost"),
                *("Market Value", "Gain/(Loss)", "Accrued Interest"),
            ),
            ("ELMWOOD POWER CO", "40,000.000", "$101.000", "$99.500", "$40,400.00", "", "", "$1,800.00"),
            (
                "Coupon Rate 4.500%; Matures 06/15/2031; CUSIP 29035TAC1",
                *("", "$100.500", "", "$40,200.00", "$39,800.00", "$(400.00)", "$330.00"),
            ),
            ("Int. Semi-Annually Jun/Dec 15; Moody BAA1; Issued 06/15/21",),
            ("TOTAL CORPORATE FIXED INCOME", "", "", "", "", "$39,800.00"),
            ("TOTAL VALUE", "", "", "", "", "$40,130.00"),
        ),
    )
    (line,) = account.positions
    assert (line.quantity, line.price, line.market_value) == (D(40000), D("99.5"), D(39800))
    assert (line.cusip, line.cost_basis, line.accrued) == ("29035TAC1", D(40200), D(330))
    assert account.status == "proven"


def test_a_settlement_fund_is_the_cash_of_the_account() -> None:
    days = ("Balance on", "Balance on")
    account = one(
        "Settlement fund",
        laid(
            ("", "", "Price on", *days),
            ("Name", "Quantity", "03/31/2026", "02/28/2026", "03/31/2026"),
            ("THISTLEDOWN FEDERAL MONEY MARKET FUND", "900.0000", "$1.00", "$800.00", "$900.00"),
        ),
        "Mutual funds",
        laid(
            ("", "", "Price on", *days),
            ("Symbol  Name", "Quantity", "03/31/2026", "02/28/2026", "03/31/2026"),
            ("THDLX   THISTLEDOWN LARGE", "50.0000", "$120.00", "$5,900.00", "$6,000.00"),
        ),
        "Total account value as of March 31, 2026    $6,900.00",
    )
    assert (account.cash, account.stated_total, account.status) == (D(900), D(6900), "proven")


def test_a_plan_to_save_for_college_is_a_529() -> None:
    account = one(
        "Total Account Value as of March 31, 2026   $12,500.00",
        laid(
            ("Portfolio", "Units", "Unit Price", "Value 12/31/2025", "Value 03/31/2026"),
            ("Portfolio 2034 (Index)", "500.000", "$25.00", "$12,000.00", "$12,500.00"),
        ),
        title="Thistledown College Investing Plan",
    )
    assert account.registration == "529"


def with_money_fund(value: str) -> StatementAccount:
    head = ("Description", "Symbol", "Quantity", "Price", "Market Value", "Total Cost Basis")
    return one(
        "CASH AND CASH EQUIVALENTS - 5.00% of Total Account Value",
        laid(
            head,
            ("Money Markets",),
            ("TREASURY OBLIGATIONS MONEY FUND", "TOMXX", "500.00", "$1.00", "$500.00"),
            ("Total Cash and Cash Equivalents", "", "", "", "$500.00"),
        ),
        "HOLDINGS > EQUITIES - 95.00% of Total Account Value",
        laid(
            head,
            ("ELMWOOD POWER CO", "ELMW", "100", "$95.00", value, "$8,000.00"),
            ("Total Equities", "", "", "", value, "$8,000.00"),
            ("Total Securities", "", "", "", "$9,500.00", "$8,000.00"),
            ("TOTAL PORTFOLIO VALUE", "", "", "", "$10,000.00", "$8,000.00"),
        ),
    )


def test_the_sum_of_securities_leaves_out_the_money_fund_listed_with_the_cash() -> None:
    account = with_money_fund("$9,500.00")
    assert [line.asset_type for line in account.positions] == ["money_market", "stock"]
    assert account.status == "proven"
    assert with_money_fund("$9,400.00").status != "proven"


def test_a_fraction_of_a_share_whose_units_stand_before_its_name_belongs_to_the_fund_above() -> None:
    account = one(
        laid(
            ("MUTUAL FUNDS", "", "Adjusted/Total", "Estimated", "Estimated", "Unrealized", "Total Client"),
            (
                "Description",
                *("Quantity", "Cost Basis", "Market Price", "Market Value", "Gain/(Loss)", "Investment"),
            ),
            ("BIRCHBARK GROWTH FUND CLASS A", "320", "9,000.00", "40.0000", "12,800.00", "3,800.00", "8,500"),
            ("SYMBOL: BBKGX Initial Purchase: 05/05/15",),
            (".2500 Fractional Share", "", "7.00", "40.0000", "10.00", "3.00"),
            ("TOTAL", "", "9,007.00", "", "12,810.00", "3,803.00"),
        )
    )
    (line,) = account.positions
    assert (line.symbol, line.quantity, line.market_value, line.cost_basis) == ("BBKGX", D("320.25"), D(12810), D(9007))
    assert account.status == "proven"


def test_a_day_of_trade_with_a_year_of_two_digits_opens_a_lot_that_the_total_of_the_security_counts() -> None:
    account = one(
        "Mutual funds",
        laid(
            ("", "Number", "Average price", "", "Price per share", "Value on", "Unrealized gain"),
            (
                "Holding",
                *("of shares", "per share ($)", "Cost basis ($)", "on Mar 31 ($)", "Mar 31 ($)", "or loss ($)"),
            ),
            ("BIRCHBARK GROWTH FUND CLASS A",),
            ("Symbol: BBKGX",),
            ("Trade date: May 5, 15", "200.000", "25.000", "5,000.00", "40.000", "8,000.00", "3,000.00"),
            ("Total reinvested", "2.500", "36.000", "90.00", "40.000", "100.00", "10.00"),
            ("EAI: $50 Current yield: 0.62%",),
            ("Security total", "202.500", "25.136", "5,090.00", "", "8,100.00", "3,010.00"),
            ("Total", "", "", "$5,090.00", "", "$8,100.00", "$3,010.00"),
        ),
    )
    (line,) = account.positions
    assert (line.symbol, line.quantity, line.market_value, line.cost_basis) == ("BBKGX", D("202.5"), D(8100), D(5090))
    assert str(line.lots[0].acquired) == "2015-05-05"
    assert account.status == "proven"


def with_margin(balance: str) -> StatementAccount:
    return one(
        laid(("NET ACCOUNT BALANCE", "", balance), ("TOTAL PRICED PORTFOLIO", "", "$6,900.00")),
        "PORTFOLIO SUMMARY",
        laid(
            ("DESCRIPTION", "SYMBOL", "QUANTITY", "PRICE", "MARKET VALUE"),
            ("EQUITIES / OPTIONS",),
            ("ELMWOOD POWER CO", "ELMW", "50", "$95.00", "$4,750.00"),
            ("BIRCHBARK STORES INC", "BBKS", "25", "$30.00", "$750.00"),
            ("Total Equities", "", "", "", "$5,500.00"),
            ("Total Cash (Net Portfolio Balance)", "", "", "", balance),
            ("FDIC Insured Deposits", "", "", "", "$2,500.00"),
            ("TOTAL PRICED PORTFOLIO", "", "", "", "$6,900.00"),
        ),
    )


def test_the_net_balance_of_cash_and_margin_counts_beside_the_bank_deposit_of_a_row() -> None:
    account = with_margin("-$1,100.00")
    assert (account.cash, account.stated_total, account.status) == (D(1400), D(6900), "proven")
    assert sum(line.market_value or 0 for line in account.positions if line.asset_type == "cash") == D(1400)
    assert with_margin("-$1,000.00").status != "proven"


def test_private_funds_are_known_by_their_commitment_under_heads_that_name_no_column_of_names() -> None:
    account = one(
        "ALTERNATIVE INVESTMENTS",
        laid(
            ("", "Commitment /", "Contributions", "Distributions", "Estimated Market", "Valuation", "Economic"),
            ("", "Unfunded", "To Date", "To Date", "Value", "Date", "Gain (Loss)"),
            ("PRIVATE EQUITY",),
            *(
                (
                    "QUAYSIDE GROWTH FUND IV, L.P.",
                    *("200,000.00", "110,000.00", "10,000.00", "140,000.00", "12/31/2025", "40,000.00"),
                ),
                ("", "90,000.00"),
            ),
            ("TOTAL ALTERNATIVE INVESTMENTS", "200,000.00", "110,000.00", "10,000.00", "140,000.00", "", "40,000.00"),
        ),
        "TOTAL PORTFOLIO     140,000.00",
    )
    (line,) = account.positions
    assert (line.description, line.asset_type) == ("QUAYSIDE GROWTH FUND IV, L.P.", "alternative")
    assert (line.market_value, line.commitment, line.called, line.unfunded) == (
        D(140000),
        D(200000),
        D(110000),
        D(90000),
    )
    assert account.status == "proven"


def test_the_name_of_a_goal_over_the_number_of_an_account_is_no_owner() -> None:
    held = laid(
        ("Description", "Ticker", "Shares", "Price", "Value"), ("US Stock ETF", "QSTK", "20", "$30.00", "$600.00")
    )
    text = (
        "Thistledown Advice\nMonthly Statement March 1 - March 31, 2026\n"
        "Grace Okello\n88 Court Street\nLaconia, NH 03246\n\n"
        f"Safety Net\nIndividual Account Number 771928812\n\n{held}\nTotal Holdings    $600.00\n"
    )
    (account,) = read_here("goals.txt", text.encode()).accounts
    assert account.owner == "Grace Okello"


STACKED = """Thistledown Private Bank
Account Number: 771-92044
For the Period March 1, 2026 to March 31, 2026
Equity Detail
Adjusted Tax Cost Unrealized Est. Annual Inc.
Price Quantity Value Original Cost Gain/Loss Accrued Div. Yield
US Large Cap Equity
ELMWOOD POWER CO 95.00 100.000 9,500.00 8,000.00 1,500.00 156.00 1.64%
290354-10-9 ELMW 39.00
BIRCHBARK STORES INC 30.00 50.000 1,500.00 1,200.00 300.00 20.00 1.33%
09072X-10-1 BBKS
Total US Large Cap Equity 11,000.00 9,200.00 1,800.00 176.00
Total Account Value 11,000.00
"""


def test_in_text_without_columns_what_has_accrued_stands_on_the_second_line_and_is_no_income_of_a_year() -> None:
    (account,) = read_here("stacked.txt", STACKED.encode()).accounts
    read = [(line.symbol, line.cusip, line.accrued) for line in account.positions]
    assert read == [("ELMW", "290354109", D(39)), ("BBKS", "09072X101", None)]
    assert account.status == "proven"


LOTS = """Thistledown One Account of
JUNE ABERNATHY
Account Number: 5512-8834
Statement Period October 1-31, 2022
Investment Detail - Equities
Quantity Market Price Market Value Assets Gain or (Loss) Yield Annual Income
Equities Units Purchased Cost Per Share Cost Basis Acquired Holding Days Holding Period
ELMWOOD POWER CO 14.0000 295.00000 4,130.00 100% (34.00) N/A N/A
CLASS B 6.0000 296.0000 1,776.00 02/24/22 (6.00) 249 Short-Term
SYMBOL: ELMB 8.0000 298.5000 2,388.00 05/02/20 (28.00) 882 Long-Term
Cost Basis 4,164.00
Total Equities 14.0000 4,130.00 100% (34.00)
Total Account Value 4,130.00
"""


def test_in_text_without_columns_lots_may_end_in_their_days_held_and_their_term() -> None:
    (account,) = read_here("lots.txt", LOTS.encode()).accounts
    (line,) = account.positions
    assert (line.symbol, line.description, line.cost_basis) == ("ELMB", "ELMWOOD POWER CO CLASS B", D(4164))
    assert [(str(lot.acquired), lot.quantity) for lot in line.lots] == [("2022-02-24", D(6)), ("2020-05-02", D(8))]
    assert account.status == "proven"


def test_the_number_of_an_account_may_stand_in_brackets_behind_the_house_that_keeps_it() -> None:
    head = ("Asset", "Symbol", "Units", "Price", "Value", "Cost Basis")
    text = "\n\n".join(
        (
            "Portfolio Holdings\nAs of March 31, 2026",
            "Obi Chukwu - Individual (Alder ...2044)",
            laid(
                head,
                ("Elmwood Power Co", "ELMW", "100.00", "95.00", "9,500.00", "8,000.00"),
                ("Total", "", "", "", "9,500.00", "8,000.00"),
            ),
            "Ada Chukwu - Roth IRA (Alder ...8810)",
            laid(
                head,
                ("Birchbark Growth Fund A", "BBKGX", "50.00", "80.00", "4,000.00", "3,000.00"),
                ("Total", "", "", "", "4,000.00", "3,000.00"),
            ),
        )
    )
    first, second = read_here("household.txt", text.encode()).accounts
    assert (first.number[-4:], first.registration, first.owner) == ("2044", "taxable_individual", "Obi Chukwu")
    assert (second.number[-4:], second.registration, second.owner) == ("8810", "roth_ira", "Ada Chukwu")
    assert (first.status, second.status) == ("proven", "proven")


def flowed(*lines: str) -> StatementAccount:
    """The account of a text whose columns are lost."""
    top = ("Thistledown Securities", "JUNE ABERNATHY", "Account Number: B4Q-771920")
    (account,) = read_here("flowed.txt", "\n".join((*top, *lines)).encode()).accounts
    return account


def test_in_text_without_columns_a_head_tells_a_year_of_income_and_days_with_years_of_two_digits() -> None:
    account = flowed(
        "January 1, 2025 - December 31, 2025",
        "Stocks",
        "Price Total Total Total 2025",
        "Quantity Per Unit Market Value Cost Unrealized Income",
        "Description Dec 31, 2025 Dec 31, 2025 Dec 31, 2025 Basis Gain/Loss Earned",
        "ELMWOOD POWER CO (ELMW) 100.000 $95.0000 $9,500.00 $8,000.00 $1,500.00 $41.00",
        "Total Stocks $9,500.00 $8,000.00 $1,500.00 $41.00",
        "Ending Account Value as of Dec 31, 2025 $9,500.00",
    )
    (line,) = account.positions
    assert (line.symbol, line.price, line.market_value, line.cost_basis) == ("ELMW", D(95), D(9500), D(8000))
    assert account.status == "proven"


def test_in_text_without_columns_an_identifier_over_a_kind_of_account_stands_before_the_units() -> None:
    account = flowed(
        "Statement for the Period March 1, 2026 to March 31, 2026",
        "ENDING VALUE (AS OF 03/31/26) $9,500.00",
        "HOLDINGS > EQUITIES - 100.00% of Total Account Value",
        "Estimated Unrealized",
        "Symbol/Cusip Price on Current Annual Total Gain (Loss)",
        "Description Account Type Quantity 03/31/26 Market Value Income Cost Basis",
        "ELMWOOD POWER CO ELMW 60 $95.00 $5,700.00 $104.00 $4,800.00 $900.00",
        "Estimated Yield 1.82% CASH",
        "ELMWOOD FINANCE NT 5.000% 06/15/2031 29035TAC1 4,000 $95.00 $3,800.00 $200.00 $3,900.00 -$100.00",
        "Accrued Interest $60.00",
        "Total Equities $9,500.00 $304.00 $8,700.00 $800.00",
    )
    read = [(line.symbol or line.cusip, line.quantity, line.market_value, line.accrued) for line in account.positions]
    assert read == [("ELMW", D(60), D(5700), None), ("29035TAC1", D(4000), D(3800), D(60))]
    assert account.status == "proven"


def test_in_text_without_columns_a_sweep_tells_its_balances_without_units() -> None:
    account = flowed(
        "Statement Period March 1-31, 2026",
        "Cash and Cash Investments",
        "Change in Pending/ Interest/",
        "Beginning Ending Period Unsettled Yield % of",
        "Type Symbol Description Quantity Price($) Balance($) Balance($) Balance($) Cash($) Rate Acct",
        "Bank Sweep THISTLEDOWN BANK 300.00 500.00 200.00 0.00 0.05% 5%",
        "Total Cash and Cash Investments $300.00 $500.00 $200.00 5%",
        "Positions - Equities",
        "Symbol Description Quantity Price($) Market Value($) Cost Basis($) Gain/(Loss)($)",
        "ELMW ELMWOOD POWER CO 100.0000 95.00000 9,500.00 8,000.00 1,500.00",
        "Total Equities $9,500.00 $8,000.00 $1,500.00",
        "Ending Account Value as of 03/31 $10,000.00",
    )
    assert (account.cash, account.stated_total, account.status) == (D(500), D(10000), "proven")


ANALYSIS = """Introduction,Header,Name,Account,Alias,BaseCurrency,AccountType,AnalysisPeriod,PerformanceMeasure
Introduction,Data,June Abernathy,U5519204,,USD,Individual,"January 1, 2026 to March 31, 2026 (Daily)",TWR
Key Statistics,MetaInfo,Analysis Period,"January 1, 2026 - March 31, 2026"
Key Statistics,Header,BeginningNAV,EndingNAV,MTM,Deposits & Withdrawals,Dividends,ChangeInNAV
Key Statistics,Data,10000.00,12395.00,1895.00,500,0,2395.00
Allocation by Asset Class,Header,Date,Equities,Cash,NAV
Allocation by Asset Class,Data,20260101,9500.00,500.00,10000.00
Allocation by Asset Class,Data,20260331,11400.00,995.00,12395.00
Performance by Symbol,Header,Symbol,Description,FinancialInstrument,Sector,AvgWeight,Return,Unrealized_P&L,Open
Performance by Symbol,Data,ELMW,ELMWOOD POWER CO,Stocks,Utilities,80,4.1,"1,500.00",Yes
Projected Income,Header,Financial Inst.,Symbol,Description,Frequency,Quantity,Price,Value,Current Yield (%)
Projected Income,Data,Stocks,ELMW,ELMWOOD POWER CO,Quarterly,100,95,9500,1.6
Open Position Summary,Header,Date,FinancialInstrument,Currency,Symbol,Description,Sector,Quantity,ClosePrice,Value,Cost
Open Position Summary,Data,03/31/2026,ETFs,USD,BIRC,BIRCHBARK ETF,Broad,20,95,1900,1500
Open Position Summary,Data,Total,ETFs,USD,,,,,,1900,1500
Open Position Summary,Data,03/31/2026,Stocks,USD,ELMW,ELMWOOD POWER CO,Utilities,100,95,9500,8000
Open Position Summary,Data,Total,Stocks,USD,,,,,,9500,8000
"""


def test_a_report_of_sections_tells_its_account_once_and_cash_and_worth_by_its_last_day() -> None:
    (account,) = read_here("analysis.csv", ANALYSIS.encode()).accounts
    assert (account.number[-4:], account.owner, account.registration) == (
        "9204",
        "June Abernathy",
        "taxable_individual",
    )
    assert (account.cash, account.stated_total, str(account.as_of)) == (D(995), D(12395), "2026-03-31")
    held = sorted((line.symbol, line.market_value, line.cost_basis) for line in account.positions if line.symbol)
    assert held == [("BIRC", D(1900), D(1500)), ("ELMW", D(9500), D(8000))]
    assert account.status == "proven"


def test_a_period_in_the_line_right_over_a_head_tells_the_day() -> None:
    text = "\n".join(
        (
            "Thistledown Securities\nAccount Number: 4417-2290\n",
            f"{'YOUR ASSETS':<64}{'March 01, 2026 - March 31, 2026':>80}",
            laid(
                ("EQUITIES", "", "", "Estimated", "Unrealized"),
                ("Description", "Quantity", "Cost Basis", "Market Value", "Gain/(Loss)"),
                ("ELMWOOD POWER CO", "100", "8,000.00", "9,500.00", "1,500.00"),
                ("TOTAL", "", "8,000.00", "9,500.00", "1,500.00"),
            ),
        )
    )
    (account,) = read_here("over.txt", text.encode()).accounts
    assert str(account.as_of) == "2026-03-31"
