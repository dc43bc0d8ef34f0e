"""The list of balances of an OFX account: its name or its description says which is the value of the account."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

STOCK = (
    "<POSSTOCK><INVPOS><SECID><UNIQUEID>QZAB<UNIQUEIDTYPE>TICKER</SECID><HELDINACCT>CASH<POSTYPE>LONG<UNITS>10"
    "<UNITPRICE>12.00<MKTVAL>120.00<DTPRICEASOF>20260630</INVPOS></POSSTOCK>"
)


def balance(name: str, told: str, value: str, *more: str) -> str:
    return f"<BAL><NAME>{name}<DESC>{told}<BALTYPE>DOLLAR<VALUE>{value}{''.join(more)}</BAL>"


def account(*listed: str, held: str = STOCK) -> StatementAccount:
    text = (
        "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><DTASOF>20260630<CURDEF>USD"
        f"<INVACCTFROM><BROKERID>tarn.example<ACCTID>55128830</INVACCTFROM><INVPOSLIST>{held}</INVPOSLIST>"
        f"<INVBAL><AVAILCASH>30.00<MARGINBALANCE>0<BALLIST>{''.join(listed)}</BALLIST></INVBAL>"
        "</INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1></OFX>"
    )
    (found,) = read_here("balances.ofx", text.encode()).accounts
    return found


SAYING = [
    ("MarketValue", "Total market value of positions and cash"),
    ("MKTVAL", "Value of all securities plus cash"),
    ("TotVal", "Sum of cash and securities"),
    ("Networth", "The net market value of all long and short positions in the account"),
    ("NLV", "Net liquidating value"),
    ("AccountValue", ""),
    ("TOTAL_ACCOUNT_VALUE", ""),
    ("AV", "Market value of the entire account"),
]


@pytest.mark.parametrize(("name", "told"), SAYING)
def test_name_or_description_may_say_that_it_is_the_whole(name: str, told: str) -> None:
    other = balance("Buying power", "What may be bought", "9,999.00")
    found = account(other, balance(name, told, "150.00"))
    assert (found.stated_total, found.status) == (D("150.00"), "proven")


@pytest.mark.parametrize(("name", "told"), SAYING)
def test_one_that_says_so_and_does_not_tie_proves_nothing(name: str, told: str) -> None:
    assert account(balance(name, told, "170.00")).status != "proven"


def test_a_label_that_says_little_is_the_total_where_positions_and_cash_make_it() -> None:
    assert account(balance("Market Value", "Market Value", "150.00")).stated_total == D("150.00")
    assert account(balance("Market Value", "Market Value", "120.00")).stated_total is None


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Total Value", "Total value of securities without cash"),
        ("Total account value", "At the previous close"),
        ("Account value", "Change in account value"),
        ("Total value", "Opening balance"),
    ],
)
def test_the_description_may_take_back_what_the_name_says(name: str, told: str) -> None:
    found = account(balance(name, told, "120.00"))
    assert (found.stated_total, found.status) == (None, "proven")


def test_a_balance_of_an_earlier_day_is_the_total_only_where_it_ties() -> None:
    earlier = "<DTASOF>20260629160000"
    assert account(balance("Net worth", "", "150.00", earlier)).stated_total == D("150.00")
    assert account(balance("Net worth", "", "149.00", earlier)).stated_total is None


def test_a_share_in_percent_is_no_value() -> None:
    found = account("<BAL><NAME>Total account value<DESC><BALTYPE>PERCENT<VALUE>100</BAL>")
    assert (found.stated_total, found.status) == (None, "proven")


@pytest.mark.parametrize("label", ["Total market value of positions and cash", "Value of your holdings plus cash"])
def test_a_statement_may_name_its_total_so_too(label: str) -> None:
    rows = "Symbol,Description,Quantity,Price,Market Value\nQZAB,QUILL,10,12.00,120.00\nCash,,,,30.00\n"
    text = f"Account: 5512-3301\n{rows}{label},,,,150.00\n"
    (found,) = read_here("sheet.csv", text.encode()).accounts
    assert (found.stated_total, found.status) == (D("150.00"), "proven")


@pytest.mark.parametrize(
    ("name", "price", "kind"),
    [
        ("Tarn Government Money Fund Investor", "1", "money_market"),
        ("Tarn Prime Advantage Money Investor", "1.00", "money_market"),
        ("Tarn Treasury Liquidity Fund", "1", "money_market"),
        ("Tarn Money Manager Growth Fund", "14.20", "mutual_fund"),
    ],
)
def test_a_fund_of_money_at_one_dollar_is_told_by_its_name(name: str, price: str, kind: str) -> None:
    value = f"{D(price) * 10:.2f}"
    fund = STOCK.replace("POSSTOCK", "POSMF").replace("12.00", price).replace("120.00", value)
    fund = fund.replace("</INVPOS>", f"<MEMO>{name}</INVPOS>")
    (line,) = account(held=fund).positions
    assert line.asset_type == kind


def test_a_worth_that_is_a_cent_off_by_rounding_is_said_and_no_file_without_a_total() -> None:
    text = (
        "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><DTASOF>20260630<CURDEF>USD"
        f"<INVACCTFROM><BROKERID>tarn.example<ACCTID>55128830</INVACCTFROM><INVPOSLIST>{STOCK}</INVPOSLIST>"
        f"<INVBAL><AVAILCASH>30.00<BALLIST>{balance('Networth', 'All in the account', '150.01')}</BALLIST></INVBAL>"
        "</INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1></OFX>"
    )
    read = read_here("balances.ofx", text.encode())
    assert read.accounts[0].stated_total is None
    assert "rounded_total" in [issue.code for issue in read.issues]
    assert "no_total" not in [issue.code for issue in read.issues]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS></SONRS></SIGNONMSGSRSV1>", "to a sign-on"),
        ("<SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Wrong word</STATUS></SONRS>"
         "</SIGNONMSGSRSV1>", "reports an error: 'Wrong word'"),
        ("<BANKMSGSRSV1><STMTTRNRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>USD</STMTRS></STMTTRNRS>"
         "</BANKMSGSRSV1>", "bank and card files"),
        ("<SIGNUPMSGSRSV1><ACCTINFOTRNRS><ACCTINFORS><ACCTINFO><DESC>Pear</ACCTINFO></ACCTINFORS></ACCTINFOTRNRS>"
         "</SIGNUPMSGSRSV1>", "lists accounts"),
    ],
)  # fmt: skip
def test_a_file_without_a_statement_is_called_what_it_is(body: str, said: str) -> None:
    refused = read_here("answer.ofx", f"OFXHEADER:100\nDATA:OFXSGML\n\n<OFX>{body}</OFX>".encode()).refused
    assert refused is not None and said in refused
