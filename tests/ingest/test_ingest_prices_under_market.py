"""Banks that print the value over the price under `Market` over `Price/Unit`, and what one cost under the cost."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-100, -330, -410, -490, -560)
UPPER = ("Shares/", "Market", "Federal", "Unrealized", "Ending")
LOWER = ("Face Amount", "Price/Unit", "Tax Cost", "Gain (Loss)", "Accrual")
ROWS = (
    (("120.000", "9,048.00", "6,204.00", "2,844.00", "12.50"), "Ember Corp", "741203103", ("75.4000", "51.70")),
    (("50.000", "1,011.50", "1,200.00", "-188.50", ".00"), "Quill Harbor Inc", "748117207", ("20.2300", "24.00")),
)


def account(
    price: str = "75.4000", value: str = "9,048.00", costs: tuple[str, str] = ("Federal", "Tax Cost")
) -> StatementAccount:
    """The account of such a paper; what one unit of its first row is worth, and all of them, as given.

    `costs` are the two lines of the head of the costs.
    """
    upper, lower = ((*heads[:2], cost, *heads[3:]) for heads, cost in zip((UPPER, LOWER), costs, strict=True))
    pencil = Pencil()
    pencil.page()
    pencil.say("Alder Bank, N.A.\nJuly 1, 2026 to September 30, 2026\nAccount Number: 33-8831204", step=11)
    pencil.say("INES CALLOWAY REVOCABLE TRUST", step=22)
    pencil.row([*zip(STOPS, upper, strict=True)], "B", 9)
    pencil.row([*zip(STOPS, lower, strict=True), (112, "Description")], "B")
    pencil.say("Domestic Common Stocks", 112, "B")
    for at, (cells, name, cusip, each) in enumerate(ROWS):
        told = [cells[0], cells[1] if at else value, *cells[2:]]
        pencil.row([(112, name), *zip(STOPS, told, strict=True)], step=10)
        pencil.row([(112, cusip), (-330, each[0] if at else price), (-410, each[1])], step=10)
        pencil.say("Asset Minor Code 43", 112)
    pencil.row([(112, "Total Domestic Common Stocks"), *zip(STOPS[1:], ("10,059.50", "7,404.00"), strict=False)])
    pencil.row([(112, "Total Assets"), *zip(STOPS[1:], ("10,059.50", "7,404.00"), strict=False)])
    return read_here("paper.pdf", pencil.drawn().data).accounts[0]


@pytest.mark.parametrize("costs", [("Federal", "Tax Cost"), ("Tax Cost", "Per Unit"), ("Book Value/", "Unit Cost")])
def test_the_value_stands_over_the_price_and_the_cost_over_that_of_one(costs: tuple[str, str]) -> None:
    told = account(costs=costs)
    assert told.status == "proven"
    assert [
        (one.description, one.cusip, str(one.quantity), str(one.price), str(one.market_value), str(one.cost_basis))
        for one in told.positions
    ] == [
        ("Ember Corp", "741203103", "120.000", "75.4000", "9048.00", "6204.00"),
        ("Quill Harbor Inc", "748117207", "50.000", "20.2300", "1011.50", "1200.00"),
    ]
    assert [str(one.accrued) for one in told.positions] == ["12.50", "0.00"]


@pytest.mark.parametrize(("price", "value"), [("57.4000", "9,048.00"), ("75.4000", "9,408.00")])
def test_a_price_or_a_value_that_does_not_multiply_out_is_not_proven(price: str, value: str) -> None:
    assert account(price, value).status != "proven"
