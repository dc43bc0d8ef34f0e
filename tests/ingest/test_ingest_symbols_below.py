"""Symbols and numbers of securities on a line of their own under the name, without a label."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-330, -400, -470)


def row(pencil: Pencil, name: str, *figures: str) -> None:
    placed = [(stop, figure) for stop, figure in zip(STOPS, figures, strict=False) if figure]
    pencil.row([*([(44, name)] if name else []), *placed], step=11)


def read(*rows: tuple[str, ...], head: tuple[str, ...] = ("Asset",)) -> StatementAccount:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(44, "Account Number: 6120-4471"), (400, "August 1, 2026 - August 31, 2026")], step=14)
    pencil.row([(44, "Account owner: INES CALLOWAY")], step=24)
    for name in head[:-1]:
        row(pencil, name)
    row(pencil, head[-1], "Quantity", "Price", "Market Value")
    for one in rows:
        row(pencil, *one)
    row(pencil, "Total Account Value", "", "", "$9,600.00")
    (account,) = read_here("symbols.pdf", pencil.drawn().data).accounts
    return account


QUILL = ("QUILL HARBOR CORP CLASS B", "60", "60.00", "3,600.00")
EMBER = ("EMBER 7-10 YEAR TREASURY BOND ETF", "40", "50.00", "2,000.00")
SLATE = ("SLATE BONDS INTERMEDIATE-TERM TREASURY ETF", "80", "50.00", "4,000.00")
NAMES = ["QUILL HARBOR CORP CLASS B", "EMBER 7-10 YEAR TREASURY BOND ETF", "SLATE BONDS INTERMEDIATE-TERM TREASURY ETF"]


@pytest.mark.parametrize("head", [("Asset",), ("Asset Description", "Symbol"), ("Security", "Symbol / CUSIP")])
@pytest.mark.parametrize("numbers", ["", "below", "beside"])
def test_a_word_in_capitals_alone_under_each_name_is_its_symbol(head: tuple[str, ...], numbers: str) -> None:
    told = [("QZAB", "38141G104"), ("QZBF", "464287440"), ("QZIM", "92206C706")]
    lines = {"": [(s,) for s, _ in told], "below": told, "beside": [(f"{s} / {c}",) for s, c in told]}[numbers]
    rows = [one for first, below in zip((QUILL, EMBER, SLATE), lines, strict=True)
            for one in (first, *((text,) for text in below))]  # fmt: skip
    account = read(*rows, head=head)
    assert [line.symbol for line in account.positions] == ["QZAB", "QZBF", "QZIM"]
    assert [line.description for line in account.positions] == NAMES
    if numbers:
        assert [line.cusip for line in account.positions] == [cusip for _, cusip in told]
    assert account.status == "proven"


def test_a_name_that_goes_on_below_is_no_symbol() -> None:
    account = read(("QUILL HARBOR CORP SPONSORED", *QUILL[1:]), ("ADR",), EMBER, SLATE)
    assert [line.symbol for line in account.positions] == [None, None, None]


def test_a_bond_under_a_head_of_names_over_symbols_has_its_name() -> None:
    bond = ("SLATE POWER CORP SR NT 4.250% DUE 05/15/2035", "4,000", "100.00", "4,000.00")
    account = read(QUILL, ("QZAB",), EMBER, ("QZBF",), bond, ("92206CAB8",), head=("Asset Description", "Symbol"))
    assert [line.symbol for line in account.positions] == ["QZAB", "QZBF", None]
    assert account.positions[2].description == bond[0]
    assert account.positions[2].market_value == D("4000.00")
