"""A symbol in brackets on the second line of a name stays with its row, also right over the sum of its section."""

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
