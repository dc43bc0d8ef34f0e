"""Holdings told outside tables: on cards, in words, in labels a line each, side by side, in the ledger of each fund."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HOLDINGS = (
    ("Juniper Growth Fund", "120.500", "20.00", "2,410.00"),
    ("Sorrel Balanced Fund Investor Shares", "50.000", "31.50", "1,575.00"),
    ("Tansy Core Bond Fund", "200.000", "9.25", "1,850.00"),
    ("Yarrow Small Company Fund", "10.000", "44.10", "441.00"),
)
TOTAL = "$6,276.00"
WRONG = (("Juniper Growth Fund", "120.500", "20.00", "2,140.00"), *HOLDINGS[1:])
Funds = tuple[tuple[str, str, str, str], ...]


def begun(summed: str = TOTAL) -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "PEBBLE RIVER FUNDS"), (-560, "Statement period: 04/01/2026 - 06/30/2026")], "B", size=12, step=26)
    pencil.row([(40, "Account number: 4417-20935"), (300, "Registration: Roth IRA")], size=8, step=12)
    pencil.row([(40, "Account owner: ODILE FARROW")], size=8, step=26)
    pencil.row([(40, "Account summary")], "B", size=10, step=16)
    pencil.row([(40, "Beginning value"), (-250, "$6,000.00")], size=8, step=12)
    pencil.row([(40, "Ending value"), (-250, summed)], size=8, step=26)
    pencil.row([(40, "Your holdings as of June 30, 2026")], "B", size=10, step=18)
    return pencil


def read(pencil: Pencil, summed: str = TOTAL) -> StatementAccount:
    pencil.row([(40, "Total account value"), (-560, summed)], "B", size=9, step=20)
    (account,) = read_here("funds.pdf", pencil.drawn().data).accounts
    return account


def labels_over_figures(pencil: Pencil, funds: Funds) -> None:
    for name, units, price, value in funds:
        pencil.row([(45, name)], "B", size=8.5, step=12)
        pencil.row([(45, "Units"), (300, "Unit Price")], size=7, step=9)
        pencil.row([(45, units), (300, price)], size=8, step=13)
        pencil.row([(45, "Balance"), (300, "% of Account")], size=7, step=9)
        pencil.row([(45, f"${value}"), (300, "25.0%")], size=8, step=22)


def labels_beside_figures(pencil: Pencil, funds: Funds) -> None:
    for name, units, price, value in funds:
        pencil.row([(45, name)], "B", size=8.5, step=12)
        pencil.row([(45, "Units:"), (-200, units), (220, "NAV:"), (-350, price)], size=8, step=11)
        pencil.row([(45, "Market Value:"), (-200, f"${value}"), (220, "EY:"), (-350, "3.10")], size=8, step=22)


def line_each(pencil: Pencil, funds: Funds) -> None:
    for name, units, price, value in funds:
        pencil.row([(40, name)], "B", size=8.5, step=12)
        pencil.row([(50, "Shares or Face Amount . . . . . . . . . ."), (-350, units)], size=8, step=11)
        pencil.row([(50, "Unit Price . . . . . . . . . . . . . ."), (-350, price)], size=8, step=11)
        pencil.row([(50, "Value on March 31, 2026 . . . . . ."), (-350, "1,000.00")], size=8, step=11)
        pencil.row([(50, "Value on June 30, 2026 . . . . . ."), (-350, value)], size=8, step=20)


def sentences(pencil: Pencil, funds: Funds) -> None:
    for name, units, price, value in funds:
        pencil.row([(40, name), (-560, f"${value}")], "B", size=8.5, step=12)
        pencil.row([(48, f"{units} shares at ${price} per share   25.0% of account")], size=8, step=20)


def side_by_side(pencil: Pencil, funds: Funds) -> None:
    for two in (funds[:2], funds[2:]):
        pencil.row([(-300, two[0][0].split(" ", 1)[0]), (-480, two[1][0].split(" ", 1)[0])], "B", size=8, step=10)
        pencil.row([(-300, two[0][0].split(" ", 1)[1]), (-480, two[1][0].split(" ", 1)[1])], "B", size=8, step=12)
        pencil.row([(40, "Beginning Balance"), (-300, "1,000.00"), (-480, "1,100.00")], size=8, step=12)
        for place, label in enumerate(("Number of Units", "Unit Value", "Current Balance"), start=1):
            pencil.row([(40, label), (-300, two[0][place]), (-480, two[1][place])], size=8, step=12)
        pencil.row([], size=8, step=12)


def ledgers(pencil: Pencil, funds: Funds) -> None:
    columns = (40, 100, -320, -380, -430, -500, -570)
    heads = ("Date", "Transaction", "Dollar Amount", "Share Price", "Shares", "Total Shares", "Value")
    for name, units, price, value in funds:
        bought = D(units) - 10
        pencil.row([(40, name)], "B", size=9, step=14)
        pencil.row(tuple(zip(columns, heads, strict=True)), "B", size=8, step=12)
        first = ("04/01/2026", "Beginning balance", "", f"${price}", "", f"{bought:,.3f}", "$100.00")
        move = ("05/12/2026", "Automatic Investment", "$88.00", "8.80", "10.000", units, "")
        last = ("06/30/2026", "Ending balance", "", f"${price}", "", units, f"${value}")
        for row in (first, move, last):
            pencil.row([(x, text) for x, text in zip(columns, row, strict=True) if text], size=8, step=12)
        pencil.row([], size=8, step=10)


def columns_of_cards(pencil: Pencil, funds: Funds) -> None:
    for (name, units, price, value), other in zip(funds[:2], funds[2:], strict=True):
        pencil.row([(45, name)], "B", size=8.5, step=7)
        pencil.row([(325, other[0])], "B", size=8.5, step=5)
        pencil.row([(45, "Units:"), (-290, units)], size=8, step=6)
        pencil.row([(325, "Units:"), (-560, other[1])], size=8, step=5)
        pencil.row([(45, "Price:"), (-290, price)], size=8, step=6)
        pencil.row([(325, "Price:"), (-560, other[2])], size=8, step=5)
        pencil.row([(45, "Value:"), (-290, value)], size=8, step=6)
        pencil.row([(325, "Value:"), (-560, other[3])], size=8, step=26)


WAYS = (labels_over_figures, labels_beside_figures, line_each, sentences, side_by_side, ledgers, columns_of_cards)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_told_outside_tables_is_read_and_proven(way: object) -> None:
    assert callable(way)
    pencil = begun()
    way(pencil, HOLDINGS)
    account = read(pencil)
    told = {(one.description, one.quantity, one.price, one.market_value) for one in account.positions}
    wanted = {(name, D(units), D(price), D(value.replace(",", ""))) for name, units, price, value in HOLDINGS}
    assert told == wanted
    assert (account.status, account.owner, account.registration) == ("proven", "ODILE FARROW", "roth_ira")


@pytest.mark.parametrize("way", WAYS)
def test_one_wrong_figure_is_read_and_not_proven(way: object) -> None:
    assert callable(way)
    pencil = begun("$6,006.00")
    way(pencil, WRONG)
    account = read(pencil, "$6,006.00")
    assert len(account.positions) == len(WRONG)
    assert account.status != "proven"


@pytest.mark.parametrize("way", WAYS)
def test_a_holding_cut_from_the_page_is_not_proven(way: object) -> None:
    assert callable(way)
    pencil = begun()
    way(pencil, (*HOLDINGS[:3], ("Yarrow Small Company Fund", "10.000", "44.10", "")))
    assert read(pencil).status != "proven"


def with_lots(told: str, fund: str = "Juniper Growth Fund") -> StatementAccount:
    pencil = begun("$2,410.00")
    pencil.row([(45, fund)], "B", size=8.5, step=12)
    pencil.row([(45, "Symbol: QZABX")], size=8, step=11)
    pencil.row([(45, "Units:"), (-200, "120.500"), (220, "NAV:"), (-350, "20.00")], size=8, step=11)
    pencil.row([(45, "Market Value:"), (-200, "$2,410.00"), (220, "Cost:"), (-350, "$2,000.00")], size=8, step=12)
    pencil.row([(50, told)], size=7.5, step=10)
    pencil.row([(50, "Purchased 08/24/2020: 20.5000 shares, cost $400.00")], size=7.5, step=22)
    return read(pencil, "$2,410.00")


def test_lots_in_words_below_a_card_are_its_own() -> None:
    account = with_lots("Purchased 07/10/2016: 100.0000 shares, cost $1,600.00")
    (line,) = account.positions
    lots = [(str(lot.acquired), lot.quantity, lot.cost_basis) for lot in line.lots]
    assert lots == [("2016-07-10", D("100.0000"), D("1600.00")), ("2020-08-24", D("20.5000"), D("400.00"))]
    assert (line.symbol, line.cost_basis, account.status) == ("QZABX", D("2000.00"), "proven")


def test_lots_below_a_card_that_are_not_understood_are_told() -> None:
    account = with_lots("Purchased 07/10/2016 for your cost of $1,600.00 and 100 more of units then")
    assert account.status != "proven"


def lots_apart(pencil: Pencil, name: str, *lots: tuple[str, ...]) -> None:
    columns = (52, -200, -290, -380)
    pencil.row([(40, name)], "B", size=8, step=11)
    heads = ("Open Date", "No. of Shares", "Tax Cost", "Value")
    pencil.row(tuple(zip(columns, heads, strict=True)), "B", size=7.3, step=10)
    for lot in lots:
        pencil.row(tuple(zip(columns, lot, strict=True)), size=7.3, step=9)
    pencil.row([], size=8, step=6)


def test_lots_in_a_part_of_their_own_are_those_of_the_cards() -> None:
    pencil = begun("$3,985.00")
    for (name, units, price, value), symbol in zip(HOLDINGS[:2], ("QZABX", "QZACX"), strict=True):
        pencil.row([(45, name)], "B", size=8.5, step=12)
        pencil.row([(45, f"Symbol: {symbol}")], size=8, step=11)
        pencil.row([(45, "No. of Shares"), (180, "Price"), (300, "Market Value")], size=7, step=9)
        pencil.row([(45, units), (180, price), (300, f"${value}")], size=8, step=20)
    pencil.row([(40, "Lot Detail")], "B", size=10, step=16)
    lots_apart(pencil, "Juniper Growth Fund (QZABX)", ("04/18/2017", "120.500", "2,000.00", "2,410.00"))
    second = (("11/25/2022", "20.000", "600.00", "630.00"), ("03/04/2024", "30.000", "800.00", "945.00"))
    lots_apart(pencil, "Sorrel Balanced Fund Investor Shares (QZACX)", *second)
    account = read(pencil, "$3,985.00")
    assert [len(line.lots) for line in account.positions] == [1, 2]
    assert [line.cost_basis for line in account.positions] == [D("2000.00"), D("1400.00")]


def test_a_card_of_a_fund_that_a_table_lists_is_no_second_holding() -> None:
    pencil = begun("$2,410.00")
    heads = ((40, "Fund"), (-300, "Units"), (-400, "Price"), (-500, "Value"))
    pencil.row(heads, "B", size=8, step=12)
    pencil.row([(40, "Juniper Growth Fund"), (-300, "120.500"), (-400, "20.00"), (-500, "2,410.00")], size=8, step=24)
    pencil.row([(40, "Total account value"), (-500, "2,410.00")], "B", size=8, step=24)
    labels_beside_figures(pencil, HOLDINGS[:1])
    assert len(read(pencil, "$2,410.00").positions) == 1


def test_a_sale_told_with_its_price_is_no_holding() -> None:
    pencil = begun("$2,410.00")
    labels_beside_figures(pencil, HOLDINGS[:1])
    pencil.row([(40, "Transactions")], "B", size=10, step=16)
    pencil.row([(40, "06/17/2026 SOLD 20 SHS AT 20.00"), (-400, "400.00"), (-500, "310.00")], size=8, step=24)
    assert len(read(pencil, "$2,410.00").positions) == 1


def test_what_is_in_no_units_is_a_private_fund_with_its_commitment() -> None:
    pencil = begun("$900.00")
    for name, worth in (("Tern Secondaries Fund II, L.P.", "600.00"), ("Plover Credit Partners", "300.00")):
        pencil.row([(40, name)], "B", size=9, step=13)
        for label, figure in (("Commitment:", "$1,000.00"), ("Contributed:", "$700.00"), ("Ending NAV:", f"${worth}")):
            pencil.row([(48, label), (-350, figure)], size=8, step=11)
        pencil.row([], size=8, step=8)
    account = read(pencil, "$900.00")
    told = [(one.market_value, one.cost_basis, one.called) for one in account.positions]
    assert told == [(D("600.00"), None, D("700.00")), (D("300.00"), None, D("700.00"))]
    assert account.status == "proven"
