"""Names of securities as long as a sentence end no table, nor do the numbers of pages; lots go on overleaf."""

import pytest

from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

LABELS = ("Date Acquired", "Quantity", "Cost Basis", "Price", "Market Value")
EDGES = (40, -190, -280, -370, -460)
SENTENCE = "Cost basis is shown as it was reported by an earlier custodian and may not be adjusted for sales."
LONG = "QUILL HARBOR $ BROAD INVESTMENT GRADE CORPORATE BOND ETF"


def page(pencil: Pencil, heads: bool = True) -> None:
    pencil.page()
    pencil.row([(40, "Fairbridge Securities")], "B", size=12, step=18)
    pencil.row([(40, "Account number: 4412-7788"), (300, "August 31, 2026")], step=18)
    pencil.row([(40, "Exchange Traded Funds")], "B", step=14)
    if heads:
        pencil.row(list(zip(EDGES, LABELS, strict=True)), "B", size=7, step=14)


def row(pencil: Pencil, *cells: str) -> None:
    pencil.row([(edge, cell) for edge, cell in zip(EDGES, cells, strict=True) if cell], step=10)


@pytest.mark.parametrize("label", ["   Symbol: QZAB", ""])
def test_a_long_name_goes_on_overleaf(label: str) -> None:
    pencil = Pencil()
    page(pencil)
    pencil.row([(40, LONG), *([(380, label)] if label else [])], step=10)
    row(pencil, "10/06/2017", "10.000", "900.00", "100.000", "1,000.00")
    page(pencil)
    pencil.row([(40, f"{LONG} (continued)")], step=10)
    row(pencil, "04/23/2021", "20.000", "1,900.00", "100.000", "2,000.00")
    row(pencil, "Total", "30.000", "2,800.00", "100.000", "3,000.00")
    pencil.row([(40, "TARN SHORT TREASURY ETF"), (380, "Symbol: TRNB")], step=10)
    row(pencil, "05/06/2022", "5.000", "480.00", "100.000", "500.00")
    row(pencil, "Total", "5.000", "480.00", "100.000", "500.00")
    pencil.row([(40, "Total account value"), (-460, "$3,500.00")], "B")
    (account,) = read_here("fairbridge.pdf", pencil.drawn().data).accounts
    first, second = account.positions
    assert account.status == "proven" and second.symbol == "TRNB"
    assert (first.description, len(first.lots), str(first.market_value)) == (LONG, 2, "3000.00")


@pytest.mark.parametrize("mark", ["(continued)", "(cont.)", "- continued", "(Cont'd)"])
@pytest.mark.parametrize("heads", [True, False])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_table_goes_on_below_the_number_of_a_page(mark: str, heads: bool, at: int) -> None:
    pencil = Pencil()
    page(pencil)
    lines = [
        lambda: pencil.row([(40, LONG)], step=10),
        lambda: row(pencil, "10/06/2017", "10.000", "900.00", "100.000", "1,000.00"),
        lambda: row(pencil, "04/23/2021", "20.000", "1,900.00", "100.000", "2,000.00"),
        lambda: row(pencil, "Total", "30.000", "2,800.00", "100.000", "3,000.00"),
    ]
    for place, line in enumerate(lines):
        if place == at:
            pencil.row([(40, "Page 1 of 2")])
            page(pencil, heads)
            pencil.row([(40, f"{LONG} {mark}")], step=10)
        line()
    pencil.row([(40, "TARN SHORT TREASURY ETF")], step=10)
    row(pencil, "05/06/2022", "5.000", "480.00", "100.000", "500.00")
    row(pencil, "Total", "5.000", "480.00", "100.000", "500.00")
    pencil.row([(40, "Total account value"), (-460, "$3,500.00")], "B")
    (account,) = read_here("fairbridge.pdf", pencil.drawn().data).accounts
    first, second = account.positions
    assert account.status == "proven"
    assert (first.description, len(first.lots), str(first.market_value)) == (LONG, 2, "3000.00")
    assert (second.description, len(second.lots)) == ("TARN SHORT TREASURY ETF", 1)


def test_rows_below_a_sentence_are_read_or_told() -> None:
    pencil = Pencil()
    page(pencil)
    row(pencil, "05/06/2022", "5.000", "480.00", "100.000", "500.00")
    pencil.row([(40, SENTENCE)])
    row(pencil, "05/06/2022", "7.000", "70.00", "10.000", "70.00")
    pencil.row([(40, "Total account value"), (-460, "$570.00")], "B")
    (account,) = read_here("fairbridge.pdf", pencil.drawn().data).accounts
    assert account.status == "unproven"


def test_a_sentence_still_ends_a_table() -> None:
    pencil = Pencil()
    page(pencil)
    pencil.row([(40, "TARN SHORT TREASURY ETF"), (380, "Symbol: TRNB")], step=10)
    row(pencil, "05/06/2022", "5.000", "480.00", "100.000", "500.00")
    row(pencil, "Total", "5.000", "480.00", "100.000", "500.00")
    pencil.row(
        [(40, "Cost basis is shown as it was reported by an earlier custodian and may not be adjusted for sales.")]
    )
    row(pencil, "05/06/2022", "7.000", "70.00", "10.000", "70.00")
    (account,) = read_here("fairbridge.pdf", pencil.drawn().data).accounts
    assert [len(line.lots) for line in account.positions] == [1]
