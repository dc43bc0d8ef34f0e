"""Lots told in words: days behind `Lot`, units at a price; sweeps; owners in the titles of reports."""

from decimal import Decimal as D
from io import BytesIO

from openpyxl import Workbook

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def page() -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Securities")], "B", size=12, step=20)
    pencil.row([(40, "Account Number 5511-2233"), (300, "Statement as of June 30, 2026")], step=20)
    return pencil


def read(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("pinewick.pdf", pencil.drawn().data).accounts
    return account


def test_the_month_behind_the_word_lot_is_no_number_of_the_lot() -> None:
    pencil = page()
    pencil.row([(40, "Description"), (-300, "Shares"), (-370, "Price"), (-450, "Value"), (-530, "Cost")])
    pencil.row([(40, "Quill Holdings Inc"), (-300, "30"), (-370, "12.50"), (-450, "375.00"), (-530, "250.00")])
    pencil.row([(48, "Symbol QZAB")])
    for day, units, value, cost in (("12/09/2023", "10", "125.00", "100.00"), ("11/16/2024", "20", "250.00", "150.00")):
        pencil.row([(56, f"Lot {day}"), (-300, units), (-450, value), (-530, cost)])
    pencil.row([(40, "Total"), (-450, "375.00"), (-530, "250.00")])
    (line,) = read(pencil).positions
    assert [(str(lot.acquired), lot.quantity) for lot in line.lots] == [("2023-12-09", D(10)), ("2024-11-16", D(20))]


def municipal(units: str) -> StatementAccount:
    pencil = page()
    heads = [(-90, "Par Amount"), (110, "Issuer"), (-400, "Price"), (-480, "Market Value"), (-560, "Cost")]
    pencil.row(heads)
    pencil.row(
        [(-90, "30,000"), (110, "MOHEGAN CNTY N Y GO"), (-400, "94.168"), (-480, "28,250.40"), (-560, "32,466.60")]
    )
    pencil.row([(110, "2.500% due 08/01/2033")])
    for day, par, price, cost in (
        ("08/05/2015", "5,000", "@ 105.932", "5,296.60"),
        ("05/11/2017", "25,000", "@ 108.680", "27,170.00"),
    ):
        pencil.row([(126, f"Purchased {day}"), (-310, par if units else ""), (-400, price), (-560, cost)])
    pencil.row([(110, "Total"), (-480, "28,250.40"), (-560, "32,466.60")])
    return read(pencil)


def test_units_at_a_price_are_those_of_the_lot() -> None:
    (line,) = municipal("told").positions
    assert [(lot.quantity, lot.cost_basis) for lot in line.lots] == [
        (D(5000), D("5296.60")),
        (D(25000), D("27170.00")),
    ]


def test_a_lot_whose_units_are_not_read_is_shown_to_a_person() -> None:
    (line,) = municipal("").positions
    assert not line.lots or "lots" in line.doubts


def test_a_sweep_at_par_is_cash() -> None:
    pencil = page()
    pencil.row([(40, "Description"), (-300, "Shares"), (-370, "Price"), (-450, "Value")])
    pencil.row([(40, "Quill Holdings Inc (QZAB)"), (-300, "30"), (-370, "12.50"), (-450, "375.00")])
    pencil.row([(40, "Meridian Treasury Money Fund (sweep)"), (-300, "100.00"), (-370, "1.00"), (-450, "100.00")])
    pencil.row([(40, "Total"), (-450, "475.00")])
    account = read(pencil)
    assert (account.status, account.cash) == ("proven", D("100.00"))


def test_a_total_under_the_group_of_costs_is_the_cost_and_the_title_names_the_owner() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Holdings by Asset Class - Ines T. Calloway"],
        ["Account Number", "92637047"],
        [],
        [None, None, None, "Cost", None, "Market"],
        ["Security", "Ticker", "Units", "Unit Cost", "Total", "Price", "Value"],
        ["US Equity", None, 300, None, 3000, None, 3750],
        ["   Quill Holdings Inc", "QZAB", 100, 10, 1000, 12.5, 1250],
        ["   Ember Tide Co", "QZCD", 200, 10, 2000, 12.5, 2500],
        ["Total", None, None, None, 3000, None, 3750],
    ):
        sheet.append(row)
    sheet.merge_cells("D4:E4")
    sheet.merge_cells("F4:G4")
    out = BytesIO()
    book.save(out)
    (account,) = read_here("pinewick.xlsx", out.getvalue()).accounts
    assert account.owner == "Ines T. Calloway"
    assert [line.cost_basis for line in account.positions] == [D(1000), D(2000)]
