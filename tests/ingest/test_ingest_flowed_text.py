"""Text whose columns are lost to single blanks: figures find their columns by what the row itself adds up to."""

from decimal import Decimal

import pytest

from core.domain.statement import StatementAccount
from core.ingest.files.kinds import FileToRead, Refused
from core.ingest.readers.dump import read_dump
from core.ingest.reading import read_here

MOVES_BELOW = """Marlowe Kite Securities ACCOUNT NUMBER: 40718826
Ines Calloway STATEMENT PERIOD: June 1 - 30, 2026
Ending Value as of June 30 ........ $14,604.74
Cash & Cash Equivalents 4.14%
Description Quantity Market Price Market Value Adjusted Cost
US Dollar 604.74 1.00 604.74 604.74
Total Cash & Cash Equivalents $604.74 $604.74
Equities 95.86%
Symbol Description Quantity MarketPrice Market Value Unit Cost Cost Basis
Unrealized Div Estimated
Gain (Loss) Yield % Annual Income
WLO Willow Onyx Bancorp Inc 100 80.000 8,000.00 75.00 7,500.00 500.00
TRN Tern Harbor Foods Corp 60 100.000 6,000.00 105.00 6,300.00 (300.00) 1.10 66.00
Total Equities $14,000.00 $13,800.00 $200.00 $66.00
Account Activity Details
Effective Description CUSIP Type of Activity Quantity Market Price Net Settlement
Date Amount
Jun 09 Tern Harbor Foods Corp 037833100 Buy 6 78 (468.00)
Com
Jun 14 Garnet Lake Mining Sell 2 525 1,050.00
"""
EMPTY_CELLS = """Kestrel Point Brokers
Activity Statement : 2026.03.02 - 2026.03.31
Account : 55120093 Base Currency : USD
Starting Cash 0.00 0.00 0.00
Ending Cash 191.07 191.07 0.00
Deposits & Withdrawals
Date Description Bank Account Amount
2026-03-02 Deposit DR-100 34,000.00
Total 34,000.00
Open Positions
Symbol Quantity Mult Cost Price Cost Basis Close Price Settle Price Value Unrealized P/L
QXT 52 1 334.10 17,373.20 362.54000 18,852.08 1,478.88
VNP 25 1 391.48 9,787.00 415.17000 10,379.25 592.25
Total 27,160.20 29,231.33 2,071.13
"""
NAME_ABOVE = """Kestrel Point Brokers
Account : 55120093
Holdings
Symbol Quantity Multiplier Cost Price Close Price Value Unrealized P/L Initial Margin Currency
Harbor 100 Trust
54 1.0 334.8934 556.22000 30,035.88 11,951.64 0.00 USD
(HBT)
Lantern World Stock ETF
73 1.0 97.9023 129.79000 9,474.67 2,327.80 0.00 USD
(LWS)
Total(In Base) 127 39,510.55 14,279.44 0.00 USD
"""
A_LIST = """INVESTMENT PORTFOLIO STATEMENT
Date: April 27, 2026
Account Number: 40718826
Client: Ines Calloway
Total Value: $23,637.50

SECURITIES HOLDINGS

1. TERN HARBOR FOODS CORP
   ISIN: US0378331005
   Type: Equity
   Quantity: 50
   Price: $175.25
   Value: $8,762.50
   Weight: 37.1%

2. US TREASURY NOTE 2.5% 2030
   Type: Bond
   Quantity: 10000
   Price: 98.45
   Value: $9,845.00

3. CASH USD
   Type: Cash
   Value: $5,030.00
"""
NO_HEAD = """Valuation as of 28.02.2026
Client Number 366223

TERN HARBOR CORP     US0378331005    50 shares    $180.95    $9,047.50
GARNET 3.85% 05.05.2031    $5,000    96.2    $4,810.00

Total Value: $13,857.50
"""


def read(text: str) -> StatementAccount:
    statement = read_dump(FileToRead("statement.txt", text.encode(), "text"))
    assert statement is not None
    (account,) = statement.accounts
    return account


def test_transactions_below_the_holdings_are_no_holdings() -> None:
    account = read(MOVES_BELOW)
    assert (account.status, account.stated_total, account.cash) == ("proven", Decimal("14604.74"), Decimal("604.74"))
    assert [line.symbol for line in account.positions] == ["USD", "WLO", "TRN"]
    bought, sold = account.activity
    assert (bought.kind, bought.quantity, bought.amount) == ("Buy", Decimal(6), Decimal("-468.00"))
    assert (str(bought.date), str(sold.date), sold.amount) == ("2026-06-09", "2026-06-14", Decimal("1050.00"))


def test_a_name_of_words_that_heads_have_ends_no_table() -> None:
    wrapped = MOVES_BELOW.replace("TRN Tern", "Total Stock Market Index Fund\nTRN Tern")
    account = read(wrapped)
    assert [line.symbol for line in account.positions] == ["USD", "WLO", "TRN"]
    assert account.status == "proven"


