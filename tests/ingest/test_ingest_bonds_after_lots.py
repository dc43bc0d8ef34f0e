"""Bonds under the same heads as funds with lots: the day on which a bond is due is no day of purchase."""

from decimal import Decimal as D

from core.ingest.reading import read_here
from tools.accuracy.drawing import Column, Pencil, Table


def test_a_bond_whose_name_ends_in_its_day_is_no_lot_of_the_fund_above() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.say("Account Number: 4417-2093     Statement date June 30, 2026\nOwner: Odile Farrow   Individual account")
    pencil.say("Mutual Funds", style="B")
    heads = (("Security / Purchase Date", 40), ("Quantity", -290), ("Price ($)", -350), ("Market Value ($)", -430))
    table = Table(pencil, [Column(head, x) for head, x in (*heads, ("Cost Basis ($)", -510))])
    table.head()
    table.line(("Quill Income Fund Investor", "100.000", "41.00", "4,100.00", "3,000.00"))
    pencil.say("Symbol: QZABX")
    table.line(("   01/05/2024", "100.000", "", "4,100.00", "3,000.00"))
    table.line(("Total Mutual Funds", "", "", "4,100.00", "3,000.00"), "B")
    pencil.say("Fixed Income", style="B")
    table.head()
    for name, cusip in (("Slate Bancorp Sr Note", "66680FFG4"), ("Ember Hospital Ctr Rev", "41283WM40")):
        table.line((f"{name} 6.000% 08/15/2037", "5,000", "104.000", "5,200.00", "4,900.00"))
        pencil.say(f"CUSIP: {cusip}")
    table.line(("Total Fixed Income", "", "", "10,400.00", "9,800.00"), "B")
    table.line(("Total Account Holdings", "", "", "14,500.00", ""), "B")
    (account,) = read_here("farrow.pdf", pencil.drawn().data).accounts
    assert [(line.cusip, line.quantity, len(line.lots)) for line in account.positions] == [
        (None, D(100), 1),
        ("66680FFG4", D(5000), 0),
        ("41283WM40", D(5000), 0),
    ]
    assert account.status == "proven"
