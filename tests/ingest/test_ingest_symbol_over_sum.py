"""A symbol in brackets on the second line of a name stays with its row, also right over the sum of its section."""

from decimal import Decimal as D

from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (40, -330, -420, -520)


def put(pencil: Pencil, *cells: str, bold: bool = False) -> None:
    placed = [(place, cell) for place, cell in zip(PLACES, cells, strict=False) if cell]
    pencil.row(placed, "B" if bold else "", step=10)


def test_a_symbol_right_over_the_sum_of_a_section_is_no_part_of_its_name() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Account Number: 5511-2233")], step=14)
    pencil.row([(40, "Holdings as of June 30, 2026")], step=20)
    for place, (section, name, symbol) in enumerate(
        [("Exchange Traded Funds", "HARBOR QUILL INDEX", "(QZAB)"), ("Equities", "PINE TIDE HOLDINGS INC", "(QZCD)")]
    ):
        pencil.row([(40, section)], "B", step=12)
        put(pencil, "Investment", "Shares", "Price", "Value")
        put(pencil, name, "10", "50.00", "500.00")
        put(pencil, symbol)
        put(pencil, f"Total {section}", "", "", "500.00")
        pencil.row([(40, " ")], step=14 + place)
    put(pencil, "Total account value", "", "", "1,000.00")
    (account,) = read_here("paper.pdf", pencil.drawn().data).accounts
    assert account.status == "proven"
    assert [(line.symbol, line.description) for line in account.positions] == [
        ("QZAB", "HARBOR QUILL INDEX"), ("QZCD", "PINE TIDE HOLDINGS INC"),
    ]  # fmt: skip


SUMMARY = """Harbor Quill Clearing, Inc.                Account Number: 5511-2233
Statement as of June 30, 2026

Portfolio Summary              Current Value       Prior Value
Cash                               $100.00             $90.00
Stocks                           $1,000.00            $950.00
Total                            $1,100.00          $1,040.00
Stocks - Cash
Description               Symbol      Quantity       Price        Market Value
HARBOR QUILL CO           QZAB              10      $50.00             $500.00
Total Stocks - Cash                                                    $500.00
Stocks - Margin
Description               Symbol      Quantity       Price        Market Value
PINE TIDE CO              QZCD              10      $50.00             $500.00
Total Stocks - Margin                                                  $500.00
"""


def test_a_bare_total_over_a_heading_is_no_sum_of_that_heading() -> None:
    (account,) = read_here("paper.txt", SUMMARY.encode()).accounts
    assert (account.stated_total, account.cash, account.status) == (D("1100.00"), D("100.00"), "proven")
