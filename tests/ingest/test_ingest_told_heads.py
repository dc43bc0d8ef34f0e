"""Exports whose heads say less than their cells: keys without a head, accounts under any head, days, kinds, prices."""

from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.lexicon.dates import read_as_of, read_date
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.lines.facts import facts_of
from core.ingest.nouns.events import Fact, Where
from core.ingest.owners.odd_owners import why_odd
from core.ingest.reading import read_here
from core.ingest.sheets.heads import settled_roles

BODY = (
    "Symbol,Description,Quantity,Price,Market Value,Cost Basis\nQZAB,Harbor Quill Holdings,100,12.00,1200.00,900.00\n"
)


def read(text: str) -> Statement:
    return read_here("export.csv", text.encode())


def one(text: str) -> StatementAccount:
    (account,) = read(text).accounts
    return account


@pytest.mark.parametrize("label", ["Account Name/Number", "Acct Name & Number", "Account Long Name and No."])
def test_a_head_that_ends_on_the_number_of_an_account_tells_accounts(label: str) -> None:
    assert role_of(label) == "account"


def test_a_column_of_tickers_without_a_head_holds_the_symbols() -> None:
    account = one(
        ",price,quantity,average_buy_price,equity,type,name\n"
        "QZAB,12.000000,100.00000000,9.0000,1200.00,stock,Harbor Quill Holdings\n"
        "TWLO.B,40.000000,3.50000000,41.0000,140.00,etp,Tide Willow Fund\n"
    )
    assert [(line.symbol, line.market_value) for line in account.positions] == [("QZAB", D(1200)), ("TWLO.B", D(140))]
    assert all(line.description and not line.doubts for line in account.positions)


@pytest.mark.parametrize(
    ("line", "number", "kind"),
    [
        ("Account,Acct. 3LB-44120 (Roth IRA)", "…4120", "roth_ira"),
        ("Account: College 6450-9205 (529 Plan)", "…9205", "529"),
        ("Account: Later - 201-55817-1-6 (Roth IRA)", "…1716", "roth_ira"),
        ("Account: 6450-9205 - Individual", "…9205", "taxable_individual"),
        ("Account,AAA - 550120 - 077", "…0077", "other"),
        ("Positions for account Contributory ...417 as of 03/31/2026", "…417", "traditional_ira"),
    ],
)
def test_the_line_over_the_table_tells_number_and_kind(line: str, number: str, kind: str) -> None:
    account = one(f'"{line}"\n\n{BODY}' if ":" in line else f"{line}\n\n{BODY}")
    assert (account.number, account.registration) == (number, kind)


def test_the_name_of_a_registration_beside_its_kind_is_the_owner() -> None:
    account = one(
        "Registration Name,Account Number,Account Type,Symbol,Product Name,Units,Price,Value\n"
        "Odile T Farrow,6450-9205,Roth IRA,QZAB,Harbor Quill Holdings,100,12.00,1200.00\n"
    )
    assert (account.owner, account.registration) == ("Odile T Farrow", "roth_ira")


def test_a_surname_in_front_is_no_part_of_a_name() -> None:
    assert why_odd("FARROW, ODILE T", "", []) == ""
    assert why_odd("Odile Farrow & Tobias, Maren T", "", [])


def test_the_lots_of_a_portal_have_their_days_though_another_column_is_called_open() -> None:
    account = one(
        "Symbol,Current Price,Date,Time,Open,High,Low,Trade Date,Purchase Price,Quantity\n"
        "QZAB,12.0,2026/03/31,16:00 EDT,11.9,12.2,11.8,20240115,9.0,60.0\n"
        "QZAB,12.0,2026/03/31,16:00 EDT,11.9,12.2,11.8,20250602,10.0,40.0\n"
    )
    (line,) = account.positions
    assert account.as_of == date(2026, 3, 31)
    assert [lot.acquired for lot in line.lots] == [date(2024, 1, 15), date(2025, 6, 2)]
    assert line.quantity == 100


def test_a_day_with_a_time_behind_a_t_is_read() -> None:
    assert read_date("2021-02-01T14:30:00.000Z") == date(2021, 2, 1)
    assert read_date("2021-02-015") is None


def test_a_period_between_two_days_ends_on_the_last() -> None:
    assert read_as_of("All holdings between 2025-04-01 and 2026-03-31") == date(2026, 3, 31)
    assert read_as_of("a choice between shares and units") is None


