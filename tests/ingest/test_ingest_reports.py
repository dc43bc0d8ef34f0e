"""Reports of wealth managers: structured notes in two lines, outlines by account, commitments and summaries apart."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = [(60, "Holding"), (300, "Ticker"), (-400, "Units"), (-470, "Price"), (-560, "Value (USD)"), (-660, "Cost")]
PLACES = (60, 300, -400, -470, -560, -660)


def page(title: str = "Pinewick Wealth") -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, title)], "B", size=12, step=20)
    pencil.row([(40, "As of June 30, 2026")], step=20)
    return pencil


def read(pencil: Pencil) -> Statement:
    return read_here("pinewick.pdf", pencil.drawn().data)


def put(pencil: Pencil, *cells: str, left: float = 60) -> None:
    """A row under HEADS; its name begins at `left`."""
    places = (left, *PLACES[1:])
    pencil.row([(place, text) for place, text in zip(places, cells, strict=False) if text])


def outline(pencil: Pencil, number: str, title: str, cash: str, total: str) -> None:
    """An account of two classes and cash, the sums over their rows."""
    put(pencil, f"{title} (XXXX{number})", "", "", "", total, "", left=40)
    put(pencil, "US Equity", "", "", "", "$1,250.00", "$1,000.00", left=48)
    put(pencil, "QUILL HOLDINGS INC", f"QZ{number[0]}B", "100.0000", "$12.50", "$1,250.00", "$1,000.00")
    put(pencil, "Fixed Income", "", "", "", "$2,180.00", "$2,000.00", left=48)
    put(pencil, "EMBER ENERGY CORP NOTE 5.500% 11/06/2033", "", "2,000.0000", "$109.000", "$2,180.00", "$2,000.00")
    put(pencil, "Cash & Equivalents", "", "", "", cash, cash, left=48)
    put(pencil, "US Dollar", "", cash.strip("$"), "$1.00", cash, cash)


def test_notes_whose_names_sound_alike_and_whose_prices_differ_are_no_lots_of_one() -> None:
    pencil = page()
    pencil.row([(40, "Active Wealth Account 5511-2233")], step=16)
    pencil.row([(40, "STRUCTURED INVESTMENTS")], "B", step=14)
    heads = [(40, "Security Description"), (230, "Trade Date"), (-340, "Quantity"), (-400, "Share Price")]
    pencil.row([*heads, (-470, "Total Cost"), (-550, "Market Value")])
    for issuer, day, price, worth in (
        ("QUILL", "11/9/23", "$87.370", "$8,737.00"),
        ("SLATE", "9/21/16", "90.840", "9,084.00"),
    ):
        name = [(40, f"{issuer} BANK AUTOCALLABLE BUFFERED NOTE"), (230, day), (-340, "10,000.000")]
        pencil.row([*name, (-400, price), (-470, "$10,000.00"), (-550, worth)])
        pencil.row([(40, "LKD TO WILLOW INDEX 05/17/2044")])
        pencil.row([(46, "Coupon Rate 8.250%; Issued at par; Asset Class: Alt")], step=16)
    pencil.row([(40, "TOTAL VALUE"), (-470, "$20,000.00"), (-550, "$17,821.00")])
    (account,) = read(pencil).accounts
    assert account.status == "proven"
    assert [(line.market_value, line.asset_type, len(line.lots)) for line in account.positions] == [
        (D("8737.00"), "structured_note", 1),
        (D("9084.00"), "structured_note", 1),
    ]


def test_headings_of_one_account_are_no_sums_of_the_next() -> None:
    pencil = page()
    pencil.row(HEADS)
    outline(pencil, "2273", "Fenwick Joint Tenants WROS", "$70.00", "$3,500.00")
    outline(pencil, "6161", "Fenwick Roth IRA", "$570.00", "$4,000.00")
    pencil.row([(40, "Total"), (-560, "$7,500.00")])
    accounts = read(pencil).accounts
    assert [(one.number, one.status, one.cash) for one in accounts] == [
        ("…2273", "proven", D("70.00")),
        ("…6161", "proven", D("570.00")),
    ]
    assert [line.asset_type for one in accounts for line in one.positions] == ["stock", "bond", "cash"] * 2


def test_one_account_in_outline_counts_its_cash_once() -> None:
    pencil = page()
    pencil.row([(40, "Accounts"), (-330, "Value (USD)")])
    pencil.row([(40, "Fenwick Joint Tenants WROS (XXXX2273)"), (-330, "$3,500.00")], step=20)
    pencil.row(HEADS)
    outline(pencil, "2273", "Fenwick Joint Tenants WROS", "$70.00", "$3,500.00")
    (account,) = read(pencil).accounts
    assert (account.status, account.cash, len(account.positions)) == ("proven", D("70.00"), 3)


def test_debt_and_structured_notes_under_a_heading_of_equity_are_what_they_are() -> None:
    pencil = page()
    pencil.row([(40, "Account Number 5511-2233")], step=16)
    pencil.row([(40, "US Equity")], "B", step=14)
    pencil.row(HEADS)
    put(pencil, "WILLOW BANK BARRIER NOTE LKD TO ONYX INDEX", "", "100", "98.00", "9,800.00", "10,000.00")
    put(pencil, "EMBER WATER AUTH REV 3.000% 03/06/2031", "", "5,000", "98.00", "4,900.00", "5,000.00")
    put(pencil, "QUILL HOLDINGS INC", "QZAB", "100", "12.50", "1,250.00", "1,000.00")
    pencil.row([(60, "Total"), (-560, "15,950.00"), (-660, "16,000.00")])
    (account,) = read(pencil).accounts
    assert [line.asset_type for line in account.positions] == ["structured_note", "bond", "stock"]


def commitments(paid: str, value: str = "$2,758.80") -> Statement:
    pencil = page()
    pencil.row([(40, "Account Number 5511-2233")], step=16)
    pencil.row(HEADS)
    put(pencil, "QUILL HOLDINGS INC", "QZAB", "100", "$12.50", "$1,250.00", "$1,000.00")
    put(pencil, "Ember Real Estate Credit II LP", "", "", "", "$2,758.80", "-")
    pencil.row([(40, "Total"), (-560, "$4,008.80")], step=20)
    pencil.row([(40, "Private Investments")], "B", step=16)
    heads = [(60, "Fund"), (-290, "Commitment"), (-360, paid), (-430, "Unfunded"), (-500, "Value"), (530, "As Of Date")]
    pencil.row(heads)
    rows = [("Ember Real Estate Credit II LP", "$9,250.00", "$2,876.75", "$6,373.25", value, "03/31/26")]
    rows.append(("Cedar Ventures IV LP", "$1,000.00", "$0.00", "$1,000.00", "$0.00", "06/30/26"))
    for name, *figures, day in rows:
        pencil.row([(60, name), *zip((-290, -360, -430, -500), figures, strict=True), (530, day)])
    return read(pencil)


def test_commitments_in_a_table_of_their_own_stand_with_the_fund() -> None:
    (account,) = commitments("Contributions").accounts
    assert [line.description for line in account.positions][:2] == [
        "QUILL HOLDINGS INC",
        "Ember Real Estate Credit II LP",
    ]
    fund = account.positions[1]
    assert (fund.market_value, fund.commitment, fund.called, fund.unfunded) == (
        D("2758.80"),
        D("9250.00"),
        D("2876.75"),
        D("6373.25"),
    )
    assert str(fund.nav_date) == "2026-03-31"
    assert sum(line.market_value or 0 for line in account.positions) == D("4008.80")


def test_a_fund_of_that_name_with_another_value_is_not_taken_for_it() -> None:
    (account,) = commitments("Paid in", "$2,900.00").accounts
    assert account.status != "proven"


def test_the_sum_of_a_summary_between_tables_is_that_of_its_own_classes() -> None:
    pencil = page()
    pencil.row([(40, "Account Number 5511-2233")], step=16)
    pencil.row([(40, "Ending Market Value"), (-330, "$6,250.00")], step=20)
    pencil.row([(40, "Equity Detail")], "B", step=14)
    pencil.row(HEADS)
    put(pencil, "QUILL HOLDINGS INC", "QZAB", "100", "12.50", "1,250.00", "1,000.00")
    put(pencil, "Total US Equity", "", "", "", "$1,250.00", "$1,000.00")
    pencil.page()
    pencil.row([(40, "Cash & Fixed Income Summary")], "B", step=14)
    pencil.row([(40, "Asset Categories"), (-330, "Ending Market Value")])
    pencil.row([(40, "US Fixed Income"), (-330, "4,900.00")])
    pencil.row([(40, "Cash"), (-330, "100.00")])
    pencil.row([(40, "Total Value"), (-330, "$5,000.00")], step=20)
    pencil.row([(40, "Cash & Fixed Income Detail")], "B", step=14)
    pencil.row(HEADS)
    put(pencil, "US DOLLAR PRINCIPAL", "", "100.00", "1.00", "100.00", "100.00")
    put(pencil, "EMBER WATER AUTH REV 3.000% 03/06/2031", "", "5,000", "98.00", "4,900.00", "5,000.00")
    put(pencil, "Total US Fixed Income", "", "", "", "$4,900.00", "$5,000.00")
    (account,) = read(pencil).accounts
    assert account.status == "proven"


def test_a_name_may_end_in_a_number_on_its_own_line_where_no_head_names_the_names() -> None:
    pencil = page()
    pencil.row([(40, "Account Number 5511-2233")], step=16)
    pencil.row([(40, "Hedge Funds")], "B", step=14)
    pencil.row([(-300, "Price"), (-370, "Quantity"), (-450, "Estimated Value"), (-540, "Original Cost")])
    for name, rest in (("COBALT GLOBAL MACRO LTD SERIES", "2"), ("ALDER STRATEGIES OFFSHORE LTD", "CLASS A")):
        pencil.row([(40, name), (-300, "20.0000"), (-370, "10.000"), (-450, "200.00"), (-540, "150.00")])
        pencil.row([(40, rest)])
        pencil.row([(40, "N/O Client Estimate as of 05/29/26")])
    pencil.row([(40, "Total Hedge Funds"), (-450, "$400.00"), (-540, "$300.00")])
    (account,) = read(pencil).accounts
    assert account.status == "proven"
    assert [str(line.nav_date) for line in account.positions] == ["2026-05-29", "2026-05-29"]
    assert account.positions[0].description.startswith("COBALT GLOBAL MACRO LTD SERIES 2")


def test_sentences_under_transactions_make_no_column_of_news_of_them() -> None:
    pencil = page()
    pencil.row([(40, "Account Number 5511-2233")], step=16)
    pencil.row([(40, "Transaction Details")], "B", step=14)
    pencil.row([(40, "Date"), (120, "Transaction"), (200, "Description"), (-460, "Shares"), (-560, "Principal Cash")])
    for day in range(2, 8):
        cells = [(40, f"06/0{day}/26"), (120, "Purchased"), (200, "QUILL HOLDINGS INC (QZAB)"), (-460, "10.00")]
        pencil.row([*cells, (-560, "(125.00)")])
        pencil.row([(200, f"Trade date 06/0{day}/26 at 12.5000 per share")])
    (account,) = read(pencil).accounts
    assert len(account.activity) == 6


@pytest.mark.parametrize(("everything", "status"), [("$3,750.00", "proven"), ("$3,850.00", "unproven")])
def test_the_sum_of_a_section_runs_over_headings_as_large_as_its_own(everything: str, status: str) -> None:
    pencil = page()
    pencil.row([(40, "Account Number 5511-2233")], step=16)
    pencil.row(HEADS)
    for heading, symbol, units, worth in (
        ("Equity Securities", "QZAB", "100", "1,250.00"),
        ("Exchange Traded Funds", "QZCD", "200", "2,500.00"),
    ):
        pencil.row([(40, heading)], "B", step=14)
        put(pencil, "QUILL HOLDINGS INC", symbol, units, "12.50", worth, "1,000.00")
        if heading != "Equity Securities":
            put(pencil, f"Total {heading}", "", "", "", f"${worth}", "$1,000.00")
    put(pencil, "Total Equity Securities", "", "", "", everything, "$2,000.00")
    pencil.row([(40, "Cash")], "B", step=14)
    put(pencil, "US Dollar", "", "100.00", "1.00", "100.00", "100.00")
    put(pencil, "Total Cash", "", "", "", "$100.00", "$100.00")
    pencil.row([(60, "Total Account Value"), (-560, "$3,850.00")])
    (account,) = read(pencil).accounts
    assert (account.status == "proven") == (status == "proven")
