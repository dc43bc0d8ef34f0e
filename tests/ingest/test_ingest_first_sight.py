"""Ways of printing that every house has its own of: heads of two levels, lots in sentences, sums without a word."""

from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.heads.crowded import uncrowded
from core.ingest.nouns.words import Word
from core.ingest.reading import read_here
from core.ingest.rows.lot_sentences import told_lots
from tools.accuracy.drawing import Pencil

Row = tuple[str, ...]
PLACES = (40.0, -300.0, -370.0, -450.0, -530.0)
HEADS = ("Description", "Quantity", "Price", "Market Value", "Cost Basis")
ROWS = (
    ("HARBOR QUILL HOLDINGS INC (QZAB)", "100", "12.50", "1,250.00", "1,000.00"),
    ("EMBER TIDE PAPER CO (QZCD)", "40", "20.00", "800.00", "900.00"),
)


def page(*said: str, wide: bool = False) -> Pencil:
    pencil = Pencil(landscape=wide)
    pencil.page()
    pencil.row([(40, "Pinewick Brokerage")], "B", size=12, step=20)
    for line in said or ("Account number: 5511-2233", "Positions as of June 30, 2026"):
        pencil.row([(40, line)])
    pencil.y += 16
    return pencil


def put(pencil: Pencil, *rows: Row, places: tuple[float, ...] = PLACES, style: str = "") -> None:
    for row in rows:
        pencil.row(tuple(zip(places, row, strict=False)), style)


def read(pencil: Pencil) -> Statement:
    return read_here("pinewick.pdf", pencil.drawn().data)


def only(pencil: Pencil) -> StatementAccount:
    (account,) = read(pencil).accounts
    return account


def symbols(account: StatementAccount) -> list[str | None]:
    return [line.symbol for line in account.positions if line.asset_type != "cash"]


def test_heads_of_two_levels_give_the_position_and_then_its_lots() -> None:
    pencil, places = page(), (40.0, -250.0, -330.0, -420.0, -500.0)
    put(pencil, ("", "Quantity", "Market Price", "Market Value", ""), places=places, style="B")
    put(pencil, ("Equities", "Units Purchased", "Cost Per Share", "Cost Basis", "Acquired"), places=places)
    put(pencil, ("HARBOR QUILL HOLDINGS", "100.0000", "12.50000", "1,250.00"), places=places)
    put(pencil, ("SYMBOL: QZAB", "60.0000", "10.0000", "600.00", "03/10/20"), places=places)
    put(pencil, ("", "40.0000", "10.0000", "400.00", "04/11/21"), places=places)
    put(pencil, ("Cost Basis", "", "", "1,000.00"), ("Total Equities", "", "", "1,250.00"), places=places)
    (line,) = only(pencil).positions
    assert (line.symbol, line.quantity, line.price, line.cost_basis) == ("QZAB", 100, D("12.50"), 1000)
    assert [(lot.acquired, lot.quantity) for lot in line.lots] == [(date(2020, 3, 10), 60), (date(2021, 4, 11), 40)]


def test_lots_are_told_in_a_sentence_under_their_position() -> None:
    pencil = page()
    put(pencil, HEADS, style="B")
    put(pencil, ROWS[0], ("Tax lots: 60 sh 05/24/2019 $600.00 | 40 sh 01/23/2021 $400.00",), ROWS[1])
    put(pencil, ("bought 10 January 2012 for 900.00",), ("Total account value", "", "", "2,050.00"))
    account = only(pencil)
    assert account.status == "proven"
    assert [len(line.lots) for line in account.positions] == [2, 1]
    assert account.positions[1].lots[0].quantity == 40


@pytest.mark.parametrize("text", ["We bought 100 shares in 2019.", "05/24/2019 $600.00", "bought 40 sh, sold 20 sh"])
def test_prose_tells_no_lots(text: str) -> None:
    assert told_lots(text) == []


