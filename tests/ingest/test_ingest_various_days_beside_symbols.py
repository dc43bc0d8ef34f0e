"""`Various` in the column of days, half a blank behind a symbol of five letters: the symbol stays a symbol."""

from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def test_various_days_close_behind_a_symbol_are_no_part_of_it() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    pencil.y += 20
    pencil.row([(40, "Investments Held"), (200, "ID"), (233, "Purchase Date"), (-350, "Units"), (-420, "Price"),
                (-500, "Value")])  # fmt: skip
    for name, symbol, figures in (
        ("Quill Harbor Fund", "QZABX", ("100.000", "12.00", "1,200.00")),
        ("Ember Bond Fund", "EMWRX", ("40.000", "10.50", "420.00")),
    ):
        pencil.row([(40, name), (200, symbol), (233, "Various"), *zip((-350, -420, -500), figures, strict=True)])
    pencil.row([(40, "Total account value"), (-500, "1,620.00")])
    (account,) = read_here("days.pdf", pencil.drawn().data).accounts
    assert account.status == "proven"
    assert [line.symbol for line in account.positions] == ["QZABX", "EMWRX"]
