"""Exports as custodians and portfolio systems write them: who an account is, which rows are lots, whose a sum is."""

import io
from datetime import date
from decimal import Decimal as D

import xlsxwriter  # type: ignore[import-untyped]

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

HEAD = "Symbol,Description,Quantity,Price,Market Value\n"


def accounts(text: str, name: str = "export.csv") -> tuple[StatementAccount, ...]:
    return read_here(name, text.encode()).accounts


def held(account: StatementAccount) -> list[tuple[str | None, D | None, D | None]]:
    return [(line.symbol, line.quantity, line.market_value) for line in account.positions if line.asset_type != "cash"]


def workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return data.getvalue()


def test_sheets_named_by_kinds_of_account_are_accounts_of_their_own() -> None:
    head: list[object] = ["Symbol", "Description", "Quantity", "Price", "Market Value"]
    sheets = [
        (name, [head, ["QZAB", "Harbor Quill", 100, price, 100 * price], ["Total", "", "", "", 100 * price]])
        for name, price in (("Roth IRA", 12), ("Joint", 7))
    ]
    roth, joint = read_here("book.xlsx", workbook(*sheets)).accounts
    assert (roth.registration, roth.stated_total, roth.status) == ("roth_ira", D(1200), "proven")
    assert (joint.registration, joint.stated_total, joint.status) == ("taxable_joint", D(700), "proven")


def test_titles_without_numbers_are_accounts_where_each_has_holdings() -> None:
    roth, joint = accounts(f"Roth IRA\n{HEAD}QZAB,Harbor,10,12,120\n\nJoint\n{HEAD}QZCD,Willow,10,7,70\n")
    assert [roth.registration, joint.registration] == ["roth_ira", "taxable_joint"]
    assert held(joint) == [("QZCD", D(10), D(70))]


def test_a_single_title_is_only_said_of_the_account() -> None:
    (account,) = accounts(f"Account,5512-8830\nRoth IRA\n{HEAD}QZAB,Harbor,10,12,120\n")
    assert (account.number, account.registration) == ("…8830", "roth_ira")


def test_a_column_of_names_tells_accounts_apart() -> None:
    rows = "Roth IRA,QZAB,Harbor,10,12,120\nJoint,QZCD,Willow,10,7,70\nRoth IRA,QZEF,Ember,1,5,5\n"
    roth, joint = accounts(f"Account,{HEAD}{rows}")
    assert (held(roth), held(joint)) == ([("QZAB", D(10), D(120)), ("QZEF", D(1), D(5))], [("QZCD", D(10), D(70))])


def test_a_masked_number_behind_a_registration_and_a_day_behind_a_time_are_read() -> None:
    (account,) = accounts(
        f'"Positions for account Individual ...417 as of 04:15 PM ET, 2026/06/30"\n{HEAD}QZAB,Harbor,10,12,120\n'
    )
    assert (account.number, account.registration, account.as_of) == ("…417", "taxable_individual", date(2026, 6, 30))


def test_a_number_that_ends_a_title_and_a_registration_behind_a_number_are_read() -> None:
    (first,) = accounts(f"Tarn Clearing - Unrealized Gain/Loss - 5512-8830\n{HEAD}QZAB,Harbor,10,12,120\n")
    (second,) = accounts(f"Account: 5512-8830 Roth IRA\n{HEAD}QZAB,Harbor,10,12,120\n")
    assert (first.number, second.number, second.registration) == ("…8830", "…8830", "roth_ira")


def test_a_day_in_a_column_or_of_writing_is_the_day_of_the_file() -> None:
    (column,) = accounts("As of," + HEAD + "06/30/2026,QZAB,Harbor,10,12,120\n06/30/2026,QZCD,Willow,10,7,70\n")
    (written,) = accounts(f'"Exported on: 06/30/2026 04:59 PM ET"\n{HEAD}QZAB,Harbor,10,12,120\n')
    (footer,) = accounts(f'{HEAD}QZAB,Harbor,10,12,120\n\n"Date downloaded Jun-30-2026 at 4:31 p.m ET"\n')
    assert [column.as_of, written.as_of, footer.as_of] == [date(2026, 6, 30)] * 3


