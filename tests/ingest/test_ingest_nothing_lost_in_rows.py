"""What rows print beside their figures: CUSIPs of digits alone, interest under short labels, what was done."""

from decimal import Decimal

import pytest

from core.ingest.book.ledger import activity_of
from core.ingest.reading import read_here
from core.ingest.rows.block_lines import ACCRUED
from tools.accuracy.drawing import Pencil

APPLE, TREASURY = "640211108", "88000AB50"
"""One of digits alone and one with letters, each with its check digit."""
REGISTER = """\
ACCOUNT: 4A1-220914    TYPE: INDIVIDUAL
         INES R CALLOWAY

SYMBOL  CUSIP      DESCRIPTION                          QUANTITY       PRICE     MARKET VALUE
----------------------------------------------------------------------------------------------
QZAB    {digits}  QUILL HOLDINGS INC                     10.000     25.0000           250.00
VPWS    {letters}  EMBER SHIPPING LTD                     20.000     25.0000           500.00
                   TOTAL ACCOUNT VALUE                                                 750.00
"""


def test_a_cusip_of_digits_alone_is_no_figure() -> None:
    text = REGISTER.format(digits=APPLE, letters=TREASURY)
    (account,) = read_here("register.txt", text.encode()).accounts
    assert [(one.symbol, one.cusip) for one in account.positions] == [("QZAB", APPLE), ("VPWS", TREASURY)]
    assert account.status == "proven"


@pytest.mark.parametrize(
    ("text", "told"),
    [("CUSIP: 88000AB50 AI: $18.75", "$18.75"), ("Accr. Int. 18.75", "18.75"), ("A.I.: 18.75", "18.75"),
     ("AI FUND 18.75", None), ("Mumbai: 18.75", None), ("Accrued interest 4.125%", None)],
)  # fmt: skip
def test_interest_accrued_under_its_labels(text: str, told: str | None) -> None:
    found = ACCRUED.search(text)
    assert (found[1] if found else None) == told


def drawn() -> bytes:
    pencil = Pencil()
    pencil.page()
    pencil.say("ALDER SECURITIES\nINES R CALLOWAY\nAccount Number: 4412-0914\nJune 1, 2026 - June 30, 2026", step=12)
    pencil.row([(40, "Description"), (-330, "Quantity"), (-400, "Price"), (-480, "Market Value")], "B")
    pencil.row([(40, "UNITED STATES TREASURY NOTE 4.125%"), (-330, "1,000.000"), (-400, "98.0000"), (-480, "$980.00")])
    pencil.row([(40, "08/15/2031")])
    pencil.row([(40, f"CUSIP: {TREASURY} AI: $18.75")])
    pencil.row([(40, "QUILL HOLDINGS INC (QZABX)"), (-330, "10.000"), (-400, "25.0000"), (-480, "$250.00")])
    pencil.row([(40, "Total Holdings"), (-480, "$1,230.00")], "B", step=24)
    pencil.say("Securities Bought & Sold", step=14)
    heads = [(40, "Date"), (90, "Security Name"), (260, "Symbol"), (300, "Description"), (-420, "Quantity")]
    pencil.row([*heads, (-480, "Price"), (-550, "Amount")], "B")
    done = [(40, "06/18"), (90, "QUILL HOLDINGS INC"), (262, "QZABX Reinvestment"), (-420, "1.500")]
    pencil.row([*done, (-480, "$25.00000"), (-550, "-$37.50")])
    return pencil.drawn().data


def test_interest_under_a_bond_and_what_was_done_behind_a_symbol() -> None:
    (account,) = read_here("alder.pdf", drawn()).accounts
    bond, fund = account.positions
    assert (bond.cusip, bond.accrued, fund.accrued) == (TREASURY, Decimal("18.75"), None)
    (move,) = activity_of(account, "")
    assert (move.side, move.symbol, move.quantity) == ("reinvest", "QZABX", Decimal("1.500"))