def test_notes_beside_the_days_of_lots_open_no_position() -> None:
    pencil, places = page(), (40.0, -220.0, -290.0, -360.0, -430.0, -520.0)
    put(pencil, ("Holding", "Trade date", "Number of shares", "Cost basis", "Price", "Value"), places=places, style="B")
    put(pencil, ("HARBOR QUILL HOLDINGS INC",), style="B")
    put(pencil, ("Symbol: QZAB", "05/05/14", "60.000", "600.00", "12.500", "750.00"), places=places)
    put(pencil, ("EAI: $120 Current yield: 2.00%", "04/17/21", "40.000", "400.00", "12.500", "500.00"), places=places)
    put(pencil, ("Security total", "", "100.000", "1,000.00", "", "1,250.00"), places=places)
    put(pencil, ("Total", "", "", "1,000.00", "", "1,250.00"), places=places)
    (line,) = only(pencil).positions
    assert (line.symbol, line.quantity, len(line.lots)) == ("QZAB", 100, 2)


def test_a_row_without_units_that_is_the_sum_of_the_rows_above_is_no_position() -> None:
    pencil = page()
    put(pencil, HEADS, style="B")
    put(pencil, *ROWS, ("All of it together", "", "", "2,050.00", "1,900.00"))
    account = only(pencil)
    assert symbols(account) == ["QZAB", "QZCD"]
    assert account.status == "proven"


def test_a_sum_above_its_rows_is_their_heading() -> None:
    pencil = page()
    put(pencil, HEADS, style="B")
    put(pencil, ("Blended investments*", "", "", "2,050.00"), *ROWS, ("Account Totals", "", "", "2,050.00"))
    account = only(pencil)
    assert symbols(account) == ["QZAB", "QZCD"]
    assert account.positions[0].section == "Blended investments*"


def test_labels_stand_over_their_values() -> None:
    pencil = page("Statement for June 30, 2026")
    pencil.row(
        [(40, "Account Number"), (200, "Ending Account Value as of 06/30"), (420, "Beginning Account Value")], "B"
    )
    pencil.row([(40, "5511-2233"), (200, "$2,050.00"), (420, "$1,000.00")], step=24)
    put(pencil, HEADS, style="B")
    put(pencil, *ROWS)
    account = only(pencil)
    assert (account.number, account.stated_total, account.status) == ("…2233", D("2050.00"), "proven")


def test_symbols_are_known_where_all_rows_print_them_alike() -> None:
    pencil = page()
    put(pencil, HEADS, style="B")
    for name, symbol, *rest in (("HARBOR QUILL", "V", *ROWS[0][1:]), ("EMBER TIDE CO", "QZCD", *ROWS[1][1:])):
        put(pencil, (name, *rest), (symbol,))
    assert symbols(only(pencil)) == ["V", "QZCD"]


def test_a_ticker_that_is_also_a_footnote_is_one_where_the_other_rows_have_theirs_there() -> None:
    pencil = page()
    put(pencil, HEADS, style="B")
    put(pencil, *ROWS, ("WILLOW BANCORP (C)", "10", "5.00", "50.00", "40.00"))
    assert symbols(only(pencil)) == ["QZAB", "QZCD", "C"]


def test_columns_without_a_known_head_are_named_by_the_product() -> None:
    pencil, places = page(), (-100.0, 120.0, -370.0, -450.0)
    put(pencil, ("Holding", "Stock", "Mid price", "Valuation"), places=places, style="B")
    put(pencil, ("100", "HARBOR QUILL HOLDINGS", "12.50", "1,250.00"), places=places)
    put(pencil, ("40", "EMBER TIDE PAPER CO", "20.00", "800.00"), places=places)
    put(pencil, ("", "Portfolio value", "", "2,050.00"), places=places)
    account = only(pencil)
    assert [line.quantity for line in account.positions] == [100, 40]
    assert (account.stated_total, account.status) == (D("2050.00"), "proven")


def test_rows_without_heads_are_read_where_the_product_proves_them() -> None:
    pencil = page("Account 5511-2233", "Securities held at the close of 28 February 2026")
    pencil.say("HARBOR QUILL HOLDINGS (QZAB) ........ 100 @ 12.50      1,250.00")
    pencil.say("EMBER TIDE PAPER CO (QZCD) .......... 40 @ 20.00      800.00")
    pencil.row([(40, "Cash at bank ........"), (250, "50.00")])
    pencil.row([(40, "TOTAL ........"), (250, "2,100.00")])
    account = only(pencil)
    assert (symbols(account), account.cash, account.as_of) == (["QZAB", "QZCD"], 50, date(2026, 2, 28))
    assert (account.stated_total, account.status) == (2100, "proven")


