"""Table files: any delimiter, preamble, stacked tables, headings, odd cells; lots join their positions."""

import io
from datetime import date
from decimal import Decimal

from core.ingest import merge_lots
from core.ingest.reading import read_here

EXPORT = """"Positions for account Rainy Day XXXX-7741 as of 04:10 PM ET, 05/29/2026"

"Symbol","Description","Qty (Quantity)","Price","Price Chng %","Mkt Val (Market Value)","Cost Basis","Gain $","Type"
"PEBL","PEBBLE BEACON SOFTWARE","1,200","$70.00","+1.2%","$84,000.00","$60,000.00","$24,000.00","Equity"
"BGMXX","BEACON GOVERNMENT MONEY MARKET","500","$1.00","0%","$500.00","--","--","Cash and Money Market"
"Cash & Cash Investments","--","--","--","--","$250.25","--","--","Cash and Money Market"
"Account Total","--","--","--","--","$84,750.25","$60,000.00","$24,000.00","--"
"""

LOTS = """"PEBL Lot Details for XXXX-7741 as of 04:10 PM ET, 05/29/2026"

"Open Date","Quantity","Price","Cost/Share","Market Value","Cost Basis","Gain/Loss $","Holding Period"
"01/04/2019","1,000","$70.00","$45.00","$70,000.00","$45,000.00","$25,000.00","Long Term"
"02/11/2026","200","$70.00","$75.00","$14,000.00","$15,000.00","-$1,000.00","Short Term"
"Total","1,200","--","--","$84,000.00","$60,000.00","$24,000.00","--"
"""

STACKED = """Account Number,Investment Name,Symbol,Shares,Share Price,Total Value,
30551288,FINCH WORLD STOCK ETF,FWS,10,74.81,748.10,
30551288,Beacon Federal Money Market Fund,BFMXX,543.21,1.0,543.21,


Account Number,Trade Date,Settlement Date,Transaction Type,Investment Name,Symbol,Shares,Share Price,Net Amount,
30551288,09/23/2025,09/25/2025,Buy,FINCH WORLD STOCK ETF,FWS,10,70.33,-703.30,
"""

SECTIONED = """Account Type,Account #,Beginning mkt Value,Ending mkt Value
Brokerage Account,Z88123456,1.00,"26,115.40"

Symbol/CUSIP,Description,Quantity,Price,Beginning Value,Ending Value,Cost Basis
Z88123456,,,,,,
Stocks,,,,,,
PEBL,PEBBLE &amp; BEACON INC,10,32.55,300,325.50,300.00
SubTotal of Stocks,,,,,325.50,300.00
Bonds,,,,,,
912828ZT0,UNITED STATES TREAS NTS,10000,98.901,N/A,9890.10,9800.00
SubTotal of Bonds,,,,,9890.10,9800.00
Options,,,,,,
,CALL (PEBL) PEBBLE JAN 25 27 $40 (100 SHS),2,1.10,200,220.00,190.00
SubTotal of Options,,,,,220.00,190.00
Core Account,,,,,,
CASH,15679.80,1,21087.65,15679.80,N/A,
"""

EUROPEAN = """Product;Symbol/ISIN;Amount;Closing;Local value;;Value in CHF
CASH FUND (CHF);;;;CHF;960,35;960,35
PEBBLE BEACON INC;US0378331005;65;313,00;USD;20345,00;16128,25
"""


def test_an_export_with_a_title_line_and_an_account_total_proves() -> None:
    statement = read_here("rainy.csv", EXPORT.encode())
    (account,) = statement.accounts
    assert (account.number, account.as_of, account.status) == ("…7741", date(2026, 5, 29), "proven")
    assert (account.stated_total, account.cash) == (Decimal("84750.25"), Decimal("250.25"))
    assert [line.asset_type for line in account.positions] == ["stock", "money_market", "cash"]
    assert account.positions[0].source.row == 4


def test_the_title_line_says_how_the_account_is_registered() -> None:
    titled = EXPORT.replace("Rainy Day XXXX-7741", "Roth Contributory IRA ...741")
    (account,) = read_here("rainy.csv", titled.encode()).accounts
    assert (account.number, account.registration) == ("…741", "roth_ira")


def test_a_lots_file_joins_the_position_it_ties_with() -> None:
    read = (read_here("rainy.csv", EXPORT.encode()), read_here("lots.csv", LOTS.encode()))
    positions, lots = merge_lots(read)
    pebble = positions.accounts[0].positions[0]
    assert [(lot.acquired, lot.quantity, lot.cost_basis) for lot in pebble.lots] == [
        (date(2019, 1, 4), Decimal(1000), Decimal("45000.00")),
        (date(2026, 2, 11), Decimal(200), Decimal("15000.00")),
    ]
    assert positions.accounts[0].status == "proven" and lots.accounts == ()
    assert any(check.check == "lots = position" and check.ok for check in positions.accounts[0].checks)


