"""Deposits of a bank in a column of symbols that says cash; contracts whose figures stand in their lots alone."""

from decimal import Decimal as D

from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

SHEET = """"Exported on: 06/05/2026 06:12 PM ET"
"Account: Edge 5XQ-19803"

"Symbol","CUSIP","Description","Quantity","Price","Value","Cost Basis"
"WLLW","","WILLOW MILLS INC","40.0000","$10.00","$400.00","$200.00"

"Balances"
"Money accounts","","{name}","60.4000","$1.00","$60.40",""
"Cash balance","","","","","$6.84"
"Total","","","","","$467.24","$200.00"
"""


def test_a_deposit_under_money_accounts_is_cash() -> None:
    (found,) = read_here("holdings.csv", SHEET.format(name="PREFERRED BANK DEPOSIT").encode()).accounts
    assert (found.status, found.cash) == ("proven", D("67.24"))
    assert [line.asset_type for line in found.positions] == ["stock", "cash", "cash"]


def test_a_money_fund_under_money_accounts_stays_a_fund() -> None:
    (found,) = read_here("holdings.csv", SHEET.format(name="QUILL TREASURY MONEY FUND").encode()).accounts
    assert found.cash == D("6.84")
    assert [line.asset_type for line in found.positions] == ["stock", "money_market", "cash"]


def test_a_contract_is_told_by_its_name_where_its_lots_have_the_figures() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Account number: QX 71238 73"), (300, "Statement as of 06/30/2026")], step=20)
    places = (40, -200, -280, -360, -440, -520)
    heads = ("Date acquired", "Quantity", "Unit cost", "Cost basis", "Market price", "Market value")
    pencil.row(list(zip(places, heads, strict=True)))
    pencil.row([(40, "Equities")], size=11)
    pencil.row([(40, "WILLOW MILLS INC"), (300, "Security Identifier: WLLW")])
    pencil.row(list(zip(places, ("02/21/19", "40.000", "5.00", "200.00", "10.00", "400.00"), strict=True)), step=24)
    pencil.row([(40, "CALL (WLLW) WILLOW MILLS INC SEP 18 26 $29 (100 SHS)")])
    pencil.row([(40, "Option expires 09/18/2026")])
    pencil.row(list(zip(places, ("01/14/26", "2.000", "1.50", "300.00", "2.00", "400.00"), strict=True)))
    pencil.row([(40, "Total account value"), (-520, "$800.00")])
    (found,) = read_here("lots.pdf", pencil.drawn().data).accounts
    assert [(line.asset_type, line.quantity) for line in found.positions] == [("stock", D(40)), ("option", D(2))]
