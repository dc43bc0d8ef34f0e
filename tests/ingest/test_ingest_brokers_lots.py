"""Lots on brokers' paper: sums of several bonds, names that end beside a lot, fractions, what sales have realized."""

from collections.abc import Sequence
from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = ("Description", "Symbol", "Acquired", "Quantity", "Price", "Market Value", "Cost Basis")
PLACES = (40, 170, 220, -320, -380, -460, -540)


def page() -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Brokerage")], "B", size=12, step=20)
    pencil.row([(40, "Account Number: 5511-2233   June 1, 2026 to June 30, 2026")], step=18)
    return pencil


def table(pencil: Pencil, *rows: Sequence[str], heads: Sequence[str] = HEADS) -> None:
    pencil.row([(place, head) for place, head in zip(PLACES, heads, strict=True) if head], "B")
    for cells in rows:
        pencil.row([(place, cell) for place, cell in zip(PLACES, cells, strict=False) if cell])


def one(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("pinewick.pdf", pencil.drawn().data).accounts
    return account


def bonds(pencil: Pencil, *, interest: bool = False) -> None:
    for name, cusip, day, par, price, value, cost in (
        ("TIDE WATER AUTH REV", "194892E27", "02/10/23", "16,000", "97.00", "15,520.00", "11,800.00"),
        ("EMBER WATER AUTH REV", "778408A20", "08/26/18", "20,000", "100.50", "20,100.00", "24,000.00"),
    ):
        pencil.row([(40, name)], step=9)
        pencil.row([(40, "ACCRUED INTEREST $30.00")], step=9) if interest else None
        cells = (f"CUSIP {cusip}", "", day, par, price, value, cost)
        pencil.row([(place, cell) for place, cell in zip(PLACES, cells, strict=True) if cell])


def test_a_sum_of_several_bonds_is_not_the_last_one_of_them() -> None:
    pencil = page()
    table(pencil)
    bonds(pencil)
    pencil.row([(40, "Total"), (-320, "36,000"), (-460, "35,620.00"), (-540, "35,800.00")])
    account = one(pencil)
    assert [(line.quantity, line.market_value, line.cost_basis) for line in account.positions] == [
        (D("16000"), D("15520.00"), D("11800.00")),
        (D("20000"), D("20100.00"), D("24000.00")),
    ]
    assert account.status == "proven"


def test_interest_told_under_the_name_of_a_bond_is_its_accrued_interest() -> None:
    pencil = page()
    table(pencil)
    bonds(pencil, interest=True)
    pencil.row([(40, "Total Account Value"), (-460, "35,680.00")])
    account = one(pencil)
    assert [line.accrued for line in account.positions] == [D("30.00")] * 2
    assert [line.description for line in account.positions] == ["TIDE WATER AUTH REV", "EMBER WATER AUTH REV"]
    assert account.status == "proven"


def test_the_end_of_a_name_beside_the_second_lot_opens_no_security() -> None:
    pencil = page()
    table(
        pencil,
        ("QUILL EMBER SOFTWARE", "QZAB", "12/20/12", "10.000", "11.50", "115.00", "120.00"),
        ("CORP", "", "08/18/13", "20.000", "11.50", "230.00", "140.00"),
        ("Subtotal", "", "", "30.000", "", "345.00", "260.00"),
        ("TOTAL", "", "", "", "", "345.00", "260.00"),
    )
    (line,) = one(pencil).positions
    assert (line.description, line.quantity, len(line.lots)) == ("QUILL EMBER SOFTWARE CORP", D("30.000"), 2)


def test_a_fraction_of_a_share_on_a_line_of_its_own_is_the_security_above() -> None:
    pencil = page()
    table(pencil, ("SLATE INCOME FUND", "SLIX", "", "304", "50.00", "15,200.00", "14,000.00"))
    pencil.row([(40, "Equity 100%")], step=10)
    pencil.row([(52, "Fractional Share"), (-320, ".5000"), (-380, "50.00"), (-460, "25.00"), (-540, "20.00")])
    pencil.row([(40, "TOTAL"), (-460, "15,225.00"), (-540, "14,020.00")])
    (line,) = (account := one(pencil)).positions
    assert (line.quantity, line.market_value, line.cost_basis) == (D("304.5000"), D("15225.00"), D("14020.00"))
    assert (line.description, account.status) == ("SLATE INCOME FUND", "proven")


def test_a_sale_of_what_is_held_no_more_is_no_lot() -> None:
    pencil = page()
    table(pencil, ("QUILL HOLDINGS INC", "QZAB", "12/20/12", "10.000", "11.50", "115.00", "120.00"))
    pencil.row([(40, "TOTAL"), (-460, "115.00"), (-540, "120.00")], step=30)
    pencil.row([(40, "REALIZED GAINS/(LOSSES)")], "B")
    table(
        pencil,
        ("TIDE PAPER CO", "02/03/21", "06/09/26", "40.000", "", "1,912.10", "1,400.00"),
        heads=("Description", "Acquired", "Liquidation", "Quantity", "", "Sale Amount", "Cost Basis"),
    )
    account = one(pencil)
    assert [len(line.lots) for line in account.positions] == [1]


def test_a_column_of_rates_over_other_tables_holds_no_money() -> None:
    pencil = page()
    heads = [(40, "Holding"), (-320, "Opening balance"), (-400, "Closing balance"), (-480, "Price"), (-540, "Average")]
    pencil.row(heads, "B")
    pencil.row([(40, "PINEWICK BANK ACCOUNT"), (-320, "36.00"), (-400, "37.00"), (-540, "0.05%")])
    pencil.row([(40, "Total"), (-320, "$36.00"), (-400, "$37.00")], step=20)
    table(
        pencil,
        ("QUILL HOLDINGS INC", "QZAB", "12/20/12", "10.000", "11.50", "115.00", "120.00"),
        ("TIDE SHIPPING LTD", "TDSX", "12/20/12", "10.000", "11.50", "115.00", "120.00"),
        ("EMBER SHIPPING LTD", "EMSX", "12/20/12", "10.000", "11.50", "115.00", "120.00"),
        ("Total Account Value", "", "", "", "", "382.00", ""),
    )
    assert one(pencil).status == "proven"
