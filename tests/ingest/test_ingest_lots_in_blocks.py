"""Lots in the block of their security: beside its text, over a page, with sums of covered and of other lots."""

from decimal import Decimal as D

from ingest_blocks import LOTS, lot, next_page, only, page

from tools.accuracy.drawing import Pencil

HOLDINGS = (
    (40.0, "Holding"), (182.0, "Trade date"), (-280.0, "Number of shares"), (-350.0, "Cost basis ($)"),
    (-430.0, "Price per share ($)"), (-500.0, "Value ($)"),
)  # fmt: skip
COLUMNS = (182.0, -280.0, -350.0, -430.0, -500.0)


def beside(pencil: Pencil, text: str, *cells: str) -> None:
    row = [(40.0, text), *((x, cell) for x, cell in zip(COLUMNS, cells, strict=False) if cell)]
    pencil.row([pair for pair in row if pair[1]], size=6.5, step=9)


def test_text_beside_lots_and_their_sum_is_that_of_one_security() -> None:
    pencil = page()
    pencil.row([(40, "Common stock")], "B", size=9, step=14)
    pencil.row(HOLDINGS, size=6.5, step=11)
    beside(pencil, "EMBER GRANITE INC", "Feb 24, 16", "100.000", "1,000.00", "12.500", "1,250.00")
    beside(pencil, "Symbol: QZAB Exchange: NYSE", "Oct 05, 23", "40.000", "400.00", "12.500", "500.00")
    beside(pencil, "EAI: $55 Current yield: 1.53%", "Security total", "140.000", "1,400.00", "", "1,750.00")
    pencil.y += 5
    beside(pencil, "CEDAR TR S&P 500 ETF UNIT SER", "Feb 16, 21", "10.000", "100.00", "20.000", "200.00")
    beside(pencil, "1", "Nov 11, 21", "30.000", "300.00", "20.000", "600.00")
    beside(pencil, "Symbol: QZCD Exchange: NYSE", "Security total", "40.000", "400.00", "", "800.00")
    beside(pencil, "EAI: $61 Current yield: 1.53%")
    pencil.y += 5
    beside(pencil, "QUILL SHORT BOND", "Jan 09, 22", "5.000", "50.00", "10.000", "50.00")
    beside(pencil, "ETF")
    beside(pencil, "Symbol: QZEF Exchange: NYSE")
    pencil.row([(40, "Total"), (-350, "$1,850.00"), (-500, "$2,600.00")], "B", size=7, step=20)
    account = only(pencil)
    assert [(one.symbol, one.description, one.quantity, one.price, one.market_value) for one in account.positions] == [
        ("QZAB", "EMBER GRANITE INC", D("140"), D("12.5"), D("1750")),
        ("QZCD", "CEDAR TR S&P 500 ETF UNIT SER 1", D("40"), D("20"), D("800")),
        ("QZEF", "QUILL SHORT BOND ETF", D("5"), D("10"), D("50")),
    ]
    assert [len(one.lots) for one in account.positions] == [2, 2, 1]


def test_lots_that_do_not_add_up_to_the_sum_beside_them_prove_nothing() -> None:
    pencil = page()
    pencil.row(HOLDINGS, size=6.5, step=11)
    beside(pencil, "EMBER GRANITE INC", "Feb 24, 16", "100.000", "1,000.00", "12.500", "1,250.00")
    beside(pencil, "Symbol: QZAB Exchange: NYSE", "Oct 05, 23", "40.000", "400.00", "12.500", "500.00")
    beside(pencil, "EAI: $55 Current yield: 1.53%", "Security total", "150.000", "1,400.00", "", "1,750.00")
    pencil.row([(40, "Total account value"), (-500, "$1,750.00")], "B", size=7, step=20)
    assert only(pencil).status != "proven"


def test_lots_beside_text_go_on_over_a_page() -> None:
    pencil = page()
    pencil.row([(40, "Common stock")], "B", size=9, step=14)
    pencil.row(HOLDINGS, size=6.5, step=11)
    beside(pencil, "EMBER GRANITE INC", "Feb 24, 16", "100.000", "1,000.00", "12.500", "1,250.00")
    beside(pencil, "Symbol: QZAB Exchange: NYSE", "Oct 05, 23", "40.000", "400.00", "12.500", "500.00")
    next_page(pencil)
    pencil.row([(40, "Common stock (continued)")], "B", size=9, step=14)
    pencil.row(HOLDINGS, size=6.5, step=11)
    beside(pencil, "EAI: $55 Current yield: 1.53%", "Oct 06, 23", "10.000", "100.00", "12.500", "125.00")
    beside(pencil, "", "Security total", "150.000", "1,500.00", "", "1,875.00")
    pencil.y += 5
    beside(pencil, "QUILL DIVIDEND GROWTH FUND", "Jan 09, 22", "5.000", "50.00", "10.000", "50.00")
    beside(pencil, "Symbol: QZEF Exchange: NYSE")
    pencil.row([(40, "Total account value"), (-500, "$1,925.00")], "B", size=7)
    account = only(pencil)
    assert account.status == "proven"
    assert [(one.symbol, one.quantity, len(one.lots)) for one in account.positions] == [
        ("QZAB", D("150"), 3),
        ("QZEF", D("5"), 1),
    ]