def test_a_lots_file_that_does_not_tie_stays_by_itself() -> None:
    other = LOTS.replace("1,200", "1,100").replace('"1,000"', '"900"')
    positions, lots = merge_lots((read_here("rainy.csv", EXPORT.encode()), read_here("lots.csv", other.encode())))
    assert positions.accounts[0].positions[0].lots == () and len(lots.accounts) == 1


def test_two_stacked_tables_are_holdings_and_activity() -> None:
    (account,) = read_here("download.csv", STACKED.encode()).accounts
    assert [(line.symbol, line.quantity) for line in account.positions] == [
        ("FWS", Decimal(10)),
        ("BFMXX", Decimal("543.21")),
    ]
    assert [(move.kind, move.date, move.amount) for move in account.activity] == [
        ("Buy", date(2025, 9, 23), Decimal("-703.30"))
    ]


def test_sections_escapes_options_and_a_shifted_cash_row_are_read() -> None:
    statement = read_here("fidelity_export.csv", SECTIONED.encode())
    (account,) = statement.accounts
    assert account.status == "proven" and account.cash == Decimal("15679.80")
    by_name = {line.description: line for line in account.positions}
    assert by_name["PEBBLE & BEACON INC"].asset_type == "stock"
    assert {line.unit for line in account.positions} == {Decimal(1), Decimal("0.01"), Decimal(100)}
    assert any(issue.code == "shifted" for issue in statement.issues)


def test_decimal_commas_and_an_unnamed_currency_column_are_read() -> None:
    (account,) = read_here("portfolio.csv", EUROPEAN.encode()).accounts
    pebble = account.positions[1]
    assert (pebble.quantity, pebble.price, pebble.market_value, pebble.currency) == (
        Decimal(65), Decimal("313.00"), Decimal("20345.00"), "USD",
    )  # fmt: skip
    assert pebble.isin == "US0378331005" and account.cash == Decimal("960.35")


def test_encodings_and_tabs_make_no_difference() -> None:
    tabbed = STACKED.replace(",", "\t")
    for data in (STACKED.encode("utf-8-sig"), STACKED.encode("utf-16"), tabbed.encode("cp1252")):
        name = "download.tsv" if b"\t" in data else "download.csv"
        assert len(read_here(name, data).accounts[0].positions) == 2


def test_a_workbook_is_read_like_a_table_with_its_dates() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Account Number: 5512-9907"])
    sheet.append(["Symbol", "Description", "Date Acquired", "Quantity", "Price", "Market Value", "Cost Basis"])
    sheet.append(["PEBL", "PEBBLE BEACON", date(2021, 1, 5), 10, 70.5, 705.0, 600.25])
    sheet.append(["PEBL", "PEBBLE BEACON", 44562, 5, 70.5, 352.5, 300])
    held = io.BytesIO()
    book.save(held)
    (account,) = read_here("book.xlsx", held.getvalue()).accounts
    (line,) = account.positions
    assert (line.quantity, line.market_value) == (Decimal(15), Decimal("1057.5"))
    assert [lot.acquired for lot in line.lots] == [date(2021, 1, 5), date(2022, 1, 1)]


def test_every_account_of_a_file_stands_alone() -> None:
    rows = (
        "Account Number,Account Name,Symbol,Description,Quantity,Last Price,Current Value,Cost Basis Total\n"
        "Z11111111,ROTH IRA,PEBL,PEBBLE,10,70.00,$700.00,$500.00\n"
        "X22222222,Joint WROS,PEBL,PEBBLE,5,70.00,$350.00,$400.00\n"
    )
    accounts = read_here("positions.csv", rows.encode()).accounts
    assert [(one.number, one.registration) for one in accounts] == [("…1111", "roth_ira"), ("…2222", "taxable_joint")]


def test_ten_thousand_rows_are_read_whole() -> None:
    rows = "\n".join(f"S{number},NAME {number},{number + 1},2.50,{(number + 1) * 2.5:.2f}" for number in range(10_000))
    (account,) = read_here("many.csv", f"Symbol,Description,Quantity,Price,Market Value\n{rows}\n".encode()).accounts
    assert len(account.positions) == 10_000 and account.status == "proven"


