"""Downloads of positions as web pages of custodians write them: plans without numbers, marks in cells, odd heads."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here


def accounts(text: str, name: str = "download.csv") -> tuple[StatementAccount, ...]:
    return read_here(name, text.encode()).accounts


PLANS = """Data As of 06/02/2026,
Your Investments,Total Value,Last Price,Quantity,Change since last close ($)*,
TALL PINES COLLEGE 401(A) RETIREMENT PLAN,
Total balance: $1600.00,
Quill 500 Index Fund Institutional (QVXIX),$1000.00,$50.0000,20.0000,$5.10,
Quill Bond Index Fund Institutional (QBBIX),$600.00,$12.0000,50.0000,$1.10,
TALL PINES COLLEGE 403(B) PLAN,
Total balance: $250.00,
Quill 500 Index Fund Institutional (QVXIX),$250.00,$50.0000,5.0000,$1.20,
TALL PINES COLLEGE 457(B) PLAN,
Total balance: $240.00,
Quill Bond Index Fund Institutional (QBBIX),$240.00,$12.0000,20.0000,$0.40,
All Investments,$2090.00, , ,$7.80,
*Reflects the change since the last close.,
"""


def test_plans_named_in_rows_of_their_own_are_accounts() -> None:
    found = accounts(PLANS)
    assert [(one.registration, one.stated_total, len(one.positions), one.status) for one in found] == [
        ("401k", D("1600.00"), 2, "proven"),
        ("403b", D("250.00"), 1, "proven"),
        ("401k", D("240.00"), 1, "proven"),
    ]
    assert {one.institution for one in found} == {""}


def test_the_sum_of_all_plans_is_held_against_them() -> None:
    found = accounts(PLANS.replace("$2090.00", "$2190.00"))
    assert found[-1].status != "proven"


def test_funds_of_two_numbers_are_two_accounts() -> None:
    text = (
        "Fund Account Number,Fund Name,Price,Shares,Total Value\n"
        "308182839-01,Quill 500 Index Portfolio,$116.00,10.5,$1218.00\n"
        "452341309-01,Quill 500 Index Portfolio,$116.00,2,$232.00\n"
    )
    assert [(one.number, one.positions[0].market_value) for one in accounts(text)] == [
        ("…3901", D("1218.00")),
        ("…0901", D("232.00")),
    ]


def test_an_account_name_that_is_the_name_of_the_fund() -> None:
    text = (
        '"Account Type","Account Name","Ticker","Account Number","Owners","Quantity","Price","Market Value"\n'
        '"Roth IRA","Quill Equity Index Fund","QQMIX","1111-1","Wren","4","$49.25","$197.00"\n'
        '"Transfer On Death","Quill Equity Index Fund","QQMIX","2222-2","Wren","6","$49.25","$295.50"\n'
    )
    roth, other = accounts(text)
    assert (roth.registration, roth.owner, roth.positions[0].description) == (
        "roth_ira", "Wren", "Quill Equity Index Fund",
    )  # fmt: skip
    assert other.registration == "taxable_individual"


def test_marks_behind_a_symbol_and_a_number_with_letters() -> None:
    text = (
        "Exported on: 07/15/2026 08:53 PM ET\n\nSelected account(s):CMA-Edge 61Q-40B27\n,\n"
        '"" ,"Symbol " ,"Quantity" ,"Unit Cost" ,"Cost Basis" ,"Price" ,"Value" \n'
        '"" ,"QVPI !  Executed Buy" ,"122.5" ,"$57.00" ,"$6,982.50" ,"$56.00" ,"$6,860.00" \n'
    )
    (account,) = accounts(text)
    assert (account.number, account.positions[0].symbol) == ("…0B27", "QVPI")


def test_contracts_keep_the_symbols_of_their_column() -> None:
    head = "Account Number,Account Name,Symbol,Description,Quantity,Last Price,Current Value,Type\n"
    rows = (
        "Z1,INDIVIDUAL, -QTSL260821P360,QTSL AUG 21 2026 $360 PUT,-2,$25.00,-$5000.00,Margin\n"
        "Z1,INDIVIDUAL, -QUBE260618C82.5,QUBE JUN 18 2026 $82.50 CALL,3,$1.25,$375.00,Margin\n"
    )
    (account,) = accounts(head + rows)
    assert [(line.symbol, line.asset_type, line.unit) for line in account.positions] == [
        ("QTSL260821P360", "option", D(100)),
        ("QUBE260618C82.5", "option", D(100)),
    ]


def test_a_total_with_quantity_and_price_is_a_total() -> None:
    text = (
        "Symbol,Last Price $,Quantity,Price Paid $,Total Gain $,Value $\n"
        "QTIP,46.50,100.0000,46.50,0,4650.0000\nCASH,,,,,.00,\nTOTAL,46.50,100.0000,46.50,0,4650.0000,\n"
    )
    (account,) = accounts(text)
    assert (len(account.positions), account.stated_total, account.status) == (1, D("4650.0000"), "proven")


def test_the_day_of_a_column_as_of_is_that_of_the_file() -> None:
    text = (
        "Description,Ticker,Quantity,Price,Pricing Date,Value,As of\n"
        "Quill 500 ETF,QVOO,10,42.00,01/05/2026 04:16:48 PM,420.00,01/06/2026\n"
        "Quill Money Market,QVUXX,5,1,01/04/2026 11:59:59 PM,5.00,01/06/2026\n"
    )
    (account,) = accounts(text)
    assert str(account.as_of) == "2026-01-06"


FLEX_TABLE = """"ClientAccountID","CurrencyPrimary","AssetClass","Symbol","Description","CUSIP","ReportDate","Quantity","MarkPrice","PositionValue","CostBasisPrice","CostBasisMoney","FifoPnlUnrealized","Side","LevelOfDetail","OpenDateTime"
"U7654321","USD","STK","QVOO","QUILL 500 ETF","","20260907","12","500","6000","465","5580","420","Long","SUMMARY",""
"U7654321","USD","STK","QVOO","QUILL 500 ETF","","20260907","10","500","5000","460","4600","400","Long","LOT","20250301;093000"
"U7654321","USD","STK","QVOO","QUILL 500 ETF","","20260907","2","500","1000","490","980","20","Long","LOT","20250901;093000"
"U7654321","USD","OPT","QSPY  270115C00600000","QSPY 15JAN27 600 C","","20260907","-1","10","-1000","8","-800","-200","Short","SUMMARY",""
"""  # noqa: E501


def test_heads_whose_words_are_run_together() -> None:
    (account,) = accounts(FLEX_TABLE)
    share, option = account.positions
    assert (account.number, str(account.as_of), account.status) == ("…4321", "2026-09-07", "proven")
    assert (share.symbol, share.cost_basis, [(str(lot.acquired), lot.quantity) for lot in share.lots]) == (
        "QVOO", D(5580), [("2025-03-01", D(10)), ("2025-09-01", D(2))],
    )  # fmt: skip
    assert (option.symbol, option.asset_type, option.quantity, option.unit) == (
        "QSPY 270115C00600000", "option", D(-1), D(100),
    )  # fmt: skip


def test_symbols_alone_under_a_head_for_names_are_symbols() -> None:
    (account,) = accounts("Security,Quantity,Price,Market Value\nQVTI,10,50.00,500.00\nQBND,10,20.00,200.00\n")
    assert [(line.symbol, line.flagged) for line in account.positions] == [("QVTI", False), ("QBND", False)]


def test_one_name_that_looks_like_a_symbol_is_shown_to_a_person() -> None:
    text = (
        "Position Statement for 76543210QQQQ (Individual) on 9/29/26 22:14:27\n"
        "Instrument,Qty,Trade Price,Mark,Net Liq\n"
        'QRAM,+200,69.37,61.50,"$12,300.00"\n'
        'QOOG,,,,"$6,762.00"\n'
        "100 16 OCT 26 365 CALL,-1,2.05,1.93,($193.00)\n"
        '100 21 JAN 28 330 CALL,+1,100.80,69.55,"$6,955.00"\n'
    )
    (account,) = accounts(text)
    assert (account.number, account.registration) == ("…3210", "taxable_individual")
    assert [(line.asset_type, line.flagged) for line in account.positions] == [
        ("other", True), ("option", False), ("option", False),
    ]  # fmt: skip


def test_cash_of_a_query_without_its_summary_is_that_of_the_only_currency() -> None:
    text = (
        '<FlexQueryResponse><FlexStatements><FlexStatement accountId="U7654321" toDate="20260907"><CashReport>'
        '<CashReportCurrency currency="USD" endingCash="500.00"/><CashReportCurrency currency="HKD" endingCash="0"/>'
        '</CashReport><OpenPositions><OpenPosition symbol="QVOO" assetCategory="STK" position="2" markPrice="5" '
        'positionValue="10" currency="USD"/></OpenPositions><Trades><Trade symbol="QVOO" buySell="BUY" quantity="2" '
        'netCash="-10" dateTime="20260901;143015"/></Trades></FlexStatement></FlexStatements></FlexQueryResponse>'
    )
    (account,) = accounts(text, "flex.xml")
    assert (account.cash, str(account.activity[0].date)) == (D("500.00"), "2026-09-01")


def test_each_account_has_the_day_that_its_own_rows_print() -> None:
    text = (
        "account,symbol,name,units,price,market_value,as_of\n"
        "Taxable 4417001,QVTI,Quill total,10,50,500,2026-05-31\n"
        "Rollover IRA 4417002,QBND,Quill bonds,10,73,730,2026-03-31\n"
    )
    assert [str(one.as_of) for one in accounts(text)] == ["2026-05-31", "2026-03-31"]


def test_titles_with_underscores_name_accounts() -> None:
    head = '"Symbol","Description","Price","Qty (Quantity)","Mkt Val (Market Value)"\n'
    text = (
        '"Positions for All-Accounts as of 04:00 PM ET, 01/02/2026"\n\nTaxable_Brokerage ...111\n'
        f'{head}"QZCO","QUILL CO","100.00","50","$5,000.00"\n"Positions Total","","--","--","$5,000.00"\n\n'
        f'Retirement_IRA ...222\n{head}"QZBD","QUILL BONDS","10.00","5","$50.00"\n'
        '"Positions Total","","--","--","$50.00"\n'
    )
    assert [(one.number, one.registration) for one in accounts(text)] == [
        ("…111", "taxable_individual"), ("…222", "traditional_ira"),
    ]  # fmt: skip


def test_a_number_ends_before_the_hours_of_service() -> None:
    text = (
        "Account Number: 6Q1-40B27 24-Hour Assistance: (800) 555-0100\n"
        "Symbol Quantity Price Value\nQVTI 10 50.00 500.00\nTotal 500.00\n"
    )
    assert accounts(text, "statement.txt")[0].number == "…0B27"