def test_dividend_in_a_name_makes_no_lot_of_the_security_above() -> None:
    pencil = page()
    pencil.row(HOLDINGS, size=6.5, step=11)
    beside(pencil, "EMBER GRANITE INC (QZAB)", "Feb 24, 16", "100.000", "1,000.00", "12.500", "1,250.00")
    beside(pencil, "QUILL DIVIDEND GROWTH ETF (QZEF)", "Jan 09, 22", "5.000", "50.00", "10.000", "50.00")
    assert [(one.symbol, one.quantity) for one in only(pencil).positions] == [("QZAB", D("100")), ("QZEF", D("5"))]


def name_over_lots(pencil: Pencil, name: str, symbol: str, cusip: str) -> None:
    pencil.row([(40, name), (300, f"Security Identifier: {symbol}")], "B", size=7, step=9)
    pencil.row([(40, "Open End Fund"), (300, f"CUSIP: {cusip}")], size=7, step=9)
    pencil.row([(40, "Dividend Option: Reinvest; Capital Gains Option: Reinvest")], size=7, step=9)


def side(pencil: Pencil, label: str, units: str, cost: str, value: str) -> None:
    pencil.row([(40, label), (-184, units), (-290, cost), (-430, value)], size=7, step=10)


def test_covered_and_other_lots_have_sums_of_their_own_or_are_summed_up_alone() -> None:
    pencil = page()
    pencil.row(LOTS, "B", size=7, step=12)
    pencil.row([(40, "Mutual Funds 75.00% of Portfolio")], "B", size=7, step=11)
    name_over_lots(pencil, "QUILL 500 INDEX FUND", "QZABX", "115871E92")
    lot(pencil, "Total Noncovered", "50.000", "10.0000", "500.00", "12.5000", "625.00", "125.00")
    lot(pencil, "Total Covered", "100.000", "10.0000", "1,000.00", "12.5000", "1,250.00", "250.00")
    side(pencil, "Total", "150.000", "$1,500.00", "$1,875.00")
    name_over_lots(pencil, "EMBER INCOME FUND", "QZCDX", "112201G93")
    for day in ("02/11/04 *", "02/12/04 *"):
        lot(pencil, day, "10.000", "10.0000", "100.00", "20.0000", "200.00", "100.00")
    side(pencil, "Total Noncovered", "20.000", "$200.00", "$400.00")
    for day in ("02/11/14", "02/12/14"):
        lot(pencil, day, "5.500", "20.0000", "110.00", "20.0000", "110.00", "0.00")
    side(pencil, "Total Covered", "11.000", "$220.00", "$220.00")
    side(pencil, "Total", "31.000", "$420.00", "$620.00")
    side(pencil, "Total Mutual Funds", "", "$1,920.00", "$2,495.00")
    side(pencil, "Total Portfolio Holdings", "", "$1,920.00", "$2,495.00")
    account = only(pencil)
    assert account.status == "proven"
    assert [(one.symbol, one.quantity, one.cost_basis, len(one.lots)) for one in account.positions] == [
        ("QZABX", D("150"), D("1500"), 2),
        ("QZCDX", D("31"), D("420"), 4),
    ]


def test_a_sum_of_covered_lots_that_is_none_of_theirs_proves_nothing() -> None:
    pencil = page()
    pencil.row(LOTS, "B", size=7, step=12)
    name_over_lots(pencil, "EMBER INCOME FUND", "QZCDX", "112201G93")
    lot(pencil, "02/11/04 *", "10.000", "10.0000", "100.00", "20.0000", "200.00", "100.00")
    lot(pencil, "02/11/14", "5.500", "20.0000", "110.00", "20.0000", "110.00", "0.00")
    side(pencil, "Total Covered", "6.500", "$110.00", "$110.00")
    side(pencil, "Total", "15.500", "$210.00", "$310.00")
    side(pencil, "Total Portfolio Holdings", "", "$210.00", "$310.00")
    assert only(pencil).status != "proven"