CONTRACTS = """"Positions for account Individual ...1102 as of 09/09/2026"

"Symbol","Description","Qty (Quantity)","Price","Mkt Val (Market Value)","Cost Basis","Asset Type"
"WLO","WILLOW ONYX BANCORP","8","$512.40","$4,099.20","$3,800.00","Equity"
"WLO 01/15/2027 550.00 C","CALL WILLOW ONYX $550 EXP 01/15/27","2","$4.15","$830.00","$900.00","Equity"
"Account Total","","","","$4,929.20","$4,700.00",""

"Brokerage services are provided by Fidelity Brokerage Services LLC, member NYSE and SIPC, 900 Harbor Street"
"""
GERMAN = """Produkt;Symbol/ISIN;Anzahl;Schlußkurs;Wert;;Wert in CHF
PEBBLE BEACON INC;US0378331005;65;313,00;USD;20345,00;16128,25
"""
BASE_CASH = """<FlexQueryResponse><FlexStatements count="1"><FlexStatement accountId="U7700123" toDate="2026-06-30">
<AccountInformation accountId="U7700123" currency="CHF" name="Ines Calloway" accountType="Individual"/>
<OpenPositions><OpenPosition assetCategory="STK" symbol="WLO" description="WILLOW ONYX" currency="USD" multiplier="1"
position="10" markPrice="50" positionValue="500" costBasisMoney="400"/></OpenPositions>
<CashReport><CashReportCurrency currency="BASE_SUMMARY" endingCash="88.40"/></CashReport>
</FlexStatement></FlexStatements></FlexQueryResponse>"""


def test_a_contract_is_an_option_by_its_symbol_and_a_disclosure_names_the_house() -> None:
    (account,) = read_here("Positions.csv", CONTRACTS.encode()).accounts
    share, option = account.positions
    assert (option.asset_type, option.symbol, option.unit, option.flagged) == (
        "option", "WLO 01/15/2027 550.00 C", Decimal(100), False,
    )  # fmt: skip
    assert (share.flagged, account.status, account.institution) == (False, "proven", "Fidelity")


def test_german_heads_are_known() -> None:
    (account,) = read_here("Portfolio.csv", GERMAN.encode()).accounts
    (line,) = account.positions
    assert (line.quantity, line.price, line.market_value) == (Decimal(65), Decimal("313.00"), Decimal("20345.00"))


def test_cash_in_another_currency_than_the_holdings_is_said() -> None:
    statement = read_here("flex.xml", BASE_CASH.encode())
    assert any("the cash stands in CHF, the holdings in USD" in issue.message for issue in statement.issues)


def test_the_name_of_an_account_is_no_owner() -> None:
    text = "Account Name: My Brokerage\nAccount Number: 30551288\n\nSymbol,Shares,Price,Value\nWLO,10,50.00,500.00\n"
    (account,) = read_here("Export.csv", text.encode()).accounts
    assert (account.owner, account.number) == ("", "…1288")


LOTS_AS_OF = """"Lot Details for Roth IRA 12175538 as of 06/30/2026"

Symbol,Description,Acquired Date,Quantity,Price,Cost/Share,Market Value,Cost Basis
WLO,WILLOW ONYX BANCORP,01/26/2016,100,$50.00,$40.00,"$5,000.00","$4,000.00"
WLO,WILLOW ONYX BANCORP,01/03/2020,20,$50.00,$45.00,"$1,000.00",$900.00
Total,WILLOW ONYX BANCORP,,120,,,"$6,000.00","$4,900.00"
"""


def test_a_block_of_lots_that_stands_twice_is_never_proven() -> None:
    (account,) = read_here("lots.csv", LOTS_AS_OF.encode()).accounts
    assert (account.status, account.number, account.positions[0].quantity) == ("proven", "…5538", Decimal(120))
    block = LOTS_AS_OF.splitlines(keepends=True)[3:]
    statement = read_here("lots.csv", "".join([LOTS_AS_OF, *block]).encode())
    assert statement.accounts[0].status != "proven"
    assert any(issue.message.startswith("3 rows stand twice") for issue in statement.issues)


INDENTED = """Account: 3815-6939
Asset,Symbol,Shares,Price,Value
US Equity,,,,
  WILLOW PAPER CO,RXXH,10,5.00,50.00
  COBALT ENERGY CORP,KFZV,20,2.00,40.00
Total US Equity,,,,90.00
Fixed Income,,,,
  QUILL BOND FUND,QBFX,5,4.00,20.00
Total Fixed Income,,,,20.00
Total portfolio,,,,110.00
"""


def test_rows_indented_under_groups_without_sums_are_held_against_the_sums_below() -> None:
    (account,) = read_here("book.csv", INDENTED.encode()).accounts
    assert (account.status, account.stated_total) == ("proven", Decimal("110.00"))
    less = INDENTED.replace("  COBALT ENERGY CORP,KFZV,20,2.00,40.00\n", "")
    (account,) = read_here("book.csv", less.encode()).accounts
    assert account.status != "proven"