def test_the_closing_date_of_a_price_makes_no_sale() -> None:
    account = one(
        "Fund Name,Ticker,Shares,Share Price,Closing Date,Current Value,Total Cost\n"
        "Harbor Quill Fund,QZABX,100,12.00,03/31/2026,1200.00,900.00\n"
    )
    assert (len(account.positions), account.as_of) == (1, date(2026, 3, 31))


@pytest.mark.parametrize(
    ("labels", "place", "role"),
    [
        ("Market,Code,Name,Quantity,Price,Value", 1, "symbol"),
        ("Name,Symbol,Shares,Market Value,Gain/Loss 12-Month,Gain/Loss", 4, "other"),
        ("Financial Instrument,Position,Last,Market Value", 0, "description"),
        ("FinancialInstrument,Symbol,Description,Quantity,ClosePrice,Value", 2, "description"),
        ("FinancialInstrument,Symbol,Description,Quantity,ClosePrice,Value", 0, None),
        ("Date,Code,Description,Quantity,Price,Amount", 1, "activity"),
        ("Symbol,Closing Date,Quantity,Cost,Proceeds", 1, "sold"),
    ],
)
def test_what_a_head_means_beside_the_others(labels: str, place: int, role: str | None) -> None:
    assert settled_roles(labels.split(","))[place] == role


def test_an_irrevocable_trust_is_told_by_its_short_word() -> None:
    assert one(f"Account Title:,QUILL FAMILY IRREV TR U/A 05/04/2011\n{BODY}").registration == "trust_nongrantor"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("ALDER TRUST CO CUST\nIRA R/O ODILE T FARROW", "traditional_ira"),
        ("ALDER TRUST CO CUST\nROTH IRA ODILE T FARROW", "roth_ira"),
        ("ALDER BANK NA C/F\nSEP IRA ODILE T FARROW", "sep_ira"),
        ("ALDER TRUST CO TTEE CUST\nFBO ODILE T FARROW IRA R/O", "traditional_ira"),
    ],
)
def test_the_owner_stands_behind_the_house_and_the_kind(title: str, kind: str) -> None:
    paper = (
        f"HARBOR QUILL FUNDS\nStatement\nJanuary 1 - March 31, 2026\n\n{title}\n14 LINDEN COURT\nSALEM OR 97301\n\n"
        "Account number 87120447\n\n"
        "Fund name                 Share balance   Share price        Value\n"
        "Growth Fund-A                   180.123        $77.50   $13,959.53\n"
        "Total value                                             $13,959.53\n"
    )
    (account,) = read_here("paper.txt", paper.encode()).accounts
    assert (account.owner, account.registration, account.status) == ("ODILE T FARROW", kind, "proven")


def test_a_post_code_is_no_amount() -> None:
    amounts = [fact.amount for fact in facts_of(["Salem, OR 97301"], Where()) if isinstance(fact, Fact)]
    assert not amounts
    assert [fact.amount for fact in facts_of(["Cash Balance 97301"], Where()) if isinstance(fact, Fact)] == [D(97301)]


def test_a_sentence_over_the_table_tells_the_owner_and_the_head_of_the_value_its_day() -> None:
    account = one(
        "Portfolio holdings for ODILE FARROW ROTH IRA (x4471)\n\n"
        "Asset,Ticker,Units,Price 03/31/2026,Value 03/31/2026,Value 12/31/2025,Cost\n"
        'Harbor Quill Holdings,QZAB,100,12.00,"1,200.00","1,100.00",900.00\n'
    )
    assert (account.owner, account.registration, account.number) == ("ODILE FARROW", "roth_ira", "…4471")
    assert (account.as_of, account.positions[0].market_value) == (date(2026, 3, 31), D(1200))


def test_a_day_on_one_of_two_values_is_not_that_of_the_file() -> None:
    account = one("Symbol,Shares,Price,Value,Value 12/31/2025\nQZAB,100,12.00,1200.00,1100.00\n")
    assert account.as_of is None


def test_days_of_vesting_beside_those_of_purchase_are_the_days_of_lots() -> None:
    account = one(
        "Account Number,Plan Type,Symbol,Grant Date,Vest Date,Purchase Date,Shares,Total Cost Basis,Price,Value\n"
        "I44-71992,RSU,QZAB,02/01/2023,02/01/2024,,60,5400.00,120.00,7200.00\n"
        "I44-71992,ESPP,QZAB,11/15/2024,,05/15/2025,25.5,2167.50,120.00,3060.00\n"
        "Total,,,,,,85.5,7567.50,,10260.00\n"
    )
    (line,) = account.positions
    assert [(lot.acquired, lot.quantity) for lot in line.lots] == [
        (date(2024, 2, 1), D(60)),
        (date(2025, 5, 15), D("25.5")),
    ]
    assert (line.quantity, line.cost_basis, account.status) == (D("85.5"), D("7567.50"), "proven")


