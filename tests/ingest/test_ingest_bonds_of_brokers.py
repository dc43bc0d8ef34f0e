"""Bonds as brokers print them: lots that only repeat the name, costs over one another also in sums, interest of all."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = (
    (40, "Description"), (190, "Acquired"), (-275, "Quantity"), (-340, "Orig Total Cost"), (-390, "Price"),
    (-455, "Market Value"), (-515, "Gain/Loss"), (-580, "Accrued Interest"),
)  # fmt: skip
EDGES = (40, 190, -275, -340, -390, -455, -515, -580)


def page() -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Fairbridge Securities")], "B", size=12, step=18)
    pencil.row([(40, "Account number: 4412-7788"), (300, "August 31, 2026")], step=18)
    pencil.row([(40, "CORPORATE BONDS")], "B", step=14)
    return pencil


def row(pencil: Pencil, *cells: str, step: float = 10) -> None:
    pencil.row([(edge, cell) for edge, cell in zip(EDGES, cells, strict=False) if cell], size=7, step=step)


def only(pencil: Pencil, total: str = "$10,123.40") -> StatementAccount:
    pencil.row([(40, "Total account value"), (-455, total)], "B")
    (account,) = read_here("fairbridge.pdf", pencil.drawn().data).accounts
    return account


def test_a_further_lot_repeats_the_name_of_a_bond_without_its_number() -> None:
    pencil = page()
    pencil.row([*HEADS[:3], (-340, "Cost Basis"), *HEADS[4:]], "B", size=7, step=12)
    row(pencil, "QUILL HARBOR CORP", "03/04/21", "6,000", "6,150.00", "101.2340", "6,074.04", "(75.96)", "67.50")
    row(pencil, "GLB 04.500% MAY 31 2030")
    row(pencil, "MOODY'S: BAA1 S&P: BBB+ CUSIP: 74850QAB4")
    row(pencil, "   QUILL HARBOR CORP", "05/04/21", "4,000", "4,100.00", "101.2340", "4,049.36", "(50.64)", "45.00")
    row(pencil, "   Subtotal", "", "10,000", "10,250.00", "", "10,123.40", "(126.60)", "112.50", step=20)
    account = only(pencil)
    (bond,) = account.positions
    assert account.status == "proven"
    assert (bond.cusip, bond.quantity, bond.cost_basis, bond.accrued) == ("74850QAB4", 10000, 10250, D("112.50"))
    assert [lot.quantity for lot in bond.lots] == [6000, 4000]


def test_the_adjusted_cost_stands_under_that_at_purchase_also_in_the_sum() -> None:
    pencil = page()
    heads = [(edge, {"Orig Total Cost": "Adj Total Cost"}.get(label, "")) for edge, label in HEADS]
    pencil.row(HEADS, "B", size=7, step=9)
    pencil.row([(edge, label) for edge, label in heads if label], "B", size=7, step=12)
    row(pencil, "QUILL HARBOR CORP", "03/04/21", "10,000", "10,250.00", "101.2340", "10,123.40", "(86.60)", "112.50")
    row(pencil, "", "", "", "10,210.00")
    row(pencil, "Coupon Rate 4.500%; Matures 05/31/2030; CUSIP 74850QAB4", step=14)
    row(pencil, "TOTAL CORPORATE BONDS", "", "10,000", "10,250.00", "", "10,123.40", "(86.60)", "112.50")
    row(pencil, "", "", "", "10,210.00", step=20)
    account = only(pencil)
    (bond,) = account.positions
    assert (account.status, bond.cost_basis, bond.flagged) == ("proven", 10210, False)
    assert [lot.cost_basis for lot in bond.lots] == [10210]


def test_interest_accrued_on_all_bonds_is_no_holding() -> None:
    pencil = page()
    pencil.row([HEADS[0], HEADS[2], *HEADS[4:6]], "B", size=7, step=12)
    row(pencil, "QUILL HARBOR CORP 4.500% 05/31/30", "", "10,000", "", "101.2340", "10,123.40")
    row(pencil, "CUSIP 74850QAB4")
    row(pencil, "Accrued interest on corporate bonds", "", "", "", "", "112.50", step=20)
    account = only(pencil)
    (bond,) = account.positions
    assert account.status == "proven" and bond.accrued is None