def test_an_empty_cell_shifts_no_figure() -> None:
    account = read(EMPTY_CELLS)
    held = [(line.quantity, line.price, line.market_value, line.cost_basis) for line in account.positions]
    assert held == [
        (Decimal(52), Decimal("362.54000"), Decimal("18852.08"), Decimal("17373.20")),
        (Decimal(25), Decimal("415.17000"), Decimal("10379.25"), Decimal("9787.00")),
    ]
    assert (account.status, account.cash, str(account.as_of)) == ("proven", Decimal("191.07"), "2026-03-31")


def test_a_name_may_stand_above_its_figures_and_a_symbol_below() -> None:
    account = read(NAME_ABOVE)
    found = [(line.symbol, line.description, line.market_value) for line in account.positions]
    assert found == [
        ("HBT", "Harbor 100 Trust", Decimal("30035.88")),
        ("LWS", "Lantern World Stock ETF", Decimal("9474.67")),
    ]
    assert account.status == "proven"


def test_a_list_of_labels_and_values_is_read() -> None:
    account = read(A_LIST)
    found = [(line.description, line.asset_type, line.unit, line.market_value) for line in account.positions]
    assert found == [
        ("TERN HARBOR FOODS CORP", "stock", Decimal(1), Decimal("8762.50")),
        ("US TREASURY NOTE 2.5% 2030", "bond", Decimal("0.01"), Decimal("9845.00")),
        ("CASH USD", "cash", Decimal(1), Decimal("5030.00")),
    ]
    assert (account.status, account.cash, account.owner) == ("proven", Decimal("5030.00"), "Ines Calloway")


def test_rows_without_a_head_may_count_shares_in_words() -> None:
    account = read(NO_HEAD)
    found = [(line.isin, line.asset_type, line.quantity) for line in account.positions]
    assert found == [("US0378331005", "stock", Decimal(50)), (None, "bond", Decimal(5000))]
    assert account.status == "proven"


@pytest.mark.parametrize(
    "text, changed",
    [
        (MOVES_BELOW, "8,000.00"),
        (EMPTY_CELLS, "18,852.08"),
        (NAME_ABOVE, "9,474.67"),
        (A_LIST, "$8,762.50"),
        (NO_HEAD, "$9,047.50"),
    ],
)
def test_a_changed_value_is_never_proven(text: str, changed: str) -> None:
    digit = "7" if changed[-1] != "7" else "3"
    try:
        account = read(text.replace(changed, changed[:-1] + digit))
    except Refused:
        return
    assert account.status != "proven"


def test_amounts_and_the_name_of_a_firm_have_commas_and_make_no_table() -> None:
    text = (
        "Account Number: 4417-8820\nStatement as of July 31, 2026\n"
        "Description Symbol Quantity Total Cost Basis Price Market Value Unrealized Gain/(Loss)\n"
        "QUILL CO QZCO 4,000.0000 150,000.00 200.0000 800,000.00 650,000.00\n"
        "QUILL TOTAL MARKET ETF QVTI 1,000.0000 250,000.00 300.0000 300,000.00 50,000.00\n"
        "Total 400,000.00 1,100,000.00 700,000.00\n"
        "Quill, Tern, Harbor, Wren & Smith Incorporated\n"
    )
    (account,) = read_here("statement.txt", text.encode()).accounts
    assert [(line.quantity, line.market_value, line.cost_basis) for line in account.positions] == [
        (Decimal("4000.0000"), Decimal("800000.00"), Decimal("150000.00")),
        (Decimal("1000.0000"), Decimal("300000.00"), Decimal("250000.00")),
    ]
    assert account.status == "proven"


def test_lines_of_prose_with_commas_do_not_hide_the_rows_of_a_text() -> None:
    prose = "\n".join(f"Quill, Tern, Harbor {number}, Wren, Suite {number}, Anytown" for number in range(12))
    rows = "Symbol Quantity Price Value\nQVTI 10 50.00 500.00\nQBND 10 20.00 200.00\nTotal 700.00\n"
    (account,) = read_here("statement.txt", f"Account Number: 4417-8820\n{rows}{prose}\n".encode()).accounts
    assert [(line.symbol, line.market_value) for line in account.positions] == [
        ("QVTI", Decimal("500.00")), ("QBND", Decimal("200.00")),
    ]  # fmt: skip


def test_the_closing_balance_of_a_sweep_is_the_cash_and_symbols_stand_on_lines_of_their_own() -> None:
    text = (
        "Account Number: 4417-8820\nStatement Period: August 1-31, 2026\nAccount Value as of 08/31/2026: $ 6,000.00\n"
        "Investment Detail - Cash and Bank Sweep\nCash and Bank Sweep Starting Balance Ending Balance\n"
        "Bank Sweep X,Z 900.00 1,000.00\nTotal Cash and Bank Sweep 900.00 1,000.00\n"
        "Investment Detail - Equities\nDescription Quantity Market Price Market Value\n"
        "QUILL HOLDINGS 100.0000 20.00000 2,000.00\nCLASS B\nSYMBOL: QZAB\n"
        "TIDE SHIPPING LTD 100.0000 30.00000 3,000.00\nSYMBOL: TDSX\nTotal Equities 5,000.00\n"
    )
    (account,) = read_here("statement.txt", text.encode()).accounts
    assert [line.symbol for line in account.positions] == ["QZAB", "TDSX"]
    assert (account.stated_total, account.cash, account.status) == (Decimal("6000.00"), Decimal("1000.00"), "proven")