def test_rows_of_lots_that_do_not_stand_together_are_one_position() -> None:
    (account,) = accounts(
        "Ticker,Name,Trade Date,Units,Cost,Price,Market Value\nQZAB,Harbor,01/04/2019,10,50,12,120\n"
        "QZCD,Willow,02/05/2020,10,60,7,70\nQZAB,Harbor,03/06/2021,5,55,12,60\n"
    )
    assert held(account) == [("QZAB", D(15), D(180)), ("QZCD", D(10), D(70))]
    assert [lot.acquired for lot in account.positions[0].lots] == [date(2019, 1, 4), date(2021, 3, 6)]
    assert account.positions[0].cost_basis == D(105)


def test_a_row_of_a_security_and_rows_of_its_lots_are_counted_once() -> None:
    lots = "QZAB,Harbor,01/04/2019,10,50,12,120\nQZAB,Harbor,03/06/2021,5,55,12,60\n"
    heads = "Symbol,Name,Date Acquired,Quantity,Cost,Price,Value\n"
    for text in (
        f"{heads}QZAB,Harbor,Various,15,105,12,180\n{lots}",
        f"{heads}QZAB,Harbor,,15,105,12,180\n{lots}",
        f"{heads}{lots}QZAB,Harbor,,15,105,12,180\n",
    ):
        (account,) = accounts(text)
        assert held(account) == [("QZAB", D(15), D(180))]
        assert [lot.quantity for lot in account.positions[0].lots] == [D(10), D(5)]
        assert account.status == "proven"


def test_lots_that_do_not_add_up_to_their_printed_total_are_never_proven() -> None:
    heads = "Symbol,Name,Date Acquired,Quantity,Cost,Price,Value\n"
    (account,) = accounts(
        f"{heads}QZAB,Harbor,01/04/2019,10,50,12,120\nQZAB,Harbor,03/06/2021,5,55,12,90\nQZAB,Harbor,,15,105,12,180\n"
    )
    assert account.status != "proven"


def test_lots_that_are_only_numbered_have_the_name_above_them() -> None:
    (account,) = accounts(
        "Symbol,Description,Purchase Date,Quantity,Price,Market Value,Cost Basis\nQZAB,Harbor,,15,12,180,105\n"
        ",Lot 1,04-Jan-2019,10,12,120,50\n,Lot 2,06-Mar-2021,5,12,60,55\n"
    )
    assert held(account) == [("QZAB", D(15), D(180))]
    assert len(account.positions[0].lots) == 2


def test_a_column_of_sides_makes_a_position_short() -> None:
    (account,) = accounts(
        "L/S,Symbol,Name,Quantity,Price,Market Value,Cost\nL,QZAB,A,10,12,120,9\nS,QZCD,B,10,7,70,80\n"
    )
    short = account.positions[1]
    assert (short.quantity, short.market_value, short.cost_basis) == (D(-10), D(-70), D(-80))


def test_long_and_short_beside_days_of_lots_are_holding_periods() -> None:
    (account,) = accounts(
        "Symbol,Name,Date Acquired,Long/Short,Quantity,Price,Value,Cost\nQZAB,A,01/04/2026,Short,10,12,120,90\n"
    )
    assert account.positions[0].quantity == D(10)


def test_the_sum_of_all_accounts_is_not_that_of_the_last() -> None:
    rows = "5512-8830,QZAB,Harbor,10,12,120\n5512-9941,QZCD,Willow,10,7,70\n"
    found = accounts(f"Account Number,{HEAD}{rows}Total,,,,,190\n")
    assert [(account.stated_total, account.status) for account in found] == [(None, "proven")] * 2
    statement = read_here("export.csv", f"Account Number,{HEAD}{rows}Total,,,,,200\n".encode())
    assert [account.number for account in statement.accounts] == ["…8830", "…9941"]


