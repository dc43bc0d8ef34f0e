"""OFX, Flex queries and text dumps of invented accounts."""

from datetime import date
from decimal import Decimal

from core.ingest.reading import read_here

D = Decimal
OFX = """OFXHEADER:100
DATA:OFXSGML

<OFX><SIGNONMSGSRSV1><SONRS><FI><ORG>harborlight.example<FID>1</FI></SONRS></SIGNONMSGSRSV1>
<INVSTMTMSGSRSV1><INVSTMTTRNRS>
<INVSTMTRS><DTASOF>20260331160000.000[-5:EST]<CURDEF>USD<INVACCTFROM>
<BROKERID>harborlight.example<ACCTID>44710935</INVACCTFROM>
<INVTRANLIST><BUYSTOCK><INVBUY><INVTRAN><FITID>1<DTTRADE>20260310<MEMO>REINVESTMENT</INVTRAN>
<SECID><UNIQUEID>037833100
<UNIQUEIDTYPE>CUSIP</SECID>
<UNITS>+2.5<UNITPRICE>100.00<TOTAL>-250.00</INVBUY><BUYTYPE>BUY</BUYSTOCK></INVTRANLIST>
<INVPOSLIST><POSSTOCK><INVPOS>
<SECID><UNIQUEID>037833100<UNIQUEIDTYPE>CUSIP</SECID><POSTYPE>LONG
<UNITS>+0000100.50000<UNITPRICE>110.00
<MKTVAL>11055.00</INVPOS></POSSTOCK>
<POSDEBT><INVPOS><SECID><UNIQUEID>91282CAV3<UNIQUEIDTYPE>CUSIP</SECID><POSTYPE>LONG
<UNITS>5000
<UNITPRICE>98.00<MKTVAL>4900.00</INVPOS></POSDEBT></INVPOSLIST><INVBAL><AVAILCASH>12.34</INVBAL>
</INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>
<SECLISTMSGSRSV1><SECLIST><STOCKINFO>
<SECINFO><SECID><UNIQUEID>037833100<UNIQUEIDTYPE>CUSIP</SECID><SECNAME>PEBBLE &amp; BEACON INC
<TICKER>PEBL</SECINFO></STOCKINFO>
<DEBTINFO><SECINFO><SECID><UNIQUEID>91282CAV3<UNIQUEIDTYPE>CUSIP</SECID><SECNAME>ARDEN 4% 2031
</SECINFO></DEBTINFO></SECLIST>
</SECLISTMSGSRSV1></OFX>"""

FLEX = """<FlexQueryResponse><FlexStatements count="1">
<FlexStatement accountId="U7654321" fromDate="20260101" toDate="20260331">
<AccountInformation accountId="U7654321" name="Ana Ruiz" currency="USD"/>
<OpenPositions>
<OpenPosition currency="USD" assetCategory="STK" subCategory="ETF" symbol="FWS" conid="1" position="10" markPrice="75"
 positionValue="750"
 costBasisMoney="700" levelOfDetail="SUMMARY" multiplier="1"/>
<OpenPosition currency="USD" assetCategory="STK" symbol="FWS" conid="1" position="10" markPrice="75"
 positionValue="750"
 costBasisMoney="700" levelOfDetail="LOT" openDateTime="20250105;101500" multiplier="1"/>
<OpenPosition currency="USD" assetCategory="OPT" symbol="PEBL  260619C00080000" conid="2"
 position="-2" markPrice="1.5" positionValue="-300"
 multiplier="100" levelOfDetail="SUMMARY"/>
</OpenPositions></FlexStatement></FlexStatements></FlexQueryResponse>"""

DUMP = """Copperfield Clearing LLC ACCOUNT NUMBER: 61309847
STATEMENT PERIOD: May 1 - 31, 2026
Ending Value as of May 31 ............ $1,750.00
Equities 57.14%
Symbol Description Quantity Market Market Value Unit Cost Cost Basis Unrealized Div EstimatedPrice Gain (Loss) Yield %
PEBL Pebble Beacon Inc 10 70.00 700.00 50.00 500.00 200.00 0.56
KO Cola Works Co 5 60.00 300.00 70.00 350.00 (50.00)
Total Equities $1,000.00 $850.00 $150.00
Other Investments 42.86%
Symbol Description Quantity Market Market Value Unit Cost Cost Basis Unrealized Div EstimatedPrice Gain (Loss) Yield %
ET Energy Road L P 50 15.00 750.00 10.00 500.00 250.00
Total Other Investments $750.00 $500.00 $250.00
Page 2 of 3
"""


def test_ofx_positions_cash_and_a_reinvestment_are_read() -> None:
    (account,) = read_here("download.qfx", OFX.encode()).accounts
    assert (account.number, account.as_of, account.cash, account.status) == (
        "…0935",
        date(2026, 3, 31),
        D("12.34"),
        "proven",
    )
    stock, bond = account.positions
    assert (stock.symbol, stock.cusip, stock.quantity, stock.description) == (
        "PEBL",
        "037833100",
        D("100.5"),
        "PEBBLE & BEACON INC",
    )
    assert (bond.unit, bond.market_value) == (D("0.01"), D("4900.00"))
    assert [(move.kind, move.quantity) for move in account.activity] == [("reinvest", D("2.5"))]


def test_flex_positions_carry_multiplier_and_lots() -> None:
    (account,) = read_here("query.xml", FLEX.encode()).accounts
    fund, option = account.positions
    assert (fund.asset_type, fund.cost_basis) == ("etf", D(700))
    assert [(lot.acquired, lot.quantity) for lot in fund.lots] == [(date(2025, 1, 5), D(10))]
    assert (option.quantity, option.unit, option.market_value, account.status) == (D(-2), D(100), D(-300), "proven")


def test_text_whose_columns_are_lost_is_read_in_the_order_of_its_header() -> None:
    (account,) = read_here("dump.txt", DUMP.encode()).accounts
    assert account.status == "proven" and account.stated_total == D("1750.00")
    assert [(line.symbol, line.market_value, line.cost_basis) for line in account.positions] == [
        ("PEBL", D("700.00"), D("500.00")), ("KO", D("300.00"), D("350.00")), ("ET", D("750.00"), D("500.00")),
    ]  # fmt: skip


def test_text_whose_columns_are_kept_is_read_like_a_page() -> None:
    rows = [
        "Account Number: 5512-9907                 As of 05/31/2026",
        "",
        "Symbol   Description              Quantity     Price    Market Value",
        "PEBL     PEBBLE BEACON INC              10     70.00          700.00",
        "KO       COLA WORKS CO                   5     60.00          300.00",
        "         Total                                              1,000.00",
    ]
    (account,) = read_here("kept.txt", "\n".join(rows).encode()).accounts
    assert [(line.symbol, line.quantity) for line in account.positions] == [("PEBL", D(10)), ("KO", D(5))]
    assert account.status == "proven" and account.number == "…9907"
