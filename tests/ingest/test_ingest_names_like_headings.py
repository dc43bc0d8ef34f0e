"""A name of headings' words over its identifiers is a name, also where its lots go on over the page."""

from decimal import Decimal

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = [
    (40, "Description"),
    (220, "Acquired"),
    (-340, "Quantity"),
    (-410, "Cost basis"),
    (-470, "Price"),
    (-540, "Value"),
]


def lots_over_two_pages(again: str) -> StatementAccount:
    """An account with one security of four lots, two on each page; `again` is its name on the second."""
    pencil = Pencil(size=8)
    for page, (name, lots) in enumerate(
        (("U.S. TIPS ETF", ("92", "110")), (again, ("88", "134")))
    ):  # fmt: skip
        pencil.page()
        pencil.row([(40, "Ines Calloway Roth IRA"), (300, "Account number: 5511-2233")], step=12)
        pencil.row([(40, "Statement as of June 30, 2026")], step=24)
        pencil.row([(40, "EXCHANGE-TRADED FUNDS")], "B", step=14)
        pencil.row(HEADS, "B")
        pencil.row([(40, name)])
        for place, units in enumerate(lots):
            labels = [(44, "Symbol: QZAB CUSIP: 808524870")] if not page and not place else []
            worth = f"{Decimal(units) * 10:,.2f}"
            figures = [
                (220, f"0{place + 1}/0{page + 3}/2020"),
                (-340, units),
                (-410, worth),
                (-470, "10.00"),
                (-540, worth),
            ]
            pencil.row([*labels, *figures])
    pencil.row([(44, "Total"), (-340, "424"), (-410, "4,240.00"), (-540, "4,240.00")])
    pencil.row([(40, "Total account value"), (-540, "4,240.00")], "B", step=14)
    (account,) = read_here("lots.pdf", pencil.drawn().data).accounts
    return account


def test_lots_go_on_under_a_name_of_headings_words() -> None:
    account = lots_over_two_pages("U.S. TIPS ETF (continued)")
    assert [(line.symbol, line.quantity, len(line.lots)) for line in account.positions] == [("QZAB", Decimal(424), 4)]
    assert account.status == "proven"


def test_a_row_that_goes_on_from_none_proves_nothing() -> None:
    account = lots_over_two_pages("Quill Real Estate Shares (continued)")
    assert account.status != "proven"
    assert any("goes on from a row that was not found" in check.where for check in account.checks)
