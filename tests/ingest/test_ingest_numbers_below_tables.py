"""The number of the next account behind its label, below a table of balances or of transactions that a page breaks."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HELD = (40, -300, -400, -500)
HEADS = ("Description", "Quantity", "Price", "Value")


def statement(head: str, worth: str = "$900.00") -> dict[str, StatementAccount]:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Alder Moor"), (300, "June 1, 2026 to June 30, 2026")], step=20)
    pencil.row([(40, "How your accounts are invested")])
    pencil.row([(40, head), (-400, "Value"), (-500, "Percent")])
    for name, value, share in (("Equities", "$900.00", "69.2%"), ("Annuity", "$400.00", "30.8%")):
        pencil.row([(40, name), (-400, value), (-500, share)])
    pencil.row([(40, "Total"), (-400, "$1,300.00"), (-500, "100.0%")])
    pencil.page()
    pencil.row([(40, "Alder Moor"), (300, "June 1, 2026 to June 30, 2026")], step=20)
    pencil.row([(40, "Select Brokerage Account")])
    pencil.row([(40, "Odile Farrow"), (300, "Account number 0000 4003 3456 2 137")])
    pencil.row([(40, "Rollover IRA")], step=20)
    pencil.row([(40, "Ending value"), (-500, worth)], step=20)
    pencil.row(list(zip(HELD, HEADS, strict=True)))
    pencil.row(list(zip(HELD, ("Willow Mills Inc (WLLW)", "40", "$10.00", "$400.00"), strict=True)))
    pencil.row(list(zip(HELD, ("Quill Bridge Corp (QKB)", "10", "$50.00", "$500.00"), strict=True)))
    pencil.row([(40, "Total holdings"), (-500, "$900.00")], step=20)
    pencil.row([(40, "Transactions")])
    pencil.row(list(zip((40, 120, 240, -500), ("Date", "Transaction", "Description", "Amount"), strict=True)))
    pencil.row(list(zip((40, 120, 240, -500), ("06/09/2026", "Dividend", "Willow Mills Inc", "$4.00"), strict=True)))
    pencil.page()
    pencil.row([(40, "Alder Moor"), (300, "June 1, 2026 to June 30, 2026")], step=20)
    pencil.row([(40, "Horizon Variable Annuity")])
    pencil.row(
        [(40, "Contract owner"), (150, "Odile Farrow"), (300, "Contract value on 06/30/2026"), (-560, "$400.00")]
    )
    pencil.row([(40, "Contract number"), (150, "9930-1184798"), (300, "Death benefit"), (-560, "$450.00")], step=20)
    pencil.row(list(zip(HELD, ("Subaccount", "Units", "Unit value", "Value"), strict=True)))
    pencil.row(list(zip(HELD, ("Ember Core Bond (Cl 2)", "200.000", "$2.000000", "$400.00"), strict=True)))
    pencil.row([(40, "Total contract value"), (-500, "$400.00")])
    return {one.number: one for one in read_here("client.pdf", pencil.drawn().data).accounts}


@pytest.mark.parametrize("head", ["Type of investment", "Asset class"])
def test_the_number_opens_its_account_and_is_no_row(head: str) -> None:
    found = statement(head)
    assert {number: (one.status, one.stated_total, one.registration) for number, one in found.items()} == {
        "…2137": ("proven", D(900), "traditional_ira"),
        "…4798": ("proven", D(400), "annuity"),
    }
    assert [line.symbol for line in found["…2137"].positions] == ["WLLW", "QKB"]


def test_a_wrong_value_of_the_account_is_not_proven() -> None:
    assert statement("Asset class", worth="$910.00")["…2137"].status != "proven"
