"""A sum under the lots of one security has many names, and its name may stand lines above the first lot."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-250, -310, -380, -440, -520)
HEADS = ("Trade date", "Shares", "Cost basis", "Price", "Value")


def line(pencil: Pencil, name: str, figures: tuple[str, ...] = (), step: float = 9) -> None:
    placed = zip(STOPS, figures, strict=False)
    pencil.row([*([(40, name)] if name else []), *((stop, figure) for stop, figure in placed if figure)], step=step)


def account(total: str, second: str = "BOND ETF") -> StatementAccount:
    pencil = Pencil(size=7)
    pencil.page()
    pencil.row([(40, "Account number 6120-4471"), (350, "As of June 30, 2026")], step=24)
    line(pencil, "Holding", HEADS, step=14)
    line(pencil, "QUILL HARBOR MUNICIPAL")
    line(pencil, second)
    line(pencil, "Symbol: QZAB Exchange: NYSE")
    line(pencil, "EAI: $12 Current yield: 1.10%", ("Jan 04, 16", "10.000", "200.00", "30.00", "300.00"))
    line(pencil, "", ("Aug 11, 17", "20.000", "420.00", "30.00", "600.00"))
    line(pencil, total, ("", "30.000", "620.00", "30.00", "900.00"), step=13)
    line(pencil, "EMBER CORP")
    line(pencil, "Symbol: QZBF Exchange: OTC")
    line(pencil, "EAI: $3 Current yield: 0.90%", ("Sep 12, 20", "5.000", "200.00", "50.00", "250.00"), step=13)
    line(pencil, "Total account value", ("", "", "", "", "$1,150.00"))
    (found,) = read_here("statement.pdf", pencil.drawn().data).accounts
    return found


@pytest.mark.parametrize(
    "total",
    [
        "Security total",
        "Total for this position",
        "Holding total",
        "Total lots",
        "Total shares",
        "Security Total (2 lots)",
        "Total QZAB",
        "QUILL HARBOR total",
        "Subtotal",
    ],
)
def test_a_sum_under_lots_is_that_of_their_security_under_any_name(total: str) -> None:
    found = account(total)
    assert [(held.symbol, held.quantity, held.market_value, len(held.lots)) for held in found.positions] == [
        ("QZAB", D("30.000"), D("900.00"), 2),
        ("QZBF", D("5.000"), D("250.00"), 1),
    ]
    assert found.status == "proven"


def test_a_name_over_symbol_and_note_is_read_whole() -> None:
    """The figures stand on the third or fourth line of the block, whose second could be a heading."""
    found = account("Security total")
    assert [held.description for held in found.positions] == ["QUILL HARBOR MUNICIPAL BOND ETF", "EMBER CORP"]
    assert not any("BOND ETF" in held.section for held in found.positions)


def test_a_security_named_like_a_sum_under_lots_is_one() -> None:
    pencil = Pencil(size=7)
    pencil.page()
    pencil.row([(40, "Account number 6120-4471"), (350, "As of June 30, 2026")], step=24)
    line(pencil, "Holding", HEADS, step=14)
    line(pencil, "EMBER CORP (QZBF)", ("01/04/2016", "10.000", "200.00", "30.00", "300.00"))
    line(pencil, "", ("08/11/2017", "20.000", "420.00", "30.00", "600.00"))
    line(pencil, "TOTAL HARBOR SYSTEMS (QZAB)", ("", "7.000", "100.00", "50.00", "350.00"))
    line(pencil, "Total account value", ("", "", "", "", "$1,250.00"))
    (found,) = read_here("statement.pdf", pencil.drawn().data).accounts
    assert [(held.symbol, held.quantity) for held in found.positions] == [("QZBF", D("30.000")), ("QZAB", D("7.000"))]