def test_a_table_that_lists_the_securities_again_completes_them() -> None:
    pencil, places = page(), (40.0, 100.0, -330.0, -400.0, -480.0)
    put(pencil, ("Symbol", "Name", "Shares", "Price", "Market value"), places=places, style="B")
    put(pencil, ("QZAB", "HARBOR QUILL", "100", "12.50", "1,250.00"), places=places)
    put(pencil, ("QZCD", "EMBER TIDE", "40", "20.00", "800.00"), places=places)
    put(pencil, ("Total account value", "", "", "", "2,050.00"), places=places, style="B")
    pencil.say("Cost basis of holdings", 40, "B", 18, 11)
    put(pencil, ("Symbol", "Gain or loss", "Total cost", "Market value"), places=(40, -200, -330, -480), style="B")
    put(pencil, ("QZAB", "250.00", "1,000.00", "1,250.00"), ("QZCD", "100.00", "700.00", "800.00"),
        places=(40, -200, -330, -480))  # fmt: skip
    account = only(pencil)
    assert [(line.symbol, line.cost_basis) for line in account.positions] == [("QZAB", 1000), ("QZCD", 700)]
    assert account.status == "proven"


def test_a_table_that_only_looks_like_holdings_is_left_out_where_the_account_ties_without_it() -> None:
    pencil = page()
    put(pencil, HEADS, style="B")
    put(pencil, *ROWS)
    put(pencil, ("Total account value", "", "", "2,050.00"), style="B")
    pencil.say("Principal and interest received", 40, "B", 18, 11)
    put(pencil, HEADS[:4], style="B")
    put(pencil, ("GRANITE POOL", "", "412.20", "88.11"))
    account = only(pencil)
    assert symbols(account) == ["QZAB", "QZCD"]
    assert account.status == "proven"


def test_the_lots_of_a_table_elsewhere_go_to_their_positions_over_a_page_break() -> None:
    pencil = page()
    put(pencil, HEADS, style="B")
    put(pencil, *ROWS, ("Total account value", "", "", "2,050.00"))
    pencil.page()
    pencil.row([(40, "Account number: 5511-2233")], step=24)
    places = (60.0, -200.0, -280.0, -370.0, -460.0)
    put(pencil, ("Open date", "Shares", "Cost per share", "Total cost", "Current value"), places=places, style="B")
    for (name, shares, _, value, cost), day in zip(ROWS, ("02/20/2019", "07/11/2024"), strict=True):
        put(pencil, (name,), style="B")
        put(pencil, (day, shares, "10.0000", cost, value), ("Total", shares, "", cost, value), places=places)
    account = only(pencil)
    assert [line.lots[0].acquired for line in account.positions] == [date(2019, 2, 20), date(2024, 7, 11)]


def test_accounts_begin_within_a_page_under_their_titles() -> None:
    pencil = page("Quarterly statement, April 1 - June 30, 2026")
    for title, number, row, total in (
        ("Retirement - Roth IRA", "6243-9322", ROWS[0], "1,250.00"),
        ("House - Individual", "5440-2919", ROWS[1], "800.00"),
    ):
        pencil.row([(40, title), (-530, f"Balance on Jun 30, 2026   ${total}")], "B")
        pencil.row([(40, f"Account {number}"), (-530, "Balance on Mar 31, 2026   $1.31")])
        put(pencil, HEADS, style="B")
        put(pencil, row)
    first, second = read(pencil).accounts
    assert (first.number, first.registration, symbols(first)) == ("…9322", "roth_ira", ["QZAB"])
    assert (second.number, second.stated_total, symbols(second)) == ("…2919", 800, ["QZCD"])