def test_a_value_column_named_nav_is_the_value_of_what_has_no_units() -> None:
    (private,) = accounts(
        "Account: 5512-8830\n\nPartnership,Commitment,Contributions,NAV\nAlder Credit II LP,500000,350000,412330.10\n"
        "Total,500000,350000,412330.10\n"
    )
    line = private.positions[0]
    assert (line.commitment, line.called, line.market_value) == (D(500000), D(350000), D("412330.10"))
    assert line.cost_basis is None
    (named,) = accounts("Name,Ticker,Weight,NAV\nHarbor Fund,QZAB,60%,120\nWillow Fund,QZCD,40%,80\nTotal,,100%,200\n")
    assert (held(named), named.stated_total) == ([("QZAB", None, D(120)), ("QZCD", None, D(80))], D(200))


def test_a_bare_core_position_is_cash() -> None:
    (account,) = accounts(
        "Account Number,Symbol,Description,Quantity,Last Price,Current Value\n"
        "X55128830,QZXX**,HELD IN MONEY MARKET,,,$48.20\n"
        "X55128830,QZAB,HARBOR,10,$12.00,$120.00\nX55128830,Pending Activity,,,,$-8.20\n"
    )
    assert account.cash == D("40.00")


def test_the_sum_of_realized_gains_is_no_sale() -> None:
    (account,) = accounts(
        "Symbol,Name,Closed Date,Opened Date,Quantity,Proceeds,Cost Basis (CB),Gain/Loss ($)\n"
        "QZAB,Harbor,05/04/2026,02/06/2022,10,200,140,60\nTotal,,,,,200,140,60\n"
    )
    assert [(move.date, move.symbol) for move in account.activity] == [(date(2026, 5, 4), "QZAB")]


POSITION = (
    "<POSSTOCK><INVPOS><SECID><UNIQUEID>411352404<UNIQUEIDTYPE>CUSIP</SECID><HELDINACCT>CASH<POSTYPE>LONG"
    "<UNITS>{units}<UNITPRICE>12<MKTVAL>{value}</INVPOS></POSSTOCK>"
)


def ofx(positions: str, balances: str) -> StatementAccount:
    text = (
        "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><DTASOF>20260630<CURDEF>USD"
        f"<INVACCTFROM><BROKERID>tarn.example<ACCTID>55128830</INVACCTFROM><INVPOSLIST>{positions}</INVPOSLIST>"
        f"<INVBAL>{balances}</INVBAL></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1></OFX>"
    )
    (account,) = accounts(text, "positions.ofx")
    return account


def listed(value: str) -> str:
    return f"<BALLIST><BAL><NAME>Net worth<BALTYPE>DOLLAR<VALUE>{value}</BAL></BALLIST>"


def test_the_listed_net_worth_of_an_ofx_account_holds_its_positions_and_cash() -> None:
    one = POSITION.format(units=10, value="120.00")
    right = ofx(one, f"<AVAILCASH>30.00<MARGINBALANCE>0{listed('150.00')}")
    wrong = ofx(one, f"<AVAILCASH>30.00<MARGINBALANCE>0{listed('170.00')}")
    owed = ofx(one, f"<AVAILCASH>0<MARGINBALANCE>-20.00{listed('100.00')}")
    assert [right.status, owed.status] == ["proven", "proven"] and wrong.status != "proven"
    assert (right.stated_total, owed.cash) == (D("150.00"), D("-20.00"))


def test_an_ofx_position_in_parts_is_their_sum() -> None:
    parts = POSITION.format(units=10, value="120.00") + POSITION.format(units=5, value="60.00")
    assert [(line.quantity, line.market_value) for line in ofx(parts, "<AVAILCASH>0").positions] == [
        (D(15), D("180.00"))
    ]


