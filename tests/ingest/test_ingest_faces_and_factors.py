"""Bonds whose face is not what they owe: pools of mortgages with their factor, bonds with that of inflation."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.factors import factors_in
from core.ingest.lexicon.figures import ties
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = ((40, "Description"), (-330, "Quantity"), (-390, "Price"), (-470, "Market Value"), (-550, "Cost Basis"))
EDGES = (40, -330, -390, -470, -550)
POOL = ("GNMA POOL 783456 5.500% 12/15/2038", "100,000", "101.5000", "12,530.86", "12,600.00")


def page() -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Fairbridge Securities")], "B", size=12, step=18)
    pencil.row([(40, "Account number: 4412-7788"), (300, "August 31, 2026")], step=18)
    return pencil


def only(pencil: Pencil, total: str) -> StatementAccount:
    pencil.row([(40, "Total account value"), (-470, total)], "B")
    (account,) = read_here("fairbridge.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize(
    "told", ["FACTOR .12345678", "FCTR 0.123456780000 REMAINING BAL $12,345.68", "CURRENT FACE 12,345.68"]
)
def test_the_factor_under_a_pool_makes_its_product(told: str) -> None:
    pencil = page()
    pencil.row(HEADS, "B")
    pencil.row(tuple(zip(EDGES, POOL, strict=True)))
    pencil.row([(40, f"CUSIP 36225EQ47 {told}")], step=20)
    account = only(pencil, "$12,530.86")
    (pool,) = account.positions
    assert account.status == "proven" and not pool.flagged
    assert (pool.cusip, pool.quantity, pool.asset_type) == ("36225EQ47", 100000, "bond")
    assert pool.quantity is not None and pool.price is not None
    assert ties(pool.quantity, pool.price, pool.unit, D("12530.86"))


def test_a_face_without_a_factor_does_not_tie() -> None:
    pencil = page()
    pencil.row(HEADS, "B")
    pencil.row(tuple(zip(EDGES, POOL, strict=True)))
    pencil.row([(40, "CUSIP 36225EQ47 FACTOR .22345678")], step=20)
    assert only(pencil, "$12,530.86").status != "proven"


def test_original_face_and_factor_stand_in_columns() -> None:
    pencil = page()
    edges = (40, -330, -390, -430, -500)
    pencil.row(list(zip(edges, ("Description", "Original Face", "Factor", "Price", "Value"), strict=True)), "B")
    pencil.row(list(zip(edges, (*POOL[:2], "0.12345678", *POOL[2:4]), strict=True)), step=20)
    account = only(pencil, "$12,530.86")
    assert account.status == "proven" and account.positions[0].quantity == 100000


def test_a_table_file_has_a_column_of_factors() -> None:
    text = (
        "Account Number,Description,CUSIP,Original Face,Factor,Price,Market Value\n"
        "44127788,GNMA POOL 783456 5.5%,36225EQ47,100000,0.12345678,101.5,12530.86\n"
    )
    (account,) = read_here("pools.csv", text.encode()).accounts
    assert account.status == "proven" and account.positions[0].quantity == 100000


def test_factors_are_told_by_their_names_or_by_what_is_left() -> None:
    assert list(factors_in("INDEX RATIO: 1.19843 CUSIP 91282CQZ7", D(20000))) == [D("1.19843")]
    assert list(factors_in("Current Principal $250.00", D(1000))) == [D("0.25")]
    assert list(factors_in("FACTOR 12 of 13, current balance sheet", D(1000))) == []


def test_a_factor_stands_under_a_row_of_copied_text() -> None:
    text = """Fairbridge Securities
    Account number: 4412-7788
    Statement as of August 31, 2026
    Description Quantity Price Market Value Cost Basis
    GNMA POOL #783456 5.500% 12/15/2038 100,000 101.5000 12,530.86 12,600.00
    CUSIP: 36225EQ47 FACTOR .12345678
    Total 12,530.86 12,600.00
    """
    (account,) = read_here("copied.txt", text.encode()).accounts
    (pool,) = account.positions
    assert (pool.cusip, pool.quantity, account.status) == ("36225EQ47", 100000, "proven")