def test_units_and_price_stand_as_a_product_under_the_value() -> None:
    pencil, places = (
        page("Contract number 9086-6458 As of 09/30/2026", "Contract value $2,050.00"),
        (40.0, -300.0, -400.0),
    )
    put(pencil, ("Investment option", "Allocation", "Value"), places=places, style="B")
    put(pencil, ("Fixed Account", "39%", "$800.00"), ("Quill Index Fund", "61%", "$1,250.00"), places=places)
    pencil.row([(-400, "100.0000 x 12.500")], size=7)
    account = only(pencil)
    assert [(line.quantity, line.price) for line in account.positions] == [(None, None), (100, D("12.500"))]


def test_blocks_of_labels_are_read() -> None:
    pencil = page("Account: 6451-9852", "Holdings at November 30, 2026")
    for name, cusip, price, value in (("GRANITE BANK CD", "759382E34", "97.331", "136,263.40"),):
        pencil.say(name, 40, "B")
        pencil.row([(52, "CUSIP"), (140, cusip), (330, "Maturity date"), (450, "07/26/2037")])
        pencil.row([(52, "Par"), (140, "$140,000.00"), (330, "Price (per 100)"), (450, price)])
        pencil.row([(52, "Market value"), (140, f"${value}"), (330, "Coupon"), (450, "4.15% semiannual")])
    (line,) = only(pencil).positions
    assert (line.cusip, line.quantity, line.unit) == ("759382E34", 140000, D("0.01"))


def test_a_price_without_a_quantity_proves_nothing() -> None:
    pencil = page()
    put(pencil, ("Description", "", "Price", "Market Value"), style="B")
    put(pencil, (ROWS[0][0], "", "12.50", "1,250.00"), (ROWS[1][0], "", "20.00", "800.00"))
    put(pencil, ("Total account value", "", "", "2,050.00"))
    assert only(pencil).status == "unproven"


def test_heads_that_touch_are_cut_where_each_half_completes_its_own() -> None:
    def words(*texts: tuple[str, float]) -> list[Word]:
        return [Word(text, x, x + 5 * len(text), 0, 8, 8) for text, x in texts]

    above = [words(("Value", 100), ("on", 130)), words(("Unrealized", 160))]
    below = [words(("Sep", 100), ("30", 120), ("gain", 155), ("or", 180), ("loss", 195))]
    assert [len(piece) for piece in uncrowded([above, below])[1]] == [2, 3]


def test_a_bond_of_three_lines_stands_over_its_lots_and_their_original_cost() -> None:
    pencil, places = page("Account number: 5511-2233", "Net Account Value   $20,150.00"), (40.0, -200.0, -300.0, -400.0)
    pencil.say("Fixed Income", style="B", size=12)
    put(pencil, ("Acquired", "Quantity", "Cost Basis", "Price", "Market Value"), places=(*places, -500.0), style="B")
    pencil.say("HARBOR CNTY SCH DIST", style="B")
    pencil.say("1.250% 08/13/2037 B/E DTD 05/11/20 CALLABLE 05/15/29 @ 100.000")
    pencil.say("Moody Rating AA2 S & P Rating AA Security Identifier: 759382E34")
    for lot in (("02/16/21", "15,000.000", "15,900.00"), ("11/11/21", "5,000.000", "5,300.00")):
        value = f"{D(lot[1].replace(',', '')) * D('1.0075'):,.2f}"
        put(pencil, (*lot, "100.7500", value), ("", "", f"Original Cost Basis: {lot[2]}"), places=(*places, -500.0))
    put(pencil, ("Total", "20,000.000", "21,200.00", "", "20,150.00"), places=(*places, -500.0), style="B")
    account = only(pencil)
    (line,) = account.positions
    assert (line.cusip, line.asset_type, line.quantity, line.cost_basis) == ("759382E34", "bond", 20000, 21200)
    assert ([lot.quantity for lot in line.lots], account.status) == ([15000, 5000], "proven")