def test_reinvestments_that_open_a_page_are_a_lot_of_the_security_before() -> None:
    pencil = page()
    heads = [(40, "DESCRIPTION"), (-240, "QUANTITY"), (-320, "COST"), (-400, "PRICE"), (-500, "MARKET VALUE")]
    pencil.row(heads, size=7, step=11)
    for text in ("QUILL INCOME FUND", "QZABX"):
        pencil.row([(40, text)], size=7, step=9)
    row = [(44, "Acquired 11/13/18 L"), (-240, "100"), (-320, "1,000.00"), (-400, "12.5000"), (-500, "1,250.00")]
    pencil.row(row, size=7, step=13)
    next_page(pencil)
    pencil.row(heads, size=7, step=11)
    row = [(44, "Reinvestments L"), (-240, "10"), (-320, "100.00"), (-400, "12.5000"), (-500, "125.00")]
    pencil.row(row, size=7, step=13)
    row = [(40, "Total"), (-240, "110"), (-320, "$1,100.00"), (-400, "12.5000"), (-500, "$1,375.00")]
    pencil.row(row, "B", size=7, step=13)
    (fund,) = only(pencil).positions
    assert (fund.quantity, fund.market_value, [one.quantity for one in fund.lots]) == (
        D("110"), D("1375"), [D("100"), D("10")],
    )  # fmt: skip


def test_what_was_reinvested_is_a_lot_beside_text_and_an_accrual_in_that_text_is_of_all_lots() -> None:
    pencil = page()
    pencil.row(HOLDINGS, size=6.5, step=11)
    beside(pencil, "EMBER FUND", "Feb 24, 16", "100.000", "1,000.00", "12.500", "1,250.00")
    beside(pencil, "Symbol: QZCDX", "Total reinvested", "10.000", "100.00", "12.500", "125.00")
    beside(pencil, "EAI: $55 Current yield: 1.53%", "Security total", "110.000", "1,100.00", "", "1,375.00")
    pencil.y += 5
    beside(pencil, "TIDE CITY GO RATE 05.000%", "Feb 24, 16", "10,000.000", "10,000.00", "110.000", "11,000.00")
    beside(pencil, "MATURES 07/01/40", "Oct 05, 23", "20,000.000", "20,000.00", "110.000", "22,000.00")
    beside(pencil, "ACCRUED INTEREST $416.67", "Security total", "30,000.000", "30,000.00", "", "33,000.00")
    beside(pencil, "CUSIP 148418F92")
    pencil.row([(40, "Total account value"), (-500, "$34,375.00")], "B", size=7)
    account = only(pencil)
    assert account.status == "proven"
    assert [(one.symbol or one.cusip, one.quantity, one.accrued, len(one.lots)) for one in account.positions] == [
        ("QZCDX", D("110"), None, 2),
        ("148418F92", D("30000"), D("416.67"), 2),
    ]


def client_block(pencil: Pencil, *name: str) -> None:
    for text in (*name, "On Reinvestment"):
        pencil.row([(40, text)], size=7, step=9)
    for x, label, units, cost, value in (
        (44, "Acquired 03/11/12 L nc", "100", "1,000.00", "1,250.00"),
        (44, "Reinvestments S", "10", "100.00", "125.00"),
        (40, "Total", "110", "$1,100.00", "$1,375.00"),
    ):
        row = [(x, label), (-290, units), (-380, cost), (-450, "12.5000"), (-540, value)]
        pencil.row(row, size=7, step=9)
    pencil.row([(40, "Client Investment (Excluding Reinvestments)"), (-540, "$1,000.00")], size=7, step=9)
    label = "Gain/Loss on Client Investment (Including Reinvestments)"
    pencil.row([(40, label), (-540, "$375.00")], size=7, step=14)


def test_what_a_client_put_in_is_no_security_and_on_reinvestment_no_name() -> None:
    pencil = page()
    heads = [(40, "DESCRIPTION"), (-290, "QUANTITY"), (-380, "COST"), (-450, "PRICE"), (-540, "MARKET VALUE")]
    pencil.row(heads, size=7, step=11)
    client_block(pencil, "QUILL GLOBAL EQUITY FD", "CLASS A", "QZABX")
    client_block(pencil, "EMBER INCOME FUND I", "QZCDX")
    pencil.row([(40, "Total Mutual Funds"), (-380, "$2,200.00"), (-540, "$2,750.00")], size=7, step=14)
    pencil.row([(40, "Total account value"), (-540, "$2,750.00")], size=7)
    account = only(pencil)
    assert account.status == "proven"
    assert [(fund.symbol, fund.description, len(fund.lots)) for fund in account.positions] == [
        ("QZABX", "QUILL GLOBAL EQUITY FD CLASS A", 2),
        ("QZCDX", "EMBER INCOME FUND I", 2),
    ]