def test_a_flex_query_of_lots_alone_gives_positions_and_the_kind_of_account() -> None:
    lots = "".join(
        f'<OpenPosition currency="USD" assetCategory="STK" symbol="QZAB" conid="7" position="{units}" markPrice="12" '
        f'positionValue="{12 * units}" costBasisMoney="{cost}" levelOfDetail="LOT" openDateTime="{day};103000"/>'
        for units, cost, day in ((10, 50, "20190104"), (5, 55, "20210306"))
    )
    (account,) = accounts(
        '<FlexQueryResponse><FlexStatements><FlexStatement accountId="U5512" toDate="20260630"><AccountInformation '
        f'accountId="U5512" customerType="IRA Roth"/><OpenPositions>{lots}</OpenPositions></FlexStatement>'
        "</FlexStatements></FlexQueryResponse>",
        "flex.xml",
    )
    line = account.positions[0]
    assert (line.quantity, line.market_value, line.cost_basis, len(line.lots)) == (D(15), D(180), D(105), 2)
    assert account.registration == "roth_ira"


def test_a_registration_before_a_name_says_both_and_a_title_is_no_person() -> None:
    found = [
        accounts(f"{title}\nAccount number: 5512-8830\n{HEAD}QZAB,Harbor,10,12,120\n")[0]
        for title in ("Individual - Imogen Sarratt", "Roth IRA - Account Summary")
    ]
    assert [(one.registration, one.owner) for one in found] == [
        ("taxable_individual", "Imogen Sarratt"),
        ("roth_ira", ""),
    ]


def test_pairs_of_label_and_value_on_one_line_and_units_behind_a_number_are_read() -> None:
    (account,) = accounts(
        "Acct\t5512-8830\tType\tIndividual\nDate\t6/30/26\n\n"
        "SYM\tNAME\tQTY\tLAST\tMKT VALUE\nQZAB\tHarbor\t10 sh\t12\t120\n",
        "holdings.tsv",
    )
    assert (account.number, account.registration, account.as_of) == (
        "…8830",
        "taxable_individual",
        date(2026, 6, 30),
    )
    assert held(account) == [("QZAB", D(10), D(120))]


def test_a_lot_with_a_day_of_sale_is_no_holding() -> None:
    (account,) = accounts(
        "Account number,Account type,Symbol,Open date,Close date,Quantity,Cost basis,Market price,Market value\n"
        "5512-8830,Roth IRA,QZAB,2019-01-04,,10,50,12,120\n5512-8830,Roth IRA,QZCD,2019-01-04,2026-02-02,10,60,7,70\n"
    )
    assert held(account) == [("QZAB", D(10), D(120))]
    assert (account.registration, len(account.positions[0].lots)) == ("roth_ira", 1)


def test_a_cell_that_is_no_number_is_told_as_such() -> None:
    statement = read_here("export.csv", f"{HEAD}QZAB,Harbor,1O,12,120\n".encode())
    assert any("quantity is printed as '1O'" in issue.message for issue in statement.issues)
    assert statement.accounts[0].status == "unproven"


def test_cash_said_before_the_table_with_a_decimal_comma_is_read() -> None:
    (account,) = accounts(
        "Account;5512-8830\nCash:;1.030,50\nTotal value;2.230,50\n\nSymbol;Name;Units;Price;Market value\n"
        "QZAB;Harbor;100;12,00;1.200,00\n"
    )
    assert (account.cash, account.stated_total, account.status) == (D("1030.50"), D("2230.50"), "proven")


def test_of_a_fund_and_a_name_the_fund_is_the_symbol() -> None:
    head = '"Fund","Name","Shares (#)","Closing Price","Closing Value"'
    text = f'{head}\n"QVXIX","QUILL 500 INDEX INSTL PL","10.474","198.86","2,082.86"\n'
    (account,) = accounts(text)
    assert [(line.symbol, line.description, line.market_value) for line in account.positions] == [
        ("QVXIX", "QUILL 500 INDEX INSTL PL", D("2082.86"))
    ]
