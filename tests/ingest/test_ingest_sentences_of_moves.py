"""A transaction told in one sentence, `Buy Quill Paper Corp @ 74.48`, is of the security named before its price."""

from decimal import Decimal

from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def test_what_was_done_stays_with_a_short_name_before_its_price() -> None:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Account Number 5511-2233")], step=12)
    pencil.row([(40, "Statement Date Jun 1 - Jun 30, 2026")], step=24)
    pencil.row([(40, "Stocks"), (-360, "Price"), (-430, "Quantity"), (-520, "Value")], "B")
    pencil.row([(40, "Quill Corporation"), (-360, "50.00"), (-430, "10"), (-520, "500.00")])
    pencil.row([(46, "Symbol: QZAB Asset Category: Growth")])
    pencil.row([(40, "Alder Paper Mills Inc"), (-360, "20.00"), (-430, "5"), (-520, "100.00")])
    pencil.row([(46, "Symbol: ALPM Asset Category: Growth")])
    pencil.row([(40, "Total Account Value"), (-520, "$600.00")], step=24)
    pencil.row([(40, "Investment and Other Activity by Date")], "B")
    pencil.row([(40, "Date"), (80, "Description"), (-480, "Quantity"), (-576, "Amount")], "B")
    pencil.row([(40, "6/09"), (80, "Buy Quill Corporation @ 49.00"), (-480, "4.000"), (-576, "-$196.00")])
    pencil.row([(40, "6/15"), (80, "Sell Alder Paper Mills Inc @ 21.00"), (-480, "-2.000"), (-576, "$42.00")])
    (account,) = read_here("moves.pdf", pencil.drawn().data).accounts
    bought, sold = account.activity
    assert (bought.kind, bought.quantity) == ("Buy", Decimal("4.000"))
    assert (sold.kind, sold.quantity) == ("Sell", Decimal("-2.000"))
    assert "Quill Corporation" in bought.description
    assert "Alder Paper Mills Inc" in sold.description
