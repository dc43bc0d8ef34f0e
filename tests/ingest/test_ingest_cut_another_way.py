"""Statements in text that tell the account again in other parts, and sections of more than one kind."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

PLAN = """Fernhill Retirement
STATEMENT PERIOD: 04/01/2026 - 06/30/2026
Onyx Tern Works Profit Sharing Plan

INVESTMENT SUMMARY AS OF 06/30/2026
                                Opening                                Closing
Fund                  Units     Balance   Contributions     Units   Unit Price       Balance
Growth Stock Fund   100.000   $9,000.00          500.00   105.000      91.0000     $9,555.00
Stable Value      2,000.000    3,000.00          150.00 2,095.000       1.5000      3,142.50
Total                        $12,000.00         $650.00                            $12,697.50

SUMMARY BY SOURCE
Employee Pre-Tax                                                                    $8,000.25
Employer Match                                                                       4,697.25
Total                                                                              $12,697.50
"""
CLEARED = """Quillback Clearing
May 1, 2026 - May 31, 2026
ACCOUNT NUMBER 4HK-20931-17 RR QBC
JORIS VANTONGEREN
ACCOUNT SUMMARY
OPENING BALANCE CLOSING BALANCE
FDIC Insured Deposits 80.00 120.50
Securities 1,900.00 2,050.00
TOTAL PRICED PORTFOLIO 1,980.00 2,170.50
PORTFOLIO SUMMARY
SYMBOL/ ACCOUNT MARKET LAST PERIOD'S % EST. ANNUAL % OF TOTAL
DESCRIPTION CUSIP TYPE QUANTITY PRICE VALUE MARKET VALUE CHANGE INCOME PORTFOLIO
EQUITIES / OPTIONS
GARNET LAKE MINING INC QGLM C 15.00000 $82.00 $1,230.00 $1,150.00 6.957% $12 56.669%
CLASS A
WILLOW ONYX BANCORP QWOB O 20.50000 40.00 820.00 750.00 9.333 10 37.779
Total Equities $2,050.00 94.448%
FDIC INSURED DEPOSITS
FDIC INSURED DEPOSIT QDEPZ C 120.50 $1.00 $120.50 $80.00 5.552%
Total FDIC Insured Deposits $120.50 5.552%
TOTAL PRICED PORTFOLIO $2,170.50
"""
WEALTH = """Alder Private Bank
HAZEL BRIDGE TRUST ACCT. T55210938
For the Period 5/1/26 to 5/31/26

                                Beginning          Ending         Change      Current
Asset Allocation             Market Value    Market Value       In Value   Allocation
Equity                          30,000.00       31,020.00       1,020.00          76%
Cash                            10,000.00       10,000.00           0.00          24%
Market Value                   $40,000.00      $41,020.00      $1,020.00         100%

Equity Detail
                                    Price    Quantity          Value          Cost
US Large Cap Equity
GARNET LAKE MINING INC              82.00         250      20,500.00     15,000.00
WILLOW ONYX 500 INDEX ETF           40.00         250      10,000.00      9,000.00
Total US Large Cap Equity                                 $30,500.00    $24,000.00
US Small Cap Equity
TERN HARBOR FOODS INC               26.00          20         520.00        500.00
Total Equity                                              $31,020.00    $24,500.00

Cash Detail
                                    Price    Quantity          Value          Cost
Cash
US DOLLAR PRINCIPAL                  1.00   10,000.00      10,000.00     10,000.00
"""

SITE = """Account Balance
ONYX TERN WORKS 401(K) RETIREMENT PLAN
As of 06/30/2026
Fund Balances
Investment: % Invested
Unit/Share Price\t# of Units/Shares\tBalance
0417 Quill 500 Index Fund Adm: 75%
$ 40.00\t150.25\t$6,010.00
3308 Quill Fixed Account: 25%
$ 1.00\t2,003.33\t$2,003.33
Total\t\t$8,013.33
Source Balances
Source\tBalance\tVested Balance
Employee PreTax
$ 8,013.33\t$ 8,013.33
Total
$ 8,013.33\t$ 8,013.33
"""
FLOWS = """Fernhill
Onyx Tern Works 401(k) Plan
Account value as of 06/30/2026: $15,250.00

Investment option                Units      Unit value       Balance     % of total
LargeCap Index Account        100.0000      132.500000    $13,250.00         86.89%
Stable Value Fund             800.0000        2.500000      2,000.00         13.11%
Total                                                     $15,250.00        100.00%

Contributions by source    This period    Year to date
Employee pre-tax             $1,500.00       $3,000.00
Employer match                  750.00        1,500.00
Total                        $2,250.00       $4,500.00
"""


def _only(text: str) -> StatementAccount:
    statement = read_here("statement.txt", text.encode())
    assert not statement.refused
    (account,) = statement.accounts
    return account


def test_sources_of_money_behind_the_total_are_no_holdings() -> None:
    """Amounts alone that make the total of the funds once more are the same account cut another way."""
    account = _only(PLAN)
    assert (account.status, account.stated_total, account.registration) == ("proven", D("12697.50"), "401k")
    assert [line.description for line in account.positions] == ["Growth Stock Fund", "Stable Value"]


def test_sources_that_do_not_make_the_total_stay_seen() -> None:
    """Only the same sum tells that they are the same account."""
    account = _only(PLAN.replace("4,697.25", "4,600.25"))
    assert account.status != "proven"


def test_a_section_of_equities_and_options_makes_no_share_an_option() -> None:
    """A letter for the side of the account stands behind the symbol, and the number has three parts."""
    account = _only(CLEARED)
    assert (account.number, account.status, account.cash) == ("…3117", "proven", D("120.50"))
    held = [(line.symbol, line.asset_type, line.quantity) for line in account.positions if line.asset_type != "cash"]
    assert [(symbol, quantity) for symbol, _, quantity in held] == [("QGLM", D(15)), ("QWOB", D("20.5"))]
    assert {kind for _, kind, _ in held} == {"stock"}


def test_a_class_is_the_sum_of_its_sections() -> None:
    """`Total Equity` under sections of kinds of its own, with what the account is worth under a label of no total."""
    account = _only(WEALTH)
    assert (account.status, account.stated_total) == ("proven", D("41020.00"))
    assert len(account.positions) == 4


def test_names_with_their_share_stand_over_their_figures() -> None:
    """Text of a site: the name and what share it is, then price, units and balance."""
    account = _only(SITE)
    assert (account.status, account.stated_total) == ("proven", D("8013.33"))
    assert [(line.description, line.quantity, line.price) for line in account.positions] == [
        ("0417 Quill 500 Index Fund Adm", D("150.25"), D("40.00")),
        ("3308 Quill Fixed Account", D("2003.33"), D("1.00")),
    ]


def test_flows_by_period_behind_the_holdings_are_none() -> None:
    """A head of periods ends the table of holdings."""
    account = _only(FLOWS)
    assert (account.status, len(account.positions)) == ("proven", 2)
