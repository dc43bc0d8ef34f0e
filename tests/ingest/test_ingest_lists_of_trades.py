"""Files that list trades are no holdings, whatever their units, prices and values multiply to."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here


def account(*lines: str) -> StatementAccount:
    (found,) = read_here("export.csv", "\n".join(lines).encode()).accounts
    return found


@pytest.mark.parametrize(
    "lines",
    [
        ('"Buy/Sell","TradeDate","Symbol","Quantity","Price","Value"', "BUY,20260302,QZAB,7,20.00,140.00",
         "SELL,20260304,QZAC,5,10.00,50.00"),
        ("date,symbol,side,quantity,price,fees", "2026-03-02,QZAB,BUY,7,20.00,1", "2026-03-04,QZAC,SELL,5,10.00,1"),
        ("Symbol,Type,Shares,Price,Market Value,Executed At", "QZAB,Buy,7,20.00,140.00,2026-03-02T14:30:00Z",
         "QZAC,Sell,5,10.00,50.00,2026-03-04T14:30:00Z"),
    ],
)  # fmt: skip
def test_a_side_of_buying_and_selling_makes_a_list_of_trades(lines: tuple[str, ...]) -> None:
    found = account(*lines)
    assert not found.positions and found.status == "unproven"
    assert [(str(move.date), move.kind.upper(), move.symbol, move.quantity) for move in found.activity] == [
        ("2026-03-02", "BUY", "QZAB", D(7)), ("2026-03-04", "SELL", "QZAC", D(5)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Symbol,TradeDate,Quantity,Price,Value,Open/CloseIndicator", "QZAB,2026-03-02,7,20.00,140.00,O"),
        ("Symbol,TradeDate,Quantity,TradePrice,Currency,Notes", "QZAB,2026-03-02,7,20.00,USD,P"),
        ("Symbol,Trade Date,Quantity,Price,Commission", "QZAB,2026-03-02,7,20.00,1.00"),
        ("Order ID,Symbol,Date,Quantity,Price,Value", "U-1,QZAB,2026-03-02,7,20.00,140.00"),
    ],
)
def test_heads_of_orders_make_a_list_of_trades(head: str, row: str) -> None:
    found = account(head, row)
    assert not found.positions and [(move.symbol, move.quantity) for move in found.activity] == [("QZAB", D(7))]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Symbol,Side,Quantity,Price,Value", "QZAB,Long,7,20.00,140.00"),
        ("Symbol,Rating,Quantity,Price,Value", "QZAB,Buy,7,20.00,140.00"),
        ("Symbol,Current Price,Trade Date,Purchase Price,Quantity,Commission", "QZAB,20.00,2026-03-02,15.00,7,1.00"),
        ("Symbol,Last Price,Trade Price,Quantity,Value", "QZAB,20.00,15.00,7,140.00"),
        ("Symbol,Type,Quantity,Price,Value", "QZAB,Stock,7,20.00,140.00"),
    ],
)
def test_sides_that_are_held_ratings_and_commissions_paid_stay_holdings(head: str, row: str) -> None:
    found = account(head, row)
    assert [(line.symbol, line.quantity) for line in found.positions] == [("QZAB", D(7))] and not found.activity
