"""Two periods side by side in a table file: the later is held; where nothing tells which it is nothing is proven."""

import pytest

from core.ingest.heads.days_in_heads import later_month
from core.ingest.reading import read_here

HEAD = "Symbol,Description,Quantity,Price,Value,Quantity,Price,Value"
ROWS = (
    "QZAB,Quill Harbor Corp,8,49.00,392.00,10,50.00,500.00",
    "QZCD,Larch Corp,20,9.00,180.00,20,10.00,200.00",
    "Total,,,,572.00,,,700.00",
)


@pytest.mark.parametrize(
    ("above", "below", "status"),
    [
        (",,Prior Month,,,Current Month,,", "", "proven"),
        (",,09/30/2026,,,10/31/2026,,", "", "proven"),
        ("", ",,09/30/2026,09/30/2026,09/30/2026,10/31/2026,10/31/2026,10/31/2026", "proven"),
        ("", "", "unproven"),
    ],
)
def test_the_later_period_is_held(above: str, below: str, status: str) -> None:
    text = "\n".join(line for line in (above, HEAD, below, *ROWS) if line)
    (account,) = read_here("periods.csv", text.encode()).accounts
    assert [(str(line.quantity), str(line.market_value)) for line in account.positions] == [
        ("10", "500.00"),
        ("20", "200.00"),
    ]
    assert (account.status, str(account.stated_total)) == (status, "700.00")
    assert str(account.as_of) == ("2026-10-31" if "10/31" in above + below else "None")


def test_the_earlier_period_may_stand_on_the_right() -> None:
    swapped = [",".join([*line.split(",")[:2], *line.split(",")[5:], *line.split(",")[2:5]]) for line in ROWS]
    text = "\n".join([",,Current,,,Prior,,", HEAD, *swapped])
    (account,) = read_here("periods.csv", text.encode()).accounts
    assert [str(line.market_value) for line in account.positions] == ["500.00", "200.00"]


@pytest.mark.parametrize(
    ("labels", "later"),
    [(("Value Sep", "Value Oct"), 1), (("Value Jan.", "Value December"), 0), (("Value", "Value Oct"), None)],
)
def test_the_later_of_two_months(labels: tuple[str, str], later: int | None) -> None:
    assert later_month(labels) == later


def test_values_under_two_months() -> None:
    text = "Symbol,Description,Value Sep,Value Oct\nQZAB,Quill Corp,392.00,500.00\nQZCD,Larch Corp,180.00,200.00\n"
    (account,) = read_here("months.csv", f"{text}Total,,572.00,700.00\n".encode()).accounts
    assert [str(line.market_value) for line in account.positions] == ["500.00", "200.00"]