def test_what_stands_under_short_positions_is_owed_without_a_minus() -> None:
    pencil = page()
    for title, row in (("LONG POSITIONS", ROWS[0]), ("SHORT POSITIONS", ROWS[1])):
        pencil.say(title, style="B", size=12)
        put(pencil, HEADS, style="B")
        put(pencil, row, (f"TOTAL {title}", "", "", row[3]))
    put(pencil, ("LONG MARKET VALUE", "", "", "1,250.00"), ("LESS SHORT MARKET VALUE", "", "", "800.00"))
    put(pencil, ("CREDIT BALANCE", "", "", "50.00"), ("ACCOUNT EQUITY", "", "", "500.00"))
    account = only(pencil)
    assert [(line.quantity, line.market_value, line.cost_basis) for line in account.positions[1:2]] == [
        (-40, -800, -900)]  # fmt: skip
    assert (symbols(account), account.cash, account.status) == (["QZAB", "QZCD"], 50, "proven")


def test_years_of_maturity_are_headings_and_days_of_maturity_make_bonds() -> None:
    pencil, places = page(), (40.0, 110.0, 280.0, -420.0, -490.0, -570.0)
    put(pencil, ("Matures", "Issuer", "CUSIP", "Par", "Price", "Market value"), places=places, style="B")
    for year, cusip, par, value in (
        ("2030", "759382E34", "1,000", "950.00"),
        ("2031", "907483D81", "3,000", "2,850.00"),
    ):
        pencil.say(f"Maturing in {year}", style="B")
        put(pencil, (f"09/01/{year}", "EMBER ENERGY CORP", cusip, par, "95.000", value), places=places)
        put(pencil, ("", f"{year} total", "", "", "", value), places=places, style="B")
    put(pencil, ("", "Ladder total", "", "", "", "3,800.00"), places=places, style="B")
    account = only(pencil)
    assert [(line.cusip, line.asset_type, line.section.split(" / ")[0]) for line in account.positions] == [
        ("759382E34", "bond", "Maturing in 2030"), ("907483D81", "bond", "Maturing in 2031")]  # fmt: skip
    assert (account.stated_total, account.status) == (3800, "proven")


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("QZB HARBOR QUILL CO", "NTWF EMBER TIDE PLC"), ["QZB", "NTWF"]),
        (("HARBOR QUILL CO QZB", "EMBER TIDE PLC NTWF"), ["QZB", "NTWF"]),
        (("FORD MOTOR CO", "VISA EMBER PLC"), [None, None]),
    ],
)
def test_names_may_stand_last_with_their_symbols_unless_these_are_words(names: Row, found: list[str | None]) -> None:
    pencil, places = page(), (-120.0, -220.0, -280.0, -350.0, 370.0)
    put(pencil, ("Worth today", "Paid in all", "Units", "Unit price", "Holding"), places=places, style="B")
    for name, row in zip(names, ROWS, strict=True):
        put(pencil, (row[3], row[4], row[1], row[2], name), places=places)
    put(pencil, ("2,050.00", "1,900.00", "", "", "All holdings and cash"), places=places)
    account = only(pencil)
    assert (symbols(account), account.stated_total, account.status) == (found, 2050, "proven")


def test_a_name_stands_above_heads_that_have_no_place_for_it() -> None:
    pencil, places = page("Account number: 5511-2233", "Account balance   $2,050.00"), (-140.0, -240.0, -340.0, -440.0)
    for name, row in (("HARBOR QUILL INC QZB", ROWS[0]), ("EMBER TIDE CO NTWF", ROWS[1])):
        pencil.say(name, style="B", size=10)
        put(pencil, ("Shares", "Price", "Market value", "Cost basis"), row[1:], places=places)
        pencil.y += 16
    account = only(pencil)
    assert [line.description for line in account.positions] == ["HARBOR QUILL INC", "EMBER TIDE CO"]
    assert (symbols(account), account.status) == (["QZB", "NTWF"], "proven")


