"""Pages of an invented carrying broker: names over their lots, sections of funds, pages that go on."""

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

LOTS = (
    (40.0, "Date Acquired"), (-184.0, "Quantity"), (-236.0, "Unit Cost"), (-290.0, "Cost Basis"),
    (-350.0, "Market Price"), (-430.0, "Market Value"), (-500.0, "Gain/Loss"),
)  # fmt: skip
EDGES = (40.0, -184.0, -236.0, -290.0, -350.0, -430.0, -500.0)


def page() -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Investment Services")], "B", size=12, step=18)
    pencil.row([(40, "Account Number: 5511-2233"), (300, "June 30, 2026")], step=24)
    return pencil


def only(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("pinewick.pdf", pencil.drawn().data).accounts
    return account


def lot(pencil: Pencil, *cells: str) -> None:
    pencil.row(tuple(zip(EDGES, cells, strict=False)), size=7, step=10)


def next_page(pencil: Pencil) -> None:
    pencil.page()
    pencil.row([(40, "Pinewick Investment Services")], "B", size=12, step=18)
    pencil.row([(40, "Account Number: 5511-2233"), (300, "June 30, 2026")], step=24)


def funds(pencil: Pencil, name: str = "QUILL DIVIDEND ETF") -> None:
    pencil.row(LOTS, "B", size=7, step=12)
    pencil.row([(40, "Exchange-Traded Products 21.25% of Portfolio")], "B", size=7, step=11)
    pencil.row([(40, "Exchange-Traded Products")], "B", size=7, step=11)
    pencil.row([(40, name), (300, "Security Identifier: QZAB")], "B", size=7, step=9)
    pencil.row([(40, "Dividend Option: Cash")], size=7, step=9)
    lot(pencil, "04/02/23", "100.000", "10.0000", "1,000.00", "12.5000", "1,250.00", "250.00")
    pencil.row([(40, "Total Exchange-Traded Products"), (-290, "$1,000.00"), (-430, "$1,250.00")], "B", size=7, step=20)
