"""Heads that stand closer than columns do: what is under them is not lost."""

from decimal import Decimal as D

import pytest

from core.ingest.lexicon.vocabulary import cut_labels
from core.ingest.reading import read_here
from tools.accuracy.drawing import Column, Pencil, Table

TITLE = "Account Number: 4417-2093     Statement date June 30, 2026"
ROWS = (
    ("QZAB", "QUILL HOLDINGS INC", "100.0000", "41.00000", "4,100.00", "3,000.00", "1,100.00"),
    ("SLTM", "SLATE TOTAL MARKET ETF", "50.0000", "80.00000", "4,000.00", "3,500.00", "500.00"),
)


@pytest.mark.parametrize("name", [72.1, 100.0])
@pytest.mark.parametrize("gain", [525.5, 545.0])
def test_heads_a_little_apart_are_columns_of_their_own(name: float, gain: float) -> None:
    pencil = Pencil()
    pencil.page()
    pencil.say(f"{TITLE}\nOwner: Odile Farrow     Individual account", step=16)
    heads = (("Symbol", 40), ("Description", name), ("Quantity", -250), ("Price($)", -300), ("Market Value($)", -370))
    columns = [Column(head, x) for head, x in (*heads, ("Cost Basis($)", -425), ("Unrealized Gain/(Loss)($)", -gain))]
    table = Table(pencil, columns)
    table.head()
    for cells in ROWS:
        table.line(cells)
    table.line(("Total Account", "", "", "", "8,100.00", "6,500.00", "1,600.00"), "B")
    (account,) = read_here("farrow.pdf", pencil.drawn().data).accounts
    assert [(line.symbol, line.cost_basis, line.gain) for line in account.positions] == [
        ("QZAB", D("3000.00"), D("1100.00")),
        ("SLTM", D("3500.00"), D("500.00")),
    ]
    assert account.status == "proven"


def test_the_longest_label_gives_way_where_the_rest_would_mean_nothing() -> None:
    assert cut_labels(["Market", "Value", "Est.", "Yield", "%", "of", "Acct"]) == [0, 2, 4]
