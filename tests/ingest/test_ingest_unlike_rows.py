"""A row that prints less than the rows beside it is shown to a person; the proof of its account stays."""

from dataclasses import replace
from decimal import Decimal

from core.domain.statement import StatementLine
from core.ingest.accounts.unlike import with_unlike

ROW = StatementLine("QZAB", "QUILL HOLDINGS INC", "stock", Decimal(10), Decimal(5), Decimal(50), cost_basis=Decimal(40))
OTHERS = [replace(ROW, symbol=symbol, description=f"{symbol} FOODS PLC") for symbol in ("TWXK", "HBJ", "MLQ")]


def doubts(row: StatementLine) -> list[str]:
    return list(with_unlike([*OTHERS, row])[-1].doubts)


def test_a_whole_row_is_not_doubted() -> None:
    assert doubts(ROW) == []


def test_a_share_without_identifier_price_or_cost_beside_shares_that_have_them_is_doubted() -> None:
    assert doubts(replace(ROW, symbol=None)) == ["symbol"]
    assert doubts(replace(ROW, price=None, cost_basis=None)) == ["cost_basis", "price"]


def test_a_stock_without_any_identifier_is_doubted_even_where_no_row_has_one() -> None:
    bare = [replace(row, symbol=None) for row in OTHERS]
    assert all(list(row.doubts) == ["symbol"] for row in with_unlike(bare))


def test_funds_of_a_plan_and_units_of_a_partnership_have_no_symbol() -> None:
    plan = [replace(row, symbol=None, asset_type="mutual_fund") for row in OTHERS]
    assert not any(row.doubts for row in with_unlike(plan))
    assert doubts(replace(ROW, symbol=None, asset_type="other", description="TIDE DRILLING FUND LP IX-B")) == []


def test_one_symbol_beside_two_names_is_doubted_in_both() -> None:
    wrong = replace(ROW, symbol="HBJ")
    assert [list(row.doubts) for row in with_unlike([*OTHERS, wrong])] == [[], ["symbol"], [], ["symbol"]]


def test_cash_and_private_funds_are_not_compared_with_shares() -> None:
    assert doubts(replace(ROW, symbol=None, asset_type="cash", quantity=None, price=None)) == []
    assert doubts(replace(ROW, symbol=None, asset_type="alternative", cost_basis=None)) == []
