"""Causes of lost rows and of false proof: prices without their point, levels, bare heads, numbers under labels."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def page(title: str = "Pinewick Brokerage") -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, title)], "B", size=12, step=20)
    return pencil


def read(pencil: Pencil) -> Statement:
    return read_here("pinewick.pdf", pencil.drawn().data)


def table(*lines: str) -> StatementAccount:
    (account,) = read_here("export.csv", "\n".join(lines).encode()).accounts
    return account


def test_a_share_price_that_lost_its_point_is_named_and_proves_nothing() -> None:
    account = table(
        "Symbol,Description,Quantity,Price,Market Value",
        "QZAB,Harbor Quill Holdings Inc,100,12.50,1250.00",
        "QZBF,Ember Bond Index Fund,412.305,3372,13902.92",
        "Total,,,,15152.92",
    )
    assert account.status != "proven"
    assert [line.symbol for line in account.positions if line.flagged] == ["QZBF"]
    (wrong,) = [check for check in account.checks if not check.ok]
    assert wrong.where.startswith("QZBF")


@pytest.mark.parametrize(
    ("name", "quantity", "price", "value"),
    [("Tide Energy Corp 5.25% due 08/03/2040", "52000", "107.765", "56037.80"), ("Tide Co", "3000", "98.5", "2955.00")],
)
def test_debt_priced_per_hundred_still_proves(name: str, quantity: str, price: str, value: str) -> None:
    account = table("Description,CUSIP,Quantity,Price,Market Value", f"{name},934232A58,{quantity},{price},{value}")
    assert account.status == "proven"
    assert account.positions[0].unit == D("0.01")


def test_market_beside_cost_is_the_value() -> None:
    pencil = page()
    pencil.row([(40, "ACCT NO 5511-2233   LIST OF ASSETS AS OF 06/30/26")], step=20)
    pencil.row(
        [(-90, "UNITS"), (110, "DESCRIPTION"), (260, "TICKER"), (-360, "PRICE"), (-430, "COST"), (-500, "MARKET")]
    )
    pencil.row(
        [(-90, "100"), (110, "QUILL CO"), (260, "QZAB"), (-360, "12.50"), (-430, "1,000.00"), (-500, "1,250.00")]
    )
    pencil.row([(110, "TOTAL ASSETS"), (-430, "1,000.00"), (-500, "1,250.00")])
    (account,) = read(pencil).accounts
    assert account.status == "proven"
    assert (account.positions[0].market_value, account.positions[0].cost_basis) == (D("1250.00"), D("1000.00"))


def test_rows_of_level_lot_are_lots_of_the_position_above() -> None:
    account = table(
        "Level,Symbol,Description,Acquired,Quantity,Price,Market Value,Cost Basis",
        "Position,QZAB,Harbor Quill Inc,,30,10.00,300.00,200.00",
        "Lot,QZAB,,2020-03-10,10,10.00,100.00,80.00",
        "Lot,QZAB,,2021-04-11,20,10.00,200.00,120.00",
        "Position,QZCD,Ember Tide Co,,5,20.00,100.00,90.00",
        "Lot,QZCD,,2022-05-12,5,20.00,100.00,90.00",
    )
    assert [(line.symbol, line.quantity, len(line.lots)) for line in account.positions] == [
        ("QZAB", D("30"), 2),
        ("QZCD", D("5"), 1),
    ]


def test_a_number_under_the_words_of_an_account_is_its_number() -> None:
    pencil = page()
    pencil.row([(40, "Account Detail"), (300, "Active Assets Account")], step=12)
    pencil.row([(300, "5511-2233")], step=20)
    pencil.row([(40, "Symbol"), (90, "Description"), (-330, "Quantity"), (-400, "Price"), (-480, "Value")])
    pencil.row([(40, "QZAB"), (90, "Harbor Quill Inc"), (-330, "100"), (-400, "12.50"), (-480, "1,250.00")])
    (account,) = read(pencil).accounts
    assert account.number == "…2233"


def test_a_table_that_is_refused_names_the_heads_it_wanted_and_found() -> None:
    refused = read_here("export.csv", b"Asset,Blurb,Foo\nQuill,12,3\nTide,5,4\n").refused or ""
    assert "a name or symbol" in refused
    assert refused.endswith("found: 'Asset', 'Blurb' (unknown), 'Foo' (unknown).")


def test_long_lines_of_terms_under_a_bond_do_not_end_its_table() -> None:
    pencil = page()
    pencil.row([(40, "Account: 5511-2233   Portfolio as of July 31, 2026")], step=20)
    pencil.row([(-90, "Face Amount"), (105, "Security"), (330, "CUSIP"), (-440, "Price"), (-530, "Value")], "B")
    for name, cusip, face, price, value in (
        ("GRANITE CNTY SCH DIST", "593824C29", "49,000", "101.781", "49,872.69"),
        ("SLATE WATER AUTH REV", "578156F48", "52,000", "96.208", "50,028.16"),
    ):
        pencil.row([(-90, face), (105, name), (330, cusip), (-440, price), (-530, value)], size=7, step=8)
        pencil.row([(105, "SER 2019-A 1.250% DUE 08/13/2037")], size=7, step=8)
        pencil.row([(105, "DTD 06/01/2019 F/C 12/01/2019 CALLABLE 06/01/2030 @ 100.000")], size=7, step=8)
        pencil.row([(105, "SUBJECT TO AMT; NEXT PUT 06/01/2028 @ 102.50")], size=7, step=8)
    pencil.row([(105, "Total account value"), (-530, "99,900.85")], "B")
    (account,) = read(pencil).accounts
    assert account.status == "proven"
    assert [(line.cusip, line.asset_type) for line in account.positions] == [
        ("593824C29", "bond"),
        ("578156F48", "bond"),
    ]


def test_the_one_security_of_a_page_is_named_in_labels_and_its_total_stands_in_a_table_of_transactions() -> None:
    pencil = page("Pinewick Shareholder Services")
    pencil.row([(40, "Company:"), (200, "HARBOR QUILL PLC")])
    pencil.row([(40, "Stock symbol:"), (200, "QZAB")])
    pencil.row([(40, "Account number:"), (200, "5511-2233")], step=20)
    pencil.row([(40, "Certificated"), (-250, "Book entry"), (-340, "Total shares"), (-430, "Market price"),
                (-520, "Market value")], "B")  # fmt: skip
    pencil.row([(-90, "2.000"), (-250, "98.000"), (-340, "100.000"), (-430, "$12.50"), (-520, "$1,250.00")], step=24)
    pencil.row([(40, "Date"), (130, "Transaction"), (-340, "Amount"), (-430, "Price"), (-520, "Shares")], "B")
    pencil.row(
        [(40, "06/15/2026"), (130, "Dividend reinvestment"), (-340, "$25.00"), (-430, "$12.50"), (-520, "2.000")]
    )
    pencil.row([(40, "Total account value"), (-520, "$1,250.00")])
    (account,) = read(pencil).accounts
    (line,) = account.positions
    assert (line.symbol, line.description, line.market_value) == ("QZAB", "HARBOR QUILL PLC", D("1250.00"))
    assert (account.stated_total, account.status) == (D("1250.00"), "proven")


def test_the_totals_of_accounts_stand_in_a_summary_above_a_table_of_all_holdings() -> None:
    pencil = page("Quill Household")
    pencil.row([(40, "Account"), (200, "Account number"), (-400, "Market value")], "B")
    pencil.row([(40, "Joint brokerage"), (200, "7311-7890"), (-400, "$1,250.00")])
    pencil.row([(40, "Rollover IRA"), (200, "1663-5242"), (-400, "$700.00")], step=24)
    pencil.row(
        [(40, "Account number"), (120, "Symbol"), (170, "Asset"), (-340, "Units"), (-420, "Price"), (-520, "Value")]
    )
    pencil.row(
        [(40, "7311-7890"), (120, "QZAB"), (170, "Quill Co"), (-340, "100"), (-420, "12.50"), (-520, "1,250.00")]
    )
    pencil.row([(40, "1663-5242"), (120, "QZCD"), (170, "Tide Co"), (-340, "40"), (-420, "20.00"), (-520, "800.00")])
    joint, rollover = read(pencil).accounts
    assert (joint.stated_total, joint.status) == (D("1250.00"), "proven")
    assert rollover.stated_total == D("700.00")
    assert rollover.status != "proven"


def test_a_security_named_above_a_table_of_lots_holds_them() -> None:
    pencil = page("Pinewick Equity Plan Services")
    pencil.row([(40, "Participant account: 5511-2233"), (-520, "Statement date: 06/30/2026")], step=20)
    pencil.row([(40, "HARBOR QUILL PLC (QZAB)"), (-520, "Closing price on 06/30/2026: $10.00")], "B", step=14)
    pencil.row([(40, "Acquired"), (120, "Plan"), (-250, "Shares"), (-380, "Cost Basis"), (-520, "Market Value")], "B")
    pencil.row([(40, "05/05/2014"), (120, "RSU"), (-250, "10"), (-380, "$80.00"), (-520, "$100.00")])
    pencil.row([(40, "12/26/2020"), (120, "ESPP"), (-250, "20"), (-380, "$150.00"), (-520, "$200.00")])
    pencil.row([(40, "Total"), (-250, "30"), (-380, "$230.00"), (-520, "$300.00")], "B", step=20)
    pencil.row([(40, "Total account value"), (-520, "$300.00")])
    (account,) = read(pencil).accounts
    (line,) = account.positions
    assert (line.symbol, line.quantity, line.price, line.market_value) == ("QZAB", D("30"), D("10.00"), D("300.00"))
    assert [(lot.quantity, lot.cost_basis) for lot in line.lots] == [(D("10"), D("80.00")), (D("20"), D("150.00"))]
    assert account.status == "proven"


def test_balances_alone_are_positions_where_a_printed_sum_holds_them() -> None:
    pencil = page("Pinewick Credit Union")
    pencil.row([(40, "Member account number 5511-2233"), (-520, "Statement period 10/01/26 to 10/31/26")], step=20)
    pencil.row([(40, "Description"), (200, "Maturity"), (-380, "Dividends YTD"), (-520, "Ending balance")], "B")
    pencil.row([(40, "Regular Savings 01"), (-380, "1.00"), (-520, "200.00")])
    pencil.row([(40, "Share Certificate 02"), (200, "11/15/2027"), (-380, "9.00"), (-520, "1,000.00")])
    pencil.row([(40, "Total deposits"), (-520, "1,200.00")], "B")
    (account,) = read(pencil).accounts
    assert [(line.description, line.market_value) for line in account.positions if line.asset_type != "cash"] == [
        ("Share Certificate 02", D("1000.00"))
    ]
    assert (account.cash, account.stated_total, account.status) == (D("200.00"), D("1200.00"), "proven")


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        (("Large Cap Growth Trust,700.00", "Tide Target 2045 Trust,300.00"), "1000.00"),
        (("Quill Fund of Funds 7,10.10", "Tide Stable Value Option,20.20", "Ember Real Return A,30.30"), "60.60"),
    ],
)
def test_a_plan_of_funds_and_balances_is_positions(rows: tuple[str, ...], total: str) -> None:
    account = table("Account,5511-2233", "", "Investment option,Balance", *rows, f"Total,{total}")
    assert len(account.positions) == len(rows)
    assert (account.stated_total, account.status) == (D(total), "proven")


@pytest.mark.parametrize(
    "rows",
    [
        ("Equities,700.00", "Fixed income,300.00"),
        ("Beginning value,700.00", "Contributions,300.00"),
        ("Employee deferral,700.00", "Employer match,300.00"),
    ],
)
def test_classes_flows_and_sources_are_no_positions(rows: tuple[str, str]) -> None:
    statement = read_here("export.csv", "\n".join(["Description,Balance", *rows, "Total,1000.00"]).encode())
    assert not any(account.positions for account in statement.accounts)


def test_balances_that_miss_their_printed_sum_are_not_taken() -> None:
    statement = read_here(
        "export.csv", b"Investment option,Balance\nQuill Trust A,700.00\nTide Trust B,300.00\nTotal,999.00"
    )
    assert not any(account.positions for account in statement.accounts)


def test_the_capital_account_of_one_private_fund_is_read_from_its_labels() -> None:
    pencil = page("Ember Harbor Partners IV LP")
    pencil.row([(40, "Capital Account Statement")])
    pencil.row([(40, "For the quarter ended June 30, 2026")])
    pencil.row([(40, "Limited partner:"), (200, "Quill Family LLC")])
    pencil.row([(40, "Investor account number:"), (200, "7634-5969")], step=20)
    for label, now, ever in (
        ("Beginning capital balance", "$900.00", "$0.00"),
        ("Capital contributions", "$0.00", "$800.00"),
        ("Ending capital balance (Net Asset Value)", "$1,000.00", "$1,000.00"),
    ):
        pencil.row([(40, label), (-420, now), (-540, ever)])
    for label, amount in (
        ("Total commitment", "$2,000.00"),
        ("Contributed capital", "$800.00"),
        ("Unfunded commitment", "$1,200.00"),
        ("Total value of your interest", "$1,000.00"),
    ):
        pencil.row([(40, label), (-420, amount)])
    (account,) = read(pencil).accounts
    (line,) = account.positions
    assert (line.description, line.asset_type) == ("Ember Harbor Partners IV LP", "alternative")
    assert (line.market_value, line.commitment, line.called, line.unfunded) == (
        D("1000.00"), D("2000.00"), D("800.00"), D("1200.00"),
    )  # fmt: skip
    assert (account.owner, account.status, account.number) == ("Quill Family LLC", "proven", "…5969")


def test_cards_of_labels_under_names_are_positions() -> None:
    pencil = page("Pinewick Funds")
    pencil.row([(40, "Account 5511-2233"), (-520, "Values as of 06/30/2026")], step=20)
    pencil.row([(40, "Total of your funds"), (-250, "$1,550.00")], step=20)
    pencil.row([(40, "Quill Growth Trust"), (300, "Tide Income Option")], "B")
    for label, one, two in (
        ("Shares owned", "100.000", "50.000"), ("Share price", "$12.50", "$6.00"), ("Value", "$1,250.00", "$300.00"),
    ):  # fmt: skip
        pencil.row([(40, label), (-250, one), (300, label), (-520, two)])
    (account,) = read(pencil).accounts
    assert [(line.description, line.quantity, line.market_value) for line in account.positions] == [
        ("Quill Growth Trust", D("100.000"), D("1250.00")),
        ("Tide Income Option", D("50.000"), D("300.00")),
    ]
    assert account.status == "proven"