def test_lots_without_names_are_of_the_security_over_them() -> None:
    account = one(
        "Account: ROTH IRA 771204456\nQZAB - HARBOR QUILL HOLDINGS\n\n"
        "Acquired,Term,$ Total Gain/Loss,Current Value,Quantity,Average Cost Basis,Cost Basis Total\n"
        '02/01/2021,Long,"+$100.00",$600.00,50,$10.00,$500.00\n'
        "09/15/2025,Short,-$50.00,$600.00,50,$13.00,$650.00\n"
        "Total,,+$50.00,$1200.00,100,,$1150.00\n"
    )
    (line,) = account.positions
    assert (line.symbol, line.quantity, line.cost_basis, len(line.lots)) == ("QZAB", D(100), D(1150), 2)


def test_equity_right_of_units_and_price_is_the_value_and_left_of_them_the_name() -> None:
    assert settled_roles(["Symbol", "Shares", "Last", "Equity", "Avg Cost"])[3] == "value"
    assert settled_roles(["Symbol", "Equity", "Shares", "Price"])[1] == "description"


HISTORY = (
    "date,account_id,ticker,shares,price,value\n"
    "2026-02-28,A-55719,QZAB,100,11.00,1100.00\n"
    "2026-02-28,A-55719,TWLO,3,39.00,117.00\n"
    "2026-03-31,A-55719,QZAB,100,12.00,1200.00\n"
    "2026-03-31,A-55719,TWLO,3,40.00,120.00\n"
)


def test_of_the_same_holdings_on_several_days_the_newest_are_read_and_not_proven() -> None:
    found = read(HISTORY)
    (account,) = found.accounts
    assert [line.market_value for line in account.positions] == [D(1200), D(120)]
    assert (account.as_of, account.status) == (date(2026, 3, 31), "unproven")
    assert any("the rows of an earlier day are not read" in issue.message for issue in found.issues)


def test_prices_of_several_days_under_different_names_are_all_read() -> None:
    account = one(
        HISTORY.replace("2026-02-28,A-55719,QZAB", "2026-02-28,A-55719,QZAA").replace(
            "28,A-55719,TWLO", "28,A-55719,TWLA"
        )
    )
    assert (len(account.positions), account.status) == (4, "proven")


def test_accounts_with_titles_of_their_own_are_told_of_on_different_days() -> None:
    head = "Symbol,Description,Quantity,Price,Market Value,Date\n"
    first = "Account: 4471-8820 Roth IRA\n" + head + "QZAB,Harbor Quill Holdings,10,12.00,120.00,10/29/2026\n"
    second = "Account: 5593-1177 Individual\n" + head + "QZAB,Harbor Quill Holdings,30,12.00,360.00,10/30/2026\n"
    found = read(first + "Total,,,,120.00,\n" + second + "Total,,,,360.00,\n")
    assert [(one.number[-4:], one.status, one.positions[0].quantity) for one in found.accounts] == [
        ("8820", "proven", D(10)),
        ("1177", "proven", D(30)),
    ]


PURCHASES = (
    "Account Number,Symbol,Quantity,Price,Market Value,Date\n"
    "4471-8820,QZAB,10,12.00,120.00,03/04/2021\n"
    "4471-8820,QZAB,20,12.00,240.00,05/06/2022\n"
    "4471-8820,TWLO,3,40.00,120.00,07/07/2019\n"
)


@pytest.mark.parametrize(("total", "status", "count"), [("480.00", "proven", 3), ("240.00", "unproven", 1)])
def test_other_units_at_one_price_that_make_the_total_are_purchases_and_no_days(
    total: str, status: str, count: int
) -> None:
    (account,) = read(PURCHASES + f"Total,,,,{total},\n").accounts
    assert (account.status, len(account.positions)) == (status, count)


@pytest.mark.parametrize("keys", [("IRA", "ROTH"), ("JANE", "JANE")])
def test_a_column_without_a_head_that_may_tell_accounts_tells_no_symbols(keys: tuple[str, str]) -> None:
    first, second = keys
    rows = f"{first},Harbor Quill Holdings,10,12.00,120.00\n{second},Alder Moor Corp,3,40.00,120.00\n"
    accounts = read(",Description,Quantity,Price,Market Value\n" + rows + "Total,,,,240.00\n").accounts
    assert [line.symbol for account in accounts for line in account.positions] == [None, None]