def test_lots_right_after_the_cash_are_none_of_it() -> None:
    pencil, places = page(), (60.0, -200.0, -280.0, -370.0, -460.0)
    put(pencil, HEADS, style="B")
    names = ("QZAB - Harbor Quill Inc", "QZCD - Ember Tide Co")
    put(pencil, *((name, *row[1:4]) for name, row in zip(names, ROWS, strict=True)))
    put(pencil, ("Cash", "", "", "50.00"), ("Total", "", "", "2,100.00"))
    pencil.page()
    for name, (_, shares, _, value, cost) in zip(names, ROWS, strict=True):
        pencil.say(name, style="B")
        put(pencil, ("Open date", "Shares", "Cost per share", "Total cost", "Current value"), places=places)
        put(pencil, ("02/20/2019", shares, "10.00", cost, value), ("Total", shares, "", cost, value), places=places)
        pencil.y += 16
    account = only(pencil)
    held = [line for line in account.positions if line.asset_type != "cash"]
    assert [(line.symbol, line.cost_basis, len(line.lots)) for line in held] == [("QZAB", 1000, 1), ("QZCD", 900, 1)]
    assert (account.cash, account.status) == (50, "proven")


def table(*lines: str) -> Statement:
    return read_here("export.csv", "\n".join(lines).encode())


def test_a_file_without_a_total_says_that_a_missing_row_would_not_be_seen() -> None:
    found = table("Symbol,Description,Quantity,Price,Market Value", "QZAB,Harbor,100,12.50,1250.00")
    assert found.accounts[0].status == "proven"
    assert [issue.severity for issue in found.issues if issue.code == "no_total"] == ["warning"]
    told = table("Symbol,Description,Quantity,Price,Market Value", "QZAB,Harbor,100,12.50,1250.00", "Total,,,,1250.00")
    assert not [issue for issue in told.issues if issue.code == "no_total"]


def test_rows_that_name_their_section_are_read_section_by_section() -> None:
    account = table(
        "Statement,Header,Field Name,Field Value",
        'Statement,Data,Period,"June 1, 2026 - June 30, 2026"',
        "Account Information,Data,Account,8704-3775",
        "Net Asset Value,Header,Asset Class,Prior Total,Current Total,Change",
        "Net Asset Value,Data,Cash ,50.00,50.00,0",
        "Net Asset Value,Data,Total,0,1300.00,0",
        "Open Positions,Header,DataDiscriminator,Asset Category,Symbol,Open,Quantity,Cost Basis,Close Price,Value,Code",
        "Open Positions,Data,Summary,Stocks,QZAB,-,100,1000,12.5,1250.00,",
        'Open Positions,Data,Lot,Stocks,QZAB,"2020-02-23, 10:12:00",100,1000,12.5,1250.00,LT',
        "Open Positions,Total,,Stocks,,,,1000,,1250.00,",
    ).accounts[0]
    assert (account.as_of, account.cash, account.stated_total, account.status) == (
        date(2026, 6, 30), 50, 1300, "proven")  # fmt: skip
    assert account.positions[0].lots[0].acquired == date(2020, 2, 23)


def test_the_day_of_a_lot_may_stand_in_the_column_of_symbols() -> None:
    account = table(
        "Symbol,Last Price $,Qty #,Total Cost $,Value $",
        "QZAB,12.50,100,1000.00,1250.00",
        "02/23/2020,,60,600.00,750.00",
        "04/11/2021,,40,400.00,500.00",
        "TOTAL,,,1000.00,1250.00",
    ).accounts[0]
    assert [(line.symbol, len(line.lots)) for line in account.positions] == [("QZAB", 2)]
    assert account.status == "proven"


def test_a_comma_in_ofx_is_the_decimal_point() -> None:
    data = (
        "OFXHEADER:100\n\n<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><DTASOF>20260630<CURDEF>USD<INVACCTFROM>"
        "<ACCTID>3450-1633</INVACCTFROM><INVPOSLIST><POSSTOCK><INVPOS><SECID><UNIQUEID>QZAB<UNIQUEIDTYPE>TICKER</SECID>"
        "<UNITS>3419,161<UNITPRICE>2<MKTVAL>6838,32</INVPOS></POSSTOCK></INVPOSLIST></INVSTMTRS></INVSTMTTRNRS>"
        "</INVSTMTMSGSRSV1></OFX>"
    )
    (line,) = read_here("sundry.ofx", data.encode()).accounts[0].positions
    assert (line.quantity, line.market_value) == (D("3419.161"), D("6838.32"))
